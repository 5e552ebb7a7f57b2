// A reading: the tokens of one region and questions about them that several rules ask.

import { decode, type Text } from '../text.ts';
import { wordBeyondAscii } from './beyond-ascii.ts';
import { TITLE } from './flags.ts';
import { fold } from './fold.ts';
import { mayEndIn, type PhraseEnding, type PhraseSet } from './phrase-set.ts';
import { INITIAL, LOWER } from './shapes.ts';
import {
  BREAK_TOKEN,
  endAt,
  flagsAt,
  hashAt,
  isBeyondAscii,
  kindAt,
  MARK_TOKEN,
  MIXED_TOKEN,
  NUMBER_TOKEN,
  shapeAt,
  startAt,
  type Tokens,
  WORD_TOKEN,
} from './tokens.ts';
import { mayHold, type WordSet, wordSet } from './word-set.ts';

export interface Reading extends Tokens {
  readonly text: Text;
  /** Those of the text. */
  readonly bytes: Uint8Array;
  /** The nearest word before a token that was asked for last, see `phraseBefore`. */
  readonly nearest: { of: number; word: number };
  /** Tokens that a rule has taken already: 1 for an address, 2 for a person, 3 for anything else. */
  readonly taken: Uint8Array;
}

/** The token as written. */
export function written(reading: Reading, index: number): string {
  const { text } = reading;
  const start = startAt(reading, index);
  const end = endAt(reading, index);
  return isBeyondAscii(reading, index) ? decode(text, start, end) : text.latin1.slice(start, end);
}

/** The token in folded form, as the vocabulary and the phrase lists have it; empty outside the region. */
export function word(reading: Reading, index: number): string {
  const { text } = reading;
  if (index < 0 || index >= reading.count) return '';
  const start = startAt(reading, index);
  const end = endAt(reading, index);
  const isWord = kindAt(reading, index) === WORD_TOKEN;
  if (isBeyondAscii(reading, index))
    return isWord ? wordBeyondAscii(text.bytes, start, end).folded : fold(decode(text, start, end));
  return isWord
    ? asciiWord(text, start, end, hashAt(reading, index))
    : text.latin1.slice(start, end).toLowerCase().replaceAll("'", '');
}

/** The last words that were made into strings, by their hashes: a text repeats its words. */
const made: string[] = new Array(4096).fill('');

function asciiWord(text: Text, start: number, end: number, hash: number): string {
  const slot = hash & (made.length - 1);
  const known = made[slot] as string;
  if (isWritten(known, text.bytes, start, end)) return known;
  const folded = text.latin1.slice(start, end).toLowerCase().replaceAll("'", '');
  made[slot] = folded;
  return folded;
}

/** Whether a folded word stands here but for capitals; a word with apostrophes never does. */
function isWritten(folded: string, bytes: Uint8Array, start: number, end: number): boolean {
  if (folded.length !== end - start) return false;
  for (let at = 0; at < folded.length; at++) {
    const byte = bytes[start + at] as number;
    const letter = folded.charCodeAt(at);
    if (byte !== letter && (byte | 32) !== letter) return false;
  }
  return true;
}

/** Whether the token is a word of a set. */
export function isOneOf(reading: Reading, index: number, set: WordSet): boolean {
  if (!isWord(reading, index) || !mayHold(set, hashAt(reading, index))) return false;
  return set.words.has(word(reading, index));
}

/** The kind of a token; 0 outside the region: an index below 0 becomes a very large one. */
export function kindOf(reading: Reading, index: number): number {
  return index >>> 0 < reading.count ? kindAt(reading, index) : 0;
}

export function isWord(reading: Reading, index: number): boolean {
  return kindOf(reading, index) === WORD_TOKEN;
}

export function isNumber(reading: Reading, index: number): boolean {
  return kindOf(reading, index) === NUMBER_TOKEN;
}

export function isMixed(reading: Reading, index: number): boolean {
  return kindOf(reading, index) === MIXED_TOKEN;
}

export function isBreak(reading: Reading, index: number): boolean {
  return kindOf(reading, index) === BREAK_TOKEN;
}

/** The first byte of a mark; 0 for all other tokens. */
export function markOf(reading: Reading, index: number): number {
  return kindOf(reading, index) === MARK_TOKEN ? (reading.bytes[startAt(reading, index)] as number) : 0;
}

/** Whether the token is this one ASCII mark. */
export function isMark(reading: Reading, index: number, mark: string): boolean {
  return markOf(reading, index) === mark.charCodeAt(0);
}

/** A word that begins with a capital, or has one. */
export function isCapitalised(reading: Reading, index: number): boolean {
  return isWord(reading, index) && shapeAt(reading, index) !== LOWER;
}

export function flagsOf(reading: Reading, index: number): number {
  return index >>> 0 < reading.count ? flagsAt(reading, index) : 0;
}

export function shapeOf(reading: Reading, index: number): number {
  return index >>> 0 < reading.count ? shapeAt(reading, index) : 0;
}

