// Tokens of a part of a text: words, numbers, marks and line breaks, with what the vocabulary knows of each word.
import {
  APOSTROPHE_BEYOND,
  BLANK_BEYOND,
  beyondAscii,
  CJK_BEYOND,
  LETTER_BEYOND,
  wordBeyondAscii,
} from './beyond-ascii.ts';
import { GIVEN, GROUP, PARTICLE, RULED, STREET, TITLE, UNCLEAN, UNIT, WORD } from './flags.ts';
import { HASH_START, hashStep } from './hash.ts';
import { CAMEL, INITIAL, LOWER, TITLE_CASE, UPPER } from './shapes.ts';
import { bitsIn, vocabulary } from './vocabulary.ts';

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

/** Tokens of one part, reused from part to part. */
export interface Tokens {
  count: number;
  /**
   * Four numbers a token, since objects would be half the cost: the bytes where it starts and ends, the hash of the folded
   * word (of its part behind the last hyphen), and what it is, see `kindAt` and the functions below it.
   */
  readonly cells: Int32Array;
  /** Tokens at which a rule may find something, ascending: numbers, words with capitals, and small ones with a role. */
  readonly leads: Uint16Array;
  leadCount: number;
  /** Words that are not all small letters. */
  capitals: number;
}

/** Longest part that is read at once; longer ones are cut by regions.ts. */
export const MOST_TOKENS = 8192;
/** Where the last of them begins in the cells. */
const LAST_CELL = 4 * (MOST_TOKENS - 1);

export function newTokens(): Tokens {
  return {
    count: 0,
    cells: new Int32Array(4 * MOST_TOKENS),
    leads: new Uint16Array(MOST_TOKENS),
    leadCount: 0,
    capitals: 0,
  };
}

// What a token is, in one number: its kind in three bits, its shape in three, whether it has characters beyond ASCII, its flags.
const SHAPE_SHIFT = 3;
const SHAPE = 7 << SHAPE_SHIFT;
const BEYOND = 64;
const FLAGS_SHIFT = 16;

export function startAt({ cells }: Tokens, index: number): number {
  return cells[index << 2] ?? 0;
}

export function endAt({ cells }: Tokens, index: number): number {
  return cells[(index << 2) + 1] ?? 0;
}

export function hashAt({ cells }: Tokens, index: number): number {
  return cells[(index << 2) + 2] as number;
}

export function kindAt({ cells }: Tokens, index: number): number {
  return (cells[(index << 2) + 3] as number) & 7;
}

export function shapeAt({ cells }: Tokens, index: number): number {
  return ((cells[(index << 2) + 3] as number) >> SHAPE_SHIFT) & 7;
}

export function flagsAt({ cells }: Tokens, index: number): number {
  return (cells[(index << 2) + 3] as number) >>> FLAGS_SHIFT;
}

export function isBeyondAscii({ cells }: Tokens, index: number): boolean {
  return ((cells[(index << 2) + 3] as number) & BEYOND) !== 0;
}

/** Gives a word another shape than the one in which it is written. */
export function reshape({ cells }: Tokens, index: number, shape: number): void {
  const cell = (index << 2) + 3;
  cells[cell] = ((cells[cell] as number) & ~(7 << SHAPE_SHIFT)) | (shape << SHAPE_SHIFT);
}

/** Makes each token a lead. */
export function leadEverywhere(tokens: Tokens): void {
  for (let index = 0; index < tokens.count; index++) tokens.leads[index] = index;
  tokens.leadCount = tokens.count;
}

/** Makes these tokens, which are ascending, leads too. */
export function addLeads(tokens: Tokens, more: ReadonlySet<number>): void {
  const { leads } = tokens;
  const before = leads.slice(0, tokens.leadCount);
  let count = 0;
  let next = 0;
  for (const index of more) {
    while (next < before.length && (before[next] as number) < index) leads[count++] = before[next++] as number;
    if (before[next] === index) next++;
    leads[count++] = index;
  }
  leads.set(before.subarray(next), count);
  tokens.leadCount = count + before.length - next;
}

const BLANK = 0;
const SMALL = 1;
const CAPITAL = 2;
const DIGIT = 3;
const OTHER_MARK = 4;
const LINE_FEED = 5;
const HIGH = 6;
/** An apostrophe or a hyphen. */
const JOINER = 7;

