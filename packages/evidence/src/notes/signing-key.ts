// The private key of a log. It never stands in the log, nor in a message of an error.
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { type VerifierKey, verifierKeyOf } from './verifier-key.ts';

export interface SigningKey {
  readonly privateKey: KeyObject;
  readonly verifier: VerifierKey;
}

/** RFC 8410, section 7: what stands before the 32 bytes of the seed in a PKCS #8 of Ed25519. */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const SEED_BYTES = 32;

/**
 * Makes the key of a log.
 *
 * @param name whose key it is: the log's origin, such as `example.com/vigie`
 * @param seed 32 bytes of chance
 * @throws RangeError where the seed has another length, or the name has a space or a plus sign
 */
export function createSigningKey(name: string, seed: Uint8Array): SigningKey {
  if (seed.length !== SEED_BYTES) throw new RangeError('the seed of a key has 32 bytes');
  const der = Buffer.concat([PKCS8_PREFIX, seed]);
  return signingKeyOf(name, createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
}

/** The key as PEM (PKCS #8), for a file that nobody else may read. */
export function exportSigningKey({ privateKey }: SigningKey): string {
  return privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
}

/** Reads what `exportSigningKey` or `openssl genpkey -algorithm ed25519` wrote; undefined where it is no such key. */
export function importSigningKey(name: string, pem: string): SigningKey | undefined {
  try {
    return signingKeyOf(name, createPrivateKey(pem));
  } catch {
    // Not said why: the reason of a parser may quote what it read.
    return undefined;
  }
}

function signingKeyOf(name: string, privateKey: KeyObject): SigningKey {
  return { privateKey, verifier: verifierKeyOf(name, createPublicKey(privateKey)) };
}
