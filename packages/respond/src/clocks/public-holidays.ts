// Public holidays of a country, from the tables of date-holidays (data CC BY-SA 3.0, from Wikipedia).
import Holidays from 'date-holidays';
import { Temporal } from 'temporal-polyfill';

/** Tells the public holidays of a place. */
export interface HolidayCalendar {
  /**
   * Whether a day is a public holiday there.
   *
   * @param place ISO 3166-1 alpha-2 country, or ISO 3166-2 state (DE-BY, US-CA)
   * @returns undefined where the place is not in the tables
   */
  isHoliday(place: string, day: Temporal.PlainDate): boolean | undefined;
}

/** A calendar that reads the tables of a place and year once. */
export function createHolidayCalendar(): HolidayCalendar {
  const places = new Map<string, Holidays | undefined>();
  const years = new Map<string, ReadonlySet<string>>();
  const tablesOf = (place: string): Holidays | undefined => {
    if (!places.has(place)) places.set(place, tablesFor(place));
    return places.get(place);
  };
  return {
    isHoliday(place, day) {
      const tables = tablesOf(place);
      if (!tables) return undefined;
      const key = `${place} ${day.year}`;
      const known = years.get(key) ?? holidaysOf(tables, day.year);
      years.set(key, known);
      return known.has(day.toString());
    },
  };
}

function tablesFor(place: string): Holidays | undefined {
  const [country = '', state] = place.split('-');
  const tables = new Holidays();
  if (!Object.hasOwn(tables.getCountries(), country)) return undefined;
  // Some countries have no states in the tables; then the holidays of the country hold.
  const states: object | undefined = tables.getStates(country);
  if (state === undefined || states === undefined || !Object.hasOwn(states, state)) return new Holidays(country);
  return new Holidays(country, state);
}

/** Whole days only: a holiday that begins at noon leaves a working day. */
function holidaysOf(tables: Holidays, year: number): ReadonlySet<string> {
  const days = tables
    .getHolidays(year)
    .filter(({ type, date }) => type === 'public' && /^\S+ 00:00:00/.test(date))
    .flatMap(({ date, start, end }) => {
      const first = Temporal.PlainDate.from(date.slice(0, 10));
      const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000));
      return Array.from({ length }, (_, i) => first.add({ days: i }).toString());
    });
  return new Set(days);
}
