// Inputs as people add them, and pushes as senders send them, against a watch that runs.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { lacks } from '@vigie/probe/testing';
import { clickhouseQuery, startClickhouse } from '@vigie/probe/testing/clickhouse';
import { DATABASES } from '../../testing/records.ts';
import { ORIGIN, openTestRoom, type Person, type TestRoom } from '../../testing/room.ts';
import { until } from '../../testing/watched.ts';
import { startWatching } from '../watching/start-watching.ts';

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
      await until('the note that the store is away', async () => {
        const { body: list } = await test.ask(responder, 'GET', '/api/inputs');
        return list.items.find((one: { id: string }) => one.id === body.id)?.note;
      });
      assert.deepEqual(test.logged, []);
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
