// Conversations with MySQL and MariaDB: read-only sessions with a limit of time. Values come as the bytes that the server
// sends (the text protocol), and become JSON without being decoded: a byte is a character of a latin1 string meanwhile.
// https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_com_query_response_text_resultset.html
import { isUtf8 } from 'node:buffer';
import type { Socket } from 'node:net';
import mysql from 'mysql2';
import type { Block, SourceFault } from '../source.ts';
import { createBlockQueue } from './block-queue.ts';
import { type Connector, createConnector, type NetHost, stopped } from './connect.ts';
import { faultOf, isFaultValue } from './fault.ts';
import { createFloodGuard, type FloodGuard } from './flood-guard.ts';
import type { StoreLocation } from './location.ts';
import { createRowPacker } from './row-packer.ts';

interface MysqlQuery {
  readonly sql: string;
  /** Which dataset a fault is about; default the store. */
  readonly place?: string;
  readonly signal: AbortSignal;
  /** The server gives up after so many milliseconds. */
  readonly limitMs: number;
}

type MysqlRows = readonly (readonly (string | null)[])[];

export interface MysqlSession {
  readonly where: string;
  /** The rows of a small answer, every value as text. */
  rows(query: MysqlQuery): Promise<MysqlRows | SourceFault>;
  stream(query: MysqlQuery, columns: readonly string[]): AsyncGenerator<Block | SourceFault>;
  close(): void;
}

interface Conversation {
  readonly connection: mysql.Connection;
  readonly guard: FloodGuard;
  readonly socket: Socket;
  readonly isMariadb: boolean;
  /** The limit of time that the session has now. */
  limitMs?: number;
}

const LOGIN_MS = 15_000;
const IDLE_MS = 600_000;
const GRACE_MS = 5000;
const MAX_ANSWER_ROWS = 1_000_000;

export function createMysqlSession(location: StoreLocation, host: NetHost): MysqlSession {
  const connector = createConnector(location, host);
  let idle: Conversation | undefined;

  async function enter(signal: AbortSignal): Promise<Conversation | SourceFault> {
    const left = idle;
    idle = undefined;
    if (left && !left.socket.destroyed) return left;
    return connectClient(connector, location, signal);
  }

  function leave(conversation: Conversation, isUsable: boolean): void {
    if (isUsable && idle === undefined && !conversation.socket.destroyed) idle = conversation;
    else end(conversation);
  }

  async function rows(query: MysqlQuery): Promise<MysqlRows | SourceFault> {
    const place = query.place ?? connector.where;
    const entered = await enter(query.signal);
    if (isFaultValue(entered)) return entered;
    const onAbort = () => entered.socket.destroy();
    query.signal.addEventListener('abort', onAbort, { once: true });
    const late = setTimeout(onAbort, query.limitMs + GRACE_MS);
    entered.guard.pass();
    try {
      const limited = await limit(entered, query.limitMs, place);
      const answer = limited ?? (await ask(entered, query.sql, place));
      if ('code' in answer && query.signal.aborted) return stopped(place);
      return answer;
    } finally {
      clearTimeout(late);
      query.signal.removeEventListener('abort', onAbort);
      leave(entered, !query.signal.aborted);
    }
  }

  async function* stream(query: MysqlQuery, columns: readonly string[]): AsyncGenerator<Block | SourceFault> {
    const place = query.place ?? connector.where;
    const entered = await enter(query.signal);
    if (isFaultValue(entered)) return yield entered;
    const { connection, guard, socket } = entered;
    const queue = createBlockQueue({ pause: () => connection.pause(), resume: () => connection.resume() });
    const onAbort = () => {
      queue.end(stopped(place));
      socket.destroy();
    };
    query.signal.addEventListener('abort', onAbort, { once: true });
    let isUsable = false;
    try {
      const limited = await limit(entered, query.limitMs, place);
      if (limited) return yield limited;
      const packer = createRowPacker(columns);
      guard.pass();
      send(entered, query.sql, {
        row: (values, writers) => {
          guard.pass();
          queue.push(packer.addLatin1(rowJson(values, writers)));
        },
        end: (error) => {
          queue.push(packer.end());
          queue.end(error === undefined ? undefined : faultOfError(error, place, guard));
        },
      });
      let hasFault = false;
      for await (const item of queue.items(Math.min(query.limitMs + GRACE_MS, IDLE_MS), place)) {
        hasFault = isFaultValue(item);
        yield item;
      }
      isUsable = !hasFault;
    } finally {
      query.signal.removeEventListener('abort', onAbort);
      leave(entered, isUsable);
    }
  }

  return {
    where: connector.where,
    rows,
    stream,
    close() {
      if (idle) end(idle);
      idle = undefined;
    },
  };
}

