// The check digit of Czech and Slovak company numbers (IČO): weights 8 to 2 modulo 11 (zákon č. 111/2009 Sb.).
import { digitAt } from './digits.ts';
import { complementMod11 } from './weighted.ts';

/**
 * Whether the last digit holds: 11 less the remainder, 11 written 1 and 10 written 0.
 *
 * @param digits eight ASCII digits
 */
export function icoHolds(digits: string): boolean {
  const check = complementMod11(digits, [8, 7, 6, 5, 4, 3, 2]);
  return (check === 0 ? 1 : check % 10) === digitAt(digits, 7);
}
