// Honeytokens: texts that look like a key, a login or a person's row, that no issuer ever gave, and that nobody has a reason to use. Each
// carries a tag that only the holder of the key can make, so ours are known wherever they turn up and no list of them is kept.
import { createHmac } from 'node:crypto';

export const TOKEN_KINDS = ['aws-key', 'aws-secret', 'api-key', 'db-url', 'email', 'row'] as const;
export type TokenKind = (typeof TOKEN_KINDS)[number];

/** Half of a token's body is chance or a name, the other half is the tag. */
export interface Shape {
  readonly kind: TokenKind;
  /** Where one may stand in a text; its one group is the body. Bounded on both sides, so that a search is linear. */
  readonly pattern: RegExp;
  /** @param body twice as many digits of `alphabet` as `half` */
  readonly written: (body: string) => string;
  readonly alphabet: string;
  readonly half: number;
  /** The body as it was made, whatever case and dashes it is written with now; undefined where it is none. */
  readonly bodyOf: (found: string) => string | undefined;
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const LOWER32 = BASE32.toLowerCase();
const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const HEX = '0123456789abcdef';
const asItIs = (found: string) => found;
const inLowerCase = (found: string) => found.toLowerCase();

export const SHAPES: readonly Shape[] = [
  {
    // An id of a long-lived key: AKIA and 16 digits of base 32.
    kind: 'aws-key',
    pattern: /(?<![A-Z0-9])AKIA([A-Z2-7]{16})(?![A-Z0-9])/g,
    written: (body) => `AKIA${body}`,
    alphabet: BASE32,
    half: 8,
    bodyOf: asItIs,
  },
  {
    // The secret that belongs to it: 40 signs. The two signs of base 64 that URLs write otherwise are left out.
    kind: 'aws-secret',
    pattern: /(?<![A-Za-z0-9+/])([A-Za-z0-9]{40})(?![A-Za-z0-9+/=])/g,
    written: asItIs,
    alphabet: BASE62,
    half: 20,
    bodyOf: asItIs,
  },
  {
    // GitHub's form: 30 digits of base 62, then their CRC-32 in 6 (github.blog, "Behind GitHub's new authentication token formats").
    kind: 'api-key',
    pattern: /(?<![A-Za-z0-9_])ghp_([A-Za-z0-9]{36})(?![A-Za-z0-9])/g,
    written: (body) => `ghp_${body}${checksum62(body)}`,
    alphabet: BASE62,
    half: 15,
    bodyOf: (found) => (checksum62(found.slice(0, 30)) === found.slice(30) ? found.slice(0, 30) : undefined),
  },
  {
    kind: 'db-url',
    pattern: /(?<![A-Za-z0-9])([a-z2-7]{24})(?![A-Za-z0-9])/gi,
    written: (body) => `postgres://reporting:${body}@db-replica.example.org:5432/orders`,
    alphabet: LOWER32,
    half: 12,
    bodyOf: inLowerCase,
  },
  {
    kind: 'email',
    pattern: /(?<![A-Za-z0-9])([a-z2-7]{16})@[a-z]+\.example\.org/gi,
    written: (body) => `${body}@members.example.org`,
    alphabet: LOWER32,
    half: 8,
    bodyOf: inLowerCase,
  },
  {
    // The id of a row, in the form of a random UUID (RFC 9562, version 4).
    kind: 'row',
    pattern: /(?<![0-9a-f])([0-9a-f]{8}-?[0-9a-f]{4}-?4[0-9a-f]{3}-?8[0-9a-f]{3}-?[0-9a-f]{12})(?![0-9a-f])/gi,
    written: (body) =>
      `${body.slice(0, 8)}-${body.slice(8, 12)}-4${body.slice(12, 15)}-8${body.slice(15, 18)}-${body.slice(18)}`,
    alphabet: HEX,
    half: 15,
    bodyOf: (found) => {
      const digits = found.replaceAll('-', '').toLowerCase();
      return `${digits.slice(0, 12)}${digits.slice(13, 16)}${digits.slice(17)}`;
    },
  },
];

export interface TokenMint {
  /** @param name the same name gives the same token; 16 random bytes as a text where nobody has to find the name again */
  readonly token: (kind: TokenKind, name: string) => string;
}

/** The shortest key that keeps a tag from being guessed by whoever has a token. */
const MIN_KEY_BYTES = 16;

/** @throws RangeError where the key is shorter than 16 bytes */
export function createTokenMint(key: Uint8Array): TokenMint {
  if (key.length < MIN_KEY_BYTES) throw new RangeError(`a key of honeytokens has ${MIN_KEY_BYTES} bytes at least`);
  return {
    token: (kind, name) => {
      const shape = shapeOf(kind);
      const nonce = nonceOf(key, shape, name);
      return shape.written(nonce + tagOf(key, shape, nonce));
    },
  };
}

export function nonceOf(key: Uint8Array, shape: Shape, name: string): string {
  return digits(key, `vigie honeytoken name\0${shape.kind}\0${name}`, shape);
}

export function tagOf(key: Uint8Array, shape: Shape, nonce: string): string {
  return digits(key, `vigie honeytoken tag\0${shape.kind}\0${nonce}`, shape);
}

function shapeOf(kind: TokenKind): Shape {
  const shape = SHAPES.find((one) => one.kind === kind);
  if (!shape) throw new RangeError(`there is no honeytoken of the kind ${kind}`);
  return shape;
}

/** So many digits of the HMAC of a text. */
function digits(key: Uint8Array, text: string, { alphabet, half }: Shape): string {
  let value = BigInt(`0x${createHmac('sha256', key).update(text).digest('hex')}`);
  const base = BigInt(alphabet.length);
  let written = '';
  for (let place = 0; place < half; place += 1) {
    written += alphabet[Number(value % base)];
    value /= base;
  }
  return written;
}

function checksum62(text: string): string {
  let value = crc32(text);
  let written = '';
  for (let place = 0; place < 6; place += 1) {
    written = `${BASE62[value % 62]}${written}`;
    value = Math.floor(value / 62);
  }
  return written;
}

function crc32(text: string): number {
  let crc = 0xffffffff;
  for (let index = 0; index < text.length; index += 1) {
    crc ^= text.charCodeAt(index);
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
