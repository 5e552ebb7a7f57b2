// MariaDB 10.11.19 wrote the sample for sessions on loopback; the lines of MySQL 8 are made after its manual
// (https://dev.mysql.com/doc/refman/8.4/en/query-log.html, sql/log.cc).
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  assertSilent,
  assertUnbreakable,
  eventsIn,
  partOf,
  readLines,
  sampleLines,
  stateAfter,
} from '../../testing/log-samples.ts';
import type { Fields } from '../events/event.ts';

const LINES = sampleLines('mariadb-general.log');
const MYSQL = [
  '/usr/sbin/mysqld, Version: 8.4.3 (MySQL Community Server - GPL). started with:',
  'Tcp port: 3306  Unix socket: /var/run/mysqld/mysqld.sock',
  'Time                 Id Command    Argument',
  '2026-11-29T22:03:22.123456Z\t    8 Connect\tapp@10.1.2.3 on shop using SSL/TLS',
  '2026-11-29T22:03:22.124000Z\t    8 Query\tselect 1',
  '2026-11-29T22:03:22.125000Z\t    8 Init DB\tcrm',
  '2026-11-29T22:03:22.125500Z\t    8 Field List\tpeople ',
  '2026-11-29T22:03:22.126000Z\t    8 Execute\tselect name from people where id = 7',
  "2026-11-29T22:03:23.000000Z\t    9 Binlog Dump\tLog: 'binlog.000001'  Pos: 4",
  '2026-11-29T22:03:24.000000Z\t    8 Quit\t',
];
const userOf = (event: Fields | undefined) => partOf(partOf(event, 'actor'), 'user').name;
const types = (events: readonly Fields[]) => events.map(({ type_uid: type, status_id: status }) => `${type}/${status}`);

describe('the general log of MySQL and MariaDB', () => {
  it('tells who runs what, though only the first line of a connection says who it is', () => {
    const events = eventsIn(LINES);
    const insert = events.find(({ query }) => String(query).startsWith('insert into'));
    assert.equal(userOf(insert), 'app');
    assert.deepEqual(insert?.src_endpoint, { ip: '127.0.0.1' });
    assert.deepEqual(insert.database, { name: 'shop', type_id: 1 });
    assert.deepEqual(insert.table, { name: 'customers' });
    assert.equal(insert.time, Date.UTC(2026, 10, 29, 22, 3, 23));
    const select = events.find(({ query }) => String(query).startsWith('select * from customers\n'));
    assert.equal(select?.query, `select * from customers\nwhere email = 'ada@example.org'\n  and name like "%'%"`);
  });

  it('calls a sign-in successful at the first command after it, and failed where the server says so', () => {
    const logons = eventsIn(LINES).filter(({ type_uid: type }) => type === 300201);
    assert.equal(logons.filter(({ status_id: status }) => status === 1).length, 9);
    const failed = logons.filter(({ status_id: status }) => status === 2);
    assert.deepEqual(failed.map(userOf), ['app', 'app']);
    assert.deepEqual(failed[0]?.src_endpoint, { ip: '127.0.0.1' });
  });

  it('reads the lines of MySQL 8, and commands that are no statement', () => {
    const events = eventsIn(MYSQL);
    assert.deepEqual(types(events), [
      '600503/0',
      '300201/1',
      '600501/0',
      '600508/0',
      '600501/0',
      '600501/0',
      '300202/0',
    ]);
    const [connect, , , fields, run, dump] = events;
    assert.equal(connect?.time, Date.UTC(2026, 10, 29, 22, 3, 22, 123));
    assert.deepEqual(fields?.table, { name: 'people' });
    assert.equal(run?.query, 'select name from people where id = 7');
    assert.deepEqual(run.database, { name: 'crm', type_id: 1 });
    assert.equal(partOf(dump, 'unmapped').command, 'Binlog Dump');
  });

  it('tells of a connection that it did not see begin what it can', () => {
    const [event, ...more] = eventsIn(MYSQL.slice(4, 5));
    assert.equal(more.length, 0);
    assert.equal(userOf(event), undefined);
    assert.equal(event?.query, 'select 1');
  });

  it('goes on after a restart with what it knew of the connections and the time', () => {
    const at = LINES.findIndex((line) => line.includes('app@127.0.0.1')) + 1;
    const state = stateAfter(LINES.slice(0, at));
    const again = eventsIn(LINES.slice(at), { state });
    assert.deepEqual(again, eventsIn(LINES).slice(-again.length));
    assert.equal(userOf(again[1]), 'app');
  });

  it('keeps values out of everything but the query', () => {
    assertSilent(eventsIn(LINES), 'ada@example.org', "'pw'", 'id = 2');
  });

  it('is not taken for the slow log, whose heading is the same', () => {
    assert.deepEqual(eventsIn([...LINES.slice(0, 3), ...sampleLines('mariadb-slow.log').slice(3)]).length, 18);
    assert.deepEqual(readLines(LINES.slice(0, 3)), []);
  });

  it('survives whatever becomes of its lines', () => {
    assertUnbreakable([...LINES.slice(0, 30), ...MYSQL.slice(3)], 'mysql-general');
  });
});
