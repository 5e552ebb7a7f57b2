// Until when a duty is due: an instant, the end of a day, as soon as it can be done, or not known yet.
import type { Temporal } from 'temporal-polyfill';
import { type DayDeadline, daysDeadline, monthsDeadline } from '../clocks/calendar-periods.ts';
import { hoursDeadline } from '../clocks/hours.ts';
import { addWorkingDays, type Place } from '../clocks/working-days.ts';
import type { FactName } from '../facts/definitions.ts';

export type Due =
  /** A period in hours: `at` is shown and alarmed, `latest` is the outer bound of the law. */
  | { readonly kind: 'instant'; readonly at: Temporal.ZonedDateTime; readonly latest: Temporal.ZonedDateTime }
  /** A period in days or months: it ends with the day, at `at`. `calendarDay` is the day before it was moved to a working day. */
  | {
      readonly kind: 'day';
      readonly day: Temporal.PlainDate;
      readonly calendarDay: Temporal.PlainDate;
      readonly at: Temporal.ZonedDateTime;
    }
  /** No number of hours or days: as soon as it can be done. */
  | { readonly kind: 'without undue delay' }
  /** It cannot be computed before these facts are known. */
  | { readonly kind: 'unknown'; readonly decidedBy: readonly FactName[]; readonly why: string };

export const WITHOUT_UNDUE_DELAY: Due = { kind: 'without undue delay' };

/** Something from which a clock runs, and the fact that tells when it was. */
export interface ClockStart {
  readonly at: Temporal.ZonedDateTime | undefined;
  readonly fact: FactName;
  /** As in `the awareness of the controller`. */
  readonly what: string;
}

/** So many elapsed hours after something; see clocks/hours.ts. */
export function dueInHours(start: ClockStart, hours: number): Due {
  if (!start.at) return unknownStart(start, `${hours} hours`);
  const { strict, latest } = hoursDeadline(start.at, hours);
  return { kind: 'instant', at: strict, latest };
}

/** So many calendar days after something; with a place, the last day is moved to a working day there. */
export function dueInDays(start: ClockStart, days: number, place?: Place): Due {
  if (!start.at) return unknownStart(start, `${days} days`);
  return dayDue(daysDeadline(start.at.toPlainDate(), days, place), start.at.timeZoneId);
}

/** So many working days of a place after something; the day itself does not count. */
export function dueInWorkingDays(start: ClockStart, days: number, place: Place): Due {
  if (!start.at) return unknownStart(start, `${days} working days`);
  const day = addWorkingDays(start.at.toPlainDate(), days, place);
  return dayDue({ due: day, calendarDay: day }, start.at.timeZoneId);
}

/** So many months after something, moved to a working day of the place; see clocks/calendar-periods.ts. */
export function dueInMonths(start: ClockStart, months: number, place: Place): Due {
  if (!start.at) return unknownStart(start, months === 1 ? '1 month' : `${months} months`);
  return dayDue(monthsDeadline(start.at.toPlainDate(), months, place), start.at.timeZoneId);
}

/** The moment after which it is late; undefined where there is none. */
export function lateAfter(due: Due): Temporal.ZonedDateTime | undefined {
  switch (due.kind) {
    case 'instant':
    case 'day':
      return due.at;
    case 'without undue delay':
    case 'unknown':
      return undefined;
  }
}

function dayDue({ due, calendarDay }: DayDeadline, timeZone: string): Due {
  return { kind: 'day', day: due, calendarDay, at: due.add({ days: 1 }).toZonedDateTime(timeZone) };
}

function unknownStart({ fact, what }: ClockStart, period: string): Due {
  return { kind: 'unknown', decidedBy: [fact], why: `${period} from ${what}, of which the time is not known` };
}
