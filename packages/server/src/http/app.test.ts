import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import * as v from 'valibot';
import { ORIGIN, openTestRoom, type Person, type TestRoom } from '../../testing/room.ts';
import { recordChange } from '../live/changes.ts';
import { OPERATIONS } from '../operations/index.ts';
import { type AnyOperation, operation } from './operation.ts';
import { PageQuery, pageFrom } from './page.ts';
import { PROBLEM_TYPES, problem } from './problem.ts';

/** Things of the test's own, so that every step around an operation can be tried without the platform's concepts. */
function thingOperations(made: string[]): readonly AnyOperation[] {
  return [
    operation({
      id: 'makeThing',
      method: 'POST',
      path: '/api/things',
      summary: 'Make a thing',
      may: 'be-signed-in',
      body: v.strictObject({ name: v.pipe(v.string(), v.minLength(1, 'it may not be empty')), size: v.number() }),
      answer: v.object({ name: v.string(), number: v.number() }),
      status: 201,
      run: async ({ body }) => {
        if (body.name === 'taken') return problem('conflict', { detail: 'there is one of this name' });
        made.push(body.name);
        return { name: body.name, number: made.length };
      },
    }),
    operation({
      id: 'changeThing',
      method: 'PATCH',
      path: '/api/things/:id',
      summary: 'Change a thing',
      may: 'be-signed-in',
      params: v.object({ id: v.pipe(v.string(), v.regex(/^\d+$/, 'it has to be a number')) }),
      body: v.strictObject({ name: v.string() }),
      versioned: true,
      answer: v.object({ name: v.string(), version: v.number() }),
      run: async ({ body, version }) =>
        version === 1 ? { name: body.name, version: 2 } : problem('version-old', { detail: 'it is at version 1' }),
    }),
    operation({
      id: 'failThing',
      method: 'GET',
      path: '/api/things/fail',
      summary: 'Make a mistake',
      may: 'be-signed-in',
      answer: v.object({}),
      run: async () => {
        throw new Error('a mistake about ada@example.org');
      },
    }),
    operation({
      id: 'listThings',
      method: 'GET',
      path: '/api/things',
      summary: 'Things',
      may: 'nobody',
      query: v.object(PageQuery),
      answer: v.object({ items: v.array(v.number()), next: v.optional(v.string()) }),
      run: async ({ query }) =>
        pageFrom(
          [1, 2, 3],
          query.limit,
          (row) => row,
          (row) => [row],
        ),
    }),
    operation({
      id: 'takeFile',
      method: 'POST',
      path: '/api/files',
      summary: 'Take a file',
      may: 'be-signed-in',
      takes: ['text/csv'],
      limitBytes: 1000,
      answer: v.object({ bytes: v.number() }),
      run: async ({ stream }) => {
        let bytes = 0;
        for await (const chunk of stream ?? []) bytes += chunk.length;
        return { bytes };
      },
    }),
  ];
}

