// Detections from a push to what a person says of them: each once, counted together, live, judged, closed and silenced.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { findingRecords } from '../../testing/finding-records.ts';
import { DATABASES } from '../../testing/records.ts';
import { ORIGIN, openTestRoom, type Person, type TestRoom } from '../../testing/room.ts';
import { until } from '../../testing/watched.ts';
import { readEntriesBefore } from '../evidence/read-entries.ts';
import { startForgettingDetections } from '../jobs/forget-detections.ts';
import { forgetDetections } from '../watching/forget-detections.ts';
import { startWatching } from '../watching/start-watching.ts';

/** A moment of today or yesterday: what is older than is kept is not told around a detection. */
const AT = Math.floor(Date.now() / 3_600_000) * 3_600_000 - 6 * 3_600_000;

/** A request as nginx writes it down. @param minute after that moment */
function requestLine(ip: string, minute: number, target: string): string {
  const [, day, month, year, time] =
    /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(new Date(AT + minute * 60_000).toUTCString()) ?? [];
  return `${ip} - - [${day}/${month}/${year}:${time} +0000] "GET ${target} HTTP/1.1" 200 512 "-" "Mozilla/5.0 (X11; Linux x86_64)"`;
}

const INJECTED = '/items?id=1%27%20UNION%20SELECT%20canary7341%20FROM%20users--%20';

