// Conversations with PostgreSQL: every statement within a read-only transaction with limits of time, rows by COPY in its
// binary form, one message a row. https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-COPY
// and https://www.postgresql.org/docs/current/sql-copy.html (Binary Format)
import type { Socket } from 'node:net';
import pg from 'pg';
import type { Block, SourceFault } from '../source.ts';
import { type BlockQueue, createBlockQueue } from './block-queue.ts';
import { type Connector, createConnector, type NetHost, stopped } from './connect.ts';
import { faultOf, isFaultValue } from './fault.ts';
import { createFloodGuard, type FloodGuard } from './flood-guard.ts';
import { MAX_LINE_BYTES } from './line-cutter.ts';
import type { StoreLocation } from './location.ts';
import { createRowPacker } from './row-packer.ts';

interface PostgresqlQuery {
  readonly database: string;
  readonly sql: string;
  /** Which dataset a fault is about; default the store. */
  readonly place?: string;
  readonly signal: AbortSignal;
  /** The server gives up after so many milliseconds. */
  readonly limitMs: number;
  /** Stands in all statements that this takes, so that who reads the server's log knows them. */
  readonly comment?: string;
}

export type PostgresqlRows = readonly (readonly (string | null)[])[];

export interface PostgresqlSession {
  readonly where: string;
  /** The rows of a small answer, every value as text. */
  rows(query: PostgresqlQuery): Promise<PostgresqlRows | SourceFault>;
  /** Blocks of a SELECT of one text column, each value a row's JSON. */
  stream(query: PostgresqlQuery, columns: readonly string[]): AsyncGenerator<Block | SourceFault>;
  close(): void;
}

interface Conversation {
  readonly client: pg.Client;
  readonly guard: FloodGuard;
  readonly socket: Socket;
}

const LOGIN_MS = 15_000;
const LOCK_MS = 2000;
const IDLE_MS = 60_000;
const GRACE_MS = 5000;

export function createPostgresqlSession(location: StoreLocation, host: NetHost): PostgresqlSession {
  const connector = createConnector(location, host);
  const idle = new Map<string, Conversation>();

  /** A conversation that nobody uses: the one that was left, or a new one. */
  async function enter(database: string, signal: AbortSignal): Promise<Conversation | SourceFault> {
    const left = idle.get(database);
    idle.delete(database);
    if (left && !left.socket.destroyed) return left;
    return connectClient(connector, location, database, signal);
  }

  function leave(database: string, conversation: Conversation, isUsable: boolean): void {
    if (isUsable && !idle.has(database) && !conversation.socket.destroyed) idle.set(database, conversation);
    else end(conversation);
  }

  async function rows(query: PostgresqlQuery): Promise<PostgresqlRows | SourceFault> {
    const place = query.place ?? connector.where;
    const entered = await enter(query.database, query.signal);
    if (isFaultValue(entered)) return entered;
    const { client, guard, socket } = entered;
    const onAbort = () => socket.destroy();
    query.signal.addEventListener('abort', onAbort, { once: true });
    const late = setTimeout(() => socket.destroy(), query.limitMs + GRACE_MS);
    let isUsable = false;
    guard.pass();
    try {
      const comment = query.comment === undefined ? '' : ` /* ${query.comment} */`;
      await client.query(`${opening(query.limitMs)}${comment}`);
      const types = { getTypeParser: () => (text: string | Buffer) => String(text) };
      const result = await client.query<(string | null)[]>({ text: `${query.sql}${comment}`, rowMode: 'array', types });
      guard.pass();
      await client.query(`ROLLBACK${comment}`);
      isUsable = true;
      return result.rows;
    } catch (error) {
      if (query.signal.aborted) return stopped(place);
      if (guard.tripped()) return faultOf('too large', place, 'an answer about it is larger than 32 MiB');
      return faultOfError(error, place);
    } finally {
      clearTimeout(late);
      query.signal.removeEventListener('abort', onAbort);
      leave(query.database, entered, isUsable);
    }
  }

  async function* stream(query: PostgresqlQuery, columns: readonly string[]): AsyncGenerator<Block | SourceFault> {
    const place = query.place ?? connector.where;
    const entered = await enter(query.database, query.signal);
    if (isFaultValue(entered)) return yield entered;
    const { client, guard, socket } = entered;
    const queue = createBlockQueue({
      pause: () => transportOf(client).pause(),
      resume: () => transportOf(client).resume(),
    });
    const onAbort = () => {
      queue.end(stopped(place));
      socket.destroy();
    };
    query.signal.addEventListener('abort', onAbort, { once: true });
    let isUsable = false;
    guard.pass();
    try {
      await client.query(opening(query.limitMs));
      const copy = `COPY (${query.sql}) TO STDOUT (FORMAT binary)`;
      client.query(copyOut(copy, columns, queue, guard, place));
      let hasFault = false;
      for await (const item of queue.items(Math.min(query.limitMs + GRACE_MS, IDLE_MS * 10), place)) {
        hasFault = isFaultValue(item);
        yield item;
      }
      if (!hasFault) await client.query('ROLLBACK');
      isUsable = !hasFault;
    } catch (error) {
      yield faultOfError(error, place);
    } finally {
      query.signal.removeEventListener('abort', onAbort);
      leave(query.database, entered, isUsable);
    }
  }

  return {
    where: connector.where,
    rows,
    stream,
    close() {
      for (const conversation of idle.values()) end(conversation);
      idle.clear();
    },
  };
}

