// The journeys through the watch room in a real browser, against the real platform: what a team does after the case is open. Every station is
// accessible.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { may, type Permission, ROLES } from '../packages/server/src/access/roles.ts';
import { en } from '../packages/web/src/words/en/index.ts';
import { act, isAccessible, isBlocked, leave, skipReason } from './acts.ts';
import { codeOf } from './authenticator.ts';
import {
  AUDITOR,
  approveLetter,
  CASE_NAME,
  EMPLOYEE,
  type Floor,
  openFloor,
  SECOND_RESPONDER,
  setRelay,
} from './floor.ts';
import { englishIn } from './languages.ts';
import { KEEPER, type Member, OFFICER, RESPONDER } from './team.ts';
import { openPage, signIn } from './walk.ts';

const LIST = [
  'name,email,language,group',
  'Ada,ada@users.example,fr,users',
  'Ada,ADA@users.example,fr,users',
  'Bob,bob@users.example,fr,users',
  'Cleo,cleo@users.example,fr,users',
  'Dan,dan@users,fr,users',
].join('\n');
const READERS = ['ada@users.example', 'bob@users.example', 'cleo@users.example'];

/** What stands in the records as it was written there, in English. */
const OURS = [CASE_NAME, 'The scan read it.', 'the team', 'the scan that first saw it', 'the receipt CNIL-2026-4711'];

/** The addresses of the navigation, and what each takes. The first is a home for whoever does not keep watch. */
const PLACES: readonly (readonly [address: string, takes: Permission])[] = [
  ['/', 'be-signed-in'],
  ['/stores', 'read-watch'],
  ['/findings', 'read-watch'],
  ['/detections', 'read-watch'],
  ['/scopes', 'read-watch'],
  ['/inputs', 'read-watch'],
  ['/rules', 'read-watch'],
  ['/channels', 'read-watch'],
  ['/cases', 'read-cases'],
  ['/register', 'read-register'],
  ['/people', 'read-people'],
  ['/jobs', 'read-jobs'],
  ['/evidence', 'read-evidence'],
  ['/settings', 'manage-settings'],
];

/** The parts of a case. */
const PARTS: readonly (readonly [address: string, takes: Permission])[] = [
  ['', 'read-cases'],
  ['/facts', 'read-cases'],
  ['/notices', 'read-cases'],
  ['/tasks', 'read-cases'],
  ['/timeline', 'read-cases'],
  ['/people', 'read-cases'],
  ['/visitors', 'read-cases'],
  ['/contacts', 'read-contacts'],
  ['/letters', 'send-letters'],
  ['/public', 'publish-incident-pages'],
];

