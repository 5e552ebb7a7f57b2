// The hash by which words are looked up, since a look-up must cost less than making a string. FNV-1a, 32 bits, over the
// UTF-16 units of a folded word.

export const HASH_START = 0x811c9dc5 | 0;

/** Takes in one folded unit. */
export function hashStep(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** The hash of a word that is folded already. */
export function hashOf(folded: string): number {
  let hash = HASH_START;
  for (let at = 0; at < folded.length; at++) hash = hashStep(hash, folded.charCodeAt(at));
  return hash;
}
