// What stands in the place of a redacted value.
import { createHmac } from 'node:crypto';
import { normaliseValue } from '../values.ts';
import type { Action } from './policy.ts';
import { tokenOf } from './token.ts';

/** Hexadecimal digits of a hash that are shown: 64 bits keep a million values apart with a chance of 1 in 30 million. */
const HASH_DIGITS = 16;

/** Bytes that the key of a redactor has at least. */
export const SHORTEST_KEY = 16;

/** A stand-in for a value. `value` is read as it stands in the text. */
export type Replace = (action: Exclude<Action, 'keep'>, kind: string, value: string) => string;

/** What stands for a masked value of this kind. */
export function labelOf(kind: string): string {
  return `[${kind}]`;
}

/**
 * @param key secret that makes hashes and tokens: the same key gives the same ones, so keep it as you keep the data
 */
export function createReplace(key: Uint8Array): Replace {
  return (action, kind, value) => {
    switch (action) {
      case 'mask':
        return labelOf(kind);
      case 'drop':
        return '';
      case 'hash':
        return `[${kind}:${digestOf(key, kind, value, 0).toString('hex').slice(0, HASH_DIGITS)}]`;
      case 'token':
        return tokenOf(value, (round) => digestOf(key, kind, value, round)) ?? labelOf(kind);
    }
  };
}

/** Values that are written differently and mean the same (a phone with and without blanks) get the same digest. */
function digestOf(key: Uint8Array, kind: string, value: string, round: number): Buffer {
  return createHmac('sha256', key)
    .update(`${kind}\u0000${round}\u0000${normaliseValue(kind, value)}`)
    .digest();
}
