// BSON documents (https://bsonspec.org/spec.html) as JSON text: ids as hexadecimal digits, times in ISO 8601, long numbers
// with all their digits, bytes as text where they are UTF-8. The bytes are a server's, so every length is checked.
import { Decimal128 } from 'bson';

/** What stands in place of a value that is no text. */
const NOTHING = 'null';
/** The server's own limit is 100 (https://www.mongodb.com/docs/manual/reference/limits/); a deeper one is no document. */
const DEEPEST = 120;

const DOUBLE = 0x01;
const STRING = 0x02;
const DOCUMENT = 0x03;
const ARRAY = 0x04;
const BINARY = 0x05;
const OBJECT_ID = 0x07;
const BOOLEAN = 0x08;
const DATE = 0x09;
const REGEX = 0x0b;
const DB_POINTER = 0x0c;
const CODE = 0x0d;
const SYMBOL = 0x0e;
const CODE_WITH_SCOPE = 0x0f;
const INT32 = 0x10;
const TIMESTAMP = 0x11;
const INT64 = 0x12;
const DECIMAL = 0x13;
/** Undefined, null, and the smallest and the greatest key have no bytes of a value. */
const EMPTY = new Set([0x06, 0x0a, 0xff, 0x7f]);

const UUID_SUBTYPES = new Set([0x03, 0x04]);

export interface BsonText {
  readonly json: string;
  /** Values that are bytes and no text; `null` stands in their place. */
  readonly leftOut: number;
}

/**
 * The JSON of one document.
 *
 * @param bytes - a document from its length to its closing zero
 * @returns undefined where it is no BSON
 */
export function bsonToJson(bytes: Buffer): BsonText | undefined {
  const state: State = { bytes, leftOut: 0 };
  const json = document(state, 0, bytes.length, false, 0);
  return json === undefined ? undefined : { json, leftOut: state.leftOut };
}

interface State {
  readonly bytes: Buffer;
  leftOut: number;
}

interface Value {
  readonly json: string;
  readonly end: number;
}

/** A document that fills `from` to `to`. */
function document(state: State, from: number, to: number, isList: boolean, depth: number): string | undefined {
  const { bytes } = state;
  if (depth > DEEPEST || to - from < 5 || bytes.readInt32LE(from) !== to - from || bytes[to - 1] !== 0)
    return undefined;
  const parts: string[] = [];
  let at = from + 4;
  while (at < to - 1) {
    const type = bytes[at] ?? 0;
    const nameEnd = bytes.indexOf(0, at + 1);
    if (nameEnd === -1 || nameEnd >= to - 1) return undefined;
    const value = readValue(state, type, nameEnd + 1, to - 1, depth);
    if (!value) return undefined;
    parts.push(isList ? value.json : `${JSON.stringify(bytes.toString('utf8', at + 1, nameEnd))}:${value.json}`);
    at = value.end;
  }
  if (at !== to - 1) return undefined;
  return isList ? `[${parts.join(',')}]` : `{${parts.join(',')}}`;
}

function readValue(state: State, type: number, at: number, to: number, depth: number): Value | undefined {
  const { bytes } = state;
  if (EMPTY.has(type)) return { json: NOTHING, end: at };
  const size = sizeOf(bytes, type, at, to);
  if (size === undefined || size < 0 || at + size > to) return undefined;
  const end = at + size;
  const json = jsonOf(state, type, at, end, depth);
  return json === undefined ? undefined : { json, end };
}

/** How many bytes a value has. */
function sizeOf(bytes: Buffer, type: number, at: number, to: number): number | undefined {
  switch (type) {
    case DOUBLE:
    case DATE:
    case INT64:
    case TIMESTAMP:
      return 8;
    case INT32:
      return 4;
    case BOOLEAN:
      return 1;
    case OBJECT_ID:
      return 12;
    case DECIMAL:
      return 16;
    case REGEX: {
      const pattern = bytes.indexOf(0, at);
      const options = pattern === -1 ? -1 : bytes.indexOf(0, pattern + 1);
      return options === -1 ? undefined : options + 1 - at;
    }
  }
  if (at + 4 > to) return undefined;
  const told = bytes.readInt32LE(at);
  switch (type) {
    case STRING:
    case CODE:
    case SYMBOL:
      return told >= 1 ? 4 + told : undefined;
    case BINARY:
      return told >= 0 ? 5 + told : undefined;
    case DB_POINTER:
      return told >= 1 ? 4 + told + 12 : undefined;
    case DOCUMENT:
    case ARRAY:
    case CODE_WITH_SCOPE:
      return told >= 5 ? told : undefined;
    default:
      return undefined;
  }
}

function jsonOf(state: State, type: number, at: number, end: number, depth: number): string | undefined {
  const { bytes } = state;
  switch (type) {
    case STRING:
    case CODE:
    case SYMBOL:
      return JSON.stringify(bytes.toString('utf8', at + 4, end - 1));
    case INT32:
      return String(bytes.readInt32LE(at));
    case INT64:
      return String(bytes.readBigInt64LE(at));
    case DOUBLE: {
      const number = bytes.readDoubleLE(at);
      return Number.isFinite(number) ? String(number) : NOTHING;
    }
    case OBJECT_ID:
      return `"${bytes.toString('hex', at, end)}"`;
    case BOOLEAN:
      return bytes[at] === 0 ? 'false' : 'true';
    case DATE:
      return dateOf(bytes.readBigInt64LE(at));
    case DOCUMENT:
    case ARRAY:
      return document(state, at, end, type === ARRAY, depth + 1);
    case BINARY:
      return binary(state, at, end);
    case DECIMAL:
      return JSON.stringify(new Decimal128(bytes.subarray(at, end)).toString());
    default:
      // Regular expressions, code with variables, and what only the server itself writes: no data of anybody.
      return NOTHING;
  }
}

function dateOf(milliseconds: bigint): string {
  const time = new Date(Number(milliseconds));
  return Number.isNaN(time.getTime()) ? String(milliseconds) : `"${time.toISOString()}"`;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function binary(state: State, at: number, end: number): string {
  const { bytes } = state;
  const content = bytes.subarray(at + 5, end);
  if (UUID_SUBTYPES.has(bytes[at + 4] ?? 0) && content.length === 16) {
    return `"${content.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}"`;
  }
  try {
    return JSON.stringify(utf8.decode(content));
  } catch {
    state.leftOut += 1;
    return NOTHING;
  }
}
