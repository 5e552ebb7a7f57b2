// Numbers with letters behind: `12a`, `3º`, `20th`. Most tokens of letters and digits are neither, so they are told by their
// bytes; only what has letters beyond ASCII or an apostrophe is made into a string.
import { endOf, isMixed, type Reading, sizeOf, startOf, word } from './reading.ts';
import { isBeyondAscii } from './tokens.ts';

const ORDINAL = /^\d+(?:st|nd|rd|th)$/;
const ROMANCE_ORDINAL = /^\d+er?$/;

/** `12a`: up to four digits and a letter. */
export function isHouseNumber(reading: Reading, index: number): boolean {
  const digits = digitsOf(reading, index);
  if (digits === 0 || digits > 4) return false;
  return isBeyondAscii(reading, index)
    ? /^\d{1,4}[a-z]$/.test(word(reading, index))
    : sizeOf(reading, index) === digits + 1;
}

/** `3º`, `2ª`, `1o`: a floor. */
export function isFloor(reading: Reading, index: number): boolean {
  const digits = digitsOf(reading, index);
  return digits > 0 && digits < 3 && sizeOf(reading, index) <= digits + 2 && /^\d+[ºªo]$/.test(word(reading, index));
}

/** `20th`, of as many digits at most. */
export function isOrdinal(reading: Reading, index: number, mostDigits = Number.POSITIVE_INFINITY): boolean {
  const digits = digitsOf(reading, index);
  return digits > 0 && digits <= mostDigits && hasEnding(reading, index, digits) && ORDINAL.test(word(reading, index));
}

/** `3e`, `1er`. */
export function isRomanceOrdinal(reading: Reading, index: number): boolean {
  const digits = digitsOf(reading, index);
  return digits > 0 && hasEnding(reading, index, digits) && ROMANCE_ORDINAL.test(word(reading, index));
}

/** Digits at the beginning of a token of letters and digits; 0 for all other tokens. */
function digitsOf(reading: Reading, index: number): number {
  if (!isMixed(reading, index)) return 0;
  const start = startOf(reading, index);
  const end = endOf(reading, index);
  let at = start;
  while (at < end && isDigit(reading.bytes[at] as number)) at++;
  return at - start;
}

/** Whether one to three bytes stand behind the digits, none of them a digit: two letters, and what may join them. */
function hasEnding(reading: Reading, index: number, digits: number): boolean {
  if (isBeyondAscii(reading, index)) return true;
  const end = endOf(reading, index);
  const first = startOf(reading, index) + digits;
  if (end - first > 3) return false;
  for (let at = first; at < end; at++) if (isDigit(reading.bytes[at] as number)) return false;
  return LAST_LETTERS.includes((reading.bytes[end - 1] as number) | 0x20);
}

/** In which these ordinals end. */
const LAST_LETTERS = [...Buffer.from('tdher')];

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
