// MariaDB 10.11.19 wrote the sample for sessions on loopback, with long_query_time = 0; the record of MySQL 8 is that of its manual
// (https://dev.mysql.com/doc/refman/8.4/en/slow-query-log.html), with log_slow_extra.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  assertSilent,
  assertUnbreakable,
  eventsIn,
  partOf,
  readLines,
  sampleLines,
} from '../../testing/log-samples.ts';

const LINES = sampleLines('mariadb-slow.log');
const MYSQL = [
  '# Time: 2026-11-29T22:03:22.123456Z',
  '# User@Host: app[app] @ web.example.org [10.1.2.3]  Id:     8',
  '# Query_time: 2.500000  Lock_time: 0.000002 Rows_sent: 120000  Rows_examined: 150000 Thread_id: 8 Errno: 0 Killed: 0 Bytes_received: 0 Bytes_sent: 8388608 Read_first: 1 Read_last: 0 Start: 2026-11-29T22:03:19.623456Z End: 2026-11-29T22:03:22.123456Z',
  'use crm;',
  'SET timestamp=1795989799;',
  "select * from people where town = 'Paris';",
  '# Time: 2026-11-29T22:03:23.000000Z',
  '# User@Host: app[app] @  [10.1.2.3]  Id:     8',
  '# Query_time: 0.000100  Lock_time: 0.000000 Rows_sent: 0  Rows_examined: 0 Thread_id: 8 Errno: 1064 Killed: 0',
  'SET timestamp=1795989803;',
  'selec 1;',
  '# administrator command: Quit;',
];

describe('the slow log of MySQL and MariaDB', () => {
  it('tells a statement with its rows and bytes', () => {
    const events = eventsIn(LINES);
    assert.equal(events.length, 18);
    const event = events.find(({ query }) => String(query).startsWith('select * from customers\n'));
    assert.equal(event?.query, `select * from customers\nwhere email = 'ada@example.org'\n  and name like "%'%"`);
    const {
      rows_read: read,
      rows_returned: rows,
      rows_written: written,
      bytes_returned: bytes,
    } = partOf(event, 'unmapped');
    assert.deepEqual({ read, rows, written, bytes }, { read: 2, rows: 1, written: 0, bytes: 224 });
    assert.equal(event.duration, 0.197);
    assert.equal(event.time, 1795989803000);
    assert.deepEqual(event.src_endpoint, { ip: '127.0.0.1' });
    assert.equal(partOf(partOf(event, 'actor'), 'session').uid, '5');
  });

  it('keeps the database that a statement is run in', () => {
    const created = eventsIn(LINES).find(({ query }) => String(query).startsWith('create table'));
    assert.deepEqual(created?.database, { name: 'shop', type_id: 1 });
    const before = eventsIn(LINES).find(({ query }) => query === 'create database shop');
    assert.equal(partOf(before, 'database').name, undefined);
  });

  it('reads the records of MySQL 8, with errors where they are told', () => {
    const [event, failed, ...more] = eventsIn(MYSQL);
    assert.equal(more.length, 0);
    assert.equal(event?.status_id, 1);
    assert.equal(event.time, 1795989799000);
    assert.deepEqual(event.database, { name: 'crm', type_id: 1 });
    assert.equal(partOf(event, 'unmapped').rows_returned, 120_000);
    assert.equal(partOf(event, 'unmapped').bytes_returned, 8_388_608);
    assert.equal(failed?.status_id, 2);
    assert.equal(failed.status_code, '1064');
    assertSilent([event], 'Paris');
  });

  it('leaves out commands that are no statement', () => {
    assert.deepEqual(readLines([...MYSQL.slice(6, 9), '# administrator command: Quit;']), []);
  });

  it('keeps values out of everything but the query', () => {
    assertSilent(eventsIn(LINES), 'ada@example.org', "'pw'", 'id = 2');
  });

  it('survives whatever becomes of its lines', () => {
    assertUnbreakable([...LINES.slice(0, 75), ...MYSQL], 'mysql-slow');
  });
});
