// The general query log of MySQL and MariaDB: a line for each command, with the number of its connection; who is at the connection stands
// in its first line only and is remembered. MariaDB and MySQL up to 5.6 write the time only where the second changed, in the server's
// zone. The log escapes nothing: a statement can hold lines that look like others', which the audit logs can not.
import type { Fields } from '../events/event.ts';
import { isRecord } from '../events/json-fields.ts';
import { authenticationEvent, type DatastoreActivity, datastoreEvent, type Told } from '../events/ocsf.ts';
import { instantOf } from '../events/times.ts';
import { textOf } from './foreign.ts';
import { type MysqlAccount, placed, shortTime } from './mysql-account.ts';
import { beginsDump, OF_DUMP } from './mysql-dump.ts';
import { MYSQL_HEADING } from './mysql-heading.ts';
import { createRecent } from './recent.ts';
import type { Source } from './source.ts';
import { sqlEvent } from './sql-access.ts';

const COMMANDS =
  'Sleep|Quit|Init DB|Query|Field List|Create DB|Drop DB|Refresh|Shutdown|Statistics|Processlist|Connect Out|Connect|Kill|Debug|Ping|Time|Delayed insert|Change user|Binlog Dump GTID|Binlog Dump|Table Dump|Register Slave|Register Replica|Prepare|Execute|Long Data|Close stmt|Reset stmt|Set option|Fetch|Daemon|Error|Bulk_execute|Reset connection|Clone|Slave worker|Slave IO|Slave SQL';
const LINE = new RegExp(
  `^(?:(?<short>\\d{6} [\\d ]\\d:\\d\\d:\\d\\d)|(?<long>\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,6})?(?:Z|[+-]\\d\\d:\\d\\d))|\\t)\\t *(?<id>\\d{1,20}) (?<command>${COMMANDS})(?:\\t(?<rest>[\\s\\S]*))?$`,
);
const DENIED = /^Access denied for user '(?<user>.{0,128}?)'@'(?<host>[^']{0,255})'/;
const CONNECTED = /^(?<user>.{0,128}?)@(?<host>\S{0,255})(?: as \S{1,300})? on (?<database>.{0,64}?)(?: using .*)?$/;

/** What commands other than statements do. Those that are left out touch no data. */
const ACTIVITIES: Readonly<Record<string, DatastoreActivity>> = {
  'Field List': 'list',
  Processlist: 'list',
  'Create DB': 'create',
  'Drop DB': 'delete',
  'Binlog Dump': 'read',
  'Binlog Dump GTID': 'read',
  'Table Dump': 'read',
  Clone: 'read',
  Shutdown: 'other',
  Kill: 'other',
};

/** What is known of a connection. */
export interface MysqlConnection extends MysqlAccount {
  readonly database?: string;
  /** When it was made, while the server has not let it in yet. */
  readonly pending?: number;
  readonly isDump?: true;
}

export const mysqlGeneral: Source = {
  name: 'mysql-general',
  title: 'MySQL and MariaDB, general query log',
  reference: 'https://dev.mysql.com/doc/refman/8.4/en/query-log.html, https://mariadb.com/kb/en/general-query-log/',
  tells:
    'connections, sign-ins (known by the first command) and refused ones, statements; not how they ended, no rows; statements can look like lines',
  open: (before) => {
    const kept = isRecord(before) ? before : {};
    const connections = createRecent<MysqlConnection>(kept.connections);
    let isHeading = false;
    let time = typeof kept.time === 'number' ? kept.time : undefined;
    return {
      state: () => ({ connections: connections.state(), ...(time !== undefined && { time }) }),
      begins: (line) => LINE.test(line) || MYSQL_HEADING.test(line),
      goesOn: (record, line, lines) => {
        // A record grows, and only its first line is looked at.
        if (lines === 1) isHeading = MYSQL_HEADING.test(record);
        return !isHeading && !LINE.test(line) && !MYSQL_HEADING.test(line);
      },
      fromText: (record) => {
        const groups = LINE.exec(record)?.groups;
        if (groups === undefined) return MYSQL_HEADING.test(record) ? [] : undefined;
        const { short, long, id = '', command = '', rest = '' } = groups;
        if (short !== undefined || long !== undefined) time = instantOf(long ?? shortTime(short ?? ''));
        const { connection, events } = mysqlCommandIn({ id, command, rest, time, before: connections.get(id) });
        if (connection === undefined) connections.delete(id);
        else connections.set(id, connection);
        return events;
      },
    };
  },
};

