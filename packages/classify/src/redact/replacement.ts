// What stands in the place of a redacted value.
import { createHmac } from 'node:crypto';
import type { Action } from './policy.ts';

/** Hexadecimal digits of a hash that are shown: 64 bits keep a million values apart with a chance of 1 in 10 million. */
const HASH_DIGITS = 16;

/** A stand-in for a value. `value` is read as it stands in the text. */
export type Replace = (action: Exclude<Action, 'keep'>, kind: string, value: string) => string;

/**
 * @param key secret that makes hashes and tokens: the same key gives the same ones, so keep it as you keep the data
 */
export function createReplace(key: Uint8Array): Replace {
  return (action, kind, value) => {
    switch (action) {
      case 'mask':
        return `[${kind}]`;
      case 'drop':
        return '';
      case 'hash':
        return `[${kind}:${digestOf(key, kind, value).toString('hex').slice(0, HASH_DIGITS)}]`;
      case 'token':
        return tokenOf(key, kind, value);
    }
  };
}

function digestOf(key: Uint8Array, kind: string, value: string, round = 0): Buffer {
  return createHmac('sha256', key)
    .update(`${kind}\u0000${round}\u0000${comparable(kind, value)}`)
    .digest();
}

/** Values that are written differently and mean the same get the same hash. */
function comparable(kind: string, value: string): string {
  const trimmed = value.trim();
  if (kind.startsWith('secret/') || kind.startsWith('credential/')) return trimmed;
  const folded = trimmed.toLowerCase();
  return /^(?:national-id|payment|health-id|document|vehicle|person\/phone)/.test(kind)
    ? folded.replace(/[\s.\-/()]/g, '')
    : folded;
}

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const DIGITS = '0123456789';

/**
 * A made-up value of the same shape: letters for letters in their case, digits for digits, `x` for letters of other scripts;
 * signs stay. Check digits are not kept, so that no token is a number that somebody has.
 */
function tokenOf(key: Uint8Array, kind: string, value: string): string {
  let round = 0;
  let stream = digestOf(key, kind, value, round);
  let at = 0;
  const draw = (alphabet: string) => {
    if (at === stream.length) {
      round += 1;
      stream = digestOf(key, kind, value, round);
      at = 0;
    }
    const drawn = alphabet[(stream[at] as number) % alphabet.length] as string;
    at += 1;
    return drawn;
  };
  return value.replace(/\p{L}|\p{N}/gu, (sign) => {
    if (/\p{N}/u.test(sign)) return draw(DIGITS);
    if (/[^\p{Script=Latin}]/u.test(sign)) return 'x';
    return sign === sign.toLowerCase() ? draw(LOWER) : draw(UPPER);
  });
}
