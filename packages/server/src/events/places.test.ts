import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startClickhouse } from '@vigie/probe/testing/clickhouse';
import { freePort, lacks } from '@vigie/probe/testing/server';
import * as v from 'valibot';
import { madeObservation } from '../../testing/events-made.ts';
import { startEventsServer } from '../../testing/events-server.ts';
import { openEvents } from './events.ts';
import { recordObservations } from './observations.ts';

const open = (url: string) => openEvents({ place: { kind: 'server', url }, now: () => new Date() });

async function refused(url: string, code: string): Promise<string> {
  const events = await open(url);
  if (!('code' in events)) await events.close();
  assert.ok('code' in events, 'it was opened');
  assert.equal(events.code, code);
  return `${events.message}; ${events.remedy}`;
}

describe('a server of events', () => {
  it('that is not there is told from one that is no ClickHouse, and neither is waited for', async () => {
    assert.match(await refused(`http://127.0.0.1:${await freePort()}`, 'unreachable'), /ECONNREFUSED/);
    const babbler = createServer((socket) => {
      socket.on('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nhello'));
      socket.on('error', () => undefined);
    });
    babbler.listen(0, '127.0.0.1');
    await once(babbler, 'listening');
    const { port } = babbler.address() as { port: number };
    try {
      assert.match(await refused(`http://127.0.0.1:${port}`, 'unreachable'), /no ClickHouse/);
    } finally {
      babbler.close();
    }
  });

  it('has a URL of a form', async () => {
    for (const url of ['clickhouse', 'tcp://127.0.0.1:9000', 'http://127.0.0.1:8123/a;b', 'http://127.0.0.1:8123/a/b'])
      assert.match(await refused(url, 'unreachable'), /database@|:8123\/database/);
  });

  it('gets the login of the URL, is opened in the database of the URL, and a wrong login is never repeated', async () => {
    const server = await startEventsServer('vigie:a-long-secret');
    try {
      const wrong = server.url.replace('a-long-secret', 'another-secret');
      const told = await refused(wrong, 'refused');
      assert.match(told, /516/);
      assert.ok(!told.includes('another-secret'));
      const events = await open(`${server.url}/watch`);
      assert.ok(!('code' in events), 'code' in events ? events.message : '');
      const where = { sql: 'SELECT currentDatabase() AS name', row: v.object({ name: v.string() }) };
      assert.deepEqual(await events.query(where, {}), { rows: [{ name: 'watch' }] });
      await events.close();
    } finally {
      await server.stop();
    }
  });

  it('that goes away is a fault of each write, and of nothing else', async () => {
    const server = await startEventsServer();
    const events = await open(server.url);
    assert.ok(!('code' in events), 'code' in events ? events.message : '');
    assert.equal(await recordObservations(events, [madeObservation()]), undefined);
    await server.stop();
    assert.equal((await recordObservations(events, [madeObservation()]))?.code, 'unreachable');
    await events.close();
  });

  const skip = lacks('clickhouse-server');
  it('that is too old is refused with its version, before anything is made in it', { skip }, async () => {
    const server = await startClickhouse('open');
    try {
      const told = await refused(`http://${server.host}:${server.ports.http}`, 'too-old');
      assert.match(told, /version 18\.16\.\d+.*24\.8 is the oldest/);
    } finally {
      await server.stop();
    }
  });
});

describe('the embedded engine', () => {
  it('says what is wrong where its folder holds something else', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vigie-events-'));
    await writeFile(join(folder, 'store'), 'a file where a folder belongs');
    const events = await openEvents({ place: { kind: 'embedded', folder }, now: () => new Date() });
    if (!('code' in events)) await events.close();
    assert.ok('code' in events);
    assert.equal(events.code, 'failed');
    await rm(folder, { recursive: true });
  });

  it('lets a process end that ends while it writes', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vigie-events-'));
    for (const afterMs of ['1', '30', '70']) {
      const child = spawn(process.execPath, [WRITER, folder, '0', afterMs], { stdio: 'ignore', timeout: 30_000 });
      assert.deepEqual(await once(child, 'exit'), [7, null]);
    }
    await rm(folder, { recursive: true });
  });

  it('loses no row that it confirmed, when it is killed twenty times while it writes', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vigie-events-'));
    const confirmed: number[] = [];
    for (let kill = 0; kill < 20; kill += 1) confirmed.push(...(await writeUntilKilled(folder, kill)));
    assert.ok(confirmed.length >= 20, `only ${confirmed.length} rows were confirmed`);
    const events = await openEvents({ place: { kind: 'embedded', folder }, now: () => new Date() });
    assert.ok(!('code' in events), 'code' in events ? events.message : '');
    const answer = await events.query(
      { sql: 'SELECT rows FROM observations', row: v.object({ rows: v.number() }) },
      {},
    );
    assert.ok('rows' in answer);
    const kept = answer.rows.map(({ rows }) => rows);
    assert.equal(new Set(kept).size, kept.length, 'no row came twice');
    const keptOnes = new Set(kept);
    assert.deepEqual(
      confirmed.filter((number) => !keptOnes.has(number)),
      [],
    );
    await events.close();
    await rm(folder, { recursive: true });
  });
});

const WRITER = fileURLToPath(new URL('../../testing/events-until-killed.ts', import.meta.url));
const SPAN = 1_000_000;

/** The rows that a process confirmed before it was killed, at another moment each time. */
async function writeUntilKilled(folder: string, round: number): Promise<number[]> {
  const stdio: ['ignore', 'pipe', 'inherit'] = ['ignore', 'pipe', 'inherit'];
  const child = spawn(process.execPath, [WRITER, folder, String(round * SPAN)], { stdio });
  const rows: number[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'open') continue;
    rows.push(Number(line));
    if (rows.length === 1) setTimeout(() => child.kill('SIGKILL'), Math.random() * 150);
  }
  assert.ok(
    rows.every((row) => row > round * SPAN),
    'a write failed',
  );
  return rows;
}
