// Tokens of a part of a text: words, numbers, marks and line breaks, with what the vocabulary knows of each word.
import { fold } from './fold.ts';
import { HASH_START, hashOf, hashStep, vocabulary } from './vocabulary.ts';

export const WORD_TOKEN = 1;
export const NUMBER_TOKEN = 2;
/** One mark of punctuation, or one symbol. */
export const MARK_TOKEN = 3;
/** One line feed, with the blanks around it. */
export const BREAK_TOKEN = 4;
/** A run of Han, Kana or Hangul. */
const CJK_TOKEN = 5;
/** Letters and digits mixed: `19b`, `a4`. */
export const MIXED_TOKEN = 6;

/** All letters small. */
export const LOWER = 0;
/** A capital, then small letters; `Jean-Pierre` and `O'Neil` too. */
export const TITLE_CASE = 1;
/** Two capitals or more and nothing else. */
export const UPPER = 2;
/** One capital alone. */
export const INITIAL = 3;
/** Capitals inside: `McDonald`, `iPhone`. */
export const CAMEL = 4;

/** Columns of tokens, reused from part to part, since objects a token would be half the cost. */
export interface Tokens {
  count: number;
  kind: Uint8Array;
  shape: Uint8Array;
  flags: Uint16Array;
  start: Int32Array;
  end: Int32Array;
  /** Hash of the folded word, or of its part behind the last hyphen. */
  hash: Int32Array;
  /** 1 where the token has characters beyond ASCII. */
  beyond: Uint8Array;
}

/** Longest part that is read at once; longer ones are cut by regions.ts. */
export const MOST_TOKENS = 8192;

export function newTokens(): Tokens {
  return {
    count: 0,
    kind: new Uint8Array(MOST_TOKENS),
    shape: new Uint8Array(MOST_TOKENS),
    flags: new Uint16Array(MOST_TOKENS),
    start: new Int32Array(MOST_TOKENS),
    end: new Int32Array(MOST_TOKENS),
    hash: new Int32Array(MOST_TOKENS),
    beyond: new Uint8Array(MOST_TOKENS),
  };
}

const CLASS = classes();
const BLANK = 0;
const SMALL = 1;
const CAPITAL = 2;
const DIGIT = 3;
const OTHER_MARK = 4;
const LINE_FEED = 5;
const HIGH = 6;

function classes(): Uint8Array {
  const table = new Uint8Array(256).fill(4);
  for (const blank of [9, 11, 12, 13, 32, 0]) table[blank] = 0;
  table[10] = 5;
  for (let digit = 48; digit <= 57; digit++) table[digit] = 3;
  for (let letter = 65; letter <= 90; letter++) {
    table[letter] = 2;
    table[letter + 32] = 1;
  }
  for (let high = 128; high <= 255; high++) table[high] = 6;
  return table;
}

/** What a character beyond ASCII is: a letter, a blank, an apostrophe, a mark, or CJK; and its bytes. */
const LETTER_BEYOND = 1;
const BLANK_BEYOND = 2;
const APOSTROPHE_BEYOND = 3;
const MARK_BEYOND = 4;
const CJK_BEYOND = 5;

