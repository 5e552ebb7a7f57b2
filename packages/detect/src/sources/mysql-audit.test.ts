// Records of the documentation: MySQL (https://dev.mysql.com/doc/refman/8.4/en/audit-log-file-formats.html) and Percona Server
// (https://docs.percona.com/percona-server/8.4/audit-log-filter-formats.html), with statements and clients of our own in them.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertSilent, assertUnbreakable, eventsIn, partOf } from '../../testing/log-samples.ts';
import type { Fields } from '../events/event.ts';

const who = {
  account: { user: 'app', host: 'localhost' },
  login: { user: 'app', os: '', ip: '10.1.2.3', proxy: '' },
};
const QUERY = "SELECT c FROM people WHERE name = 'Ada'";
const MYSQL = [
  { timestamp: '2026-04-03 10:43:52', id: 0, class: 'audit', event: 'startup', connection_id: 0, ...who },
  {
    timestamp: '2026-04-03 10:43:53',
    id: 1,
    class: 'connection',
    event: 'connect',
    connection_id: 39,
    ...who,
    connection_data: {
      connection_type: 'tcp/ip',
      status: 0,
      db: 'shop',
      connection_attributes: { _pid: '824388', _client_name: 'libmysql', program_name: 'mysqldump' },
    },
  },
  {
    timestamp: '2026-04-03 10:43:53',
    id: 9,
    class: 'table_access',
    event: 'read',
    connection_id: 39,
    ...who,
    table_access_data: { db: 'shop', table: 'people', query: QUERY, sql_command: 'select' },
  },
  {
    timestamp: '2026-04-03 10:43:53',
    id: 11,
    class: 'general',
    event: 'status',
    connection_id: 39,
    ...who,
    general_data: { command: 'Query', sql_command: 'select', query: QUERY, status: 0 },
    query_statistics: {
      query_time: 0.116,
      bytes_sent: 18384,
      bytes_received: 78858,
      rows_sent: 3,
      rows_examined: 20878,
    },
  },
  {
    timestamp: '2026-04-03 10:43:54',
    id: 0,
    class: 'connection',
    event: 'connect',
    connection_id: 40,
    ...who,
    connection_data: { connection_type: 'ssl', status: 1045, db: 'shop' },
  },
  { timestamp: '2026-04-03 10:43:55', id: 0, class: 'connection', event: 'disconnect', connection_id: 39, ...who },
  { timestamp: '2026-04-03 10:43:56', id: 0, class: 'audit', event: 'shutdown', server_id: 1 },
];
const OLDER = {
  audit_record: {
    name: 'Query',
    record: '4_2026-04-03T10:43:52',
    timestamp: '2026-04-03T10:43:53 UTC',
    command_class: 'select',
    connection_id: '39',
    status: 0,
    sqltext: QUERY,
    user: 'app[app] @ localhost [10.1.2.3]',
    host: 'localhost',
    os_user: '',
    ip: '10.1.2.3',
    db: 'shop',
  },
};
const NEW_XML = `<?xml version="1.0" encoding="utf-8"?>
<AUDIT>
 <AUDIT_RECORD>
  <TIMESTAMP>2019-10-03T14:09:38 UTC</TIMESTAMP>
  <RECORD_ID>2_2019-10-03T14:06:33</RECORD_ID>
  <NAME>Connect</NAME>
  <CONNECTION_ID>5</CONNECTION_ID>
  <STATUS>0</STATUS>
  <STATUS_CODE>0</STATUS_CODE>
  <USER>app</USER>
  <OS_LOGIN/>
  <HOST>localhost</HOST>
  <IP>10.1.2.3</IP>
  <COMMAND_CLASS>connect</COMMAND_CLASS>
  <CONNECTION_TYPE>SSL/TLS</CONNECTION_TYPE>
  <PRIV_USER>app</PRIV_USER>
  <PROXY_USER/>
  <DB>shop</DB>
 </AUDIT_RECORD>
 <AUDIT_RECORD>
  <TIMESTAMP>2019-10-03T14:09:38 UTC</TIMESTAMP>
  <RECORD_ID>6_2019-10-03T14:06:33</RECORD_ID>
  <NAME>Query</NAME>
  <CONNECTION_ID>5</CONNECTION_ID>
  <STATUS>0</STATUS>
  <STATUS_CODE>0</STATUS_CODE>
  <USER>app[app] @ localhost [10.1.2.3]</USER>
  <OS_LOGIN/>
  <HOST>localhost</HOST>
  <IP>10.1.2.3</IP>
  <COMMAND_CLASS>select</COMMAND_CLASS>
  <SQLTEXT>SELECT c FROM people
WHERE name = &quot;Ada&quot; AND id &lt; 7</SQLTEXT>
 </AUDIT_RECORD>
</AUDIT>`.split('\n');
const PERCONA_XML = `<?xml version="1.0" encoding="utf-8"?>
<AUDIT>
  <AUDIT_RECORD
    NAME="Connect"
    RECORD_ID="0_2023-03-29T11:15:52"
    TIMESTAMP="2023-03-29T11:15:52"
    CONNECTION_ID="11"
    USER="app"
    HOST="localhost"
    IP="10.1.2.3"
    DB="shop"
    STATUS="1045"/>
  <AUDIT_RECORD
    NAME="Connect"
    RECORD_ID="1_2023-03-29T11:15:52"
    TIMESTAMP="2023-03-29T11:15:52"
    CONNECTION_ID="12"
    USER="app"
    HOST="localhost"
    IP="10.1.2.3"
    DB="shop"
    STATUS="0"/>
  <AUDIT_RECORD
    NAME="Query Start"
    RECORD_ID="3_2023-03-29T11:15:53"
    TIMESTAMP="2023-03-29T11:15:53"
    STATUS="0"
    CONNECTION_ID="12"
    COMMAND_CLASS="create_table"
    SQLTEXT="CREATE TABLE t1 (c1 INT)"/>
  <AUDIT_RECORD
    NAME="Query Status End"
    RECORD_ID="4_2023-03-29T11:15:53"
    TIMESTAMP="2023-03-29T11:15:53"
    STATUS="0"
    CONNECTION_ID="12"
    COMMAND_CLASS="create_table"
    SQLTEXT="CREATE TABLE t1 (c1 INT)"/>
  <AUDIT_RECORD
    NAME="Query"
    RECORD_ID="5_2023-03-29T11:15:53"
    TIMESTAMP="2023-03-29T11:15:53"
    COMMAND_CLASS="create_table"
    CONNECTION_ID="12"
    HOST="localhost"
    IP=""
    USER="app[app] @ localhost []"
    OS_LOGIN=""
    SQLTEXT="CREATE TABLE t1 (c1 INT)"
    STATUS="0"/>
</AUDIT>`.split('\n');

