// The audit log of MySQL Enterprise and of Percona Server (audit_log_filter) as JSON, an array of records; and that of Percona's older
// plugin, which writes `{"audit_record": …}` on a line.
import type { Fields } from '../events/event.ts';
import { isRecord } from '../events/json-fields.ts';
import { countOf, textOf } from './foreign.ts';
import { accountOf, placed } from './mysql-account.ts';
import { createMysqlAuditReader, type MysqlAuditRecord } from './mysql-audit-record.ts';
import type { Source } from './source.ts';

/** Records of what is told, with their names in the XML formats. Tables and parts of a statement are told by the statement's own. */
const NAMES: Readonly<Record<string, string>> = {
  'connection/connect': 'Connect',
  'connection/change_user': 'Change user',
  'connection/disconnect': 'Quit',
  'general/status': 'Query',
  'query/query_start': 'Query Start',
  'query/query_status_end': 'Query Status End',
  'audit/startup': 'Audit',
  'audit/shutdown': 'NoAudit',
  'audit/audit_log_startup': 'Audit',
  'audit/audit_log_shutdown': 'NoAudit',
};

export const mysqlAuditJson: Source = {
  name: 'mysql-audit-json',
  title: 'MySQL Enterprise and Percona Server, audit log as JSON',
  reference:
    'https://dev.mysql.com/doc/refman/8.4/en/audit-log-file-formats.html, https://docs.percona.com/percona-server/8.0/audit-log-filter-json.html',
  tells:
    "sign-ins and refused ones, statements, errors by code, the audit's own start and end; rows and bytes with query statistics",
  jsonKeys: ['class', 'audit_record'],
  open: (before) => {
    const { eventsOf, state } = createMysqlAuditReader('command', before);
    return {
      state,
      fromJson: (record) => {
        if (isRecord(record.audit_record)) return eventsOf(older(record.audit_record));
        const { class: kind, event, timestamp, id } = record;
        if (typeof kind !== 'string' || typeof timestamp !== 'string' || typeof id !== 'number') return undefined;
        const name = `${kind}/${typeof event === 'string' ? event : kind === 'audit' ? 'startup' : ''}`;
        const known = Object.hasOwn(NAMES, name) ? NAMES[name] : undefined;
        return known === undefined ? [] : eventsOf(newer(record, known));
      },
    };
  },
};

function newer(record: Fields, name: string): MysqlAuditRecord {
  const part = (key: string): Fields => (isRecord(record[key]) ? record[key] : {});
  const [account, login, connection] = [part('account'), part('login'), part('connection_data')];
  const general = { ...part('query_data'), ...part('general_data') };
  const statistics = part('query_statistics');
  const attributes = isRecord(connection.connection_attributes) ? connection.connection_attributes : {};
  const seconds = statistics.query_time;
  return {
    name: name === 'Query' ? commandOf(general.command) : name,
    time: textOf(record.timestamp),
    uid: `${String(record.server_id ?? '')} ${String(record.timestamp)} ${String(record.id)}`,
    session: idOf(record.connection_id),
    ...whoOf(textOf(login.user) ?? textOf(account.user), textOf(login.ip) ?? textOf(account.host)),
    client: textOf(attributes.program_name) ?? textOf(attributes._client_name),
    database: textOf(connection.db),
    status: countOf(connection.status ?? general.status),
    commandClass: textOf(general.sql_command),
    query: textOf(general.query),
    rowsReturned: countOf(statistics.rows_sent),
    rowsRead: countOf(statistics.rows_examined),
    bytesReturned: countOf(statistics.bytes_sent),
    durationMs: typeof seconds === 'number' ? Math.round(seconds * 1e6) / 1e3 : undefined,
  };
}

/** Commands that are no statement are told by records of their own. */
function commandOf(command: unknown): string {
  return command === undefined || command === 'Execute' || command === 'Query' ? 'Query' : '';
}

function older(record: Fields): MysqlAuditRecord {
  return {
    name: textOf(record.name) ?? '',
    time: textOf(record.timestamp),
    uid: textOf(record.record),
    session: idOf(record.connection_id),
    ...whoOf(textOf(record.user), textOf(record.ip) ?? textOf(record.host)),
    database: textOf(record.db),
    status: countOf(record.status),
    commandClass: textOf(record.command_class),
    query: textOf(record.sqltext),
  };
}

/** A user is written alone, or as `root[root] @ localhost [127.0.0.1]`. */
function whoOf(user: string | undefined, host: string | undefined) {
  return { ...placed(user, host), ...(user !== undefined && accountOf(user)) };
}

function idOf(value: unknown): string | undefined {
  return typeof value === 'number' ? String(value) : textOf(value);
}
