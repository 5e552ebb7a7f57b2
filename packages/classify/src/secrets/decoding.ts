// Text inside text: percent-encoding (RFC 3986, 2.1), hexadecimal, base64 and base64url (RFC 4648), escapes of JSON strings
// (RFC 8259, 7) and U+0000 notation; decoded in place, with the way back to the offsets of the original.
import { isUtf8 } from 'node:buffer';
import { base64RunsOf } from '../landmarks/landmarks.ts';
import type { Text } from '../text.ts';
import {
  DIGIT_OF,
  type EncodedForm,
  type Encoding,
  HEX,
  nextEncoded,
  OTHER,
  SHORTEST_BASE64,
  SHORTEST_HEX,
} from './encoded-forms.ts';

/** A decoded part. `from` and `to` in the text before, `start` and `end` in the decoded one. */
interface Segment {
  readonly encoding: Encoding;
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** A stretch of text, decoded or not, that knows where it came from. */
export interface View {
  readonly latin1: string;
  readonly segments: readonly Segment[];
  /** The view that this one was decoded from, or the offset in the original where it begins. */
  readonly parent: View | number;
}

/** The stretch of the original that begins at `from`, as it is. */
export function plainView(latin1: string, from: number): View {
  return { latin1, segments: [], parent: from };
}

/**
 * Decodes what is encoded in a view, each part once.
 *
 * @returns undefined where nothing is
 */
export function decodeView(view: View): View | undefined {
  const { latin1 } = view;
  const segments: Segment[] = [];
  const parts: string[] = [];
  let length = 0;
  let behind = 0;
  for (let form = nextEncoded(latin1, 0); form; form = nextEncoded(latin1, form.to)) {
    const value = meaningOf(latin1, form);
    if (value === undefined) continue;
    const { encoding, from, to } = form;
    const before = latin1.slice(behind, from);
    const start = length + before.length;
    segments.push({ encoding, from, to, start, end: start + value.length });
    parts.push(before, value);
    length = start + value.length;
    behind = to;
  }
  if (segments.length === 0) return undefined;
  parts.push(latin1.slice(behind));
  return { latin1: parts.join(''), segments, parent: view };
}

/** What a form stands for; undefined where it stands for itself. */
function meaningOf(latin1: string, { encoding, from, to }: EncodedForm): string | undefined {
  const written = latin1.slice(from, to);
  if (encoding === 'percent-encoding') return String.fromCharCode(Number.parseInt(written.slice(1), 16));
  if (encoding === 'escapes') return readEscape(written);
  // A run beside an escape goes on behind it: it is whole only when the escape has been read.
  if (latin1[to] === '%' || latin1[to] === '\\' || isEscapeBefore(latin1, from)) return undefined;
  if (encoding === 'base64') return decodeBase64(written);
  return written.length % 2 === 0 ? asText(Buffer.from(written, 'hex')) : undefined;
}

function isEscapeBefore(latin1: string, at: number): boolean {
  return /(?:%[0-9A-Fa-f]{2}|\\[/u])$/.test(latin1.slice(Math.max(0, at - 3), at));
}

const SHORT_ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

function readEscape(written: string): string {
  const code = /^(?:\\u|U\+)(.{4})/.exec(written)?.[1];
  if (code === undefined) return SHORT_ESCAPES[written[1] ?? ''] ?? written.slice(1);
  const point = Number.parseInt(code, 16);
  // Halves of a surrogate pair come apart here: no rule's secret has characters beyond the first plane.
  return Buffer.from(String.fromCharCode(point), 'utf8').toString('latin1');
}

/** Base64 or base64url that stands for text; undefined for anything else. */
function decodeBase64(run: string): string | undefined {
  const digits = run.replace(/=+$/, '');
  if (digits.length % 4 === 1) return undefined;
  return asText(Buffer.from(digits, 'base64'));
}

/** Bytes that are text, as latin1: UTF-8 without control characters other than white space. */
function asText(bytes: Buffer): string | undefined {
  for (const byte of bytes) if (byte < 0x09 || (byte > 0x0d && byte < 0x20) || byte === 0x7f) return undefined;
  return bytes.length > 0 && isUtf8(bytes) ? bytes.toString('latin1') : undefined;
}

/** Encodings of the decoded parts that a stretch of the view touches, here and in the views before. */
export function encodingsAt(view: View, start: number, end: number): ReadonlySet<Encoding> {
  const encodings = new Set<Encoding>();
  let at: View | number = view;
  let stretch = { start, end };
  while (typeof at !== 'number') {
    for (const segment of at.segments) {
      if (segment.start < stretch.end && stretch.start < segment.end) encodings.add(segment.encoding);
    }
    stretch = toParent(at, stretch.start, stretch.end);
    at = at.parent;
  }
  return encodings;
}

/** Whether a stretch of the view touches what was decoded last. */
export function touchesDecoded({ segments }: View, start: number, end: number): boolean {
  const last = lastBefore(segments, end - 1);
  return last !== undefined && start < last.end;
}

/** Where a stretch of the view stands in the original: encoded parts count whole. */
export function toOriginal(view: View, start: number, end: number): { readonly start: number; readonly end: number } {
  let at: View | number = view;
  let stretch = { start, end };
  while (typeof at !== 'number') {
    stretch = toParent(at, stretch.start, stretch.end);
    at = at.parent;
  }
  return { start: stretch.start + at, end: stretch.end + at };
}

function toParent({ segments }: View, start: number, end: number): { start: number; end: number } {
  const first = lastBefore(segments, start);
  const last = lastBefore(segments, end - 1);
  return {
    start: first === undefined ? start : start < first.end ? first.from : start - first.end + first.to,
    end: last === undefined ? end : end <= last.end ? last.to : end - last.end + last.to,
  };
}

/** The last segment that begins at or before a place. */
function lastBefore(segments: readonly Segment[], place: number): Segment | undefined {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segments[middle]?.start ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return segments[low - 1];
}

/** Calls back for each run that stands for text in base64 or hex, and each letter or digit that was escaped needlessly. */
export function findEncoded(text: Text, found: (from: number, to: number) => void): void {
  const { latin1 } = text;
  findRuns(text, found);
  findNeedless(latin1, '%', NEEDLESS_PERCENT, found);
  findNeedless(latin1, '\\u00', NEEDLESS_ESCAPE, found);
  findNeedless(latin1, 'U+00', NEEDLESS_CODE_POINT, found);
}

/** Letters, digits and `-._~`: nothing has to escape them, but they hide a word. */
const NEEDLESS_PERCENT = /%(?:2[DdEe]|3\d|[46][1-9A-Fa-f]|[57][0-9Aa]|5[Ff]|7[Ee])/y;
const NEEDLESS_ESCAPE = /\\u00(?:2[DdEe]|3\d|[46][1-9A-Fa-f]|[57][0-9Aa]|5[Ff])/y;
const NEEDLESS_CODE_POINT = /U\+00(?:2[DdEe]|3\d|[46][1-9A-Fa-f]|[57][0-9Aa]|5[Ff])/y;

function findNeedless(latin1: string, mark: string, form: RegExp, found: (from: number, to: number) => void): void {
  for (let at = latin1.indexOf(mark); at !== -1; at = latin1.indexOf(mark, at + 1)) {
    form.lastIndex = at;
    if (form.test(latin1)) found(at, form.lastIndex);
  }
}

/** Value of each base64 digit of either alphabet. */
const BASE64_VALUE = Uint8Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte).replace('-', '+').replace('_', '/');
  return Math.max(0, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'.indexOf(character));
});

