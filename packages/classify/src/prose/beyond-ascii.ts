// Characters and words beyond ASCII, in UTF-8: what a character is to the reader of tokens, and what a word folds to.
import { fold } from './fold.ts';
import { HASH_START, hashOf, hashStep } from './hash.ts';
import { CAMEL, INITIAL, LOWER, TITLE_CASE, UPPER } from './shapes.ts';
import { bitsIn, vocabulary } from './vocabulary.ts';

/** What a character beyond ASCII is. */
export const LETTER_BEYOND = 1;
export const BLANK_BEYOND = 2;
export const APOSTROPHE_BEYOND = 3;
const MARK_BEYOND = 4;
export const CJK_BEYOND = 5;

/** What a character is, times eight, and the bytes that it takes. */
export function beyondAscii(bytes: Uint8Array, at: number, end: number): number {
  const lead = bytes[at] as number;
  if (lead < 0xc2) return MARK_BEYOND * 8 + 1;
  if (lead < 0xe0) {
    if (at + 1 >= end) return MARK_BEYOND * 8 + 1;
    const next = bytes[at + 1] as number;
    if (lead === 0xc2)
      return (next === 0xa0 ? BLANK_BEYOND : next === 0xaa || next === 0xba ? LETTER_BEYOND : MARK_BEYOND) * 8 + 2;
    if (lead === 0xc3 && (next === 0x97 || next === 0xb7)) return MARK_BEYOND * 8 + 2;
    return LETTER_BEYOND * 8 + 2;
  }
  if (lead < 0xf0) {
    if (at + 2 >= end) return MARK_BEYOND * 8 + 1;
    const next = bytes[at + 1] as number;
    const last = bytes[at + 2] as number;
    if (lead === 0xe2) {
      if (next === 0x80) {
        if (last <= 0x8b || last === 0xaf) return BLANK_BEYOND * 8 + 3;
        if (last === 0x98 || last === 0x99) return APOSTROPHE_BEYOND * 8 + 3;
      }
      return MARK_BEYOND * 8 + 3;
    }
    if (lead === 0xe3 && next === 0x80)
      return (last === 0x80 ? BLANK_BEYOND : last === 0x85 ? CJK_BEYOND : MARK_BEYOND) * 8 + 3;
    if (lead >= 0xe3 && lead <= 0xed) return CJK_BEYOND * 8 + 3;
    if (lead === 0xef) return MARK_BEYOND * 8 + 3;
    return LETTER_BEYOND * 8 + 3;
  }
  return MARK_BEYOND * 8 + Math.min(4, end - at);
}

/** A word with letters beyond ASCII, as far as the reader asks. */
export interface WordBeyondAscii {
  readonly folded: string;
  /** Of the part behind the last hyphen. */
  readonly hash: number;
  /** Of all its parts. */
  readonly bits: number;
  readonly shape: number;
}

interface Remembered {
  readonly letters: Uint8Array;
  readonly word: WordBeyondAscii;
}

/** The last words read, by a hash of their bytes: folding needs strings, and a text repeats its words. */
const REMEMBERED_BITS = 12;
const remembered: Array<Remembered | undefined> = new Array(1 << REMEMBERED_BITS).fill(undefined);
/** Longer ones, which are hardly words, are not kept. */
const LONGEST_REMEMBERED = 48;

/** Reads a word. `start` and `end` in bytes. */
export function wordBeyondAscii(bytes: Uint8Array, start: number, end: number): WordBeyondAscii {
  let hash = HASH_START;
  for (let at = start; at < end; at++) hash = hashStep(hash, bytes[at] as number);
  const slot = (hash ^ (hash >>> 16)) & ((1 << REMEMBERED_BITS) - 1);
  const known = remembered[slot];
  if (known !== undefined && isSame(known.letters, bytes, start, end)) return known.word;
  const word = readWord(Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('utf8'));
  if (end - start <= LONGEST_REMEMBERED) remembered[slot] = { letters: bytes.slice(start, end), word };
  return word;
}

function isSame(letters: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (letters.length !== end - start) return false;
  for (let at = 0; at < letters.length; at++) if (letters[at] !== bytes[start + at]) return false;
  return true;
}

function readWord(written: string): WordBeyondAscii {
  const { slots } = vocabulary();
  let bits = 0;
  let hash = HASH_START;
  for (const part of written.split('-')) {
    hash = hashOf(fold(part));
    bits |= bitsIn(slots, hash);
  }
  return { folded: fold(written), hash, bits, shape: shapeOf(written) };
}

function shapeOf(written: string): number {
  const letters = written.replace(/['’‘-]/g, '');
  if (letters === letters.toLowerCase()) return LOWER;
  if (letters.length === 1) return INITIAL;
  if (letters === letters.toUpperCase()) return UPPER;
  const inner = written.split(/['’‘-]/).some((part) => part.slice(1) !== part.slice(1).toLowerCase());
  return inner || written[0] === written[0]?.toLowerCase() ? CAMEL : TITLE_CASE;
}
