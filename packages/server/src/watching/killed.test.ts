// The platform is killed while events are pushed to it and a log grows: what it acknowledged is there afterwards, and nothing is there twice.
import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@vigie/probe/testing';
import * as v from 'valibot';
import { becomeAdministrator, type PlatformProcess, startPlatformProcess } from '../../testing/platform-process.ts';
import { until } from '../../testing/watched.ts';
import { openEvents } from '../events/events.ts';

const INJECTED = '?id=1%27%20UNION%20SELECT%20canary%20FROM%20users--%20';

const [, DAY, MONTH, YEAR, TIME] = /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(new Date().toUTCString()) ?? [];

/** Every line is one access to a page of its own, and an attack. */
function lineOf(page: string): string {
  return `203.0.113.9 - - [${DAY}/${MONTH}/${YEAR}:${TIME} +0000] "GET /${page}${INJECTED} HTTP/1.1" 200 512 "-" "Mozilla/5.0"\n`;
}

const ACCESSES = {
  sql: 'SELECT collection AS page, count() AS count FROM accesses GROUP BY page',
  row: v.object({ page: v.string(), count: v.number() }),
};

describe('a watch of accesses that is killed', () => {
  it('keeps what it acknowledged, and counts nothing twice', async () => {
    const folder = await realpath(await mkdtemp(join(tmpdir(), 'vigie-watch-killed-')));
    const logs = join(folder, 'logs');
    mkdirSync(logs);
    const log = join(logs, 'access.log');
    appendFileSync(log, lineOf('f0'));
    const place = { folder, port: await freePort(), settings: { watchFolders: [logs] } };
    let platform: PlatformProcess = await startPlatformProcess(place);
    try {
      const { cookie } = await becomeAdministrator(platform);
      const headers = { cookie, origin: platform.url, 'content-type': 'application/json' };
      const ask = async (method: string, path: string, body?: object) => {
        const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
        return JSON.parse(await (await fetch(`${platform.url}${path}`, init)).text());
      };
      const file = await ask('POST', '/api/inputs', { kind: 'file', name: 'file', path: log, from: 'start' });
      const push = await ask('POST', '/api/inputs', { kind: 'push', name: 'push' });
      assert.ok(file.id && push.token, JSON.stringify([file, push]));
      const acknowledged: string[] = [];
      let sent = 0;
      let written = 1;
      const pushOne = async (): Promise<boolean> => {
        const page = `p${sent}`;
        sent += 1;
        appendFileSync(log, lineOf(`f${written}`));
        written += 1;
        const answer = await fetch(`${platform.url}/api/inputs/${push.id}/events`, {
          method: 'POST',
          headers: { authorization: `Bearer ${push.token}`, 'content-type': 'text/plain' },
          body: lineOf(page),
        }).catch(() => undefined);
        if (answer?.status === 200) acknowledged.push(page);
        return answer !== undefined;
      };
      for (const afterMs of [300, 2600]) {
        const before = acknowledged.length;
        await until('the first push that is taken', async () => {
          await pushOne();
          return acknowledged.length > before ? true : undefined;
        });
        const killed = sleep(afterMs).then(() => platform.end('SIGKILL'));
        while (await pushOne());
        await killed;
        platform = await startPlatformProcess(place);
      }
      await until('all that was acknowledged and written', async () => {
        const { items } = await ask('GET', '/api/detections?rule=vigie-sql-injection');
        const counts = items.map(({ count }: { count: number }) => count);
        const total = counts.reduce((sum: number, count: number) => sum + count, 0);
        return total >= acknowledged.length + written ? true : undefined;
      });
      const { items } = await ask('GET', '/api/detections?rule=vigie-sql-injection');
      const countOf = (id: string) => items.find(({ input }: { input: { id: string } }) => input.id === id)?.count;
      assert.equal(countOf(file.id), written);
      assert.ok(countOf(push.id) >= acknowledged.length && countOf(push.id) <= sent);
      await platform.end('SIGTERM');
      const seen = await accessesIn(join(folder, 'data', 'events'));
      assert.deepEqual(
        [...seen].filter(([, count]) => count !== 1),
        [],
      );
      assert.deepEqual(
        acknowledged.filter((page) => !seen.has(`/${page}`)),
        [],
      );
      assert.equal([...seen.keys()].filter((page) => page.startsWith('/f')).length, written);
      assert.equal(seen.size - written, countOf(push.id));
      assert.ok(acknowledged.length > 5, `${acknowledged.length} pushes were acknowledged`);
    } finally {
      await platform.end('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    }
  });
});

async function accessesIn(folder: string): Promise<ReadonlyMap<string, number>> {
  const events = await openEvents({ place: { kind: 'embedded', folder }, now: () => new Date() });
  assert.ok(!('code' in events), 'code' in events ? events.message : '');
  const answer = await events.query(ACCESSES, {});
  await events.close();
  assert.ok('rows' in answer);
  return new Map(answer.rows.map(({ page, count }) => [page, count]));
}
