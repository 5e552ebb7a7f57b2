// ClickHouse as a source, over HTTP: https://clickhouse.com/docs/interfaces/http. Rows pass through as the server wrote them.

import type { BlockMemory } from '../block-memory.ts';
import {
  type Addressed,
  addressColumn,
  argumentsOf,
  bare,
  isNullable,
  quoteName,
  quoteTable,
  quoteText,
} from '../net/clickhouse-names.ts';
import { type ClickhouseSession, createClickhouseSession } from '../net/clickhouse-session.ts';
import type { NetHost } from '../net/connect.ts';
import { faultOf, placeOf } from '../net/fault.ts';
import type { StoreLocation } from '../net/location.ts';
import type { Block, ColumnCount, Count, Dataset, ReadRequest, Source, SourceFault } from '../source.ts';

const LIST_MS = 20_000;
const SAMPLE_MS = 20_000;
const COUNT_MS = 300_000;
const READ_MS = 6 * 3600_000;

const SYSTEM = ['system', 'INFORMATION_SCHEMA', 'information_schema', '_temporary_and_external_tables'];

/**
 * Engines that keep their rows in this server. Of the others some take messages off a queue when they are read (Kafka,
 * RabbitMQ), and some make the server connect to another one (URL, MySQL, Distributed), which scope does not cover.
 */
const OWN_ROWS = /MergeTree$|^(?:Log|TinyLog|StripeLog|Memory|Buffer|Join|Set|File|EmbeddedRocksDB|Null)$/;
const DERIVED = /^(?:View|MaterializedView|LiveView|WindowView|Merge)$/;

/** `_part_offset` came with 22.1; asked for a little later, so that no early form of it is met. */
const PART_OFFSET_SINCE = 22_003;
/** Rows of a sample that stand beside each other: fewer spread it more, and make the server unpack more granules. */
const RUN_ROWS = 32;
/** A sample looks at so many rows' places at most; a larger table is sampled from parts spread over its list of parts. */
const SAMPLED_FROM_ROWS = 100_000_000;

/** uniqCombined(20) is exact to about 0.2 % at two standard errors; the bounds say 1 %. */
const APPROXIMATE = 0.01;

/**
 * Opens a ClickHouse. Nothing is connected to before the first question.
 *
 * @param location - `port` is one of its HTTP ports
 */