/** One round trip; nothing that follows can write, wait for a lock for long, or meet a function of a foreign schema. */
function opening(limitMs: number): string {
  return [
    'BEGIN TRANSACTION READ ONLY',
    `SET LOCAL statement_timeout = ${Math.ceil(limitMs)}`,
    `SET LOCAL lock_timeout = ${LOCK_MS}`,
    'SET LOCAL search_path = pg_catalog',
  ].join('; ');
}

function end({ guard, socket, client }: Conversation): void {
  guard.stop();
  transportOf(client).destroy();
  socket.destroy();
}

// ---- entering

async function connectClient(
  connector: Connector,
  location: StoreLocation,
  database: string,
  signal: AbortSignal,
): Promise<Conversation | SourceFault> {
  const socket = await connector.open(signal);
  if (isFaultValue(socket)) return socket;
  const transport = await negotiate(connector, location, socket);
  if (isFaultValue(transport)) return transport;
  let wasAsked = false;
  const client = new pg.Client({
    stream: () => alreadyConnected(transport),
    // Everything is named, so that no variable of the environment (PGUSER, PGSSLMODE) decides.
    host: location.host,
    port: location.port,
    user: location.user ?? 'postgres',
    database,
    ssl: false,
    application_name: 'vigie',
    client_encoding: 'UTF8',
    // A function, since an empty password would be looked up in PGPASSWORD and ~/.pgpass.
    password: () => {
      if (location.password !== undefined) return location.password.reveal();
      wasAsked = true;
      throw new Error('a password is asked for');
    },
  });
  // What ends a client between two statements shows at the next one.
  client.on('error', () => {});
  const guard = createFloodGuard(socket);
  const late = setTimeout(() => socket.destroy(), LOGIN_MS);
  const onAbort = () => socket.destroy();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    await client.connect();
    return { client, guard, socket };
  } catch (error) {
    end({ client, guard, socket });
    if (signal.aborted) return stopped(connector.where);
    if (wasAsked)
      return faultOf('refused', connector.where, 'a password is asked for: put user and password into the URL');
    return faultOfError(error, connector.where);
  } finally {
    clearTimeout(late);
    signal.removeEventListener('abort', onAbort);
  }
}

/** pg dials the stream that it is given; this one is connected already, so it is told so and nothing is dialled. */
function alreadyConnected(socket: Socket): Socket {
  socket.connect = () => {
    queueMicrotask(() => {
      socket.emit('connect');
      // It was paused after the one byte of the negotiation.
      socket.resume();
    });
    return socket;
  };
  return socket;
}

/** SSLRequest: https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-SSL */
const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f]);

async function negotiate(connector: Connector, location: StoreLocation, socket: Socket): Promise<Socket | SourceFault> {
  if (location.tls === 'never') return socket;
  const answer = await askOneByte(socket, SSL_REQUEST);
  if (answer === 'S') {
    // Where TLS is only taken since it is there, and no password travels in it, a certificate proves nothing we need.
    const insecure = location.insecure || (location.tls === 'offered' && location.password === undefined);
    return connector.secure(socket, insecure);
  }
  if (answer === 'N' && location.tls === 'offered') return socket;
  socket.destroy();
  return answer === 'N'
    ? faultOf('refused', connector.where, 'it has no TLS: say sslmode=disable if you want to read it without')
    : faultOf('broken', connector.where, 'what answers there is not PostgreSQL: check the port');
}

/** More than one byte is an answer that somebody put before the handshake (CVE-2021-23222), and counts as none. */
function askOneByte(socket: Socket, question: Uint8Array): Promise<string | undefined> {
  return new Promise((resolve) => {
    const settle = (answer: string | undefined) => {
      clearTimeout(timer);
      socket.off('data', onData);
      socket.off('close', onClose);
      socket.pause();
      resolve(answer);
    };
    const onData = (bytes: Buffer) => settle(bytes.length === 1 ? bytes.toString('latin1') : undefined);
    const onClose = () => settle(undefined);
    const timer = setTimeout(onClose, LOGIN_MS);
    socket.on('data', onData);
    socket.once('close', onClose);
    socket.write(question);
  });
}

