// Digits and letters of a compact identifier as numbers.

const ZERO = 48;
const LETTER_A = 65;

/** The digit at an index of a string of ASCII digits. */
export function digitAt(digits: string, index: number): number {
  return digits.charCodeAt(index) - ZERO;
}

/** A part of a string of digits as a number. `start` and `end` are indexes, as in `slice`. */
export function numberAt(digits: string, start: number, end: number): number {
  let value = 0;
  for (let i = start; i < end; i += 1) value = value * 10 + digitAt(digits, i);
  return value;
}

/** Place of an upper-case letter in the alphabet, A being 0. */
export function letterAt(characters: string, index: number): number {
  return characters.charCodeAt(index) - LETTER_A;
}

/** Whether a string of any length is digits only; true for the empty one. */
export function isDigits(characters: string): boolean {
  for (let i = 0; i < characters.length; i += 1) {
    const digit = digitAt(characters, i);
    if (digit < 0 || digit > 9) return false;
  }
  return true;
}

/**
 * Value of a digit (0 to 9) or upper-case letter (A = 10 to Z = 35), as ISO 7064, ISO 13616 and ICAO 9303 read them.
 * -1 for any other character.
 */
export function base36At(characters: string, index: number): number {
  const code = characters.charCodeAt(index);
  if (code >= ZERO && code <= ZERO + 9) return code - ZERO;
  if (code >= LETTER_A && code < LETTER_A + 26) return code - LETTER_A + 10;
  return -1;
}

/** Whether all characters are one and the same: `1111111111`. False for the empty string. */
export function isOneRepeated(characters: string): boolean {
  if (characters === '') return false;
  for (let i = 1; i < characters.length; i += 1) {
    if (characters.charCodeAt(i) !== characters.charCodeAt(0)) return false;
  }
  return true;
}

/** Sum of the decimal digits of a number from 0 to 99. */
export function digitSum(value: number): number {
  return Math.floor(value / 10) + (value % 10);
}
