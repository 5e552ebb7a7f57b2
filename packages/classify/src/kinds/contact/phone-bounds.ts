// Where a telephone number begins and ends, and what joins digits to something that is none: dates, ids, amounts.
import { isLetter } from './labels.ts';
import { TYPICAL_BEGINNINGS } from './phone-forms.ts';
import { isDigitByte, type PhoneShape } from './phone-shape.ts';

/** `2025-01-06`: what most runs of digits in logs begin with. */
export function isIsoDate(bytes: Uint8Array, at: number): boolean {
  if (bytes[at + 4] !== 0x2d || bytes[at + 7] !== 0x2d || isDigitByte(bytes[at + 10])) return false;
  const century = (bytes[at] as number) * 256 + (bytes[at + 1] as number);
  return (century === 0x3139 || century === 0x3230) && isDigitByte(bytes[at + 9]);
}

/**
 * Byte behind a date or a time that the groups begin with: `2025-01-06 12`, `06.01.2025`, `06/01/2025`; -1 for none.
 * Said before anything else, since most runs of digits in logs are dates.
 */
export function endOfDate(shape: PhoneShape, bytes: Uint8Array): number {
  if (
    shape.groups < 3 ||
    shape.plus ||
    shape.bracketed !== -1 ||
    shape.sign[0] !== shape.sign[1] ||
    shape.sign[0] === 1
  ) {
    return -1;
  }
  const [first, second, third] = [numberOf(shape, bytes, 0), numberOf(shape, bytes, 1), numberOf(shape, bytes, 2)];
  const yearFirst =
    shape.length[0] === 4 && first >= 1900 && first < 2100 && second >= 1 && second <= 12 && third >= 1 && third <= 31;
  const yearLast =
    shape.length[2] === 4 &&
    third >= 1900 &&
    third < 2100 &&
    (shape.length[0] as number) <= 2 &&
    (shape.length[1] as number) <= 2 &&
    first <= 31 &&
    second <= 31;
  return (yearFirst && (shape.length[2] as number) <= 2 && (shape.length[1] as number) <= 2) || yearLast
    ? (shape.groupEnd[2] as number)
    : -1;
}

export function numberOf(shape: PhoneShape, bytes: Uint8Array, group: number): number {
  let value = 0;
  const end = shape.groupEnd[group] as number;
  for (let at = end - (shape.length[group] as number); at < end; at++)
    value = value * 10 + (bytes[at] as number) - 0x30;
  return value;
}

/**
 * Whether a number can begin here that no word names: with a sign or a 0, with two groups as those of a typical form, behind
 * the plus of a URL, or as eleven digits from 13… to 19… (China). Most digits of logs do not.
 */
export function mayBeginUnnamed(bytes: Uint8Array, at: number): boolean {
  const first = bytes[at] as number;
  if (first <= 0x30) return true;
  const end = endOfDigits(bytes, at);
  const length = end - at;
  if (length > 5) return (length === 11 && first === 0x31) || isPercentPlus(bytes, at);
  let next = end;
  while (isAsciiSign(bytes[next])) next++;
  // A space that is not of ASCII, or the end of the run.
  if (!isDigitByte(bytes[next])) return (bytes[next] as number) >= 0x80;
  const second = endOfDigits(bytes, next) - next;
  return TYPICAL_BEGINNINGS[length * 16 + second] === 1 || isPercentPlus(bytes, at);
}

function endOfDigits(bytes: Uint8Array, at: number): number {
  let end = at + 1;
  while (end - at < MOST_OF_A_GROUP && isDigitByte(bytes[end])) end++;
  return end;
}

/** A space, a bracket, a hyphen, a full stop or a solidus. */
function isAsciiSign(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x2d || byte === 0x2e || byte === 0x2f || byte === 0x28 || byte === 0x29;
}

/** `%2B33…`: the plus as it stands in URLs; the B is what the digits come behind. */
export function isPercentPlus(bytes: Uint8Array, start: number): boolean {
  return bytes[start - 3] === 0x25 && bytes[start - 2] === 0x32 && ((bytes[start - 1] as number) | 0x20) === 0x62;
}

