// The Luhn check digit, mod 10 (ISO/IEC 7812-1 annex B): payment cards, French company numbers, Swedish and Canadian numbers.
import { digitAt } from './digits.ts';

/**
 * The sum of the Luhn algorithm, modulo 10, over digits whose last one is the check digit; 0 where it holds.
 *
 * @param digits ASCII digits only
 */
export function luhnRemainder(digits: string): number {
  let sum = 0;
  for (let i = digits.length - 1, twice = false; i >= 0; i -= 1, twice = !twice) {
    const digit = digitAt(digits, i);
    if (!twice) sum += digit;
    else sum += digit > 4 ? 2 * digit - 9 : 2 * digit;
  }
  return sum % 10;
}

/**
 * Whether the last digit is the Luhn check digit of those before it.
 *
 * @param digits ASCII digits only, the check digit included
 */
export function luhnHolds(digits: string): boolean {
  return luhnRemainder(digits) === 0;
}
