// Moments as a tired reader takes them in: the day of the week, the hour, and how long from now.

const FORMAT = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
} as const;

/** `Mon 30 Mar 2026, 11:15 (+02:00)`, in the offset that the instant is written with. */
export function moment(instant: string): string {
  const offset = /([+-]\d{2}:\d{2})$/.exec(instant)?.[1] ?? '+00:00';
  const parts = new Intl.DateTimeFormat('en-GB', { ...FORMAT, timeZone: offset }).formatToParts(Date.parse(instant));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  const day = `${part('weekday')} ${part('day')} ${part('month')} ${part('year')}`;
  return `${day}, ${part('hour')}:${part('minute')} (${offset})`;
}

/** `in 41 h 12 min`, `12 min ago`, `in 9 days`. */
export function fromNow(instant: string, nowMs: number): string {
  const minutes = Math.round((Date.parse(instant) - nowMs) / 60_000);
  const length = lengthOf(Math.abs(minutes));
  return minutes < 0 ? `${length} ago` : `in ${length}`;
}

/** Up to four days in hours, since clocks of the law are in hours. */
function lengthOf(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  if (hours >= 96) return `${Math.floor(hours / 24)} days`;
  return hours === 0 ? `${minutes} min` : `${hours} h ${minutes % 60} min`;
}
