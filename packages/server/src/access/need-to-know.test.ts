import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openTestCase } from '../../testing/case.ts';
import { DATABASES } from '../../testing/records.ts';
import { ORIGIN, openTestRoom, type Person, type TestRoom } from '../../testing/room.ts';
import { recipientsOf } from '../cases/clocks/reminder-recipients.ts';

for (const database of DATABASES) {
  describe(`a case that is limited to its members, in ${database.name}`, { skip: database.skip }, () => {
    let test: TestRoom;
    let insider: Person;
    let outsider: Person;
    let auditor: Person;
    let officer: Person;
    let caseId: string;
    before(async () => {
      test = await openTestRoom({ database });
      insider = await test.person('responder', 'Ines Insider');
      outsider = await test.person('responder', 'Otto Outsider');
      auditor = await test.person('auditor', 'Ada Auditor');
      officer = await test.person('data-protection-officer', 'Olga Officer');
      ({ id: caseId } = await openTestCase(test, insider));
    });
    after(() => test.close());

    const read = async (as: Person, path: string) => (await test.ask(as, 'GET', path)).body;
    const limit = async (as: Person, limited: boolean, members: readonly Person[], because = 'Few are to know.') => {
      const { version } = await read(officer, `/api/cases/${caseId}`);
      const body = { limited, members: members.map(({ id }) => id), because };
      return test.ask(as, 'PUT', `/api/cases/${caseId}/members`, body, { 'if-match': `"${version}"` });
    };
    const listed = async (as: Person) =>
      (await read(as, '/api/cases')).items.map(({ id }: { id: string }) => id).includes(caseId);
    const statusFor = async (as: Person) => (await test.ask(as, 'GET', `/api/cases/${caseId}`)).status;

    it('is there for those alone: not in lists, not in the register, not on the first page', async () => {
      assert.equal(await statusFor(outsider), 200);
      assert.ok((await read(outsider, '/api/overview')).nextClock);
      const answer = await limit(insider, true, []);
      assert.equal(answer.status, 200, JSON.stringify(answer.body));
      const who = answer.body.items.map(({ person, by }: { person: { name: string }; by: string }) => [
        person.name,
        by,
      ]);
      assert.deepEqual(who, [
        ['Ines Insider', 'member'],
        ['Olga Officer', 'role'],
      ]);
      for (const kept of [outsider, auditor]) {
        assert.equal(await statusFor(kept), 404);
        assert.equal(await listed(kept), false);
        const register = await read(kept, '/api/register/records');
        assert.deepEqual([register.items.length, register.kept], [0, 1]);
        const { records, proven, faults } = await read(kept, '/api/register');
        assert.deepEqual([records, proven], [[], false]);
        assert.match(faults.join(), /1 more records are kept/);
        const { headers } = await test.ask(kept, 'GET', '/api/register?format=csv');
        assert.match(headers.get('content-disposition') ?? '', /register-without-1-kept\.csv/);
        assert.equal((await read(kept, '/api/overview')).nextClock, undefined);
      }
      for (const known of [insider, officer]) {
        assert.equal(await statusFor(known), 200);
        assert.ok(await listed(known));
        assert.equal((await read(known, '/api/register/records')).items.length, 1);
        assert.equal((await read(known, '/api/register')).proven, true);
        assert.equal((await read(known, '/api/overview')).nextClock.caseId, caseId);
      }
    });

    it('reminds nobody else of its clocks', async () => {
      const recipients = await test.room.records.transaction().execute((trx) => recipientsOf(trx, caseId));
      assert.deepEqual(recipients.map(({ accountId }) => accountId).sort(), [insider.id, officer.id].sort());
    });

    it('is heard of by nobody else', async () => {
      const heard = async (as: Person) => {
        const ended = new AbortController();
        const headers = { authorization: `Bearer ${as.token}`, host: new URL(ORIGIN).host, 'last-event-id': '0' };
        const answer = await test.fetch(new Request(`${ORIGIN}/api/live`, { headers, signal: ended.signal }));
        const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
        const latest = await test.room.changes.latest();
        const note = { says: 'x' };
        await test.ask(insider, 'POST', `/api/cases/${caseId}/timeline`, note);
        await test.ask(officer, 'POST', '/api/cases', {
          name: 'Another',
          awareAt: test.room.clock.now().toISOString(),
          why: 'To end the wait of the other listener.',
        });
        let text = '';
        while (!/"what":"created"/.test(afterSeq(text, latest))) text += Buffer.from((await reader.read()).value ?? []);
        ended.abort();
        return afterSeq(text, latest).includes(caseId);
      };
      assert.equal(await heard(insider), true);
      assert.equal(await heard(outsider), false);
    });

    it('lets in whoever sits in it, and whoever is added; and shuts the door behind those who are taken off', async () => {
      const { version } = await read(officer, `/api/cases/${caseId}`);
      const seats = [{ seat: 'scribe', holder: outsider.id }];
      await test.ask(officer, 'PATCH', `/api/cases/${caseId}`, { seats }, { 'if-match': `"${version}"` });
      assert.equal(await statusFor(outsider), 200);
      assert.equal((await limit(officer, true, [auditor])).status, 200);
      assert.deepEqual([await statusFor(auditor), await statusFor(insider)], [200, 404]);
      const events = (await read(officer, `/api/cases/${caseId}/timeline`)).items;
      assert.deepEqual(
        events.slice(0, 2).map(({ what, detail }: { what: string; detail: string }) => [what, detail]),
        [
          ['member-added', 'Ada Auditor'],
          ['member-removed', 'Ines Insider'],
        ],
      );
      assert.equal((await limit(officer, false, [])).status, 200);
      assert.equal(await statusFor(insider), 200);
    });

    it('takes no member who may read no case, and no change of what was read before another', async () => {
      const employee = await test.person('employee');
      const refused = await limit(officer, true, [insider, employee]);
      assert.deepEqual([refused.status, refused.body.errors[0].pointer], [422, '/body/members/1']);
      const body = { limited: true, members: [], because: 'x' };
      const old = await test.ask(officer, 'PUT', `/api/cases/${caseId}/members`, body, { 'if-match': '"1"' });
      assert.equal(old.status, 412);
      assert.equal((await test.ask(auditor, 'PUT', `/api/cases/${caseId}/members`, body, {})).status, 403);
    });

    it('leaves an entry of each who came, each who went, and each time that it was limited', async () => {
      const log = await readFile(join(test.folder, 'log.jsonl'), 'utf8');
      const count = (change: string) => log.split(`"change":"${change}"`).length - 1;
      assert.deepEqual(['case-limited', 'case-unlimited', 'member-added', 'member-removed'].map(count), [1, 1, 2, 2]);
      assert.doesNotMatch(log, /Few are to know|Ines/);
    });
  });
}

/** The events after a change. */
function afterSeq(text: string, seq: number): string {
  return text
    .split('\n\n')
    .filter((event) => Number(/^id: (\d+)/.exec(event)?.[1] ?? 0) > seq)
    .join('\n');
}
