// MySQL and MariaDB as a source.
import type { NetHost } from '../net/connect.ts';
import { faultOf, placeOf } from '../net/fault.ts';
import type { StoreLocation } from '../net/location.ts';
import { createMysqlSession, type MysqlSession } from '../net/mysql-session.ts';
import type { Block, ColumnCount, Count, Dataset, ReadRequest, Source, SourceFault } from '../source.ts';

const LIST_MS = 20_000;
const SAMPLE_MS = 20_000;
const COUNT_MS = 300_000;
const READ_MS = 6 * 3600_000;

interface Table {
  /** Absent for a view. */
  readonly engine: string | undefined;
  readonly bytes: number;
}

/** Engines that keep their rows in this server; FEDERATED, CONNECT, SPIDER and S3 fetch them from others. */
const OWN_ROWS =
  /^(?:InnoDB|MyISAM|Aria|MEMORY|ARCHIVE|CSV|RocksDB|TokuDB|MRG_MyISAM|BLACKHOLE|SEQUENCE|ndbcluster|Columnstore)$/i;
/** Engines whose number of rows is exact: https://dev.mysql.com/doc/refman/8.4/en/information-schema-tables-table.html */
const EXACT_ROWS = /^(?:MyISAM|Aria|MEMORY|ARCHIVE|CSV)$/i;

/** A row of InnoDB takes about so many bytes at least: record header, transaction and roll pointer, directory. */
const MIN_ROW_BYTES = 20;
/** Tables up to this size are counted, and sampled by chance over all rows. */
const SMALL_BYTES = 64 << 20;
/** Places over the range of the primary key at which a sample takes neighbouring rows. */
const SAMPLE_PLACES = 50;

/**
 * Opens a MySQL or MariaDB. Nothing is connected to before the first question.
 *
 * @param location - without `database`, all databases that the user may see
 */
export function openMysql(location: StoreLocation, host: NetHost): Source {
  const session = createMysqlSession(location, host);
  const tables = new Map<string, Table>();
  const closing = new AbortController();
  const within = (signal: AbortSignal) => AbortSignal.any([signal, closing.signal]);
  const placed = (dataset: Dataset) => placeOf(session.where, dataset.container, dataset.name);
  const tableOf = (dataset: Dataset): Table => tables.get(nameOf(dataset)) ?? { engine: 'InnoDB', bytes: SMALL_BYTES };

  async function datasets(signal: AbortSignal): Promise<readonly Dataset[] | SourceFault> {
    const listed = await list(session, location.database, within(signal));
    if ('code' in listed) return listed;
    for (const { dataset, table } of listed) tables.set(nameOf(dataset), table);
    return listed.map(({ dataset }) => dataset);
  }

  function leftAlone(dataset: Dataset): SourceFault | undefined {
    const { engine } = tableOf(dataset);
    if (engine === undefined || OWN_ROWS.test(engine)) return undefined;
    const reason = `its engine ${engine.replace(/\W/g, '').slice(0, 40)} keeps its rows on another server: classify that server`;
    return faultOf('unsupported', placed(dataset), reason);
  }

  async function* read(request: ReadRequest): AsyncGenerator<Block | SourceFault> {
    const { dataset } = request;
    const fault = leftAlone(dataset);
    if (fault) return yield fault;
    const columns = request.columns ?? dataset.columns.map(({ name }) => name);
    if (columns.length === 0) return yield noColumn(dataset);
    const query = { place: placed(dataset), signal: within(request.signal) };
    const select = `SELECT ${columns.map(quoteName).join(', ')} FROM ${nameOf(dataset)}`;
    if (request.sample === undefined)
      return yield* session.stream({ ...query, sql: select, limitMs: READ_MS }, columns);
    const wanted = Math.max(1, Math.floor(request.sample));
    const sql = await sampleSql(session, { dataset, table: tableOf(dataset), select, query }, wanted);
    if (typeof sql !== 'string') return yield sql;
    yield* session.stream({ ...query, sql, limitMs: SAMPLE_MS }, columns);
  }

  async function count(dataset: Dataset, column: string, signal: AbortSignal): Promise<ColumnCount | SourceFault> {
    const fault = leftAlone(dataset);
    const sql = addressColumn(dataset, column);
    if (fault || sql === undefined) return fault ?? noColumn(dataset);
    const text = `CONVERT(${sql} USING utf8mb4)`;
    const folded = `IF(LOCATE('@', ${text}) > 0, LOWER(${text}), ${text})`;
    const counted = await session.rows({
      // By hash: of equal length however long the values are, and told apart byte by byte, not by the collation.
      sql: `SELECT COUNT(IF(LENGTH(${text}) > 0, 1, NULL)), COUNT(DISTINCT IF(LENGTH(${text}) > 0, SHA2(${folded}, 256), NULL)) FROM ${nameOf(dataset)}`,
      place: placed(dataset),
      signal: within(signal),
      limitMs: COUNT_MS,
    });
    if ('code' in counted) return counted;
    return { rows: exactly(Number(counted[0]?.[0] ?? 0)), distinct: exactly(Number(counted[0]?.[1] ?? 0)) };
  }

  async function* groups(
    dataset: Dataset,
    columns: readonly string[],
    signal: AbortSignal,
  ): AsyncGenerator<Block | SourceFault> {
    const fault = leftAlone(dataset);
    if (fault) return yield fault;
    const keys = columns.flatMap((column) => addressColumn(dataset, column) ?? []);
    if (keys.length !== columns.length || keys.length === 0) return yield noColumn(dataset);
    // As bytes, since a collation would put together what differs in case or accent.
    const aliased = keys.map((sql, index) => `CAST(CONVERT(${sql} USING utf8mb4) AS BINARY) AS vigie_key_${index}`);
    const names = keys.map((_, index) => `vigie_key_${index}`).join(', ');
    yield* session.stream(
      {
        sql: `SELECT ${aliased.join(', ')}, COUNT(*) FROM ${nameOf(dataset)} GROUP BY ${names}`,
        place: placed(dataset),
        signal: within(signal),
        limitMs: COUNT_MS,
      },
      [...columns, 'rows'],
    );
  }

  const noColumn = (dataset: Dataset) =>
    faultOf('unsupported', placed(dataset), 'it has no such column that can be seen, or no such key of one');

  return {
    product: 'mysql',
    datasets,
    read,
    inPlace: { count, groups },
    close: async () => {
      closing.abort();
      session.close();
    },
  };
}

