// Queries of ClickHouse over HTTP: read-only by the server's own hand, errors as codes in our words.
// https://clickhouse.com/docs/interfaces/http
import type { BlockMemory } from '../block-memory.ts';
import type { Block, SourceFault } from '../source.ts';
import { type Connector, createConnector, type NetHost } from './connect.ts';
import { faultOf, isFaultValue } from './fault.ts';
import { type HttpReply, httpPost } from './http.ts';
import { createLineCutter, EXCEPTION, type LineForm } from './line-cutter.ts';
import type { StoreLocation } from './location.ts';

export interface ClickhouseSession {
  readonly where: string;
  /** Blocks of rows, each an array in the order of the columns selected. */
  stream(query: ClickhouseQuery): AsyncGenerator<Block | SourceFault>;
  /** The rows of a small answer. */
  rows(query: ClickhouseQuery): Promise<Rows | SourceFault>;
  /** Its version as major * 1000 + minor, 18016 for 18.16. */
  version(signal: AbortSignal): Promise<number | SourceFault>;
}

interface ClickhouseQuery {
  /** A SELECT without FORMAT. */
  readonly sql: string;
  /** What a block's lines are called; not needed for `rows`. */
  readonly columns?: readonly string[];
  /** Memory of the blocks. */
  readonly memory?: BlockMemory | undefined;
  /** Which dataset a fault is about; default the store. */
  readonly place?: string;
  readonly signal: AbortSignal;
  /** The server gives up after so many milliseconds. */
  readonly limitMs: number;
  /** Settings of this query beside the read-only ones. */
  readonly settings?: Readonly<Record<string, string>>;
}

type Rows = readonly (readonly unknown[])[];

/** A small answer that is larger than this is none. */
const MAX_ANSWER_BYTES = 64 << 20;
const MAX_ERROR_BYTES = 64 << 10;
const IDLE_MS = 60_000;
/** What the server may take beyond its own limit before we stop to wait. */
const GRACE_MS = 5000;

/** JSONCompactEachRow came with 20.1; https://clickhouse.com/docs/whats-new/changelog/2020 */
const LINES_SINCE = 20_001;
/** Exceptions inside an answer's own format, which look like rows, came with 23.9. */
const FORMATTED_ERRORS_SINCE = 23_009;

const UNKNOWN_SETTING = 115;
const READONLY = 164;
const CONSTRAINT = 452;

/**
 * How much is asked of the server beside the query, from most to least: fewer settings where it does not know them or
 * where the user may not change them. A user in `readonly=2` may change all but that, one in `readonly=1` nothing.
 */
const MANNERS = [
  { readonly: true, limits: true, comfort: true },
  { readonly: true, limits: true, comfort: false },
  { readonly: true, limits: false, comfort: false },
  { readonly: false, limits: true, comfort: true },
  { readonly: false, limits: true, comfort: false },
  { readonly: false, limits: false, comfort: false },
] as const;

