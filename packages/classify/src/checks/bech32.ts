// Bech32 and Bech32m: addresses of segregated witness. BIP-173 and BIP-350,
// https://github.com/bitcoin/bips/blob/master/bip-0173.mediawiki, …/bip-0350.mediawiki

const CHARACTERS = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3] as const;
const BECH32 = 1;
const BECH32M = 0x2bc830a3;
const CHECKSUM_LENGTH = 6;
const LONGEST = 120;

export interface Bech32 {
  /** What stands before the last `1`, in lower case: `bc`. */
  readonly prefix: string;
  /** Five bits each, without the checksum. */
  readonly words: readonly number[];
  readonly variant: 'bech32' | 'bech32m';
}

/**
 * Reads a text in Bech32 or Bech32m.
 *
 * @returns undefined where a character, the case or the checksum is wrong
 */
export function bech32Decode(text: string): Bech32 | undefined {
  const lower = text.toLowerCase();
  if (text.length > LONGEST || (text !== lower && text !== text.toUpperCase())) return undefined;
  const separator = lower.lastIndexOf('1');
  if (separator < 1 || separator + 1 + CHECKSUM_LENGTH > lower.length) return undefined;
  const prefix = lower.slice(0, separator);
  const words: number[] = [];
  for (let i = separator + 1; i < lower.length; i++) {
    const value = CHARACTERS.indexOf(lower[i] ?? '');
    if (value === -1) return undefined;
    words.push(value);
  }
  const sum = checksum(prefix, words);
  if (sum !== BECH32 && sum !== BECH32M) return undefined;
  return { prefix, words: words.slice(0, -CHECKSUM_LENGTH), variant: sum === BECH32 ? 'bech32' : 'bech32m' };
}

/**
 * Whether it is an address of segregated witness: version 0 in Bech32 with 20 or 32 bytes, versions 1 to 16 in Bech32m
 * with 2 to 40.
 */
export function isWitnessAddress(text: string, prefix: string): boolean {
  const read = bech32Decode(text);
  if (read === undefined || read.prefix !== prefix) return false;
  const version = read.words[0] ?? 32;
  const bytes = Math.floor(((read.words.length - 1) * 5) / 8);
  if (version === 0) return read.variant === 'bech32' && (bytes === 20 || bytes === 32);
  return version <= 16 && read.variant === 'bech32m' && bytes >= 2 && bytes <= 40;
}

function checksum(prefix: string, words: readonly number[]): number {
  let sum = 1;
  for (let i = 0; i < prefix.length; i++) sum = step(sum, prefix.charCodeAt(i) >> 5);
  sum = step(sum, 0);
  for (let i = 0; i < prefix.length; i++) sum = step(sum, prefix.charCodeAt(i) & 31);
  for (const word of words) sum = step(sum, word);
  return sum;
}

function step(sum: number, value: number): number {
  const top = sum >>> 25;
  let next = ((sum & 0x1ffffff) << 5) ^ value;
  for (let i = 0; i < GENERATOR.length; i++) if ((top >>> i) & 1) next ^= GENERATOR[i] ?? 0;
  return next;
}