// ---- what there is

async function list(
  session: MysqlSession,
  database: string | undefined,
  signal: AbortSignal,
): Promise<readonly { readonly dataset: Dataset; readonly table: Table }[] | SourceFault> {
  const only = database === undefined ? '' : ` AND TABLE_SCHEMA = ${quoteText(database)}`;
  const seen = `WHERE TABLE_SCHEMA NOT IN ('information_schema', 'mysql', 'performance_schema', 'sys')${only}`;
  const ask = (sql: string) => session.rows({ sql, signal, limitMs: LIST_MS });
  const tables = await ask(
    `SELECT TABLE_SCHEMA, TABLE_NAME, ENGINE, TABLE_ROWS, DATA_LENGTH, TABLE_TYPE FROM information_schema.TABLES ${seen} ORDER BY 1, 2`,
  );
  if ('code' in tables) return tables;
  const columns = await ask(
    `SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, COLUMN_TYPE FROM information_schema.COLUMNS ${seen} ORDER BY 1, 2, ORDINAL_POSITION`,
  );
  if ('code' in columns) return columns;
  const key = (row: readonly unknown[]) => JSON.stringify([row[0], row[1]]);
  const columnsOf = new Map<string, { name: string; type: string }[]>();
  for (const row of columns) {
    const known = columnsOf.get(key(row)) ?? [];
    known.push({ name: row[2] ?? '', type: row[3] ?? '' });
    columnsOf.set(key(row), known);
  }
  return tables.map((row) => {
    const [container, name, engine, rows, bytes, type] = row;
    const isView = /VIEW/.test(type ?? '');
    const table: Table = { engine: isView ? undefined : (engine ?? ''), bytes: Number(bytes ?? 0) };
    const dataset: Dataset = {
      container: container ?? '',
      name: name ?? '',
      columns: columnsOf.get(key(row)) ?? [],
      ...(rows !== null && rows !== undefined && { rows: rowsOf(Number(rows), table) }),
      ...(isView && { derived: true }),
    };
    return { dataset, table };
  });
}

/** InnoDB's number comes from a few pages; that it is off by half is normal, and a new table may still be said empty. */
function rowsOf(rows: number, { engine, bytes }: Table): Count {
  if (engine !== undefined && EXACT_ROWS.test(engine)) return exactly(rows);
  return { lower: 0, estimate: rows, upper: Math.max(rows * 2, Math.ceil(bytes / MIN_ROW_BYTES)) };
}