export function createClickhouseSession(location: StoreLocation, host: NetHost): ClickhouseSession {
  const connector = createConnector(location, host);
  let known: Promise<number | SourceFault> | undefined;
  let manner = 0;

  /** Sends a query, in a plainer manner when the server refuses the settings, and remembers which one it took. */
  async function send(query: ClickhouseQuery, format: string, version: number): Promise<HttpReply | SourceFault> {
    for (;;) {
      const used = manner;
      const reply = await post(connector, location, query, format, settingsOf(used, query, version));
      if (isFaultValue(reply) || reply.status === 200) return reply;
      const code = await exceptionCode(reply);
      reply.close();
      // 164 is said of a setting that may not be changed, and then the user is read-only already; also of a write.
      const isAboutSettings = code === READONLY || code === UNKNOWN_SETTING || code === CONSTRAINT;
      if (!isAboutSettings || used + 1 >= MANNERS.length)
        return refusal(code, reply.status, query.place ?? connector.where);
      manner = Math.max(manner, used + 1);
    }
  }

  async function version(signal: AbortSignal): Promise<number | SourceFault> {
    known ??= askVersion(signal);
    const result = await known;
    // A fault is not kept: the next one may find the server back.
    if (typeof result !== 'number') known = undefined;
    return result;
  }

  async function askVersion(signal: AbortSignal): Promise<number | SourceFault> {
    const answer = await small({ sql: 'SELECT version()', signal, limitMs: 10_000 }, 0);
    if ('code' in answer) return answer;
    const [, major, minor] = String(answer[0]?.[0] ?? '').match(/^(\d{1,4})\.(\d{1,3})/) ?? [];
    if (major === undefined)
      return faultOf('broken', connector.where, 'it does not tell its version as ClickHouse does');
    return Number(major) * 1000 + Number(minor);
  }

  async function small(query: ClickhouseQuery, version: number): Promise<Rows | SourceFault> {
    const place = query.place ?? connector.where;
    const reply = await send(query, 'JSONCompact', version);
    if (isFaultValue(reply)) return reply;
    const text = await wholeBody(reply, MAX_ANSWER_BYTES, place);
    if (typeof text !== 'string') return text;
    const rows = rowsOf(text);
    if (rows) return rows;
    const code = Number(text.match(EXCEPTION)?.[1] ?? 0);
    return code > 0 ? refusal(code, 200, place) : faultOf('broken', place, 'what answers there is not ClickHouse');
  }

  return {
    where: connector.where,
    version,
    async rows(query) {
      const release = await version(query.signal);
      return typeof release === 'number' ? small(query, release) : release;
    },
    async *stream(query) {
      const release = await version(query.signal);
      if (typeof release !== 'number') return yield release;
      const form: LineForm = release >= LINES_SINCE ? 'lines' : 'compact';
      const reply = await send(query, form === 'lines' ? 'JSONCompactEachRow' : 'JSONCompact', release);
      if (isFaultValue(reply)) return yield reply;
      try {
        yield* blocksOf(reply, form, query, query.place ?? connector.where);
      } finally {
        reply.close();
      }
    },
  };
}

async function* blocksOf(
  reply: HttpReply,
  form: LineForm,
  query: ClickhouseQuery,
  place: string,
): AsyncGenerator<Block | SourceFault> {
  const cutter = createLineCutter(form, query.columns, query.memory);
  let broken: SourceFault | undefined;
  for await (const piece of reply.body) {
    if (isFaultValue(piece)) {
      broken = { ...piece, where: place };
      break;
    }
    const blocks = cutter.push(piece);
    if (blocks === 'too large') {
      broken = faultOf('too large', place, 'a row of it is longer than 32 MiB: what comes after it was not read');
      break;
    }
    yield* blocks;
  }
  const { blocks, end } = cutter.end();
  yield* blocks;
  // The server's own reason says more than that the connection ended.
  if (end.type === 'foreign') yield refusal(Number(end.text.match(EXCEPTION)?.[1] ?? 0), 200, place);
  else if (broken) yield broken;
  else if (end.type === 'torn') yield faultOf('lost', place, 'its answer ended in the middle of a row');
}

function settingsOf(manner: number, query: ClickhouseQuery, version: number): Record<string, string> {
  const asked = MANNERS[manner];
  return {
    ...(asked?.readonly && { readonly: '2' }),
    ...(asked?.limits && { max_execution_time: String(Math.ceil(query.limitMs / 1000)), ...query.settings }),
    ...(asked?.comfort && comforts(version)),
  };
}

function comforts(version: number): Record<string, string> {
  return {
    output_format_json_escape_forward_slashes: '0',
    // Digits beyond 2^53 would be lost where a row is parsed.
    output_format_json_quote_64bit_integers: '1',
    // A query whose reader has gone is ended by the server; without it, at its next try to send.
    ...(version >= LINES_SINCE && { cancel_http_readonly_queries_on_client_close: '1' }),
    ...(version >= FORMATTED_ERRORS_SINCE && { http_write_exception_in_output_format: '0' }),
  };
}

