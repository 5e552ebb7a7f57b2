// The audit log of MariaDB (plugin server_audit), lines of a file: time, server, user, host, connection, query, operation, database,
// object, code. A query stands in single quotes with escapes; nothing else is quoted.
import type { Fields } from '../events/event.ts';
import { isRecord } from '../events/json-fields.ts';
import { authenticationEvent, type DatastoreActivity, datastoreEvent, type Told } from '../events/ocsf.ts';
import { instantOf } from '../events/times.ts';
import { countOf, textOf } from './foreign.ts';
import { placed } from './mysql-account.ts';
import { beginsDump, OF_DUMP } from './mysql-dump.ts';
import { createRecent, type Recent } from './recent.ts';
import type { Source } from './source.ts';
import { sqlEvent } from './sql-access.ts';

const LINE =
  /^(?<time>\d{8} \d\d:\d\d:\d\d),(?<server>[^,]{0,255}),(?<user>.{0,128}?),(?<host>[^,]{0,255}),(?<id>\d{1,20}),(?<query>\d{1,20}),(?<operation>CONNECT|DISCONNECT|FAILED_CONNECT|PROXY_CONNECT|QUERY|QUERY_DDL|QUERY_DML|QUERY_DML_NO_SELECT|QUERY_DCL|READ|WRITE|CREATE|ALTER|RENAME|DROP),(?<rest>[\s\S]*)$/;
const TABLES: Readonly<Record<string, DatastoreActivity>> = {
  READ: 'read',
  WRITE: 'write',
  CREATE: 'create',
  ALTER: 'update',
  RENAME: 'update',
  DROP: 'delete',
};
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0', Z: '\x1a' };

export const mariadbServerAudit: Source = {
  name: 'mariadb-server-audit',
  title: 'MariaDB, audit log (server_audit)',
  reference: 'https://mariadb.com/kb/en/mariadb-audit-plugin-log-format/',
  tells: 'sign-ins and refused ones, statements, errors by code; no rows',
  open: (before) => {
    // Where queries are logged, the tables of each are told by the query; where they are not, by the tables' own lines.
    let hasQueries = isRecord(before) && before.hasQueries === true;
    const dumps = createRecent<true>(isRecord(before) ? before.dumps : undefined);
    return {
      state: () => ({ hasQueries, dumps: dumps.state() }),
      fromText: (line) => {
        const groups = LINE.exec(line)?.groups;
        if (groups === undefined) return undefined;
        const { operation = '', rest = '' } = groups;
        const told = toldOf(groups);
        if (operation.startsWith('QUERY')) {
          hasQueries = true;
          return queried(told, rest, dumps);
        }
        // Numbers of connections come again.
        if (operation === 'CONNECT' || operation === 'DISCONNECT') dumps.delete(groups.id ?? '');
        const [database, object, code] = rest.split(',', 3);
        const activity = Object.hasOwn(TABLES, operation) ? TABLES[operation] : undefined;
        if (activity === undefined) return [sessionEvent(told, operation, code)];
        if (hasQueries) return [];
        const table = textOf(object);
        return [datastoreEvent({ ...told, activity, kind: 'relational', database: textOf(database), table })];
      },
    };
  },
};

function toldOf({ time = '', server, user, host, id }: Readonly<Record<string, string>>): Told {
  return {
    time: instantOf(time.replace(/^(\d{4})(\d\d)(\d\d)/, '$1-$2-$3')),
    product: 'mariadb',
    service: 'server_audit',
    category: 'database',
    store: textOf(server),
    session: textOf(id),
    ...placed(user, host),
  };
}

function sessionEvent(told: Told, operation: string, code: string | undefined): Fields {
  if (operation === 'DISCONNECT') return authenticationEvent({ ...told, activity: 'logoff' });
  return authenticationEvent({ ...told, activity: 'logon', ...ended(code) });
}

function queried(told: Told, rest: string, dumps: Recent<true>): readonly Fields[] | undefined {
  const open = rest.indexOf(",'");
  const close = rest.lastIndexOf("',");
  if (open < 0 || close < open + 2) return undefined;
  const query = rest.slice(open + 2, close).replace(/\\(.)/gs, (_, sign: string) => ESCAPES[sign] ?? sign);
  const session = told.session ?? '';
  if (beginsDump(query)) dumps.set(session, true);
  const also = dumps.get(session) === true ? OF_DUMP : undefined;
  return [
    sqlEvent({ ...told, also, ...ended(rest.slice(close + 2)), database: textOf(rest.slice(0, open)), query }, 'mysql'),
  ];
}

function ended(code: string | undefined): Pick<Told, 'outcome' | 'errorCode'> {
  const error = countOf(code?.split(',')[0]);
  if (error === undefined) return { outcome: 'unknown' };
  return error === 0 ? { outcome: 'success' } : { outcome: 'failure', errorCode: error };
}
