// MariaDB 10.11.19 wrote the sample with its plugin server_audit, for sessions on loopback.
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

const LINES = sampleLines('mariadb-audit.log');

describe("MariaDB's audit log", () => {
  it('tells sign-ins that succeed and fail, with the code of the refusal', () => {
    const logons = eventsIn(LINES).filter(({ type_uid: type }) => type === 300201);
    assert.equal(logons.filter(({ status_id: status }) => status === 1).length, 9);
    const failed = logons.filter(({ status_id: status }) => status === 2);
    assert.deepEqual(
      failed.map(({ status_code: code }) => code),
      ['1045', '1044'],
    );
    assert.deepEqual(failed[0]?.user, { name: 'app' });
    assert.deepEqual(failed[0]?.src_endpoint, { ip: '127.0.0.1' });
    assert.deepEqual(failed[0]?.dst_endpoint, { hostname: 'vm' });
  });

  it('tells queries as they were written, with how they ended', () => {
    const events = eventsIn(LINES).filter(({ query }) => query !== undefined);
    const insert = events.find(({ query }) => String(query).startsWith('insert'));
    assert.equal(
      insert?.query,
      "insert into customers values (1,'ada@example.org','Ada, \\'A\\''),(2,'bo@example.org','Bo B')",
    );
    const select = events.find(({ query }) => String(query).startsWith('select * from customers\n'));
    assert.equal(select?.status_id, 1);
    assert.deepEqual(
      events.filter(({ status_id: status }) => status === 2).map(({ query, status_code: code }) => [query, code]),
      [
        ['selec 1', '1064'],
        ['select * from nothing', '1146'],
        ["select * from customers into outfile '/var/lib/mysql/x'", '1227'],
      ],
    );
  });

  it('tells tables by their own lines where no queries are logged', () => {
    const tables = LINES.filter((line) => !line.includes(',QUERY,') && line.includes(',shop,customers,'));
    const events = eventsIn(tables);
    assert.deepEqual(
      events.map(({ activity_id: activity, table }) => [activity, table]),
      [6, 5, 1, 1].map((activity) => [activity, { name: 'customers' }]),
    );
    const both = eventsIn(LINES).filter(({ table }) => partOf({ table }, 'table').name === 'customers');
    assert.ok(both.every(({ query }) => query !== undefined));
  });

  it('keeps values out of everything but the query', () => {
    assertSilent(eventsIn(LINES), 'ada@example.org', "'pw'", 'id = 2');
  });

  it('says of a row that is cut off that it is none', () => {
    const row = LINES.find((line) => line.includes("'create database shop'")) ?? '';
    assert.match(
      readLines([row.slice(0, -5)], { source: 'mariadb-server-audit' })[0]?.fault ?? '',
      /^it is no record of/,
    );
  });

  it('survives whatever becomes of its lines', () => {
    assertUnbreakable(LINES.slice(20), 'mariadb-server-audit');
  });
});