export interface MysqlCommand {
  readonly id: string;
  /** The log's own name for it, where it has one. */
  readonly uid?: string;
  /** As the log names it: `Query`, `Connect`, `Init DB`. */
  readonly command: string;
  readonly rest: string;
  readonly time: number | undefined;
  readonly before: MysqlConnection | undefined;
}

/** What becomes of a connection by a command, and what that tells. */
interface Outcome {
  readonly connection: MysqlConnection | undefined;
  readonly events: readonly Fields[];
}

export function mysqlCommandIn(line: MysqlCommand): Outcome {
  const { command, rest } = line;
  const denied = command === 'Query' || command === 'Execute' ? undefined : DENIED.exec(rest)?.groups;
  if (denied !== undefined) return refused(line, placed(denied.user, denied.host));
  if (command === 'Connect' || command === 'Change user') return connected(line);
  const { connection, events } = letIn(line);
  if (command === 'Quit') {
    return {
      connection: undefined,
      events: [...events, authenticationEvent({ ...toldOf(line, connection), activity: 'logoff' })],
    };
  }
  const next = gone(line, connection);
  return { connection: next, events: [...events, ...ran(line, next)] };
}

/** What a command makes of its connection. */
function gone({ command, rest }: MysqlCommand, connection: MysqlConnection | undefined): MysqlConnection | undefined {
  if (command === 'Init DB') return { ...connection, database: rest };
  return command === 'Query' && beginsDump(rest) ? { ...connection, isDump: true } : connection;
}

function toldOf({ id, uid, time }: MysqlCommand, connection: MysqlConnection | undefined): Told {
  const { user, ip, hostname, isDump } = connection ?? {};
  const also = isDump === true ? OF_DUMP : undefined;
  return {
    time,
    uid,
    also,
    product: 'mysql',
    service: 'general',
    category: 'database',
    session: id,
    user,
    ip,
    hostname,
  };
}

function connected(line: MysqlCommand): Outcome {
  const groups = CONNECTED.exec(line.rest.slice(0, 1024))?.groups;
  const database = textOf(groups?.database);
  const connection: MysqlConnection = {
    ...placed(groups?.user, groups?.host),
    ...(database !== undefined && { database }),
    ...(line.time !== undefined && { pending: line.time }),
  };
  const told = toldOf(line, connection);
  return { connection, events: [datastoreEvent({ ...told, activity: 'connect', kind: 'relational', database })] };
}

function refused(line: MysqlCommand, account: MysqlAccount): Outcome {
  // At a connection that was let in it is one command that is refused.
  const isAtDoor = line.before === undefined || line.before.pending !== undefined || line.command === 'Change user';
  const told: Told = { ...toldOf(line, { ...line.before, ...account }), outcome: 'failure' };
  if (isAtDoor) return { connection: undefined, events: [authenticationEvent({ ...told, activity: 'logon' })] };
  return {
    connection: line.before,
    events: [datastoreEvent({ ...told, activity: 'other', kind: 'relational', command: line.command })],
  };
}

/** The first command shows that the server let the connection in. */
function letIn(line: MysqlCommand): Outcome {
  const { pending, ...connection } = line.before ?? {};
  if (pending === undefined) return { connection, events: [] };
  const uid = line.uid === undefined ? undefined : `${line.uid} sign-in`;
  const told = { ...toldOf(line, connection), uid, time: pending, outcome: 'success' } as const;
  return { connection, events: [authenticationEvent({ ...told, activity: 'logon' })] };
}

function ran(line: MysqlCommand, connection: MysqlConnection | undefined): readonly Fields[] {
  const { command, rest } = line;
  const database = connection?.database;
  const told = { ...toldOf(line, connection), database };
  if (command === 'Query' || command === 'Execute') return [sqlEvent({ ...told, query: rest }, 'mysql')];
  const activity = ACTIVITIES[command];
  if (activity === undefined) return [];
  const isOfDatabase = command === 'Create DB' || command === 'Drop DB';
  const table = command === 'Field List' ? textOf(rest.trim().split(/\s/)[0]) : undefined;
  return [
    datastoreEvent({
      ...told,
      activity,
      kind: 'relational',
      command,
      table,
      ...(isOfDatabase && { database: textOf(rest) }),
    }),
  ];
}
