import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { axeOn } from '../../testing/axe.ts';
import { openTestCase } from '../../testing/case.ts';
import { LAUNCH, NO_BROWSER } from '../../testing/chromium.ts';
import { addContacts, setRelay } from '../../testing/letters.ts';
import { openMailSink } from '../../testing/mail-sink.ts';
import { DATABASES } from '../../testing/records.ts';
import { openTestRoom, type Person, type TestRoom } from '../../testing/room.ts';
import { createAddresses, type Listener, listen } from '../http/listen.ts';
import { eraseContacts } from '../letters/erasure/erase-contacts.ts';
import { createAllowedAddresses } from '../outgoing/allowed-address.ts';
import { openAnswerDesk } from './affected-questions.ts';
import { createPublicApp } from './app.ts';
import { RIGHTS_COUNTRIES } from './rights/countries.ts';

/** The pages are the same over either database: one of them is enough for a browser. */
function whyNoBrowser(name: string): string | false {
  if (NO_BROWSER !== false) return NO_BROWSER;
  return name === DATABASES[0]?.name ? false : 'looked at over the other database';
}

const SCRIPT = '<script>alert(1)</script>';

for (const database of DATABASES) {
  describe(`the public pages, over ${database.name}`, { skip: database.skip }, () => {
    let test: TestRoom;
    let officer: Person;
    let caseId: string;
    let listener: Listener;
    const slug = 'chats-2026';

    before(async () => {
      test = await openTestRoom({ database });
      officer = await test.person('data-protection-officer');
      ({ id: caseId } = await openTestCase(test, await test.person('responder')));
      const addresses = createAddresses(['127.0.0.1']);
      assert.ok(!('code' in addresses));
      const app = createPublicApp(test.room, addresses.of);
      const opened = await listen(
        (request) => app.fetch(request),
        { host: '127.0.0.1', port: 0, tls: undefined },
        addresses.note,
      );
      assert.ok(!('code' in opened));
      listener = opened;
    });
    after(async () => {
      await listener.close();
      await test.close();
    });

    /** From an address of its own, by way of the trusted proxy: limits are per address. */
    const get = async (path: string, headers: Record<string, string> = {}, from = '198.51.100.1') => {
      const response = await fetch(`http://127.0.0.1:${listener.port}${path}`, {
        headers: { 'x-forwarded-for': from, ...headers },
      });
      return { status: response.status, headers: response.headers, text: await response.text() };
    };
    const ask = async (email: string, from: string, headers: Record<string, string> = {}) => {
      const response = await fetch(`http://127.0.0.1:${listener.port}/incidents/${slug}/am-i-affected`, {
        method: 'POST',
        headers: { 'x-forwarded-for': from, ...headers },
        body: new URLSearchParams({ email, lang: 'en' }),
      });
      return { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() };
    };
    const put = (body: object, version: number) =>
      test.ask(
        officer,
        'PUT',
        `/api/cases/${caseId}/incident-page`,
        { ...PAGE, ...body },
        { 'if-match': `"${version}"` },
      );
    const say = (language: string, text: string) =>
      test.ask(officer, 'POST', `/api/cases/${caseId}/incident-page/updates`, { language, text });
    const PAGE = {
      slug,
      published: false,
      titles: { en: `Chats stood open ${SCRIPT}`, fr: 'Des conversations étaient accessibles' },
      organisation: 'Exemple "SAS"',
      contact: 'dpo@exemple.example',
    };

    it('show an incident when it is published, with dated statements in each language, and not before', async () => {
      assert.equal((await say('en', 'x')).status, 404);
      assert.equal((await put({}, 0)).status, 200);
      assert.equal((await get(`/incidents/${slug}`)).status, 404);
      assert.equal((await say('en', `First.\n\nSecond ${SCRIPT}`)).status, 201);
      assert.equal((await say('fr', 'Premier communiqué.')).status, 201);
      assert.equal((await put({ published: true }, 0)).status, 412);
      assert.equal((await put({ published: true }, 1)).status, 200);
      const english = await get(`/incidents/${slug}`);
      assert.match(english.text, /<html lang="en">/);
      assert.match(english.text, /<p>First\.<\/p><p>Second &lt;script&gt;/);
      assert.match(english.text, /<time datetime="2\d{3}-\d\d-\d\dT/);
      assert.doesNotMatch(english.text, /<script/);
      const french = await get(`/incidents/${slug}`, { 'accept-language': 'de, fr-CH;q=0.8, en;q=0.2' });
      assert.match(french.text, /<html lang="fr">/);
      assert.match(french.text, /Premier communiqué/);
      assert.doesNotMatch(french.text, /First\./);
      assert.match((await get('/?lang=fr')).text, /Des conversations étaient accessibles/);
      assert.equal((await put({ slug: '../x' }, 2)).status, 422);
      assert.equal((await put({ contact: 'javascript:alert(1)' }, 2)).status, 422);
    });

    it('say that a statement was corrected or taken back, and when; the case keeps why', async () => {
      const [french] = (await test.ask(officer, 'GET', `/api/cases/${caseId}/incident-page`)).body.updates.filter(
        ({ language }: { language: string }) => language === 'fr',
      );
      const change = (body: object, update = french.id) =>
        test.ask(officer, 'PATCH', `/api/cases/${caseId}/incident-page/updates/${update}`, body);
      const corrected = await change({ what: 'correct', text: 'Deuxième version.', because: 'A date was wrong.' });
      assert.equal(corrected.status, 200, JSON.stringify(corrected.body));
      const path = `/incidents/${slug}?lang=fr`;
      assert.match((await get(path)).text, /Deuxième version\..*Corrigé le <time datetime="2/s);
      assert.doesNotMatch((await get(path)).text, /Premier communiqué|A date was wrong/);
      assert.equal((await change({ what: 'correct', text: 'Deuxième version.', because: 'x' })).status, 409);
      assert.equal((await change({ what: 'remove', because: 'It named somebody.' })).body.text, '');
      const after = (await get(path)).text;
      assert.match(after, /Ce communiqué a été retiré le <time/);
      assert.doesNotMatch(after, /Deuxième version/);
      assert.equal((await change({ what: 'correct', text: 'x', because: 'x' })).status, 409, 'what is gone stays gone');
      assert.equal((await change({ what: 'remove', because: 'x' }, test.room.newId())).status, 404);
      const { items } = (await test.ask(officer, 'GET', `/api/cases/${caseId}/timeline`)).body;
      assert.deepEqual(
        items.slice(0, 2).map(({ what, detail }: { what: string; detail: string }) => [what, detail]),
        [
          ['statement-removed', 'It named somebody.'],
          ['statement-corrected', 'A date was wrong.\n\nPremier communiqué.'],
        ],
      );
      assert.equal((await say('fr', 'Premier communiqué.')).status, 201);
    });

    it('have headers of their own, no cookie, and no way into the platform', async () => {
      for (const path of [
        '/',
        `/incidents/${slug}`,
        '/rights',
        '/nothing',
        '/api/me',
        '/../../etc/passwd',
        '/incidents/..%2f..%2fx',
        `/incidents/${'x'.repeat(5000)}`,
      ]) {
        const { status, headers } = await get(path);
        assert.equal(
          headers.get('content-security-policy'),
          "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
          path,
        );
        assert.equal(headers.get('set-cookie'), null);
        assert.equal(status === 200, ['/', `/incidents/${slug}`, '/rights'].includes(path), path);
      }
    });

    it('answer the same to everybody who asks whether they are affected, and tell only the address itself', async () => {
      const sink = await openMailSink();
      await setRelay(test.room, sink.port);
      await addContacts(test.room, caseId, [
        'name,email,second email',
        'Ada Lovelace,ada@users.example,Ada.L@second.example',
      ]);
      const known = await ask('Ada@users.example', '198.51.100.10');
      const unknown = await ask('eve@other.example', '198.51.100.11');
      const { date: _first, ...ofKnown } = known.headers;
      const { date: _second, ...ofUnknown } = unknown.headers;
      assert.deepEqual([known.status, known.text, ofKnown], [unknown.status, unknown.text, ofUnknown]);
      assert.equal(known.status, 200);
      assert.equal((await ask('ada@users.example', '198.51.100.12')).text, known.text);
      assert.equal((await ask('ada.l@second.example', '198.51.100.13')).text, known.text);
      const rows = await test.room.records.selectFrom('affected_question').selectAll().execute();
      assert.equal(rows.length, 4);
      assert.doesNotMatch(JSON.stringify(rows), /@/);
      const desk = openAnswerDesk(test.room, createAllowedAddresses(['127.0.0.1']), 60_000);
      await desk.look();
      await desk.look();
      await desk.close();
      await sink.close();
      assert.deepEqual(
        sink.mails.map(({ to }) => to.toLowerCase()).sort(),
        ['ada.l@second.example', 'ada@users.example', 'eve@other.example'],
        'one answer a day',
      );
      const textOf = (to: string) =>
        sink.mails.find((mail) => mail.to.toLowerCase() === to)?.raw.replaceAll('=\r\n', '') ?? '';
      assert.match(textOf('ada@users.example'), /Yes: this address is among/);
      assert.match(textOf('ada.l@second.example'), /Yes: this address is among/);
      assert.match(textOf('eve@other.example'), /has not found this address/);
      const left = await test.room.records.selectFrom('affected_question').select(['state', 'sealed']).execute();
      assert.deepEqual([...new Set(left.map(({ sealed }) => sealed))], ['']);
      assert.deepEqual(test.logged, []);
    });

    it('take no time that tells who is known', async () => {
      const time = async (email: string, at: number) => {
        const startedMs = performance.now();
        await ask(email, `198.51.${100 + (at % 100)}.${20 + (at % 200)}`);
        return performance.now() - startedMs;
      };
      const known: number[] = [];
      const unknown: number[] = [];
      for (let at = 0; at < 30; at += 1) {
        known.push(await time('ada@users.example', at * 2));
        unknown.push(await time(`nobody${at}@other.example`, at * 2 + 1));
      }
      const middle = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
      // Nothing is looked up, so what is left is noise; a look-up of the records alone takes more than half of an answer.
      assert.ok(
        Math.abs(middle(known) - middle(unknown)) < Math.max(5, middle(unknown) * 0.5),
        `${middle(known)} and ${middle(unknown)} ms`,
      );
    });

    it('tell nobody that they are not concerned once the list is erased', async () => {
      const sink = await openMailSink();
      await setRelay(test.room, sink.port);
      const order = { caseId, author: officer.id, because: 'Everybody was told.', basis: 'gdpr/5.1.e' };
      assert.ok(!('fault' in (await eraseContacts(test.room, order))));
      await test.room.records.deleteFrom('affected_question').execute();
      await ask('late@users.example', '198.51.100.20');
      const desk = openAnswerDesk(test.room, createAllowedAddresses(['127.0.0.1']), 60_000);
      await desk.look();
      await desk.close();
      await sink.close();
      assert.match(sink.mails[0]?.raw.replaceAll('=\r\n', '') ?? '', /has erased the list/);
    });

    it('say what is wrong with an address, and limit who asks for many', async () => {
      for (const bad of [
        '',
        'no address',
        'a@b',
        'a@b.org\r\nBcc: c@d.org',
        `${'x'.repeat(300)}@b.org`,
        'a@b.org, c@d.org',
      ]) {
        const answer = await ask(bad, '203.0.113.5');
        assert.ok(answer.status === 422 || answer.status === 429, bad);
      }
      const statuses = [];
      for (let at = 0; at < 8; at += 1) statuses.push((await ask(`p${at}@users.example`, '203.0.113.6')).status);
      assert.deepEqual(statuses, [200, 200, 200, 200, 200, 200, 429, 429]);
      assert.equal((await ask('p@users.example', '203.0.113.7')).status, 200);
      assert.equal((await ask('p@users.example', '203.0.113.8', { 'sec-fetch-site': 'cross-site' })).status, 403);
      const flood = await Promise.all(Array.from({ length: 90 }, () => get('/rights', {}, '203.0.113.9')));
      assert.ok(
        flood.some(({ status }) => status === 429) && flood.filter(({ status }) => status === 200).length >= 60,
      );
    });

    it('tell rights by country, with letters to fill in', async () => {
      assert.equal(RIGHTS_COUNTRIES.length, 32);
      const page = await get('/rights/fr?lang=fr');
      assert.match(page.text, /Commission nationale de l&#39;informatique et des libertés/);
      assert.match(page.text, /article 77/);
      assert.match((await get('/rights/gb')).text, /section 165/);
      assert.match((await get('/rights/CH?lang=fr')).text, /article 25 LPD/);
      assert.equal((await get('/rights/xx')).status, 404);
      const complaint = await get('/rights/de/complaint.txt?lang=en');
      assert.equal(complaint.headers.get('content-type'), 'text/plain; charset=utf-8');
      assert.match(complaint.text, /Article 77[\s\S]*\[date\]/);
      for (const { code, site } of RIGHTS_COUNTRIES) assert.match(site, /^https:\/\//, code);
    });

    it('say whom to tell about a hole, until a day that is not far (RFC 9116)', async () => {
      const { status, headers, text } = await get('/.well-known/security.txt');
      assert.deepEqual([status, headers.get('content-type')], [200, 'text/plain; charset=utf-8']);
      assert.match(text, /^Contact: mailto:dpo@example\.org$/m);
      const expires = Date.parse(/^Expires: (.*)$/m.exec(text)?.[1] ?? '');
      const days = (expires - Date.now()) / 86_400_000;
      assert.ok(days > 30 && days < 365, `${days}`);
      assert.match((await get('/robots.txt')).text, /^User-agent: \*/);
    });

    it('are accessible, light and dark, and work without a script', {
      skip: whyNoBrowser(database.name),
    }, async () => {
      const browser = await chromium.launch(LAUNCH);
      try {
        for (const colorScheme of ['light', 'dark'] as const) {
          const context = await browser.newContext({
            colorScheme,
            extraHTTPHeaders: { 'x-forwarded-for': `203.0.113.${colorScheme === 'dark' ? 60 : 61}` },
          });
          const page = await context.newPage();
          for (const path of ['/', `/incidents/${slug}`, '/rights', '/rights/fr?lang=fr', '/nothing']) {
            await page.goto(`http://127.0.0.1:${listener.port}${path}`);
            const { violations } = await axeOn(page).analyze();
            assert.deepEqual(
              violations.map(({ id, nodes }) => `${path} ${id} ${nodes[0]?.html}`),
              [],
            );
          }
          await context.close();
        }
        const context = await browser.newContext({
          javaScriptEnabled: false,
          extraHTTPHeaders: { 'x-forwarded-for': '203.0.113.62' },
        });
        const page = await context.newPage();
        await page.goto(`http://127.0.0.1:${listener.port}/incidents/${slug}?lang=fr`);
        await page.getByLabel('Votre adresse e-mail').fill('ada@users.example');
        await page.getByRole('button', { name: 'M’envoyer la réponse' }).click();
        await page.getByRole('heading', { name: 'La réponse arrive par e-mail' }).waitFor();
        await context.close();
      } finally {
        await browser.close();
      }
    });
  });
}
