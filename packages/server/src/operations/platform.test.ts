import assert from 'node:assert/strict';
import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { verifyLogFile } from '@vigie/evidence';
import { openTestRoom, type Person, type TestRoom } from '../../testing/room.ts';

describe('the evidence log over the API', () => {
  let test: TestRoom;
  let auditor: Person;
  before(async () => {
    test = await openTestRoom();
    auditor = await test.person('auditor');
    for (let count = 0; count < 1200; count++) {
      const payload = { subject: `case-${count}`, decision: 'notify-authority' };
      await test.room.evidence.write({ type: 'decision', author: auditor.id, payload });
    }
  });
  after(() => test.close());

  it('is read page by page, newest first, without a gap', async () => {
    const sequences: number[] = [];
    let cursor = '';
    do {
      const { body } = await test.ask(auditor, 'GET', `/api/evidence?limit=200${cursor}`);
      sequences.push(...body.items.map(({ sequence }: { sequence: number }) => sequence));
      cursor = body.next === undefined ? '' : `&cursor=${body.next}`;
    } while (cursor !== '');
    assert.equal(sequences.at(0), test.room.evidence.size - 1);
    assert.deepEqual(
      sequences,
      Array.from({ length: test.room.evidence.size }, (_, at) => test.room.evidence.size - 1 - at),
    );
  });

  it('says how many entries it has, and can be entered anywhere', async () => {
    const all = (await test.ask(auditor, 'GET', '/api/evidence?limit=200')).body;
    assert.deepEqual(all.total, { rows: test.room.evidence.size, exact: true });
    const { body } = await test.ask(auditor, 'GET', '/api/evidence?skip=2&limit=1');
    assert.deepEqual(
      body.items.map(({ sequence }: { sequence: number }) => sequence),
      [all.items[0].sequence - 2],
    );
    assert.deepEqual((await test.ask(auditor, 'GET', '/api/evidence?skip=100000')).body, { items: [] });
  });

  it('is verified on request, and can be taken away and verified elsewhere', async () => {
    assert.equal((await test.ask(auditor, 'GET', '/api/evidence/verdict')).body.outcome, 'verified');
    const { body, status } = await test.ask(auditor, 'GET', '/api/evidence/log');
    assert.equal(status, 200);
    const copy = join(test.folder, 'copy.jsonl');
    await writeFile(copy, body);
    assert.equal((await verifyLogFile(copy)).outcome, 'verified');
  });

  it('is told to be tampered with where it is', async () => {
    await appendFile(test.room.evidence.path, '{"author":"somebody"}\n');
    const { body } = await test.ask(auditor, 'GET', '/api/evidence/verdict');
    assert.equal(body.outcome, 'tampered');
    assert.ok(body.fault.length > 5);
  });
});

describe('jobs over the API', () => {
  it('are listed with their state, and with why they failed', async () => {
    const test = await openTestRoom();
    const { jobs } = test.room;
    const done = Promise.withResolvers<void>();
    await jobs.define({
      name: 'good',
      retries: 0,
      expiresAfterS: 60,
      concurrency: 1,
      work: async () => done.resolve(),
    });
    const failed = Promise.withResolvers<void>();
    await jobs.define({
      name: 'bad',
      retries: 0,
      expiresAfterS: 60,
      concurrency: 1,
      work: async () => {
        failed.resolve();
        throw new Error('the receiver answered 500');
      },
    });
    await jobs.send('good', {});
    await jobs.send('bad', {});
    await Promise.all([done.promise, failed.promise]);
    const admin = await test.person('administrator');
    const state = async () =>
      (await test.ask(admin, 'GET', '/api/jobs')).body.items.map(
        ({ kind, state, error }: { kind: string; state: string; error?: string }) => [kind, state, error],
      );
    for (let tries = 0; tries < 50 && (await state()).some(([, one]: string[]) => one === 'active'); tries++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const seen = await state();
    assert.ok(
      seen.some(([kind, one]: string[]) => kind === 'good' && one === 'completed'),
      JSON.stringify(seen),
    );
    assert.ok(
      seen.some(
        ([kind, one, error]: string[]) => kind === 'bad' && one === 'failed' && error === 'the receiver answered 500',
      ),
      JSON.stringify(seen),
    );
    await test.close();
  });

  it('keep no value that a database quoted when it refused a job', async () => {
    const test = await openTestRoom();
    const { jobs, records } = test.room;
    const refused = Promise.withResolvers<void>();
    await jobs.define({
      name: 'refused',
      retries: 0,
      expiresAfterS: 60,
      concurrency: 1,
      work: async () => {
        refused.resolve();
        await records.selectFrom('webhook').select('id').where('id', '=', 'ada@example.org').execute();
      },
    });
    await jobs.send('refused', {});
    await refused.promise;
    const failed = async () => (await jobs.list(5)).find(({ state }) => state === 'failed');
    for (let tries = 0; tries < 100 && (await failed()) === undefined; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    assert.match((await failed())?.error ?? '', /the database refused it \(22P02\)/);
    const rows = await records
      .selectFrom('queue.job' as never)
      .selectAll()
      .execute();
    assert.ok(!JSON.stringify(rows).includes('ada@example.org'));
    await test.close();
  });

  it('keep one that waits under its key, and send another only within a transaction that commits', async () => {
    const test = await openTestRoom();
    const { jobs, records } = test.room;
    await jobs.define({ name: 'later', retries: 0, expiresAfterS: 60, concurrency: 1, work: async () => {} });
    const after = new Date(Date.now() + 3_600_000);
    assert.ok(await jobs.send('later', {}, { once: 'a', after }));
    assert.equal(await jobs.send('later', {}, { once: 'a', after }), undefined);
    await assert.rejects(
      records.transaction().execute(async (trx) => {
        await jobs.send('later', {}, { once: 'b', after, within: trx });
        throw new Error('rolled back');
      }),
      /rolled back/,
    );
    assert.equal((await jobs.list(10)).length, 1);
    await test.close();
  });
});