/** Said once for all questions that have the same. */
async function limit(entered: Conversation, limitMs: number, place: string): Promise<SourceFault | undefined> {
  if (entered.limitMs === limitMs) return undefined;
  const answer = await ask(entered, limitSql(entered.isMariadb, limitMs), place);
  if ('code' in answer) return answer;
  entered.limitMs = limitMs;
  return undefined;
}

/** https://dev.mysql.com/doc/refman/8.4/en/server-system-variables.html#sysvar_max_execution_time (milliseconds, MySQL 5.7.8)
 * and https://mariadb.com/docs/server/ha-and-performance/optimization-and-tuning/system-variables/server-system-variables (max_statement_time, seconds). */
function limitSql(isMariadb: boolean, limitMs: number): string {
  return isMariadb
    ? `SET SESSION max_statement_time = ${Math.ceil(limitMs / 1000)}`
    : `SET SESSION max_execution_time = ${Math.ceil(limitMs)}`;
}

function end({ connection, guard, socket }: Conversation): void {
  guard.stop();
  connection.destroy();
  socket.destroy();
}

// ---- entering

async function connectClient(
  connector: Connector,
  location: StoreLocation,
  signal: AbortSignal,
): Promise<Conversation | SourceFault> {
  const withTls = location.tls !== 'never';
  const first = await login(connector, location, withTls, signal);
  if (first !== NO_TLS) return first;
  if (location.tls === 'offered') {
    const second = await login(connector, location, false, signal);
    if (second !== NO_TLS) return second;
  }
  return faultOf('refused', connector.where, 'it has no TLS: say sslmode=disable if you want to read it without');
}

const NO_LOGIN = 'it ended the connection before the login was done: check whether MySQL is what listens on this port';
/** The server has no TLS. */
const NO_TLS = Symbol('no TLS');

async function login(
  connector: Connector,
  location: StoreLocation,
  withTls: boolean,
  signal: AbortSignal,
): Promise<Conversation | SourceFault | typeof NO_TLS> {
  const socket = await connector.open(signal);
  if (isFaultValue(socket)) return socket;
  // Where TLS is only taken since it is there, and no password travels in it, a certificate proves nothing we need.
  const insecure = location.insecure || (location.tls === 'offered' && location.password === undefined);
  const connection = mysql.createConnection({
    stream: socket,
    host: location.host,
    port: location.port,
    user: location.user ?? 'root',
    ...(location.password !== undefined && { password: location.password.reveal() }),
    ...(withTls && { ssl: { ...connector.secureOptions(insecure), verifyIdentity: !insecure } }),
    charset: 'utf8mb4',
    // A server may ask for files of the client (LOAD DATA LOCAL); this one has none.
    flags: ['-LOCAL_FILES'],
    rowsAsArray: true,
    typeCast: false,
    // Rows are read without compiling code from names that the server chose.
    disableEval: true,
    connectTimeout: LOGIN_MS,
  });
  // What ends a connection between two statements shows at the next one.
  connection.on('error', () => {});
  const guard = createFloodGuard(socket);
  const onAbort = () => socket.destroy();
  signal.addEventListener('abort', onAbort, { once: true });
  const late = setTimeout(onAbort, LOGIN_MS);
  try {
    const error = await new Promise<unknown>((resolve) => connection.connect(resolve));
    const entered = { connection, guard, socket, isMariadb: false };
    if (error) {
      end(entered);
      if (signal.aborted) return stopped(connector.where);
      if (codeOf(error) === 'HANDSHAKE_NO_SSL_SUPPORT') return NO_TLS;
      const fault = faultOfError(error, connector.where, guard);
      return fault.code === 'lost' ? { ...fault, message: NO_LOGIN } : fault;
    }
    const version = await begin(entered, connector.where);
    if (typeof version !== 'string') {
      end(entered);
      return version;
    }
    return { ...entered, isMariadb: /mariadb/i.test(version) };
  } finally {
    clearTimeout(late);
    signal.removeEventListener('abort', onAbort);
  }
}

