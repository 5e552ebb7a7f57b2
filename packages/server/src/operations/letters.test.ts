import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { isIncluded, leafHash, opens } from '@vigie/evidence';
import { delayWarning, outOfOffice, standardBounce } from '../../testing/bounces.ts';
import { approve, LETTER_FACTS, openTestCase, signedIn, stateFacts } from '../../testing/case.ts';
import { type MailSink, openMailSink, type SinkManner } from '../../testing/mail-sink.ts';
import { DATABASES } from '../../testing/records.ts';
import { openTestRoom, type Person, type TestRoom } from '../../testing/room.ts';
import { watchBounces } from '../letters/bounces/mailbox.ts';
import { resealLetters } from '../letters/reseal.ts';
import { openPostOffice, type PostOffice } from '../letters/sending/post-office.ts';
import { createAllowedAddresses } from '../outgoing/allowed-address.ts';
import { createKeyRing } from '../vault/key-ring.ts';
import { openVault, type Vault } from '../vault/vault.ts';

const LIST = [
  'Prénom;Nom;Courriel;Deuxième email;Téléphone;Rue;Code postal;Ville;Date de naissance;Langue;Numéro client',
  'Ada;Lovelace;ada@users.example;;;;;;1980-01-01;fr;1',
  'Ada;Lovelace;ADA@users.example;ada@second.example;;;;;;;1',
  'Bob;Builder;bob@users.example;;;;;;1990-05-05;fr;2',
  'Cleo;Petit;cleo@users.example;;;;;;2015-03-03;fr;3',
  'Dan;Deutsch;dan@users.example;;;;;;1970-01-01;de;4',
  'Eva;Postale;;;+33612345678;1 rue du Port;75001;Paris;;fr;5',
  'Fay;=cmd();fay@users.example;;;;;;;fr;6',
  'Gus;Gone;gus@users.example;;+33698765432;;;;;fr;7',
  ';;;;;;;;;;',
  'Hal;Half;hal@users',
].join('\n');

