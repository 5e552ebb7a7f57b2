// A reading: the tokens of one region and questions about them that several rules ask.
import { decode, type Text } from '../text.ts';
import { TITLE } from './flags.ts';
import { fold } from './fold.ts';
import type { PhraseSet } from './phrase-set.ts';
import {
  BREAK_TOKEN,
  CAMEL,
  INITIAL,
  LOWER,
  MARK_TOKEN,
  MIXED_TOKEN,
  NUMBER_TOKEN,
  TITLE_CASE,
  type Tokens,
  UPPER,
  WORD_TOKEN,
} from './tokens.ts';

export interface Reading {
  readonly text: Text;
  readonly tokens: Tokens;
  /** Tokens that a rule has taken already: 1 for an address, 2 for a person, 3 for anything else. */
  readonly taken: Uint8Array;
  /** Folded words, as far as a rule has asked for them. */
  readonly words: Array<string | undefined>;
}

/** The token as written. */
export function written(reading: Reading, index: number): string {
  const { text, tokens } = reading;
  const start = tokens.start[index] ?? 0;
  const end = tokens.end[index] ?? 0;
  return tokens.beyond[index] === 1 ? decode(text, start, end) : text.latin1.slice(start, end);
}

/** The token in folded form, as the vocabulary and the phrase lists have it; empty outside the region. */
export function word(reading: Reading, index: number): string {
  if (index < 0 || index >= reading.tokens.count) return '';
  const known = reading.words[index];
  if (known !== undefined) return known;
  const folded = reading.tokens.beyond[index] === 1 ? fold(written(reading, index)) : foldAscii(reading, index);
  reading.words[index] = folded;
  return folded;
}

function foldAscii(reading: Reading, index: number): string {
  const { text, tokens } = reading;
  const raw = text.latin1.slice(tokens.start[index], tokens.end[index]);
  const small = tokens.kind[index] === WORD_TOKEN && tokens.shape[index] === LOWER ? raw : raw.toLowerCase();
  return small.includes("'") ? small.replaceAll("'", '') : small;
}

export function isWord(reading: Reading, index: number): boolean {
  return index >= 0 && index < reading.tokens.count && reading.tokens.kind[index] === WORD_TOKEN;
}

export function isNumber(reading: Reading, index: number): boolean {
  return index >= 0 && index < reading.tokens.count && reading.tokens.kind[index] === NUMBER_TOKEN;
}

export function isMixed(reading: Reading, index: number): boolean {
  return index >= 0 && index < reading.tokens.count && reading.tokens.kind[index] === MIXED_TOKEN;
}

export function isBreak(reading: Reading, index: number): boolean {
  return index >= 0 && index < reading.tokens.count && reading.tokens.kind[index] === BREAK_TOKEN;
}

/** Whether the token is this one ASCII mark. */
export function isMark(reading: Reading, index: number, mark: string): boolean {
  if (index < 0 || index >= reading.tokens.count || reading.tokens.kind[index] !== MARK_TOKEN) return false;
  return reading.text.bytes[reading.tokens.start[index] as number] === mark.charCodeAt(0);
}

/** A word that begins with a capital. */
export function isCapitalised(reading: Reading, index: number): boolean {
  if (!isWord(reading, index)) return false;
  const shape = reading.tokens.shape[index];
  return shape === TITLE_CASE || shape === UPPER || shape === CAMEL || shape === INITIAL;
}

export function flagsOf(reading: Reading, index: number): number {
  return index < 0 || index >= reading.tokens.count ? 0 : (reading.tokens.flags[index] as number);
}

export function shapeOf(reading: Reading, index: number): number {
  return index < 0 || index >= reading.tokens.count ? 0 : (reading.tokens.shape[index] as number);
}

export function startOf(reading: Reading, index: number): number {
  return reading.tokens.start[index] ?? 0;
}

export function endOf(reading: Reading, index: number): number {
  return reading.tokens.end[index] ?? 0;
}

/** Bytes between a token and the one before it. */
export function gapBefore(reading: Reading, index: number): number {
  return index <= 0 ? 99 : startOf(reading, index) - endOf(reading, index - 1);
}

/** Whether a sentence, line, cell or quotation begins with this token. */
export function beginsSentence(reading: Reading, index: number): boolean {
  if (index <= 0) return true;
  const before = index - 1;
  if (isBreak(reading, before)) return true;
  if (reading.tokens.kind[before] !== MARK_TOKEN) return false;
  const byte = reading.text.bytes[startOf(reading, before)] as number;
  if (byte === 0x2e) {
    // A full stop behind a title or an initial ends no sentence.
    const shape = shapeOf(reading, before - 1);
    return !(isWord(reading, before - 1) && (shape === INITIAL || (flagsOf(reading, before - 1) & TITLE) !== 0));
  }
  return ':!?"(>[{*-=|'.includes(String.fromCharCode(byte)) || byte === 0xe2;
}

/**
 * The longest phrase of a set that ends just before a token, on the same line; marks between are passed over, but for those
 * that end a sentence.
 */
export function phraseBefore(reading: Reading, index: number, set: PhraseSet): string | undefined {
  let phrase = '';
  let best: string | undefined;
  let words = 0;
  for (let at = index - 1; at >= 0 && words < set.most && index - at < 10; at--) {
    if (isBreak(reading, at) || isNumber(reading, at)) break;
    if (isWord(reading, at)) {
      if (words === 0 && !set.lastWords.has(reading.tokens.hash[at] as number)) return undefined;
      phrase = phrase === '' ? word(reading, at) : `${word(reading, at)} ${phrase}`;
      words++;
      if (set.phrases.has(phrase)) best = phrase;
    } else if (
      isMark(reading, at, '.') ||
      isMark(reading, at, '!') ||
      isMark(reading, at, '?') ||
      isMark(reading, at, ';')
    )
      break;
    else if (words === 0 && (isMark(reading, at, '(') || isMark(reading, at, ')'))) break;
  }
  return best;
}

/** The word behind a token, passing over closing marks and possessive 's; empty at the end of a line or sentence. */
export function wordAfter(reading: Reading, index: number): string {
  for (let at = index + 1; at < reading.tokens.count && at < index + 4; at++) {
    if (isWord(reading, at)) return word(reading, at);
    if (isBreak(reading, at)) return '';
  }
  return '';
}

/** Whether `'s` or `’s` follows. */
export function isPossessive(reading: Reading, index: number): boolean {
  if (gapBefore(reading, index + 1) !== 0 || gapBefore(reading, index + 2) !== 0) return false;
  const byte = reading.text.bytes[startOf(reading, index + 1)];
  return (byte === 0x27 || byte === 0xe2) && word(reading, index + 2) === 's';
}
