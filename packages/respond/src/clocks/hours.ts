// Periods in hours, as Regulation (EEC, Euratom) No 1182/71 counts them: https://eur-lex.europa.eu/eli/reg/1971/1182/oj
import type { Temporal } from 'temporal-polyfill';

/** The two ends that a period in hours can be read to have. */
export interface HoursDeadline {
  /** The event and so many elapsed hours: the deadline that is shown and alarmed. */
  readonly strict: Temporal.ZonedDateTime;
  /** Counted from the end of the hour of the event, which does not fall within the period (Article 3(1)): the outer bound. */
  readonly latest: Temporal.ZonedDateTime;
}

/**
 * The end of a period of hours from an event. Weekends, holidays and changes of the clock never move it: Article 3(4) moves only
 * periods expressed otherwise than in hours.
 *
 * @param event the instant from which is counted
 * @param hours elapsed hours
 */
export function hoursDeadline(event: Temporal.ZonedDateTime, hours: number): HoursDeadline {
  const nextHour = event.round({ smallestUnit: 'hour', roundingMode: 'floor' }).add({ hours: 1 });
  return { strict: event.add({ hours }), latest: nextHour.add({ hours }) };
}
