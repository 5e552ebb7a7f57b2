// The log files of a PostgreSQL, read by its own functions: what a tail of them would give, from a server whose disk is elsewhere. The files
// are those of `jsonlog`, else `csvlog`, else what stands on stderr; rotation is followed by the times and names that the server lists.
// https://www.postgresql.org/docs/current/functions-admin.html#FUNCTIONS-ADMIN-GENFILE
import { createHash } from 'node:crypto';
import type { NetHost } from '../net/connect.ts';
import { faultOf } from '../net/fault.ts';
import type { StoreLocation } from '../net/location.ts';
import { createPostgresqlSession, type PostgresqlRows, type PostgresqlSession } from '../net/postgresql-session.ts';
import type { SourceFault } from '../source.ts';
import { cutLines } from './cut-lines.ts';
import { markOf, type QueryLog, type QueryLogPage, type QueryLogPlace } from './query-log.ts';

interface Place {
  readonly mark: string;
  /** Its name; empty where there was none yet. */
  readonly file: string;
  /** When it was last written to, seconds since 1970. */
  readonly modified: number;
  /** The byte behind the last whole line. */
  readonly at: number;
  /** What stands before the next line feed is the rest of a line. */
  readonly isWithin: boolean;
  /** A hash of its first bytes, and of how many: names come again. */
  readonly head: string;
  readonly headBytes: number;
}

const LIMIT_MS = 20_000;
const CHUNK = 1 << 19;
/** A longer line is no record. Twice as many digits have to fit into an answer. */
const MOST_CHUNK = 8 << 20;
const HEAD_BYTES = 256;

const NO_RIGHT =
  'the user may not read its log files: GRANT pg_monitor TO this user and, in the database of the URL, GRANT EXECUTE ON FUNCTION pg_read_binary_file(text, bigint, bigint, boolean) TO this user';
const NO_FILES =
  "it writes no log files: whoever owns it can set logging_collector = on, log_destination = 'jsonlog' (or csvlog), log_connections = on and log_statement = 'all'";
const NO_STATEMENTS = "its log tells of no statements: log_statement = 'all' or pgaudit makes it tell of them";

/** Nothing is connected to before the first question. */
export function openPostgresqlLogFiles(location: StoreLocation, host: NetHost, mark: string): QueryLog {
  const session = createPostgresqlSession(location, host);
  const database = location.database ?? 'postgres';
  let known: Settings | undefined;
  let chunk = CHUNK;
  return {
    where: session.where,
    async next(before, signal) {
      const place = isPlace(before) ? before : undefined;
      const asked: Asked = { session, database, mark: markOf(before, mark), signal };
      const isFirst = known === undefined;
      const settings = known ?? (await settingsOf(asked));
      if ('code' in settings) return settings;
      known = settings;
      const page = await (place === undefined ? begin(asked, settings) : pageBehind(asked, settings, place, chunk));
      if ('code' in page) {
        known = undefined;
        return withRight(page);
      }
      // A line that is longer than what was read is asked for whole.
      chunk = page.isCutOff ? Math.min(MOST_CHUNK, chunk * 4) : CHUNK;
      const notes = [isFirst ? settings.note : undefined, page.note].filter((one) => one !== undefined);
      return { ...page, ...(notes.length > 0 && { note: notes.join('; ') }) };
    },
    rewound: (place, at) => (isPlace(place) ? { ...place, at: Math.min(place.at, at), isWithin: false } : place),
    close: session.close,
  };
}

function isPlace(place: QueryLogPlace): place is Place {
  return typeof place === 'object' && place !== null && 'file' in place && 'headBytes' in place;
}

function withRight(fault: SourceFault): SourceFault {
  return fault.message.includes('(SQLSTATE 42501)') ? faultOf('refused', fault.where, NO_RIGHT) : fault;
}

interface Asked {
  readonly session: PostgresqlSession;
  readonly database: string;
  readonly mark: string;
  readonly signal: AbortSignal;
}

function ask({ session, database, mark, signal }: Asked, sql: string): Promise<PostgresqlRows | SourceFault> {
  return session.rows({ sql, database, signal, limitMs: LIMIT_MS, comment: `vigie ${mark}` });
}

// ---- what is logged

interface Settings {
  /** A condition on names of files. */
  readonly names: string;
  readonly note: string | undefined;
}

async function settingsOf(asked: Asked): Promise<Settings | SourceFault> {
  const sql = `SELECT current_setting('logging_collector'), current_setting('log_destination'), current_setting('log_statement'),
    CASE WHEN pg_has_role('pg_read_all_settings', 'USAGE') THEN current_setting('shared_preload_libraries') END`;
  const rows = await ask(asked, sql.replaceAll(/\s+/g, ' '));
  if ('code' in rows) return rows;
  const [collector, destination = '', statements, libraries] = rows[0] ?? [];
  if (collector !== 'on') return faultOf('unsupported', asked.session.where, NO_FILES);
  const isQuiet = statements === 'none' && libraries !== null && !/\bpgaudit\b/.test(libraries ?? '');
  return { names: namesOf(destination ?? ''), note: isQuiet ? NO_STATEMENTS : undefined };
}

