// Until when a financial entity reports: Delegated Regulation (EU) 2025/301, Article 5.
import { Temporal } from 'temporal-polyfill';
import { isWorkingDay, type Place, rollForward } from '../clocks/working-days.ts';
import { type ClockStart, type Due, dueInHours, dueInMonths } from './due.ts';

/** Article 5(1)(a): four hours after classification, and never later than 24 after awareness. */
const HOURS_FROM_CLASSIFICATION = 4;
const HOURS_FROM_AWARENESS = 24;
const INTERMEDIATE_HOURS = 72;
const FINAL_MONTHS = 1;
/** Article 5(4): noon of the next working day. */
const NOON = Temporal.PlainTime.from('12:00');

/**
 * The initial notification. Where it was classified as major only after the 24 hours, four hours from then (Article 5(2)); where it is not
 * classified yet, the 24 hours are shown.
 *
 * @param place where a deadline on a weekend or a holiday is put off; undefined where it is not
 */
export function initialDue(awareness: ClockStart, classification: ClockStart, place: Place | undefined): Due {
  const latest = dueInHours(awareness, HOURS_FROM_AWARENESS);
  if (classification.at === undefined) return putOff(latest, place);
  const fromClassification = dueInHours(classification, HOURS_FROM_CLASSIFICATION);
  const isLate = latest.kind === 'instant' && Temporal.ZonedDateTime.compare(classification.at, latest.at) > 0;
  return putOff(isLate ? fromClassification : earlier(latest, fromClassification), place);
}

/** 72 hours after the initial notification was submitted, also where nothing has changed (Article 5(1)(b)). */
export function intermediateDue(submission: ClockStart, place: Place | undefined): Due {
  return putOff(dueInHours(submission, INTERMEDIATE_HOURS), place);
}

/**
 * A month after the latest intermediate report was submitted (Article 5(1)(c)). A last day on a weekend or a holiday ends at noon of the
 * next working day: Article 5(4) is the special rule beside Regulation 1182/71, which would give that whole day.
 */
export function finalDue(submission: ClockStart, place: Place): Due {
  const due = dueInMonths(submission, FINAL_MONTHS, place);
  if (due.kind !== 'day' || due.day.equals(due.calendarDay)) return due;
  return { ...due, at: due.day.toZonedDateTime({ timeZone: due.at.timeZoneId, plainTime: NOON }) };
}

function earlier(a: Due, b: Due): Due {
  if (a.kind !== 'instant' || b.kind !== 'instant') return a.kind === 'instant' ? a : b;
  return Temporal.ZonedDateTime.compare(a.at, b.at) <= 0 ? a : b;
}

/** Article 5(4): what falls on a weekend or a holiday of the Member State may follow by noon of the next working day. */
function putOff(due: Due, place: Place | undefined): Due {
  if (due.kind !== 'instant' || place === undefined) return due;
  const day = due.at.toPlainDate();
  if (isWorkingDay(day, place)) return due;
  const at = rollForward(day, place).toZonedDateTime({ timeZone: due.at.timeZoneId, plainTime: NOON });
  return { kind: 'instant', at, latest: at };
}
