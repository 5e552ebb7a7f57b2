// Where JSON values stand in bytes: the end of a value, and the place of a value by its path, also in JSON that is escaped
// inside a string. One character a byte; nothing is decoded.
import { INSIDE, type Path } from './read-conversation.ts';

export interface Extent {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * How often the JSON at a bracket is escaped, by the backslashes before its first quote: `{"` 0, `{\"` 1, `{\\\"` 2.
 * Undefined where what follows is no JSON.
 */
export function levelAt(latin1: string, bracket: number): 0 | 1 | 2 | undefined {
  let at = bracket + 1;
  const limit = Math.min(latin1.length, bracket + 64);
  let backslashes = 0;
  for (; at < limit; at++) {
    const unit = latin1.charCodeAt(at);
    if (unit === BACKSLASH) {
      backslashes++;
      continue;
    }
    if (unit === QUOTE) return backslashes === 0 ? 0 : backslashes === 1 ? 1 : backslashes === 3 ? 2 : undefined;
    // An escaped line feed or tab of JSON that was written with indents.
    if (backslashes > 0 && (unit === 0x6e || unit === 0x74 || unit === 0x72)) backslashes = 0;
    else if (backslashes > 0 || !(unit <= 32 || unit === 0x7b || unit === 0x5b)) return undefined;
  }
  return undefined;
}

/**
 * The end of the JSON value that starts with a bracket here, or -1 where it does not end before the limit.
 *
 * @param level how often it is escaped, see levelAt
 */
export function endOfValue(latin1: string, start: number, level: number, limit: number): number {
  let depth = 0;
  for (let at = start; at < limit; at++) {
    const unit = latin1.charCodeAt(at);
    if (unit === QUOTE) {
      at = endOfString(latin1, at + 1, level, limit);
      if (at === -1) return -1;
    } else if (unit === 0x7b || unit === 0x5b) depth++;
    else if ((unit === 0x7d || unit === 0x5d) && --depth === 0) return at + 1;
  }
  return -1;
}

/** Index of the quote that closes the string whose content starts here, or -1. */
function endOfString(latin1: string, from: number, level: number, limit: number): number {
  for (let at = latin1.indexOf('"', from); at !== -1 && at < limit; at = latin1.indexOf('"', at + 1)) {
    let backslashes = 0;
    while (at - backslashes - 1 >= from && latin1.charCodeAt(at - backslashes - 1) === BACKSLASH) backslashes++;
    for (let escaped = 0; escaped < level; escaped++) {
      // An even number says that an outer string ends here: the value was cut.
      if (backslashes % 2 === 0) return -1;
      backslashes = (backslashes - 1) / 2;
    }
    if (backslashes % 2 === 0) return at;
  }
  return -1;
}

/**
 * Where the value at a path stands. Steps into a string lead to the JSON inside it.
 *
 * @param root the value from which the path leads, brackets included
 * @returns the deepest value that was found: a key that is written with escapes is not followed
 */
export function locate(latin1: string, root: Extent, level: number, path: Path): Extent {
  let here: Extent = root;
  let depth = level;
  for (const step of path) {
    if (step === INSIDE) {
      const inside = insideOf(latin1, here, depth);
      if (inside === undefined) return here;
      here = inside;
      depth++;
      // Deeper than the two levels that logs have, backslashes double without use.
      if (depth > 3) return here;
      continue;
    }
    const next = typeof step === 'number' ? elementOf(latin1, here, depth, step) : memberOf(latin1, here, depth, step);
    if (next === undefined) return here;
    here = next;
  }
  return here;
}

/** The content of a string value: from its first to its last bracket. */
function insideOf(latin1: string, value: Extent, level: number): Extent | undefined {
  const quote = latin1.indexOf('"', value.start);
  if (quote === -1 || quote >= value.end) return undefined;
  let start = quote + 1;
  while (start < value.end && latin1.charCodeAt(start) <= 32) start++;
  const end = value.end - 1 - ((1 << level) - 1);
  return end > start ? { start, end } : undefined;
}

function memberOf(latin1: string, object: Extent, level: number, key: string): Extent | undefined {
  const wanted = Buffer.from(key, 'utf8').toString('latin1');
  let at = latin1.indexOf('{', object.start) + 1;
  const escapes = (1 << level) - 1;
  while (at > 0 && at < object.end) {
    const quote = latin1.indexOf('"', at);
    if (quote === -1 || quote >= object.end) return undefined;
    const close = endOfString(latin1, quote + 1, level, object.end);
    if (close === -1) return undefined;
    const found = latin1.slice(quote + 1, close - escapes) === wanted;
    const value = valueAfter(latin1, latin1.indexOf(':', close) + 1, level, object.end);
    if (value === undefined) return undefined;
    if (found) return value;
    at = latin1.indexOf(',', value.end) + 1;
  }
  return undefined;
}

function elementOf(latin1: string, list: Extent, level: number, index: number): Extent | undefined {
  let at = latin1.indexOf('[', list.start) + 1;
  for (let element = 0; at > 0 && at < list.end; element++) {
    const value = valueAfter(latin1, at, level, list.end);
    if (value === undefined) return undefined;
    if (element === index) return value;
    at = latin1.indexOf(',', value.end) + 1;
  }
  return undefined;
}

/** The value that starts at or behind this place, past white space and its escapes. */
function valueAfter(latin1: string, from: number, level: number, limit: number): Extent | undefined {
  if (from <= 0) return undefined;
  let at = from;
  const escapes = (1 << level) - 1;
  while (at < limit) {
    const unit = latin1.charCodeAt(at);
    if (unit <= 32) at++;
    else if (unit === BACKSLASH && level > 0 && /[nrt]/.test(latin1.charAt(at + escapes))) at += escapes + 1;
    else break;
  }
  const first = latin1.charCodeAt(at);
  if (first === 0x7b || first === 0x5b) {
    const end = endOfValue(latin1, at, level, limit);
    return end === -1 ? undefined : { start: at, end };
  }
  if (first === QUOTE || first === BACKSLASH) {
    const quote = latin1.indexOf('"', at);
    const close = quote === -1 ? -1 : endOfString(latin1, quote + 1, level, limit);
    return close === -1 ? undefined : { start: at, end: close + 1 };
  }
  let end = at;
  while (end < limit && !isStop(latin1.charCodeAt(end))) end++;
  return end > at ? { start: at, end } : undefined;
}

function isStop(unit: number): boolean {
  return unit === 0x2c || unit === 0x7d || unit === 0x5d || unit <= 32;
}
