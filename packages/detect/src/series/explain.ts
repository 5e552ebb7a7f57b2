// A reading in a sentence: what was seen, what is usual and since when that is known, and how rare the difference is.
import type { Reading } from './series.ts';

const DAYS = ['Thursday', 'Friday', 'Saturday', 'Sunday', 'Monday', 'Tuesday', 'Wednesday'] as const;
const DAY_MS = 86_400_000;

/** @param time when it was; milliseconds since 1970 */
export function explainReading(reading: Omit<Reading, 'why' | 'kind'>, time: number): string {
  const { learning, since, points, missed, isLate, change } = reading;
  const parts = [
    learning === undefined
      ? surprise(reading, time)
      : `${seen(reading, time)}; ${learning} more points are needed to judge`,
    `learned from ${points} points since ${dateText(since)}`,
  ];
  if (missed > 0) parts.push(`${missed} points are missing before it`);
  if (isLate) parts.push('it came late');
  if (change !== undefined) {
    const { from, to, since: began } = change;
    parts.push(`the usual level has gone from ${numberText(from)} to ${numberText(to)} since ${dateText(began)}`);
  }
  return parts.join('; ');
}

function surprise(reading: Omit<Reading, 'why' | 'kind'>, time: number): string {
  const { by, level, probability } = reading;
  const rare =
    probability > 0.05 ? 'which is nothing unusual' : `so far off it is once in ${countText(1 / probability)} points`;
  if (by !== 'level') return `${seen(reading, time)}; ${rare}`;
  return `the last values are about ${numberText(level.recent)} where over a long time about ${numberText(level.usual)} is usual; ${rare}`;
}

function seen({ value, expected }: Pick<Reading, 'value' | 'expected'>, time: number): string {
  const { low, high, basis, times } = expected;
  const range = low === high ? '' : `, mostly ${numberText(low)} to ${numberText(high)}`;
  return `${numberText(value)} where about ${numberText(expected.value)} is usual ${placeText(basis, times, time)}${range}`;
}

function placeText(basis: Reading['expected']['basis'], times: number, time: number): string {
  const days = Math.floor(time / DAY_MS);
  const hour = `${String(new Date(time).getUTCHours()).padStart(2, '0')}:00 UTC`;
  if (basis === 'last points' || times === 0) return 'of late';
  if (basis === 'hour of the day') return `at ${hour} (${times} ${times === 1 ? 'day' : 'days'} before)`;
  const day = DAYS[((days % 7) + 7) % 7] ?? '';
  return `on a ${day} at ${hour} (${times} ${times === 1 ? 'week' : 'weeks'} before)`;
}

function dateText(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** Three digits that count; large and small numbers with their exponent. */
function numberText(value: number): string {
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e9) return value.toLocaleString('en');
  if (size >= 1e9 || size < 0.001) return value.toExponential(2);
  return size >= 1000 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));
}

function countText(count: number): string {
  return count < 1e9 ? Math.round(count).toLocaleString('en') : count.toExponential(0);
}
