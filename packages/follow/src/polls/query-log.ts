// The query log of a store, asked for again and again. A store that is away is told of, and asked again with growing pauses.
import { setTimeout as pause } from 'node:timers/promises';
import type { QueryLog, QueryLogPlace } from '@vigie/exposure';
import type { Batch, Input, Place } from '../inputs/input.ts';

export interface PollOptions {
  /** Under which its place is kept. */
  readonly name: string;
  readonly log: QueryLog;
  readonly source: string;
  readonly everyMs?: number;
}

interface PollPlace {
  readonly log: QueryLogPlace;
  /** Rows that were read, for names of events. */
  readonly count: number;
}

const EVERY_MS = 500;
const MOST_PAUSE_MS = 60_000;

export function pollInput({ name, log, source, everyMs = EVERY_MS }: PollOptions): Input {
  return {
    name,
    source,
    open: (place, signal) => poll(log, everyMs, place, signal),
    // Rows are whole: no record is ever held.
    rewound: (place) => place,
  };
}

async function* poll(
  log: QueryLog,
  everyMs: number,
  from: Place | undefined,
  signal: AbortSignal,
): AsyncGenerator<Batch> {
  let place = isPlace(from) ? from : undefined;
  let failures = 0;
  while (!signal.aborted) {
    const next = await log.next(place?.log, signal);
    if ('code' in next) {
      if (signal.aborted) return;
      failures += 1;
      if (failures === 1) yield { lines: [], place, note: `${next.where}: ${next.message}; it is asked again` };
      await rest(Math.min(MOST_PAUSE_MS, everyMs * 2 ** Math.min(failures, 10)), signal);
      continue;
    }
    if (failures > 0) yield { lines: [], place, note: `${log.where}: it answers again` };
    failures = 0;
    const count = place?.count ?? 0;
    const lines = next.rows.map((row, at) => ({ text: JSON.stringify(row), at: count + at + 1 }));
    const isNew = place === undefined || lines.length > 0;
    place = { log: next.place, count: count + lines.length };
    if (isNew) yield { lines, place };
    if (lines.length === 0) await rest(everyMs, signal);
  }
}

function isPlace(place: unknown): place is PollPlace {
  return typeof place === 'object' && place !== null && 'log' in place;
}

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal }).catch(() => {});
}
