// Records of other formats inside of an envelope: syslog, journald, a batch of a cloud or of OpenTelemetry carries lines that programs
// wrote, and their own readers read them.
import type { Fields } from '../events/event.ts';
import { isRecord, parsedRecord } from '../events/json-fields.ts';
import type { RecordReader, Source } from './source.ts';

export interface InnerReaders {
  /** The events of a text, by the first format that knows it; undefined where none does. */
  readonly read: (text: string) => readonly Fields[] | undefined;
  /** The same of a record that is JSON already. */
  readonly readRecord: (record: Fields) => readonly Fields[] | undefined;
  readonly state: () => Fields;
}

/** What some loggers put before JSON (github.com/lumberjack/cee). */
const CEE = /^@cee: ?/;

export function createInnerReaders(sources: readonly Source[], state: unknown, now?: () => number): InnerReaders {
  const states = isRecord(state) ? state : {};
  const readers = sources.map(({ name, open }) => ({ name, reader: open(states[name], now) }));
  const first = (take: (reader: RecordReader) => readonly Fields[] | undefined): readonly Fields[] | undefined => {
    for (const { reader } of readers) {
      const events = take(reader);
      if (events !== undefined) return events;
    }
    return undefined;
  };
  const readRecord = (record: Fields) => first((reader) => reader.fromJson?.(record));
  return {
    read: (text) => {
      const record = parsedRecord(text.replace(CEE, ''));
      return record === undefined ? first((reader) => reader.fromText?.(text)) : readRecord(record);
    },
    readRecord,
    state: () => {
      const kept: Record<string, unknown> = {};
      for (const { name, reader } of readers) {
        const one = reader.state?.();
        if (one !== undefined) kept[name] = one;
      }
      return kept;
    },
  };
}
