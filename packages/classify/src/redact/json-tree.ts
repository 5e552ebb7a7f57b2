// Reads JSON (RFC 8259) into places: where each key and value stands in the bytes, so that what is not redacted stays as it
// was written: numbers of any length, keys that come twice, blanks.

interface Place {
  /** Byte offsets; of a string with its quotes. */
  readonly start: number;
  readonly end: number;
}

export interface JsonString extends Place {
  readonly type: 'string';
  /** Whether it is written with escapes, so that its bytes are not its characters. */
  readonly escaped: boolean;
}

export interface JsonMember {
  readonly key: JsonString;
  readonly value: JsonNode;
}

export type JsonNode =
  | JsonString
  | (Place & { readonly type: 'number' | 'literal' })
  | (Place & { readonly type: 'object'; readonly members: readonly JsonMember[] })
  | (Place & { readonly type: 'array'; readonly items: readonly JsonNode[] });

/** Deeper values are not read: no honest log line needs more, and a hostile one must not cost the stack. */
const DEEPEST_JSON = 100;

interface Reader {
  readonly bytes: Uint8Array;
  readonly end: number;
  at: number;
}

/**
 * The value that stands in `start … end - 1`, with nothing but blanks around it; undefined: no JSON, or nested deeper than
 * DEEPEST_JSON. A byte order mark before it is passed over.
 */
export function readJson(bytes: Uint8Array, start: number, end: number): JsonNode | undefined {
  const hasMark = bytes[start] === 0xef && bytes[start + 1] === 0xbb && bytes[start + 2] === 0xbf;
  const reader: Reader = { bytes, end, at: hasMark ? start + 3 : start };
  skipBlanks(reader);
  const node = readValue(reader, 0);
  if (!node) return undefined;
  skipBlanks(reader);
  return reader.at === end ? node : undefined;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;

function skipBlanks(reader: Reader): void {
  const { bytes, end } = reader;
  let { at } = reader;
  while (at < end) {
    const byte = bytes[at];
    if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) break;
    at += 1;
  }
  reader.at = at;
}

function readValue(reader: Reader, depth: number): JsonNode | undefined {
  if (reader.at >= reader.end || depth > DEEPEST_JSON) return undefined;
  switch (reader.bytes[reader.at]) {
    case QUOTE:
      return readString(reader);
    case 0x7b:
      return readObject(reader, depth);
    case 0x5b:
      return readArray(reader, depth);
    case 0x74:
      return readLiteral(reader, 'true');
    case 0x66:
      return readLiteral(reader, 'false');
    case 0x6e:
      return readLiteral(reader, 'null');
    default:
      return readNumber(reader);
  }
}

function readString(reader: Reader): JsonString | undefined {
  const { bytes, end } = reader;
  const start = reader.at;
  if (bytes[start] !== QUOTE) return undefined;
  let escaped = false;
  let at = start + 1;
  while (at < end) {
    const byte = bytes[at] as number;
    if (byte === QUOTE) {
      reader.at = at + 1;
      return { type: 'string', start, end: at + 1, escaped };
    }
    if (byte < 0x20) return undefined;
    if (byte === BACKSLASH) {
      const length = escapeLength(bytes, at);
      if (length === 0) return undefined;
      escaped = true;
      at += length;
    } else at += 1;
  }
  return undefined;
}

/** Bytes of the escape that begins here; 0 where it is none. */
function escapeLength(bytes: Uint8Array, at: number): number {
  const letter = bytes[at + 1];
  if (letter !== 0x75) return letter !== undefined && SHORT_ESCAPES.has(letter) ? 2 : 0;
  for (let digit = at + 2; digit < at + 6; digit += 1) {
    const byte = bytes[digit] ?? 0;
    const folded = byte | 0x20;
    if (!(byte >= 0x30 && byte <= 0x39) && !(folded >= 0x61 && folded <= 0x66)) return 0;
  }
  return 6;
}

const SHORT_ESCAPES = new Set(Buffer.from('"\\/bfnrt'));

function readObject(reader: Reader, depth: number): JsonNode | undefined {
  const start = reader.at;
  const members: JsonMember[] = [];
  reader.at += 1;
  skipBlanks(reader);
  if (reader.bytes[reader.at] === 0x7d && reader.at < reader.end) {
    reader.at += 1;
    return { type: 'object', start, end: reader.at, members };
  }
  while (reader.at < reader.end) {
    const key = readString(reader);
    if (!key) return undefined;
    skipBlanks(reader);
    if (reader.bytes[reader.at] !== COLON) return undefined;
    reader.at += 1;
    skipBlanks(reader);
    const value = readValue(reader, depth + 1);
    if (!value) return undefined;
    members.push({ key, value });
    const next = readNext(reader, 0x7d);
    if (next === 'end') return { type: 'object', start, end: reader.at, members };
    if (next === 'none') return undefined;
  }
  return undefined;
}

function readArray(reader: Reader, depth: number): JsonNode | undefined {
  const start = reader.at;
  const items: JsonNode[] = [];
  reader.at += 1;
  skipBlanks(reader);
  if (reader.bytes[reader.at] === 0x5d && reader.at < reader.end) {
    reader.at += 1;
    return { type: 'array', start, end: reader.at, items };
  }
  while (reader.at < reader.end) {
    const item = readValue(reader, depth + 1);
    if (!item) return undefined;
    items.push(item);
    const next = readNext(reader, 0x5d);
    if (next === 'end') return { type: 'array', start, end: reader.at, items };
    if (next === 'none') return undefined;
  }
  return undefined;
}

/** What follows a member: a comma and another one, or the closing bracket. */
function readNext(reader: Reader, closing: number): 'another' | 'end' | 'none' {
  skipBlanks(reader);
  if (reader.at >= reader.end) return 'none';
  const byte = reader.bytes[reader.at];
  reader.at += 1;
  if (byte === closing) return 'end';
  if (byte !== COMMA) return 'none';
  skipBlanks(reader);
  return 'another';
}

function readLiteral(reader: Reader, word: string): JsonNode | undefined {
  const start = reader.at;
  const end = start + word.length;
  if (end > reader.end) return undefined;
  for (let i = 0; i < word.length; i += 1) if (reader.bytes[start + i] !== word.charCodeAt(i)) return undefined;
  reader.at = end;
  return { type: 'literal', start, end };
}

function readNumber(reader: Reader): JsonNode | undefined {
  const { bytes } = reader;
  const start = reader.at;
  if (bytes[reader.at] === 0x2d) reader.at += 1;
  const first = bytes[reader.at];
  const whole = skipDigits(reader);
  if (whole === 0 || (whole > 1 && first === 0x30)) return undefined;
  if (bytes[reader.at] === 0x2e && reader.at < reader.end) {
    reader.at += 1;
    if (skipDigits(reader) === 0) return undefined;
  }
  if (((bytes[reader.at] ?? 0) | 0x20) === 0x65 && reader.at < reader.end) {
    reader.at += 1;
    if (bytes[reader.at] === 0x2b || bytes[reader.at] === 0x2d) reader.at += 1;
    if (skipDigits(reader) === 0) return undefined;
  }
  return { type: 'number', start, end: reader.at };
}

function skipDigits(reader: Reader): number {
  const start = reader.at;
  while (reader.at < reader.end) {
    const byte = reader.bytes[reader.at] as number;
    if (byte < 0x30 || byte > 0x39) break;
    reader.at += 1;
  }
  return reader.at - start;
}