function findRuns(text: Text, found: (from: number, to: number) => void): void {
  const { bytes, latin1 } = text;
  for (const from of base64RunsOf(text)) {
    const to = runEnd(bytes, from + SHORTEST_BASE64);
    if (standsForText(bytes, latin1, from, to)) found(from, to);
  }
}

function runEnd(bytes: Uint8Array, begin: number): number {
  let to = begin;
  while (to < bytes.length && DIGIT_OF[bytes[to] as number] !== OTHER) to += 1;
  return to;
}

function standsForText(bytes: Uint8Array, latin1: string, from: number, to: number): boolean {
  if (beginsLikeText(bytes, from) && decodeBase64(latin1.slice(from, to)) !== undefined) return true;
  return to - from >= SHORTEST_HEX && hexLikeText(bytes, from, to);
}

/** Whether the first twelve digits give nine bytes of ASCII text: what no random run does. */
function beginsLikeText(bytes: Uint8Array, from: number): boolean {
  for (let at = from; at < from + 12; at += 4) {
    const word =
      ((BASE64_VALUE[bytes[at] as number] as number) << 18) |
      ((BASE64_VALUE[bytes[at + 1] as number] as number) << 12) |
      ((BASE64_VALUE[bytes[at + 2] as number] as number) << 6) |
      (BASE64_VALUE[bytes[at + 3] as number] as number);
    if (!isTextByte(word >> 16) || !isTextByte((word >> 8) & 0xff) || !isTextByte(word & 0xff)) return false;
  }
  return true;
}

function isTextByte(byte: number): boolean {
  return (byte >= 0x20 && byte < 0x7f) || (byte >= 0x09 && byte <= 0x0d);
}

function hexLikeText(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < from + 8; at += 2) {
    const high = bytes[at] as number;
    if (DIGIT_OF[high] !== HEX || high < 0x32 || high > 0x37 || DIGIT_OF[bytes[at + 1] as number] !== HEX) return false;
  }
  for (let at = from + 8; at < to; at += 1) if (DIGIT_OF[bytes[at] as number] !== HEX) return false;
  return true;
}
