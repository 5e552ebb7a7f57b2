// The query log of a real ClickHouse: every query once, from the moment on at which one began, and none of our own.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { lacks } from '@vigie/probe/testing';
import { clickhouseQuery, startClickhouse } from '@vigie/probe/testing/clickhouse';
import type { LoggedServer } from '@vigie/probe/testing/logged-server';
import { MARK, openedLog, rowsOf } from '../../testing/query-logs.ts';
import { LOCAL_HOST } from '../../testing/reading.ts';
import { openQueryLog } from './open-query-log.ts';
import type { QueryLog, QueryLogPage, QueryLogPlace } from './query-log.ts';

const { signal } = new AbortController();

describe('the query log of ClickHouse', { skip: lacks('clickhouse-server') }, () => {
  let server: LoggedServer;
  const url = () => `clickhouse://127.0.0.1:${server.ports.http ?? 0}`;
  before(async () => {
    server = await startClickhouse('open', { queryLog: true });
  });
  after(() => server.stop());

  async function from(log: QueryLog, place: QueryLogPlace | undefined): Promise<QueryLogPage> {
    const next = await log.next(place, signal);
    if ('code' in next) throw new Error(next.message);
    return next;
  }

  async function begun(log: QueryLog): ReturnType<typeof from> {
    for (let looks = 0; looks < 300; looks += 1) {
      const next = await log.next(undefined, signal);
      if (!('code' in next)) return next;
      assert.match(next.message, /there is no system\.query_log yet/);
      await pause(100);
    }
    return assert.fail('no query was logged');
  }

  it('gives each query once', async () => {
    const log = openedLog(url());
    // The table is made with the first query that is logged.
    await clickhouseQuery(server, 'SELECT 1');
    let { place } = await begun(log);
    const seen: string[] = [];
    for (let n = 0; n < 5; n += 1) await clickhouseQuery(server, `SELECT email FROM shop.customers WHERE id = ${n}`);
    for (let looks = 0; looks < 100 && seen.length < 10; looks += 1) {
      await pause(100);
      const next = await from(log, place);
      ({ place } = next);
      seen.push(
        ...rowsOf(next)
          .filter(({ query }) => String(query).includes('shop.customers'))
          .map((row) => `${String(row.query_id)} ${String(row.type)}`),
      );
      assert.ok(rowsOf(next).every(({ query }) => !String(query).includes('system.query_log')));
    }
    assert.equal(seen.length, 10, 'five starts and five ends');
    assert.equal(new Set(seen).size, 10);
    assert.deepEqual((await from(log, place)).entries, []);
  });

  it('cannot be hidden from by writing what our own questions carry, but for the word that nobody knows', async () => {
    const log = openedLog(url());
    let { place } = await begun(log);
    await clickhouseQuery(
      server,
      'SELECT /* vigie reads the query log, vigie 0123456789abcdef */ email FROM shop.customers',
    );
    let isSeen = false;
    for (let looks = 0; looks < 100 && !isSeen; looks += 1) {
      await pause(100);
      const next = await from(log, place);
      ({ place } = next);
      isSeen = rowsOf(next).some(({ query }) => String(query).includes('vigie reads the query log'));
    }
    assert.ok(isSeen);
  });

  it('is a fault with its reason where it is closed, another store, or out of scope', async () => {
    const refused = await openedLog(
      'clickhouse://nobody:canarypass@127.0.0.1:'.concat(String(server.ports.http ?? 0)),
    ).next(undefined, signal);
    assert.ok('code' in refused);
    assert.ok(!refused.message.includes('canarypass'));
    const other = openQueryLog('couchdb://127.0.0.1:5984', LOCAL_HOST, { mark: MARK });
    assert.ok('code' in other && /keeps no log of queries that can be asked for/.test(other.message));
    const outside = await openedLog('clickhouse://192.0.2.1:8123').next(undefined, signal);
    assert.ok('code' in outside);
  });
});
