// Inputs as people add them, and pushes as senders send them, against a watch that runs.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { lacks } from '@vigie/probe/testing';
import { clickhouseQuery, startClickhouse } from '@vigie/probe/testing/clickhouse';
import { exchange } from '@vigie/probe/testing/plain-client';
import { startRedis } from '@vigie/probe/testing/redis';
import { DATABASES } from '../../testing/records.ts';
import { ORIGIN, openTestRoom, type Person, type TestRoom } from '../../testing/room.ts';
import { until } from '../../testing/watched.ts';
import { startWatching } from '../watching/start-watching.ts';

const ELSEWHERE = '0197f9a0-0000-7000-8000-000000000000';
const LINE =
  '203.0.113.9 - - [29/Nov/2026:10:00:00 +0000] "GET /items?id=4711 HTTP/1.1" 200 512 "-" "Mozilla/5.0 (X11; Linux x86_64)"';

for (const database of DATABASES) {
  describe(`inputs, in ${database.name}`, { skip: database.skip }, () => {
    let test: TestRoom;
    let stop: () => Promise<void>;
    let responder: Person;
    let folder: string;
    before(async () => {
      folder = await realpath(await mkdtemp(join(tmpdir(), 'vigie-inputs-')));
      await mkdir(join(folder, 'logs'));
      test = await openTestRoom({ database, settings: { watchFolders: [join(folder, 'logs')] } });
      stop = await startWatching(test.room);
      responder = await test.person('responder');
    });
    after(async () => {
      await stop();
      await test.close();
      await rm(folder, { recursive: true, force: true });
    });

    const create = (body: object) => test.ask(responder, 'POST', '/api/inputs', body);
    const push = async (
      path: string,
      token: string,
      body: string | Uint8Array<ArrayBuffer>,
      headers: Record<string, string> = { 'content-type': 'text/plain' },
    ) =>
      test.fetch(
        new Request(`${ORIGIN}/api/inputs/${path}`, {
          method: 'POST',
          headers: { host: new URL(ORIGIN).host, authorization: `Bearer ${token}`, ...headers },
          body,
        }),
      );
    const countsOf = async (id: string) => {
      const { body } = await test.ask(responder, 'GET', '/api/inputs');
      return body.items.find((one: { id: string }) => one.id === id)?.counts;
    };

    it('show the token of a push once, and take nothing without it', async () => {
      const { status, body } = await create({ kind: 'push', name: 'web servers', format: 'access-log' });
      assert.equal(status, 201, JSON.stringify(body));
      assert.match(body.token, /^vigie_in_[\w-]{43}$/);
      const { body: list } = await test.ask(responder, 'GET', '/api/inputs');
      assert.ok(!JSON.stringify(list).includes(body.token));
      assert.equal(list.items[0].tokenShown, body.token.slice(0, 12));
      assert.equal((await push(`${body.id}/events`, 'vigie_in_other', LINE)).status, 401);
      assert.equal((await push(`${body.id}/events`, responder.token, LINE)).status, 401);
      const kept = await push(`${body.id}/events`, body.token, `${LINE}\n${LINE}\n`);
      assert.deepEqual([kept.status, await kept.json()], [200, {}]);
      await until('the events of the push', async () => ((await countsOf(body.id))?.events === 2 ? true : undefined));
      assert.equal((await test.ask(responder, 'DELETE', `/api/inputs/${body.id}`)).status, 204);
      assert.equal((await push(`${body.id}/events`, body.token, LINE)).status, 401);
      assert.equal((await test.ask(responder, 'DELETE', `/api/inputs/${body.id}`)).status, 404);
    });

    it('take what is packed, and logs of OpenTelemetry as JSON and as protobuf', async () => {
      const { body } = await create({ kind: 'push', name: 'collector' });
      const packed = new Uint8Array(gzipSync(`${LINE}\n`));
      const headers = { 'content-type': 'text/plain', 'content-encoding': 'gzip' };
      assert.equal((await push(`${body.id}/events`, body.token, packed, headers)).status, 200);
      const bomb = new Uint8Array(gzipSync(Buffer.alloc(16 << 20, 0x20)));
      assert.equal((await push(`${body.id}/events`, body.token, bomb, headers)).status, 413);
      const logRecords = [{ timeUnixNano: '1795946400000000000', body: { stringValue: 'a line' } }];
      const json = JSON.stringify({ resourceLogs: [{ scopeLogs: [{ logRecords }] }] });
      const path = `${body.id}/v1/logs`;
      const asJson = await push(path, body.token, json, { 'content-type': 'application/json' });
      assert.deepEqual([asJson.status, await asJson.text()], [200, '{}']);
      // Field 1 (resourceLogs), 2 (scopeLogs), 2 (logRecords), 5 (body), 1 (stringValue), each with its length.
      const protobuf = new Uint8Array([10, 10, 18, 8, 18, 6, 42, 4, 10, 2, 104, 105]);
      const asProtobuf = await push(path, body.token, protobuf, { 'content-type': 'application/x-protobuf' });
      assert.deepEqual(
        [asProtobuf.status, asProtobuf.headers.get('content-type'), await asProtobuf.text()],
        [200, 'application/x-protobuf', ''],
      );
      const broken = await push(path, body.token, 'not JSON', { 'content-type': 'application/json' });
      assert.equal(broken.status, 422);
      assert.ok(!(await broken.text()).includes('not JSON'));
      await until('all three events', async () => ((await countsOf(body.id))?.events === 3 ? true : undefined));
    });

    it('follow files only below the folders that the operator allows', async () => {
      const allowed = join(folder, 'logs', 'access.log');
      const outside = join(folder, 'secret.log');
      await writeFile(allowed, `${LINE}\n`);
      await writeFile(outside, `${LINE}\n`);
      await symlink(outside, join(folder, 'logs', 'link.log'));
      for (const path of [
        outside,
        join(folder, 'logs', 'link.log'),
        join(folder, 'logs', '..', 'secret.log'),
        'x.log',
      ]) {
        const { status, body } = await create({ kind: 'file', name: 'file', path });
        assert.equal(status, 422, path);
        assert.equal(body.errors[0].pointer, '/body/path');
      }
      const { status, body } = await create({ kind: 'file', name: 'file', path: allowed, from: 'start' });
      assert.equal(status, 201, JSON.stringify(body));
      assert.equal(body.path, allowed);
      await until('the line of the file', async () => ((await countsOf(body.id))?.events === 1 ? true : undefined));
      assert.equal((await create({ kind: 'file', name: 'again', path: allowed })).status, 409);
    });

    it('are changed, paused and resumed, and go on where they were', async () => {
      // While there is another one, the thread that watches stays.
      await create({ kind: 'push', name: 'stays' });
      const path = join(folder, 'logs', 'changed.log');
      await writeFile(path, `${LINE}\n`);
      const { body: made } = await create({ kind: 'file', name: 'before', path, from: 'start' });
      await until('its line', async () => ((await countsOf(made.id))?.events === 1 ? true : undefined));
      const change = async (body: object, version: number) =>
        test.ask(responder, 'PATCH', `/api/inputs/${made.id}`, body, { 'if-match': `"${version}"` });
      const paused = await change({ name: 'after', format: 'access-log', paused: true }, 1);
      assert.deepEqual(
        [paused.status, paused.body.name, paused.body.format, paused.body.state, paused.body.version],
        [200, 'after', 'access-log', 'paused', 2],
      );
      await writeFile(path, `${LINE}\n${LINE}\n${LINE}\n`);
      assert.equal((await change({ paused: false }, 1)).status, 412);
      const moved = join(folder, 'logs', 'moved.log');
      await rename(path, moved);
      assert.equal((await change({ paused: false, path: moved }, 2)).body.path, moved);
      // Two lines were added to the one that was read; the file is the same under another name.
      await until('what was written meanwhile', async () => {
        const counts = await countsOf(made.id);
        assert.ok((counts?.events ?? 0) <= 3, 'no line is read twice');
        return counts?.events === 3 ? true : undefined;
      });
      assert.equal((await change({ url: 'clickhouse://127.0.0.1' }, 3)).body.errors[0].pointer, '/body/url');
      assert.match((await change({ mapping: 'nonsense: 1' }, 3)).body.errors[0].detail, /^line 1: /);
      assert.equal((await change({ storeId: ELSEWHERE }, 3)).body.errors[0].pointer, '/body/storeId');
      assert.equal((await test.ask(responder, 'DELETE', `/api/inputs/${made.id}`)).status, 204);
      assert.equal((await change({ name: 'x' }, 3)).status, 404);
    });

    it('get another token, and have what is pushed wait while they are paused', async () => {
      const mapping = 'class: http\nfields:\n  target: where\n  ip: from\n';
      const { body } = await create({ kind: 'push', name: 'pushed', mapping });
      assert.equal(body.mapping, mapping);
      const { body: renewed } = await test.ask(responder, 'POST', `/api/inputs/${body.id}/token`);
      assert.equal((await push(`${body.id}/events`, body.token, LINE)).status, 401);
      assert.equal((await push(`${body.id}/events`, renewed.token, LINE)).status, 200);
      const { body: list } = await test.ask(responder, 'GET', '/api/inputs');
      const { version, tokenShown } = list.items.find((one: { id: string }) => one.id === body.id);
      assert.equal(tokenShown, renewed.token.slice(0, 12));
      const change = (paused: boolean, of: number) =>
        test.ask(responder, 'PATCH', `/api/inputs/${body.id}`, { paused }, { 'if-match': `"${of}"` });
      assert.equal((await change(true, version)).body.state, 'paused');
      const waits = await push(`${body.id}/events`, renewed.token, LINE);
      assert.deepEqual([waits.status, waits.headers.get('retry-after')], [503, '5']);
      await change(false, version + 1);
      assert.equal((await push(`${body.id}/events`, renewed.token, `${LINE}\n${LINE}`)).status, 200);
      await until('the lines', async () => ((await countsOf(body.id))?.events > 0 ? true : undefined));
    });

    it('poll only what a scope names, and never show a password', async () => {
      const url = 'clickhouse://reader:a-secret@127.0.0.1:1';
      const refused = await create({ kind: 'poll', name: 'log', url });
      assert.match(refused.body.errors[0].detail, /in no scope/);
      const scope = { name: 'here', targets: ['127.0.0.1'], ports: '1', interval: null };
      assert.equal((await test.ask(responder, 'POST', '/api/scopes', scope)).status, 201);
      const { status, body } = await create({ kind: 'poll', name: 'log', url });
      assert.equal(status, 201, JSON.stringify(body));
      assert.ok(!JSON.stringify(body).includes('a-secret'));
      const rows = await test.room.records.selectFrom('input').selectAll().execute();
      assert.ok(!JSON.stringify(rows).includes('a-secret'));
      assert.deepEqual([body.hasPassword, body.everySeconds], [true, 0.5]);
      const slower = await test.ask(
        responder,
        'PATCH',
        `/api/inputs/${body.id}`,
        { everySeconds: 2 },
        { 'if-match': '"1"' },
      );
      assert.deepEqual([slower.body.everySeconds, slower.body.hasPassword], [2, true]);
      await until('the note that the store is away', async () => {
        const { body: list } = await test.ask(responder, 'GET', '/api/inputs');
        return list.items.find((one: { id: string }) => one.id === body.id)?.note;
      });
      assert.deepEqual(test.logged, []);
    });

    it('poll the log of a Redis, and say what is wrong with a URL of a store that keeps none', {
      skip: lacks('redis-server'),
    }, async () => {
      const none = await create({ kind: 'poll', name: 'none', url: 'couchdb://127.0.0.1:5984' });
      assert.match(none.body.errors[0].detail, /keeps no log of queries that can be asked for; known are clickhouse:/);
      const server = await startRedis('open');
      try {
        const url = `redis://127.0.0.1:${server.port}`;
        const { status, body } = await create({ kind: 'poll', name: 'redis', url });
        assert.equal(status, 201, JSON.stringify(body));
        await until('the events of its commands', async () => {
          const send = 'GET cart:1\r\nQUIT\r\n';
          await exchange({ host: '127.0.0.1', port: server.port, send, timeoutMs: 5000 });
          return (await countsOf(body.id))?.events > 0 ? true : undefined;
        });
      } finally {
        await server.stop();
      }
    });

    it('poll the query log of a real store in scope', { skip: lacks('clickhouse-server') }, async () => {
      const server = await startClickhouse('open', { queryLog: true });
      try {
        await clickhouseQuery(server, 'SELECT 1');
        const url = `clickhouse://127.0.0.1:${server.ports.http}`;
        const { status, body } = await create({ kind: 'poll', name: 'store', url });
        assert.equal(status, 201, JSON.stringify(body));
        await until('the events of its queries', async () => {
          await clickhouseQuery(server, 'SELECT email FROM shop.customers');
          return (await countsOf(body.id))?.events > 0 ? true : undefined;
        });
      } finally {
        await server.stop();
      }
    });
  });
}
