// What visitors change is so for their address alone, and bounded.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { http, mongodb, NATIVE_HELLO, native, pg, pgStart, redis, visit } from '../testing/visits.ts';
import { createView, createViews } from './view.ts';

/** Before a cell of one sign, in a row of PostgreSQL with one column. */
const ONE_SIGN = '\0\x01\0\0\0\x01';

describe('what a visitor changes', () => {
  it('is gone for an extortionist, whose note is there instead', () => {
    const view = createView();
    const said = (kind: Parameters<typeof visit>[0], ...pieces: readonly Buffer[]) =>
      visit(kind, pieces, view).answer.toString('latin1');
    said(
      'mongodb',
      mongodb({ dropDatabase: 1 }),
      mongodb({ insert: 'README', documents: [{ content: 'pay us' }] }, 'READ_ME'),
    );
    const listed = said('mongodb', mongodb({ listDatabases: 1 }, 'admin'));
    assert.ok(listed.includes('READ_ME') && !listed.includes('shop'));
    assert.ok(said('mongodb', mongodb({ find: 'README' }, 'READ_ME')).includes('pay us'));

    said('elasticsearch', http('DELETE', '/_all'), http('POST', '/read_me/_doc', '{"message":"pay us"}'));
    assert.match(said('elasticsearch', http('GET', '/_cat/indices')), /^[\s\S]*read_me/);
    assert.doesNotMatch(said('elasticsearch', http('GET', '/_cat/indices')), /customers/);
    assert.match(said('elasticsearch', http('GET', '/read_me/_search')), /pay us/);

    said('redis', redis('FLUSHALL'), redis('SET', 'README', 'pay us'));
    assert.match(said('redis', redis('KEYS', '*'), redis('GET', 'README')), /^\*1\r\n\$6\r\nREADME\r\n\$6\r\npay us/);

    const drop = "DROP TABLE customers; CREATE TABLE readme (note text); INSERT INTO readme VALUES ('pay us')";
    said('postgresql', pgStart(), pg('Q', drop));
    assert.match(
      said('postgresql', pgStart(), pg('Q', 'SELECT * FROM customers')),
      /relation "customers" does not exist/,
    );
    assert.match(said('postgresql', pgStart(), pg('Q', 'SELECT * FROM readme')), /pay us/);

    said('http-bucket', http('DELETE', '/backups/db/customers.csv'), http('PUT', '/backups/README.txt', 'pay us'));
    assert.match(said('http-bucket', http('GET', '/backups/README.txt')), /pay us/);
    assert.match(said('http-bucket', http('GET', '/backups/db/customers.csv')), /NoSuchKey/);
  });

  it('is changed row by row, deleted and renamed by SQL', () => {
    const view = createView();
    const said = (sql: string) => visit('postgresql', [pgStart(), pg('Q', sql)], view).answer.toString('latin1');
    assert.match(said("UPDATE customers SET city = 'Nowhere', id = id + 0 WHERE id < 1003"), /UPDATE 2/);
    assert.ok(said("SELECT count(*) FROM customers WHERE city = 'Nowhere'").includes(`${ONE_SIGN}2C`));
    assert.match(said('DELETE FROM customers WHERE id <= 1010'), /DELETE 10/);
    assert.match(said('ALTER TABLE orders RENAME TO orders_old'), /ALTER TABLE/);
    assert.match(said('SELECT count(*) FROM orders_old'), /3000/);
    assert.match(said('UPDATE customers SET nothing = 1'), /column "nothing" does not exist/);
    assert.match(said('CREATE TABLE taken AS SELECT id FROM orders_old LIMIT 3'), /CREATE TABLE/);
    assert.match(said('INSERT INTO taken SELECT id FROM orders_old LIMIT 2'), /INSERT 0 2/);
    assert.ok(said('TRUNCATE taken; SELECT count(*) FROM taken').includes(`${ONE_SIGN}0C`));
  });

  it('is the same through both ports of ClickHouse', () => {
    const view = createView();
    visit('clickhouse', [http('POST', '/', 'DROP TABLE api_keys'), http('POST', '/', 'CREATE DATABASE read_me')], view);
    const { answer } = visit(
      'clickhouse-native',
      [NATIVE_HELLO, native('SHOW TABLES'), native('SHOW DATABASES')],
      view,
    );
    assert.ok(!answer.includes('api_keys') && answer.includes('read_me'));
  });

  it('is the reading of no honey where the visitor reads what it wrote', () => {
    const view = createView();
    const write = "CREATE TABLE mine (a text); INSERT INTO mine VALUES ('x')";
    const { asked } = visit('postgresql', [pgStart(), pg('Q', write), pg('Q', 'SELECT * FROM mine')], view);
    assert.ok(!asked.some(({ intent }) => intent === 'read'));
  });

  it('has an end: what has no room is said to be done, and is not kept', () => {
    const view = createView();
    const large = 'x'.repeat(40_000);
    const { answer } = visit(
      'redis',
      ['a', 'b', 'c'].map((key) => redis('SET', key, large)),
      view,
    );
    assert.equal(answer.toString(), '+OK\r\n+OK\r\n+OK\r\n');
    const kept = visit(
      'redis',
      ['a', 'b', 'c'].map((key) => redis('EXISTS', key)),
      view,
    ).answer.toString();
    assert.equal(kept, ':1\r\n:0\r\n:0\r\n');
  });

  it('is forgotten for the address that came first, where very many come', () => {
    const views = createViews();
    const first = views.of('10.0.0.1');
    assert.equal(views.of('10.0.0.1'), first);
    for (let count = 0; count < 600; count += 1) views.of(`10.0.1.${count}`);
    assert.notEqual(views.of('10.0.0.1'), first);
  });
});
