// A session at a PostgreSQL server over a line that is open: from the startup message to ReadyForQuery, then simple
// queries. https://www.postgresql.org/docs/current/protocol-flow.html
import { Ended, type Exchange, type Line } from '../line.ts';
import { type PgError, pgMessages, pgQuery, pgStartup, pgTerminate } from './postgresql.ts';

export interface PgSession {
  readonly type: 'session';
  readonly line: Line;
  /** What the server tells of itself, as far as it is of use. */
  readonly parameters: ReadonlyMap<string, string>;
  /** The exchange that let us in. */
  readonly entry: Exchange;
  /** Why an answer did not come whole: what comes after it cannot be told from the answer to the next question. */
  broken?: Ended;
}

/** Why there is no session. */
export type PgRefusal =
  /** Something is to be proven: by a password in clear text (3), hashed (5), by SASL (10), by a ticket (7). */
  | { readonly type: 'password'; readonly method: number; readonly entry: Exchange }
  /** `admitted`: the error came after the client had been declared authenticated. */
  | { readonly type: 'error'; readonly error: PgError; readonly admitted: boolean; readonly entry: Exchange }
  | { readonly type: 'ended' };

export type PgRows = readonly (readonly (string | undefined)[])[];
export type PgAsked = PgRows | PgError | Ended;

const PARAMETERS = ['server_version', 'is_superuser', 'default_transaction_read_only', 'in_hot_standby'];

/** How long a query may take, there and on the way. */
export const STATEMENT_MS = 4000;
const ANSWER_MS = STATEMENT_MS + 500;

/** No question of ours has a longer answer; a server that goes on and on would fill the memory of the scanner. */
const MAX_ROWS = 100_000;

/** Sends the startup message, and reads until the server is ready, refuses, or wants to see a password. */
export async function pgStart(line: Line, startup: Readonly<Record<string, string>>): Promise<PgSession | PgRefusal> {
  const parameters = new Map<string, string>();
  let admitted = false;
  line.send(pgStartup(startup));
  for (;;) {
    const messages = await line.receive(pgMessages);
    if (messages instanceof Ended) return { type: 'ended' };
    const entry = line.exchange();
    for (const message of messages) {
      if (message.type === 'authentication' && message.method !== 0) {
        return { type: 'password', method: message.method, entry };
      }
      if (message.type === 'authentication') admitted = true;
      if (message.type === 'error') return { type: 'error', error: message, admitted, entry };
      if (message.type === 'parameter' && PARAMETERS.includes(message.name))
        parameters.set(message.name, message.value);
      if (message.type === 'ready' && admitted) return { type: 'session', line, parameters, entry };
    }
  }
}

/**
 * Asks one question. Where the server does not say that the session is read-only, the question is put in a read-only
 * transaction of its own; that holds through a pooler too, and leaves nothing behind in the pooled session.
 */
export async function pgAsk(session: PgSession, sql: string): Promise<PgAsked> {
  if (session.parameters.get('default_transaction_read_only') === 'on') return fetchRows(session, sql);
  const guarded = `BEGIN READ ONLY; SET LOCAL statement_timeout = ${STATEMENT_MS}; ${sql}; COMMIT`;
  const asked = await fetchRows(session, guarded);
  if (isPgError(asked)) await fetchRows(session, 'ROLLBACK');
  return asked;
}

export function pgLeave({ line }: PgSession): void {
  line.send(pgTerminate());
  line.close();
}

export function isPgRows(asked: PgAsked | undefined): asked is PgRows {
  return Array.isArray(asked);
}

export function isPgError(asked: PgAsked): asked is PgError {
  return !isPgRows(asked) && !(asked instanceof Ended);
}

async function fetchRows(session: PgSession, sql: string): Promise<PgAsked> {
  if (session.broken) return session.broken;
  const rows: (readonly (string | undefined)[])[] = [];
  let error: PgError | undefined;
  session.line.send(pgQuery(sql));
  while (rows.length <= MAX_ROWS) {
    const messages = await session.line.receive(pgMessages, { withinMs: ANSWER_MS });
    if (messages instanceof Ended) {
      session.broken = messages;
      return error ?? messages;
    }
    for (const message of messages) {
      if (message.type === 'row') rows.push(message.cells);
      else if (message.type === 'error') error ??= message;
      else if (message.type === 'ready') return error ?? rows;
    }
  }
  session.broken = new Ended('over-budget', 'read');
  return session.broken;
}