/** The hash of a word, or of its part behind the last hyphen; 0 where there is none. */
export function hashOfToken(reading: Reading, index: number): number {
  return index >>> 0 < reading.count ? hashAt(reading, index) : 0;
}

export function startOf(reading: Reading, index: number): number {
  return startAt(reading, index);
}

export function endOf(reading: Reading, index: number): number {
  return endAt(reading, index);
}

/** Bytes of a token. */
export function sizeOf(reading: Reading, index: number): number {
  return endOf(reading, index) - startOf(reading, index);
}

/** Bytes between a token and the one before it. */
export function gapBefore(reading: Reading, index: number): number {
  return index <= 0 ? 99 : startAt(reading, index) - endAt(reading, index - 1);
}

/** 1 for the marks behind which a sentence begins; 0xe2 leads quotation marks and dashes. */
const BEGINNING = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte === 0xe2 || ':!?"(>[{*-=|'.includes(String.fromCharCode(byte)) ? 1 : 0,
);

/** Whether a sentence, line, cell or quotation begins with this token. */
export function beginsSentence(reading: Reading, index: number): boolean {
  if (index <= 0) return true;
  const before = index - 1;
  if (isBreak(reading, before)) return true;
  if (kindAt(reading, before) !== MARK_TOKEN) return false;
  const byte = reading.bytes[startOf(reading, before)] as number;
  if (byte === 0x2e) {
    // A full stop behind a title or an initial ends no sentence.
    const shape = shapeOf(reading, before - 1);
    return !(isWord(reading, before - 1) && (shape === INITIAL || (flagsOf(reading, before - 1) & TITLE) !== 0));
  }
  return BEGINNING[byte] === 1;
}

/** How many tokens before one a phrase may begin. */
const REACH = 10;

/**
 * The nearest word before a token, on the same line and in the same sentence; -1 where there is none. Marks between are passed
 * over, but for brackets and those that end a sentence. Several sets of phrases are asked for one token, so it is kept.
 */
function wordBefore(reading: Reading, index: number): number {
  const { nearest } = reading;
  if (nearest.of === index) return nearest.word;
  nearest.of = index;
  nearest.word = -1;
  for (let at = index - 1; at >= 0 && index - at < REACH; at--) {
    const kind = kindAt(reading, at);
    if (kind === WORD_TOKEN) nearest.word = at;
    if (kind === WORD_TOKEN || kind === BREAK_TOKEN || kind === NUMBER_TOKEN) break;
    if (kind === MARK_TOKEN && (STOPPING[markOf(reading, at)] as number) > 0) break;
  }
  return nearest.word;
}

/** By mark: whether no phrase goes on over it, and whether no phrase ends before it either. */
const STOPS = 2;
const STOPS_AT_END = 1;
const STOPPING = Uint8Array.from({ length: 256 }, (_, byte) => {
  const mark = String.fromCharCode(byte);
  return '.!?;'.includes(mark) ? STOPS : '()'.includes(mark) ? STOPS_AT_END : 0;
});

/**
 * The longest phrase of a set that ends just before a token, on the same line; marks between are passed over, but for those
 * that end a sentence.
 */
export function phraseBefore(reading: Reading, index: number, set: PhraseSet): string | undefined {
  const last = wordBefore(reading, index);
  if (last < 0 || !mayEndIn(set, hashAt(reading, last))) return undefined;
  let ending = longerBy(reading, last, set.ending);
  let best = ending?.phrase;
  for (let at = last - 1; ending !== undefined && at >= 0 && index - at < REACH; at--) {
    const kind = kindAt(reading, at);
    if (kind === BREAK_TOKEN || kind === NUMBER_TOKEN) break;
    if (kind === MARK_TOKEN && STOPPING[markOf(reading, at)] === STOPS) break;
    if (kind !== WORD_TOKEN) continue;
    ending = longerBy(reading, at, ending);
    best = ending?.phrase ?? best;
  }
  return best;
}

/** The ending that has one more word, the token's, in front. */
function longerBy(reading: Reading, at: number, { longer }: PhraseEnding): PhraseEnding | undefined {
  const endings = longer.size === 0 ? undefined : longer.get(hashAt(reading, at));
  if (endings === undefined) return undefined;
  for (const ending of endings) if (ending.word === word(reading, at)) return ending;
  return undefined;
}

/** The word behind a token, passing over closing marks and possessive 's; -1 at the end of a line. */
export function wordBehind(reading: Reading, index: number): number {
  for (let at = index + 1; at < reading.count && at < index + 4; at++) {
    if (isWord(reading, at)) return at;
    if (isBreak(reading, at)) return -1;
  }
  return -1;
}

const S = wordSet('s');

/** Whether `'s` or `’s` follows. */
export function isPossessive(reading: Reading, index: number): boolean {
  const byte = markOf(reading, index + 1);
  if (byte !== 0x27 && byte !== 0xe2) return false;
  return gapBefore(reading, index + 1) === 0 && gapBefore(reading, index + 2) === 0 && isOneOf(reading, index + 2, S);
}