for (const database of DATABASES) {
  describe(`detections, in ${database.name}`, { skip: database.skip }, () => {
    let test: TestRoom;
    let stop: () => Promise<void>;
    let responder: Person;
    let input: { readonly id: string; readonly token: string };
    let folder: string;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'vigie-detections-'));
      test = await openTestRoom({
        database,
        events: database === DATABASES[0] ? { kind: 'embedded', folder: join(folder, 'events') } : undefined,
      });
      stop = await startWatching(test.room);
      responder = await test.person('responder');
      const made = await test.ask(responder, 'POST', '/api/inputs', {
        kind: 'push',
        name: 'shop',
        format: 'access-log',
      });
      input = made.body;
    });
    after(async () => {
      await stop();
      await test.close();
      await rm(folder, { recursive: true, force: true });
    });

    const push = async (...lines: readonly string[]) => {
      const headers = {
        host: new URL(ORIGIN).host,
        authorization: `Bearer ${input.token}`,
        'content-type': 'text/plain',
      };
      const request = new Request(`${ORIGIN}/api/inputs/${input.id}/events`, {
        method: 'POST',
        headers,
        body: lines.join('\n'),
      });
      assert.equal((await test.fetch(request)).status, 200);
    };
    const list = async (query = '') => (await test.ask(responder, 'GET', `/api/detections${query}`)).body;
    const injections = async () =>
      (await list('?rule=vigie-sql-injection')).items as {
        readonly id: string;
        readonly count: number;
        readonly version: number;
      }[];

    it('are in the list within a moment, and heard of, without a value of the request', async () => {
      const seq = await test.room.changes.latest();
      await push(requestLine('203.0.113.9', 0, INJECTED));
      const [found] = await until('the detection', async () => {
        const some = await injections();
        return some.length > 0 ? some : undefined;
      });
      assert.ok(found);
      const changes = await test.room.changes.after(seq, 100);
      assert.ok(changes.some(({ kind, id, what }) => kind === 'detection' && id === found.id && what === 'created'));
      const { body } = await test.ask(responder, 'GET', `/api/detections/${found.id}`);
      assert.equal(body.firstAt, new Date(AT).toISOString());
      assert.deepEqual([body.kind, body.state, body.input.name, body.silenced], ['attack', 'new', 'shop', false]);
      assert.ok(body.why.length > 10 && body.author && body.licence);
      const kept = JSON.stringify(await test.room.records.selectFrom('detection').selectAll().execute());
      for (const value of ['203.0.113.9', 'canary7341']) assert.ok(!kept.includes(value), value);
    });

    it('are counted together while they go on, and apart for another address or after an hour', async () => {
      await push(...[1, 2, 3].map((minute) => requestLine('203.0.113.9', minute, INJECTED)));
      await push(requestLine('198.51.100.7', 4, INJECTED), requestLine('203.0.113.9', 200, INJECTED));
      const all = await until('three detections', async () => {
        const some = await injections();
        return some.length === 3 ? some : undefined;
      });
      assert.deepEqual(
        all.map(({ count }) => count),
        [1, 1, 4],
      );
    });

    it('come in pages, by level, time, state, input and words', async () => {
      const { items, next, total } = await list('?limit=2');
      assert.equal(items.length, 2);
      const rest = await list(`?limit=200&cursor=${next}`);
      assert.equal(rest.items.length, total.rows - 2);
      assert.equal(new Set([...items, ...rest.items].map(({ id }) => id)).size, total.rows);
      assert.equal(
        (await list(`?since=${new Date(AT + 7_200_000).toISOString()}&rule=vigie-sql-injection`)).total.rows,
        1,
      );
      assert.equal((await list(`?input=${input.id}`)).total.rows, total.rows);
      assert.equal((await list('?state=closed,expected')).total.rows, 0);
      assert.equal((await list('?q=no%20such%20word')).total.rows, 0);
      assert.equal((await list('?q=SHOP')).total.rows, total.rows);
      assert.equal((await list('?level=informational&rule=vigie-sql-injection')).total.rows, 0);
      const bad = await test.ask(responder, 'GET', '/api/detections?cursor=WyJhIiwiYiJd');
      assert.equal(bad.status, 422);
    });

    it('are judged with a reason that the evidence log commits to, and closed', async () => {
      const [newest] = await injections();
      assert.ok(newest);
      const path = `/api/detections/${newest.id}`;
      const judgement = { opinion: 'expected', reason: 'Our own test by Ada.' };
      assert.equal((await test.ask(responder, 'POST', `${path}/judgement`, judgement)).status, 428);
      const headers = { 'if-match': `"${newest.version}"` };
      const judged = await test.ask(responder, 'POST', `${path}/judgement`, judgement, headers);
      assert.deepEqual(
        [judged.status, judged.body.state, judged.body.note, judged.body.judgedBy.id],
        [200, 'expected', judgement.reason, responder.id],
      );
      assert.equal((await test.ask(responder, 'POST', `${path}/judgement`, judgement, headers)).status, 412);
      const rows = JSON.stringify(await test.room.records.selectFrom('detection').selectAll().execute());
      assert.ok(!rows.includes('Ada'));
      const [entry] = await readEntriesBefore(test.room.evidence.path, Number.POSITIVE_INFINITY, 1);
      assert.deepEqual(
        [entry?.payload.subject, entry?.payload.to, entry?.payload.reason],
        [`detection/${newest.id}`, 'expected', test.room.evidence.commitment(judgement.reason)],
      );
      const closing = { 'if-match': `"${judged.body.version}"` };
      const closed = await test.ask(responder, 'POST', `${path}/close`, {}, closing);
      assert.deepEqual([closed.body.state, closed.body.note], ['closed', judgement.reason]);
      const again = { 'if-match': `"${closed.body.version}"` };
      assert.equal((await test.ask(responder, 'POST', `${path}/close`, {}, again)).status, 409);
    });

    it('by behaviour are judged also where the engine has forgotten them', async () => {
      const [, other] = await injections();
      assert.ok(other);
      await test.room.records.updateTable('detection').set({ kind: 'behaviour' }).where('id', '=', other.id).execute();
      const judgement = { opinion: 'not-expected', reason: 'Nobody knows of it.' };
      const headers = { 'if-match': `"${other.version}"` };
      const judged = await test.ask(responder, 'POST', `/api/detections/${other.id}/judgement`, judgement, headers);
      assert.deepEqual([judged.status, judged.body.state], [200, 'not-expected']);
    });

    it('are silenced by rule until a date and with a reason, and told again when that ends', async () => {
      const silence = { rule: 'vigie-sql-injection', reason: 'A test of ours', until: '2026-11-01T00:00:00Z' };
      const past = await test.ask(responder, 'POST', '/api/silences', silence);
      assert.equal(past.body.errors[0].pointer, '/body/until');
      assert.equal((await test.ask(responder, 'POST', '/api/silences', { ...silence, rule: undefined })).status, 422);
      const until = new Date(test.room.clock.now().getTime() + 3_600_000).toISOString();
      const { status, body } = await test.ask(responder, 'POST', '/api/silences', { ...silence, until });
      assert.equal(status, 201, JSON.stringify(body));
      assert.equal(body.by.id, responder.id);
      assert.ok(
        (await list('?rule=vigie-sql-injection&silenced=yes')).items.every(
          (one: { silenced: boolean }) => one.silenced,
        ),
      );
      assert.equal((await list('?rule=vigie-sql-injection&silenced=no')).total.rows, 0);
      assert.equal((await test.ask(responder, 'GET', '/api/silences?active=yes')).body.items.length, 1);
      assert.equal((await test.ask(responder, 'DELETE', `/api/silences/${body.id}`)).status, 204);
      assert.equal((await list('?rule=vigie-sql-injection&silenced=yes')).total.rows, 0);
      const [ended] = (await test.ask(responder, 'GET', '/api/silences?active=no')).body.items;
      assert.deepEqual([ended.id, ended.endedBy.id, ended.active], [body.id, responder.id, false]);
      assert.equal((await test.ask(responder, 'DELETE', `/api/silences/${body.id}`)).status, 404);
    });

    it('tell what the same address did around it, from the store of events', {
      skip: database !== DATABASES[0],
    }, async () => {
      const oldest = (await injections()).at(-1);
      const around = await until('the accesses', async () => {
        const { body } = await test.ask(responder, 'GET', `/api/detections/${oldest?.id}`);
        return body.around?.buckets.some(({ queries }: { queries: number }) => queries === 4) ? body.around : undefined;
      });
      assert.equal(around.stepSeconds, 300);
      const bytes = around.buckets.reduce((sum: number, one: { bytes: number }) => sum + one.bytes, 0);
      assert.equal(bytes, 4 * 512);
      assert.deepEqual(test.logged, []);
    });

    it('are forgotten after the days that are set, except in a case, and the evidence log counts them', async () => {
      const { records, clock } = test.room;
      const administrator = await test.person('administrator');
      const all = await injections();
      const [kept, forgotten] = all;
      assert.ok(kept && forgotten);
      const { storeId } = (await findingRecords(test.room, 1)).findings[0] ?? assert.fail('there is no store');
      const officer = await test.person('data-protection-officer');
      const opening = { name: 'Taken', awareAt: clock.now().toISOString(), why: 'It fired.', fromStore: storeId };
      const opened = await test.ask(officer, 'POST', '/api/cases', opening);
      assert.equal(opened.status, 201, JSON.stringify(opened.body));
      const old = new Date(clock.now().getTime() - 60 * 24 * 3_600_000);
      const aged = { first_at: old, last_at: old };
      await records.updateTable('detection').set(aged).where('id', '=', forgotten.id).execute();
      await records
        .updateTable('detection')
        .set({ ...aged, store_id: storeId })
        .where('id', '=', kept.id)
        .execute();
      assert.equal(await forgetDetections(test.room), 0, 'they are kept for 400 days');
      await startForgettingDetections(test.room);
      const { version } = (await test.ask(responder, 'GET', '/api/settings/watching')).body;
      const change = { detectionsKeptDays: 30 };
      const path = '/api/settings/watching';
      const set = await test.ask(administrator, 'PATCH', path, change, { 'if-match': `"${version}"` });
      assert.deepEqual([set.status, set.body.detectionsKeptDays], [200, 30], JSON.stringify(set.body));
      await until('the job', async () => {
        const left = new Set((await injections()).map(({ id }) => id));
        assert.ok(left.has(kept.id), 'what stands in a case stays');
        return left.has(forgotten.id) ? undefined : true;
      });
      const entry = await until('the entry', async () => {
        const entries = await readEntriesBefore(test.room.evidence.path, Number.POSITIVE_INFINITY, 50);
        return entries.find(({ type }) => type === 'detections-forgotten');
      });
      assert.equal(entry.payload.detections, 1);
    });
  });
}
