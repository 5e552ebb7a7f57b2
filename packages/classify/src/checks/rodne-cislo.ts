// The birth number of Czechia and Slovakia (rodné číslo): YYMMDD, serial, and since 1954 a check digit (zákon č. 133/2000 Sb.,
// § 13; zákon č. 301/1995 Z. z.).
import { isDate } from './calendar.ts';
import { digitAt, numberAt } from './digits.ts';
import { decimalRemainder } from './mod97.ts';
import { allOf, NO_SUCH_DATE, unless, type Verdict, WRONG_CHECK_DIGIT } from './verdict.ts';

/** Women add 50 to the month; where the serials of a day ran out, since 2004, 20 is added as well. */
function monthOf(compact: string): number {
  return (numberAt(compact, 2, 4) % 50) % 20;
}

/** Nine digits: born before 1954. Ten digits: years 54 to 99 are of the last century. */
function yearOf(compact: string): number {
  const year = numberAt(compact, 0, 2);
  if (compact.length === 9) return year < 54 ? 1900 + year : 1800 + year;
  return year < 54 ? 2000 + year : 1900 + year;
}

/**
 * @param compact nine or ten ASCII digits; nine have no check digit
 */
export function checkRodneCislo(compact: string): Verdict {
  const remainder = decimalRemainder(compact.slice(0, 9), 11);
  // Until 1984 a remainder of ten was written 0; since then such numbers are not given out.
  const check = remainder === 10 && yearOf(compact) < 1985 ? 0 : remainder;
  const holds = compact.length === 9 || check === digitAt(compact, 9);
  return allOf(
    () => unless(isDate(yearOf(compact), monthOf(compact), numberAt(compact, 4, 6)), NO_SUCH_DATE),
    () => unless(holds, WRONG_CHECK_DIGIT),
  );
}
