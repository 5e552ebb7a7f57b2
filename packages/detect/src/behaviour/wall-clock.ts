// What the clock on the wall shows where an organisation works: hours and days are those of people. Windows of time are not counted by it,
// since an hour comes twice in autumn.

/** Milliseconds as if the time on the wall were UTC. */
export type WallClock = (time: number) => number;

const QUARTER_MS = 900_000;
const MAX_KNOWN = 1_024;

/**
 * @param zone of the IANA, as `Asia/Tokyo`
 * @throws RangeError where there is no such zone
 */
export function createWallClock(zone: string): WallClock {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  if (zone === 'UTC') return (time) => time;
  // Zones differ from UTC by quarters of an hour, and change by the full quarter.
  const known = new Map<number, number>();
  return (time) => {
    const quarter = Math.floor(time / QUARTER_MS);
    let offset = known.get(quarter);
    if (offset === undefined) {
      offset = offsetOf(format, quarter * QUARTER_MS);
      if (known.size >= MAX_KNOWN) known.clear();
      known.set(quarter, offset);
    }
    return time + offset;
  };
}

const LAST_DATE = 8.64e15;

function offsetOf(format: Intl.DateTimeFormat, time: number): number {
  if (!(Math.abs(time) <= LAST_DATE)) return 0;
  const name = format.formatToParts(time).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = '0', minutes = '0', seconds = '0'] =
    /GMT([+-])(\d{1,2})(?::(\d\d))?(?::(\d\d))?/.exec(name) ?? [];
  const ms = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000;
  return sign === '-' ? -ms : ms;
}