for (const database of DATABASES) {
  describe(`telling people, in ${database.name}`, { skip: database.skip }, () => {
    let test: TestRoom;
    let sink: MailSink;
    let office: PostOffice;
    let officer: Person;
    let administrator: Person;
    let caseId: string;
    let noticeId: string;
    let first: string;
    /** What the sink does with an address. */
    const manners = new Map<string, SinkManner>();

    before(async () => {
      sink = await openMailSink({ manner: (to) => manners.get(to) ?? 'take' });
      test = await openTestRoom({ database, settings: { outgoingNetworks: ['127.0.0.1'] } });
      officer = await test.person('data-protection-officer', 'Olga Officer');
      administrator = await test.person('administrator', 'Alma Admin');
      const author = await test.person('responder', 'Aude Author');
      ({ id: caseId } = await openTestCase(test, author));
      await stateFacts(test, officer, caseId, LETTER_FACTS);
      const notice = await test.ask(author, 'POST', `/api/cases/${caseId}/notices`, {
        kind: 'letter',
        language: 'fr',
        group: 'users',
      });
      noticeId = notice.body.id;
      const frozen = await test.ask(
        author,
        'POST',
        `/api/notices/${noticeId}/freeze`,
        {},
        { 'if-match': `"${notice.body.version}"` },
      );
      assert.equal(frozen.status, 200, JSON.stringify(frozen.body));
      office = await openPostOffice({
        room: test.room,
        allowed: createAllowedAddresses(['127.0.0.1']),
        firstPauseMs: 100,
      });
    });
    after(async () => {
      await office.close();
      await test.close();
      await sink.close();
    });

    const read = async (path: string) => {
      const answer = await test.ask(officer, 'GET', path);
      assert.equal(answer.status, 200, JSON.stringify(answer.body));
      return answer.body;
    };
    const upload = (list: string | Uint8Array, query = '?language=fr&group=users', type = 'text/csv') =>
      test.ask(officer, 'POST', `/api/cases/${caseId}/contact-imports${query}`, String(list), { 'content-type': type });
    const newRun = (more: object = {}) =>
      test.ask(officer, 'POST', `/api/cases/${caseId}/letter-runs`, { noticeId, perMinute: 60_000, ...more });
    const step = (id: string, what: string, body?: object) =>
      test.ask(officer, 'POST', `/api/letter-runs/${id}/${what}`, body);
    const until = async (
      id: string,
      isThere: (run: { state: string; sent: number; waitingFor?: string }) => boolean,
    ) => {
      for (const end = Date.now() + 20_000; ; ) {
        const run = await read(`/api/letter-runs/${id}`);
        if (isThere(run)) return run;
        assert.ok(Date.now() < end, `${JSON.stringify(run)} ${test.logged.join('\n')}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    const log = () => readFileSync(test.room.evidence.path, 'utf8');

    it('imports a list: what is wrong by row and column, good rows apart until somebody confirms them', async () => {
      const { status, body } = await upload(LIST);
      assert.equal(status, 201, JSON.stringify(body));
      assert.deepEqual(
        [body.state, body.rows, body.good, body.broken, body.duplicates, body.minors, body.unreachable],
        ['waiting', 10, 7, 2, 1, 1, 2],
      );
      assert.deepEqual(
        body.problems.map(
          ({ row, column, problem }: { row: number; column: number; problem: string }) => `${row}:${column} ${problem}`,
        ),
        ['8:2 looks-like-a-formula', '10:0 nobody-in-it', '11:3 no-email-address'],
      );
      assert.doesNotMatch(JSON.stringify(body), /Ada|users\.example|cmd/);
      assert.deepEqual((await read(`/api/cases/${caseId}/contacts`)).items, []);
      const confirmed = await test.ask(officer, 'POST', `/api/contact-imports/${body.id}/confirm`);
      assert.equal(confirmed.body.state, 'confirmed');
      assert.equal((await test.ask(officer, 'POST', `/api/contact-imports/${body.id}/confirm`)).status, 409);
    });

    it('keeps nothing of people in clear, and shows them masked, which is written down', async () => {
      const { items } = await read(`/api/cases/${caseId}/contacts`);
      assert.equal(items.length, 7);
      const ada = items.find(({ email }: { email?: string }) => email === 'a…@u….example');
      assert.deepEqual(
        [ada.name, ada.group, ada.language, ada.minor, ada.reachable, ada.status],
        ['A… L…', 'users', 'fr', false, true, 'none'],
      );
      assert.deepEqual(ada.ways, ['email', 'second-email']);
      const cleo = items.find(({ minor }: { minor: boolean }) => minor);
      assert.equal(cleo.group, 'parents');
      const rows = await test.room.records.selectFrom('contact').selectAll().execute();
      assert.doesNotMatch(JSON.stringify(rows), /Lovelace|@users|Paris|3361234/);
      assert.match(log(), new RegExp(`"contacts":7,"purpose":"list","subject":"${caseId}"`));
      const whole = await read(`/api/contacts/${ada.id}`);
      assert.deepEqual([whole.details.email, whole.details.secondEmail], ['ada@users.example', 'ada@second.example']);
      assert.match(log(), new RegExp(`"contacts":1,"purpose":"look","subject":"${ada.id}"`));
    });

    it('takes nobody twice who comes again in another list, and throws away what is discarded', async () => {
      const again = await upload('email,customer number\nada@users.example,\nnew@users.example,\n,2\n');
      assert.deepEqual([again.body.good, again.body.duplicates], [1, 2]);
      assert.equal((await test.ask(officer, 'DELETE', `/api/contact-imports/${again.body.id}`)).status, 204);
      assert.equal((await read(`/api/contact-imports/${again.body.id}`)).state, 'discarded');
      assert.equal((await read(`/api/cases/${caseId}/contacts`)).items.length, 7);
    });

    it('refuses what is no list, with the reason', async () => {
      assert.equal((await upload('colour;shape\nred;round\n')).status, 422);
      assert.equal((await upload('')).status, 422);
      assert.equal((await upload('email\na@b.org\n', '?language=xx')).status, 422);
      assert.equal((await upload('{}', '', 'application/json')).status, 415);
      const left = await test.room.records
        .selectFrom('contact_import')
        .select('state')
        .where('state', '=', 'checking')
        .execute();
      assert.deepEqual(left, []);
    });

    it('makes no run from a notice that two people have not approved', async () => {
      const early = await newRun();
      assert.equal(early.status, 409);
      assert.equal(early.body.errors[0].pointer, '/body/noticeId');
      for (const role of ['responder', 'data-protection-officer'] as const) {
        const approved = await approve(test, await signedIn(test, await test.person(role)), noticeId);
        assert.equal(approved.status, 200, JSON.stringify(approved.body));
      }
    });

    it('counts in a dry run who would get a letter, and who nothing and why', async () => {
      const run = await newRun();
      assert.equal(run.status, 201, JSON.stringify(run.body));
      first = run.body.id;
      const dry = await step(first, 'dry-run');
      assert.deepEqual(
        [dry.body.run.state, dry.body.letters, dry.body.languages],
        ['dry-run', 3, [{ language: 'fr', letters: 3 }]],
      );
      const nothing = dry.body.nothing.map(
        ({ reason, language, contacts }: { reason: string; language: string; contacts: number }) =>
          `${reason} ${language} ${contacts}`,
      );
      assert.deepEqual(nothing.sort(), ['not-reachable fr 2', 'other-group fr 1', 'other-language de 1']);
      assert.equal(sink.mails.length, 0);
      assert.equal((await step(first, 'start')).status, 409, 'there is no mail server yet');
    });

    it('takes settings of mail whose password nobody reads again, and no address inside of the house', async () => {
      const settings = {
        host: '127.0.0.1',
        port: sink.port,
        security: 'none',
        from: { name: 'Exemple', address: 'privacy@exemple.example' },
        replyTo: 'dpo@exemple.example',
        bounceAddress: 'bounces@exemple.example',
        password: 'Sesame-1234',
      };
      const put = (body: object, version = 0) =>
        test.ask(administrator, 'PUT', '/api/settings/mail', body, { 'if-match': `"${version}"` });
      for (const host of ['10.0.0.1', '169.254.169.254', '::1', '[::ffff:10.0.0.1]', '0.0.0.0', '127.0.0.2']) {
        const refused = await put({ ...settings, host });
        assert.equal(refused.body.errors?.[0]?.pointer, '/body/host', `${host} ${JSON.stringify(refused.body)}`);
      }
      const lines = ['\r\nBcc: x@y.z', '\n', '\0'];
      for (const line of lines) {
        const spoilt: Record<string, object> = {
          '/body/from/name': { from: { ...settings.from, name: `A${line}B` } },
          '/body/from/address': { from: { ...settings.from, address: `a${line}@b.org` } },
          '/body/replyTo': { replyTo: `a@b.org${line}b` },
          '/body/bounceAddress': { bounceAddress: `a${line}b@b.org` },
          '/body/host': { host: `mail${line}x.example` },
          '/body/user': { security: 'tls', user: `u${line}v` },
          '/body/password': { password: `p${line}w` },
        };
        for (const [pointer, more] of Object.entries(spoilt)) {
          const answer = await put({ ...settings, ...more });
          assert.deepEqual([answer.status, answer.body.errors?.[0]?.pointer], [422, pointer], JSON.stringify(line));
        }
      }
      const kept = await put(settings);
      assert.deepEqual(
        [kept.status, kept.body.hasPassword, kept.body.version],
        [200, true, 1],
        JSON.stringify(kept.body),
      );
      assert.doesNotMatch(
        JSON.stringify([kept.body, (await test.ask(administrator, 'GET', '/api/settings/mail')).body]),
        /Sesame/,
      );
      assert.doesNotMatch(
        JSON.stringify(await test.room.records.selectFrom('setting').selectAll().execute()),
        /Sesame/,
      );
      assert.equal((await put(settings)).status, 412);
      assert.equal((await put({ ...settings, user: 'vigie' }, 1)).status, 422, 'a password goes over TLS only');
      assert.equal((await test.ask(officer, 'PUT', '/api/settings/mail', settings, { 'if-match': '"1"' })).status, 403);
      const tried = await test.ask(administrator, 'POST', '/api/settings/mail/test', { sendToMe: true });
      assert.deepEqual(tried.body, { result: 'sent' });
      assert.equal(sink.mails.at(-1)?.to, administrator.email);
    });

    it('shows a letter as it would go out', async () => {
      const preview = await read(`/api/letter-runs/${first}/preview`);
      assert.equal(preview.to, 'ada@users.example');
      assert.match(preview.message, /^To: <ada@users\.example>\r\n/);
      assert.match(preview.text, /Exemple/);
      assert.ok(!/[\r\n]/.test(preview.subject));
      const { items } = await read(`/api/cases/${caseId}/contacts?language=de`);
      assert.equal(
        (await test.ask(officer, 'GET', `/api/letter-runs/${first}/preview?contact=${items[0].id}`)).status,
        409,
      );
    });

    it('sends, calls bounces bounces, and proves each letter against the evidence log', async () => {
      manners.set('bob@users.example', { refuseRecipient: 550 });
      assert.equal((await step(first, 'start')).status, 200);
      const done = await until(first, ({ state }) => state === 'done');
      assert.deepEqual([done.total, done.sent, done.failed, done.left], [3, 2, 1, 0]);
      assert.equal((await step(first, 'start')).status, 409);
      const proofs = await read(`/api/letter-runs/${first}/proofs`);
      assert.doesNotMatch(proofs, /@users/);
      const [, ...rows] = proofs
        .trim()
        .split('\r\n')
        .map((line: string) => line.split(','));
      assert.equal(rows.length, 2);
      const [, message, at, code, text, to, salt, , index, root, path] = rows[0];
      const leaf = leafHash(Buffer.from(JSON.stringify({ at, code: Number(code), message, text, to })));
      const hashes = path.split(' ').map((one: string) => Buffer.from(one, 'hex'));
      assert.ok(isIncluded(leaf, Number(index), rows.length, Buffer.from(root, 'hex'), hashes));
      assert.ok(
        opens(to, 'ada@users.example', Buffer.from(salt, 'hex')) ||
          opens(to, 'gus@users.example', Buffer.from(salt, 'hex')),
      );
      assert.ok(log().includes(root));
      assert.doesNotMatch(log(), /@|Lovelace/);
    });

    it('takes back what comes back: by request and by folder, once each, and only with the letter’s own address', async () => {
      const mail = sink.mails.find(({ to }) => to === 'gus@users.example');
      assert.ok(mail);
      const parts = { returnPath: mail.from, messageId: /Message-ID: <(.*?)>/.exec(mail.raw)?.[1] ?? '' };
      assert.match(parts.returnPath, /^bounces\+[a-z0-9-]+@exemple\.example$/);
      const bring = (raw: Buffer) =>
        test.ask(officer, 'POST', '/api/mail/bounces', raw.toString(), { 'content-type': 'message/rfc822' });
      const verdictOf = async (raw: Buffer) => {
        const { body } = await bring(raw);
        return [body.verdict, body.isOurs, (await read(`/api/letter-runs/${first}`)).bounced];
      };
      assert.deepEqual(await verdictOf(outOfOffice(parts)), ['auto-reply', true, 0]);
      assert.deepEqual(await verdictOf(delayWarning(parts)), ['delayed', true, 0]);
      const forged = { returnPath: parts.returnPath.replace(/.@/, 'x@'), messageId: 'x@y' };
      assert.deepEqual(await verdictOf(standardBounce(forged)), ['failed', false, 0]);
      const folder = join(test.folder, 'bounces');
      await mkdir(join(folder, 'new'), { recursive: true });
      await writeFile(join(folder, 'new', '1700000000.M1.mx'), standardBounce(parts));
      await writeFile(
        join(folder, 'old.mbox'),
        `From MAILER-DAEMON Sun Nov 29\n${standardBounce(parts).toString().replaceAll('\r\n', '\n')}\n`,
      );
      const mailbox = await watchBounces(test.room, 60_000);
      await mailbox.look();
      await mailbox.close();
      assert.deepEqual(
        [await readdir(join(folder, 'new')), await readdir(join(folder, 'cur'))],
        [[], ['1700000000.M1.mx:2,S']],
      );
      assert.ok((await readdir(folder)).includes('old.mbox.read'));
      assert.deepEqual(await verdictOf(standardBounce(parts)), ['failed', true, 1]);
      const { items } = await read(`/api/letter-runs/${first}/letters?state=bounced`);
      assert.deepEqual([items.length, items[0].status], [1, '5.1.1']);
    });

    it('tells those whom the first run missed by another channel, and nobody else again', async () => {
      const bySecond = await newRun({ channel: 'second-email', againAfter: first });
      assert.equal((await step(bySecond.body.id, 'dry-run')).body.letters, 0);
      assert.equal((await step(bySecond.body.id, 'start')).status, 409);
      const byPhone = await newRun({ channel: 'phone', againAfter: first });
      const started = await step(byPhone.body.id, 'start');
      assert.deepEqual([started.status, started.body.total], [200, 1], JSON.stringify(started.body));
      const list = await read(`/api/letter-runs/${byPhone.body.id}/list`);
      assert.match(list, /^1,Gus Gone,,\+33698765432,/m);
      const told = await step(byPhone.body.id, 'outcomes', { outcome: 'sent' });
      assert.deepEqual([told.body.letters, told.body.run.state, told.body.run.sent], [1, 'done', 1]);
      const { items } = await read(`/api/cases/${caseId}/contacts`);
      assert.deepEqual(items.map(({ status }: { status: string }) => status).sort(), [
        'failed',
        'none',
        'none',
        'none',
        'none',
        'resent',
        'sent',
      ]);
      assert.equal((await step((await newRun()).body.id, 'dry-run')).body.letters, 1, 'only who was refused');
    });

    it('leaves letters that may have been sent to a person’s decision', async () => {
      manners.set('bob@users.example', 'take-and-vanish');
      const run = await newRun({ againAfter: first });
      await step(run.body.id, 'start');
      const doubtful = await until(run.body.id, ({ state }) => state === 'done');
      assert.deepEqual([doubtful.sent, doubtful.uncertain, doubtful.left], [0, 1, 0]);
      manners.delete('bob@users.example');
      const again = await step(run.body.id, 'uncertain', { decision: 'send-again' });
      assert.equal(again.body.letters, 1);
      const sent = await until(run.body.id, ({ state, sent }) => state === 'done' && sent === 1);
      assert.equal(sent.uncertain, 0);
      const toBob = sink.mails
        .filter(({ to }) => to === 'bob@users.example')
        .map(({ raw }) => /Message-ID: (.*)/.exec(raw)?.[1]);
      assert.equal(new Set(toBob).size, 1, 'the same message id at a resend');
    });

    it('lets nobody but the data protection officer near contacts and letters', async () => {
      for (const role of ['administrator', 'responder', 'auditor', 'employee'] as const) {
        const person = await test.person(role, `Near ${role}`);
        for (const path of [
          `/api/cases/${caseId}/contacts`,
          `/api/letter-runs/${first}`,
          `/api/letter-runs/${first}/proofs`,
        ]) {
          assert.equal((await test.ask(person, 'GET', path)).status, 403, `${role} ${path}`);
        }
      }
    });

    it('seals anew after a rotation of keys, so that the old key can go', async () => {
      const [old] = await test.room.records.selectFrom('contact').select('sealed').limit(1).execute();
      const making = { now: () => new Date(), random: randomBytes };
      const ring = createKeyRing({ id: randomUUID(), dataDirectory: randomUUID() }, making);
      const known = test.room.vault;
      // Seals by a key of its own, and still opens what the old one sealed.
      const fresh = openVault({ ring, random: randomBytes, addKey: async () => ring });
      const vault: Vault = {
        ...fresh,
        currentKey: fresh.currentKey,
        open: (text, purpose) => (fresh.sealedWith(text) === fresh.currentKey ? fresh : known).open(text, purpose),
      };
      assert.ok((await resealLetters({ ...test.room, vault }, new AbortController().signal)) >= 9);
      const rows = await test.room.records.selectFrom('contact').selectAll().execute();
      for (const row of rows) assert.ok(!('code' in fresh.open(row.sealed, 'contact/details')));
      assert.ok(rows.every(({ sealed }) => sealed !== old?.sealed));
      const emails = rows.map((row) => row.email_index).filter((index) => index !== null);
      assert.ok(emails.includes(fresh.index('ada@users.example', 'contact/email')));
      const runs = await test.room.records.selectFrom('letter_run').select('secret').execute();
      for (const { secret } of runs) assert.ok(!('code' in fresh.open(secret, 'letter-run/secret')));
      assert.equal(await resealLetters({ ...test.room, vault }, new AbortController().signal), 0);
    });
  });
}