function namesOf(destination: string): string {
  if (/\bjsonlog\b/.test(destination)) return "name LIKE '%.json'";
  if (/\bcsvlog\b/.test(destination)) return "name LIKE '%.csv'";
  return "name NOT LIKE '%.json' AND name NOT LIKE '%.csv'";
}

// ---- files

interface Page extends QueryLogPage {
  /** A line is longer than what was read of it. */
  readonly isCutOff: boolean;
}

interface LogFile {
  readonly name: string;
  readonly size: number;
  readonly modified: number;
}

const MODIFIED = 'floor(extract(epoch FROM modification))::bigint';
const LISTED = `name, size, ${MODIFIED}`;

async function begin(asked: Asked, { names }: Settings): Promise<Page | SourceFault> {
  const rows = await ask(asked, `SELECT ${LISTED} FROM pg_ls_logdir() WHERE ${names} ORDER BY 3 DESC, 1 DESC LIMIT 1`);
  if ('code' in rows) return rows;
  const newest = rows[0] && fileOf(rows[0]);
  const from = { mark: asked.mark, head: '', headBytes: 0 };
  // The last byte that is there is read again: whether it is a line feed tells whether a whole line begins behind it.
  const place: Place =
    newest === undefined
      ? { ...from, file: '', modified: 0, at: 0, isWithin: false }
      : {
          ...from,
          file: newest.name,
          modified: newest.modified,
          at: Math.max(0, newest.size - 1),
          isWithin: newest.size > 0,
        };
  return { entries: [], place, isMore: false, isCutOff: false };
}

async function pageBehind(asked: Asked, { names }: Settings, place: Place, chunk: number): Promise<Page | SourceFault> {
  // The list is made before the file is read: where another one follows it, nothing is added to it any more.
  const path = `current_setting('log_directory') || '/' || name`;
  const isIt = `name = ${literal(place.file)}`;
  const rows = await ask(
    asked,
    `SELECT ${LISTED}, CASE WHEN ${isIt} THEN encode(pg_read_binary_file(${path}, ${place.at}, ${chunk}, true), 'hex') END, CASE WHEN ${isIt} THEN encode(pg_read_binary_file(${path}, 0, ${HEAD_BYTES}, true), 'hex') END FROM pg_ls_logdir() WHERE ${names} AND ${MODIFIED} >= ${place.modified} ORDER BY 3, 1 LIMIT 8`,
  );
  if ('code' in rows) return rows;
  const files = rows.flatMap((row) => fileOf(row) ?? []);
  const at = files.findIndex(({ name }) => name === place.file);
  const found = files[at];
  const row = rows[at];
  const next = at < 0 ? files.find((one) => isBehind(one, place)) : files[at + 1];
  if (found === undefined || row === undefined) {
    if (next === undefined) return { entries: [], place, isMore: false, isCutOff: false };
    return turned(
      place,
      next,
      place.file === '' ? undefined : 'a log file was removed; what stood in it and was not read yet is not seen',
    );
  }
  const [bytes, head] = [bytesOf(row[3]), bytesOf(row[4])];
  if (found.size < place.at || hashOf(head.subarray(0, place.headBytes)) !== hashOrNone(place)) {
    return turned(place, found, 'a log file of the same name was begun anew');
  }
  const cut = cutLines(bytes, place.at, place.isWithin, bytes.length >= MOST_CHUNK);
  const headBytes = Math.min(HEAD_BYTES, cut.at, head.length);
  const here: Place = {
    ...place,
    modified: found.modified,
    at: cut.at,
    isWithin: cut.isWithin,
    head: hashOf(head.subarray(0, headBytes)),
    headBytes,
  };
  const entries = cut.lines.filter(({ text }) => !text.includes(asked.mark));
  // Where it ends within a line, that was cut off by a crash.
  if (next !== undefined && place.at + bytes.length >= found.size) return { ...turned(here, next), entries };
  const isCutOff = bytes.length >= chunk && cut.at === place.at;
  return { entries, place: here, isMore: bytes.length >= chunk, isCutOff };
}

function isBehind({ modified, name }: LogFile, place: Place): boolean {
  return modified > place.modified || (modified === place.modified && name > place.file);
}

/** To the beginning of another file. */
function turned({ mark }: Place, { name, modified }: LogFile, note?: string): Page {
  const place: Place = { mark, file: name, modified, at: 0, isWithin: false, head: '', headBytes: 0 };
  return { entries: [], place, isMore: true, isEnd: true, isCutOff: false, ...(note !== undefined && { note }) };
}

function fileOf([name, size, modified]: PostgresqlRows[number]): LogFile | undefined {
  return typeof name === 'string' ? { name, size: Number(size), modified: Number(modified) } : undefined;
}

function bytesOf(digits: string | null | undefined): Buffer {
  return Buffer.from(digits ?? '', 'hex');
}

/** A name that the server gave, whatever stands in it. */
function literal(name: string): string {
  return `convert_from(decode('${Buffer.from(name, 'utf8').toString('hex')}', 'hex'), 'UTF8')`;
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
}

function hashOrNone({ head, headBytes }: Place): string {
  return headBytes === 0 ? hashOf(Buffer.alloc(0)) : head;
}