function beyond(bytes: Uint8Array, at: number, end: number): number {
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

/**
 * Reads a part into tokens. Stops at MOST_TOKENS.
 *
 * @param start, end bytes from the start of the text
 * @returns the byte at which it stopped: `end`, but for a part with too many tokens
 */
export function tokenise(bytes: Uint8Array, start: number, end: number, into: Tokens): number {
  let count = 0;
  let at = start;
  while (at < end && count < MOST_TOKENS) {
    const byte = bytes[at] as number;
    const kind = CLASS[byte] as number;
    if (kind === BLANK) {
      at++;
      continue;
    }
    into.start[count] = at;
    into.flags[count] = 0;
    into.shape[count] = LOWER;
    into.hash[count] = 0;
    into.beyond[count] = kind === HIGH ? 1 : 0;
    if (kind === SMALL || kind === CAPITAL || kind === DIGIT) {
      at = readWord(bytes, at, end, into, count);
    } else if (kind === LINE_FEED) {
      into.kind[count] = BREAK_TOKEN;
      at++;
    } else if (kind === HIGH) {
      const what = beyond(bytes, at, end);
      const type = what >> 3;
      if (type === BLANK_BEYOND) {
        at += what & 7;
        continue;
      }
      if (type === LETTER_BEYOND) at = readWord(bytes, at, end, into, count);
      else if (type === CJK_BEYOND) {
        into.kind[count] = CJK_TOKEN;
        while (
          at < end &&
          (CLASS[bytes[at] as number] as number) === HIGH &&
          beyond(bytes, at, end) >> 3 === CJK_BEYOND
        )
          at += 3;
      } else {
        into.kind[count] = MARK_TOKEN;
        at += what & 7;
      }
    } else {
      into.kind[count] = MARK_TOKEN;
      at++;
    }
    into.end[count] = at;
    count++;
  }
  into.count = count;
  return at;
}

/** Reads letters and digits, with apostrophes and hyphens between letters; gives the byte behind. */
function readWord(bytes: Uint8Array, start: number, end: number, into: Tokens, index: number): number {
  let at = start;
  let hash = HASH_START;
  let digits = 0;
  let letters = 0;
  let capitals = 0;
  let innerCapitals = 0;
  let beyondAscii = false;
  let flags = 0;
  let partCapital = false;
  let partStart = true;
  const known = vocabulary();
  while (at < end) {
    const byte = bytes[at] as number;
    const kind = CLASS[byte] as number;
    if (kind === SMALL) {
      hash = hashStep(hash, byte);
      letters++;
      partStart = false;
    } else if (kind === CAPITAL) {
      hash = hashStep(hash, byte + 32);
      letters++;
      capitals++;
      if (partStart) partCapital = true;
      else innerCapitals++;
      partStart = false;
    } else if (kind === DIGIT) {
      digits++;
      partStart = false;
    } else if (kind === HIGH) {
      const what = beyond(bytes, at, end);
      if (what >> 3 === LETTER_BEYOND) {
        beyondAscii = true;
        letters++;
        partStart = false;
        at += what & 7;
        continue;
      }
      if (what >> 3 === APOSTROPHE_BEYOND && joins(bytes, at, at + 3, end)) {
        beyondAscii = true;
        at += 3;
        partStart = true;
        continue;
      }
      break;
    } else if (byte === 0x27 && joins(bytes, at, at + 1, end)) {
      partStart = true;
    } else if (byte === 0x2d && digits === 0 && joins(bytes, at, at + 1, end)) {
      if (!beyondAscii) flags |= known.flags(hash);
      hash = HASH_START;
      partStart = true;
    } else break;
    at++;
  }
  if (beyondAscii) into.beyond[index] = 1;
  if (letters === 0) into.kind[index] = NUMBER_TOKEN;
  else if (digits > 0) into.kind[index] = MIXED_TOKEN;
  else {
    into.kind[index] = WORD_TOKEN;
    if (beyondAscii) readBeyondAscii(bytes, start, at, into, index);
    else {
      into.hash[index] = hash;
      into.flags[index] = flags | known.flags(hash);
      into.shape[index] =
        capitals === 0
          ? LOWER
          : letters === 1
            ? INITIAL
            : capitals === letters
              ? UPPER
              : partCapital && innerCapitals === 0
                ? TITLE_CASE
                : CAMEL;
    }
  }
  return at;
}

/** Whether an apostrophe or hyphen stands between two letters, and is no English 's. */
function joins(bytes: Uint8Array, at: number, next: number, end: number): boolean {
  if (next >= end) return false;
  const before = CLASS[bytes[at - 1] as number] as number;
  const byte = bytes[next] as number;
  const after = CLASS[byte] as number;
  if (before === DIGIT || (after !== SMALL && after !== CAPITAL && after !== HIGH)) return false;
  if (bytes[at] === 0x2d) return true;
  const behind = next + 1 < end ? (CLASS[bytes[next + 1] as number] as number) : OTHER_MARK;
  const possessive = (byte | 32) === 0x73 && behind !== SMALL && behind !== CAPITAL && behind !== HIGH;
  return !possessive;
}

function readBeyondAscii(bytes: Uint8Array, start: number, end: number, into: Tokens, index: number): void {
  const written = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('utf8');
  let flags = 0;
  let hash = HASH_START;
  for (const part of written.split('-')) {
    hash = hashOf(fold(part));
    flags |= vocabulary().flags(hash);
  }
  into.hash[index] = hash;
  into.flags[index] = flags;
  into.shape[index] = shapeOf(written);
}

function shapeOf(written: string): number {
  const letters = written.replace(/['’‘-]/g, '');
  if (letters === letters.toLowerCase()) return LOWER;
  if (letters.length === 1) return INITIAL;
  if (letters === letters.toUpperCase()) return UPPER;
  const inner = written.split(/['’‘-]/).some((part) => part.slice(1) !== part.slice(1).toLowerCase());
  return inner || written[0] === written[0]?.toLowerCase() ? CAMEL : TITLE_CASE;
}