export function openClickhouse(location: StoreLocation, host: NetHost): Source {
  const session = createClickhouseSession(location, host);
  const engines = new Map<string, string>();
  const closing = new AbortController();
  const within = (signal: AbortSignal) => AbortSignal.any([signal, closing.signal]);
  const placed = (dataset: Dataset) => placeOf(session.where, dataset.container, dataset.name);

  async function datasets(signal: AbortSignal): Promise<readonly Dataset[] | SourceFault> {
    const listed = await list(session, location.database, within(signal));
    if (!('tables' in listed)) return listed;
    for (const { dataset, engine } of listed.tables) engines.set(quoteTable(dataset), engine);
    return listed.tables.map(({ dataset }) => dataset);
  }

  /** The engine of a table, asked for where the dataset comes from a list that another source has made. */
  async function engineOf(dataset: Dataset, signal: AbortSignal): Promise<string | SourceFault> {
    const known = engines.get(quoteTable(dataset));
    if (known !== undefined) return known;
    const own = `database = ${quoteText(dataset.container)} AND name = ${quoteText(dataset.name)}`;
    const sql = `SELECT engine FROM system.tables WHERE ${own}`;
    const rows = await session.rows({ sql, place: placed(dataset), signal: within(signal), limitMs: LIST_MS });
    if ('code' in rows) return rows;
    const engine = String(rows[0]?.[0] ?? '');
    if (engine === '') return faultOf('broken', placed(dataset), 'there is no such table, or the user may not see it');
    engines.set(quoteTable(dataset), engine);
    return engine;
  }

  /** Why the rows of this table are left alone, if they are. */
  async function leftAlone(dataset: Dataset, signal: AbortSignal): Promise<SourceFault | undefined> {
    const engine = await engineOf(dataset, signal);
    if (typeof engine !== 'string') return engine;
    if (OWN_ROWS.test(engine) || DERIVED.test(engine)) return undefined;
    const reason = `its engine ${engine.replace(/\W/g, '').slice(0, 40)} keeps its rows elsewhere, or loses them when they are read: classify the place they come from`;
    return faultOf('unsupported', placed(dataset), reason);
  }

  async function* read(request: ReadRequest): AsyncGenerator<Block | SourceFault> {
    const { dataset } = request;
    const fault = await leftAlone(dataset, request.signal);
    if (fault) return yield fault;
    const columns = request.columns ?? dataset.columns.map(({ name }) => name);
    if (columns.length === 0) return yield noColumn(dataset);
    const { memory } = request;
    const query = { columns, memory, place: placed(dataset), signal: within(request.signal) };
    const select = `SELECT ${columns.map(quoteName).join(', ')} FROM ${quoteTable(dataset)}`;
    if (request.sample === undefined) yield* session.stream({ ...query, sql: select, limitMs: READ_MS });
    else
      yield* readSample(session, { dataset, select, query, engine: engines.get(quoteTable(dataset)) }, request.sample);
  }

  async function count(dataset: Dataset, column: string, signal: AbortSignal): Promise<ColumnCount | SourceFault> {
    const place = placed(dataset);
    const addressed = addressColumn(dataset, column);
    const fault = await leftAlone(dataset, signal);
    if (fault || !addressed) return fault ?? noColumn(dataset);
    const { filled, distinct } = counters(addressed);
    const ask = (unique: string) =>
      session.rows({
        sql: `SELECT toString(${filled}), toString(${distinct(unique)}) FROM ${quoteTable(dataset)}`,
        place,
        signal: within(signal),
        limitMs: COUNT_MS,
      });
    const exact = await ask('uniqExact');
    if (!('code' in exact)) return countsOf(exact[0], 0);
    // Exactly costs memory for each distinct value; where the server has too little, it can still tell about how many.
    if (exact.code !== 'too large') return exact;
    const near = await ask('uniqCombined(20)');
    return 'code' in near ? near : countsOf(near[0], APPROXIMATE);
  }

  async function* groups(
    dataset: Dataset,
    columns: readonly string[],
    signal: AbortSignal,
  ): AsyncGenerator<Block | SourceFault> {
    const place = placed(dataset);
    const fault = await leftAlone(dataset, signal);
    if (fault) return yield fault;
    const addressed = columns.map((column) => addressColumn(dataset, column));
    const keys = addressed.flatMap((each) => (each ? [each.sql] : []));
    if (keys.length !== columns.length || keys.length === 0) {
      return yield noColumn(dataset);
    }
    const aliased = keys.map((sql, index) => `${sql} AS vigie_key_${index}`);
    const names = keys.map((_, index) => `vigie_key_${index}`).join(', ');
    yield* session.stream({
      // As a float, since 64-bit integers are written as text.
      sql: `SELECT ${aliased.join(', ')}, toFloat64(count()) FROM ${quoteTable(dataset)} GROUP BY ${names}`,
      columns: [...columns, 'rows'],
      place,
      signal: within(signal),
      limitMs: COUNT_MS,
    });
  }

  async function isThroughout(dataset: Dataset, column: string, form: string, signal: AbortSignal) {
    const place = placed(dataset);
    const addressed = addressColumn(dataset, column);
    const fault = await leftAlone(dataset, signal);
    if (fault || !addressed) return fault ?? noColumn(dataset);
    if (bare(addressed.type) !== 'String') return false;
    const text = textOf(addressed.sql, addressed.type);
    const other = `notEmpty(${text}) AND NOT match(${text}, ${quoteText(form)})`;
    const sql = `SELECT 1 FROM ${quoteTable(dataset)} WHERE ${other} LIMIT 1`;
    const rows = await session.rows({ sql, place, signal: within(signal), limitMs: COUNT_MS });
    return 'code' in rows ? rows : rows.length === 0;
  }

  const noColumn = (dataset: Dataset) =>
    faultOf('unsupported', placed(dataset), 'it has no such column that can be seen, or no such key of one');

  return {
    product: 'clickhouse',
    datasets,
    read,
    inPlace: { count, groups, isThroughout },
    close: async () => closing.abort(),
  };
}

// ---- what there is

interface Listed {
  readonly tables: readonly { readonly dataset: Dataset; readonly engine: string }[];
}

