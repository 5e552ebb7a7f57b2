// The public key of a log as text, `name+hash+key`, as C2SP signed-note (https://c2sp.org/signed-note) writes it.
import { createPublicKey, hash, type KeyObject } from 'node:crypto';

export interface VerifierKey {
  /** Whose key it is: a log's origin, such as `example.com/vigie`. */
  readonly name: string;
  /** First four bytes of a hash of name and key: a hint to the key, no proof. */
  readonly id: number;
  readonly publicKey: KeyObject;
  /** `name+hash+key`. Equal texts are equal keys. */
  readonly text: string;
}

/** Signature type byte of Ed25519 in signed-note. */
const ED25519 = 0x01;
const KEY_BYTES = 32;
const LONGEST_NAME = 200;

/** Names have neither spaces nor plus signs, since both end a name in a note or a key. */
export function isKeyName(name: string): boolean {
  return name.length > 0 && name.length <= LONGEST_NAME && name.isWellFormed() && !/[\s+\p{Cc}\p{Z}]/u.test(name);
}

/** @throws RangeError where the name cannot be one, or the key is not Ed25519 */
export function verifierKeyOf(name: string, publicKey: KeyObject): VerifierKey {
  if (!isKeyName(name)) throw new RangeError('the name of a key has no spaces and no plus sign');
  const raw = publicKey.export({ format: 'jwk' });
  if (raw.crv !== 'Ed25519' || raw.x === undefined) throw new RangeError('the key is not an Ed25519 key');
  const bytes = Buffer.from(raw.x, 'base64url');
  const typed = Buffer.concat([Buffer.from([ED25519]), bytes]);
  const id = hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), typed]), 'buffer').readUInt32BE();
  const text = `${name}+${id.toString(16).padStart(8, '0')}+${typed.toString('base64')}`;
  return { name, id, publicKey, text };
}

/** Reads a foreign text; undefined where it is no Ed25519 key or its hash is not that of the key. */
export function parseVerifierKey(text: string): VerifierKey | undefined {
  const [, name, encoded] = /^([^+]+)\+[0-9a-f]{8}\+([A-Za-z0-9+/]{44})$/.exec(text) ?? [];
  if (name === undefined || encoded === undefined || !isKeyName(name)) return undefined;
  const typed = Buffer.from(encoded, 'base64');
  if (typed[0] !== ED25519 || typed.length !== 1 + KEY_BYTES) return undefined;
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: typed.subarray(1).toString('base64url') };
  const key = verifierKeyOf(name, createPublicKey({ key: jwk, format: 'jwk' }));
  return key.text === text ? key : undefined;
}