const CLASS = (() => {
  const table = new Uint8Array(256).fill(OTHER_MARK);
  for (const blank of [9, 11, 12, 13, 32, 0]) table[blank] = BLANK;
  table[10] = LINE_FEED;
  for (let digit = 48; digit <= 57; digit++) table[digit] = DIGIT;
  for (let letter = 65; letter <= 90; letter++) {
    table[letter] = CAPITAL;
    table[letter + 32] = SMALL;
  }
  table.fill(HIGH, 128);
  for (const joiner of [0x27, 0x2d]) table[joiner] = JOINER;
  return table;
})();

const MARKS = CLASS.map((kind) => (kind === OTHER_MARK || kind === JOINER ? 1 : 0));
const PLAIN = CLASS.map((kind) => (kind === SMALL || kind === CAPITAL || kind === DIGIT ? 1 : 0));
const APOSTROPHE = 0x27;

/** The small form of an ASCII letter; 0 for all else. */
const LETTER = CLASS.map((kind, byte) => (kind === SMALL ? byte : kind === CAPITAL ? byte + 32 : 0));

/**
 * Reads a part into tokens. Stops at MOST_TOKENS. It is long because its loop is the finder's busiest: calls would cost more
 * than what they hold.
 *
 * @param start, end bytes from the start of the text
 * @returns the byte at which it stopped: `end`, but for a part with too many tokens
 */
export function tokenise(bytes: Uint8Array, start: number, end: number, into: Tokens): number {
  const { cells, leads } = into;
  const { slots } = vocabulary();
  let leadCount = 0;
  let capitals = 0;
  let cell = 0;
  let at = start;
  while (at < end && cell <= LAST_CELL) {
    const kind = CLASS[bytes[at] as number] as number;
    if (kind === BLANK) {
      at++;
      continue;
    }
    cells[cell] = at;
    cells[cell + 2] = 0;
    if (MARKS[bytes[at] as number] === 1) {
      // Marks come in runs, as in `":"`: a loop of their own spares the processor a guess for each.
      for (;;) {
        cells[cell + 3] = MARK_TOKEN;
        at++;
        if (at >= end || MARKS[bytes[at] as number] === 0 || cell >= LAST_CELL) break;
        cells[cell + 1] = at;
        cell += 4;
        cells[cell] = at;
        cells[cell + 2] = 0;
      }
    } else if (kind === SMALL || kind === CAPITAL) {
      // Most words are plain ones: letters of ASCII up to a blank or a mark.
      let hash = HASH_START;
      let raised = 0;
      let next = at;
      for (; next < end; next++) {
        const byte = bytes[next] as number;
        const letter = LETTER[byte] as number;
        if (letter === 0) break;
        hash = hashStep(hash, letter);
        raised += letter ^ byte;
      }
      if (endsPlainly(bytes, next, end)) {
        const shape = raised === 0 ? LOWER : shapeOfPlain(next - at, raised >> 5, kind === CAPITAL);
        const bits = bitsIn(slots, hash);
        cells[cell + 2] = hash;
        cells[cell + 3] = WORD_TOKEN | (shape << SHAPE_SHIFT) | (bits << FLAGS_SHIFT);
        if (shape !== LOWER) capitals++;
        if (shape !== LOWER || leadsInSmall(bits, next - at, bytes[next - 1] as number)) leads[leadCount++] = cell >> 2;
        at = next;
      } else {
        at = readDigits(bytes, at, next, end, cells, cell) || readWord(bytes, at, end, cells, cell);
        if (((cells[cell + 3] as number) & SHAPE) !== 0) capitals++;
        leads[leadCount++] = cell >> 2;
      }
    } else if (kind === LINE_FEED) {
      cells[cell + 3] = BREAK_TOKEN;
      at++;
    } else if (kind === DIGIT) {
      at = readDigits(bytes, at, at, end, cells, cell) || readWord(bytes, at, end, cells, cell);
      leads[leadCount++] = cell >> 2;
    } else {
      const what = beyondAscii(bytes, at, end);
      const type = what >> 3;
      if (type === BLANK_BEYOND) {
        at += what & 7;
        continue;
      }
      if (type === LETTER_BEYOND) {
        at = readWord(bytes, at, end, cells, cell);
        if (((cells[cell + 3] as number) & SHAPE) !== 0) capitals++;
        leads[leadCount++] = cell >> 2;
      } else if (type === CJK_BEYOND) {
        cells[cell + 3] = CJK_TOKEN | BEYOND;
        at = behindCjk(bytes, at, end);
      } else {
        cells[cell + 3] = MARK_TOKEN | BEYOND;
        at += what & 7;
      }
    }
    cells[cell + 1] = at;
    cell += 4;
  }
  into.count = cell >> 2;
  into.leadCount = leadCount;
  into.capitals = capitals;
  return at;
}

