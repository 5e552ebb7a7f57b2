// The check digit of Estonian and Lithuanian codes: weights from 1 on modulo 11, and where that is 10, once more with weights
// from 3 on (EVS 585:2007; Lietuvos Respublikos gyventojų registro įstatymas).
import { isDate } from './calendar.ts';
import { digitAt, numberAt } from './digits.ts';
import { allOf, NO_SUCH_DATE, unless, type Verdict, WRONG_CHECK_DIGIT } from './verdict.ts';

function remainder(digits: string, offset: number): number {
  let sum = 0;
  for (let i = 0; i < digits.length - 1; i += 1) sum += (((i + offset) % 9) + 1) * digitAt(digits, i);
  return sum % 11;
}

/** Whether the last digit is the check digit of those before it. */
export function twoStepMod11Holds(digits: string): boolean {
  const first = remainder(digits, 0);
  const check = first === 10 ? remainder(digits, 2) % 10 : first;
  return check === digitAt(digits, digits.length - 1);
}

/**
 * A personal code of eleven digits: sex and century (1 to 8, odd for men), YYMMDD, serial, check digit.
 */
export function checkBalticPersonalCode(compact: string): Verdict {
  const first = digitAt(compact, 0);
  const century = 1800 + Math.floor((first - 1) / 2) * 100;
  const isBirthDate = isDate(century + numberAt(compact, 1, 3), numberAt(compact, 3, 5), numberAt(compact, 5, 7));
  return allOf(
    () => unless(first >= 1 && first <= 8 && isBirthDate, NO_SUCH_DATE),
    () => unless(twoStepMod11Holds(compact), WRONG_CHECK_DIGIT),
  );
}
