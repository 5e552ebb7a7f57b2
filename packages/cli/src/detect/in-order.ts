// Records of several logs in the order of their times: an attack on one store and what came of it on another one stand in two files, and
// behaviour that is learned of Monday has to come before what happens on Friday. Within a file its own order stays.
import type { Fields, LogRecord } from '@vigie/detect';

/** A log that is read by batches of records. */
export interface Log {
  readonly batches: AsyncIterator<readonly LogRecord[], void>;
  /** Told where it cannot be read to its end; the other logs go on. */
  readonly failed: (error: unknown) => void;
}

export interface InOrder {
  /** The place of the log among all. */
  readonly log: number;
  readonly records: readonly LogRecord[];
}

interface Cursor {
  readonly log: number;
  readonly batches: Log['batches'];
  readonly failed: Log['failed'];
  records: readonly LogRecord[];
  at: number;
  /** Of the record at hand, or of one before where it tells none or an earlier one. */
  time: number;
}

/** @param timeOf when an event happened, milliseconds; undefined where it does not tell */
export async function* inOrder(
  logs: readonly Log[],
  timeOf: (event: Fields) => number | undefined,
): AsyncGenerator<InOrder> {
  const open: Cursor[] = [];
  try {
    for (const [log, { batches, failed }] of logs.entries()) {
      const cursor: Cursor = { log, batches, failed, records: [], at: 0, time: Number.NEGATIVE_INFINITY };
      open.push(cursor);
      await fill(cursor, timeOf, open);
    }
    while (open.length > 0) {
      const [first, until] = earliest(open);
      const from = first.at;
      const { records } = first;
      // As far as no other log has anything before.
      while (first.at < records.length && first.time <= until) step(first, timeOf);
      yield { log: first.log, records: records.slice(from, first.at) };
      if (first.at >= records.length) await fill(first, timeOf, open);
    }
  } finally {
    for (const { batches } of open) await batches.return?.();
  }
}

/** The log whose record comes first, and the time up to which it does. */
function earliest(open: readonly Cursor[]): readonly [first: Cursor, until: number] {
  let first = open[0] as Cursor;
  let until = Number.POSITIVE_INFINITY;
  for (const cursor of open.slice(1)) {
    if (cursor.time < first.time) {
      until = first.time;
      first = cursor;
    } else until = Math.min(until, cursor.time);
  }
  return [first, until];
}

/** The next batch that has records; the log leaves where there is none. */
async function fill(cursor: Cursor, timeOf: (event: Fields) => number | undefined, open: Cursor[]): Promise<void> {
  try {
    for (;;) {
      const next = await cursor.batches.next();
      if (next.done === true) break;
      if (next.value.length === 0) continue;
      cursor.records = next.value;
      cursor.at = -1;
      step(cursor, timeOf);
      return;
    }
  } catch (error) {
    cursor.failed(error);
  }
  open.splice(open.indexOf(cursor), 1);
}

function step(cursor: Cursor, timeOf: (event: Fields) => number | undefined): void {
  cursor.at += 1;
  const event = cursor.records[cursor.at]?.event;
  const time = event === undefined ? undefined : timeOf(event);
  if (time !== undefined && time > cursor.time) cursor.time = time;
}
