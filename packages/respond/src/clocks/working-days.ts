// Working days: what is neither a Saturday, a Sunday nor a public holiday (Regulation 1182/71, Article 2(2)).
import type { Temporal } from 'temporal-polyfill';
import type { HolidayCalendar } from './public-holidays.ts';

/** Where working days are counted. */
export interface Place {
  /** ISO 3166-1 alpha-2 country, or ISO 3166-2 state. */
  readonly code: string;
  readonly calendar: HolidayCalendar;
}

/** Whether a day is worked; where the holidays of the place are not known, Monday to Friday are. */
export function isWorkingDay(day: Temporal.PlainDate, { code, calendar }: Place): boolean {
  return day.dayOfWeek <= 5 && calendar.isHoliday(code, day) !== true;
}

/** The day itself where it is worked, else the next that is (Article 3(4)). */
export function rollForward(day: Temporal.PlainDate, place: Place): Temporal.PlainDate {
  let rolled = day;
  while (!isWorkingDay(rolled, place)) rolled = rolled.add({ days: 1 });
  return rolled;
}

/** The last of so many working days after a day, which does not count itself. */
export function addWorkingDays(day: Temporal.PlainDate, count: number, place: Place): Temporal.PlainDate {
  let last = day;
  for (let left = count; left > 0; left -= 1) last = rollForward(last.add({ days: 1 }), place);
  return last;
}
