import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { isIncluded, leafHash, proveInclusion } from '@vigie/evidence';
import { addContacts, customers, setRelay, startedRun } from '../../../testing/letters.ts';
import { openMailSink, type SinkManner } from '../../../testing/mail-sink.ts';
import { DATABASES } from '../../../testing/records.ts';
import { openTestRoom, type TestRoom } from '../../../testing/room.ts';
import { createAllowedAddresses } from '../../outgoing/allowed-address.ts';
import { type RunRow, readRun, stepRun } from '../runs/run-life.ts';
import { openPostOffice, type PostOffice } from './post-office.ts';
import { readRunText } from './run-text.ts';
import { leafBytes, leafOf } from './sheets.ts';

for (const database of DATABASES) {
  describe(`the post office, over ${database.name}`, { skip: database.skip }, () => {
    let house: TestRoom;
    before(async () => {
      house = await openTestRoom({ database });
    });
    after(() => house.close());

    const open = () =>
      openPostOffice({ room: house.room, allowed: createAllowedAddresses(['127.0.0.0/8']), firstPauseMs: 200 });

    async function until(run: RunRow, isThere: (run: RunRow) => boolean): Promise<RunRow> {
      const endMs = Date.now() + 20_000;
      for (;;) {
        const now = await readRun(house.room, run.id);
        if (now && isThere(now)) return now;
        if (Date.now() > endMs)
          throw new Error(`the run is ${now?.state}, for ${now?.waiting_for}; ${house.logged.join('\n')}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }

    async function withOffice<T>(work: (office: PostOffice) => Promise<T>): Promise<T> {
      const office = await open();
      try {
        return await work(office);
      } finally {
        await office.close();
      }
    }

    async function stateCounts(run: RunRow) {
      const rows = await house.room.records
        .selectFrom('letter')
        .select(['state'])
        .where('run_id', '=', run.id)
        .execute();
      return Object.fromEntries(
        [...Map.groupBy(rows, ({ state }) => state)].map(([state, all]) => [state, all.length]),
      );
    }

    it('sends a run, each letter once, and proves each in the evidence log', async () => {
      const sink = await openMailSink();
      const caseId = house.room.newId();
      await setRelay(house.room, sink.port);
      await addContacts(house.room, caseId, customers(120));
      const run = await startedRun(house.room, { caseId });
      const done = await withOffice(() => until(run, ({ state }) => state === 'done'));
      await sink.close();
      assert.deepEqual([done.total, done.sent, done.failed, done.uncertain], [120, 120, 0, 0]);
      assert.equal(sink.countsByRecipient().size, 120);
      assert.deepEqual([...new Set(sink.countsByRecipient().values())], [1]);
      await proves(done);
      assert.deepEqual(house.logged, []);
      assert.deepEqual(await readdir(join(house.folder, 'letters')), ['sender']);
    });

    async function proves(run: RunRow) {
      const text = await readRunText(house.room, run.id);
      const letters = await house.room.records
        .selectFrom('letter')
        .innerJoin('contact', 'contact.id', 'letter.contact_id')
        .select(['number', 'sealed', 'minor', 'code', 'ended_at', 'sheet', 'sheet_index'])
        .where('run_id', '=', run.id)
        .orderBy('sheet_index')
        .execute();
      const sheet = await house.room.records
        .selectFrom('letter_sheet')
        .selectAll()
        .where('run_id', '=', run.id)
        .executeTakeFirstOrThrow();
      const leaves = letters.map((row) => {
        assert.ok(row.ended_at);
        const letter = { number: row.number, address: text.addressOf(row), sentAt: row.ended_at, code: row.code ?? 0 };
        return leafHash(leafBytes(leafOf(letter, text, text.identity)));
      });
      const [seventh] = leaves.slice(7, 8);
      assert.ok(seventh);
      assert.ok(isIncluded(seventh, 7, leaves.length, Buffer.from(sheet.root, 'hex'), proveInclusion(leaves, 7)));
      const log = readFileSync(house.room.evidence.path, 'utf8');
      assert.ok(log.includes(sheet.root));
      assert.doesNotMatch(log, /customer\d|@example/);
    }

    it('waits where the relay is away, says so, and goes on when it is back', async () => {
      const first = await openMailSink();
      await first.close();
      const caseId = house.room.newId();
      await setRelay(house.room, first.port, 1);
      await addContacts(house.room, caseId, customers(10));
      const run = await startedRun(house.room, { caseId });
      await withOffice(async () => {
        const waiting = await until(run, ({ state }) => state === 'waiting');
        assert.equal(waiting.waiting_for, 'connection-refused');
        assert.ok(waiting.retry_at);
        const back = await openMailSink({ port: first.port });
        const done = await until(run, ({ state }) => state === 'done');
        assert.equal(done.sent, 10);
        assert.equal(back.countsByRecipient().size, 10);
        await back.close();
      });
    });

    it('stops when it is paused and goes on where it was', async () => {
      const sink = await openMailSink();
      const caseId = house.room.newId();
      await setRelay(house.room, sink.port, 1);
      await addContacts(house.room, caseId, customers(40));
      const run = await startedRun(house.room, { caseId, perMinute: 1200 });
      await withOffice(async (office) => {
        await until(run, ({ sent }) => sent >= 5);
        await stepRun(house.room, run, 'pause', 'tester1234');
        office.wake();
        await new Promise((resolve) => setTimeout(resolve, 300));
        const paused = await until(run, ({ state }) => state === 'paused');
        const at = sink.countsByRecipient().size;
        assert.ok(at >= 5 && at < 40, `${at} letters`);
        await new Promise((resolve) => setTimeout(resolve, 300));
        assert.equal(sink.countsByRecipient().size, at);
        assert.equal((await until(run, ({ sent }) => sent === at)).state, 'paused');
        assert.ok(paused.sent <= at);
        await house.room.records
          .updateTable('letter_run')
          .set({ per_minute: 600_000 })
          .where('id', '=', run.id)
          .execute();
        await stepRun(house.room, run, 'resume', 'tester1234');
        office.wake();
        await until(run, ({ state }) => state === 'done');
      });
      await sink.close();
      assert.deepEqual([...new Set(sink.countsByRecipient().values())], [1]);
      assert.equal(sink.countsByRecipient().size, 40);
    });

    it('keeps the pace', async () => {
      const sink = await openMailSink();
      const caseId = house.room.newId();
      await setRelay(house.room, sink.port);
      await addContacts(house.room, caseId, customers(200));
      const run = await startedRun(house.room, { caseId, perMinute: 600 });
      await withOffice(() => new Promise((resolve) => setTimeout(resolve, 1500)));
      const sent = sink.countsByRecipient().size;
      await sink.close();
      // Ten at once, and ten a second.
      assert.ok(sent >= 10 && sent <= 30, `${sent} letters in 1.5 s`);
      assert.deepEqual(await stateCounts(run), { sent, queued: 200 - sent });
      await stepRun(house.room, run, 'pause', 'tester1234');
    });

    it('puts off who is put off, and calls refused who is refused', async () => {
      const manner = (to: string): SinkManner =>
        to.startsWith('customer3@')
          ? { refuseRecipient: 550 }
          : to.startsWith('customer4@')
            ? { refuseRecipient: 450 }
            : 'take';
      const sink = await openMailSink({ manner });
      const caseId = house.room.newId();
      await setRelay(house.room, sink.port);
      await addContacts(house.room, caseId, customers(6));
      const run = await startedRun(house.room, { caseId });
      const put = await withOffice(() => until(run, ({ waiting_for }) => waiting_for === 'letters-put-off'));
      await sink.close();
      assert.deepEqual([put.sent, put.failed, put.state], [4, 1, 'running']);
      assert.deepEqual(await stateCounts(run), { sent: 4, failed: 1, queued: 1 });
      await stepRun(house.room, run, 'pause', 'tester1234');
    });

    it('counts as uncertain whom the relay left without an answer, and does not send again', async () => {
      const sink = await openMailSink({ manner: (to) => (to.startsWith('customer2@') ? 'take-and-vanish' : 'take') });
      const caseId = house.room.newId();
      await setRelay(house.room, sink.port, 1);
      await addContacts(house.room, caseId, customers(5));
      const run = await startedRun(house.room, { caseId });
      const done = await withOffice(() => until(run, ({ state }) => state === 'done'));
      await sink.close();
      assert.deepEqual([done.sent, done.uncertain], [4, 1]);
      assert.deepEqual(await stateCounts(run), { sent: 4, uncertain: 1 });
    });

    it('pauses runs of restored records, since letters may have gone out since the backup', async () => {
      const caseId = house.room.newId();
      const sink = await openMailSink();
      await setRelay(house.room, sink.port);
      await addContacts(house.room, caseId, customers(3));
      const run = await startedRun(house.room, { caseId });
      const attempt = house.room.newId();
      const { records, clock } = house.room;
      await records
        .insertInto('letter_attempt')
        .values({ id: attempt, run_id: run.id, sender: 'another directory', opened_at: clock.now(), settled_at: null })
        .execute();
      await records
        .updateTable('letter')
        .set({ state: 'sending', attempt })
        .where('run_id', '=', run.id)
        .where('number', '=', 1)
        .execute();
      await writeFile(join(house.folder, 'letters', 'sender'), 'this directory\n');
      const paused = await withOffice(() => until(run, ({ uncertain }) => uncertain === 1));
      assert.deepEqual([paused.state, paused.waiting_for], ['paused', 'records-restored']);
      assert.equal(sink.mails.length, 0);
      await sink.close();
      await stepRun(house.room, run, 'resume', 'tester1234');
      assert.equal((await readRun(house.room, run.id))?.waiting_for, null);
      await stepRun(house.room, run, 'pause', 'tester1234');
    });

    it('takes letters for uncertain whose journal is gone, since it may have been restored elsewhere', async () => {
      const caseId = house.room.newId();
      await addContacts(house.room, caseId, customers(3));
      const run = await startedRun(house.room, { caseId });
      await stepRun(house.room, run, 'pause', 'tester1234');
      const sender = readFileSync(join(house.folder, 'letters', 'sender'), 'utf8').trim();
      const attempt = house.room.newId();
      const { records, clock } = house.room;
      await records
        .insertInto('letter_attempt')
        .values({ id: attempt, run_id: run.id, sender, opened_at: clock.now(), settled_at: null })
        .execute();
      await records
        .updateTable('letter')
        .set({ state: 'sending', attempt })
        .where('run_id', '=', run.id)
        .where('number', '<', 3)
        .execute();
      await rm(join(house.folder, 'letters', `${attempt}.journal`), { force: true });
      const settled = await withOffice(() => until(run, ({ uncertain }) => uncertain === 2));
      assert.equal(settled.state, 'paused');
      assert.deepEqual(await stateCounts(run), { uncertain: 2, queued: 1 });
    });
  });
}
