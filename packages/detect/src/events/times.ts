// Times as logs write them: read as an instant for windows of time, and as the parts that stand there for `hour`, `day` and the like.

export interface WrittenTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  /** Minutes ahead of UTC; undefined where the text says no zone, and then UTC is assumed for instants. */
  readonly offsetMinutes: number | undefined;
}

const ISO =
  /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|GMT|[-+]\d{2}:?\d{2})?$/i;
/** Common log format: 10/Oct/2000:13:55:36 -0700 */
const CLF = /^\[?(\d{1,2})\/([A-Za-z]{3})\/(\d{4})[: ](\d{2}):(\d{2}):(\d{2})(?:[.,](\d{1,9}))?\s*([-+]\d{4})?\]?$/;
/** asctime and its kin: Tue Jul 28 11:28:00 2026 */
const ASCTIME =
  /^(?:[A-Za-z]{3},?\s+)?([A-Za-z]{3})\s+(\d{1,2})\s+(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?\s+(?:[A-Z]{3,4}\s+)?(\d{4})$/;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Numbers are seconds since 1970, or milli-, micro- or nanoseconds by their size. */
function ofNumber(value: number): number | undefined {
  const size = Math.abs(value);
  if (!Number.isFinite(value)) return undefined;
  if (size < 1e11) return value * 1000;
  if (size < 1e14) return value;
  return size < 1e17 ? value / 1e3 : value / 1e6;
}

function parseWritten(text: string): WrittenTime | undefined {
  const iso = ISO.exec(text);
  if (iso) {
    const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone] = iso;
    return time([year, month, day, hour, minute, second], fraction, zone);
  }
  const clf = CLF.exec(text);
  if (clf) {
    const [, day, month = '', year, hour, minute, second, fraction = '', zone] = clf;
    return time([year, monthOf(month), day, hour, minute, second], fraction, zone);
  }
  const asctime = ASCTIME.exec(text);
  if (!asctime) return undefined;
  const [, month = '', day, hour, minute, second, fraction = '', year] = asctime;
  return time([year, monthOf(month), day, hour, minute, second], fraction, undefined);
}

function monthOf(name: string): string {
  return String(MONTHS.indexOf(name.toLowerCase()) + 1);
}

function time(
  parts: readonly (string | undefined)[],
  fraction: string,
  zone: string | undefined,
): WrittenTime | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map(Number);
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60) return undefined;
  const millisecond = Number(fraction.padEnd(3, '0').slice(0, 3));
  return { year, month, day, hour, minute, second, millisecond, offsetMinutes: offsetOf(zone) };
}

function offsetOf(zone: string | undefined): number | undefined {
  if (zone === undefined) return undefined;
  if (!/^[-+]/.test(zone)) return 0;
  const sign = zone.startsWith('-') ? -1 : 1;
  return sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2)));
}

/** @returns milliseconds since 1970, or undefined where the value is no time */
export function instantOf(value: unknown): number | undefined {
  if (typeof value === 'number') return ofNumber(value);
  if (typeof value !== 'string' || value.length > 64) return undefined;
  const text = value.trim();
  if (/^\d{9,19}(?:\.\d{1,9})?$/.test(text)) return ofNumber(Number(text));
  const written = parseWritten(text);
  if (written === undefined) return undefined;
  const { year, month, day, hour, minute, second, millisecond, offsetMinutes = 0 } = written;
  return Date.UTC(year, month - 1, day, hour, minute, second, millisecond) - offsetMinutes * 60_000;
}

/** The parts of a time as they are written; numbers are instants, and their parts are those of UTC. */
export function writtenTimeOf(value: unknown): WrittenTime | undefined {
  const isNumeric =
    typeof value === 'number' || (typeof value === 'string' && /^\d{9,19}(?:\.\d+)?$/.test(value.trim()));
  if (!isNumeric) return typeof value === 'string' && value.length <= 64 ? parseWritten(value.trim()) : undefined;
  const instant = instantOf(value);
  if (instant === undefined || Math.abs(instant) > 8.64e15) return undefined;
  const date = new Date(instant);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
    offsetMinutes: 0,
  };
}

/** The week of a date (ISO 8601: weeks begin on Monday, the first has the year's first Thursday). */
export function weekOf({ year, month, day }: WrittenTime): number {
  const date = Date.UTC(year, month - 1, day);
  const DAY = 86_400_000;
  const weekday = (new Date(date).getUTCDay() + 6) % 7;
  const thursday = date + (3 - weekday) * DAY;
  const firstDay = Date.UTC(new Date(thursday).getUTCFullYear(), 0, 1);
  return Math.floor((thursday - firstDay) / (7 * DAY)) + 1;
}
