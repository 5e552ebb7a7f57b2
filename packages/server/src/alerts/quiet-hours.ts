// Quiet hours: stretches of the week on the wall of a time zone, in which only what is critical is told at once.
import * as v from 'valibot';

export const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const DAY_MINUTES = 24 * 60;
const WEEK_MINUTES = 7 * DAY_MINUTES;
const MOST_STRETCHES = 7;

const WallTime = v.pipe(v.string(), v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'a time of day as in 22:00'));

const StretchSchema = v.strictObject({
  /** Days on which it begins. */
  days: v.pipe(v.array(v.picklist(DAYS)), v.minLength(1, 'at least one day'), v.maxLength(DAYS.length)),
  from: WallTime,
  /** On the day after where it is not later than `from`; the same time is a whole day. */
  to: WallTime,
});
type Stretch = v.InferOutput<typeof StretchSchema>;

export const QuietHoursSchema = v.pipe(
  v.strictObject({
    timeZone: v.pipe(v.string(), v.maxLength(64), v.check(isTimeZone, 'an IANA time zone as in Europe/Paris')),
    stretches: v.pipe(
      v.array(StretchSchema),
      v.minLength(1, 'at least one'),
      v.maxLength(MOST_STRETCHES, `at most ${MOST_STRETCHES}`),
    ),
  }),
  v.check(({ stretches }) => !isWholeWeek(stretches), 'they have to end: what is held back is told then'),
);

export type QuietHours = v.InferOutput<typeof QuietHoursSchema>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function isWholeWeek(stretches: readonly Stretch[]): boolean {
  for (let minute = 0; minute < WEEK_MINUTES; minute += 1) if (!isWithin(stretches, minute)) return false;
  return true;
}

/** @param minute of the week, from Monday 0:00 on */
function isWithin(stretches: readonly Stretch[], minute: number): boolean {
  return stretches.some(({ days, from, to }) => {
    const length = lengthOf(from, to);
    return days.some((day) => {
      const begin = DAYS.indexOf(day) * DAY_MINUTES + minutesOf(from);
      return (minute - begin + WEEK_MINUTES) % WEEK_MINUTES < length;
    });
  });
}

function lengthOf(from: string, to: string): number {
  const length = (minutesOf(to) - minutesOf(from) + DAY_MINUTES) % DAY_MINUTES;
  return length === 0 ? DAY_MINUTES : length;
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

const MINUTE_MS = 60_000;
/** Clocks are put forward and back on quarters of an hour only. */
const STEP_MINUTES = 15;
/** Longer than any stretch of a week that ends. */
const LONGEST_STEPS = 8 * DAY_MINUTES;

/**
 * When the quiet hours end that hold at a moment.
 *
 * @returns undefined where none hold
 */
export function quietUntil({ timeZone, stretches }: QuietHours, at: Date): Date | undefined {
  const minuteOfWeek = wallOf(timeZone);
  if (!isWithin(stretches, minuteOfWeek(at))) return undefined;
  const ends = stretches.map(({ to }) => minutesOf(to));
  let moment = Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS;
  for (let step = 0; step < LONGEST_STEPS; step += 1) {
    const minute = minuteOfWeek(new Date(moment));
    if (!isWithin(stretches, minute)) return new Date(moment);
    const toEnds = ends.map((end) => (end - (minute % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES || DAY_MINUTES);
    moment += Math.min(STEP_MINUTES - (minute % STEP_MINUTES), ...toEnds) * MINUTE_MS;
  }
  throw new RangeError('the quiet hours do not end');
}

/** @returns what tells the minute of the week on the wall of the zone */
function wallOf(timeZone: string): (at: Date) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (at) => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
    const day = (DAYS as readonly string[]).indexOf(parts.get('weekday')?.toLowerCase() ?? '');
    return day * DAY_MINUTES + Number(parts.get('hour')) * 60 + Number(parts.get('minute'));
  };
}
