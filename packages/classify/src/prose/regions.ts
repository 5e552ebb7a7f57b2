// Regions: the parts of a text that are worth reading in words. Everything else, most of a log, is passed over after one
// look at each byte, and one look-up for each word with a capital.
import { landmarksOf } from '../landmarks/landmarks.ts';
import type { Text } from '../text.ts';
import {
  BODY,
  FAMILY,
  FLAGS,
  GIVEN,
  GROUP,
  NAME,
  PLACE,
  PLACE_BEGINS,
  STREET,
  THING,
  TITLE,
  UNIT,
  WORD,
} from './flags.ts';
import { HASH_START, hashStep } from './hash.ts';
import { bitsIn, vocabulary } from './vocabulary.ts';

/** What makes a line worth reading. */
const WORTH = GIVEN | FAMILY | PLACE | GROUP | BODY | PLACE_BEGINS;
/** A line longer than this is read only around what makes it worth reading. */
const LONG_LINE = 1200;
const AROUND = 280;
/** An address goes on for some lines after its street, if these are short. */
const MORE_LINES = 4;
const SHORT_LINE = 90;

/** Bytes of a text in small letters that is read as speech. */
const LONG_SPEECH = 600;

const LINE_FEED = 10;
const BLANK = 32;
const COMMA = 0x2c;
const CAPITAL = 1;
const SMALL = 2;
const BEYOND = 3;
const JOINED = 4;

const CLASS = (() => {
  const table = new Uint8Array(256);
  for (let letter = 65; letter <= 90; letter++) {
    table[letter] = CAPITAL;
    table[letter + 32] = SMALL;
  }
  for (let high = 0xc3; high <= 0xef; high++) table[high] = BEYOND;
  for (let high = 0x80; high < 0xc3; high++) table[high] = JOINED;
  for (let digit = 48; digit <= 57; digit++) table[digit] = JOINED;
  for (const joiner of ['_', '/', '\\', '@', '$', '%', '=']) table[joiner.charCodeAt(0)] = JOINED;
  return table;
})();

/** The small form of an ASCII letter; 0 for all else. */
const LETTER = CLASS.map((kind, byte) => (kind === SMALL ? byte : kind === CAPITAL ? byte + 32 : 0));

/**
 * Calls `visit` with each region, in order and without overlap.
 *
 * @param marks byte offsets that are worth reading besides (trigger words), ascending
 */
export function forEachRegion(text: Text, marks: readonly number[], visit: (start: number, end: number) => void): void {
  const { bytes } = text;
  if (isSpoken(bytes)) {
    visit(0, bytes.length);
    return;
  }
  const regions = new Regions(bytes, visit);
  let mark = 0;
  forEachWorth(bytes, landmarksOf(text).capitals, (start, end) => {
    for (; mark < marks.length && (marks[mark] as number) <= end; mark++) regions.take(marks[mark] as number);
    // The rest of the region is read anyway.
    return Math.max(end, regions.take(start));
  });
  for (; mark < marks.length; mark++) regions.take(marks[mark] as number);
  regions.finish();
}

/** The region at hand, which grows until the next one begins. */
class Regions {
  readonly #bytes: Uint8Array;
  readonly #visit: (start: number, end: number) => void;
  #open = -1;
  #close = -1;

  constructor(bytes: Uint8Array, visit: (start: number, end: number) => void) {
    this.#bytes = bytes;
    this.#visit = visit;
  }