/**
 * Reads the digits at a byte, behind letters or not, and what ASCII letters and digits follow; gives the byte behind. Most
 * numbers and identifiers need no more.
 *
 * @returns 0 where something else goes on: then nothing is read
 */
function readDigits(
  bytes: Uint8Array,
  start: number,
  digits: number,
  end: number,
  cells: Int32Array,
  cell: number,
): number {
  let at = digits;
  while (at < end && CLASS[bytes[at] as number] === DIGIT) at++;
  if (at === digits) return 0;
  const onlyDigits = at;
  while (at < end && PLAIN[bytes[at] as number] === 1) at++;
  if (at < end && (CLASS[bytes[at] as number] === HIGH || bytes[at] === APOSTROPHE)) return 0;
  cells[cell + 3] = digits === start && at === onlyDigits ? NUMBER_TOKEN : MIXED_TOKEN;
  return at;
}

/** Whether a word of ASCII letters ends here: no digit, no letter beyond ASCII, no joined part follows. */
function endsPlainly(bytes: Uint8Array, at: number, end: number): boolean {
  if (at >= end) return true;
  const kind = CLASS[bytes[at] as number] as number;
  return (
    kind === BLANK || kind === OTHER_MARK || kind === LINE_FEED || (kind === JOINER && !joins(bytes, at, at + 1, end))
  );
}

function shapeOfPlain(letters: number, capitals: number, first: boolean): number {
  if (letters === 1) return INITIAL;
  if (capitals === letters) return UPPER;
  return first && capitals === 1 ? TITLE_CASE : CAMEL;
}

/** Whether a rule may begin at a word in small letters: it has a role, is only a given name, or may be a people with its plural s. */
function leadsInSmall(bits: number, letters: number, last: number): boolean {
  if ((bits & (GROUP | TITLE | STREET | UNIT | RULED)) !== 0) return true;
  if ((bits & GIVEN) !== 0 && (bits & (UNCLEAN | PARTICLE)) === 0) return true;
  return last === 0x73 && letters >= 5 && (bits & WORD) === 0;
}

function behindCjk(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && CLASS[bytes[at] as number] === HIGH && beyondAscii(bytes, at, end) >> 3 === CJK_BEYOND) at += 3;
  return at;
}

/** Reads letters and digits, with apostrophes and hyphens between letters; gives the byte behind. */
function readWord(bytes: Uint8Array, start: number, end: number, cells: Int32Array, cell: number): number {
  const { slots } = vocabulary();
  let at = start;
  let hash = HASH_START;
  let digits = 0;
  let letters = 0;
  let capitals = 0;
  let innerCapitals = 0;
  let isBeyond = false;
  let bits = 0;
  let partCapital = false;
  let partStart = true;
  for (; at < end; at++) {
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
      const what = beyondAscii(bytes, at, end);
      if (what >> 3 === LETTER_BEYOND) {
        letters++;
        partStart = false;
      } else if (what >> 3 === APOSTROPHE_BEYOND && joins(bytes, at, at + 3, end)) {
        partStart = true;
      } else break;
      isBeyond = true;
      at += (what & 7) - 1;
    } else if (byte === 0x27 && joins(bytes, at, at + 1, end)) {
      partStart = true;
    } else if (byte === 0x2d && digits === 0 && joins(bytes, at, at + 1, end)) {
      if (!isBeyond) bits |= bitsIn(slots, hash);
      hash = HASH_START;
      partStart = true;
    } else break;
  }
  const beyond = isBeyond ? BEYOND : 0;
  if (letters === 0) cells[cell + 3] = NUMBER_TOKEN | beyond;
  else if (digits > 0) cells[cell + 3] = MIXED_TOKEN | beyond;
  else if (isBeyond) {
    const word = wordBeyondAscii(bytes, start, at);
    cells[cell + 2] = word.hash;
    cells[cell + 3] = WORD_TOKEN | BEYOND | (word.shape << SHAPE_SHIFT) | (word.bits << FLAGS_SHIFT);
  } else {
    const single = letters === 1 && capitals === 1;
    const title = partCapital && innerCapitals === 0;
    const shape = capitals === 0 ? LOWER : single ? INITIAL : capitals === letters ? UPPER : title ? TITLE_CASE : CAMEL;
    cells[cell + 2] = hash;
    cells[cell + 3] = WORD_TOKEN | (shape << SHAPE_SHIFT) | ((bits | bitsIn(slots, hash)) << FLAGS_SHIFT);
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
