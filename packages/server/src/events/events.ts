// The store of events: what was observed and who accessed what, over time. ClickHouse's engine inside of this process, or a ClickHouse
// server by URL, with the same SQL.
import * as v from 'valibot';
import { createBatches, type Lines } from './batches.ts';
import { openEmbeddedEngine } from './embedded/embedded-engine.ts';
import type { EventEngine, Parameters } from './engine.ts';
import { CLOSED, type EventsFault } from './fault.ts';
import { migrateEvents } from './migrate.ts';
import { DEFAULT_RETENTION, type Retention, setRetention } from './retention.ts';
import { openServerEngine } from './server/server-engine.ts';

/** Where events are: a folder of this machine, or a server, whose URL may name user, password and database. */
export type EventsPlace =
  | { readonly kind: 'embedded'; readonly folder: string }
  | { readonly kind: 'server'; readonly url: string };

export interface EventsOptions {
  readonly place: EventsPlace;
  readonly now: () => Date;
  readonly retention?: Retention;
}

export type EventsTable = 'observations' | 'accesses';

/** A question with the form of the rows that answer it. */
export interface Question<Row> {
  readonly sql: string;
  readonly row: v.GenericSchema<unknown, Row>;
}

export interface Events {
  readonly kind: EventsPlace['kind'];
  /** Adds rows; resolves once they are durable, together with others that were added meanwhile. */
  insert(table: EventsTable, rows: readonly object[]): Promise<EventsFault | undefined>;
  /** The same of rows that are lines already. */
  insertLines(table: EventsTable, lines: Lines): Promise<EventsFault | undefined>;
  /** @throws where a row has another form than the question says: that is a mistake in the program */
  query<Row>(question: Question<Row>, parameters: Parameters): Promise<{ readonly rows: readonly Row[] } | EventsFault>;
  /** All rows of a table as lines of JSON, for a backup. */
  read(table: EventsTable, take: (part: Uint8Array) => Promise<void>): Promise<EventsFault | undefined>;
  /** Adds lines that `read` gave, for a restore. */
  load(table: EventsTable, lines: Uint8Array): Promise<EventsFault | undefined>;
  /** Writes what was added, then closes. */
  close(): Promise<void>;
}

/**
 * Opens the store and brings it to this program's form.
 *
 * @example
 * const events = await openEvents({ place: { kind: 'embedded', folder: 'data/events' }, now: () => new Date() });
 * if ('code' in events) throw new Error(`${events.message}: ${events.remedy}`);
 * await recordObservations(events, [observation]);
 * await events.close();
 */
export async function openEvents(options: EventsOptions): Promise<Events | EventsFault> {
  const { place } = options;
  const engine = await (place.kind === 'embedded' ? openEmbeddedEngine(place.folder) : openServerEngine(place.url));
  if ('code' in engine) return engine;
  const ran = await migrateEvents(engine, options.now);
  const fault = 'code' in ran ? ran : await setRetention(engine, options.retention ?? DEFAULT_RETENTION);
  if (fault === undefined) return eventsOver(engine);
  await engine.close();
  return fault;
}

function eventsOver(engine: EventEngine): Events {
  const batches = createBatches(engine);
  let isClosed = false;
  const insertLines: Events['insertLines'] = (table, lines) =>
    isClosed ? Promise.resolve(CLOSED) : batches.add(table, lines);
  return {
    kind: engine.kind,
    insert: (table, rows) => insertLines(table, linesOf(rows)),
    insertLines,
    async query({ sql, row }, parameters) {
      const answer = await engine.select(sql, parameters);
      return 'code' in answer ? answer : { rows: answer.rows.map((one) => v.parse(row, one)) };
    },
    read: (table, take) => engine.read(`SELECT * FROM ${table}`, take),
    load: (table, lines) => engine.insert(table, lines),
    async close() {
      isClosed = true;
      await batches.settled();
      await engine.close();
    },
  };
}

function linesOf(rows: readonly object[]): Lines {
  return { rows: rows.length, bytes: Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join('')) };
}
