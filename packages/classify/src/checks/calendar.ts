// Dates inside identifiers: whether a day exists in the Gregorian calendar. No clock: a date in the future is a date.
import { numberAt } from './digits.ts';

const DAYS: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Whether the day exists. `month` and `day` count from 1. */
export function isDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  if (month === 2 && isLeap(year)) return day <= 29;
  return day <= (DAYS[month - 1] ?? 0);
}

/** Whether the day exists in 1900 + `year` or 2000 + `year`, for identifiers that do not tell the century. */
export function isDateInSomeCentury(year: number, month: number, day: number): boolean {
  return isDate(1900 + year, month, day) || isDate(2000 + year, month, day);
}

/** Whether six digits at an index are a year, month and day of some century: `850412`. */
export function isYymmdd(digits: string, at: number): boolean {
  return isDateInSomeCentury(
    numberAt(digits, at, at + 2),
    numberAt(digits, at + 2, at + 4),
    numberAt(digits, at + 4, at + 6),
  );
}

/** Whether six digits at an index are a day, month and year of some century: `120485`. */
export function isDdmmyy(digits: string, at: number): boolean {
  return isDateInSomeCentury(
    numberAt(digits, at + 4, at + 6),
    numberAt(digits, at + 2, at + 4),
    numberAt(digits, at, at + 2),
  );
}

/** Whether eight digits at an index are a year from 1850 to 2099, a month and a day: `19850412`. */
export function isYyyymmdd(digits: string, at: number): boolean {
  const year = numberAt(digits, at, at + 4);
  return (
    year >= 1850 && year < 2100 && isDate(year, numberAt(digits, at + 4, at + 6), numberAt(digits, at + 6, at + 8))
  );
}
