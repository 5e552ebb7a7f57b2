// What a real PostgreSQL counts of its statements: each call in one difference, through a reset and a restart of what reads.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { LoggedServer } from '@vigie/probe/testing/logged-server';
import { lacksPostgresql, POSTGRESQL_KEEPER, startPostgresql } from '@vigie/probe/testing/postgresql';
import pg from 'pg';
import { openedLog, pageFrom, rowsOf } from '../../testing/query-logs.ts';
import { queryLogUrlFault } from './open-query-log.ts';
import type { QueryLogPage } from './query-log.ts';

const { signal } = new AbortController();
const { user: OWNER, password: PASSWORD } = POSTGRESQL_KEEPER;

describe('the statements that PostgreSQL counts', { skip: lacksPostgresql() }, () => {
  let server: LoggedServer;
  let owner: pg.Client;
  const url = (user = 'watcher') => `postgresql://${user}:${PASSWORD}@127.0.0.1:${server.port}/shop?log=statements`;
  const callsIn = (page: QueryLogPage, like: RegExp) => rowsOf(page).filter(({ query }) => like.test(String(query)));
  before(async () => {
    server = await startPostgresql('closed', { settings: ['shared_preload_libraries=pg_stat_statements'] });
    owner = new pg.Client({
      host: '127.0.0.1',
      port: server.port,
      user: OWNER,
      password: PASSWORD,
      database: 'shop',
      application_name: 'shop-report',
    });
    await owner.connect();
    for (const name of ['watcher', 'nobody']) await owner.query(`CREATE ROLE ${name} LOGIN PASSWORD '${PASSWORD}'`);
    await owner.query('GRANT pg_read_all_stats TO watcher');
  });
  after(async () => {
    await owner.end();
    await server.stop();
  });

  it('says how they are counted where they are not', async () => {
    const log = openedLog(url());
    const page = await log.next(undefined, signal);
    log.close();
    assert.ok('code' in page);
    assert.match(page.message, /CREATE EXTENSION pg_stat_statements in the database of the URL/);
    await owner.query('CREATE EXTENSION pg_stat_statements');
  });

  it('tells how often each was run between two looks, with rows and from where its account is connected now', async () => {
    let log = openedLog(url());
    const begun = await pageFrom(log, undefined);
    assert.deepEqual(begun.entries, []);
    for (let n = 0; n < 7; n += 1) await owner.query(`SELECT email FROM customers WHERE id > ${n}`);
    await owner.query("UPDATE products SET title = 'canary-value' WHERE id = 1");
    const first = await pageFrom(log, begun.place);
    const [read] = callsIn(first, /^SELECT email/);
    assert.deepEqual(
      [read?.statement_calls, read?.statement_rows, read?.user, read?.database, read?.query],
      [7, 6, OWNER, 'shop', 'SELECT email FROM customers WHERE id > $1'],
    );
    assert.deepEqual([read?.sampled_address, read?.sampled_program], ['127.0.0.1', 'shop-report']);
    assert.ok(Math.abs(Number(read?.time) - Date.now()) < 60_000);
    assert.equal(callsIn(first, /^UPDATE products/)[0]?.statement_rows, 1);
    assert.ok(!JSON.stringify(first.entries).includes('canary-value'));
    assert.deepEqual(callsIn(first, /pg_stat_statements|SET LOCAL|ROLLBACK|pg_stat_activity/), []);
    log.close();
    await owner.query('SELECT email FROM customers WHERE id > 1');
    log = openedLog(url());
    const second = await pageFrom(log, JSON.parse(JSON.stringify(first.place)));
    assert.deepEqual(
      callsIn(second, /customers|products/).map((row) => row.statement_calls),
      [1],
    );
    await owner.query('SELECT pg_stat_statements_reset()');
    for (let n = 0; n < 3; n += 1) await owner.query(`SELECT email FROM customers WHERE id > ${n}`);
    const anew = await pageFrom(log, second.place);
    assert.equal(callsIn(anew, /^SELECT email/)[0]?.statement_calls, 3);
    log.close();
  });

  it('says which right is missing, and what the URL may ask for', async () => {
    const log = openedLog(url('nobody'));
    const page = await log.next(undefined, signal);
    log.close();
    assert.ok('code' in page && /GRANT pg_read_all_stats/.test(page.message));
    assert.match(queryLogUrlFault('postgresql://127.0.0.1/shop?log=other') ?? '', /log= takes files or statements/);
    assert.equal(queryLogUrlFault(url()), undefined);
  });
});