async function list(
  session: ClickhouseSession,
  database: string | undefined,
  signal: AbortSignal,
): Promise<Listed | SourceFault> {
  const only = database === undefined ? '' : ` AND database = ${quoteText(database)}`;
  const seen = `database NOT IN (${SYSTEM.map(quoteText).join(', ')})${only}`;
  const ask = (sql: string) => session.rows({ sql, signal, limitMs: LIST_MS });
  const release = await session.version(signal);
  if (typeof release !== 'number') return release;
  const [tables, columns, parts, totals] = await Promise.all([
    ask(`SELECT database, name, engine FROM system.tables WHERE ${seen} AND is_temporary = 0 ORDER BY database, name`),
    ask(
      `SELECT database, table, name, type FROM system.columns WHERE ${seen} AND default_kind NOT IN ('ALIAS', 'EPHEMERAL')`,
    ),
    ask(
      `SELECT database, table, toString(sum(rows)) FROM system.parts WHERE ${seen} AND active GROUP BY database, table`,
    ),
    // The column came with 20.1.
    release < 20_001
      ? []
      : ask(`SELECT database, name, toString(total_rows) FROM system.tables WHERE ${seen} AND total_rows IS NOT NULL`),
  ]);
  if ('code' in tables) return tables;
  if ('code' in columns) return columns;
  const key = (row: readonly unknown[]) => JSON.stringify([row[0], row[1]]);
  // A user may be kept from the parts and still see the table: then its rows are not known before they are counted.
  const counts = new Map(
    [parts, totals].flatMap((rows) => ('code' in rows ? [] : rows.map((row) => [key(row), Number(row[2])] as const))),
  );
  const columnsOf = new Map<string, { name: string; type: string }[]>();
  for (const row of columns) {
    const known = columnsOf.get(key(row)) ?? [];
    known.push({ name: String(row[2]), type: String(row[3]) });
    columnsOf.set(key(row), known);
  }
  return {
    tables: tables.map((row) => {
      const engine = String(row[2]);
      // A MergeTree without parts is empty, if the parts could be asked for.
      const rows = counts.get(key(row)) ?? (engine.endsWith('MergeTree') && !('code' in parts) ? 0 : undefined);
      const dataset: Dataset = {
        container: String(row[0]),
        name: String(row[1]),
        columns: columnsOf.get(key(row)) ?? [],
        ...(rows !== undefined && { rows: exactly(rows) }),
        ...(DERIVED.test(engine) && { derived: true }),
      };
      return { dataset, engine };
    }),
  };
}

// ---- a sample

interface Sampled {
  readonly dataset: Dataset;
  readonly select: string;
  readonly query: {
    readonly columns: readonly string[];
    readonly memory: BlockMemory | undefined;
    readonly place: string;
    readonly signal: AbortSignal;
  };
  readonly engine: string | undefined;
}

/**
 * Rows spread over the table, and the same ones each time: of a MergeTree every so many-th run of rows, by their place, so
 * that of the wide columns only the granules with a run are unpacked. Of the other engines chosen by chance, which reads
 * all of one column. Of a view the first rows, since all of it would have to be computed.
 */
async function* readSample(
  session: ClickhouseSession,
  sampled: Sampled,
  wanted: number,
): AsyncGenerator<Block | SourceFault> {
  const { dataset, select, query, engine } = sampled;
  const known = dataset.rows?.estimate ?? (await countRows(session, sampled));
  if (typeof known !== 'number') return yield known;
  const limit = `LIMIT ${Math.max(1, Math.floor(wanted))}`;
  const stream = (sql: string, settings: Record<string, string> = {}) =>
    session.stream({ ...query, sql, limitMs: SAMPLE_MS, settings });
  if (known <= wanted || (engine !== undefined && DERIVED.test(engine))) return yield* stream(`${select} ${limit}`);
  if (engine !== undefined && !engine.endsWith('MergeTree')) {
    return yield* stream(`${select} WHERE rand() % ${Math.floor(known / wanted)} = 0 ${limit}`);
  }
  const release = await session.version(query.signal);
  if (typeof release !== 'number') return yield release;
  const { condition, rows } = await partsToSample(session, sampled, known);
  const every = Math.max(1, Math.floor(rows / wanted));
  const place =
    release >= PART_OFFSET_SINCE
      ? `(intDiv(_part_offset, ${RUN_ROWS}) + cityHash64(_part)) % ${every}`
      : `intDiv(rowNumberInAllBlocks(), ${RUN_ROWS}) % ${every}`;
  // One thread, so that places are counted in the table's order.
  const settings = { max_threads: '1' };
  yield* stream(`${select} PREWHERE ${place} = ${Math.floor(every / 2)}${condition} ${limit}`, settings);
}

