// PostgreSQL as a source. Rows become JSON in the server, so that every type is written as PostgreSQL itself writes it.
import type { NetHost } from '../net/connect.ts';
import { faultOf, placeOf } from '../net/fault.ts';
import type { StoreLocation } from '../net/location.ts';
import { createPostgresqlSession, type PostgresqlRows, type PostgresqlSession } from '../net/postgresql-session.ts';
import type { Block, ColumnCount, Count, Dataset, ReadRequest, Source, SourceFault } from '../source.ts';

const LIST_MS = 20_000;
const SAMPLE_MS = 20_000;
const COUNT_MS = 300_000;
const READ_MS = 6 * 3600_000;

/** A table as the catalogue has it; `kind` is pg_class.relkind. */
interface Table {
  readonly database: string;
  readonly schema: string;
  readonly name: string;
  readonly kind: string;
}

/** A row takes at least a line pointer (4 bytes) and a header (24) of its page's 8168: so many fit on one. */
const MAX_ROWS_PER_PAGE = 291;
/** Below 8 MB a table is counted and sampled row by row; above, by pages. */
const SMALL_PAGES = 1000;
/** A sample stands on so many pages at least, or its rows would be neighbours. */
const MIN_SAMPLED_PAGES = 60;
/** The name under which a database stands in the list that did not let us look into it; reading it tells why. */
const UNLISTED = '*';
/** Arguments of one function: FUNC_MAX_ARGS is 100. */
const COLUMNS_PER_CALL = 50;

/**
 * Opens a PostgreSQL. Nothing is connected to before the first question.
 *
 * @param location - without `database`, all databases that the user may enter
 */