// ---- rows

/** What pg calls on a query of one's own; its types name only `submit`. */
interface CopyHandler extends pg.Submittable {
  handleCopyData(message: { readonly chunk: Uint8Array }): void;
  handleCommandComplete(): void;
  handleReadyForQuery(): void;
  handleError(error: unknown): void;
}

const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');

function copyOut(
  sql: string,
  columns: readonly string[],
  queue: BlockQueue,
  guard: FloodGuard,
  place: string,
): CopyHandler {
  const packer = createRowPacker(columns);
  let hasHeader = false;
  return {
    submit: (connection) => connection.query(sql),
    handleCopyData({ chunk }) {
      guard.pass();
      const tuple = hasHeader ? chunk : withoutHeader(chunk);
      hasHeader = true;
      const row = tuple && onlyColumn(tuple);
      if (row && row.length > MAX_LINE_BYTES) {
        queue.end(faultOf('too large', place, 'a row of it is longer than 32 MiB: what comes after it was not read'));
      } else if (row) queue.push(packer.addBytes(row));
    },
    handleCommandComplete() {},
    handleReadyForQuery() {
      queue.push(packer.end());
      queue.end();
    },
    handleError(error) {
      queue.push(packer.end());
      queue.end(
        guard.tripped()
          ? faultOf('too large', place, 'a row of it is longer than 32 MiB: what comes after it was not read')
          : faultOfError(error, place),
      );
    },
  };
}

/** The header is a signature, flags and the length of an extension; the first row may follow in the same message. */
function withoutHeader(chunk: Uint8Array): Uint8Array | undefined {
  const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
  if (bytes.length < 19 || !bytes.subarray(0, 11).equals(SIGNATURE)) return undefined;
  return bytes.subarray(19 + bytes.readUInt32BE(15));
}

/** The one column of a tuple; nothing at the trailer, whose count of columns is -1. */
function onlyColumn(tuple: Uint8Array): Uint8Array | undefined {
  if (tuple.length < 6) return undefined;
  const bytes = Buffer.from(tuple.buffer, tuple.byteOffset, tuple.length);
  const length = bytes.readInt32BE(2);
  return bytes.readInt16BE(0) === 1 && length >= 0 ? bytes.subarray(6, 6 + length) : undefined;
}

/** pg's own connection is not in its types. */
function transportOf(client: pg.Client): Socket {
  return (client as unknown as { readonly connection: { readonly stream: Socket } }).connection.stream;
}

// ---- faults

/** https://www.postgresql.org/docs/current/errcodes-appendix.html; the message itself may quote values. */
const REASONS: Readonly<Record<string, readonly [SourceFault['code'], string]>> = {
  '28P01': ['refused', 'user or password is wrong: check both'],
  '28000': ['refused', 'the user may not enter from this address, or not without TLS'],
  '3D000': ['refused', 'there is no such database: check the name in the URL'],
  '42501': ['refused', 'the user has no right to read this: grant SELECT'],
  '42P01': ['broken', 'the table is gone'],
  '53300': ['refused', 'it has too many connections at the moment: try again later'],
  '53200': ['too large', 'the server has too little memory for this query'],
  '53100': ['too large', 'the disk of the server is too full for this query'],
  '54000': ['too large', 'a row is larger than the server can write as one text'],
  '55P03': ['timeout', 'the table is locked by somebody: try again later'],
  '57014': ['timeout', 'the query took longer than its limit, or somebody cancelled it'],
  '57P01': ['lost', 'the server was shut down, or somebody ended the connection'],
  '57P02': ['lost', 'the server has crashed'],
  '57P03': ['unreachable', 'the server is starting or stopping: try again later'],
};

function faultOfError(error: unknown, place: string): SourceFault {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  const reason = REASONS[code];
  if (reason) return faultOf(reason[0], place, `${reason[1]} (SQLSTATE ${code})`);
  if (/^[0-9A-Z]{5}$/.test(code) && /\d/.test(code)) {
    return faultOf('broken', place, `the server answered with SQLSTATE ${code}`);
  }
  const text = error instanceof Error ? error.message : '';
  if (/SASL|authentication/i.test(text))
    return faultOf('refused', place, 'it asks for a login in a way that is not known here');
  return faultOf('lost', place, 'the connection ended in the middle of an answer');
}
