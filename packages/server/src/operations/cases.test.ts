import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { LEAKING_SCAN } from '../../testing/exposure.ts';
import { DATABASES } from '../../testing/records.ts';
import { openTestRoom, type Person, type TestRoom } from '../../testing/room.ts';
import { type ReminderMail, type Reminders, sendReminders } from '../cases/clocks/send-reminders.ts';
import { startClockReminders } from '../jobs/clock-reminders.ts';

const HOUR_MS = 60 * 60 * 1000;

for (const database of DATABASES) {
  describe(`cases, in ${database.name}`, { skip: database.skip }, () => {
    let test: TestRoom;
    let officer: Person;
    let responder: Person;
    before(async () => {
      test = await openTestRoom({ database });
      officer = await test.person('data-protection-officer', 'Olga Officer');
      responder = await test.person('responder', 'Rui Responder');
    });
    after(() => test.close());

    const hoursAgo = (hours: number) => new Date(test.room.clock.now().getTime() - hours * HOUR_MS).toISOString();
    const open = async (more: object = {}) => {
      const why = 'The scan read it, and Nadia looked.';
      const body = { name: 'Chats of the assistant', awareAt: hoursAgo(1), why, scan: LEAKING_SCAN, ...more };
      const answer = await test.ask(responder, 'POST', '/api/cases', body);
      assert.equal(answer.status, 201, JSON.stringify(answer.body));
      return answer.body;
    };
    const read = async (path: string, as = officer) => {
      const answer = await test.ask(as, 'GET', path);
      assert.equal(answer.status, 200, JSON.stringify(answer.body));
      return answer.body;
    };
    const say = (id: string, version: number, path: string, value: unknown, certainty = 'known') =>
      test.ask(
        officer,
        'PUT',
        `/api/cases/${id}/facts/${path}`,
        { value, certainty, source: 'Nadia Example asked the team' },
        { 'if-match': `"${version}"` },
      );
    const said = async (id: string, path: string, value: unknown) => {
      const { version } = await read(`/api/cases/${id}`);
      const answer = await say(id, version, path, value);
      assert.equal(answer.status, 200, JSON.stringify(answer.body));
      return answer.body;
    };

    it('opens one from a scan, with the facts filled in and their sources', async () => {
      const opened = await open();
      assert.match(opened.reference, /^\d{4}-\d{3}$/);
      assert.match(opened.codename, /^[a-z]+ [a-z]+$/);
      assert.equal(opened.aware.why, 'The scan read it, and Nadia looked.');
      assert.equal(opened.aware.by, 'Rui Responder');
      const facts = await read(`/api/cases/${opened.id}/facts`);
      const persons = facts.items.find((one: { path: string }) => one.path === 'persons');
      assert.deepEqual(persons.value, { lower: 19_990, estimate: 20_000, upper: 20_010 });
      assert.deepEqual(
        [persons.by, persons.kind, persons.certainty, persons.source],
        ['vigie scan', 'measured', 'likely', 'every row was read or counted'],
      );
      assert.ok(facts.questions.length > 0);
      const clock = opened.clocks.find((one: { article: string }) => one.article === '33(1)');
      assert.equal(clock.state, 'running');
      assert.ok(clock.remainingSeconds > 70 * 3600 && clock.remainingSeconds <= 71 * 3600, clock.remainingSeconds);
    });

    it('reminds by itself when a point comes', async () => {
      const told: string[] = [];
      const stop = await startClockReminders(test.room, {
        send: async ({ subject }) => {
          told.push(subject);
        },
      });
      const { id, codename } = await open();
      const until = async (came: () => Promise<boolean> | boolean) => {
        for (let waited = 0; waited < 300 && !(await came()); waited++) await sleep(100);
      };
      const waitingJob = async () =>
        (await read('/api/jobs')).items.some(
          ({ kind, waitingUntil }: { kind: string; waitingUntil?: string }) =>
            kind === 'clock-reminders' && waitingUntil !== undefined,
        );
      await until(waitingJob);
      assert.ok(await waitingJob(), 'a job waits for the first point');
      const clock = (await read(`/api/cases/${id}`)).clocks.find((one: { article: string }) => one.article === '33(1)');
      await test.room.records
        .updateTable('case_reminder')
        .set({ at: test.room.clock.now() })
        .where('clock_id', '=', clock.id)
        .where('lead_s', '=', 48 * 3600)
        .execute();
      await said(id, 'backup', true);
      await until(() => told.length > 0);
      stop();
      assert.deepEqual(told, [`${codename}: 33(1), 71 hours left`, `${codename}: 33(1), 71 hours left`]);
    });

    it('opens one from a store of the watch, marks its findings, and lists the cases of a store', async () => {
      const { storeId, findingId } = await watchedStore(test);
      const opened = await open({ scan: undefined, fromFinding: findingId });
      assert.deepEqual(opened.stores, [storeId]);
      const { case_id } = await test.room.records
        .selectFrom('finding')
        .select('case_id')
        .where('id', '=', findingId)
        .executeTakeFirstOrThrow();
      assert.equal(case_id, opened.id);
      const listed = await read(`/api/cases?store=${storeId}`);
      assert.deepEqual(
        listed.items.map(({ id }: { id: string }) => id),
        [opened.id],
      );
      const facts = await read(`/api/cases/${opened.id}/facts`);
      const data = facts.items.find((one: { path: string }) => one.path === 'data');
      assert.ok(data.value.includes('contact') && data.value.includes('not-yet-known'), JSON.stringify(data.value));
    });

    it('moves severity, decision and clocks when a fact changes, and says what would move them', async () => {
      const opened = await open();
      const before = await read(`/api/cases/${opened.id}/assessment`);
      assert.notEqual(before.decision.people.answer, 'no');
      const move = before.wouldMove.find(
        (one: { fact: string; to: unknown }) => one.fact === 'exfiltration' && one.to === 'ruled-out',
      );
      assert.ok(move, 'the answer that would settle it is named');
      await said(opened.id, 'exfiltration', 'ruled-out');
      await said(opened.id, 'recipients', 'none');
      const after = await read(`/api/cases/${opened.id}/assessment`);
      assert.notDeepEqual(after.decision.risk, before.decision.risk);
      assert.equal(after.decision.people.answer, 'no');
      assert.equal((await read(`/api/cases/${opened.id}`)).decision.people.answer, 'no');
      assert.ok(after.nearest.length > 0 && after.nearest[0].title);
      const letters = (body: { duties: { article: string; state: string }[] }) =>
        body.duties.find(({ article }) => article === '34(1)')?.state;
      assert.deepEqual([letters(before), letters(after)], ['running', 'stopped'], 'what is no longer owed stops');
      await said(opened.id, 'exfiltration', 'proved');
      await said(opened.id, 'recipients', 'public');
      assert.equal(letters(await read(`/api/cases/${opened.id}/assessment`)), 'running', 'and runs again when it is');
      await said(opened.id, 'establishments', ['FR']);
      const french = await read(`/api/cases/${opened.id}`);
      assert.ok(
        french.clocks.some(({ to }: { to: string }) => /CNIL/.test(to)),
        'the authority follows from the country',
      );
    });

    it('moves a deadline with awareness, and tells it', async () => {
      const opened = await open();
      await said(opened.id, 'aware', hoursAgo(10));
      const moved = await read(`/api/cases/${opened.id}`);
      const clock = moved.clocks.find((one: { article: string }) => one.article === '33(1)');
      assert.ok(clock.remainingSeconds <= 62 * 3600 && clock.remainingSeconds > 61 * 3600);
      const { items } = await read(`/api/cases/${opened.id}/timeline`);
      assert.ok(items.some(({ what }: { what: string }) => what === 'clock-moved'));
      assert.ok(
        items.some(
          ({ what, detail }: { what: string; detail: string }) =>
            what === 'fact-changed' && detail.includes('awareness'),
        ),
      );
    });

    it('keeps every value of a fact, who said it and when', async () => {
      const { id } = await open();
      await said(id, 'minors', true);
      await said(id, 'minors', false);
      const { items } = await read(`/api/cases/${id}/facts/minors/history`);
      assert.deepEqual(
        items.map(({ value, by }: { value: unknown; by: string }) => [value, by]),
        [
          [false, 'Olga Officer'],
          [true, 'Olga Officer'],
        ],
      );
      const current = (await read(`/api/cases/${id}/facts`)).items.find(
        (one: { path: string }) => one.path === 'minors',
      );
      assert.equal(current.history, 2);
    });

    it('lets one of two who change the same version win, and tells the other', async () => {
      const { id, version } = await open();
      const answers = await Promise.all([say(id, version, 'minors', true), say(id, version, 'backup', true)]);
      assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 412]);
      const missing = await test.ask(officer, 'PUT', `/api/cases/${id}/facts/minors`, {
        value: true,
        certainty: 'known',
      });
      assert.equal(missing.status, 428);
    });

    it('holds when many work on one case at once', async () => {
      const { id, clocks } = await open({ awareAt: hoursAgo(71) });
      const { items } = await read(`/api/cases/${id}/tasks`);
      const current = async () => (await read(`/api/cases/${id}`)).version;
      const reminders = { send: async () => {} };
      const work = [
        ...['minors', 'backup', 'crossBorder', 'insured'].map(async (path) => say(id, await current(), path, true)),
        ...items
          .slice(0, 8)
          .map((task: { id: string; version: number }) =>
            test.ask(
              responder,
              'PATCH',
              `/api/tasks/${task.id}`,
              { state: 'doing' },
              { 'if-match': `"${task.version}"` },
            ),
          ),
        ...clocks.map((clock: { id: string }) =>
          test.ask(officer, 'PATCH', `/api/cases/${id}/clocks/${clock.id}`, { state: 'met', because: 'told' }),
        ),
        ...['en', 'fr'].map((language) =>
          test.ask(officer, 'POST', `/api/cases/${id}/notices`, { kind: 'authority-edpb', language }),
        ),
        open(),
        sendReminders(test.room, reminders),
        test.ask(officer, 'POST', `/api/cases/${id}/timeline`, { says: 'All hands.' }),
      ];
      const answers = await Promise.all(work);
      for (const answer of answers) {
        if (typeof answer?.status !== 'number') continue;
        assert.ok([200, 201, 409, 412].includes(answer.status), JSON.stringify(answer.body));
      }
      assert.deepEqual(test.logged, []);
    });

    it('takes no value that the law’s schema does not know, and quotes none', async () => {
      const { id, version } = await open();
      for (const [path, value] of [
        ['persons', 'about Nadia Example'],
        ['aware', '2026-13-40T99:00:00Z'],
        ['data', ['Nadia Example']],
        ['nature', ['secrecy']],
      ] as const) {
        const refused = await say(id, version, path, value);
        assert.equal(refused.status, 422, path);
        assert.match(refused.body.errors[0].pointer, /^\/body\/value/);
        assert.doesNotMatch(JSON.stringify(refused.body), /Nadia/);
      }
      assert.equal((await say(id, version, 'no-such-fact', 1)).status, 422);
      assert.equal((await read(`/api/cases/${id}`)).version, version);
    });

    it('tells contradictions and computes over neither side', async () => {
      const { id } = await open();
      const answer = await said(id, 'unintelligible', true);
      assert.deepEqual(answer.contradictions, []);
      const clash = await said(id, 'readByOthers', true);
      assert.match(clash.contradictions[0].what, /unintelligible/);
      assert.equal(clash.contradictions[0].statements.length, 2);
    });

    it('keeps what people said when a newer scan comes, and tells what contradicts it', async () => {
      const { id } = await open();
      await said(id, 'paymentData', true);
      await said(id, 'persons', 5);
      const added = await test.ask(officer, 'POST', `/api/cases/${id}/stores`, { scan: LEAKING_SCAN });
      assert.equal(added.status, 200, JSON.stringify(added.body));
      const told = added.body.contradictions.map(({ what }: { what: string }) => what).join();
      assert.match(told, /people concerned/);
      const { items } = await read(`/api/cases/${id}/facts`);
      const persons = items.find((one: { path: string }) => one.path === 'persons');
      assert.equal(persons.value.upper ?? persons.value, 5);
    });

    it('takes people by country from the latest classification of its store, and from nowhere else', async () => {
      const { storeId } = await watchedStore(test);
      const body = { name: 'Opened from a detection', awareAt: new Date().toISOString(), why: 'It fired.' };
      const countriesOf = async () => {
        const opened = await test.ask(officer, 'POST', '/api/cases', { ...body, fromStore: storeId });
        assert.equal(opened.status, 201, JSON.stringify(opened.body));
        const { items } = await read(`/api/cases/${opened.body.id}/facts`);
        return items.find(({ path }: { path: string }) => path === 'personsByCountry')?.value;
      };
      assert.equal(await countriesOf(), undefined, 'the data told no country');
      const countries = JSON.stringify([
        { country: 'FR', people: 70 },
        { country: 'DE', people: 20 },
      ]);
      await test.room.records.updateTable('store').set({ countries }).where('id', '=', storeId).execute();
      assert.deepEqual(await countriesOf(), [
        { country: 'FR', persons: { lower: 70 } },
        { country: 'DE', persons: { lower: 20 } },
      ]);
    });

    it('shows what a store would change before it is added, and nothing happens until then', async () => {
      const { storeId } = await watchedStore(test);
      const opened = await open();
      await said(opened.id, 'data', ['health']);
      const preview = await read(`/api/cases/${opened.id}/stores/preview?fromStore=${storeId}`);
      const [changed] = preview.facts.filter(({ path }: { path: string }) => path === 'persons');
      assert.deepEqual(changed?.before, { lower: 19_990, estimate: 20_000, upper: 20_010 });
      assert.deepEqual(
        changed?.after,
        { lower: 19_990 },
        'the other was not wholly read: nobody knows how many at most',
      );
      assert.ok(!preview.facts.some(({ path }: { path: string }) => path === 'data'));
      const still = await read(`/api/cases/${opened.id}`);
      assert.deepEqual(still.stores, []);
      const added = await test.ask(officer, 'POST', `/api/cases/${opened.id}/stores`, { fromStore: storeId });
      assert.equal(added.status, 200, JSON.stringify(added.body));
      assert.deepEqual(added.body.case.stores, [storeId]);
      assert.deepEqual(added.body.case.severity, preview.severity.to);
      const { items } = await read(`/api/cases/${opened.id}/facts`);
      for (const { path, after: value } of preview.facts)
        assert.deepEqual(items.find((one: { path: string }) => one.path === path)?.value, value, path);
      await said(opened.id, 'persons', 5);
      const again = await read(`/api/cases/${opened.id}/stores/preview?fromStore=${storeId}`);
      assert.match(again.contradictions.map(({ what }: { what: string }) => what).join(), /people concerned/);
      assert.ok(!again.facts.some(({ path }: { path: string }) => path === 'persons'), 'what a person said stays');
      const none = await test.ask(officer, 'GET', `/api/cases/${opened.id}/stores/preview`);
      assert.equal(none.status, 422);
    });

    it('opens nothing from a scan without an open store, and nothing that lies in the future', async () => {
      const closed = { ...LEAKING_SCAN.stores[0], posture: { read: 'no', write: 'no' } };
      const body = { name: 'x', awareAt: hoursAgo(1), why: 'y' };
      const refused = await test.ask(responder, 'POST', '/api/cases', {
        ...body,
        scan: { ...LEAKING_SCAN, stores: [closed] },
      });
      assert.equal(refused.status, 409);
      const early = await test.ask(responder, 'POST', '/api/cases', { ...body, awareAt: hoursAgo(-1) });
      assert.equal(early.status, 422);
      const both = { ...body, fromStore: test.room.newId(), scan: LEAKING_SCAN };
      assert.equal((await test.ask(responder, 'POST', '/api/cases', both)).status, 422);
      assert.equal(
        (await test.ask(responder, 'POST', '/api/cases', { ...body, fromStore: test.room.newId() })).status,
        404,
      );
    });

    it('seats people with deputies, and only those who may work on cases', async () => {
      const { id, version } = await open();
      const employee = await test.person('employee');
      const seats = [
        { seat: 'commander', holder: responder.id, deputy: officer.id },
        { seat: 'officer', holder: officer.id },
      ];
      const seated = await test.ask(officer, 'PATCH', `/api/cases/${id}`, { seats }, { 'if-match': `"${version}"` });
      assert.equal(seated.status, 200, JSON.stringify(seated.body));
      assert.equal(seated.body.commander.name, 'Rui Responder');
      assert.equal(seated.body.officer.id, officer.id);
      const wrong = { seats: [{ seat: 'scribe', holder: employee.id }] };
      const refused = await test.ask(officer, 'PATCH', `/api/cases/${id}`, wrong, {
        'if-match': `"${seated.body.version}"`,
      });
      assert.equal(refused.status, 422);
    });

    it('reminds before each deadline, once for each point, of the new one after it has moved, and of nothing that is met', async () => {
      const { id, version } = await open();
      const seats = [{ seat: 'officer', holder: officer.id }];
      await test.ask(officer, 'PATCH', `/api/cases/${id}`, { seats }, { 'if-match': `"${version}"` });
      const mails: ReminderMail[] = [];
      const reminders: Reminders = {
        send: async (mail) => {
          mails.push(mail);
        },
      };
      const codename: string = (await read(`/api/cases/${id}`)).codename;
      const ours = () => mails.filter(({ subject }) => subject.startsWith(`${codename}: 33(1)`));
      const turn = async (hours: number) => {
        test.turnClock(hours * HOUR_MS);
        await sendReminders(test.room, reminders);
        await sendReminders(test.room, reminders);
      };
      await turn(0);
      assert.equal(ours().length, 0);
      await turn(24);
      assert.deepEqual(
        ours().map(({ to, subject }) => [to.email, subject]),
        [[officer.email, `${codename}: 33(1), 47 hours left`]],
      );
      await said(id, 'aware', hoursAgo(60));
      const waiting = await test.room.records
        .selectFrom('case_reminder')
        .innerJoin('case_clock', 'case_clock.id', 'case_reminder.clock_id')
        .select(['case_reminder.due_at as point', 'case_clock.due_at as clock'])
        .where('case_clock.case_id', '=', id)
        .where('told_at', 'is', null)
        .execute();
      assert.ok(waiting.length > 0 && waiting.every(({ point, clock }) => point.getTime() === clock?.getTime()));
      await turn(0.5);
      assert.equal(ours().length, 1, 'points that the new deadline has behind it are not told');
      await turn(8);
      assert.equal(ours().length, 2);
      assert.match(ours()[1]?.subject ?? '', /: 33\(1\), 3 hours left/);
      assert.doesNotMatch(ours()[1]?.text ?? '', /Chats of the assistant/);
      const clock = (await read(`/api/cases/${id}`)).clocks.find((one: { article: string }) => one.article === '33(1)');
      const met = { state: 'met', because: 'filed by telephone' };
      const answer = await test.ask(officer, 'PATCH', `/api/cases/${id}/clocks/${clock.id}`, met);
      assert.equal(answer.status, 200, JSON.stringify(answer.body));
      await turn(100);
      assert.equal(ours().length, 2, 'nobody is reminded of what is met');
      assert.equal(answer.body.clocks.find((one: { id: string }) => one.id === clock.id).state, 'met');
      const { items } = await read(`/api/cases/${id}/timeline`);
      assert.ok(items.some(({ what }: { what: string }) => what === 'reminder-sent'));
    });

    it('calls a clock late once its time has passed, and lets a person stop it with a reason', async () => {
      const { id } = await open({ awareAt: hoursAgo(100) });
      const { clocks } = await read(`/api/cases/${id}`);
      const late = clocks.find((one: { article: string }) => one.article === '33(1)');
      assert.equal(late.state, 'late');
      assert.ok(late.remainingSeconds < 0);
      const path = `/api/cases/${id}/clocks/${late.id}`;
      assert.equal((await test.ask(officer, 'PATCH', path, { state: 'stopped' })).status, 422);
      const stopped = await test.ask(officer, 'PATCH', path, { state: 'stopped', because: 'It was a drill.' });
      assert.equal(stopped.body.clocks.find((one: { id: string }) => one.id === late.id).state, 'stopped');
      await said(id, 'backup', true);
      const still = (await read(`/api/cases/${id}`)).clocks.find((one: { id: string }) => one.id === late.id);
      assert.equal(still.state, 'stopped', 'what a person stopped stays stopped when facts change');
    });

    it('keeps decisions with reasons and dissent beside what the facts said', async () => {
      const { id } = await open();
      const ruling = { about: 'authority', answer: 'yes', because: 'In doubt, notify.', dissent: 'Wait for the logs.' };
      const ruled = await test.ask(officer, 'POST', `/api/cases/${id}/rulings`, ruling);
      assert.equal(ruled.status, 201, JSON.stringify(ruled.body));
      assert.equal(ruled.body.decision.authority.ruled.answer, 'yes');
      const { items } = await read(`/api/cases/${id}/rulings`);
      assert.equal(items[0].dissent, 'Wait for the logs.');
      assert.equal(items[0].by.name, 'Olga Officer');
    });

    it('closes with a reason, takes no change while closed, and runs its clocks again when opened', async () => {
      const { id, version } = await open();
      const patch = (body: object, at: number) =>
        test.ask(officer, 'PATCH', `/api/cases/${id}`, body, { 'if-match': `"${at}"` });
      assert.equal((await patch({ state: 'closed' }, version)).status, 422);
      const closed = await patch({ state: 'closed', because: 'It was our own test data.' }, version);
      assert.equal(closed.body.state, 'closed');
      assert.ok(closed.body.clocks.every(({ state }: { state: string }) => state === 'stopped'));
      assert.equal((await say(id, closed.body.version, 'minors', true)).status, 409);
      const again = await patch({ state: 'open', because: 'It was not.' }, closed.body.version);
      assert.equal(again.body.state, 'open');
      assert.ok(again.body.clocks.some(({ state }: { state: string }) => state === 'running'));
    });

    it('makes the plan from the facts as tasks, keeps what people did with them, and marks what is no longer called for', async () => {
      const { id } = await open();
      const tasks = async () => (await read(`/api/cases/${id}/tasks`)).items;
      const before = await tasks();
      const close = before.find(({ planId }: { planId: string }) => planId.startsWith('contain/close/'));
      assert.equal(close.role, 'engineer');
      assert.match(close.how.join(' '), /Set a password for the user default/);
      const duty = before.find(
        ({ planId }: { planId: string }) => planId.startsWith('duty/') && planId.includes('34(1)'),
      );
      const patch = (task: { id: string; version: number }, body: object) =>
        test.ask(responder, 'PATCH', `/api/tasks/${task.id}`, body, { 'if-match': `"${task.version}"` });
      const doing = await patch(close, { state: 'doing', ownerId: responder.id, dueAt: hoursAgo(-2) });
      assert.deepEqual([doing.status, doing.body.owner.name, doing.body.late], [200, 'Rui Responder', false]);
      assert.equal((await patch(close, { state: 'done' })).status, 412);
      assert.equal((await patch(duty, { state: 'not-needed' })).status, 422, 'not without a reason');
      await said(id, 'exfiltration', 'ruled-out');
      await said(id, 'recipients', 'none');
      const after = await tasks();
      assert.ok(after.find((task: { id: string }) => task.id === duty.id).dropped);
      assert.equal(after.find((task: { id: string }) => task.id === close.id).state, 'doing');
      const own = await test.ask(responder, 'POST', `/api/cases/${id}/tasks`, { title: 'Call Nadia', phase: 'learn' });
      assert.equal(own.status, 201, JSON.stringify(own.body));
      test.turnClock(3 * HOUR_MS);
      assert.equal((await tasks()).find((task: { id: string }) => task.id === close.id).late, true);
    });

    it('finishes the task of a duty when its clock is met', async () => {
      const { id, clocks } = await open();
      const clock = clocks.find((one: { article: string }) => one.article === '33(1)');
      const met = { state: 'met', because: 'filed by telephone' };
      assert.equal((await test.ask(officer, 'PATCH', `/api/cases/${id}/clocks/${clock.id}`, met)).status, 200);
      const { items } = await read(`/api/cases/${id}/tasks`);
      const task = items.find(
        ({ planId = '' }) => planId.startsWith('duty/gdpr') && planId.endsWith(`33(1)/${clock.to}`),
      );
      assert.equal(task.state, 'done');
    });

    it('holds the register of Article 33(5), with what is missing, and proves it by the evidence log', async () => {
      const { id, reference, version } = await open();
      const told = { effects: ['Strangers may write to them.'], remedialAction: ['The port was closed.'] };
      await test.ask(officer, 'PATCH', `/api/cases/${id}`, told, { 'if-match': `"${version}"` });
      for (const about of ['authority', 'people']) {
        const ruling = { about, answer: 'yes', because: 'In doubt, notify.', opinion: 'I agree.' };
        await test.ask(officer, 'POST', `/api/cases/${id}/rulings`, ruling);
      }
      const register = await read('/api/register');
      assert.deepEqual([register.schema, register.proven, register.faults], ['vigie.register/1', true, []]);
      const { record, missing } = register.records.find(
        (one: { record: { case: string } }) => one.record.case === reference,
      );
      assert.deepEqual(missing, []);
      assert.equal(record.decision.decidedBy, 'Olga Officer');
      assert.match(record.decision.reasons, /In doubt, notify.\nData protection officer: I agree./);
      assert.equal(record.facts.persons.by, 'vigie scan');
      const csv = (await test.ask(officer, 'GET', '/api/register?format=csv')).body;
      assert.match(csv, /^case,title,state,/);
      assert.ok(csv.includes(`\r\n${reference},Chats of the assistant,open,`));
      const pdf = await test.ask(officer, 'GET', '/api/register?format=pdf&language=fr');
      assert.match(pdf.body, /^%PDF-1\.7/);
      await test.room.records
        .updateTable('case_fact')
        .set({
          sealed: test.room.vault.seal(
            JSON.stringify({ value: 1, source: 'stated', certainty: 'proved' }),
            'case/fact',
          ),
        })
        .where('case_id', '=', id)
        .where('name', '=', 'persons')
        .execute();
      const forged = await read('/api/register');
      assert.equal(forged.proven, false);
      assert.match(forged.faults.join(), new RegExp(`^${reference}, persons, version`));
    });

    it('leaves no word of a person in the records or the evidence log as it is written', async () => {
      const log = await readFile(test.room.evidence.path, 'utf8');
      assert.match(log, /"type":"fact-change"/);
      const tables = ['breach_case', 'case_fact', 'case_event', 'case_ruling', 'case_clock', 'case_task'] as const;
      const kept = await Promise.all(tables.map((table) => test.room.records.selectFrom(table).selectAll().execute()));
      for (const text of [log, JSON.stringify(kept)]) {
        assert.doesNotMatch(text, /Nadia|Chats of the assistant|In doubt, notify|our own test data|filed by telephone/);
      }
      assert.deepEqual(test.logged, []);
    });
  });
}

