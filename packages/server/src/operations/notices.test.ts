import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { NO_POPPLER, pagesOf } from '@vigie/paper/testing/pdf-text';
import { approve, LETTER_FACTS, openTestCase, signedIn, stateFacts } from '../../testing/case.ts';
import { DATABASES } from '../../testing/records.ts';
import { ORIGIN, openTestRoom, type Person, type TestRoom } from '../../testing/room.ts';
import { approvedLetter } from '../cases/notices/approved-letter.ts';

for (const database of DATABASES) {
  describe(`notices, in ${database.name}`, { skip: database.skip }, () => {
    let test: TestRoom;
    let author: Person;
    let officer: Person;
    let responder: Person;
    const cookies = new Map<Person, string>();
    /** A case of which all is known that a letter says. */
    let letters: string;
    before(async () => {
      test = await openTestRoom({ database });
      author = await test.person('responder', 'Aude Author');
      officer = await test.person('data-protection-officer', 'Olga Officer');
      responder = await test.person('responder', 'Rui Responder');
      for (const person of [author, officer, responder]) cookies.set(person, await signedIn(test, person));
      letters = await letterCase();
    });
    after(() => test.close());

    const cookieOf = (person: Person) => cookies.get(person) ?? '';
    const read = async (path: string) => {
      const answer = await test.ask(officer, 'GET', path);
      assert.equal(answer.status, 200, JSON.stringify(answer.body));
      return answer.body;
    };
    const draft = async (caseId: string, body: object, as = author) => {
      const answer = await test.ask(as, 'POST', `/api/cases/${caseId}/notices`, body);
      assert.equal(answer.status, 201, JSON.stringify(answer.body));
      return answer.body;
    };
    const act = (as: Person, notice: { id: string; version: number }, what: string, body: object) =>
      test.ask(as, 'POST', `/api/notices/${notice.id}/${what}`, body, { 'if-match': `"${notice.version}"` });
    const edit = (as: Person, notice: { id: string; version: number }, body: object) =>
      test.ask(as, 'PATCH', `/api/notices/${notice.id}`, body, { 'if-match': `"${notice.version}"` });
    const done = (answer: { status: number; body: unknown }) => {
      assert.equal(answer.status, 200, JSON.stringify(answer.body));
      return answer.body as never;
    };

    const letterCase = async () => {
      const { id } = await openTestCase(test, author);
      await stateFacts(test, officer, id, LETTER_FACTS);
      return id as string;
    };
    const frozenLetter = async (as = author) => {
      const notice = await draft(letters, { kind: 'letter', language: 'fr', group: 'users' }, as);
      return done(await act(as, notice, 'freeze', {})) as { id: string; version: number; caseId: string };
    };

    it('drafts the form of an authority with its gaps marked, takes answers, and says which are left', async () => {
      const { id } = await openTestCase(test, author);
      const notice = await draft(id, { kind: 'authority-edpb', language: 'fr' });
      const gap = notice.gaps.find((one: { id: string }) => one.id === 'field-57');
      assert.ok(notice.text.some((block: { kind: string }) => block.kind === 'question'));
      const open = notice.gaps[0];
      assert.ok(open.question && open.demandedBy && open.section);
      assert.equal(gap, undefined, 'what the scan measured is not asked');
      const choice = notice.gaps.find((one: { form?: { type: string } }) => one.form?.type === 'choice');
      const answers = { [choice.id]: choice.form.options[0].letter };
      const answered = done(await edit(author, notice, { answers })) as typeof notice;
      assert.equal(answered.version, notice.version + 1);
      assert.deepEqual(
        answered.gaps
          .filter((one: { id: string }) => one.id === choice.id)
          .map((one: { answer: unknown }) => one.answer),
        [choice.form.options[0].letter],
      );
      const { question, section, demandedBy } = choice;
      const kept = answered.gaps.find((one: { id: string }) => one.id === choice.id);
      assert.deepEqual(
        { question: kept.question, section: kept.section, demandedBy: kept.demandedBy },
        { question, section, demandedBy },
        'what was asked stands beside the answer',
      );
      const wrong = await edit(author, answered, { answers: { [choice.id]: 'Nadia Example' } });
      assert.equal(wrong.status, 422);
      assert.equal(wrong.body.errors[0].pointer, `/body/answers/${choice.id}`);
      const written = notice.text.find((block: { kind: string }) => block.kind === 'question');
      const over = { edits: [{ block: written.id, replacement: [{ kind: 'paragraph', text: 'x' }] }] };
      assert.equal((await edit(author, answered, over)).status, 422);
    });

    it('makes an answer that is a fact one of the case, for every notice and for the clocks', async () => {
      const { id } = await openTestCase(test, author);
      const letter = await draft(id, { kind: 'letter', language: 'fr', group: 'users' });
      assert.ok(letter.gaps.some((one: { fact: string }) => one.fact === 'organisationName'));
      const answered = done(
        await edit(author, letter, { answers: { organisationName: 'Exemple SAS' } }),
      ) as typeof letter;
      assert.ok(!answered.gaps.some((one: { id: string }) => one.id === 'organisationName'));
      const { items } = await read(`/api/cases/${id}/facts`);
      assert.equal(items.find((one: { path: string }) => one.path === 'organisationName').value, 'Exemple SAS');
      const wrong = await edit(author, answered, { answers: { dpo: { name: 'Nadia Example' } } });
      assert.equal(wrong.status, 422, 'a contact without a way to reach it');
      assert.doesNotMatch(JSON.stringify(wrong.body), /Nadia/);
    });

    it('keeps edits when the facts draft it anew, and tells those whose block is gone', async () => {
      const caseId = await letterCase();
      const letter = await draft(caseId, { kind: 'letter', language: 'fr', group: 'users' });
      const named = letter.text.find((one: { text?: string }) => one.text?.includes('Exemple'));
      const other = letter.text.findLast((one: { kind: string }) => one.kind === 'paragraph');
      const edits = [named, other].map(({ id }: { id: string }) => ({
        block: id,
        replacement: [{ kind: 'paragraph', text: 'Nous vous écrivons au nom de la société que vous connaissez.' }],
      }));
      const edited = done(await edit(author, letter, { edits })) as typeof letter;
      assert.equal(edited.text.filter((one: { edited: boolean }) => one.edited).length, 2);
      await stateFacts(test, officer, caseId, { organisationName: 'Autre SA' });
      assert.equal((await read(`/api/notices/${letter.id}`)).behindFacts, true);
      const behind = await act(author, edited, 'freeze', {});
      assert.equal(behind.body.type, '/problems/not-ready');
      const anew = done(await edit(author, edited, { redraft: true })) as typeof letter;
      assert.deepEqual(
        anew.lostEdits.map(({ block }: { block: string }) => block),
        [named.id],
      );
      assert.equal(anew.behindFacts, false);
      assert.equal(anew.versions.length, 3);
      const diff = await read(`/api/notices/${letter.id}/diff?from=2`);
      assert.ok(
        diff.lines.some(
          ({ what, says }: { what: string; says: string }) => what === 'added' && says.includes('Autre SA'),
        ),
      );
    });

    it('lets no letter be frozen that lacks what Article 34(2) asks for, and says what', async () => {
      const letter = await draft(letters, { kind: 'letter', language: 'fr', group: 'users' });
      const table = letter.text.find((one: { kind: string }) => one.kind === 'table');
      const without = done(
        await edit(author, letter, { edits: [{ block: table.id, replacement: [] }] }),
      ) as typeof letter;
      const refused = await act(author, without, 'freeze', {});
      assert.equal(refused.status, 409);
      assert.match(JSON.stringify(refused.body.errors), /contact/);
      const back = done(
        await edit(author, without, { edits: [{ block: table.id, replacement: null }] }),
      ) as typeof letter;
      assert.equal((await act(author, back, 'freeze', {})).status, 200);
    });

    it('freezes a form with open questions only where somebody says so', async () => {
      const { id } = await openTestCase(test, author);
      const notice = await draft(id, { kind: 'authority-cnil', language: 'fr' });
      assert.equal((await act(author, notice, 'freeze', {})).status, 409);
      const frozen = done(await act(author, notice, 'freeze', { incomplete: true })) as { state: string };
      assert.equal(frozen.state, 'frozen');
    });

    it('takes two people to approve, one of whom has neither written nor frozen it', async () => {
      const notice = await frozenLetter();
      const byToken = await act(officer, notice, 'approve', {});
      assert.equal(byToken.status, 403, 'a token approves nothing');
      assert.equal((await approve(test, cookieOf(officer), notice.id)).status, 200);
      const twice = await approve(test, cookieOf(officer), notice.id);
      assert.equal(twice.status, 409, 'nobody approves twice');
      assert.match(twice.body.detail, /somebody else/);
      assert.equal((await read(`/api/notices/${notice.id}`)).state, 'frozen', 'one alone is nobody');
      const second = await approve(test, cookieOf(author), notice.id);
      assert.equal(second.body.state, 'approved', JSON.stringify(second.body));
      assert.equal((await approve(test, cookieOf(responder), notice.id)).status, 409, 'it is approved');
    });

    it('is not approved by two people who both wrote in it or froze it', async () => {
      const letter = await draft(letters, { kind: 'letter', language: 'fr', group: 'users' });
      const paragraph = letter.text.findLast((one: { kind: string }) => one.kind === 'paragraph');
      const edits = [
        { block: paragraph.id, replacement: [{ kind: 'paragraph', text: 'Vous pouvez aussi nous écrire.' }] },
      ];
      const edited = done(await edit(officer, letter, { edits })) as typeof letter;
      const frozen = done(await act(responder, edited, 'freeze', {})) as { id: string };
      assert.equal((await approve(test, cookieOf(author), frozen.id)).status, 200);
      for (const insider of [officer, responder]) {
        const refused = await approve(test, cookieOf(insider), frozen.id);
        assert.equal(refused.status, 409);
        assert.match(refused.body.detail, /written in it or frozen it/);
      }
      const outsider = await test.person('responder', 'Una Unseen');
      const approved = await approve(test, await signedIn(test, outsider), frozen.id);
      assert.equal(approved.body.state, 'approved');
    });

    it('is approved by nobody whose role may not, in no other state, and in no other version than was read', async () => {
      const notice = await frozenLetter();
      for (const role of ['administrator', 'auditor', 'employee'] as const) {
        const cookie = await signedIn(test, await test.person(role));
        const match = { cookie, 'if-match': `"${notice.version}"` };
        const refused = await test.ask(undefined, 'POST', `/api/notices/${notice.id}/approve`, undefined, match);
        assert.equal(refused.status, 403, role);
      }
      const old = { cookie: cookieOf(officer), 'if-match': `"${notice.version - 1}"` };
      assert.equal(
        (await test.ask(undefined, 'POST', `/api/notices/${notice.id}/approve`, undefined, old)).status,
        412,
      );
      const drafted = await draft(notice.caseId, { kind: 'letter', language: 'fr', group: 'users' });
      assert.equal((await approve(test, cookieOf(officer), drafted.id)).status, 409, 'a draft is approved by nobody');
      assert.equal((await edit(author, notice, { redraft: true })).status, 409, 'what is frozen is not edited');
    });

    it('throws approvals away when it is thawed', async () => {
      const notice = await frozenLetter();
      await approve(test, cookieOf(officer), notice.id);
      await approve(test, cookieOf(author), notice.id);
      const approved = await read(`/api/notices/${notice.id}`);
      assert.equal(approved.approvals.length, 2);
      const thawed = done(
        await act(author, approved, 'unfreeze', { because: 'A number was wrong.' }),
      ) as typeof approved;
      assert.deepEqual([thawed.state, thawed.approvals], ['draft', []]);
      const again = done(await act(author, thawed, 'freeze', {})) as typeof approved;
      assert.equal(
        (await approve(test, cookieOf(officer), again.id)).body.state,
        'frozen',
        'the old approval counts no more',
      );
    });

    it('is withdrawn with a reason, and after that neither edited, approved nor sent', async () => {
      const notice = await frozenLetter();
      assert.equal((await act(author, notice, 'withdraw', {})).status, 422);
      await approve(test, cookieOf(officer), notice.id);
      await approve(test, cookieOf(responder), notice.id);
      const approved = await read(`/api/notices/${notice.id}`);
      const withdrawn = done(
        await act(author, approved, 'withdraw', { because: 'It was no breach.' }),
      ) as typeof approved;
      assert.deepEqual([withdrawn.state, withdrawn.because], ['withdrawn', 'It was no breach.']);
      assert.equal(await approvedLetter(test.room, notice.id), undefined);
      for (const what of ['freeze', 'approve', 'unfreeze', 'withdraw']) {
        assert.ok((await act(officer, withdrawn, what, what === 'freeze' ? {} : { because: 'x' })).status >= 400, what);
      }
    });

    it('hands an approved letter to the mail, and no other', async () => {
      const notice = await frozenLetter();
      assert.equal(await approvedLetter(test.room, notice.id), undefined);
      await approve(test, cookieOf(officer), notice.id);
      await approve(test, cookieOf(responder), notice.id);
      const letter = await approvedLetter(test.room, notice.id);
      assert.ok(letter);
      assert.deepEqual(
        [letter.language, letter.group, letter.caseId, letter.version],
        ['fr', 'users', notice.caseId, 1],
      );
      assert.match(letter.text, /Camille Martin/);
      assert.match(letter.html, /<html lang="fr">/);
      assert.doesNotMatch(letter.text + letter.html, /2026-\d{3}|Projet/);
      assert.ok(letter.subject.length > 5 && !letter.text.startsWith(letter.subject));
    });

    it('is filed by a person: the receipt is kept sealed, the clock is met, and an update shows what changed', async () => {
      const { id } = await openTestCase(test, author);
      await stateFacts(test, officer, id, { establishments: ['FR'] });
      const notice = await draft(id, { kind: 'authority-edpb', language: 'en' });
      const frozen = done(await act(author, notice, 'freeze', { incomplete: true })) as typeof notice;
      const at = test.room.clock.now().toISOString();
      const recap = Buffer.from('%PDF-1.7 recap for Nadia Example');
      const file = { name: 'recap.pdf', type: 'application/pdf', base64: recap.toString('base64') };
      const early = await act(officer, frozen, 'receipt', { at, number: 'CNIL-42' });
      assert.equal(early.status, 409, 'nothing is filed that two people have not approved');
      await approve(test, cookieOf(officer), notice.id);
      await approve(test, cookieOf(responder), notice.id);
      const approved = await read(`/api/notices/${notice.id}`);
      assert.equal(
        (await act(responder, approved, 'receipt', { at, number: 'CNIL-42' })).status,
        403,
        'an officer files',
      );
      const disguised = { ...file, base64: Buffer.from('MZ no paper').toString('base64') };
      const refused = await act(officer, approved, 'receipt', { at, number: 'CNIL-42', file: disguised });
      assert.match(refused.body.errors[0].detail, /not what application\/pdf looks like/);
      const filed = done(await act(officer, approved, 'receipt', { at, number: 'CNIL-42', file })) as typeof notice;
      assert.deepEqual(
        [filed.state, filed.receipt.number, filed.receipt.file.sha256],
        ['filed', 'CNIL-42', hash('sha256', recap)],
      );
      const kept = await test.room.records.selectFrom('notice_receipt').selectAll().execute();
      assert.doesNotMatch(JSON.stringify(kept), /CNIL-42|recap/);
      const back = await test.ask(officer, 'GET', `/api/notices/${notice.id}/receipt/file`);
      assert.match(back.body, /Nadia Example/);
      const put = (as: Person, { version }: typeof notice, body: object) =>
        test.ask(as, 'PUT', `/api/notices/${notice.id}/receipt/file`, body, { 'if-match': `"${version}"` });
      const mail = Buffer.from('From: the authority\nSubject: recap\n\nWe have it.');
      const better = { name: 'recap.eml', type: 'message/rfc822', base64: mail.toString('base64') };
      assert.equal((await put(responder, filed, better)).status, 403);
      assert.equal((await put(officer, filed, { ...better, type: 'text/html' })).status, 422);
      const again = done(await put(officer, filed, better)) as typeof notice;
      assert.equal(again.receipt.file.sha256, hash('sha256', mail));
      const log = await readFile(join(test.folder, 'log.jsonl'), 'utf8');
      for (const content of [recap, mail]) assert.ok(log.includes(hash('sha256', content)), 'the log has both hashes');
      const clock = (await read(`/api/cases/${id}`)).clocks.find((one: { article: string }) => one.article === '33(1)');
      assert.deepEqual([clock.state, clock.metBy], ['met', notice.id]);
      const { items } = await read(`/api/cases/${id}/facts`);
      assert.ok(
        items.some(({ path, value }: { path: string; value: unknown }) => path === 'authorityNotified' && value === at),
      );
      await stateFacts(test, officer, id, { minors: true });
      const update = await draft(id, { kind: 'authority-edpb', language: 'en', follows: notice.id });
      const diff = await read(`/api/notices/${update.id}/diff`);
      assert.equal(diff.before.noticeId, notice.id);
      assert.ok(diff.lines.some(({ what }: { what: string }) => what !== 'same'));
      assert.ok(diff.lines.some(({ what }: { what: string }) => what === 'same'));
    });

    it('leaves as PDF, DOCX, HTML, Markdown and JSON, marked as a draft until it is signed off', async () => {
      const notice = await draft(letters, { kind: 'letter', language: 'fr', group: 'users' });
      const bytesOf = async (format: string) => {
        const headers = { cookie: cookieOf(officer), host: new URL(ORIGIN).host };
        const url = `${ORIGIN}/api/notices/${notice.id}/export?format=${format}`;
        const response = await test.fetch(new Request(url, { headers }));
        assert.equal(response.status, 200, format);
        assert.match(response.headers.get('content-disposition') ?? '', new RegExp(`letter-users-fr-v1\\.${format}"$`));
        return Buffer.from(await response.arrayBuffer());
      };
      const pdf = await bytesOf('pdf');
      assert.ok((await bytesOf('docx')).subarray(0, 2).equals(Buffer.from('PK')));
      assert.match(String(await bytesOf('html')), /Projet, à vérifier/);
      assert.match(String(await bytesOf('md')), /^# /);
      assert.equal(JSON.parse(String(await bytesOf('json'))).schema, 'vigie.notice/1');
      const log = await readFile(test.room.evidence.path, 'utf8');
      assert.ok(log.includes(hash('sha256', pdf)), 'the evidence log has the hash of what left');
      assert.ok(pdf.equals(await bytesOf('pdf')), 'the same version gives the same bytes');
      if (NO_POPPLER === undefined) {
        const path = join(test.folder, 'letter.pdf');
        await writeFile(path, pdf);
        assert.match(pagesOf(path).join(' '), /Camille Martin/);
      }
      const { items } = await read(`/api/cases/${letters}/timeline`);
      assert.ok(items.filter(({ what }: { what: string }) => what === 'notice-exported').length >= 5);
    });

    it('is written in the languages that it has, to the groups that there are', async () => {
      const { id } = await openTestCase(test, author);
      for (const [body, pointer] of [
        [{ kind: 'authority-cnil', language: 'de' }, '/body/language'],
        [{ kind: 'letter', language: 'fr' }, '/body/group'],
        [{ kind: 'press', language: 'fr', group: 'users' }, '/body/group'],
        [{ kind: 'press', language: 'fr', follows: test.room.newId() }, '/body/follows'],
      ] as const) {
        const refused = await test.ask(author, 'POST', `/api/cases/${id}/notices`, body);
        assert.equal(refused.status, 422, JSON.stringify(body));
        assert.equal(refused.body.errors[0].pointer, pointer);
      }
      for (const kind of ['press', 'web'] as const) await draft(id, { kind, language: 'zh' });
      await draft(id, { kind: 'processor', language: 'en' });
      assert.equal((await read(`/api/cases/${id}/notices`)).items.length, 3);
    });

    it('lets one of two who write at once win', async () => {
      const { id } = await openTestCase(test, author);
      const notice = await draft(id, { kind: 'authority-edpb', language: 'en' });
      const answers = await Promise.all([
        edit(author, notice, { redraft: true }),
        edit(officer, notice, { redraft: true }),
      ]);
      assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 412]);
    });

    it('is drafted anew once its deadline has passed, since it has to say why it comes late', async () => {
      const { id } = await openTestCase(test, author);
      const notice = await draft(id, { kind: 'authority-edpb', language: 'en' });
      test.turnClock(80 * 60 * 60 * 1000);
      const refused = await act(author, notice, 'freeze', { incomplete: true });
      assert.equal(refused.body.type, '/problems/not-ready');
      assert.match(refused.body.errors[0].detail, /deadline has passed/);
      const anew = done(await edit(author, notice, { redraft: true })) as typeof notice;
      const questions = anew.gaps.map(({ question }: { question: string }) => question).join();
      assert.match(questions, /Reasons for late notification/);
      assert.equal((await act(author, anew, 'freeze', { incomplete: true })).status, 200);
    });

    it('leaves nothing of a text in the records or the evidence log', async () => {
      const log = await readFile(test.room.evidence.path, 'utf8');
      const tables = ['notice', 'notice_version', 'notice_approval', 'notice_receipt', 'case_event'] as const;
      const kept = await Promise.all(tables.map((table) => test.room.records.selectFrom(table).selectAll().execute()));
      for (const text of [log, JSON.stringify(kept)])
        assert.doesNotMatch(text, /Camille|Exemple|Nadia|A number was wrong/);
      assert.deepEqual(test.logged, []);
    });
  });
}
