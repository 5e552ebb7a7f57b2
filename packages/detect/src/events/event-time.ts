// When an event happened, by its own word.
import type { Fields, SigmaEvent } from './event.ts';
import { instantOf } from './times.ts';

/** Fields that tell the time, the surest first. */
const TIME_FIELDS = [
  '@timestamp',
  'TimeCreated_SystemTime',
  'SystemTime',
  'UtcTime',
  'eventTime',
  'EventTime',
  'TimeCreated',
  'TimeGenerated',
  'timestamp',
  'Timestamp',
  'time',
  'event_time',
  'CreationUtcTime',
  'datetime',
  'date_time',
  'published',
  'createdDateTime',
  'CreationTime',
  'ts',
  '_time',
  'date',
] as const;

/** @returns milliseconds since 1970; undefined where the event does not tell */
export function eventTimeOf(
  { fields }: Pick<SigmaEvent, 'fields'>,
  preferred: readonly string[] = [],
): number | undefined {
  for (const name of preferred) {
    const instant = instantOf(at(fields, name));
    if (instant !== undefined) return instant;
  }
  for (const name of TIME_FIELDS) {
    const value = fields[name];
    if (value === undefined) continue;
    const instant = instantOf(value);
    if (instant !== undefined) return instant;
  }
  return undefined;
}

function at(fields: Fields, path: string): unknown {
  if (Object.hasOwn(fields, path)) return fields[path];
  let value: unknown = fields;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Fields)[key];
  }
  return value;
}
