// Whether a sentence may speak of a person, told from its bytes: logs are full of words that vocabularies hold ("election",
// "court", "disabled") and speak of nobody, so nothing is decoded for them.

import { personTerms } from './language.ts';
import { type Bounds, isLetterOrDigit } from './sentence.ts';

const HASH_BITS = 16;
/** Fowler, Noll and Vo, FNV-1a, over the letters of a word; digits make other words of them. */
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

const LOW_LINE = 0x5f;
const BACKSLASH = 0x5c;

const WHOLE = 1;
const STEM = 2;

let known: { readonly words: Uint8Array; readonly ends: ReadonlySet<number> } | undefined;

/** False only where no word of a person stands in the sentence, in any language. */
export function mayTellOfPerson(bytes: Uint8Array, { start, end }: Bounds): boolean {
  known ??= knownWords();
  const { words, ends } = known;
  const isKnown = (word: number, ending: number) => ((words[slotOf(word)] as number) & WHOLE) !== 0 || ends.has(ending);
  let hash = OFFSET;
  for (let at = start; at <= end; at += 1) {
    const byte = at < end ? (bytes[at] as number) : 0;
    // Other scripts, accents and escapes are left to the reading of the sentence.
    if (byte >= 0x80 || (byte === BACKSLASH && bytes[at + 1] === 0x75)) return true;
    if (isLetterOrDigit(byte) || byte === LOW_LINE) {
      hash = Math.imul(hash ^ (byte | 0x20), PRIME);
      if (((words[slotOf(hash)] as number) & STEM) !== 0) return true;
    } else {
      if (hash !== OFFSET && isKnown(hash, at - start >= 3 ? lastThree(bytes, at) : 0)) return true;
      hash = OFFSET;
      // The letter of an escape begins no word: `\\tI am`.
      if (byte === BACKSLASH && isEscapeLetter(bytes[at + 1])) at += 1;
    }
  }
  return false;
}

/** Of `\n`, `\r` and `\t`. */
function isEscapeLetter(byte: number | undefined): boolean {
  return byte === 0x6e || byte === 0x72 || byte === 0x74;
}

function slotOf(hash: number): number {
  return (hash ^ (hash >>> HASH_BITS)) & ((1 << HASH_BITS) - 1);
}

function lastThree(bytes: Uint8Array, end: number): number {
  const at = (back: number) => (bytes[end - back] as number) | 0x20;
  return at(1) | (at(2) << 8) | (at(3) << 16);
}

function knownWords(): { readonly words: Uint8Array; readonly ends: ReadonlySet<number> } {
  const words = new Uint8Array(1 << HASH_BITS);
  const ends = new Set<number>();
  for (const { text, anyStart, anyEnd } of personTerms()) {
    const bytes = Buffer.from(text);
    if (anyStart) ends.add(lastThree(bytes, bytes.length));
    else {
      const slot = slotOf(bytes.reduce((hash, byte) => Math.imul(hash ^ byte, PRIME), OFFSET));
      words[slot] = (words[slot] as number) | (anyEnd ? STEM : WHOLE);
    }
  }
  return { words, ends };
}
