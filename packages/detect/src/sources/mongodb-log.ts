// The log of mongod and mongos from version 4.4 on, a line of JSON each (before, it was text): connections, sign-ins and slow queries. Whose a
// query is does not stand in it; that of the connection's sign-in is remembered.
import type { Fields } from '../events/event.ts';
import { isRecord } from '../events/json-fields.ts';
import { authenticationEvent, datastoreEvent, present, type Told } from '../events/ocsf.ts';
import { countOf, placeOf, textOf } from './foreign.ts';
import { commandIn, mongodbEvent, mongodbInstant } from './mongodb-command.ts';
import { createRecent, type Recent } from './recent.ts';
import type { Source } from './source.ts';

/** Numbers of messages, which stay the same where their words change (src/mongo/logv2). */
const CONNECTION_ACCEPTED = 22943;
const CONNECTION_ENDED = 22944;
const CLIENT_METADATA = 51800;
const SLOW_QUERY = 51803;
const AUTHENTICATED: ReadonlySet<number> = new Set([20250, 5286306]);
const NOT_AUTHENTICATED: ReadonlySet<number> = new Set([20249, 5286307]);

interface Connection {
  readonly user?: string;
  readonly client?: string;
  readonly remote?: string;
}

export const mongodbLog: Source = {
  name: 'mongodb-log',
  title: 'MongoDB, log of mongod and mongos (from 4.4 on)',
  reference: 'https://www.mongodb.com/docs/manual/reference/log-messages/',
  tells: 'connections, sign-ins and refused ones, slow commands with rows and bytes',
  jsonKeys: ['ctx'],
  open: (before) => {
    const connections = createRecent<Connection>(isRecord(before) ? before.connections : undefined);
    return {
      state: () => ({ connections: connections.state() }),
      fromJson: (record) => {
        const { t, c, id, ctx, msg, attr } = record;
        if (!isRecord(t) || typeof c !== 'string' || typeof id !== 'number' || typeof msg !== 'string')
          return undefined;
        // What has no connection is the server's own.
        if (typeof ctx !== 'string') return undefined;
        const event = eventOf(record, id, isRecord(attr) ? attr : {}, connections);
        return event === undefined ? [] : [event];
      },
    };
  },
};

function eventOf(record: Fields, id: number, attr: Fields, connections: Recent<Connection>): Fields | undefined {
  // Messages of the listener about a connection name it by its number.
  const number = countOf(attr.connectionId);
  const isListener = record.ctx === 'listener' && number !== undefined;
  const session = isListener ? `conn${number}` : textOf(record.ctx);
  if (session === undefined || !session.startsWith('conn')) return undefined;
  const remember = (more: Connection) => connections.set(session, { ...connections.get(session), ...more });
  const told = toldOf(record, attr, session, connections.get(session));
  if (id === CONNECTION_ACCEPTED) {
    connections.delete(session);
    remember(present({ remote: textOf(attr.remote) }));
    return datastoreEvent({ ...told, activity: 'connect', kind: 'nosql' });
  }
  if (id === CONNECTION_ENDED) connections.delete(session);
  if (id === CLIENT_METADATA) remember(present({ client: clientIn(attr.doc), remote: textOf(attr.remote) }));
  if (AUTHENTICATED.has(id) || NOT_AUTHENTICATED.has(id)) {
    const user = textOf(attr.principalName) ?? textOf(attr.user);
    const isLetIn = AUTHENTICATED.has(id);
    if (isLetIn) remember(present({ user, remote: textOf(attr.remote) ?? textOf(attr.client) }));
    const protocol = textOf(attr.mechanism);
    const errorCode = isLetIn ? undefined : countOf(attr.result);
    const outcome = isLetIn ? 'success' : 'failure';
    return authenticationEvent({ ...told, user, protocol, errorCode, outcome, activity: 'logon' });
  }
  return id === SLOW_QUERY ? slowQuery(attr, told) : undefined;
}

function toldOf(record: Fields, attr: Fields, session: string, known: Connection = {}): Told {
  const remote =
    textOf(attr.remote) ?? (typeof attr.client === 'string' && /:\d+$/.test(attr.client) ? attr.client : undefined);
  return {
    time: mongodbInstant(record.t),
    product: 'mongodb',
    service: 'mongod',
    category: 'database',
    user: known.user,
    session,
    client: textOf(attr.appName) ?? known.client,
    ...placeOf(remote ?? known.remote),
  };
}

function slowQuery(attr: Fields, told: Told): Fields | undefined {
  const { command, query } = commandIn(attr.command);
  const error = countOf(attr.errCode);
  const isFailed = error !== undefined || attr.errName !== undefined || countOf(attr.ok) === 0;
  const type = textOf(attr.type);
  return mongodbEvent({
    ...told,
    outcome: isFailed ? 'failure' : 'success',
    errorCode: error,
    durationMs: countOf(attr.durationMillis),
    namespace: textOf(attr.ns),
    // Of an update or a removal the command is its parts.
    command: type === undefined || type === 'command' ? command : type,
    query,
    rowsRead: countOf(attr.docsExamined),
    rowsReturned: countOf(attr.nreturned),
    rowsWritten: countOf(attr.ninserted ?? attr.nModified ?? attr.ndeleted),
    bytesReturned: countOf(attr.reslen),
  });
}

function clientIn(doc: unknown): string | undefined {
  const { application, driver } = isRecord(doc) ? doc : {};
  return (
    (isRecord(application) ? textOf(application.name) : undefined) ??
    (isRecord(driver) ? textOf(driver.name) : undefined)
  );
}