/** A store as the watch keeps it after a scan and a classification, with one finding. */
async function watchedStore({ room }: TestRoom) {
  const { records } = room;
  const [scopeId, storeId, findingId] = [room.newId(), room.newId(), room.newId()];
  const now = room.clock.now();
  const scope = { id: scopeId, name: 'x', owner_id: 'x', targets: ['10.0.0.0/24'], classify: true, created_at: now };
  await records
    .insertInto('scope')
    .values(scope as never)
    .execute();
  const all = { identify: 'yes', list: 'yes', count: 'yes', read: 'yes', write: 'unknown', administer: 'unknown' };
  const store = {
    id: storeId,
    scope_id: scopeId,
    address: '10.0.0.9',
    port: 8123,
    family: 'clickhouse',
    product: 'clickhouse',
    transport: 'http',
    tls: false,
    verdict: 'open',
    posture: JSON.stringify(all),
    first_seen_at: now,
    open_since: new Date(now.getTime() - 5 * HOUR_MS),
    last_seen_at: now,
    observed_at: now,
    rows: 1000,
    people: JSON.stringify({ lower: 90, estimate: 100, upper: 110 }),
    kinds: JSON.stringify([{ kind: 'person/email', level: 'certain', rows: 900 }]),
    classified_at: now,
  };
  await records
    .insertInto('store')
    .values(store as never)
    .execute();
  const remedy = { summary: 's', steps: ['one'], verify: 'v', reference: 'https://example.org' };
  await records
    .insertInto('advice')
    .values({ id: storeId, why: 'w', remedy: JSON.stringify(remedy) })
    .execute();
  const finding = {
    id: findingId,
    store_id: storeId,
    scope_id: scopeId,
    rule: 'clickhouse/no-authentication',
    title: 't',
    severity: 'critical',
    severity_rank: 0,
    state: 'new',
    first_seen_at: now,
    last_seen_at: now,
    evidence: '[]',
    advice_id: storeId,
    address: '10.0.0.9',
    port: 8123,
    product: 'clickhouse',
  };
  await records
    .insertInto('finding')
    .values(finding as never)
    .execute();
  return { storeId, findingId };
}