  /** Takes the neighbourhood of a byte into the region at hand, or begins a new one. @returns where that ends */
  take(at: number): number {
    const bytes = this.#bytes;
    let start = lineStart(bytes, at);
    let end = lineEnd(bytes, at, at + LONG_LINE);
    if (end - start > LONG_LINE) {
      start = Math.max(start, at - AROUND);
      end = Math.min(end, at + AROUND);
      if (this.#close !== -1 && start < this.#close) start = this.#close;
      start = onBoundary(bytes, start, -1);
      end = onBoundary(bytes, end, 1);
    } else {
      for (let more = 0; more < MORE_LINES && end < bytes.length; more++) {
        const next = lineEnd(bytes, end + 1, end + SHORT_LINE);
        if (next - end > SHORT_LINE) break;
        end = next;
      }
    }
    if (this.#close !== -1 && start <= this.#close + 1) {
      this.#close = Math.max(this.#close, end);
    } else {
      this.finish();
      this.#open = start;
      this.#close = end;
    }
    return this.#close;
  }

  finish(): void {
    if (this.#close !== -1) this.#visit(this.#open, this.#close);
  }
}

/** Where a line begins, or a place so far before that the line is a long one: looked for no further, so as to stay linear. */
function lineStart(bytes: Uint8Array, at: number): number {
  const lowest = Math.max(0, at - LONG_LINE - 1);
  let start = at;
  while (start > lowest && bytes[start - 1] !== LINE_FEED) start--;
  return start;
}

/** Where a line ends; just behind `last` if that is further. */
function lineEnd(bytes: Uint8Array, from: number, last: number): number {
  const highest = Math.min(bytes.length, last + 1);
  let end = Math.min(from, highest);
  while (end < highest && bytes[end] !== LINE_FEED) end++;
  return end;
}

/**
 * Calls `visit` with each word with a capital or a letter beyond ASCII that makes its line worth reading: where it starts and
 * ends. Goes on where that says.
 */
function forEachWorth(bytes: Uint8Array, capitals: Int32Array, visit: (start: number, end: number) => number): void {
  const { slots } = vocabulary();
  let unknownBefore = -9;
  let at = 0;
  for (let next = 0; next < capitals.length; next++) {
    const start = capitals[next] as number;
    if (start < at) continue;
    let hash = HASH_START;
    let beyond = false;
    let letters = 0;
    let raised = 0;
    for (at = start; at < bytes.length; at++) {
      const byte = bytes[at] as number;
      const letter = LETTER[byte] as number;
      if (letter !== 0) {
        hash = hashStep(hash, letter);
        raised += letter ^ byte;
        letters++;
      } else if (byte >= 0x80) beyond = true;
      else break;
    }
    if (at - start < 2 || (at < bytes.length && CLASS[bytes[at] as number] !== 0)) continue;
    const raisedLetters = raised >> 5;
    const small = letters - raisedLetters;
    const flags = beyond ? GIVEN : bitsIn(slots, hash) & FLAGS;
    const isPaired = start - unknownBefore > 0 && start - unknownBefore <= 4;
    const worth =
      flags === 0
        ? small > 0 && raisedLetters < 2 && isUnknownWorth(bytes, start, at, isPaired)
        : (flags & NOTABLE) !== 0 && isWorth(bytes, start, at, flags, small > 0 || beyond, isPaired);
    const unknown = flags === 0 && small > 1;
    if ((unknown && raisedLetters < 2) || ((flags & NAME) !== 0 && (flags & THING) === 0)) unknownBefore = at;
    if (worth) at = visit(start, at);
  }
}

/** What can make a line worth reading at all. */
const NOTABLE = WORTH | STREET | UNIT | TITLE;

/** Whether a word with a capital of which nothing is known makes its line worth reading. */
function isUnknownWorth(bytes: Uint8Array, start: number, end: number, isPaired: boolean): boolean {
  return isPaired || isInSentence(bytes, start) || (isDigitBehind(bytes, start) && isDigitNear(bytes, end));
}

/** Whether a word with a capital of which these things are known does. */
function isWorth(
  bytes: Uint8Array,
  start: number,
  end: number,
  flags: number,
  small: boolean,
  isPaired: boolean,
): boolean {
  if ((flags & THING) !== 0) return false;
  if ((flags & (STREET | UNIT)) !== 0 && (isDigitNear(bytes, end) || isDigitBehind(bytes, start))) return true;
  if ((flags & TITLE) !== 0 && (flags & WORD) === 0) return small;
  if ((flags & WORTH) === 0) return false;
  if (!small) return isPaired || ((flags & (PLACE | WORD)) === PLACE && isInSentence(bytes, start));
  return (flags & WORD) === 0 || isPaired || isInSentence(bytes, start);
}

/** Whether a capital stands in mid-sentence, behind a small letter or a comma and a blank, or at the start of a line. */
function isInSentence(bytes: Uint8Array, start: number): boolean {
  if (start === 0 || bytes[start - 1] === LINE_FEED) return true;
  const behind = byteBehindBlank(bytes, start);
  return CLASS[behind] === SMALL || behind === COMMA;
}

function isDigitBehind(bytes: Uint8Array, start: number): boolean {
  return isDigit(byteBehindBlank(bytes, start));
}

/** The byte before a blank before a word; 0 where there is none. */
function byteBehindBlank(bytes: Uint8Array, start: number): number {
  return start > 1 && bytes[start - 1] === BLANK ? (bytes[start - 2] as number) : 0;
}

/** Whether a digit stands within three bytes behind a word. */
function isDigitNear(bytes: Uint8Array, from: number): boolean {
  for (let at = from; at < from + 4 && at < bytes.length; at++) if (isDigit(bytes[at] as number)) return true;
  return false;
}

function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}

/** A short text without capitals, as chats have it: letters and blanks, none of the marks of data. */
function isSpoken(bytes: Uint8Array): boolean {
  if (bytes.length > LONG_SPEECH) return false;
  let blanks = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if ((byte >= 65 && byte <= 90) || byte === 0x7b || byte === 0x3d || byte === 0x5b || byte === 0x5f || byte === 0x5c)
      return false;
    if (byte === 32) blanks++;
  }
  return blanks > 0 && blanks * 12 >= bytes.length;
}

/** Moves a cut out of a word: at most 40 bytes on in the given direction. */
function onBoundary(bytes: Uint8Array, at: number, direction: 1 | -1): number {
  let cut = at;
  for (let steps = 0; steps < 40 && cut > 0 && cut < bytes.length; steps++) {
    const byte = bytes[cut] as number;
    if (byte === 32 || byte === LINE_FEED) break;
    cut += direction;
  }
  return cut;
}
