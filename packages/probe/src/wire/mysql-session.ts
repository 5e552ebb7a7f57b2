// A session at a MySQL server over a line that is open: greeting, TLS where it is offered, login, queries.
// https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_connection_phase.html
import { Ended, type Exchange, type Line } from '../line.ts';
import {
  isEof,
  isOkOfLogin,
  type MysqlError,
  type MysqlGreeting,
  mysqlLogin,
  mysqlPacket,
  mysqlPacketOf,
  mysqlPackets,
  mysqlQuery,
  mysqlQuit,
  mysqlTlsRequest,
  noPassword,
  offersTls,
  readAuthSwitch,
  readColumnCount,
  readGreeting,
  readMysqlError,
  readMysqlRow,
  speaks41,
} from './mysql.ts';

export interface MysqlSession {
  readonly type: 'session';
  readonly line: Line;
  readonly greeting: MysqlGreeting;
  /** The exchange that let us in. */
  readonly entry: Exchange;
  /** Why an answer did not come whole: what comes after it cannot be told from the answer to the next question. */
  broken?: Ended;
}

/** Why there is no session. An error without a greeting came in its place. */
export type MysqlRefusal =
  | { readonly type: 'error'; readonly error: MysqlError; readonly greeting: MysqlGreeting | undefined }
  | {
      readonly type: 'ended';
      readonly during: 'greeting' | 'tls' | 'login';
      readonly greeting: MysqlGreeting | undefined;
    };

export type MysqlRows = readonly (readonly (string | undefined)[])[];
export type MysqlAsked = MysqlRows | MysqlError | Ended;

/** How long the answer to a query is waited for. */
const ANSWER_MS = 4500;

/** No question of ours has a longer answer; a server that goes on and on would fill the memory of the scanner. */
const MAX_ROWS = 100_000;

/** A login takes a switch of plugin and a word of it; a server that asks on and on gets no further answer. */
const MAX_TURNS = 6;

/**
 * Logs in as `user` with no password, to the end: a client that hangs up before is counted against its host, and after
 * `max_connect_errors` of them the server refuses that host.
 *
 * @param secure - go on under TLS where the server offers it
 */
export async function mysqlEnter(line: Line, user: string, secure: boolean): Promise<MysqlSession | MysqlRefusal> {
  const first = await line.receive(mysqlPacket);
  if (first instanceof Ended) return { type: 'ended', during: 'greeting', greeting: undefined };
  const greeting = readGreeting(first.payload);
  const error = readMysqlError(first.payload);
  if (error) return { type: 'error', error, greeting: undefined };
  if (!greeting || !speaks41(greeting)) return { type: 'ended', during: 'greeting', greeting };
  const tls = secure && !line.tls && offersTls(greeting);
  if (tls) {
    line.send(mysqlTlsRequest(greeting));
    if (await line.startTls()) return { type: 'ended', during: 'tls', greeting };
  }
  line.send(mysqlLogin(greeting, user, tls));
  return finishLogin(line, greeting);
}

/** Answers what the server asks with no password, until it says yes or no. */
async function finishLogin(line: Line, greeting: MysqlGreeting): Promise<MysqlSession | MysqlRefusal> {
  for (let turn = 0; turn < MAX_TURNS; turn += 1) {
    const packet = await line.receive(mysqlPacket);
    if (packet instanceof Ended) break;
    const { payload, sequence } = packet;
    const error = readMysqlError(payload);
    if (error) return { type: 'error', error, greeting };
    if (isOkOfLogin(payload)) return { type: 'session', line, greeting, entry: line.exchange() };
    if (payload[0] === 0xfe) line.send(mysqlPacketOf(sequence + 1, noPassword(readAuthSwitch(payload))));
    // caching_sha2_password: 3 says that the answer was right, and OK follows; to anything else the empty text is given.
    else if (payload[0] === 0x01 && payload[1] !== 3) line.send(mysqlPacketOf(sequence + 1, Uint8Array.of(0)));
    else if (payload[0] !== 0x01) break;
  }
  return { type: 'ended', during: 'login', greeting };
}

/** Asks one question, and reads its rows as texts. */
export async function mysqlAsk(session: MysqlSession, sql: string): Promise<MysqlAsked> {
  if (session.broken) return session.broken;
  const set = new ResultSet();
  session.line.send(mysqlQuery(sql));
  for (;;) {
    const packets = await session.line.receive(mysqlPackets, { withinMs: ANSWER_MS });
    const outcome = packets instanceof Ended ? packets : set.take(packets.map((packet) => packet.payload));
    if (outcome instanceof Ended) session.broken = outcome;
    if (outcome) return outcome;
  }
}

export function mysqlLeave({ line }: MysqlSession): void {
  line.send(mysqlQuit());
  line.close();
}

export function isMysqlRows(asked: MysqlAsked | undefined): asked is MysqlRows {
  return Array.isArray(asked);
}

export function isMysqlError(asked: MysqlAsked): asked is MysqlError {
  return !isMysqlRows(asked) && !(asked instanceof Ended);
}

/** A text result set while it comes: the number of columns, so many definitions, EOF, rows, EOF. */
class ResultSet {
  readonly #rows: (string | undefined)[][] = [];
  #columns: number | undefined;
  #definitions = 0;

  take(payloads: readonly Uint8Array[]): MysqlAsked | undefined {
    for (const payload of payloads) {
      const outcome = this.#takeOne(payload);
      if (outcome) return outcome;
    }
    return undefined;
  }

  #takeOne(payload: Uint8Array): MysqlAsked | undefined {
    const error = payload[0] === 0xff ? readMysqlError(payload) : undefined;
    if (error) return error;
    if (this.#columns === undefined) return this.#takeHead(payload);
    if (this.#definitions <= this.#columns) {
      // The definitions, and the EOF after them.
      this.#definitions += 1;
      return undefined;
    }
    if (isEof(payload)) return this.#rows;
    const row = readMysqlRow(payload, this.#columns);
    if (row) this.#rows.push(row);
    if (this.#rows.length > MAX_ROWS) return new Ended('over-budget', 'read');
    return row ? undefined : new Ended('foreign', 'read');
  }

  /** OK, or a number of columns. A server that asks for a file of the client (0xfb) gets none. */
  #takeHead(payload: Uint8Array): MysqlAsked | undefined {
    if (payload[0] === 0x00) return [];
    this.#columns = readColumnCount(payload);
    return this.#columns === undefined ? new Ended('foreign', 'read') : undefined;
  }
}
