// A logged week, read and watched line for line: what is told of the attacks and of the ordinary work.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { createLogReader, createWatch, type Detection, loadRules } from '../../packages/detect/src/index.ts';
import { HONEY_ROW, LISTED } from './attacks.ts';
import type { Logged } from './logs.ts';
import { DAY, WEEK_BEGINS } from './plan.ts';

const RULES = new URL('../../packages/detect/rules/', import.meta.url);

export interface Told {
  readonly detection: Detection;
  readonly logged: Logged;
  /** From the line being given to the detection, milliseconds. */
  readonly tookMs: number;
}

export interface Watched {
  readonly told: readonly Told[];
  /** Of every line. */
  readonly tookMs: readonly number[];
  readonly faults: number;
  readonly events: number;
}

export function watchWeek(logged: readonly Logged[]): Watched {
  const texts = readdirSync(RULES).filter((file) => file.endsWith('.yml'));
  const rules = loadRules(
    texts.map((path) => ({
      text: readFileSync(new URL(path, RULES), 'utf8'),
      origin: { path, licence: 'Apache-2.0' },
    })),
    { placeholders: { honeytokens: [HONEY_ROW] } },
  );
  if (rules.faults.length > 0) throw new Error(JSON.stringify(rules.faults));
  const watch = createWatch(rules, {
    now: () => WEEK_BEGINS + 7 * DAY,
    pseudonym: (name) => createHash('sha256').update(name).digest('hex').slice(0, 24),
    listOf: (address) => (LISTED.includes(address) ? 'exits' : undefined),
  });
  const readers = { clickhouse: createLogReader(), postgresql: createLogReader(), mariadb: createLogReader() };
  const told: Told[] = [];
  const tookMs: number[] = [];
  let faults = 0;
  let events = 0;
  for (const [index, one] of logged.entries()) {
    const begins = performance.now();
    // A log of CSV may go on with the next line; followers flush what is whole when nothing more comes.
    const reader = readers[one.store];
    const records = [...one.text.split('\n').flatMap((line) => reader.add(line, index)), ...reader.flush()];
    for (const { event, fault } of records) {
      if (event === undefined) {
        if (fault !== undefined) faults += 1;
        continue;
      }
      events += 1;
      for (const detection of watch.observe(event, index)) {
        const at = logged[Number(detection.ref)] ?? one;
        told.push({ detection, logged: at, tookMs: performance.now() - begins });
      }
    }
    tookMs.push(performance.now() - begins);
  }
  for (const detection of watch.end()) {
    const at = logged[Number(detection.ref)];
    if (at !== undefined) told.push({ detection, logged: at, tookMs: 0 });
  }
  return { told, tookMs, faults, events };
}
