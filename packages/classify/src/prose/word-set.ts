// A set of folded words that is asked by hash first, so that a word need hardly ever be made into a string.
import { fold } from './fold.ts';
import { hashOf } from './hash.ts';

export interface WordSet {
  readonly words: ReadonlySet<string>;
  /** By the lower bits of a hash: 1 where a word of the set has them. */
  readonly hashes: Uint8Array;
}

const HASH_BITS = 11;

/** A set of words that are separated by blanks or commas; words of one part, without hyphens. */
export function wordSet(list: string): WordSet {
  const words = new Set(list.split(/[\s,]+/).map(fold));
  const hashes = new Uint8Array(1 << HASH_BITS);
  for (const word of words) hashes[hashOf(word) & ((1 << HASH_BITS) - 1)] = 1;
  return { words, hashes };
}

/** Whether a word of the set may have this hash. */
export function mayHold({ hashes }: WordSet, hash: number): boolean {
  return hashes[hash & ((1 << HASH_BITS) - 1)] === 1;
}
