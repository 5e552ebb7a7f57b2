// A command of MongoDB as an event: what it does is told by its name, the collection by its namespace. The command itself holds values and is
// kept as `query` alone.
import type { Fields } from '../events/event.ts';
import { isRecord } from '../events/json-fields.ts';
import { type DatastoreActivity, type DatastoreTold, datastoreEvent } from '../events/ocsf.ts';
import { instantOf } from '../events/times.ts';
import { textOf } from './foreign.ts';

/** https://www.mongodb.com/docs/manual/reference/command/; `op` of the profiler and `atype` of the audit are among them. */
const COMMANDS: Readonly<Partial<Record<DatastoreActivity, string>>> = {
  read: 'find query getMore getmore aggregate count distinct mapReduce findOne copydb clone cloneCollection',
  write: 'insert bulkWrite importCollection',
  update:
    'update findAndModify findandmodify renameCollection collMod createUser updateUser dropUser dropAllUsersFromDatabase createRole updateRole dropRole dropAllRolesFromDatabase grantRolesToUser revokeRolesFromUser grantRolesToRole revokeRolesFromRole grantPrivilegesToRole revokePrivilegesFromRole directAuthMutation',
  delete: 'delete remove drop dropDatabase dropCollection dropIndex dropIndexes',
  create: 'create createCollection createDatabase createIndex createIndexes',
  list: 'listCollections listDatabases listIndexes listCommands listSearchIndexes dbStats dbstats collStats collstats serverStatus connectionStatus usersInfo rolesInfo hostInfo buildInfo buildinfo getParameter getCmdLineOpts getLog currentOp top validate dbHash dbhash explain getClusterParameter',
};
const ACTIVITIES = new Map<string, DatastoreActivity>(
  Object.entries(COMMANDS).flatMap(([activity, names]) =>
    names.split(' ').map((name) => [name, activity as DatastoreActivity] as const),
  ),
);
/** How drivers and members of a set keep in touch; nobody's access. */
const CHATTER: ReadonlySet<string> = new Set(
  'hello isMaster ismaster ping endSessions refreshSessions killCursors saslStart saslContinue authenticate replSetHeartbeat replSetUpdatePosition _isSelf'.split(
    ' ',
  ),
);

export type MongodbTold = Omit<DatastoreTold, 'activity' | 'kind' | 'product' | 'category' | 'database' | 'table'> & {
  /** `shop.customers`; of commands about a database `shop.$cmd`, or its name alone. */
  readonly namespace?: string | undefined;
};

/** @returns undefined where the command is nobody's access */
export function mongodbEvent({ namespace, ...told }: MongodbTold): Fields | undefined {
  const { command } = told;
  if (command !== undefined && CHATTER.has(command)) return undefined;
  const [database, collection] = splitNamespace(namespace);
  return datastoreEvent({
    ...told,
    product: 'mongodb',
    category: 'database',
    kind: 'nosql',
    activity: activityOf(command),
    database,
    table: collection,
  });
}

function activityOf(command: string | undefined): DatastoreActivity {
  return (command !== undefined && ACTIVITIES.get(command)) || 'other';
}

function splitNamespace(namespace: string | undefined): readonly [string | undefined, string | undefined] {
  if (namespace === undefined) return [undefined, undefined];
  const dot = namespace.indexOf('.');
  const [database, collection] = dot < 0 ? [namespace, ''] : [namespace.slice(0, dot), namespace.slice(dot + 1)];
  return [textOf(database), collection.startsWith('$cmd') ? undefined : textOf(collection)];
}

/** A command as it was sent: its first key is its name. */
export function commandIn(value: unknown): { readonly command?: string; readonly query?: string } {
  if (!isRecord(value)) return {};
  const [name] = Object.keys(value);
  // Drivers before version 3.6 wrap it.
  const inner = name === 'q' || name === '$query' ? undefined : name;
  return { ...(inner !== undefined && inner !== '$truncated' && { command: inner }), query: JSON.stringify(value) };
}

/** `{"$date": "2026-…Z"}`, `{"$date": {"$numberLong": "…"}}`, and what shells write without a wrapper. */
export function mongodbInstant(value: unknown): number | undefined {
  const written = isRecord(value) ? value.$date : value;
  return instantOf(isRecord(written) ? written.$numberLong : written);
}
