// What tells an event from all others, where its source gives it a name: an event that is delivered twice is one event.
import type { SigmaEvent } from './event.ts';
import { ABSENT, fieldOf } from './field-value.ts';

/** Ids that are unique by themselves. Shorter ones are numbers of kinds of events. */
const UNIQUE = ['event.id', '_id', 'metadata.uid', 'eventID', 'insertId'];
const LEAST_LENGTH = 16;

export function identityOf({ fields }: SigmaEvent): string | undefined {
  const { EventRecordID: record, Channel: channel, Computer: computer } = fields;
  if (record !== undefined && record !== null && channel !== undefined && computer !== undefined) {
    return `${String(computer)}\n${String(channel)}\n${String(record)}`;
  }
  for (const name of UNIQUE) {
    const value = name.includes('.') ? fieldOf(fields, name) : fields[name];
    if (value !== ABSENT && typeof value === 'string' && value.length >= LEAST_LENGTH) return value;
  }
  return undefined;
}
