import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { isIncluded, leafHash } from '@vigie/evidence';
import { standardBounce } from '../../testing/bounces.ts';
import { LETTER_FACTS, openTestCase, stateFacts } from '../../testing/case.ts';
import { addContacts, customers, importList, setRelay, startedRun } from '../../testing/letters.ts';
import { type MailSink, openMailSink, type SinkManner } from '../../testing/mail-sink.ts';
import { DATABASES } from '../../testing/records.ts';
import { openTestRoom, type Person, type TestRoom } from '../../testing/room.ts';
import { finishErasures } from '../letters/erasure/erase-contacts.ts';
import { eraseOverdue } from '../letters/erasure/retention.ts';
import { openPostOffice, type PostOffice } from '../letters/sending/post-office.ts';
import { createAllowedAddresses } from '../outgoing/allowed-address.ts';

for (const database of DATABASES) {
  describe(`what letters come to, in ${database.name}`, { skip: database.skip }, () => {
    let test: TestRoom;
    let sink: MailSink;
    let office: PostOffice;
    let officer: Person;
    let responder: Person;
    let caseId: string;
    let runId: string;
    const manners = new Map<string, SinkManner>();

    before(async () => {
      sink = await openMailSink({ manner: (to) => manners.get(to) ?? 'take' });
      test = await openTestRoom({ database, settings: { outgoingNetworks: ['127.0.0.1'] } });
      officer = await test.person('data-protection-officer', 'Olga Officer');
      responder = await test.person('responder', 'Rita Responder');
      ({ id: caseId } = await openTestCase(test, responder));
      await stateFacts(test, officer, caseId, LETTER_FACTS);
      await setRelay(test.room, sink.port);
      const allowed = createAllowedAddresses(['127.0.0.1']);
      office = await openPostOffice({ room: test.room, allowed, firstPauseMs: 100 });
    });
    after(async () => {
      await office.close();
      await test.close();
      await sink.close();
    });

    const ask = (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
      test.ask(officer, method, path, body, headers);
    const read = async (path: string) => {
      const answer = await ask('GET', path);
      assert.equal(answer.status, 200, JSON.stringify(answer.body));
      return answer.body;
    };
    const until = async (id: string, isThere: (run: { state: string; sent: number }) => boolean) => {
      for (const end = Date.now() + 60_000; ; ) {
        const run = await read(`/api/letter-runs/${id}`);
        if (isThere(run)) return run;
        assert.ok(Date.now() < end, `${JSON.stringify(run)} ${test.logged.join('\n')}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    const log = () => readFileSync(test.room.evidence.path, 'utf8');
    const told = () => read(`/api/cases/${caseId}/letters-told`);
    const erase = (id: string) =>
      ask('POST', `/api/cases/${id}/contact-erasures`, { because: 'The people have been told.' });

    it('tells the case when a run is through, and counts each person once', async () => {
      assert.deepEqual((await told()).notYet, ['nobody-told']);
      manners.set('customer3@example.org', { refuseRecipient: 550 });
      await addContacts(test.room, caseId, [...customers(4), 'Customer 5,,C5']);
      ({ id: runId } = await startedRun(test.room, { caseId }));
      await until(runId, ({ state }) => state === 'done');
      const { now, notYet } = await told();
      assert.deepEqual(
        [now.people, now.told, now.toldBy.email, now.undeliverable, now.noWay, now.notWritten, now.inDoubt],
        [5, 3, 3, 1, 1, 0, 0],
      );
      assert.deepEqual(notYet, []);
      const { items } = await read(`/api/cases/${caseId}/timeline`);
      const ended = items.find(({ what }: { what: string }) => what === 'letters-done');
      assert.deepEqual(ended.about, { runId, total: 4, sent: 3, failed: 1, uncertain: 0 });
    });

    it('offers the duty of Article 34(1) as met, and leaves it to a person who has read the numbers', async () => {
      const { duties } = await told();
      const [duty] = duties;
      assert.deepEqual([duty.article, duty.state], ['34(1)', 'running'], 'nothing calls it met by itself');
      const confirm = (body: object) => ask('POST', `/api/cases/${caseId}/letters-told`, body);
      const right = { clockId: duty.clockId, told: 3, people: 5 };
      const moved = await confirm({ ...right, told: 4 });
      assert.deepEqual([moved.status, moved.body.type], [409, '/problems/conflict']);
      assert.match(moved.body.detail, /3 of 5/);
      const other = await confirm({ ...right, clockId: caseId });
      assert.equal(other.body.errors?.[0]?.pointer, '/body/clockId');
      const done = await confirm({ ...right, because: 'Nobody knows where the other two are.' });
      assert.deepEqual([done.status, done.body.unreachable], [201, 2], JSON.stringify(done.body));
      const clock = (await read(`/api/cases/${caseId}`)).clocks.find(({ id }: { id: string }) => id === duty.clockId);
      assert.ok(clock === undefined || clock.state === 'met');
      assert.equal((await told()).duties[0].state, 'met');
      assert.match(log(), /"to":"clock-met"/);
      const { items } = await read(`/api/cases/${caseId}/timeline`);
      const met = items.find(({ what }: { what: string }) => what === 'clock-met');
      assert.match(met.detail, /Told by letter 3 of 5; 2 unreachable\. Nobody knows/);
      assert.equal(met.who.name, 'Olga Officer');
      assert.equal((await confirm(right)).status, 409, 'it is met already');
    });

    it('takes bounces from a file of mails, as programs save them', async () => {
      const partsOf = (to: string) => {
        const mail = sink.mails.find((one) => one.to === to);
        assert.ok(mail);
        return { returnPath: mail.from, messageId: /Message-ID: <(.*?)>/.exec(mail.raw)?.[1] ?? '' };
      };
      const bounce = standardBounce(partsOf('customer1@example.org')).toString();
      const spam = 'From: eve@example.net\r\nSubject: hello\r\n\r\n>From here on\r\n';
      const mbox = [bounce, spam].map((mail) => `From MAILER-DAEMON Sun Nov 29\n${mail}\n`).join('');
      const hand = (body: string, type: string) =>
        ask('POST', '/api/mail/bounce-files', body, { 'content-type': type });
      const taken = await hand(mbox, 'application/mbox');
      assert.deepEqual([taken.status, taken.body.mails, taken.body.ours], [200, 2, 1], JSON.stringify(taken.body));
      assert.deepEqual(taken.body.verdicts, [
        { verdict: 'failed', mails: 1 },
        { verdict: 'no-report', mails: 1 },
      ]);
      await hand(mbox, 'application/mbox');
      const one = await hand(standardBounce(partsOf('customer2@example.org')).toString(), 'message/rfc822');
      assert.deepEqual([one.body.mails, one.body.ours], [1, 1]);
      assert.deepEqual([(await told()).now.told, (await told()).now.undeliverable], [1, 3], 'each once');
      assert.equal((await hand('', 'application/mbox')).status, 422);
      assert.equal((await hand(mbox, 'application/zip')).status, 415);
    });

    it('erases no contacts while their letters go out', async () => {
      await addContacts(test.room, caseId, customers(3, 100));
      const slow = await startedRun(test.room, { caseId, perMinute: 1, noticeId: test.room.newId() });
      const refused = await erase(caseId);
      assert.deepEqual([refused.status, refused.body.type], [409, '/problems/conflict']);
      assert.match(refused.body.detail, /pause/);
      await until(slow.id, ({ sent }) => sent >= 1);
      assert.equal((await ask('POST', `/api/letter-runs/${slow.id}/pause`)).status, 200);
      for (const end = Date.now() + 30_000; (await erase(caseId)).status === 409; ) {
        assert.ok(Date.now() < end, 'its courier has ended what it had begun');
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      assert.equal((await ask('POST', `/api/letter-runs/${slow.id}/resume`)).status, 409);
      const after = await read(`/api/letter-runs/${slow.id}`);
      assert.ok(after.erasedAt && after.state === 'done' && after.left > 0, JSON.stringify(after));
    });

    it('leaves of erased contacts numbers, and proofs that nobody can open', async () => {
      const rows = await test.room.records.selectFrom('contact').selectAll().where('case_id', '=', caseId).execute();
      assert.deepEqual(rows, []);
      const [erasure] = (await read(`/api/cases/${caseId}/contact-erasures`)).items;
      assert.deepEqual(
        [erasure.state, erasure.contacts, erasure.by.name, erasure.because, erasure.told.people],
        ['done', 8, 'Olga Officer', 'The people have been told.', 8],
      );
      const secrets = await test.room.records.selectFrom('letter_run').select('secret').execute();
      assert.ok(secrets.every(({ secret }) => secret === ''));
      const proofs = await read(`/api/letter-runs/${runId}/proofs`);
      const [, ...cells] = proofs
        .trim()
        .split('\r\n')
        .map((line: string) => line.split(','));
      assert.equal(cells.length, 3);
      const [, message, at, code, text, to, salt, , index, root, path] = cells[0];
      assert.equal(salt, '');
      const leaf = leafHash(Buffer.from(JSON.stringify({ at, code: Number(code), message, text, to })));
      const hashes = path.split(' ').map((one: string) => Buffer.from(one, 'hex'));
      assert.ok(isIncluded(leaf, Number(index), cells.length, Buffer.from(root, 'hex'), hashes));
      assert.ok(log().includes(root));
      assert.match(log(), /"contacts":8,"proofs":\d+,"subject":"[^"]+","what":"contacts"/);
      assert.doesNotMatch(log(), /@|The people have been told/);
      const { now, erased } = await told();
      assert.deepEqual([now.people, erased.people, erased.underWay], [0, 8, 0]);
      const { told: reached, undeliverable, noWay, notWritten } = erased;
      assert.equal(reached + undeliverable + noWay + notWritten, 8);
      assert.equal((await erase(caseId)).status, 409, 'there are none any more');
      assert.equal((await test.ask(responder, 'POST', `/api/cases/${caseId}/contact-erasures`, {})).status, 403);
    });

    it('goes on with an erasure that was interrupted, and lets nothing begin beside it', async () => {
      const { id } = await openTestCase(test, responder);
      await addContacts(test.room, id, customers(3, 200));
      const run = await startedRun(test.room, { caseId: id, perMinute: 60_000 });
      await until(run.id, ({ state }) => state === 'done');
      const waiting = await importList(test.room, id, customers(2, 300));
      const numbers = { people: 3, told: 3, toldBy: { email: 3, 'second-email': 0, phone: 0, post: 0 } };
      const none = { inDoubt: 0, underWay: 0, undeliverable: 0, noWay: 0, notWritten: 0 };
      await test.room.records
        .insertInto('contact_erasure')
        .values({
          id: test.room.newId(),
          case_id: id,
          state: 'running',
          begun_at: test.room.clock.now(),
          begun_by: officer.id,
          done_at: null,
          reason: test.room.vault.seal('It was enough.', 'contact/erasure'),
          told: JSON.stringify({ ...numbers, ...none }),
          contacts: 5,
        })
        .execute();
      const list = await ask('POST', `/api/cases/${id}/contact-imports`, 'email\na@example.org\n', {
        'content-type': 'text/csv',
      });
      assert.equal(list.status, 409);
      await assert.rejects(startedRun(test.room, { caseId: id, noticeId: test.room.newId() }), /not-startable/);
      assert.equal((await erase(id)).status, 409);
      await finishErasures(test.room);
      const [erasure] = (await read(`/api/cases/${id}/contact-erasures`)).items;
      assert.deepEqual([erasure.state, erasure.contacts, erasure.proofs], ['done', 5, 3]);
      assert.equal((await read(`/api/contact-imports/${waiting}`)).state, 'discarded');
      assert.equal((await read(`/api/letter-runs/${run.id}/proofs`)).trim().split('\r\n').length, 4);
    });

    it('erases contacts of a closed case after the days that are set, and by itself only then', async () => {
      const { id } = await openTestCase(test, responder);
      await addContacts(test.room, id, customers(2, 400));
      const { version } = await read(`/api/cases/${id}`);
      const closing = { state: 'closed', because: 'All is done.' };
      const closed = await ask('PATCH', `/api/cases/${id}`, closing, { 'if-match': `"${version}"` });
      assert.equal(closed.status, 200, JSON.stringify(closed.body));
      const path = '/api/settings/contact-retention';
      assert.deepEqual(await read(path), { days: null, version: 0 });
      test.turnClock(31 * 24 * 60 * 60 * 1000);
      // Its people's tokens are good for a year.
      assert.deepEqual(await eraseOverdue(test.room), []);
      const put = (days: unknown, at: number) => ask('PUT', path, { days }, { 'if-match': `"${at}"` });
      assert.equal((await put(0, 0)).body.errors?.[0]?.pointer, '/body/days');
      assert.deepEqual((await put(60, 0)).body, { days: 60, version: 1 });
      assert.equal((await put(30, 0)).status, 412);
      assert.deepEqual(await eraseOverdue(test.room), []);
      assert.deepEqual((await put(30, 1)).body, { days: 30, version: 2 });
      assert.deepEqual(
        (await eraseOverdue(test.room)).map(({ case_id, contacts }) => [case_id, contacts]),
        [[id, 2]],
      );
      const [erasure] = (await read(`/api/cases/${id}/contact-erasures`)).items;
      assert.equal(erasure.by, undefined);
      assert.deepEqual(await eraseOverdue(test.room), [], 'once');
    });
  });
}
