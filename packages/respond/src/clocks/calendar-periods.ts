// Periods in days and months, as Regulation (EEC, Euratom) No 1182/71 counts them: https://eur-lex.europa.eu/eli/reg/1971/1182/oj
import type { Temporal } from 'temporal-polyfill';
import { type Place, rollForward } from './working-days.ts';

/** The last day of a period. */
export interface DayDeadline {
  /** The day that the calendar gives. */
  readonly calendarDay: Temporal.PlainDate;
  /** That day, or the next working day where it is none. The period ends with the day. */
  readonly due: Temporal.PlainDate;
}

/**
 * The end of a period of months: the same day of the last month, else its last day (Article 3(2)(c)), moved to a working day
 * (Article 3(4)).
 *
 * @param from the day of the event, at the place of the one who has to act
 * @param months from then on, not from the end of an earlier period: an extension counts from the event too
 */
export function monthsDeadline(from: Temporal.PlainDate, months: number, place: Place): DayDeadline {
  const calendarDay = from.add({ months }, { overflow: 'constrain' });
  return { calendarDay, due: rollForward(calendarDay, place) };
}

/**
 * The end of a period of calendar days; the day of the event does not count (Article 3(1)).
 *
 * @param place where the last day is moved to a working day; left out for laws that do not move it
 */
export function daysDeadline(from: Temporal.PlainDate, days: number, place?: Place): DayDeadline {
  const calendarDay = from.add({ days });
  return { calendarDay, due: place === undefined ? calendarDay : rollForward(calendarDay, place) };
}
