// The Verhoeff check digit (J. Verhoeff, Error Detecting Decimal Codes, 1969), by the dihedral group D5: Aadhaar, Luxembourg's
// national identifier.
import { digitAt } from './digits.ts';

/** One round of the permutation that is applied once more for each place from the right. */
const PERMUTATION: readonly number[] = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

/** Product in the dihedral group of the pentagon: 0 to 4 are turns, 5 to 9 are reflections. */
function times(a: number, b: number): number {
  if (a < 5) return b < 5 ? (a + b) % 5 : 5 + ((a + b - 5) % 5);
  return b < 5 ? 5 + ((a - 5 - b + 5) % 5) : (a - b + 5) % 5;
}

function permuted(digit: number, rounds: number): number {
  let value = digit;
  for (let i = 0; i < rounds; i += 1) value = PERMUTATION[value] ?? 0;
  return value;
}

/**
 * Whether the last digit is the Verhoeff check digit of those before it.
 *
 * @param digits ASCII digits only, the check digit included
 */
export function verhoeffHolds(digits: string): boolean {
  let check = 0;
  for (let i = 0; i < digits.length; i += 1) {
    check = times(check, permuted(digitAt(digits, digits.length - 1 - i), i % 8));
  }
  return check === 0;
}
