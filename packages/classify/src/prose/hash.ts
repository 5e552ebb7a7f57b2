// The hash by which words are looked up, since a look-up must cost less than making a string. FNV-1a, 32 bits, over the
// UTF-16 units of a folded word.

export const HASH_START = 0x811c9dc5 | 0;

const PRIME = 0x01000193;

/** Takes in one folded unit. */
export function hashStep(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, PRIME);
}

/** What the prime is multiplied with to give 1, modulo 2 to the power of 32. */
const INVERSE = 0x359c449b;

/** The hash before its last unit was taken in. */
export function hashBefore(hash: number, unit: number): number {
  return Math.imul(hash, INVERSE) ^ unit;
}

/** The hash of a word that is folded already. */
export function hashOf(folded: string): number {
  let hash = HASH_START;
  for (let at = 0; at < folded.length; at++) hash = hashStep(hash, folded.charCodeAt(at));
  return hash;
}
