// The query log of a real ClickHouse: every query once, from the moment on at which one began, and none of our own.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { resolveBySystem, scopeOf } from '@vigie/probe';
import { lacks } from '@vigie/probe/testing';
import { clickhouseQuery, startClickhouse } from '@vigie/probe/testing/clickhouse';
import type { LoggedServer } from '@vigie/probe/testing/logged-server';
import { openClickhouseQueryLog, type QueryLog, type QueryLogPlace } from './clickhouse-query-log.ts';

const HOST = { scope: scopeOf(undefined), resolve: resolveBySystem };
const { signal } = new AbortController();

function opened(url: string): QueryLog {
  const log = openClickhouseQueryLog(url, HOST);
  if ('code' in log) throw new Error(log.message);
  return log;
}

describe('the query log of ClickHouse', { skip: lacks('clickhouse-server') }, () => {
  let server: LoggedServer;
  const url = () => `clickhouse://127.0.0.1:${server.ports.http ?? 0}`;
  before(async () => {
    server = await startClickhouse('open', { queryLog: true });
  });
  after(() => server.stop());

  async function from(
    log: QueryLog,
    place: QueryLogPlace | undefined,
  ): Promise<{ readonly rows: readonly Readonly<Record<string, unknown>>[]; readonly place: QueryLogPlace }> {
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
    const log = opened(url());
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
        ...next.rows
          .filter(({ query }) => String(query).includes('shop.customers'))
          .map((row) => `${String(row.query_id)} ${String(row.type)}`),
      );
      assert.ok(next.rows.every(({ query }) => !String(query).includes('system.query_log')));
    }
    assert.equal(seen.length, 10, 'five starts and five ends');
    assert.equal(new Set(seen).size, 10);
    assert.deepEqual((await from(log, place)).rows, []);
  });

  it('is a fault with its reason where it is closed, another store, or out of scope', async () => {
    const refused = await opened(
      'clickhouse://nobody:canarypass@127.0.0.1:'.concat(String(server.ports.http ?? 0)),
    ).next(undefined, signal);
    assert.ok('code' in refused);
    assert.ok(!refused.message.includes('canarypass'));
    const other = openClickhouseQueryLog('postgresql://127.0.0.1:5432/x', HOST);
    assert.ok('code' in other && /clickhouse:\/\/ only/.test(other.message));
    const outside = await opened('clickhouse://192.0.2.1:8123').next(undefined, signal);
    assert.ok('code' in outside);
  });
});