describe('the steps around an operation', () => {
  const made: string[] = [];
  let test: TestRoom;
  let ada: Person;
  before(async () => {
    test = await openTestRoom({ operations: thingOperations(made) });
    ada = await test.person('responder');
  });
  after(() => test.close());

  it('names each field that is wrong, and never quotes it', async () => {
    const { status, body, headers } = await test.ask(ada, 'POST', '/api/things', {
      name: '',
      size: 'ada@example.org',
      more: 1,
    });
    assert.equal(status, 422);
    assert.equal(headers.get('content-type'), 'application/problem+json');
    assert.equal(body.type, '/problems/invalid-request');
    const pointers = body.errors.map(({ pointer }: { pointer: string }) => pointer).sort();
    assert.deepEqual(pointers, ['/body/more', '/body/name', '/body/size']);
    assert.doesNotMatch(JSON.stringify(body), /ada@example/);
    assert.ok(body.remedy.length > 10 && body.requestId.length > 10);
  });

  it('refuses what is no JSON, no UTF-8, too large, or of another type', async () => {
    const send = (content: string | Uint8Array<ArrayBuffer>, type = 'application/json') =>
      test.fetch(
        new Request(`${ORIGIN}/api/things`, {
          method: 'POST',
          headers: { host: 'localhost:4180', authorization: `Bearer ${ada.token}`, 'content-type': type },
          body: content,
        }),
      );
    assert.equal((await send('{"name": "secret-word')).status, 422);
    assert.doesNotMatch(await (await send('{"name": "secret-word')).text(), /secret-word/);
    assert.equal((await send(new Uint8Array([0x22, 0xff, 0x22]))).status, 422);
    assert.equal((await send('a=b', 'application/x-www-form-urlencoded')).status, 415);
    assert.equal((await send(`"${'x'.repeat(2 * 1024 * 1024)}"`)).status, 413);
  });

  it('tells nobody what it is to those who are not signed in, and which roles may to those who may not', async () => {
    assert.equal((await test.ask(undefined, 'POST', '/api/things', { name: 'x', size: 1 })).status, 401);
    const forged = { ...ada, token: `vigie_${'A'.repeat(43)}` };
    assert.equal((await test.ask(forged, 'POST', '/api/things', { name: 'x', size: 1 })).status, 401);
  });

  it('does a repeated request once, and answers it the same', async () => {
    const key = { 'idempotency-key': 'one-key' };
    const first = await test.ask(ada, 'POST', '/api/things', { name: 'lamp', size: 1 }, key);
    const again = await test.ask(ada, 'POST', '/api/things', { name: 'lamp', size: 1 }, key);
    assert.equal(first.status, 201);
    assert.deepEqual(again.body, first.body);
    assert.equal(again.headers.get('idempotent-replay'), 'true');
    assert.equal(made.filter((name) => name === 'lamp').length, 1);
    // An answer may hold a token that is shown once: it lies sealed.
    const kept = await test.room.records.selectFrom('idempotent_answer').selectAll().execute();
    assert.ok(kept.length > 0 && !JSON.stringify(kept).includes('lamp'));
    const other = await test.ask(ada, 'POST', '/api/things', { name: 'chair', size: 1 }, key);
    assert.equal(other.body.type, '/problems/key-reused');
    const bo = await test.person('responder');
    assert.equal((await test.ask(bo, 'POST', '/api/things', { name: 'chair', size: 1 }, key)).status, 201);
  });

  it('lets a key be used again after a failure that the caller can mend', async () => {
    const key = { 'idempotency-key': 'another-key' };
    assert.equal((await test.ask(ada, 'POST', '/api/things', { name: 'taken', size: 1 }, key)).status, 409);
    assert.equal((await test.ask(ada, 'POST', '/api/things', { name: 'mended', size: 1 }, key)).status, 201);
  });

  it('does two requests with one key at the same time once', async () => {
    const key = { 'idempotency-key': 'at-once' };
    const answers = await Promise.all(
      [1, 2, 3].map(() => test.ask(ada, 'POST', '/api/things', { name: 'once', size: 1 }, key)),
    );
    assert.equal(made.filter((name) => name === 'once').length, 1);
    for (const { status } of answers) assert.ok(status === 201 || status === 409, String(status));
  });

  it('wants to know which version is changed', async () => {
    const change = (headers?: Record<string, string>) =>
      test.ask(ada, 'PATCH', '/api/things/1', { name: 'x' }, headers);
    assert.equal((await change()).status, 428);
    assert.equal((await change({ 'if-match': '"7"' })).status, 412);
    const changed = await change({ 'if-match': '"1"' });
    assert.equal(changed.status, 200);
    assert.equal(changed.headers.get('etag'), '"2"');
  });

  it('does not send again what the client has', async () => {
    const first = await test.ask(undefined, 'GET', '/api/things?limit=2');
    assert.deepEqual(first.body.items, [1, 2]);
    const etag = first.headers.get('etag') ?? '';
    const again = await test.ask(undefined, 'GET', '/api/things?limit=2', undefined, { 'if-none-match': etag });
    assert.equal(again.status, 304);
    assert.equal((await test.ask(undefined, 'GET', '/api/things?limit=0')).status, 422);
    assert.equal((await test.ask(undefined, 'GET', '/api/things?limit=1000')).status, 422);
  });

  it('says that it made a mistake, and nothing of what it was', async () => {
    const { status, body } = await test.ask(ada, 'GET', '/api/things/fail');
    assert.equal(status, 500);
    assert.doesNotMatch(JSON.stringify(body), /mistake about|ada@/);
    assert.match(test.logged.join('\n'), /failThing/);
  });

  it('takes streams within their bound', async () => {
    const send = (content: string, type: string) =>
      test.fetch(
        new Request(`${ORIGIN}/api/files`, {
          method: 'POST',
          headers: { host: 'localhost:4180', authorization: `Bearer ${ada.token}`, 'content-type': type },
          body: content,
        }),
      );
    assert.deepEqual(await (await send('a,b', 'text/csv')).json(), { bytes: 3 });
    assert.equal((await send('x'.repeat(2000), 'text/csv')).status, 413);
    assert.equal((await send('a,b', 'text/html')).status, 415);
  });

  it('knows its own addresses and methods', async () => {
    assert.equal((await test.ask(ada, 'GET', '/api/nothing')).body.type, '/problems/no-such-operation');
    const wrong = await test.ask(ada, 'PUT', '/api/things');
    assert.equal(wrong.status, 405);
    assert.match(wrong.headers.get('allow') ?? '', /POST/);
  });

  const FOREIGN: readonly Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
  ];
  for (const headers of FOREIGN) {
    it(`refuses what another site had the browser send: ${JSON.stringify(headers)}`, async () => {
      const { status, body } = await test.ask(ada, 'POST', '/api/things', { name: 'csrf', size: 1 }, headers);
      assert.equal(status, 403);
      assert.equal(body.type, '/problems/cross-site');
      assert.ok(!made.includes('csrf'));
    });
  }

  it('refuses requests for another host, as DNS rebinding makes them', async () => {
    for (const host of ['evil.example', 'evil.example:4180', 'localhost:4181', '']) {
      const { status } = await test.ask(ada, 'GET', '/api/things', undefined, { host });
      assert.equal(status, 403, host);
    }
  });

  it('has a strict policy on every answer, and keeps none of them in caches', async () => {
    for (const path of ['/api/things', '/api/nothing', '/api/me', '/api/openapi.json', '/elsewhere.js']) {
      const { headers } = await test.ask(ada, 'GET', path);
      const policy = headers.get('content-security-policy') ?? '';
      assert.match(policy, /default-src 'none'/, path);
      assert.doesNotMatch(policy, /unsafe/, path);
      assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
      assert.match(headers.get('cache-control') ?? '', /no-store|no-cache/, path);
    }
  });

  it('streams changes to those who may know of them, and goes on where a client was', async () => {
    const admin = await test.person('administrator');
    const { records, clock } = test.room;
    const change = (kind: 'finding' | 'case', id: string) =>
      records.transaction().execute((trx) => recordChange(trx, { kind, id, what: 'created', at: clock.now() }));
    await change('finding', 'before');
    const stream = await openStream(admin, {});
    await change('finding', 'f1');
    await change('case', 'c1');
    await change('finding', 'f2');
    const heard = await stream.until(/"id":"f2"/);
    assert.match(heard, /"id":"f1"/);
    assert.doesNotMatch(heard, /"id":"before"|"id":"c1"/);
    const last = [...heard.matchAll(/^id: (\d+)$/gm)].at(1)?.[1] ?? '';
    const resumed = await openStream(admin, { 'last-event-id': last });
    const missed = await resumed.until(/"id":"f2"/);
    assert.doesNotMatch(missed, /"id":"f1"/);
    assert.equal((await test.ask(undefined, 'GET', '/api/live')).status, 401);
  });

  async function openStream(as: Person, headers: Record<string, string>) {
    const response = await test.fetch(
      new Request(`${ORIGIN}/api/live`, {
        headers: { host: 'localhost:4180', authorization: `Bearer ${as.token}`, ...headers },
      }),
    );
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    if (reader === undefined) throw new Error('there is no stream');
    return {
      async until(wanted: RegExp): Promise<string> {
        let text = '';
        while (!wanted.test(text)) {
          const { value, done } = await reader.read();
          if (done) throw new Error(`the stream ended: ${text}`);
          text += value;
        }
        await reader.cancel();
        return text;
      },
    };
  }
});

describe('the API', () => {
  it('has operations with names, addresses and summaries of their own', () => {
    const ids = OPERATIONS.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    const addresses = OPERATIONS.map(({ method, path }) => `${method} ${path}`);
    assert.equal(new Set(addresses).size, addresses.length);
    for (const { id, path, summary, method, versioned } of OPERATIONS) {
      assert.match(id, /^[a-z][A-Za-z]+$/);
      assert.match(path, /^\/api\/[a-z0-9/:-]+$/i, id);
      assert.ok(summary.length >= 5 && !summary.endsWith('.'), id);
      if (versioned) assert.ok(method === 'PATCH' || method === 'PUT' || method === 'POST' || method === 'DELETE', id);
    }
  });

  it('has problem types that say what to do', () => {
    for (const type of PROBLEM_TYPES) {
      const document = problem(type).toDocument('request');
      assert.ok(String(document.remedy).length > 10, type);
      assert.ok(Number(document.status) >= 400, type);
    }
  });
});
