// Finds the JSON values in a running text that hold given places: whole lines of JSON, JSON behind a log's prefix, documents
// over many lines, JSON that is escaped in a line that is none. Linear in the text, whatever is in it.
import { decode, type Text } from '../text.ts';
import { MAX_JSON } from './foreign-json.ts';
import { type Extent, endOfValue, levelAt } from './json-extent.ts';
import { parseLiteral } from './literal.ts';

export interface Root extends Extent {
  readonly level: 0 | 1 | 2;
  readonly value: unknown;
  /** Read as a literal in single quotes: places inside it are not known. */
  readonly literal?: true;
}

/** Brackets of one line that are tried before a place in it. */
const MAX_TRIES = 12;
/** Bytes before and behind a place that are looked at where the document around it is too long to be read at once. */
const NEARBY = 256 << 10;

/** Reads roots one after the other. Places must be asked for in ascending order. */
export interface RootReader {
  /** The value that holds this place, or undefined. What lies before the end of the last one is not read again. */
  at(place: number): Root | undefined;
  /** Bytes up to which everything has been read. */
  readonly done: number;
}

export function rootReader(text: Text): RootReader {
  const { latin1 } = text;
  let done = 0;
  let lineBegin = 0;
  let lineEnd = 0;
  // A text of unclosed brackets would be scanned to its end from each of them: the work is bounded by a multiple of it.
  let budget = latin1.length * 3 + (1 << 20);

  const end = (start: number, level: number, limit: number) => {
    const found = budget > 0 ? endOfValue(latin1, start, level, limit) : -1;
    budget -= (found === -1 ? limit : found) - start;
    return found;
  };

  const read = (start: number, stop: number, level: 0 | 1 | 2): Root | undefined => {
    if (stop - start > MAX_JSON) return undefined;
    const value = parseAt(decode(text, start, stop), level);
    return value === undefined ? undefined : { start, end: stop, level, value };
  };

  /** NDJSON: the line is the value, so its end need not be looked for. */
  const wholeLine = (from: number, to: number): Root | undefined => {
    const first = latin1.charCodeAt(from);
    const last = latin1.charCodeAt(to - 1);
    const closed = (first === 0x7b && last === 0x7d) || (first === 0x5b && last === 0x5d);
    if (!closed || budget <= 0 || levelAt(latin1, from) !== 0) return undefined;
    budget -= to - from;
    return read(from, to, 0);
  };

  /** Brackets of the line in which the place stands, from the left. */
  const inLine = (place: number, from: number, limit: number): Root | undefined => {
    let at = from;
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      const bracket = nextBracket(latin1, at, place);
      if (bracket === -1) return undefined;
      at = bracket + 1;
      const level = levelAt(latin1, bracket);
      if (level === undefined) {
        const literal = budget > 0 ? literalAt(text, bracket, limit) : undefined;
        if (latin1.charCodeAt(bracket + 1) === 0x27) budget -= limit - bracket;
        if (literal !== undefined && literal.end > place) return literal;
        continue;
      }
      const stop = end(bracket, level, limit);
      if (stop === -1) continue;
      at = stop;
      if (stop <= place) continue;
      return read(bracket, stop, level);
    }
    return undefined;
  };

  /** The document over many lines whose first bracket opens a line before the place. */
  const overLines = (place: number, from: number): Root | undefined => {
    let at = from;
    for (;;) {
      const first = latin1.charCodeAt(at);
      if (first === 0x7b || first === 0x5b) break;
      if (at <= done || from - at > MAX_JSON) return undefined;
      const newline = lastBefore(latin1, 0x0a, at - 1, done);
      at = newline === -1 ? done : newline + 1;
    }
    const level = levelAt(latin1, at);
    if (level !== 0) return undefined;
    const stop = end(at, 0, Math.min(latin1.length, at + MAX_JSON));
    return stop > place ? read(at, stop, 0) : undefined;
  };

  /** The smallest object around the place: for lines and documents that are too long, or were cut. */
  const around = (place: number): Root | undefined => {
    let at = place;
    const floor = Math.max(done, place - NEARBY);
    for (let tries = 0; tries < 16 && budget > 0; tries++) {
      const before = at;
      at = lastBefore(latin1, 0x7b, at, floor);
      budget -= before - Math.max(at, floor);
      if (at === -1) return undefined;
      const level = levelAt(latin1, at);
      if (level === undefined) continue;
      const stop = end(at, level, Math.min(latin1.length, at + NEARBY));
      if (stop > place) return read(at, stop, level);
    }
    return undefined;
  };

  return {
    get done() {
      return done;
    },
    at(place) {
      if (place < done) return undefined;
      // The line is looked up once, however many places it has: lines may be as long as the text.
      if (place >= lineEnd) {
        lineBegin = lastBefore(latin1, 0x0a, place, lineEnd) + 1;
        const newline = latin1.indexOf('\n', place);
        if (lineBegin === 0) lineBegin = lineEnd;
        lineEnd = newline === -1 ? latin1.length : newline;
      }
      const root =
        (done <= lineBegin ? wholeLine(lineBegin, lineEnd) : undefined) ??
        inLine(place, Math.max(done, lineBegin), lineEnd) ??
        overLines(place, Math.max(done, lineBegin)) ??
        around(place);
      // A place outside any value: nothing before it can belong to one that is still to come in this line.
      done = root === undefined ? place : root.end;
      return root;
    },
  };
}

/** Index of the last such unit before a place, not before the floor; -1 where there is none. */
export function lastBefore(latin1: string, unit: number, place: number, floor: number): number {
  for (let at = place - 1; at >= floor; at--) if (latin1.charCodeAt(at) === unit) return at;
  return -1;
}

/** The next bracket that may open a value, before the place. */
function nextBracket(latin1: string, from: number, place: number): number {
  for (let at = from; at < place; at++) {
    const unit = latin1.charCodeAt(at);
    if (unit === 0x7b || unit === 0x5b) return at;
  }
  return -1;
}

function parseAt(written: string, level: number): unknown {
  let text: unknown = written;
  try {
    for (let step = 0; step < level && typeof text === 'string'; step++) text = JSON.parse(`"${text}"`);
    return typeof text === 'string' ? JSON.parse(text) : undefined;
  } catch {
    // Brackets that match are no proof of JSON.
    return undefined;
  }
}

/** A literal in single quotes (Python's repr) from a bracket to the last bracket of its line. */
function literalAt(text: Text, bracket: number, lineEnd: number): Root | undefined {
  const { latin1 } = text;
  const next = latin1.charCodeAt(bracket + 1);
  if (next !== 0x27 && !(next === 0x7b && latin1.charCodeAt(bracket + 2) === 0x27)) return undefined;
  if (lineEnd - bracket > NEARBY) return undefined;
  const stop = Math.max(lastBefore(latin1, 0x7d, lineEnd, bracket), lastBefore(latin1, 0x5d, lineEnd, bracket)) + 1;
  if (stop <= bracket) return undefined;
  const value = parseLiteral(decode(text, bracket, stop));
  return value === undefined ? undefined : { start: bracket, end: stop, level: 0, value, literal: true };
}
