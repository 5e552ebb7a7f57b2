// Where identifiers may begin in a text. Most have a digit near their beginning, so digits lead to them; how many digits or
// letters stand first, and what follows them, sorts nearly all places out before a form is read.
import type { FirstRuns } from './forms/first-runs.ts';

/** Letters and signs before the first digit of an identifier, where it does not stand in the first word. */
export const BYTES_BEFORE_DIGIT = 9;

const DIGIT = 1;
const LETTER = 2;
/** What may stand before the first digit beside letters and digits: separators, and bytes of other scripts. */
const SIGN = 4;
const WORD = DIGIT | LETTER;

const CLASS = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 0x30 && byte <= 0x39) return DIGIT;
  if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) return LETTER;
  return byte >= 0x80 || ' -./+(:'.includes(String.fromCharCode(byte)) ? SIGN : 0;
});

/** By byte: 1 where it cannot stand beside an identifier, since it would be a part of it. */
export const IN_WORDS = CLASS.map((byteClass) => ((byteClass & WORD) === 0 ? 0 : 1));

const BACKSLASH = 0x5c;
const COLON = 0x3a;
const FULL_STOP = 0x2e;
const COMMA = 0x2c;
const HYPHEN = 0x2d;
const SOLIDUS = 0x2f;
const SPACE = 0x20;
const CAPITAL_T = 0x54;

/** Places in a text, in order. */
export interface Places {
  length: number;
  starts: Int32Array;
  /** 1 where a word of hexadecimal digits begins that is as long as the ids and hashes that fill logs: told only beside a word. */
  isHash: Uint8Array;
}

export function createPlaces(): Places {
  return { length: 0, starts: new Int32Array(1024), isHash: new Uint8Array(1024) };
}

/**
 * Writes the places where a form may begin to which a digit leads: words with a digit, and what stands shortly before.
 *
 * @param runs what the forms may begin with
 */
export function placesByDigits(bytes: Uint8Array, runs: FirstRuns, places: Places): void {
  places.length = 0;
  const classes = CLASS;
  const { first } = runs;
  const end = bytes.length;
  const leads = new Int32Array(BYTES_BEFORE_DIGIT);
  let leadCount = 0;
  for (let at = 0; at < end; ) {
    const byteClass = classes[bytes[at] as number] as number;
    if ((byteClass & WORD) === 0) {
      if (byteClass === 0) leadCount = 0;
      else if (first[bytes[at] as number] === 1) leadCount = addLead(leads, leadCount, at);
      at += 1;
      continue;
    }
    const start = at > 0 && bytes[at - 1] === BACKSLASH ? at + escapeLength(bytes, at) : at;
    let digit = start;
    while (digit < end && classes[bytes[digit] as number] === LETTER) digit += 1;
    at = digit;
    if (digit === end || classes[bytes[digit] as number] !== DIGIT) {
      if (digit > start && first[bytes[start] as number] === 1) leadCount = addLead(leads, leadCount, start);
      continue;
    }
    const time = digit === start ? timeLength(bytes, start) : 0;
    if (time > 0) at = start + time;
    else {
      for (let i = 0; i < leadCount; i += 1) {
        const lead = leads[i] as number;
        if (lead >= digit - BYTES_BEFORE_DIGIT && mayBegin(bytes, lead, runs)) add(places, lead);
      }
      while (at < end && ((classes[bytes[at] as number] as number) & WORD) !== 0) at += 1;
      if (mayBegin(bytes, start, runs)) add(places, start, isHash(bytes, start, at) ? 1 : 0);
    }
    leadCount = 0;
  }
}

/** Keeps the last places to which a digit may follow, as many as may stand before one. */
function addLead(leads: Int32Array, count: number, at: number): number {
  if (count === leads.length) leads.copyWithin(0, 1);
  const place = Math.min(count, leads.length - 1);
  leads[place] = at;
  return place + 1;
}

const DATE_BYTES = 10;
const CLOCK_BYTES = 8;

/**
 * Bytes of a time of day, with its date before and its fraction behind where they are written (ISO 8601, and as databases and
 * loggers write them); 0 where none stands. It is in every line of a log, and no identifier is written so.
 */
function timeLength(bytes: Uint8Array, at: number): number {
  const clock = isDate(bytes, at) ? at + DATE_BYTES + 1 : at;
  if (!isClock(bytes, clock)) return 0;
  let end = clock + CLOCK_BYTES;
  // Six pairs are the address of a network card.
  if (bytes[end] === COLON) return 0;
  if ((bytes[end] === FULL_STOP || bytes[end] === COMMA) && CLASS[bytes[end + 1] ?? 0] === DIGIT) {
    end += 1;
    while (CLASS[bytes[end] ?? 0] === DIGIT) end += 1;
  }
  return end - at;
}

/** `2025-01-06`, and a space or a T. */
function isDate(bytes: Uint8Array, at: number): boolean {
  if (at + DATE_BYTES >= bytes.length) return false;
  const sign = bytes[at + 4];
  const behind = bytes[at + DATE_BYTES];
  if ((sign !== HYPHEN && sign !== FULL_STOP && sign !== SOLIDUS) || bytes[at + 7] !== sign) return false;
  if (behind !== SPACE && behind !== CAPITAL_T) return false;
  return isPair(bytes, at) && isPair(bytes, at + 2) && isPair(bytes, at + 5) && isPair(bytes, at + 8);
}