// ---- a sample

interface Sampled {
  readonly dataset: Dataset;
  readonly table: Table;
  readonly select: string;
  readonly query: { readonly place: string; readonly signal: AbortSignal };
}

/**
 * Of a small table rows chosen by chance, the same ones each time. Of a larger one with an integer for its primary key,
 * neighbours at places spread evenly over the key's range. Of a view, or where neither is possible, the first rows.
 */
async function sampleSql(session: MysqlSession, sampled: Sampled, wanted: number): Promise<string | SourceFault> {
  const { dataset, table, select, query } = sampled;
  const head = `${select} LIMIT ${wanted}`;
  if (table.engine === undefined) return head;
  const ask = (sql: string) => session.rows({ ...query, sql, limitMs: SAMPLE_MS });
  const key = await integerKey(session, sampled);
  if (key !== undefined && table.bytes > SMALL_BYTES) {
    const range = await ask(`SELECT MIN(${key}), MAX(${key}) FROM ${nameOf(dataset)}`);
    if ('code' in range) return range;
    const [first, last] = range[0] ?? [];
    return first && last ? rangesSql(select, key, BigInt(first), BigInt(last), wanted) : head;
  }
  if (table.bytes > SMALL_BYTES) return head;
  const counted = await ask(`SELECT COUNT(*) FROM ${nameOf(dataset)}`);
  if ('code' in counted) return counted;
  const rows = Number(counted[0]?.[0] ?? 0);
  if (rows <= wanted) return head;
  return `${select} WHERE RAND(7) < ${(wanted / rows).toFixed(8)} LIMIT ${wanted}`;
}

/** The one integer column of the primary key. */
async function integerKey(session: MysqlSession, { dataset, query }: Sampled): Promise<string | undefined> {
  const own = `TABLE_SCHEMA = ${quoteText(dataset.container)} AND TABLE_NAME = ${quoteText(dataset.name)}`;
  const sql = `SELECT COLUMN_NAME, DATA_TYPE FROM information_schema.COLUMNS WHERE ${own} AND COLUMN_KEY = 'PRI'`;
  const keys = await session.rows({ ...query, sql, limitMs: LIST_MS });
  if ('code' in keys || keys.length !== 1) return undefined;
  const [name, type] = keys[0] ?? [];
  return name && /^(?:tiny|small|medium|big)?int$/i.test(type ?? '') ? quoteName(name) : undefined;
}

function rangesSql(select: string, key: string, first: bigint, last: bigint, wanted: number): string {
  const places = BigInt(Math.min(SAMPLE_PLACES, wanted));
  const each = Math.ceil(wanted / Number(places));
  const span = last - first + 1n;
  const parts: string[] = [];
  for (let place = 0n; place < places; place += 1n) {
    const from = first + (span * place) / places;
    const to = first + (span * (place + 1n)) / places;
    if (to > from) parts.push(`(${select} WHERE ${key} >= ${from} AND ${key} < ${to} ORDER BY ${key} LIMIT ${each})`);
  }
  return `${parts.join(' UNION ALL ')} LIMIT ${wanted}`;
}

// ---- SQL

function quoteName(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``;
}

/** Right in the session's NO_BACKSLASH_ESCAPES. */
function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function nameOf(dataset: Dataset): string {
  return `${quoteName(dataset.container)}.${quoteName(dataset.name)}`;
}

/** A column, or `column[key]` for a key of a JSON object; a column that is called so in full goes before. */
function addressColumn(dataset: Dataset, column: string): string | undefined {
  if (dataset.columns.some(({ name }) => name === column)) return quoteName(column);
  const holder = dataset.columns
    // MariaDB keeps JSON as long text.
    .filter(
      ({ name, type }) => /^(?:json|longtext)/i.test(type) && column.startsWith(`${name}[`) && column.endsWith(']'),
    )
    .sort((a, b) => b.name.length - a.name.length)[0];
  if (!holder) return undefined;
  const path = `$.${JSON.stringify(column.slice(holder.name.length + 1, -1))}`;
  return `JSON_UNQUOTE(JSON_EXTRACT(${quoteName(holder.name)}, ${quoteText(path)}))`;
}

function exactly(number: number): Count {
  return { lower: number, estimate: number, upper: number };
}
