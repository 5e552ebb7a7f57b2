import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { LEAKING_SCAN } from '../../testing/exposure.ts';
import { findingRecords } from '../../testing/finding-records.ts';
import { DATABASES } from '../../testing/records.ts';
import { openTestRoom, type TestRoom } from '../../testing/room.ts';

for (const database of DATABASES) {
  describe(`the first screen, in ${database.name}`, { skip: database.skip }, () => {
    let test: TestRoom;
    before(async () => {
      test = await openTestRoom({ database });
    });
    after(() => test.close());

    it('is empty before the first scan, and says so', async () => {
      const administrator = await test.person('administrator');
      const { status, body } = await test.ask(administrator, 'GET', '/api/overview');
      assert.equal(status, 200);
      assert.deepEqual([body.openNow, body.firstScanDone, body.recent], [{ stores: 0 }, false, []]);
    });

    it('says what stands open, since when, and whose data it is', async () => {
      const { findings } = await findingRecords(test.room, 5);
      const auditor = await test.person('auditor');
      const { openNow, findingsByState } = (await test.ask(auditor, 'GET', '/api/overview')).body;
      assert.deepEqual([openNow.stores, openNow.worst.id], [5, findings[0]?.id]);
      assert.equal(openNow.since, openNow.worst.firstSeenAt);
      // The same people may stand in several stores: the largest alone at least, all together at most.
      assert.deepEqual(openNow.people, { lower: 10, estimate: 60, upper: 75 });
      assert.deepEqual(findingsByState, { new: 5 });
    });

    it('tells the clock that runs out next to who may read cases, by the name that others may overhear', async () => {
      const responder = await test.person('responder');
      const awareAt = new Date(test.room.clock.now().getTime() - 3_600_000).toISOString();
      const name = 'The chats of Jean Martin';
      const opened = await test.ask(responder, 'POST', '/api/cases', {
        name,
        awareAt,
        why: 'A scan.',
        scan: LEAKING_SCAN,
      });
      assert.equal(opened.status, 201, JSON.stringify(opened.body));
      const { nextClock } = (await test.ask(responder, 'GET', '/api/overview')).body;
      assert.deepEqual([nextClock.caseId, nextClock.caseName], [opened.body.id, opened.body.codename]);
      const due = opened.body.clocks.flatMap(({ state, dueAt }: { state: string; dueAt?: string }) =>
        state === 'running' && dueAt !== undefined ? [Date.parse(dueAt)] : [],
      );
      assert.equal(Date.parse(nextClock.dueAt), Math.min(...due));
      const administrator = await test.person('administrator');
      const body = JSON.stringify((await test.ask(administrator, 'GET', '/api/overview')).body);
      assert.doesNotMatch(body, /nextClock|Jean/);
    });
  });
}
