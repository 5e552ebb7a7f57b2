// The sentence round a place in a text: cut at its ends, at line feeds, at the ends of JSON strings (escaped ones too) and at
// the separators of fields, and made readable where it was escaped.
import { decode, type Text } from '../text.ts';

/** Bytes read to each side: a longer sentence is cut, which bounds the work that hostile text can cause. */
const REACH = 400;

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const FULL_STOP = 0x2e;
const SPACE = 0x20;

export interface Bounds {
  readonly start: number;
  readonly end: number;
}

/** Bytes of the sentence that holds the byte at `at`. */
export function sentenceAround({ bytes }: Text, at: number): Bounds {
  let start = at;
  const first = Math.max(0, at - REACH);
  while (start > first && !endsAt(bytes, start - 1)) start -= 1;
  let end = at;
  const last = Math.min(bytes.length, at + REACH);
  while (end < last && !endsAt(bytes, end)) end += 1;
  if (end < last && isMark(bytes[end])) end += 1;
  while (start < at && (isTrailing(bytes[start]) || bytes[start] === SPACE)) start += 1;
  while (end > at && end < bytes.length && isTrailing(bytes[end])) end -= 1;
  while (end > at && (bytes[end - 1] === SPACE || bytes[end - 1] === BACKSLASH)) end -= 1;
  return { start: afterEscape(bytes, start, at), end };
}

/** The characters of a sentence, with `\uXXXX` and other escapes of JSON read (once or twice escaped). */
export function readSentence(text: Text, { start, end }: Bounds): string {
  const characters = decode(text, start, end);
  if (!characters.includes('\\')) return characters;
  return characters
    .replace(/\\+u([0-9a-fA-F]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\+[nrt]/g, ' ')
    .replaceAll('\\', '');
}

function endsAt(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at];
  switch (byte) {
    case LINE_FEED:
    case CARRIAGE_RETURN:
    case QUOTE:
    case 0x1e:
    case 0x1f:
    case 0x21: // !
    case 0x3f: // ?
      return true;
    case 0x00:
      return true;
    case FULL_STOP:
      return isFullStop(bytes, at);
    case BACKSLASH: // an escaped line feed
      return bytes[at + 1] === 0x6e || bytes[at + 1] === 0x72;
    case 0x82: // the last byte of 。
      return bytes[at - 1] === 0x80 && bytes[at - 2] === 0xe3;
    case 0x81: // the last byte of ！
    case 0x9f: // the last byte of ？ and of ؟
      return (bytes[at - 1] === 0xbc && bytes[at - 2] === 0xef) || (byte === 0x9f && bytes[at - 1] === 0xd8);
    default:
      return false;
  }
}

/** A full stop that ends a sentence: something other than a letter or a digit follows, and no short title stands before. */
function isFullStop(bytes: Uint8Array, at: number): boolean {
  const next = bytes[at + 1];
  if (next !== undefined && (isLetterOrDigit(next) || next === FULL_STOP)) return false;
  for (let length = 1; length <= 3; length += 1) {
    const before = bytes[at - length];
    if (before === undefined || !isLetterOrDigit(before)) return true;
    // "Dr.", "Mrs.", "S."
    if (before >= 0x41 && before <= 0x5a) return isUpper(bytes[at - 1]) && length > 1;
  }
  return true;
}

function isUpper(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x41 && byte <= 0x5a;
}

export function isLetterOrDigit(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}

function isMark(byte: number | undefined): boolean {
  return byte === FULL_STOP || byte === 0x21 || byte === 0x3f || byte === 0x82 || byte === 0x81 || byte === 0x9f;
}

function isTrailing(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

/** Past the `n` of an escaped line feed at which the sentence was cut. */
function afterEscape(bytes: Uint8Array, start: number, at: number): number {
  if (start === 0 || bytes[start - 1] !== BACKSLASH || start >= at) return start;
  return bytes[start] === 0x6e || bytes[start] === 0x72 ? start + 1 : start;
}