/** `09:41:05`. */
function isClock(bytes: Uint8Array, at: number): boolean {
  if (at + CLOCK_BYTES > bytes.length || bytes[at + 2] !== COLON || bytes[at + 5] !== COLON) return false;
  return (
    isPair(bytes, at) && isPair(bytes, at + 3) && isPair(bytes, at + 6) && CLASS[bytes[at + CLOCK_BYTES] ?? 0] !== DIGIT
  );
}

function isPair(bytes: Uint8Array, at: number): boolean {
  return CLASS[bytes[at] as number] === DIGIT && CLASS[bytes[at + 1] as number] === DIGIT;
}

/** Writes all places of a stretch where a word or a sign begins. */
export function placesOfWords(bytes: Uint8Array, from: number, to: number, runs: FirstRuns, places: Places): void {
  places.length = 0;
  for (let at = from; at < to; at += 1) {
    if (isStart(bytes, at) && mayBegin(bytes, at, runs)) add(places, at);
  }
}

/** Whether a form may begin here, as far as its first digits or letters tell, and the byte behind them. */
export function mayBegin(
  bytes: Uint8Array,
  at: number,
  { afterDigits, afterLetters, first, longest }: FirstRuns,
): boolean {
  const byte = bytes[at] as number;
  if (first[byte] === 0) return false;
  const runClass = CLASS[byte] as number;
  if ((runClass & WORD) === 0) return true;
  let end = at + 1;
  const limit = Math.min(bytes.length, at + longest);
  while (end < limit && CLASS[bytes[end] as number] === runClass) end += 1;
  const next = end < bytes.length ? (bytes[end] as number) : 0;
  return (runClass === DIGIT ? afterDigits : afterLetters)[((end - at) << 8) | next] === 1;
}

/** 128, 160 or 256 bits in hexadecimal digits with small letters: a trace's id, a commit, a checksum. */
function isHash(bytes: Uint8Array, start: number, end: number): boolean {
  const length = end - start;
  if (length !== 32 && length !== 40 && length !== 64) return false;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (CLASS[byte] !== DIGIT && !(byte >= 0x61 && byte <= 0x66)) return false;
  }
  return true;
}

function add(places: Places, start: number, isHashThere = 0): void {
  if (places.length === places.starts.length) {
    const [starts, hashes] = [new Int32Array(places.starts.length * 2), new Uint8Array(places.starts.length * 2)];
    starts.set(places.starts);
    hashes.set(places.isHash);
    places.starts = starts;
    places.isHash = hashes;
  }
  places.starts[places.length] = start;
  places.isHash[places.length] = isHashThere;
  places.length += 1;
}

/** Whether a word or a sign stands here, with nothing before it that it belongs to. */
function isStart(bytes: Uint8Array, at: number): boolean {
  if (at === 0) return true;
  if (IN_WORDS[bytes[at] as number] === 0 || IN_WORDS[bytes[at - 1] as number] === 0) {
    return bytes[at - 1] !== BACKSLASH || escapeLength(bytes, at) === 0;
  }
  return endsEscape(bytes, at);
}

/** Letters and digits at `at` that belong to an escape of JSON or of a programming language: `n` of `\n`, `u00e9`. */
function escapeLength(bytes: Uint8Array, at: number): number {
  const letter = bytes[at] as number;
  if (letter !== 0x75) return 'nrtbfv'.includes(String.fromCharCode(letter)) ? 1 : 0;
  for (let i = at + 1; i < at + 5; i += 1) {
    const byte = bytes[i] ?? 0;
    if (CLASS[byte] !== DIGIT && !((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66)) return 0;
  }
  return 5;
}

/** Whether the letter or digits before belong to an escape. */
function endsEscape(bytes: Uint8Array, at: number): boolean {
  if (at >= 2 && bytes[at - 2] === BACKSLASH) return escapeLength(bytes, at - 1) === 1;
  return at >= 6 && bytes[at - 6] === BACKSLASH && escapeLength(bytes, at - 5) === 5;
}

/** `1.` and `7-` before, or a group of a UUID: the number is a part of a longer one. */
export function isJoinedBefore(bytes: Uint8Array, start: number): boolean {
  if (start === 0) return false;
  const sign = bytes[start - 1] as number;
  // `+31 6 …`: the beginning of a telephone number is no number of its own.
  if (sign === 0x2b && CLASS[bytes[start] as number] === DIGIT) return true;
  if (start === 1 || (sign !== 0x2e && sign !== 0x2d && sign !== 0x2f && sign !== 0x3a)) return false;
  const before = CLASS[bytes[start - 2] as number];
  if (before === DIGIT) return true;
  if (before !== LETTER || sign === 0x2f || sign === 0x3a) return false;
  for (let at = start - 3; at >= 0 && at > start - 24; at -= 1) {
    const group = CLASS[bytes[at] as number] as number;
    if (group === DIGIT) return true;
    if ((group & WORD) === 0) return false;
  }
  return false;
}

/** The same behind; a colon may follow (a port) unless it is one of IPv6, and a solidus (a path, a network's length). */
export function isJoinedBehind(bytes: Uint8Array, end: number): boolean {
  const sign = bytes[end];
  if (sign === undefined) return false;
  if (IN_WORDS[sign] === 1 || sign === 0x40) return true;
  if (sign === 0x2e) return CLASS[bytes[end + 1] ?? 0] === DIGIT;
  if (sign === 0x3a) return bytes[end + 1] === 0x3a;
  if (sign !== 0x2d) return false;
  for (let at = end + 1; at < end + 24; at += 1) {
    const group = CLASS[bytes[at] ?? 0] as number;
    if (group === DIGIT) return true;
    if ((group & WORD) === 0) return false;
  }
  return false;
}