async function countRows(
  session: ClickhouseSession,
  { dataset, query, engine }: Sampled,
): Promise<number | SourceFault> {
  if (engine !== undefined && DERIVED.test(engine)) return Number.POSITIVE_INFINITY;
  const sql = `SELECT toString(count()) FROM ${quoteTable(dataset)}`;
  const counted = await session.rows({ ...query, sql, limitMs: SAMPLE_MS });
  return 'code' in counted ? counted : Number(counted[0]?.[0] ?? 0);
}

/** Of a very large table, parts spread over all of them that hold enough rows; which ones only their names decide. */
async function partsToSample(
  session: ClickhouseSession,
  { dataset, query }: Sampled,
  known: number,
): Promise<{ readonly condition: string; readonly rows: number }> {
  const all = { condition: '', rows: known };
  if (known <= SAMPLED_FROM_ROWS) return all;
  const own = `database = ${quoteText(dataset.container)} AND table = ${quoteText(dataset.name)}`;
  const sql = `SELECT name, toString(rows) FROM system.parts WHERE active AND ${own} ORDER BY cityHash64(name) LIMIT 10000`;
  const parts = await session.rows({ ...query, sql, limitMs: SAMPLE_MS });
  if ('code' in parts) return all;
  const names: string[] = [];
  let rows = 0;
  for (const part of parts) {
    if (rows >= SAMPLED_FROM_ROWS || names.length >= 200) break;
    names.push(quoteText(String(part[0])));
    rows += Number(part[1]);
  }
  return names.length === 0 ? all : { condition: ` AND _part IN (${names.join(', ')})`, rows };
}

// ---- counting in place

interface Counters {
  /** Rows in which the column holds something. */
  readonly filled: string;
  /** @param unique - the aggregate function that counts distinct values */
  readonly distinct: (unique: string) => string;
}

/** An empty text or array holds nothing, a zero does; e-mail-like text is compared without case (ASCII). */
function counters({ sql, type }: Addressed): Counters {
  const [element] = argumentsOf(bare(type), 'Array') ?? [];
  if (element !== undefined) {
    const text = textOf('v', element);
    const texts = `arrayFilter(w -> notEmpty(w), arrayMap(v -> ${text}, ${sql}))`;
    return {
      filled: `countIf(arrayExists(v -> notEmpty(${text}), ${sql}))`,
      distinct: (unique) => `${arrayForm(unique)}(arrayMap(w -> ${folded('w')}, ${texts}))`,
    };
  }
  const text = textOf(sql, type);
  return {
    filled: `countIf(notEmpty(${text}))`,
    distinct: (unique) => `${ifForm(unique)}(${folded(text)}, notEmpty(${text}))`,
  };
}

/** A value as text, empty where there is none. */
function textOf(sql: string, type: string): string {
  const kind = bare(type);
  const text =
    kind === 'String' ? sql : kind.startsWith('FixedString(') ? `toStringCutToZero(${sql})` : `toString(${sql})`;
  if (kind.startsWith('Map(')) return `if(length(mapKeys(${sql})) = 0, '', ${text})`;
  return isNullable(type) ? `ifNull(${text}, '')` : text;
}

function folded(text: string): string {
  return `if(position(${text}, '@') > 0, lower(${text}), ${text})`;
}

/** Combinators come before a function's parameters: uniqCombinedIf(20). */
function ifForm(unique: string): string {
  return unique.replace(/^\w+/, '$&If');
}

function arrayForm(unique: string): string {
  return unique.replace(/^\w+/, '$&Array');
}

function countsOf(row: readonly unknown[] | undefined, error: number): ColumnCount {
  const rows = Number(row?.[0] ?? 0);
  const distinct = Number(row?.[1] ?? 0);
  const bounds = { lower: Math.floor(distinct * (1 - error)), upper: Math.ceil(distinct * (1 + error)) };
  return { rows: exactly(rows), distinct: { ...bounds, estimate: distinct } };
}

function exactly(number: number): Count {
  return { lower: number, estimate: number, upper: number };
}
