import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { addContacts, customers, draftRun } from '../../../testing/letters.ts';
import { openTestRoom, type TestRoom } from '../../../testing/room.ts';
import { makeLetters, takeAwayInterrupted } from './make-letters.ts';

describe('the letters of a run', () => {
  let test: TestRoom;
  let caseId: string;
  before(async () => {
    test = await openTestRoom();
    caseId = test.room.newId();
    await addContacts(test.room, caseId, customers(7));
  });
  after(() => test.close());

  const lettersOf = (runId: string) =>
    test.room.records
      .selectFrom('letter')
      .select(['number', 'contact_id'])
      .where('run_id', '=', runId)
      .orderBy('number')
      .execute();

  it('are numbered from one on and go to each person once, in however many transactions they are made', async () => {
    for (const atOnce of [1, 3, 7, 8]) {
      const run = await draftRun(test.room, { caseId, noticeId: test.room.newId() });
      assert.equal(await makeLetters(test.room.records, run, atOnce), 7);
      const letters = await lettersOf(run.id);
      assert.deepEqual(
        letters.map(({ number }) => number),
        [1, 2, 3, 4, 5, 6, 7],
      );
      assert.equal(new Set(letters.map(({ contact_id }) => contact_id)).size, 7);
    }
  });

  it('are shared by two runs of one notice that are made at the same time, so that nobody gets two', async () => {
    const noticeId = test.room.newId();
    const runs = [await draftRun(test.room, { caseId, noticeId }), await draftRun(test.room, { caseId, noticeId })];
    const made = await Promise.all(runs.map((run) => makeLetters(test.room.records, run, 2)));
    assert.equal(
      made.reduce<number>((sum, count) => sum + (count ?? 0), 0),
      7,
    );
    const letters = (await Promise.all(runs.map(({ id }) => lettersOf(id)))).flat();
    assert.equal(new Set(letters.map(({ contact_id }) => contact_id)).size, 7);
  });

  it('are taken away where a crash interrupted it, since their run never began', async () => {
    const run = await draftRun(test.room, { caseId, noticeId: test.room.newId() });
    await makeLetters(test.room.records, run, 3);
    await takeAwayInterrupted(test.room.records);
    assert.deepEqual(await lettersOf(run.id), []);
    assert.equal(await makeLetters(test.room.records, run, 3), 7);
  });

  it('are not made of a run that has begun meanwhile', async () => {
    const run = await draftRun(test.room, { caseId, noticeId: test.room.newId() });
    await test.room.records.updateTable('letter_run').set({ state: 'running' }).where('id', '=', run.id).execute();
    assert.equal(await makeLetters(test.room.records, run), undefined);
  });
});
