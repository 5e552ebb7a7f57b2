import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import { Webhook } from 'standardwebhooks';
import { findingRecords } from '../../testing/finding-records.ts';
import { openMailSink } from '../../testing/mail-sink.ts';
import { DATABASES } from '../../testing/records.ts';
import { openTestRoom, type Person, type TestRoom } from '../../testing/room.ts';
import { until } from '../../testing/watched.ts';
import { writeMailSettings } from '../mail/mail-settings.ts';
import { createAllowedAddresses } from '../outgoing/allowed-address.ts';
import { sealAgain } from '../vault/seal-again.ts';
import { keepDetections } from '../watching/keep-detections.ts';
import type { ToldDetection } from '../watching/orders.ts';
import type { AlertedDetection } from './alerted-detection.ts';
import { announceDetections } from './announce.ts';
import { CHANNEL_COLUMNS } from './channel.ts';
import { deliverAlert, MOST_TRIES } from './deliver.ts';
import { gatherAlerts } from './gather.ts';
import { DAYS } from './quiet-hours.ts';
import { startAlerts } from './start-alerts.ts';

interface Received {
  readonly path: string;
  readonly headers: Record<string, string>;
  // biome-ignore lint/suspicious/noExplicitAny: each form has fields of its own.
  readonly body: any;
}

