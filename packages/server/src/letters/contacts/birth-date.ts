// Birth dates as people write them, and whether whoever was born then is a minor.

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The days that a text may mean: two where day and month could be either way round; none where it is no date. */
export function daysIn(text: string): readonly Day[] {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  if (iso) return existing([{ year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }]);
  const asian = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(text);
  if (asian) return existing([{ year: Number(asian[1]), month: Number(asian[2]), day: Number(asian[3]) }]);
  const other = /^(\d{1,2})([./-])\s?(\d{1,2})[./-]\s?(\d{4})$/.exec(text);
  if (!other) return [];
  const [first, second, year] = [Number(other[1]), Number(other[3]), Number(other[4])];
  const dayFirst = { year, month: second, day: first };
  // With points it is the day that comes first, everywhere.
  return existing(other[2] === '.' || first === second ? [dayFirst] : [dayFirst, { year, month: first, day: second }]);
}

function existing(days: readonly Day[]): readonly Day[] {
  return days.filter(({ year, month, day }) => {
    const date = new Date(Date.UTC(year, month - 1, day));
    return year >= 1880 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  });
}

const ADULT_YEARS = 18;

/** Whether somebody born on that day is not yet eighteen; in doubt about the day, the younger reading counts. */
export function isMinorOn(days: readonly Day[], now: Date): boolean {
  return days.some(({ year, month, day }) => Date.UTC(year + ADULT_YEARS, month - 1, day) > now.getTime());
}

/** Whether all readings lie in the future: then it is no birth date. */
export function isInFuture(days: readonly Day[], now: Date): boolean {
  return days.every(({ year, month, day }) => Date.UTC(year, month - 1, day) > now.getTime());
}
