// The query log of a store, asked for again and again. A store that is away is told of, and asked again with growing pauses; one that needs
// long for its answers is asked seldom, so that watching it costs it little.
import { setTimeout as pause } from 'node:timers/promises';
import type { QueryLog, QueryLogEntry, QueryLogPage, QueryLogPlace } from '@vigie/exposure';
import type { Batch, Input, Line, Place } from '../inputs/input.ts';

export interface PollOptions {
  /** Under which its place is kept. */
  readonly name: string;
  readonly log: QueryLog;
  /** How often to ask while there is nothing more, milliseconds. */
  readonly everyMs?: number;
}

interface PollPlace {
  readonly log: QueryLogPlace;
  /** Entries that were read, for names of events. */
  readonly count: number;
}

const EVERY_MS = 500;
const MOST_PAUSE_MS = 60_000;
/** A pause is at least so many times as long as the answer before it took. */
const REST_SHARE = 4;

export function pollInput({ name, log, everyMs = EVERY_MS }: PollOptions): Input {
  return {
    name,
    source: log.source,
    open: (place, signal) => poll(log, everyMs, place, signal),
    rewound: (place, at) =>
      isPlace(place) && log.rewound !== undefined ? { ...place, log: log.rewound(place.log, at) } : place,
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
  /** Whether a record may be held that nothing has come behind. */
  let mayHold = false;
  try {
    while (!signal.aborted) {
      const began = performance.now();
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
      const tookMs = performance.now() - began;
      const lines = linesOf(next.entries, place?.count ?? 0);
      const isNew = place === undefined || lines.length > 0 || next.isEnd === true || next.note !== undefined;
      const isPause = mayHold && lines.length === 0 && !next.isMore;
      mayHold = lines.length > 0;
      place = { log: next.place, count: (place?.count ?? 0) + lines.length };
      if (isNew || isPause) yield batchOf(log, next, lines, place, isPause);
      if (!next.isMore) await rest(Math.min(MOST_PAUSE_MS, Math.max(everyMs, tookMs * REST_SHARE)), signal);
    }
  } finally {
    log.close();
  }
}

function linesOf(entries: readonly QueryLogEntry[], count: number): readonly Line[] {
  return entries.map(({ text, at, isTooLong }, index) => ({
    text,
    at: at ?? count + index + 1,
    ...(isTooLong === true && { isTooLong }),
  }));
}

function batchOf(
  log: QueryLog,
  { isEnd, note }: QueryLogPage,
  lines: readonly Line[],
  place: PollPlace,
  isPause: boolean,
): Batch {
  return {
    lines,
    place,
    ...(isPause && { isPause }),
    ...(isEnd === true && { isEnd }),
    ...(note !== undefined && { note: `${log.where}: ${note}` }),
  };
}

function isPlace(place: unknown): place is PollPlace {
  return typeof place === 'object' && place !== null && 'log' in place;
}

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal }).catch(() => {});
}