/** A real receiver on loopback, which answers what it is told to. */
async function startReceiver() {
  const received: Received[] = [];
  const answers: { status: number; body: string }[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', () => {
      const { status, body } = answers.shift() ?? { status: 200, body: 'ok' };
      const { headers, url: path = '' } = request;
      if (status < 300) received.push({ path, headers: headers as Record<string, string>, body: JSON.parse(text) });
      response.writeHead(status).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answers,
    until: (count: number) => until(`message ${count}`, async () => (received.length < count ? undefined : true)),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const RULE = 'vigie/whole-table';

for (const database of DATABASES) {
  describe(`alerts, in ${database.name}`, { skip: database.skip }, () => {
    let test: TestRoom;
    let responder: Person;
    let storeId: string;
    let receiver: Awaited<ReturnType<typeof startReceiver>>;
    before(async () => {
      test = await openTestRoom({ database, settings: { outgoingNetworks: ['127.0.0.0/8'] } });
      responder = await test.person('responder');
      receiver = await startReceiver();
      const { findings } = await findingRecords(test.room, 1);
      storeId = findings[0]?.storeId ?? '';
      await startAlerts(test.room, allowed());
    });
    after(async () => {
      await receiver.close();
      await test.close();
    });
    beforeEach(async () => {
      await test.room.records.deleteFrom('channel').execute();
      await test.room.records.deleteFrom('silence').execute();
      receiver.received.length = 0;
      receiver.answers.length = 0;
    });

    const allowed = () => createAllowedAddresses(test.room.settings.outgoingNetworks);
    const detection = (more: Partial<AlertedDetection> = {}): AlertedDetection => ({
      id: test.room.newId(),
      at: test.room.clock.now(),
      rule: RULE,
      title: 'Somebody read a <whole> table',
      level: 'high',
      why: 'An account read 1,000,000 rows; usual are 20.',
      storeId,
      ...more,
    });
    const announce = (...detections: readonly AlertedDetection[]) =>
      test.room.records.transaction().execute((trx) => announceDetections(test.room, trx, detections));
    const create = async (more: object) => {
      const body = { name: 'on call', kind: 'slack', target: `${receiver.url}/services/T0/B0/secret`, ...more };
      const made = await test.ask(responder, 'POST', '/api/channels', body);
      assert.equal(made.status, 201, JSON.stringify(made.body));
      return made.body;
    };
    const channel = async (id: string) => {
      const { items } = (await test.ask(responder, 'GET', '/api/channels')).body;
      return items.find((one: { id: string }) => one.id === id);
    };
    /** Looks at what waits, as the job does when its time has come. */
    const gather = (id: string) => gatherAlerts(test.room, id);
    const nothingMore = async (id: string, count: number) => {
      await gather(id);
      await until('the queue', async () => {
        const waits = (await deliveries(id)).some(({ state }) => state === 'waiting');
        return waits ? undefined : true;
      });
      assert.equal(receiver.received.length, count);
    };
    const deliveries = (id: string) =>
      test.room.records.selectFrom('alert_delivery').selectAll().where('channel_id', '=', id).orderBy('id').execute();
    const topics = (id: string) =>
      test.room.records.selectFrom('alert_topic').selectAll().where('channel_id', '=', id).execute();
    const jobsOf = async (kind: string) => (await test.room.jobs.list(50)).filter((job) => job.kind === kind);
    const headings = () => receiver.received.map(({ body }) => body.text);

    // Those that look at signatures come first: their verifier goes by the real clock.
    it('are tried again while a receiver is away, and say meanwhile why on the page of jobs and the channel', async () => {
      const made = await create({ kind: 'webhook', target: `${receiver.url}/hook` });
      receiver.answers.push({ status: 503, body: '<p>busy</p>' }, { status: 302, body: '' });
      await announce(detection());
      await until('the first failure', async () => (await channel(made.id)).failingSince);
      await announce(detection({ rule: 'meanwhile' }));
      const [delivery] = await deliveries(made.id);
      assert.equal((await deliveries(made.id)).length, 1);
      await assert.rejects(deliverAlert(test.room, allowed(), delivery?.id ?? ''), /redirects are not followed/);
      assert.equal((await channel(made.id)).failures, 2);
      await deliverAlert(test.room, allowed(), delivery?.id ?? '');
      await receiver.until(2);
      const [first, second] = receiver.received;
      const verifier = new Webhook(made.secret);
      const told = verifier.verify(JSON.stringify(first?.body), first?.headers ?? {}) as { type: string };
      assert.equal(told.type, 'alert.detections');
      assert.equal(first?.body.data.topics[0].rule, RULE);
      assert.equal(second?.body.data.topics[0].rule, 'meanwhile');
      assert.equal(first?.headers['webhook-id'], delivery?.id);
      const shown = await until('the success', async () => {
        const one = await channel(made.id);
        return one.failures === 0 ? one : undefined;
      });
      assert.equal(shown.lastFailure, undefined);
    });

    it('go on after keys were rotated: targets and secrets are sealed anew', async () => {
      const made = await create({ kind: 'webhook', target: `${receiver.url}/hook` });
      await test.room.vault.rotate();
      assert.equal(await sealAgain(test.room, CHANNEL_COLUMNS), 2);
      await announce(detection());
      await receiver.until(1);
      const [message] = receiver.received;
      new Webhook(made.secret).verify(JSON.stringify(message?.body), message?.headers ?? {});
    });

    it('arrive in Slack with title, level, why, store and a link, and nowhere is the URL seen', async () => {
      const { id } = await create({});
      await announce(detection());
      await receiver.until(1);
      const [message] = receiver.received;
      assert.equal(message?.path, '/services/T0/B0/secret');
      assert.equal(message?.body.text, 'High: Somebody read a &lt;whole&gt; table');
      const blocks = JSON.stringify(message?.body.blocks);
      for (const part of ['1,000,000 rows', '10.0.0.', 'http://localhost:4180/detections/']) {
        assert.ok(blocks.includes(part), part);
      }
      await until('the end of the delivery', async () => (await channel(id)).lastDeliveryAt);
      const { rows } = await sql`
        SELECT json_agg(channel)::text AS one, (SELECT json_agg(job)::text FROM queue.job) AS other FROM channel
      `.execute(test.room.records);
      const log = await readFile(test.room.evidence.path, 'utf8');
      const shown = JSON.stringify([rows, await channel(id), log, test.logged]);
      assert.ok(!shown.includes('services/T0'));
      assert.match(log, /"result":"told"/);
      assert.ok((await jobsOf('deliver-alert')).length > 0);
    });

    it('are one message for a rule and a store, again at most once a window, with their count', async () => {
      const { id } = await create({ windowMinutes: 30 });
      await announce(...Array.from({ length: 5 }, () => detection()));
      await receiver.until(1);
      assert.match(JSON.stringify(receiver.received[0]?.body), /5 times/);
      for (let times = 0; times < 3; times++) await announce(detection());
      await announce(detection({ storeId: undefined }));
      await receiver.until(2);
      await nothingMore(id, 2);
      assert.equal((await channel(id)).waiting, 3);
      test.turnClock(31 * MINUTE_MS);
      await gather(id);
      await receiver.until(3);
      assert.match(JSON.stringify(receiver.received[2]?.body), /3 times/);
    });

    it('are not sent where the transaction that keeps detections fails', async () => {
      const { id } = await create({});
      const failing = test.room.records.transaction().execute(async (trx) => {
        await announceDetections(test.room, trx, [detection()]);
        throw new Error('rolled back');
      });
      await assert.rejects(failing, /rolled back/);
      await nothingMore(id, 0);
    });

    it('are sent to those alone who want to hear of such a level', async () => {
      const all = await create({ leastLevel: 'low', name: 'all' });
      await create({ leastLevel: 'critical', target: `${receiver.url}/urgent` });
      await announce(detection({ level: 'medium' }), detection({ rule: 'other', level: 'informational' }));
      await receiver.until(1);
      await nothingMore(all.id, 1);
      assert.ok(receiver.received.every(({ path }) => path !== '/urgent'));
    });

    it('are kept back in quiet hours and told together when they end; what is critical is told at once', async () => {
      const now = test.room.clock.now();
      const begin = new Date(now.getTime() - HOUR_MS);
      const wall = (at: Date) => at.toISOString().slice(11, 16);
      const days = [DAYS[(begin.getUTCDay() + 6) % 7]];
      const to = wall(new Date(now.getTime() + 2 * HOUR_MS));
      const quietHours = { timeZone: 'UTC', stretches: [{ days, from: wall(begin), to }] };
      const { id } = await create({ quietHours });
      await announce(detection(), detection(), detection({ rule: 'other' }));
      await announce(detection({ rule: 'worst', level: 'critical', title: 'A dump' }));
      await receiver.until(1);
      await nothingMore(id, 1);
      assert.deepEqual(headings(), ['Critical: A dump']);
      const waits = (await jobsOf('gather-alerts')).find(
        ({ state, waitingUntil }) => state === 'created' && waitingUntil,
      );
      assert.equal(wall(waits?.waitingUntil ?? now), to);
      test.turnClock(3 * HOUR_MS);
      await gather(id);
      await receiver.until(2);
      await nothingMore(id, 2);
      assert.equal(headings()[1], '3 detections, the worst: High');
    });

    it('are told to nobody while a silence holds, also where they waited already', async () => {
      const { id } = await create({ windowMinutes: 30 });
      await announce(detection());
      await receiver.until(1);
      await announce(detection());
      await silence({ rule: RULE });
      await announce(detection());
      await announce(detection({ rule: 'of-the-store' }));
      await receiver.until(2);
      await silence({ store_id: storeId });
      await announce(detection({ rule: 'silenced-with-its-store' }));
      test.turnClock(31 * MINUTE_MS);
      await nothingMore(id, 2);
      assert.equal((await channel(id)).waiting, 0);
      test.turnClock(24 * HOUR_MS);
      await announce(detection());
      await receiver.until(3);
    });

    async function silence(of: { readonly rule?: string; readonly store_id?: string }) {
      const now = test.room.clock.now();
      await test.room.records
        .insertInto('silence')
        .values({
          id: test.room.newId(),
          rule: of.rule ?? null,
          rule_title: null,
          store_id: of.store_id ?? null,
          until: new Date(now.getTime() + 24 * HOUR_MS),
          reason: test.room.vault.seal('known', 'silence/reason'),
          by_id: responder.id,
          created_at: now,
          ended_at: null,
          ended_by: null,
        })
        .execute();
    }

    it('are never more than the limit of an hour: the rest comes together in the next', async () => {
      const { id } = await create({ mostPerHour: 2, leastLevel: 'low' });
      const rules = (count: number, from: number) =>
        Array.from({ length: count }, (_, index) => detection({ rule: `rule-${from + index}`, level: 'medium' }));
      await announce(...rules(30, 0));
      await receiver.until(2);
      // Two are delivered at once: either may be the first to arrive.
      assert.deepEqual(headings().sort(), [
        '29 detections, the worst: Medium',
        'Medium: Somebody read a &lt;whole&gt; table',
      ]);
      assert.match(JSON.stringify(receiver.received), /And 19 more detections of 19 kinds\./);
      await announce(...rules(40, 100));
      await nothingMore(id, 2);
      assert.equal((await channel(id)).waiting, 40);
      test.turnClock(61 * MINUTE_MS);
      await gather(id);
      await receiver.until(3);
      await nothingMore(id, 3);
      assert.equal(headings()[2], '40 detections, the worst: Medium');
    });

    it('say what the receiver answered, in words that quote nothing else', async () => {
      const { id } = await create({});
      receiver.answers.push({ status: 404, body: 'no_service' });
      await announce(detection());
      const failure = await until('the failure', async () => (await channel(id)).lastFailure);
      assert.equal(failure, 'it answered 404 (no_service)');
      const job = await until('the job', async () =>
        (await jobsOf('deliver-alert')).find(({ error }) => error === 'it answered 404 (no_service)'),
      );
      assert.equal(job.state, 'retry');
    });

    it('are given up after days, and then what waited is told', async () => {
      const { id } = await create({});
      receiver.answers.push({ status: 500, body: '' }, { status: 500, body: '' });
      await announce(detection());
      await until('the failure', async () => (await channel(id)).failingSince);
      await announce(detection({ rule: 'later', title: 'Later' }));
      const [delivery] = await deliveries(id);
      const { records } = test.room;
      await records
        .updateTable('alert_delivery')
        .set({ tries: MOST_TRIES - 1 })
        .where('channel_id', '=', id)
        .execute();
      await assert.rejects(deliverAlert(test.room, allowed(), delivery?.id ?? ''), /it answered 500/);
      await receiver.until(1);
      assert.deepEqual(headings(), ['High: Later']);
      assert.match(await readFile(test.room.evidence.path, 'utf8'), /"result":"given-up"/);
    });

    it('do not wait for ever for a delivery that got lost', async () => {
      const { id } = await create({});
      const lost = test.room.newId();
      await test.room.records
        .insertInto('alert_delivery')
        .values({
          id: lost,
          channel_id: id,
          alert: JSON.stringify({ kind: 'test' }),
          detections: 1,
          rank: 1,
          state: 'waiting',
          tries: 1,
          planned_at: test.room.clock.now(),
          done_at: null,
        })
        .execute();
      await announce(detection());
      await until('the look at it', async () => ((await topics(id))[0]?.is_held ? true : undefined));
      assert.equal(receiver.received.length, 0);
      test.turnClock(8 * 24 * HOUR_MS);
      await gather(id);
      await receiver.until(1);
    });

    it('are dropped where their channel is switched off or removed', async () => {
      const { id } = await create({ windowMinutes: 30 });
      await announce(detection());
      await receiver.until(1);
      await announce(detection());
      const { version } = await channel(id);
      await test.ask(responder, 'PATCH', `/api/channels/${id}`, { enabled: false }, { 'if-match': `"${version}"` });
      await announce(detection({ rule: 'unheard' }));
      test.turnClock(HOUR_MS);
      await nothingMore(id, 1);
      assert.equal((await channel(id)).waiting, 0);
      assert.equal((await test.ask(responder, 'DELETE', `/api/channels/${id}`)).status, 204);
      assert.equal((await deliveries(id)).length, 0);
    });

    it('arrive in Teams as an Adaptive Card', async () => {
      await create({ kind: 'teams', target: `${receiver.url}/workflows/1?sig=secret`, language: 'fr' });
      receiver.answers.push({ status: 202, body: '' });
      await announce(detection());
      await receiver.until(1);
      const [{ contentType, content }] = receiver.received[0]?.body.attachments ?? [];
      assert.equal(contentType, 'application/vnd.microsoft.card.adaptive');
      assert.equal(content.body[0].inlines[0].text, 'Élevé\u00a0: Somebody read a <whole> table');
      assert.equal(content.actions[0].title, 'Ouvrir la détection');
    });

    it('arrive as mail', async (context) => {
      const sink = await openMailSink();
      context.after(() => sink.close());
      const settings = {
        host: '127.0.0.1',
        port: sink.port,
        security: 'none' as const,
        from: { name: 'Vigie', address: 'vigie@example.org' },
        connections: 1,
        bounceAddress: 'bounces@example.org',
      };
      await writeMailSettings(test.room, settings, 0);
      await create({ kind: 'mail', target: 'On-Call@example.org' });
      await announce(detection({ title: 'A table\r\nBcc: somebody@example.org' }));
      const mail = await until('the mail', async () => sink.mails[0]);
      assert.equal(mail.to, 'on-call@example.org');
      assert.match(mail.raw, /^Subject: Vigie: High: A table Bcc: somebody@example\.org\r$/m);
      assert.doesNotMatch(mail.raw, /^Bcc:/im);
      assert.match(mail.raw, /^List-Id: <alerts\.example\.org>/im);
    });

    it('follow from what the watch keeps, each firing once', async () => {
      const { id } = await create({});
      const input = test.room.newId();
      await test.room.records
        .insertInto('input')
        .values({
          id: input,
          name: 'shop',
          kind: 'push',
          store_id: storeId,
          format: null,
          settings: '',
          token_hash: null,
          token_shown: null,
          note: null,
          last_event_at: null,
          created_at: test.room.clock.now(),
          created_by: responder.id,
          removed_at: null,
        })
        .execute();
      const told: ToldDetection = {
        engineId: 'engine-1',
        firing: test.room.newId(),
        kind: 'attack',
        rule: RULE,
        title: 'SQL injection',
        level: 'critical',
        author: undefined,
        link: undefined,
        licence: undefined,
        why: 'A request has SQL in it.',
        facts: [],
        about: { group: [], tags: [], references: [], falsePositives: [] },
        accountHash: '',
        addressHash: '',
        subject: 'a',
        time: undefined,
      };
      for (let times = 0; times < 2; times++) await keepDetections(test.room, { input, storeId }, [told]);
      await receiver.until(1);
      await nothingMore(id, 1);
      assert.equal((await channel(id)).waiting, 0);
      assert.match(JSON.stringify(receiver.received[0]?.body), new RegExp(`/detections/${told.firing}`));
    });
  });
}
