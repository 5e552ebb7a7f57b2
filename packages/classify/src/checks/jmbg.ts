// The unique citizen number of the former Yugoslavia (JMBG, in Slovenia EMŠO), still used by its successors: DDMMYYY, region,
// serial, check digit (Uredba o enotni matični številki, Uradni list SFRJ 58/76).
import { isDate } from './calendar.ts';
import { digitAt, numberAt } from './digits.ts';
import { allOf, NO_SUCH_DATE, unless, type Verdict, WRONG_CHECK_DIGIT } from './verdict.ts';
import { complementMod11 } from './weighted.ts';

/**
 * @param compact thirteen ASCII digits; the year has three, 900 and more being of the second millennium
 */
export function checkJmbg(compact: string): Verdict {
  const year = numberAt(compact, 4, 7);
  const check = complementMod11(compact, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
  return allOf(
    () =>
      unless(isDate((year < 800 ? 2000 : 1000) + year, numberAt(compact, 2, 4), numberAt(compact, 0, 2)), NO_SUCH_DATE),
    () => unless(check % 10 === digitAt(compact, 12), WRONG_CHECK_DIGIT),
  );
}