export function openPostgresql(location: StoreLocation, host: NetHost): Source {
  const session = createPostgresqlSession(location, host);
  const tables = new Map<string, Table>();
  const refused = new Map<string, SourceFault>();
  const closing = new AbortController();
  const within = (signal: AbortSignal) => AbortSignal.any([signal, closing.signal]);
  const placed = (dataset: Dataset) => placeOf(session.where, dataset.container, dataset.name);

  async function datasets(signal: AbortSignal): Promise<readonly Dataset[] | SourceFault> {
    const names = await databases(session, location, within(signal));
    if ('code' in names) return names;
    const all: Dataset[] = [];
    for (const database of names) {
      const listed = await list(session, database, within(signal));
      if ('code' in listed) {
        if (names.length === 1 || listed.code !== 'refused') return listed;
        // A database that lets nobody in is no reason to leave out the others; it stands in the list with its reason.
        const closed: Dataset = { container: database, name: UNLISTED, columns: [] };
        refused.set(keyOf(closed), { ...listed, where: placed(closed) });
        all.push(closed);
        continue;
      }
      for (const { table, dataset } of listed) {
        tables.set(keyOf(dataset), table);
        all.push(dataset);
      }
    }
    return all;
  }

  function tableOf(dataset: Dataset): Table {
    const known = tables.get(keyOf(dataset));
    if (known) return known;
    const dot = dataset.name.indexOf('.');
    const [schema, name] = [dataset.name.slice(0, Math.max(0, dot)), dataset.name.slice(dot + 1)];
    return { database: dataset.container, schema: schema || 'public', name, kind: 'r' };
  }

  function leftAlone(dataset: Dataset): SourceFault | undefined {
    const known = refused.get(keyOf(dataset));
    if (known || tableOf(dataset).kind !== 'f') return known;
    return faultOf(
      'unsupported',
      placed(dataset),
      'its rows lie on another server (a foreign table): classify that server',
    );
  }

  async function* read(request: ReadRequest): AsyncGenerator<Block | SourceFault> {
    const { dataset } = request;
    const fault = leftAlone(dataset);
    if (fault) return yield fault;
    const columns = request.columns ?? dataset.columns.map(({ name }) => name);
    if (columns.length === 0) return yield noColumn(dataset);
    const table = tableOf(dataset);
    const query = { database: table.database, place: placed(dataset), signal: within(request.signal) };
    const row = rowJson(dataset, columns);
    if (request.sample === undefined) {
      yield* session.stream({ ...query, sql: `SELECT ${row} FROM ${fromOf(table)} t`, limitMs: READ_MS }, columns);
      return;
    }
    const rows = await sampledRows(session, table, query, Math.max(1, Math.floor(request.sample)));
    if (typeof rows !== 'string') return yield rows;
    yield* session.stream({ ...query, sql: `SELECT ${row} FROM ${rows} t`, limitMs: SAMPLE_MS }, columns);
  }

  async function count(dataset: Dataset, column: string, signal: AbortSignal): Promise<ColumnCount | SourceFault> {
    const fault = leftAlone(dataset);
    const value = addressColumn(dataset, column);
    if (fault || !value) return fault ?? noColumn(dataset);
    const table = tableOf(dataset);
    const counted = await session.rows({
      database: table.database,
      sql: value.isArray
        ? arrayCount(value.sql, fromOf(table))
        : textCount(value.sql, fromOf(table), value.isJson ? EMPTY_JSON : `('')`),
      place: placed(dataset),
      signal: within(signal),
      limitMs: COUNT_MS,
    });
    if ('code' in counted) return counted;
    return { rows: exactly(Number(counted[0]?.[0] ?? 0)), distinct: exactly(Number(counted[0]?.[1] ?? 0)) };
  }

  async function isThroughout(dataset: Dataset, column: string, form: string, signal: AbortSignal) {
    const fault = leftAlone(dataset);
    const value = addressColumn(dataset, column);
    if (fault || !value) return fault ?? noColumn(dataset);
    const table = tableOf(dataset);
    const text = `(${value.sql})::text`;
    const rows = await session.rows({
      database: table.database,
      sql: `SELECT 1 FROM ${fromOf(table)} t WHERE ${text} <> '' AND ${text} !~ ${quoteText(form)} LIMIT 1`,
      place: placed(dataset),
      signal: within(signal),
      limitMs: COUNT_MS,
    });
    return 'code' in rows ? rows : rows.length === 0;
  }

  async function* groups(
    dataset: Dataset,
    columns: readonly string[],
    signal: AbortSignal,
  ): AsyncGenerator<Block | SourceFault> {
    const fault = leftAlone(dataset);
    if (fault) return yield fault;
    const keys = columns.flatMap((column) => addressColumn(dataset, column)?.sql ?? []);
    if (keys.length !== columns.length || keys.length === 0) return yield noColumn(dataset);
    const table = tableOf(dataset);
    // json has no equality, so tuples are told apart by their text.
    const texts = keys.map((sql, index) => `(${sql})::text AS k${index}`).join(', ');
    const names = keys.map((_, index) => `k${index}`);
    const grouped = `SELECT ${names.join(', ')}, count(*) AS n FROM (SELECT ${texts} FROM ${fromOf(table)} t) s GROUP BY ${names.join(', ')}`;
    yield* session.stream(
      {
        database: table.database,
        sql: `SELECT ${arrayOf([...names, 'n'])} FROM (${grouped}) g`,
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
    product: 'postgresql',
    datasets,
    read,
    inPlace: { count, groups, isThroughout },
    close: async () => {
      closing.abort();
      session.close();
    },
  };
}

function keyOf(dataset: Dataset): string {
  return JSON.stringify([dataset.container, dataset.name]);
}

// ---- what there is

const DATABASES = `SELECT datname FROM pg_database
WHERE datallowconn AND NOT datistemplate AND has_database_privilege(datname, 'CONNECT') ORDER BY datname`;

async function databases(
  session: PostgresqlSession,
  location: StoreLocation,
  signal: AbortSignal,
): Promise<readonly string[] | SourceFault> {
  if (location.database !== undefined) return [location.database];
  // `postgres` is there unless somebody dropped it; then the one that is called as the user is the usual place.
  const doors = ['postgres', location.user ?? 'template1', 'template1'];
  let last: SourceFault | undefined;
  for (const database of new Set(doors)) {
    const rows = await session.rows({ database, sql: DATABASES, signal, limitMs: LIST_MS });
    if (!('code' in rows)) return rows.map((row) => row[0] ?? '');
    last = rows;
    if (!rows.message.includes('3D000')) break;
  }
  return last ?? [];
}

/** Partitions and pages below a table count as the table's own. */
const TABLES = (sizeOfOid: string) => `WITH RECURSIVE tree (root, part) AS (
  SELECT c.oid, c.oid FROM pg_class c WHERE c.relkind IN ('r', 'p', 'm', 'v', 'f') AND NOT c.relispartition
  UNION ALL
  SELECT tree.root, i.inhrelid FROM tree JOIN pg_inherits i ON i.inhparent = tree.part
  JOIN pg_class parent ON parent.oid = tree.part AND parent.relkind = 'p'
), sizes AS (
  SELECT tree.root, sum(greatest(c.reltuples, 0)::float8) AS tuples, sum(${sizeOfOid}) AS pages, min(c.reltuples) AS least
  FROM tree JOIN pg_class c ON c.oid = tree.part WHERE c.relkind IN ('r', 'm') GROUP BY tree.root
)
SELECT n.nspname, c.relname, c.relkind::text, round(s.tuples)::text, s.pages::text, (s.least < 0)::text, c.oid::text
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN sizes s ON s.root = c.oid
WHERE c.relkind IN ('r', 'p', 'm', 'v', 'f') AND NOT c.relispartition
  AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_(toast|temp_)'
ORDER BY n.nspname, c.relname`;

/** Asking for the size waits for whoever has the table locked; the catalogue's number may be old, but is always there. */
const SIZE_NOW = "pg_relation_size(c.oid) / current_setting('block_size')::int";
const SIZE_KNOWN = 'c.relpages';

const COLUMNS = `SELECT c.oid::text, a.attname, format_type(a.atttypid, a.atttypmod)
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'm', 'v', 'f') AND NOT c.relispartition AND a.attnum > 0 AND NOT a.attisdropped
  AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_(toast|temp_)'
  AND (has_column_privilege(c.oid, a.attnum, 'SELECT') OR NOT has_any_column_privilege(c.oid, 'SELECT'))
ORDER BY c.oid, a.attnum`;

async function list(
  session: PostgresqlSession,
  database: string,
  signal: AbortSignal,
): Promise<readonly { readonly table: Table; readonly dataset: Dataset }[] | SourceFault> {
  const ask = (sql: string) => session.rows({ database, sql, signal, limitMs: LIST_MS });
  const now = await ask(TABLES(SIZE_NOW));
  const isLocked = 'code' in now && now.code === 'timeout';
  const rows: PostgresqlRows | SourceFault = isLocked ? await ask(TABLES(SIZE_KNOWN)) : now;
  if ('code' in rows) return rows;
  const columns = await ask(COLUMNS);
  if ('code' in columns) return columns;
  const columnsOf = new Map<string, { name: string; type: string }[]>();
  for (const [oid, name, type] of columns) {
    const known = columnsOf.get(oid ?? '') ?? [];
    known.push({ name: name ?? '', type: type ?? '' });
    columnsOf.set(oid ?? '', known);
  }
  return rows.map(([schema, name, kind, tuples, pages, isUnknown, oid]) => {
    const table = { database, schema: schema ?? '', name: name ?? '', kind: kind ?? 'r' };
    const hasSize = !isLocked && pages !== null;
    const dataset: Dataset = {
      container: database,
      name: `${table.schema}.${table.name}`,
      columns: columnsOf.get(oid ?? '') ?? [],
      ...(hasSize && { rows: estimated(Number(tuples), Number(pages), isUnknown === 'true') }),
      ...(kind === 'v' && { derived: true }),
    };
    return { table, dataset };
  });
}

/** The planner's estimate, between nothing and all that fits on the pages. Without one (never analysed), a guess. */
function estimated(tuples: number, pages: number, isUnknown: boolean): Count {
  const upper = pages * MAX_ROWS_PER_PAGE;
  const estimate = isUnknown ? Math.round(upper / 4) : tuples;
  return { lower: 0, estimate: Math.min(estimate, upper), upper };
}

// ---- a sample

/**
 * The FROM part of a sample: of a small table rows chosen one by one, of a larger one rows of pages chosen by chance
 * (the same ones each time), so rows that were written together come together. Of a view the first rows, since all of
 * it would have to be computed.
 */
async function sampledRows(
  session: PostgresqlSession,
  table: Table,
  query: { readonly database: string; readonly place: string; readonly signal: AbortSignal },
  wanted: number,
): Promise<string | SourceFault> {
  const from = fromOf(table);
  const head = `(SELECT * FROM ${from} LIMIT ${wanted})`;
  if (table.kind === 'v') return head;
  const ask = (sql: string) => session.rows({ ...query, sql, limitMs: SAMPLE_MS });
  const oid = `${quoteText(`${quoteName(table.schema)}.${quoteName(table.name)}`)}::regclass`;
  const sized = await ask(`WITH RECURSIVE tree (part) AS (
    SELECT ${oid}::oid UNION ALL SELECT i.inhrelid FROM tree JOIN pg_inherits i ON i.inhparent = tree.part
    WHERE ${quoteText(table.kind)} = 'p'
  ) SELECT sum(${SIZE_NOW})::text, sum(greatest(c.reltuples, 0)::float8)::text, sum(c.relpages)::text
  FROM tree JOIN pg_class c ON c.oid = tree.part WHERE c.relkind IN ('r', 'm')`);
  if ('code' in sized) return sized;
  const [pages = 0, tuples = 0, countedPages = 0] = (sized[0] ?? []).map(Number);
  // By place, so that the same rows come each time; places say nothing of what is in them.
  const some = (sample: string) =>
    `(SELECT * FROM ${from} TABLESAMPLE ${sample} REPEATABLE (7) ORDER BY hashtext(ctid::text) LIMIT ${wanted})`;
  if (pages <= SMALL_PAGES) {
    const counted = await ask(`SELECT count(*) FROM ${from}`);
    if ('code' in counted) return counted;
    const rows = Number(counted[0]?.[0] ?? 0);
    return rows <= wanted ? head : some(`BERNOULLI (${percent((wanted * 1.2 + 20) / rows)})`);
  }
  const perPage = countedPages > 0 && tuples > 0 ? tuples / countedPages : 10;
  const sampledPages = Math.max(MIN_SAMPLED_PAGES, (wanted / perPage) * 2);
  return some(`SYSTEM (${percent(sampledPages / pages)})`);
}

function percent(part: number): string {
  return Math.min(100, part * 100).toFixed(8);
}

// ---- SQL

/** Rows of tables that inherit from this one stand in datasets of their own; partitions do not. */
function fromOf(table: Table): string {
  return `${table.kind === 'r' ? 'ONLY ' : ''}${quoteName(table.schema)}.${quoteName(table.name)}`;
}

function rowJson(dataset: Dataset, columns: readonly string[]): string {
  const typeOf = new Map(dataset.columns.map(({ name, type }) => [name, type]));
  return arrayOf(columns.map((name) => valueSql(`t.${quoteName(name)}`, typeOf.get(name) ?? '')));
}

/** A JSON array as text, of more values than a function takes arguments. */
function arrayOf(values: readonly string[]): string {
  const calls: string[] = [];
  for (let from = 0; from < values.length; from += COLUMNS_PER_CALL) {
    calls.push(`json_build_array(${values.slice(from, from + COLUMNS_PER_CALL).join(', ')})::text`);
  }
  const [only] = calls;
  if (calls.length === 1 && only !== undefined) return only;
  return `'[' || ${calls.map((call) => `substr(${call}, 2, length(${call}) - 2)`).join(` || ',' || `)} || ']'`;
}

/** UTF-8 without NUL, in hexadecimal digits: RFC 3629, section 4. */
const UTF8_HEX =
  '^(0[1-9a-f]|[1-7].|(c[2-9a-f]|d.)[89ab].|e0[ab].[89ab].|(e[1-9abcef])([89ab].){2}|ed[89].[89ab].|f0[9ab].([89ab].){2}|f[1-3]([89ab].){3}|f48.([89ab].){2})*$';
/** Bytes beyond are an image or an archive, of whose text little can be said. */
const MAX_BYTEA = 1 << 20;

/** Bytes that are text are read as text; others keep their ASCII, and the rest is written in octal. */
function valueSql(sql: string, type: string): string {
  if (type !== 'bytea') return sql;
  const head = `substring(${sql} from 1 for ${MAX_BYTEA})`;
  const isText = `current_setting('server_encoding') = 'UTF8' AND encode(${head}, 'hex') ~ '${UTF8_HEX}'`;
  return `CASE WHEN ${sql} IS NULL THEN NULL WHEN ${isText} THEN convert_from(${head}, 'UTF8') ELSE encode(${head}, 'escape') END`;
}

function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** As E'', whose backslashes do not depend on standard_conforming_strings. */
function quoteText(text: string): string {
  return `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

// ---- counting in place

interface Addressed {
  readonly sql: string;
  readonly isArray: boolean;
  readonly isJson: boolean;
}

/** A column, or `column[key]` for a key of a json or jsonb object; a column that is called so in full goes before. */
function addressColumn(dataset: Dataset, column: string): Addressed | undefined {
  const whole = dataset.columns.find(({ name }) => name === column);
  if (whole) {
    const sql = valueSql(`t.${quoteName(column)}`, whole.type);
    return { sql, isArray: whole.type.endsWith('[]'), isJson: /^jsonb?$/.test(whole.type) };
  }
  const holder = dataset.columns
    .filter(({ name, type }) => /^jsonb?$/.test(type) && column.startsWith(`${name}[`) && column.endsWith(']'))
    .sort((a, b) => b.name.length - a.name.length)[0];
  if (!holder) return undefined;
  const key = column.slice(holder.name.length + 1, -1);
  return { sql: `(t.${quoteName(holder.name)} ->> ${quoteText(key)})`, isArray: false, isJson: false };
}

/** Byte by byte, e-mail-like text without case (ASCII, as of the collation "C"). */
const FOLDED = `CASE WHEN v LIKE '%@%' THEN lower(v COLLATE "C") ELSE v END`;
/** In JSON, null and an empty text, object or array hold nothing either. */
const EMPTY_JSON = `('', '""', '{}', '[]', 'null')`;

function textCount(sql: string, from: string, empty: string): string {
  return `SELECT count(*), count(DISTINCT (${FOLDED}) COLLATE "C")
FROM (SELECT (${sql})::text AS v FROM ${from} t) s WHERE v IS NOT NULL AND v NOT IN ${empty}`;
}

function arrayCount(sql: string, from: string): string {
  return `SELECT count(DISTINCT n), count(DISTINCT (${FOLDED}) COLLATE "C")
FROM (SELECT n, (unnest(a))::text AS v FROM (SELECT row_number() OVER () AS n, ${sql} AS a FROM ${from} t) r) s
WHERE v <> ''`;
}

function exactly(number: number): Count {
  return { lower: number, estimate: number, upper: number };
}