/** Whether nothing before joins the number to something longer. */
export function isFreeBefore(bytes: Uint8Array, start: number): boolean {
  const sign = bytes[start - 1];
  if (sign === undefined) return true;
  const before = bytes[start - 2];
  if (isLetter(sign)) return before === 0x5c && (sign === 0x6e || sign === 0x72 || sign === 0x74);
  if (isDigitByte(sign) || sign === 0x5f || sign === 0x24 || sign === 0x25 || sign === 0x40 || sign === 0x23)
    return false;
  if (sign === 0x2d || sign === 0x2e || sign === 0x2f || sign === 0x2b)
    return !isLetter(before) && !isDigitByte(before);
  if (sign === 0x3a || sign === 0x2c) return !isDigitByte(before);
  if (sign === 0x20 && isDigitByte(before)) return isAfterNumber(bytes, start - 1);
  // The pound (C2 A3) and euro (E2 82 AC) signs.
  return !(sign === 0xa3 && before === 0xc2) && !(sign === 0xac && before === 0x82);
}

/** A number before, with a space between: only where that one can't be the first groups of this one. */
function isAfterNumber(bytes: Uint8Array, space: number): boolean {
  const next = bytes[space + 1];
  if (next === 0x2b || next === 0x28) return true;
  let digits = 0;
  let at = space - 1;
  while (at >= 0 && at > space - MOST_OF_A_GROUP && isDigitByte(bytes[at])) {
    at--;
    digits++;
  }
  // Longer than a group, the end of a time or an id with hyphens, or the year at the end of a date.
  return digits > 4 || bytes[at] === 0x3a || bytes[at] === 0x2d || (digits === 4 && isJoint(bytes[at]));
}

/** Whether what stands behind the space at `at` is long or has signs within: a date, a card, an id, an amount. */
export function isNumberOfItsOwn(bytes: Uint8Array, at: number): boolean {
  let end = at + 1;
  while (end - at < MOST_OF_A_GROUP && isDigitByte(bytes[end])) end++;
  return end - at > 5 || (isJoint(bytes[end]) && isDigitByte(bytes[end + 1]));
}

/** More digits than a group of a number has. */
const MOST_OF_A_GROUP = 12;

/** `-`, `.`, `/` or `:`, which join digits to dates, decimals, addresses and times. */
function isJoint(byte: number | undefined): boolean {
  return byte === 0x2d || byte === 0x2e || byte === 0x2f || byte === 0x3a;
}

/** Whether nothing behind joins it to something longer. */
export function isFreeBehind(shape: PhoneShape, bytes: Uint8Array): boolean {
  const { end } = shape;
  const sign = bytes[end];
  if (sign === undefined) return true;
  const next = bytes[end + 1];
  if (isDigitByte(sign) || sign === 0x5f || sign === 0x40 || sign === 0x25) return false;
  if (isLetter(sign)) return extended(bytes, end) > end;
  if (sign === 0x3a) return !isDigitByte(next);
  if (sign === 0x2e) return !isDigitByte(next);
  if (sign === 0x2d || sign === 0x2f || sign === 0x2b) {
    if (isDigitByte(next)) return false;
    return !isLetter(next) || (shape.groups > 1 && shape.sign[0] !== 2 && sign !== 0x2b);
  }
  return true;
}

/** Byte behind an extension (`x123`, ` ext. 12`), or `end` where there is none. */
export function extended(bytes: Uint8Array, end: number): number {
  let at = end;
  if (bytes[at] === 0x20) at++;
  if (((bytes[at] as number) | 0x20) === 0x65 && bytes[at + 1] === 0x78 && bytes[at + 2] === 0x74) at += 3;
  else if (((bytes[at] as number) | 0x20) === 0x78) at++;
  else return end;
  if (bytes[at] === 0x2e) at++;
  if (bytes[at] === 0x20) at++;
  const first = at;
  while (at - first < 7 && isDigitByte(bytes[at])) at++;
  return at > first && at - first < 7 && !isLetter(bytes[at]) ? at : end;
}
