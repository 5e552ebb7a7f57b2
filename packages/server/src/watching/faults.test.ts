// What a watch lives through: a store of events that is killed and a state that nobody can read. Inputs wait meanwhile, and afterwards
// each access is there once.
import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@vigie/probe/testing';
import * as v from 'valibot';
import { type EventsServer, startEventsServer } from '../../testing/events-server.ts';
import { becomeAdministrator, type PlatformProcess, startPlatformProcess } from '../../testing/platform-process.ts';
import { until } from '../../testing/watched.ts';
import { type Events, openEvents } from '../events/events.ts';

const [, DAY, MONTH, YEAR, TIME] = /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(new Date().toUTCString()) ?? [];

/** Every line is an access to a page of its own. */
function lineOf(page: string, query = ''): string {
  return `203.0.113.9 - - [${DAY}/${MONTH}/${YEAR}:${TIME} +0000] "GET /${page}${query} HTTP/1.1" 200 512 "-" "Mozilla/5.0"\n`;
}

const ATTACK = '?id=1%27%20UNION%20SELECT%20canary%20FROM%20users--%20';

/** Questions take of the same store that the platform writes to. */
const LOOK_MS = 300;

const PAGES = {
  sql: 'SELECT collection AS page, count() AS count FROM accesses GROUP BY page',
  row: v.object({ page: v.string(), count: v.number() }),
};

describe('a watch of accesses', () => {
  const written: string[] = [];
  let folder: string;
  let log: string;
  let events: EventsServer;
  let reader: Events;
  let platform: PlatformProcess;
  const ends: (() => Promise<unknown>)[] = [];
  let cookie: string;
  let inputs: {
    readonly push: { readonly id: string; readonly token: string };
    readonly file: { readonly id: string };
  };

  const start = async () => {
    const settings = { watchFolders: [join(folder, 'logs')], eventsUrl: events.url };
    platform = await startPlatformProcess({ folder, port: await freePort(), settings });
  };
  const ask = async (method: string, path: string, body?: object) => {
    const headers = { cookie, origin: platform.url, 'content-type': 'application/json' };
    const answer = await fetch(`${platform.url}${path}`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    });
    return JSON.parse(await answer.text());
  };
  const standing = async (id: string) => {
    const { items } = await ask('GET', '/api/inputs');
    return items.find((one: { id: string }) => one.id === id);
  };
  const push = (body: string) =>
    fetch(`${platform.url}/api/inputs/${inputs.push.id}/events`, {
      method: 'POST',
      headers: { authorization: `Bearer ${inputs.push.token}`, 'content-type': 'text/plain' },
      body,
    });
  const pushPage = async (page: string, query?: string) => {
    assert.equal((await push(lineOf(page, query))).status, 200);
    written.push(`/${page}`);
  };
  const writePage = (page: string) => {
    appendFileSync(log, lineOf(page));
    written.push(`/${page}`);
  };
  /** Each page that was written or taken is there once. */
  const allIsThereOnce = async () => {
    const counts = await until('every access in the store of events', async () => {
      await sleep(LOOK_MS);
      const seen = await pagesIn(reader);
      return written.every((page) => seen.has(page)) ? seen : undefined;
    });
    assert.deepEqual(
      [...counts].filter(([, count]) => count !== 1),
      [],
    );
    assert.equal(counts.size, written.length);
  };

  before(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'vigie-watch-faults-')));
    ends.push(() => rm(folder, { recursive: true, force: true }));
    mkdirSync(join(folder, 'logs'));
    log = join(folder, 'logs', 'access.log');
    writeFileSync(log, '');
    events = await startEventsServer();
    ends.push(() => events.stop());
    await start();
    ends.push(() => platform.end('SIGKILL'));
    const opened = await openEvents({ place: { kind: 'server', url: events.url }, now: () => new Date() });
    assert.ok(!('code' in opened), 'code' in opened ? opened.message : '');
    reader = opened;
    ends.push(() => reader.close());
    ({ cookie } = await becomeAdministrator(platform));
    inputs = {
      push: await ask('POST', '/api/inputs', { kind: 'push', name: 'push', format: 'access-log' }),
      file: await ask('POST', '/api/inputs', { kind: 'file', name: 'file', path: log, format: 'access-log' }),
    };
  });
  after(async () => {
    for (const end of ends.toReversed()) await end();
  });

  it('waits for a store of events that is killed, tells detections meanwhile, and keeps each access once', async () => {
    await pushPage('before');
    writePage('before-in-file');
    await allIsThereOnce();
    await events.kill();
    for (let n = 0; n < 20; n += 1) {
      await pushPage(`away${n}`);
      writePage(`away-in-file${n}`);
    }
    await pushPage('attack', ATTACK);
    await until('a detection while the store is away', async () => {
      const { items } = await ask('GET', '/api/detections?rule=vigie-sql-injection');
      return items.length > 0 ? true : undefined;
    });
    await until('a word for the operator', async () =>
      /accesses wait to be kept: the store of events does not answer/.test(platform.printed()) ? true : undefined,
    );
    await until('a count of what waits', async () =>
      (await standing(inputs.push.id)).counts.waitingBytes > 0 ? true : undefined,
    );
    await events.startAgain();
    await allIsThereOnce();
    await until('nothing that waits', async () =>
      (await standing(inputs.push.id)).counts.waitingBytes === 0 ? true : undefined,
    );
  });

  it('goes on with a state that it cannot read, keeps it, and says so beside each input', async () => {
    await platform.end('SIGTERM');
    const state = join(folder, 'data', 'watching');
    writeFileSync(join(state, 'state.sealed'), 'of another program');
    writePage('while-it-was-down');
    await start();
    await pushPage('behind');
    await allIsThereOnce();
    for (const { id } of [inputs.push, inputs.file])
      assert.match((await standing(id)).note, /what was learned could not be used .* kept as state\.sealed\.unread-/);
    const [aside = ''] = readdirSync(state).filter((name) => name.includes('.unread-'));
    assert.equal(readFileSync(join(state, aside), 'utf8'), 'of another program');
    assert.match(platform.printed(), /learning began anew/);
  });
});

async function pagesIn(events: Events): Promise<ReadonlyMap<string, number>> {
  const answer = await events.query(PAGES, {});
  return new Map('rows' in answer ? answer.rows.map(({ page, count }) => [page, count]) : []);
}
