// ClickHouse's `system.session_log` as rows of JSONEachRow: sign-ins and sign-offs, which the query log does not tell.
import type { Fields } from '../events/event.ts';
import { authenticationEvent } from '../events/ocsf.ts';
import { instantOf } from '../events/times.ts';
import { placeOf, portOf, textOf } from './foreign.ts';
import type { Source } from './source.ts';

const TYPES = ['LoginFailure', 'LoginSuccess', 'Logout'] as const;

export const clickhouseSessionLog: Source = {
  name: 'clickhouse-session-log',
  title: 'ClickHouse, system.session_log as JSONEachRow',
  reference: 'https://clickhouse.com/docs/operations/system-tables/session_log',
  tells: 'sign-ins, refused ones and sign-offs',
  jsonKeys: ['auth_id'],
  open: () => ({
    fromJson: (row) => {
      const type = TYPES.find((one, number) => row.type === one || row.type === number);
      if (type === undefined || typeof row.auth_id !== 'string' || !('client_address' in row)) return undefined;
      return [eventOf(row, type)];
    },
  }),
};

function eventOf(row: Fields, type: (typeof TYPES)[number]): Fields {
  const session = textOf(row.auth_id);
  return authenticationEvent({
    time: instantOf(row.event_time_microseconds ?? row.event_time),
    product: 'clickhouse',
    service: 'session_log',
    category: 'database',
    uid: session && `${session} ${type}`,
    activity: type === 'Logout' ? 'logoff' : 'logon',
    outcome: type === 'LoginFailure' ? 'failure' : type === 'LoginSuccess' ? 'success' : 'unknown',
    user: textOf(row.user),
    session,
    protocol: textOf(row.auth_type),
    client: textOf(row.client_name),
    ...placeOf(row.client_address),
    port: portOf(row.client_port),
    store: textOf(row.hostname),
  });
}
