// Base58 and its checksum, as Bitcoin and its descendants write addresses.
// https://datatracker.ietf.org/doc/html/draft-msporny-base58-03 and https://en.bitcoin.it/wiki/Base58Check_encoding
import { createHash } from 'node:crypto';

const BITCOIN = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const RIPPLE = 'rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz';

/** The order of the 58 characters: the one of Bitcoin, or the one of the XRP Ledger. */
export type Base58Alphabet = 'bitcoin' | 'ripple';

const VALUES: Readonly<Record<Base58Alphabet, Int8Array>> = { bitcoin: valuesOf(BITCOIN), ripple: valuesOf(RIPPLE) };

/** Longer texts are no addresses, and decoding takes the square of the length. */
const LONGEST = 128;

/**
 * The bytes that a text in base 58 stands for.
 *
 * @returns undefined where it holds another character or is longer than any address
 */
export function base58Decode(text: string, alphabet: Base58Alphabet = 'bitcoin'): Uint8Array | undefined {
  if (text.length > LONGEST) return undefined;
  const values = VALUES[alphabet];
  const zero = alphabet === 'bitcoin' ? '1' : 'r';
  const little: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    let carry = code < 128 ? (values[code] ?? -1) : -1;
    if (carry < 0) return undefined;
    for (let j = 0; j < little.length; j++) {
      carry += (little[j] ?? 0) * 58;
      little[j] = carry & 0xff;
      carry >>= 8;
    }
    for (; carry > 0; carry >>= 8) little.push(carry & 0xff);
  }
  let zeros = 0;
  while (zeros < text.length && text[zeros] === zero) zeros++;
  const bytes = new Uint8Array(zeros + little.length);
  for (let j = 0; j < little.length; j++) bytes[bytes.length - 1 - j] = little[j] ?? 0;
  return bytes;
}

/**
 * The payload of an address with a checksum: version first, without the four bytes of the checksum.
 *
 * @returns undefined where the checksum does not hold
 */
export function base58CheckPayload(text: string, alphabet: Base58Alphabet = 'bitcoin'): Uint8Array | undefined {
  // Hashes and ids are written in one case, and would cost two digests each; no address of twenty characters is, but by a hair's
  // chance.
  if (!/[a-z]/.test(text) || !/[A-Z]/.test(text)) return undefined;
  const bytes = base58Decode(text, alphabet);
  if (bytes === undefined || bytes.length < 5) return undefined;
  const payload = bytes.subarray(0, -4);
  const sum = createHash('sha256').update(createHash('sha256').update(payload).digest()).digest();
  return bytes.subarray(-4).every((byte, i) => byte === sum[i]) ? payload : undefined;
}

function valuesOf(alphabet: string): Int8Array {
  const values = new Int8Array(128).fill(-1);
  for (let i = 0; i < alphabet.length; i++) values[alphabet.charCodeAt(i)] = i;
  return values;
}
