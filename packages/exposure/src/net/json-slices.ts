// Finds values in the bytes of a JSON text (RFC 8259) without building them, so that documents pass through as their store
// wrote them: long numbers keep their digits. What is no JSON is told by `undefined`, never by a guess.

/** Where a value begins and, exclusive, ends. */
export interface Slice {
  readonly from: number;
  readonly to: number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** The whole text as one value, without the blanks around it. */
export function rootSlice(bytes: Buffer): Slice | undefined {
  const from = skipBlank(bytes, 0, bytes.length);
  const to = endOfValue(bytes, from, bytes.length);
  return to !== undefined && skipBlank(bytes, to, bytes.length) === bytes.length ? { from, to } : undefined;
}

/** The value of a key of an object; undefined where it has none or is no object. */
export function memberSlice(bytes: Buffer, object: Slice, key: string): Slice | undefined {
  if (bytes[object.from] !== OPEN_OBJECT) return undefined;
  const name = Buffer.from(JSON.stringify(key));
  let at = skipBlank(bytes, object.from + 1, object.to);
  while (bytes[at] === QUOTE) {
    const keyEnd = endOfString(bytes, at, object.to);
    if (keyEnd === undefined) return undefined;
    const colon = skipBlank(bytes, keyEnd, object.to);
    if (bytes[colon] !== COLON) return undefined;
    const from = skipBlank(bytes, colon + 1, object.to);
    const to = endOfValue(bytes, from, object.to);
    if (to === undefined) return undefined;
    if (keyEnd - at === name.length && bytes.compare(name, 0, name.length, at, keyEnd) === 0) return { from, to };
    const next = skipBlank(bytes, to, object.to);
    if (bytes[next] !== COMMA) return undefined;
    at = skipBlank(bytes, next + 1, object.to);
  }
  return undefined;
}

/** A value below others, by the keys that lead to it. */
export function valueAt(bytes: Buffer, from: Slice, keys: readonly string[]): Slice | undefined {
  let value: Slice | undefined = from;
  for (const key of keys) value = value && memberSlice(bytes, value, key);
  return value;
}

/** The values of a list; undefined where it is none, or one that is not whole. */
export function itemSlices(bytes: Buffer, list: Slice): Slice[] | undefined {
  if (bytes[list.from] !== OPEN_LIST) return undefined;
  const items: Slice[] = [];
  let at = skipBlank(bytes, list.from + 1, list.to);
  if (bytes[at] === CLOSE_LIST) return items;
  for (;;) {
    const to = endOfValue(bytes, at, list.to);
    if (to === undefined) return undefined;
    items.push({ from: at, to });
    const next = skipBlank(bytes, to, list.to);
    if (bytes[next] === CLOSE_LIST) return items;
    if (bytes[next] !== COMMA) return undefined;
    at = skipBlank(bytes, next + 1, list.to);
  }
}

/** The value as JavaScript has it; undefined where it is no JSON. For small values only. */
export function parsedSlice(bytes: Buffer, slice: Slice | undefined): unknown {
  if (!slice) return undefined;
  try {
    return JSON.parse(bytes.toString('utf8', slice.from, slice.to));
  } catch {
    return undefined;
  }
}

/** Brackets are counted, not nested in calls: a text of a million of them costs no stack. */
function endOfValue(bytes: Buffer, from: number, limit: number): number | undefined {
  const first = bytes[from];
  if (from >= limit) return undefined;
  if (first === QUOTE) return endOfString(bytes, from, limit);
  if (first !== OPEN_LIST && first !== OPEN_OBJECT) return endOfWord(bytes, from, limit);
  let depth = 0;
  let at = from;
  while (at < limit) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      const end = endOfString(bytes, at, limit);
      if (end === undefined) return undefined;
      at = end;
      continue;
    }
    if (byte === OPEN_LIST || byte === OPEN_OBJECT) depth += 1;
    else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
    at += 1;
  }
  return undefined;
}

function endOfString(bytes: Buffer, from: number, limit: number): number | undefined {
  let quote = bytes.indexOf(QUOTE, from + 1);
  while (quote !== -1 && quote < limit) {
    let slashes = 0;
    while (bytes[quote - 1 - slashes] === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return quote + 1;
    quote = bytes.indexOf(QUOTE, quote + 1);
  }
  return undefined;
}

/** Numbers, true, false and null end at the first byte that may not stand in one. */
function endOfWord(bytes: Buffer, from: number, limit: number): number | undefined {
  let at = from;
  while (at < limit && isWordByte(bytes[at] ?? 0)) at += 1;
  return at === from ? undefined : at;
}

function isWordByte(byte: number): boolean {
  const letter = byte | 0x20;
  if (letter >= 0x61 && letter <= 0x7a) return true;
  return (byte >= 0x30 && byte <= 0x39) || byte === 0x2b || byte === 0x2d || byte === 0x2e;
}

function skipBlank(bytes: Buffer, from: number, limit: number): number {
  let at = from;
  while (at < limit) {
    const byte = bytes[at];
    if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) break;
    at += 1;
  }
  return at;
}
