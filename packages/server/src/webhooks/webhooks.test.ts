import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { DATABASES } from '../../testing/records.ts';
import { openTestRoom, type Person, type TestRoom } from '../../testing/room.ts';
import { recordChange } from '../live/changes.ts';
import { createAllowedAddresses } from '../outgoing/allowed-address.ts';
import { DeliveryFailed, deliverWebhook, SWITCHED_OFF_AFTER_MS } from './deliver.ts';
import { startWebhooks } from './follow.ts';

interface Received {
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** A real receiver on loopback, which answers what it is told to. */
async function startReceiver() {
  const received: Received[] = [];
  const answers: { status: number; location?: string }[] = [];
  const waiting: (() => void)[] = [];
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const { status, location } = answers.shift() ?? { status: 204 };
      if (status < 300) received.push({ headers: request.headers as Record<string, string>, body });
      response.writeHead(status, location === undefined ? {} : { location }).end();
      for (const wake of waiting.splice(0)) wake();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A test that fails before it closes this does not keep the process.
  server.unref();
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    answers,
    async until(count: number) {
      while (received.length < count) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

for (const database of DATABASES) {
  describe(`webhooks, in ${database.name}`, { skip: database.skip }, () => {
    let test: TestRoom;
    let admin: Person;
    let receiver: Awaited<ReturnType<typeof startReceiver>>;
    before(async () => {
      test = await openTestRoom({ database, settings: { outgoingNetworks: ['127.0.0.0/8'] } });
      admin = await test.person('administrator');
      receiver = await startReceiver();
    });
    after(async () => {
      await receiver.close();
      await test.close();
    });

    const change = (id: string) =>
      test.room.records
        .transaction()
        .execute((trx) => recordChange(trx, { kind: 'finding', id, what: 'created', at: test.room.clock.now() }));
    const allowed = () => createAllowedAddresses(test.room.settings.outgoingNetworks);

    it('deliver each change once, in order, signed so that the receiver can tell', async () => {
      const made = await test.ask(admin, 'POST', '/api/webhooks', { url: receiver.url, events: ['finding'] });
      assert.equal(made.status, 201, JSON.stringify(made.body));
      const stop = await startWebhooks(test.room);
      for (const id of ['f1', 'f2', 'f3']) await change(id);
      await receiver.until(3);
      const ids = receiver.received.map(({ body }) => JSON.parse(body).data.id);
      assert.deepEqual(ids, ['f1', 'f2', 'f3']);
      const verifier = new Webhook(made.body.secret);
      for (const { headers, body } of receiver.received) verifier.verify(body, headers);
      assert.throws(() =>
        new Webhook(`whsec_${Buffer.alloc(32).toString('base64')}`).verify(
          receiver.received[0]?.body ?? '',
          receiver.received[0]?.headers ?? {},
        ),
      );
      const listed = await test.ask(admin, 'GET', '/api/webhooks');
      stop();
      assert.ok(!JSON.stringify(listed.body).includes(made.body.secret.slice(0, 20)));
    });

    it('go on where they were when a receiver fails, without leaving one out', async () => {
      const own = await startReceiver();
      const made = await test.ask(admin, 'POST', '/api/webhooks', { url: own.url });
      for (const id of ['g1', 'g2', 'g3']) await change(id);
      own.answers.push({ status: 204 }, { status: 500 }, { status: 302, location: 'http://127.0.0.1:1/' });
      await assert.rejects(deliverWebhook(test.room, allowed(), made.body.id), DeliveryFailed);
      await assert.rejects(deliverWebhook(test.room, allowed(), made.body.id), /redirects are not followed/);
      const failing = (await test.ask(admin, 'GET', '/api/webhooks')).body.items.find(
        (one: { id: string }) => one.id === made.body.id,
      );
      assert.equal(failing.failures, 2);
      await deliverWebhook(test.room, allowed(), made.body.id);
      const ids = own.received.map(({ body }) => JSON.parse(body).data.id).filter((id) => /^g/.test(id));
      assert.deepEqual(ids, ['g1', 'g2', 'g3']);
      await own.close();
    });

    it('are switched off after days of failure, and said to be', async () => {
      const made = await test.ask(admin, 'POST', '/api/webhooks', { url: 'http://127.0.0.1:9/' });
      await change('h1');
      await assert.rejects(deliverWebhook(test.room, allowed(), made.body.id), /could not be reached/);
      test.turnClock(SWITCHED_OFF_AFTER_MS + 1000);
      await test.room.records
        .updateTable('api_token')
        .set({ expires_at: new Date(Date.now() + 1e11) })
        .execute();
      await assert.rejects(deliverWebhook(test.room, allowed(), made.body.id), DeliveryFailed);
      const { items } = (await test.ask(admin, 'GET', '/api/webhooks')).body;
      assert.equal(items.find((one: { id: string }) => one.id === made.body.id).active, false);
    });

    it('are changed under their version, and removed', async () => {
      const made = await test.ask(admin, 'POST', '/api/webhooks', { url: receiver.url });
      const path = `/api/webhooks/${made.body.id}`;
      assert.equal((await test.ask(admin, 'PATCH', path, { active: false })).status, 428);
      const changed = await test.ask(admin, 'PATCH', path, { active: false }, { 'if-match': '"1"' });
      assert.equal(changed.body.active, false);
      assert.equal((await test.ask(admin, 'PATCH', path, { active: true }, { 'if-match': '"1"' })).status, 412);
      assert.equal((await test.ask(admin, 'DELETE', path)).status, 204);
      assert.equal((await test.ask(admin, 'DELETE', path)).status, 404);
    });
  });
}

describe('a webhook to where nobody outside should reach (SSRF)', () => {
  let test: TestRoom;
  let admin: Person;
  before(async () => {
    test = await openTestRoom();
    admin = await test.person('administrator');
  });
  after(() => test.close());

  const REFUSED = [
    'http://127.0.0.1:8123/',
    'http://localhost/',
    'http://[::1]/',
    'http://10.0.0.1/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[fe80::1]/',
    'http://[fd00::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://0.0.0.0/',
    'http://0x7f.1/',
    'http://2130706433/',
    'http://100.64.0.1/',
  ];
  for (const url of REFUSED) {
    it(`refuses ${url}`, async () => {
      const { status, body } = await test.ask(admin, 'POST', '/api/webhooks', { url });
      assert.equal(status, 422, JSON.stringify(body));
      assert.equal(body.type, '/problems/refused-address');
    });
  }

  for (const url of ['file:///etc/passwd', 'gopher://127.0.0.1/', 'http://user:word@example.org/', 'x', 'http://']) {
    it(`takes no ${url.split(':')[0]} such as ${url}`, async () => {
      assert.equal((await test.ask(admin, 'POST', '/api/webhooks', { url })).body.type, '/problems/invalid-request');
    });
  }

  it('refuses at delivery what has moved into a private network since', async () => {
    const id = test.room.newId();
    await test.room.records
      .insertInto('webhook')
      .values({
        id,
        url: 'http://localhost:9/',
        secret: test.room.vault.seal(`whsec_${Buffer.alloc(32, 1).toString('base64')}`, 'webhook/secret'),
        kinds: [],
        active: true,
        seq: 0,
        failures: 0,
        last_delivery_at: null,
        last_failure: null,
        failing_since: null,
        created_at: new Date(),
        version: 1,
      })
      .execute();
    await test.room.records
      .transaction()
      .execute((trx) => recordChange(trx, { kind: 'finding', id: 'x', what: 'created', at: new Date() }));
    await assert.rejects(deliverWebhook(test.room, createAllowedAddresses([]), id), /loopback, private or reserved/);
  });
});
