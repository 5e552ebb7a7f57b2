// Where something encoded is written in a text: percent-encoding, escapes, and runs of hexadecimal or base64 digits.

export type Encoding = 'percent-encoding' | 'hex' | 'base64' | 'escapes';

/** Something that is written as if it were encoded; whether it is, its value has to tell. */
export interface EncodedForm {
  readonly encoding: Encoding;
  readonly from: number;
  readonly to: number;
}

/** Hexadecimal shorter than this is a number or a hash's beginning. */
export const SHORTEST_HEX = 32;
export const SHORTEST_BASE64 = 16;

export const OTHER = 0;
const BASE64 = 1;
export const HEX = 2;
/** What each byte may be a digit of. */
export const DIGIT_OF = Uint8Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte);
  if (/[0-9A-Fa-f]/.test(character)) return HEX;
  return /[\w+/-]/.test(character) ? BASE64 : OTHER;
});

const PERCENT = 0x25;
const BACKSLASH = 0x5c;
const CAPITAL_U = 0x55;
const EQUALS = 0x3d;

const PERCENT_ENCODED = /%[0-9A-Fa-f]{2}/y;
const ESCAPED = /\\(?:u[0-9A-Fa-f]{4}|["\\/bfnrt])/y;
const CODE_POINT = /U\+[0-9A-Fa-f]{4}(?:\s|$)/y;

/** The first of them that begins at `begin` or behind. @param latin1 one character a byte */
export function nextEncoded(latin1: string, begin: number): EncodedForm | undefined {
  for (let at = begin; at < latin1.length; at += 1) {
    const byte = latin1.charCodeAt(at);
    if (byte === PERCENT || byte === BACKSLASH) {
      const form = byte === PERCENT ? PERCENT_ENCODED : ESCAPED;
      const to = endOf(form, latin1, at);
      if (to !== -1) return { encoding: byte === PERCENT ? 'percent-encoding' : 'escapes', from: at, to };
    } else if (DIGIT_OF[byte] !== OTHER) {
      const end = digitsEnd(latin1, at);
      const found = inRun(latin1, at, end);
      if (found) return found;
      at = end - 1;
    }
  }
  return undefined;
}

/** Behind a form that stands at a place; -1 where it does not. */
function endOf(form: RegExp, latin1: string, at: number): number {
  form.lastIndex = at;
  return form.test(latin1) ? form.lastIndex : -1;
}

function digitsEnd(latin1: string, begin: number): number {
  let end = begin;
  while (end < latin1.length && DIGIT_OF[latin1.charCodeAt(end)] !== OTHER) end += 1;
  return end;
}

/** What a run of digits begins with, or, where it is too short for anything else, the code point that stands in it. */
function inRun(latin1: string, from: number, end: number): EncodedForm | undefined {
  const isLong = end - from >= SHORTEST_BASE64;
  for (let at = from; at < (isLong ? from + 1 : end); at += 1) {
    if (latin1.charCodeAt(at) !== CAPITAL_U) continue;
    const to = endOf(CODE_POINT, latin1, at);
    if (to !== -1) return { encoding: 'escapes', from: at, to };
  }
  if (!isLong) return undefined;
  let to = from;
  while (to < end && DIGIT_OF[latin1.charCodeAt(to)] === HEX) to += 1;
  if (to - from >= SHORTEST_HEX) return { encoding: 'hex', from, to };
  to = end;
  while (to < end + 2 && latin1.charCodeAt(to) === EQUALS) to += 1;
  return { encoding: 'base64', from, to };
}