/** Makes the session read-only, its quoting known, and its waits short; gives the version. */
async function begin(entered: Conversation, where: string): Promise<string | SourceFault> {
  const statements = [
    'SET SESSION TRANSACTION READ ONLY',
    // Backslashes are no escapes then, and double quotes make no names.
    "SET SESSION sql_mode = 'NO_BACKSLASH_ESCAPES', lock_wait_timeout = 5, net_write_timeout = 600",
  ];
  for (const sql of statements) {
    const answer = await ask(entered, sql, where);
    if ('code' in answer) return answer;
  }
  // MySQL 8 keeps its numbers of tables for a day unless told otherwise; the others do not know the variable.
  await ask(entered, 'SET SESSION information_schema_stats_expiry = 0', where);
  const version = await ask(entered, 'SELECT VERSION()', where);
  return 'code' in version ? version : String(version[0]?.[0] ?? '');
}

// ---- asking

type Values = readonly (Buffer | null)[];
type Writer = (value: Buffer) => string;

interface Receiver {
  readonly row: (values: Values, writers: readonly Writer[]) => void;
  /** After the last row, once. */
  readonly end: (error: unknown) => void;
}

function send({ connection }: Conversation, sql: string, receiver: Receiver): void {
  let writers: readonly Writer[] = [];
  let hasEnded = false;
  const finish = (error: unknown) => {
    connection.off('error', finish);
    if (hasEnded) return;
    hasEnded = true;
    receiver.end(error);
  };
  // What the server says of a query comes at the query, the end of the connection only at the connection.
  connection.on('error', finish);
  const query = connection.query({ sql, rowsAsArray: true });
  query.on('error', finish);
  query.on('fields', (fields: readonly mysql.FieldPacket[] | undefined) => {
    writers = (fields ?? []).map(writerOf);
  });
  query.on('result', (row: unknown) => {
    if (Array.isArray(row) && !hasEnded) receiver.row(row, writers);
  });
  query.on('end', () => finish(undefined));
}

function ask(entered: Conversation, sql: string, place: string): Promise<MysqlRows | SourceFault> {
  const rows: (readonly (string | null)[])[] = [];
  return new Promise((resolve) => {
    send(entered, sql, {
      row: (values) => {
        entered.guard.pass();
        if (rows.length < MAX_ANSWER_ROWS) rows.push(values.map((value) => value?.toString('utf8') ?? null));
      },
      end: (error) => resolve(error === undefined ? rows : faultOfError(error, place, entered.guard)),
    });
  });
}

// ---- JSON

/** Types of the protocol: https://dev.mysql.com/doc/dev/mysql-server/latest/field__types_8h.html */
const NUMBERS = new Set([1, 2, 3, 4, 5, 9]);
const LONG_NUMBERS = new Set([0, 8, 246]);
const JSON_TYPE = 245;
const BINARY_CHARSET = 63;
const ZEROFILL = 64;

function writerOf(field: mysql.FieldPacket): Writer {
  const type = field.columnType ?? field.type ?? -1;
  const flags = Number(field.flags);
  if (type === JSON_TYPE) return writeJson;
  if (LONG_NUMBERS.has(type) || (NUMBERS.has(type) && (flags & ZEROFILL) !== 0)) return writeLongNumber;
  if (NUMBERS.has(type)) return (value) => value.toString('latin1');
  return field.characterSet === BINARY_CHARSET ? writeBinary : writeText;
}

