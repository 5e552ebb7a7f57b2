import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { contrastViolationsOn, violationsOn } from '../testing/axe.ts';
import { NO_BROWSER } from '../testing/browser.ts';
import { closePage, drawn, openTestRoom, type TestRoom } from '../testing/room.ts';
import { CASE_ID } from '../testing/stand-in/case-data.ts';
import { uuid } from '../testing/stand-in/watch-data.ts';

const FRESH = { signedIn: true, isNew: false, firstScanDone: true, empty: false } as const;

/** From the keyboard: whatever is shown can be reached and pressed without a mouse. */
async function press(page: Page, name: RegExp | string): Promise<void> {
  await page.getByRole('button', { name }).first().focus();
  await page.keyboard.press('Enter');
}

describe('the breach workspace in a browser', { skip: NO_BROWSER }, () => {
  let room: TestRoom;
  before(async () => {
    room = await openTestRoom();
  });
  after(() => room.close());

  async function on(path: string, look: object, see: (page: Page) => Promise<void>, role = 'data-protection-officer') {
    Object.assign(room.standIn.room, FRESH, { role });
    const page = await room.open(path, look);
    try {
      await see(page);
      assert.deepEqual(room.faults, []);
    } finally {
      await closePage(page);
    }
  }

  /** axe in light, and what another theme can change in dark. */
  async function isAccessible(page: Page): Promise<void> {
    assert.deepEqual(await violationsOn(page), []);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    assert.deepEqual(await contrastViolationsOn(page), [], 'dark');
  }

  it('shows the past of a fact, each value with its source, and asks again when somebody states it anew', async () => {
    await on(`/cases/${CASE_ID}/facts`, { language: 'fr' }, async (page) => {
      await press(page, /version.* de Personnes concernées/);
      const dialog = page.getByRole('dialog', { name: 'Historique : Personnes concernées' });
      await dialog.getByText('vaut maintenant').waitFor();
      assert.equal(await dialog.locator('tbody tr').count(), 2);
      await isAccessible(page);
      const asked = room.standIn.asked.get('getFactHistory') ?? 0;
      room.standIn.tell('case');
      for (let tries = 0; tries < 100 && (room.standIn.asked.get('getFactHistory') ?? 0) === asked; tries += 1)
        await page.waitForTimeout(50);
      assert.ok((room.standIn.asked.get('getFactHistory') ?? 0) > asked, 'it follows what changes');
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
    });
  });

  it('compares two versions by words, keeps gaps marked, and can leave out what is the same', async () => {
    await on(`/cases/${CASE_ID}/notices/${uuid(6, 0)}`, {}, async (page) => {
      await page.getByRole('link', { name: 'Compare versions' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Two versions compared' }).waitFor();
      await page.locator('ins').first().waitFor();
      assert.match((await page.locator('.compared').textContent()) ?? '', /added: Clés renouvelées/);
      assert.equal(await page.locator('.compared .notice-gap').count(), 1, 'the open gap is marked');
      await isAccessible(page);
      await page.getByLabel('Only what changed').press('Space');
      await page
        .getByText(/lines are the same/)
        .first()
        .waitFor();
      assert.equal(await page.locator('.compared .notice-gap').count(), 0);
    });
  });

  it('refuses a file for a receipt with the reason before it is sent, and takes another', async () => {
    await on(`/cases/${CASE_ID}/notices/${uuid(6, 2)}`, {}, async (page) => {
      await press(page, 'Keep the receipt');
      const dialog = page.getByRole('dialog');
      const files = dialog.locator('input[type=file]');
      await files.setInputFiles({ name: 'recap.exe', mimeType: 'application/pdf', buffer: Buffer.from('MZ') });
      await dialog.getByText('This is no PDF, PNG, JPEG, text or e-mail file.').waitFor();
      await files.setInputFiles({ name: 'recap.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') });
      await dialog.getByText('recap.pdf, 8').waitFor();
      assert.equal(await dialog.getByRole('alert').count(), 0);
      await isAccessible(page);
    });
  });

  it('shows what a store would change before it is added', async () => {
    await on(`/cases/${CASE_ID}`, {}, async (page) => {
      await press(page, 'Add a store');
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Choose a store first.').first().waitFor();
      await dialog.getByRole('combobox').focus();
      await page.keyboard.press('Enter');
      await page.getByRole('option').nth(1).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await dialog.getByText('19,990–84,000').waitFor();
      await dialog.getByText('Tell the people: Not decided yet → Yes').waitFor();
      assert.equal(room.standIn.asked.get('addStoreToCase'), undefined, 'nothing was added yet');
      await isAccessible(page);
      await press(page, 'Add it to the case');
      await page.getByText('The store is part of the case; the result is computed anew.').first().waitFor();
      assert.equal(room.standIn.asked.get('addStoreToCase'), 1);
    });
  });

  it('limits a case to members with a reason, and lets an auditor look alone', async () => {
    const path = `/cases/${CASE_ID}/people`;
    await on(path, { language: 'fr' }, async (page) => {
      await press(page, 'Le restreindre à ses membres');
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Henrik Olsen').press('Space');
      await isAccessible(page);
      await dialog.getByLabel('Parce que').fill('Cela concerne un collègue.');
      await press(page, 'Le restreindre à ses membres');
      await page.getByText('Le dossier est restreint à ses membres.').first().waitFor();
    });
    await on(
      path,
      {},
      async (page) => {
        const button = page.getByRole('button', { name: 'Limit it to members' });
        assert.equal(await button.getAttribute('aria-disabled'), 'true');
        assert.equal(await page.getByRole('combobox').count(), 0);
      },
      'auditor',
    );
  });

  it('says what a record of the register lacks, and takes it', async () => {
    await on('/register', {}, async (page) => {
      await page.getByRole('link', { name: 'Chat logs open on 8123' }).focus();
      await page.keyboard.press('Enter');
      await page.getByText('Article 33(5) wants more in this record: effects and remedial action.').waitFor();
      await drawn(page);
      await press(page, /Write it\s+Effects/);
      await page.getByRole('dialog').getByLabel('Effects').fill('Conversations could be read.\nKeys could be used.');
      await isAccessible(page);
      await press(page, 'Save');
      await page.getByText('It stands in the register.').first().waitFor();
    });
  });

  it('corrects a public statement, and takes one back', async () => {
    await on(`/cases/${CASE_ID}/public`, {}, async (page) => {
      await page.getByText(/corrected \d+ \w+ \d{4}/).waitFor();
      await press(page, /Correct it/);
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('What it says from now on').fill('Le port est fermé depuis jeudi.');
      await dialog.getByLabel('Because').fill('The day was wrong.');
      await isAccessible(page);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByText('The statement is corrected.').first().waitFor();
      await press(page, /Take it back/);
      await page.getByRole('dialog').getByLabel('Because').fill('It named somebody.');
      await press(page, 'Take it back');
      await page.getByText('The statement is taken back.').first().waitFor();
    });
  });

  it('draws the key of the second step in the page, with the text for whoever cannot scan', async () => {
    await on(
      '/account',
      {},
      async (page) => {
        const requests: string[] = [];
        page.on('request', (request) => requests.push(request.url()));
        await page.getByRole('region', { name: 'Second step' }).getByLabel('Current password').fill('x');
        await press(page, 'Turn it on');
        const picture = page.getByRole('img', { name: /QR code of the key/ });
        await picture.waitFor();
        // Version 3 to 5 for a key of this length, with four white modules on each side.
        assert.match((await picture.getAttribute('viewBox')) ?? '', /^0 0 (?:37|41|45) /);
        assert.equal(await page.getByRole('textbox', { name: 'Second step' }).inputValue(), 'JBSWY3DPEHPK3PXP');
        assert.ok(!requests.some((url) => url.includes('JBSWY3DPEHPK3PXP')), 'the key is in no request');
        await isAccessible(page);
      },
      'employee',
    );
  });

  it('is no place for an employee, who has a home of their own', async () => {
    await on(
      '/',
      { language: 'fr' },
      async (page) => {
        await page.getByRole('heading', { name: 'Bienvenue, Minh Tran' }).waitFor();
        await page.getByText('Dites-le aujourd’hui même').waitFor();
        assert.equal(await page.getByText('Aucun délai ne court').count(), 0, 'nothing is said of clocks');
        await isAccessible(page);
        const links = page.getByRole('navigation').getByRole('link');
        assert.deepEqual(await links.allTextContents(), ['Accueil']);
        await page.getByRole('link', { name: 'Vers votre compte' }).focus();
        await page.keyboard.press('Enter');
        await page.getByRole('heading', { name: 'Votre compte' }).waitFor();
      },
      'employee',
    );
  });
});
