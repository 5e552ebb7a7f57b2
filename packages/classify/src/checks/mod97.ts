// Remainders modulo 97 of long numbers, and ISO 7064 mod 97-10 as IBANs, LEIs and others use it (ISO 13616-1, ISO 17442-1).
import { base36At, digitAt } from './digits.ts';

/**
 * Remainder of a decimal number of any length.
 *
 * @param digits ASCII digits only
 * @param modulus at most 2^40, so that no step leaves the exact integers
 */
export function decimalRemainder(digits: string, modulus: number): number {
  let remainder = 0;
  for (let i = 0; i < digits.length; i += 1) remainder = (remainder * 10 + digitAt(digits, i)) % modulus;
  return remainder;
}

/**
 * Remainder modulo 97 of digits and upper-case letters, letters read as two digits (A = 10 … Z = 35).
 *
 * @returns -1 where another character stands in it
 */
export function mod97(characters: string): number {
  let remainder = 0;
  for (let i = 0; i < characters.length; i += 1) {
    const value = base36At(characters, i);
    if (value < 0) return -1;
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
}

/**
 * Whether ISO 7064 mod 97-10 holds: the number, check digits at its end, leaves 1.
 * For an IBAN hand in the number with its first four characters moved to the end, or use `ibanHolds`.
 */
export function mod97_10Holds(characters: string): boolean {
  return mod97(characters) === 1;
}

/** Whether the check digits (third and fourth character) of an IBAN in compact form hold. Length and country are not looked at. */
export function ibanHolds(compact: string): boolean {
  return mod97_10Holds(compact.slice(4) + compact.slice(0, 4));
}