function rowJson(values: Values, writers: readonly Writer[]): string {
  let json = '[';
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index];
    const write = writers[index] ?? writeText;
    if (index > 0) json += ',';
    json += value === null || value === undefined ? 'null' : write(value);
  }
  return `${json}]`;
}

/** JSON escapes quotes, backslashes and control characters only: the bytes of UTF-8 pass through. */
function writeText(value: Buffer): string {
  return JSON.stringify(value.toString('latin1'));
}

/** Bytes that are no UTF-8 are written as if they were latin1, so that the line is JSON. */
function writeBinary(value: Buffer): string {
  if (isUtf8(value)) return writeText(value);
  return writeText(Buffer.from(value.toString('latin1'), 'utf8'));
}

function writeJson(value: Buffer): string {
  return value.toString('latin1').replaceAll('\n', ' ');
}

/** Beyond 15 digits a reader of JSON may lose some, so they are written as text; leading zeros are no number at all. */
function writeLongNumber(value: Buffer): string {
  const text = value.toString('latin1');
  return text.length <= 15 && /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text) ? text : JSON.stringify(text);
}

// ---- faults

/** https://dev.mysql.com/doc/mysql-errors/8.4/en/server-error-reference.html; the message itself may quote values. */
const REASONS: Readonly<Record<number, readonly [SourceFault['code'], string]>> = {
  1038: ['too large', 'the server has too little memory for this query'],
  1040: ['refused', 'it has too many connections at the moment: try again later'],
  1044: ['refused', 'the user may not use this database'],
  1045: ['refused', 'user or password is wrong, or a password is asked for: put both into the URL'],
  1049: ['refused', 'there is no such database: check the name in the URL'],
  1053: ['lost', 'the server is being shut down'],
  1064: ['unsupported', 'it does not understand a statement: servers before MySQL 5.6 and MariaDB 10.0 are not read'],
  1130: ['refused', 'no account may come from this address'],
  1142: ['refused', 'the user has no right to read this: grant SELECT'],
  1143: ['refused', 'the user has no right to read a column of this: grant SELECT'],
  1146: ['broken', 'the table is gone'],
  1193: ['unsupported', 'it does not know a setting: servers before MySQL 5.7.8 and MariaDB 10.1 are not read'],
  1205: ['timeout', 'the table is locked by somebody: try again later'],
  1227: ['refused', 'the user may not do this'],
  1317: ['lost', 'the query was ended by somebody at the server'],
  1698: ['refused', 'this user may not enter with a password'],
  1969: ['timeout', 'the query took longer than its limit'],
  3024: ['timeout', 'the query took longer than its limit'],
  3159: ['refused', 'it lets nobody in without TLS: say sslmode=require'],
};

function faultOfError(error: unknown, place: string, guard: FloodGuard): SourceFault {
  if (guard.tripped()) {
    return faultOf('too large', place, 'a row of it is longer than 32 MiB: what comes after it was not read');
  }
  const number = typeof error === 'object' && error !== null && 'errno' in error ? Number(error.errno) : 0;
  const code = codeOf(error);
  const reason = REASONS[number];
  if (reason) return faultOf(reason[0], place, `${reason[1]} (error ${number})`);
  if (number >= 1000) return faultOf('broken', place, `the server answered with error ${number}`);
  if (code === 'HANDSHAKE_SSL_ERROR') {
    // The library keeps no more than that.
    const message = 'its certificate could not be verified, or TLS failed: add ?insecure=true if you know the server';
    return faultOf('refused', place, message);
  }
  if (code.startsWith('AUTH_')) return faultOf('refused', place, 'it asks for a login in a way that is not known here');
  return faultOf('lost', place, 'the connection ended in the middle of an answer');
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
