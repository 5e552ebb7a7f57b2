// Check characters of ISO/IEC 7064: the hybrid system mod 11,10 and the pure system mod 11-2.
import { digitAt } from './digits.ts';

/**
 * Whether the last digit is the ISO 7064 mod 11,10 check digit: German tax id, Croatian OIB, German VAT number.
 *
 * @param digits ASCII digits only, the check digit last
 */
export function mod11_10Holds(digits: string): boolean {
  let product = 10;
  for (let i = 0; i < digits.length - 1; i += 1) {
    const sum = (product + digitAt(digits, i)) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return (product + digitAt(digits, digits.length - 1)) % 10 === 1;
}

/**
 * Whether the last character, a digit or `X` for ten, is the ISO 7064 mod 11-2 check character: Chinese resident
 * identity card (GB 11643), ISNI, ORCID.
 *
 * @param code ASCII digits, the last one a digit or an upper-case X
 */
export function mod11_2Holds(code: string): boolean {
  let sum = 0;
  for (let i = 0; i < code.length - 1; i += 1) sum = ((sum + digitAt(code, i)) * 2) % 11;
  const last = code.length - 1;
  const check = code[last] === 'X' ? 10 : digitAt(code, last);
  return (sum + check) % 11 === 1;
}