const types = (events: readonly Fields[]) => events.map(({ type_uid: type, status_id: status }) => `${type}/${status}`);
const userOf = (event: Fields | undefined) => partOf(partOf(event, 'actor'), 'user').name;

describe('the audit log of MySQL Enterprise and Percona Server', () => {
  it('tells sign-ins, statements once with their rows, and that the audit begins and ends', () => {
    const printed = JSON.stringify(MYSQL, null, 2).split('\n');
    const lines = ['[', ...MYSQL.map((record) => `${JSON.stringify(record)},`), ']'];
    for (const text of [printed, lines, [JSON.stringify(MYSQL)]]) {
      const events = eventsIn(text);
      assert.deepEqual(types(events), ['600599/0', '300201/1', '600501/1', '300201/2', '300202/0', '600599/0']);
      const [, logon, statement, refused, , end] = events;
      assert.equal(partOf(logon, 'actor').app_name, 'mysqldump');
      assert.deepEqual(logon?.src_endpoint, { ip: '10.1.2.3' });
      assert.equal(refused?.status_code, '1045');
      assert.equal(partOf(end, 'unmapped').command, 'NoAudit');
      const { rows_read: read, rows_returned: rows, bytes_returned: bytes } = partOf(statement, 'unmapped');
      assert.deepEqual({ read, rows, bytes }, { read: 20_878, rows: 3, bytes: 18_384 });
      assert.equal(statement?.duration, 116);
      assert.equal(statement.time, Date.UTC(2026, 3, 3, 10, 43, 53));
      assert.equal(statement.query, QUERY);
      assert.deepEqual(statement.database, { name: 'shop', type_id: 1 });
      assertSilent(events, 'Ada');
    }
  });

  it("reads the records of Percona's older plugin", () => {
    const [event] = eventsIn([JSON.stringify(OLDER)]);
    assert.equal(event?.type_uid, 600501);
    assert.equal(userOf(event), 'app');
    assert.deepEqual(event.src_endpoint, { ip: '10.1.2.3' });
    assert.equal(event.time, Date.UTC(2026, 3, 3, 10, 43, 53));
  });

  it('reads XML of the new style, with statements over several lines', () => {
    const [logon, statement, ...more] = eventsIn(NEW_XML);
    assert.equal(more.length, 0);
    assert.equal(logon?.type_uid, 300201);
    assert.equal(logon.status_id, 1);
    assert.equal(statement?.query, 'SELECT c FROM people\nWHERE name = "Ada" AND id < 7');
    assert.equal(userOf(statement), 'app');
    assert.equal(partOf(statement, 'metadata').uid, '6_2019-10-03T14:06:33');
    assertSilent([statement], 'Ada');
  });

  it('reads XML of the old style, where a statement is told three times, and tells it once', () => {
    const events = eventsIn(PERCONA_XML);
    assert.deepEqual(types(events), ['300201/2', '300201/1', '600506/1']);
    assert.equal(userOf(events[2]), 'app');
    assert.deepEqual(events[2]?.src_endpoint, { ip: '10.1.2.3' });
    assert.deepEqual(events[2].database, { name: 'shop', type_id: 1 });
  });

  it('survives whatever becomes of its records', () => {
    assertUnbreakable(
      [...MYSQL, OLDER].map((record) => JSON.stringify(record)),
      'mysql-audit-json',
    );
    assertUnbreakable(JSON.stringify(MYSQL, null, 2).split('\n'), 'mysql-audit-json');
    assertUnbreakable(NEW_XML, 'mysql-audit-xml');
    assertUnbreakable(PERCONA_XML, 'mysql-audit-xml');
  });
});