describe('the journeys of a team, in the browser', { skip: skipReason() }, () => {
  let folder: string;
  let floor: Floor;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vigie-journeys-'));
    floor = await openFloor(folder);
  });
  after(async () => {
    await floor.close();
    await rm(folder, { recursive: true, force: true });
  });

  const inCase = (part: string) => `${floor.url}/cases/${floor.caseId}${part}`;

  it('freezes a notice, which two people approve in sessions of their own, and keeps the receipt', async () => {
    const author = await floor.enter(RESPONDER);
    await author.goto(inCase('/notices'));
    await act(author, 'Draft a notice');
    await act(author, 'Draft it');
    await author.getByText('From draft to filing').waitFor();
    await isBlocked(author, 'Approve', /has to be frozen first/);
    await isBlocked(author, 'Keep the receipt', /data protection officer/);
    const address = author.url();

    const officer = await floor.enter(OFFICER);
    await officer.goto(address);
    await isBlocked(officer, 'Put the answers into the text', /No new answer/);
    await officer.getByRole('textbox').first().fill('Measured by the scan, and read again by the team.');
    await act(officer, 'Put the answers into the text');
    await officer.getByText('Version 2').waitFor();

    await author.getByText('Version 2').waitFor();
    await act(author, 'Freeze it with its gaps');
    await isBlocked(author, 'Freeze it with its gaps', /frozen already/);
    await act(author, 'Approve');
    await author.getByText('Approved by Bo Responder').waitFor();
    await isBlocked(author, 'Approve', /second person/);
    await isAccessible(author, 'frozen');

    await officer.getByText('Approved by Bo Responder').waitFor();
    await isBlocked(officer, 'Approve', /neither written in it nor frozen it/);
    await isBlocked(officer, 'Keep the receipt', /Two people have to approve it/);

    const auditor = await floor.enter(AUDITOR);
    await auditor.goto(address);
    for (const name of ['Freeze it with its gaps', 'Take the freeze back', 'Approve', 'Keep the receipt'])
      await isBlocked(auditor, name, /data protection officer/);

    const second = await floor.enter(SECOND_RESPONDER);
    await second.goto(address);
    await act(second, 'Approve');
    await second.getByText('Approved by Di').waitFor();

    await act(officer, 'Keep the receipt');
    const dialog = officer.getByRole('dialog');
    await dialog.getByLabel('Number of the receipt').fill('CNIL-2026-4711');
    await isAccessible(officer, 'receipt');
    await dialog.getByRole('button', { name: 'Keep the receipt' }).click();
    await officer.getByText('CNIL-2026-4711').waitFor();
    await isAccessible(officer, 'filed');
    await leave(author, officer, auditor, second);
  });

  it('imports contacts, tries a run out, shows a real letter, and sends each one once', async () => {
    await Promise.all([approveLetter(floor), setRelay(floor)]);
    const page = await floor.enter(OFFICER);
    await page.goto(inCase('/contacts'));
    await page.getByRole('button', { name: 'Import a CSV file' }).waitFor();
    const file = { name: 'users.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('Waits for you').waitFor();
    await page.getByText('Broken rows', { exact: true }).click();
    await page.getByText('no e-mail address').waitFor();
    await isAccessible(page, 'import');
    await act(page, 'Take the good rows over');
    await page.getByText('Taken over').waitFor();
    await page.getByText('a…@u….example', { exact: true }).waitFor();
    assert.doesNotMatch(await page.content(), /@users\.example/, 'addresses are masked');

    await page.getByRole('link', { name: 'Letters', exact: true }).click();
    await act(page, 'Prepare');
    await act(page, 'Dry run');
    await page.getByText('3 letters would go out').waitFor();
    await act(page, 'See a real one');
    await page.getByRole('dialog').getByText('clés et tous les mots de passe').waitFor();
    await isAccessible(page, 'preview');
    await page.keyboard.press('Escape');
    assert.equal(floor.sink.mails.length, 0, 'nothing has gone out yet');
    await act(page, 'Send');
    await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
    await page.getByText('Done', { exact: true }).waitFor();
    await page.getByText('3 of 3', { exact: true }).waitFor();
    await page.getByText('3 of 4 people').waitFor();
    await isAccessible(page, 'letters');
    await page.getByRole('link', { name: 'Letter by letter' }).click();
    await page.getByText('3 rows').waitFor();
    await act(page, 'Letter 1');
    await act(page, 'Show and record');
    await page.getByRole('dialog').getByText('@users.example').waitFor();
    await isAccessible(page, 'one letter');
    const counts = [...floor.sink.countsByRecipient()].sort();
    assert.deepEqual(
      counts,
      READERS.map((address) => [address, 1]),
    );
    await leave(page);
  });

  it('publishes the page of the incident, and answers a stranger by mail alone', async () => {
    const officer = await floor.enter(OFFICER);
    await officer.goto(inCase('/public'));
    await officer.getByLabel('Heading in English').fill('Conversations stood open');
    await officer.getByLabel('Address', { exact: true }).fill('november-2026');
    await officer.getByLabel('Name of the organisation').fill('Exemple');
    await officer.getByLabel('Where people can ask').fill('dpo@exemple.example');
    await officer.getByLabel('Everybody can read it').check();
    await act(officer, 'Save the page');
    await officer.getByLabel('What is new').fill('The door is closed since Thursday.');
    await act(officer, 'Publish the update');
    await officer.getByText('The door is closed since Thursday.').first().waitFor();
    await isAccessible(officer, 'public page, inside');

    const stranger = await openPage(floor.browser);
    await stranger.goto(floor.publicUrl);
    await stranger.getByRole('link', { name: 'Conversations stood open' }).click();
    await stranger.getByText('The door is closed since Thursday.').waitFor();
    await isAccessible(stranger, 'incident');
    const said = new Set<string>();
    for (const address of ['bob@users.example', 'nobody@users.example']) {
      await stranger.goto(`${floor.publicUrl}/incidents/november-2026`);
      await stranger.getByLabel('Your e-mail address').fill(address);
      await act(stranger, 'Send me the answer');
      await stranger.getByRole('heading', { name: 'The answer comes by e-mail' }).waitFor();
      said.add(await stranger.content());
    }
    assert.equal(said.size, 1, 'the page says the same to everybody');
    await isAccessible(stranger, 'asked');
    const answers = await answersTo(['bob@users.example', 'nobody@users.example']);
    assert.match(answers[0] ?? '', /Yes: this address is among those/);
    assert.match(answers[1] ?? '', /has not found this address/);
    await stranger.goto(`${floor.publicUrl}/rights/fr`);
    await isAccessible(stranger, 'rights');
    await leave(officer, stranger);
  });

  describe('each on a page of their own', { concurrency: 4 }, () => {
    for (const who of [KEEPER, RESPONDER, OFFICER, AUDITOR, EMPLOYEE]) {
      it(`shows the ${who.role} what the role may see, and at every other door who may`, async () => {
        const page = await floor.enter(who);
        const refused: string[] = [];
        page.on('response', (response) => {
          if (response.status() === 403) refused.push(`${page.url()} asked for ${new URL(response.url()).pathname}`);
        });
        // The parts that one may see are walked by the other journeys.
        const shut = PARTS.filter(([, takes]) => !allows(who, takes));
        const parts = shut.map(([part, takes]) => [`/cases/${floor.caseId}${part}`, takes] as const);
        let isLookedAt = false;
        for (const [address, takes] of [...PLACES, ['/scopes/new', 'manage-scopes'] as const, ...parts]) {
          await page.goto(floor.url + address);
          await page.locator('main h1').waitFor();
          const isShut = !allows(who, takes);
          assert.equal(
            await page.getByRole('heading', { name: en.frame.forbidden.title }).count(),
            isShut ? 1 : 0,
            address,
          );
          assert.equal(await page.getByRole('heading', { name: en.frame.problems.pageTitle }).count(), 0, address);
          if (!isShut) continue;
          await saysWhoMay(page, takes);
          if (!isLookedAt) await isAccessible(page, `${who.role} at ${address}`);
          isLookedAt = true;
        }
        const links = page.getByRole('navigation', { name: en.frame.navigation }).getByRole('link');
        const shown = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
        assert.deepEqual(
          shown,
          PLACES.filter(([, takes]) => allows(who, takes)).map(([address]) => address),
        );
        assert.deepEqual(refused, [], 'no page asks for what its reader may not see');
        await leave(page);
      });
    }

    it('makes a passkey, and signs in with nothing else', async () => {
      const page = await openPage(floor.browser);
      await signIn(page, floor.url, AUDITOR);
      const session = await page.context().newCDPSession(page);
      await session.send('WebAuthn.enable');
      await session.send('WebAuthn.addVirtualAuthenticator', {
        options: {
          protocol: 'ctap2',
          transport: 'internal',
          hasResidentKey: true,
          hasUserVerification: true,
          isUserVerified: true,
          automaticPresenceSimulation: true,
        },
      });
      await page.goto(`${floor.url}/account`);
      await page.getByLabel('Name of the passkey').fill('The key of the watch');
      await act(page, 'Make a passkey on this device');
      await page.getByText('The key of the watch').waitFor();
      await isAccessible(page, 'account');
      await signOut(page, AUDITOR);
      await act(page, 'Sign in with a passkey');
      await page.getByRole('heading', { name: 'Now' }).waitFor();
      await leave(page);
    });

    it('turns the second step on, and asks for the digits of the moment from then on', async () => {
      const page = await openPage(floor.browser);
      await signIn(page, floor.url, SECOND_RESPONDER);
      await page.goto(`${floor.url}/account`);
      const panel = page.getByRole('region', { name: 'Second step' });
      await panel.getByLabel('Current password').fill(SECOND_RESPONDER.password);
      await act(page, 'Turn it on');
      const key = await panel.getByLabel('Second step', { exact: true }).inputValue();
      await isAccessible(page, 'second step');
      await panel.getByLabel('The digits it shows now').fill(codeOf(key, new Date()));
      await act(page, 'Confirm');
      await page.getByText('The second step is on.', { exact: true }).waitFor();
      await signOut(page, SECOND_RESPONDER);
      await page.getByLabel('E-mail').fill(SECOND_RESPONDER.email);
      await page.getByLabel('Password').fill(SECOND_RESPONDER.password);
      await page.keyboard.press('Enter');
      const digits = page.getByLabel(en.entry.signIn.code);
      await digits.fill(codeOf(key, new Date(Date.now() - 60 * 60 * 1000)));
      await act(page, 'Go on');
      await page.getByText(en.entry.signIn.totpWrong).waitFor();
      await isAccessible(page, 'digits');
      await digits.fill(codeOf(key, new Date()));
      await act(page, 'Go on');
      await page.getByRole('heading', { name: 'Now' }).waitFor();
      await leave(page);
    });

    it('speaks French where somebody wants it, and no word of English then', async () => {
      const left: string[] = [];
      for (const who of [OFFICER, KEEPER, EMPLOYEE]) {
        const page = await floor.enter(who);
        await page.goto(floor.url);
        await page.getByRole('button', { name: en.frame.accountMenu(who.name) }).click();
        await page.getByRole('menuitem', { name: 'Français' }).click();
        await page.locator('html[lang=fr]').waitFor();
        const parts = PARTS.map(([part, takes]) => [`/cases/${floor.caseId}${part}`, takes] as const);
        for (const [address, takes] of [...PLACES, ...parts, ['/account', 'be-signed-in'] as const]) {
          if (!allows(who, takes)) continue;
          await page.goto(floor.url + address);
          await page.locator('main h1').waitFor();
          for (const words of await englishIn(page, OURS)) left.push(`${address}: ${words}`);
        }
        await isAccessible(page, 'account in French');
        await leave(page);
      }
      assert.deepEqual(left, []);
    });
  });

  /** The answers to questions, as they arrived. */
  async function answersTo(addresses: readonly string[]): Promise<readonly string[]> {
    const find = () =>
      addresses.flatMap((address) =>
        floor.sink.mails.filter(({ to, raw }) => to === address && /^Subject: Your question/m.test(raw)),
      );
    for (const endMs = Date.now() + 30_000; find().length < addresses.length && Date.now() < endMs; )
      await new Promise((resolve) => setTimeout(resolve, 100));
    return find().map(({ raw }) => raw.replaceAll('=\r\n', '').replaceAll('\r\n', ' '));
  }
});

function allows({ role }: Member, permission: Permission): boolean {
  return ROLES.some((known) => known === role && may(known, permission));
}

/** The page consists of the refusal: whose role may, and nothing else. */
async function saysWhoMay(page: Page, takes: Permission): Promise<void> {
  const said = (await page.locator('main').textContent()) ?? '';
  for (const role of ROLES.filter((one) => may(one, takes)))
    assert.ok(said.includes(en.domain.roles[role]), `${page.url()}: ${said}`);
  assert.ok(said.length < 400, `${page.url()} shows more than the refusal: ${said}`);
  assert.equal(await page.locator('main').getByRole('button').count(), 0);
}

async function signOut(page: Page, { name }: Member): Promise<void> {
  await page.getByRole('button', { name: en.frame.accountMenu(name) }).click();
  await page.getByRole('menuitem', { name: en.frame.signOut }).click();
  await page.getByRole('button', { name: 'Sign in with a passkey' }).waitFor();
}
