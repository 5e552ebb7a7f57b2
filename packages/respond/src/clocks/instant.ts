// Instants on the wall of a time zone: RFC 3339 with RFC 9557's zone in brackets. All arithmetic of hours is in elapsed time.
import { Temporal } from 'temporal-polyfill';

/** An instant that the facts' schema let through: `2026-03-27T10:15:00+01:00`, with or without `[Europe/Paris]`. */
export type InstantText = string;

/**
 * The instant on the wall of the zone that it names, else of `zone`, else of its own offset.
 *
 * @param zone an IANA time zone; it must exist
 * @throws RangeError where the text is no instant or the zone does not exist
 */
export function instantOf(text: InstantText, zone?: string): Temporal.ZonedDateTime {
  const bracket = /\[([^\]]+)\]$/.exec(text)?.[1];
  const instant = Temporal.Instant.from(text);
  return instant.toZonedDateTimeISO(bracket ?? zone ?? offsetOf(text));
}

/** RFC 3339 with the offset that holds at that instant, to the second where there is nothing finer. */
export function instantText(at: Temporal.ZonedDateTime): InstantText {
  return at.toString({ timeZoneName: 'never', smallestUnit: at.millisecond === 0 ? 'second' : 'millisecond' });
}

/** Whether a text is an instant that exists, in a time zone that does. */
export function isInstant(text: string): boolean {
  try {
    instantOf(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether a zone is in the tables of this runtime. */
export function isTimeZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

function offsetOf(text: InstantText): string {
  const offset = /(Z|[+-]\d{2}:\d{2})(?:\[[^\]]*\])?$/i.exec(text)?.[1] ?? 'Z';
  return offset.toUpperCase() === 'Z' ? 'UTC' : offset;
}