function post(
  connector: Connector,
  location: StoreLocation,
  query: ClickhouseQuery,
  format: string,
  settings: Readonly<Record<string, string>>,
): Promise<HttpReply | SourceFault> {
  const user = location.user !== undefined && { 'X-ClickHouse-User': headerText(location.user) };
  const key = location.password !== undefined && { 'X-ClickHouse-Key': headerText(location.password.reveal()) };
  return httpPost(connector, location, {
    path: `/?${new URLSearchParams(settings)}`,
    headers: { ...user, ...key },
    body: `${query.sql} FORMAT ${format}`,
    signal: query.signal,
    headMs: query.limitMs + GRACE_MS,
    idleMs: IDLE_MS,
  });
}

/** Headers carry bytes; ClickHouse reads those of a name or password as UTF-8. */
function headerText(text: string): string {
  return Buffer.from(text.replace(/[\r\n\0]/g, ''), 'utf8').toString('latin1');
}

async function exceptionCode(reply: HttpReply): Promise<number> {
  const header = reply.header('x-clickhouse-exception-code');
  if (/^\d{1,5}$/.test(header)) return Number(header);
  const text = await wholeBody(reply, MAX_ERROR_BYTES, '');
  return typeof text === 'string' ? Number(text.match(/Code: (\d{1,5})/)?.[1] ?? 0) : 0;
}

async function wholeBody(reply: HttpReply, maxBytes: number, place: string): Promise<string | SourceFault> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of reply.body) {
    if (isFaultValue(piece)) return { ...piece, where: place };
    size += piece.length;
    if (size > maxBytes) return faultOf('too large', place, 'an answer about it is larger than 64 MiB');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function rowsOf(text: string): Rows | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null || !('data' in parsed)) return undefined;
    return Array.isArray(parsed.data) && parsed.data.every(Array.isArray) ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** Codes of ClickHouse: https://github.com/ClickHouse/ClickHouse/blob/master/src/Common/ErrorCodes.cpp */
const REASONS: Readonly<Record<number, readonly [SourceFault['code'], string]>> = {
  60: ['broken', 'the table is gone'],
  81: ['broken', 'the database is gone'],
  158: ['too large', 'the server allows fewer rows to be read (max_rows_to_read)'],
  159: ['timeout', 'the query took longer than its limit'],
  160: ['timeout', 'the server expects the query to take too long (timeout_before_checking_execution_speed)'],
  164: ['refused', 'the user may not do this in read-only mode'],
  192: ['refused', 'the user is not known, or the password is wrong: check both'],
  193: ['refused', 'the password is wrong: check it, and the user'],
  194: ['refused', 'a password is asked for: put user and password into the URL'],
  195: ['refused', 'the user may not come from this address'],
  201: ['refused', 'the quota of the user is used up'],
  202: ['refused', 'the server has too many queries at the moment: try again later'],
  241: ['too large', 'the server has too little memory for this query (max_memory_usage)'],
  291: ['refused', 'the user may not see this database'],
  307: ['too large', 'the server allows fewer bytes to be read (max_bytes_to_read)'],
  394: ['lost', 'the query was ended by somebody at the server'],
  396: ['too large', 'the server allows a smaller answer (max_result_rows)'],
  497: ['refused', 'the user has no right to read this: grant SELECT'],
  516: ['refused', 'user or password is wrong, or a login is asked for: put both into the URL'],
};

function refusal(code: number, status: number, place: string): SourceFault {
  const reason = REASONS[code];
  if (reason) return faultOf(reason[0], place, `${reason[1]} (ClickHouse error ${code})`);
  if (code > 0) return faultOf('broken', place, `the server answered with ClickHouse error ${code}`);
  if (status === 401 || status === 403)
    return faultOf('refused', place, `a login is asked for before the store (HTTP ${status})`);
  if (status !== 200) return faultOf('broken', place, `it answered with HTTP ${status}, not as ClickHouse does`);
  return faultOf('lost', place, 'its answer stopped being rows before its end');
}
