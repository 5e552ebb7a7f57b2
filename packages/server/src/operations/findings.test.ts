import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { findingRecords, type Planted } from '../../testing/finding-records.ts';
import { DATABASES } from '../../testing/records.ts';
import { openTestRoom, type Person, type TestRoom } from '../../testing/room.ts';
import { actOnFinding } from '../watch/act-on-finding.ts';
import { ACTS, FINDING_STATES, needOf, stateAfter } from '../watch/finding-life.ts';
import { resealReasons } from '../watch/reseal-reasons.ts';
import { startScheduler } from '../watch/scheduler.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

for (const database of DATABASES) {
  describe(`findings, in ${database.name}`, { skip: database.skip }, () => {
    let test: TestRoom;
    let responder: Person;
    let planted: Planted;
    before(async () => {
      test = await openTestRoom({ database });
      responder = await test.person('responder');
      planted = await findingRecords(test.room, 60);
    });
    after(async () => {
      await test.close();
      assert.deepEqual(test.logged, []);
    });

    const list = async (query = '') => {
      const { status, body } = await test.ask(responder, 'GET', `/api/findings${query}`);
      assert.equal(status, 200, JSON.stringify(body));
      return body;
    };
    const patch = async (id: string, body: object, as = responder) => {
      const { version } = (await test.ask(responder, 'GET', `/api/findings/${id}`)).body;
      return test.ask(as, 'PATCH', `/api/findings/${id}`, body, { 'if-match': `"${version}"` });
    };
    const inDays = (days: number) =>
      new Date(test.room.clock.now().getTime() + days * DAY_MS).toISOString().slice(0, 10);

    it('come worst first and of the same severity the oldest first, page by page, none twice and none left out', async () => {
      const rank = ['critical', 'high', 'medium', 'low', 'info'];
      const seen: { id: string; severity: string; firstSeenAt: string }[] = [];
      let cursor = '';
      do {
        const page = await list(`?limit=7${cursor}`);
        assert.ok(page.items.length <= 7);
        seen.push(...page.items);
        cursor = page.next === undefined ? '' : `&cursor=${page.next}`;
      } while (cursor !== '');
      assert.equal(new Set(seen.map(({ id }) => id)).size, 60);
      const keys = seen.map(({ severity, firstSeenAt, id }) => `${rank.indexOf(severity)} ${firstSeenAt} ${id}`);
      assert.deepEqual(keys, [...keys].sort());
    });

    it('say how many there are, and can be entered in the middle, from where the cursor goes on', async () => {
      const all = await list('?limit=200');
      assert.deepEqual(all.total, { rows: 60, exact: true });
      assert.deepEqual((await list('?severity=critical&limit=2')).total, { rows: 12, exact: true });
      const middle = await list('?skip=30&limit=10');
      assert.deepEqual(middle.items, all.items.slice(30, 40));
      assert.equal(middle.total, undefined, 'it is counted once, with the first page');
      const on = await list(`?limit=10&cursor=${middle.next}`);
      assert.deepEqual(on.items, all.items.slice(40, 50));
      assert.deepEqual((await list('?skip=55&limit=10&count=all')).total, { rows: 60, exact: true });
      assert.deepEqual(await list('?skip=60&limit=10'), { items: [] });
      assert.equal((await test.ask(responder, 'GET', '/api/findings?skip=-1')).status, 422);
    });

    it('can be asked for by state, severity, store, who has them, and a word', async () => {
      assert.ok(
        (await list('?severity=critical,high&limit=200')).items.every((one: { severity: string }) =>
          /critical|high/.test(one.severity),
        ),
      );
      assert.equal((await list('?state=mended')).items.length, 0);
      const [first] = planted.findings;
      assert.ok(first);
      assert.deepEqual(
        (await list(`?store=${first.storeId}`)).items.map(({ id }: { id: string }) => id),
        [first.id],
      );
      assert.equal((await list('?assignee=me')).items.length, 0);
      assert.equal((await list('?assignee=nobody&limit=200')).items.length, 60);
      assert.equal((await list('?q=10.0.0.17')).items.length, 1);
      assert.equal((await list('?q=%25')).items.length, 0, 'a percent sign means itself');
      for (const bad of [
        'state=open',
        'severity=worst',
        'store=1',
        'limit=0',
        'limit=201',
        'cursor=eyJ4IjoxfQ',
        'cursor=WzEsIngiLCJ5Il0',
      ]) {
        assert.equal((await test.ask(responder, 'GET', `/api/findings?${bad}`)).status, 422, bad);
      }
    });

    it('are answered from what was read before, until one of them changes', async () => {
      const first = await test.ask(responder, 'GET', '/api/findings?limit=1');
      const etag = first.headers.get('etag') ?? '';
      const same = await test.ask(responder, 'GET', '/api/findings?limit=1', undefined, { 'if-none-match': etag });
      assert.equal(same.status, 304);
      const { id } = first.body.items[0];
      await patch(id, { assigneeId: responder.id });
      const after = await test.ask(responder, 'GET', '/api/findings?limit=1', undefined, { 'if-none-match': etag });
      assert.equal(after.status, 200);
      assert.deepEqual(after.body.items[0].assignee, { id: responder.id, name: 'responder' });
      assert.deepEqual(
        (await list('?assignee=me')).items.map((one: { id: string }) => one.id),
        [id],
      );
    });

    it('are accepted until a day, with a reason that stays out of the evidence log, and return by themselves', async () => {
      const id = planted.findings[3]?.id ?? '';
      const reason = 'Jean Martin says that it is a copy for the fair';
      const accepted = await patch(id, { state: 'accepted', acceptedUntil: inDays(2), acceptedBecause: reason });
      assert.equal(accepted.status, 200, JSON.stringify(accepted.body));
      assert.deepEqual([accepted.body.state, accepted.body.acceptedBecause], ['accepted', reason]);
      const log = await readFile(test.room.evidence.path, 'utf8');
      assert.doesNotMatch(log, /Jean|fair/);
      assert.match(log, new RegExp(`"reason":"hmac-sha256:[0-9a-f]{64}","subject":"${id}"`));
      const row = await test.room.records.selectFrom('finding').selectAll().where('id', '=', id).executeTakeFirst();
      assert.doesNotMatch(String(row?.accepted_because), /Jean/);
      test.turnClock(4 * DAY_MS);
      await test.room.changes.latest();
      const scheduler = startScheduler(test.room);
      await scheduler.stop();
      const ended = (await test.ask(responder, 'GET', `/api/findings/${id}`)).body;
      assert.deepEqual([ended.state, ended.acceptedUntil, ended.acceptedBecause], ['new', undefined, undefined]);
      const { items } = (await test.ask(responder, 'GET', `/api/findings/${id}/timeline`)).body;
      assert.deepEqual(
        items.map(({ what }: { what: string }) => what),
        ['accept', 'acceptance-ended'],
      );
      assert.equal(items[0].acceptedBecause, reason);
    });

    it('keep their reasons readable when the key changes, under the new one', async () => {
      const { room } = test;
      const sealedWith = async () => {
        const rows = await room.records.selectFrom('finding_event').select('accepted_because').execute();
        return new Set(
          rows.flatMap(({ accepted_because: sealed }) => (sealed === null ? [] : [room.vault.sealedWith(sealed)])),
        );
      };
      const before = room.vault.currentKey;
      assert.deepEqual(await sealedWith(), new Set([before]));
      await room.vault.rotate();
      assert.notEqual(room.vault.currentKey, before);
      assert.ok((await resealReasons(room)) > 0);
      assert.deepEqual(await sealedWith(), new Set([room.vault.currentKey]));
      assert.equal(await resealReasons(room), 0);
    });

    it('are not accepted without a day, a reason, or the right to', async () => {
      const id = planted.findings[4]?.id ?? '';
      const pointerOf = async (body: object) => (await patch(id, body)).body.errors[0].pointer;
      assert.equal(await pointerOf({ state: 'accepted', acceptedBecause: 'x' }), '/body/acceptedUntil');
      assert.equal(await pointerOf({ state: 'accepted', acceptedUntil: inDays(1) }), '/body/acceptedBecause');
      assert.equal(
        await pointerOf({ state: 'accepted', acceptedUntil: inDays(-2), acceptedBecause: 'x' }),
        '/body/acceptedUntil',
      );
      assert.equal(
        await pointerOf({ state: 'accepted', acceptedUntil: inDays(500), acceptedBecause: 'x' }),
        '/body/acceptedUntil',
      );
      assert.equal(
        await pointerOf({ state: 'accepted', acceptedUntil: 'soon', acceptedBecause: 'x' }),
        '/body/acceptedUntil',
      );
      assert.equal(await pointerOf({ assigneeId: 'nobody' }), '/body/assigneeId');
      assert.equal(await pointerOf({ state: 'assigned' }), '/body/assigneeId');
      const auditor = await test.person('auditor');
      assert.equal((await patch(id, { state: 'mending' }, auditor)).status, 403);
    });

    it('are not called mended by anybody: only what the store answers says so', async () => {
      const id = planted.findings[5]?.id ?? '';
      for (const state of ['mended', 'back']) {
        const refused = await patch(id, { state });
        assert.equal(refused.status, 409);
        assert.match(refused.body.detail, /verify/);
      }
      const old = await test.ask(
        responder,
        'PATCH',
        `/api/findings/${id}`,
        { state: 'mending' },
        { 'if-match': '"99"' },
      );
      assert.equal(old.status, 412);
      const mending = await patch(id, { state: 'mending' });
      assert.deepEqual([mending.body.state, mending.body.assignee.id], ['mending', responder.id]);
      assert.equal((await patch(id, { state: 'new' })).body.assignee, undefined);
    });

    it('move only as the table says: every act in every state, with its timeline, its evidence and a change for browsers', async () => {
      const { room } = test;
      const id = planted.findings[6]?.id ?? '';
      for (const act of ACTS) {
        for (const state of FINDING_STATES) {
          await room.records
            .updateTable('finding')
            .set({ state, resumes: 'new', assignee_id: null })
            .where('id', '=', id)
            .execute();
          const to = stateAfter(act, { state, resumes: 'new', hasAssignee: false });
          const evidence = room.evidence.size;
          const changes = await room.changes.latest();
          const moved = await room.records.transaction().execute(async (trx) => {
            const row = await trx.selectFrom('finding').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
            const until = new Date(room.clock.now().getTime() + DAY_MS);
            return actOnFinding(room, trx, row, {
              act,
              at: room.clock.now(),
              accountId: responder.id,
              ...(needOf(act) === 'assignee' && { assigneeId: responder.id }),
              ...(needOf(act) === 'acceptance' && { acceptance: { until, because: 'because' } }),
            });
          });
          assert.equal(moved, to, `${act} in ${state}`);
          const row = await room.records
            .selectFrom('finding')
            .select('state')
            .where('id', '=', id)
            .executeTakeFirstOrThrow();
          assert.equal(row.state, to ?? state);
          assert.equal(room.evidence.size - evidence, to === undefined ? 0 : 1);
          assert.equal((await room.changes.latest()) > changes, to !== undefined);
          const last = await room.records
            .selectFrom('finding_event')
            .select(['what', 'to_state'])
            .where('finding_id', '=', id)
            .orderBy('id', 'desc')
            .executeTakeFirst();
          if (to !== undefined) assert.deepEqual(last, { what: act, to_state: to });
        }
      }
    });

    it('without what an act needs stay as they are', async () => {
      const { room } = test;
      const id = planted.findings[7]?.id ?? '';
      await room.records.transaction().execute(async (trx) => {
        const row = await trx.selectFrom('finding').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
        const at = room.clock.now();
        assert.equal(await actOnFinding(room, trx, row, { act: 'assign', at, accountId: null }), undefined);
        assert.equal(await actOnFinding(room, trx, row, { act: 'accept', at, accountId: null }), undefined);
      });
    });

    it('are counted on the first screen, which says since when and whose', async () => {
      const { status, body } = await test.ask(responder, 'GET', '/api/overview');
      assert.equal(status, 200);
      assert.equal(body.openNow.stores, 60);
      assert.equal(body.openNow.worst.severity, 'critical');
      assert.deepEqual(body.openNow.people, { lower: 10, estimate: 720, upper: 900 });
      assert.deepEqual(body.kinds, [{ kind: 'person/email', rows: 6000 }]);
      const sum = Object.values(body.findingsByState as Record<string, number>).reduce((a, b) => a + b, 0);
      assert.equal(sum, 60);
      assert.ok(body.recent.length > 0 && body.recent[0].label);
    });
  });
}
