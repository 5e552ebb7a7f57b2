import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { contrastViolationsOn, violationsOn } from '../testing/axe.ts';
import { NO_BROWSER } from '../testing/browser.ts';
import { closePage, openTestRoom, type TestRoom } from '../testing/room.ts';
import { CASE_ID } from '../testing/stand-in/case-data.ts';
import { RUN_IDS } from '../testing/stand-in/letter-data.ts';
import { progressAt, uuid } from '../testing/stand-in/watch-data.ts';

const FRESH = {
  signedIn: true,
  isNew: false,
  firstScanDone: true,
  empty: false,
  decided: false,
  stopped: false,
} as const;

describe('what people do on single pages', { skip: NO_BROWSER }, () => {
  let room: TestRoom;
  before(async () => {
    room = await openTestRoom();
  });
  after(() => room.close());

  async function on(
    path: string,
    look: Parameters<TestRoom['open']>[1],
    walk: (page: Page) => Promise<void>,
    state: object = {},
  ) {
    Object.assign(room.standIn.room, FRESH, { role: 'data-protection-officer' }, state);
    const page = await room.open(path, look);
    try {
      await walk(page);
    } finally {
      await closePage(page);
    }
    assert.deepEqual(room.faults, []);
  }

  const asked = (id: Parameters<typeof room.standIn.asked.get>[0]) => room.standIn.asked.get(id) ?? 0;
  const press = async (page: Page, name: string | RegExp) => {
    const button = page.getByRole('button', { name }).last();
    await button.focus();
    await page.keyboard.press('Enter');
  };
  const runPage = (id: string, search = '') => `/cases/${CASE_ID}/letters/${id}${search}`;

  describe('letters', () => {
    it('stand by state, a hundred thousand of them, and the last is one key away', async () => {
      await on(runPage(RUN_IDS.done), {}, async (page) => {
        const grid = page.getByRole('grid', { name: 'Letters of the run' });
        await grid.getByRole('button', { name: 'Letter 1', exact: true }).focus();
        await page.keyboard.press('End');
        await page.waitForFunction(() => document.activeElement?.textContent === 'Letter 100,000');
        assert.ok((await grid.getByRole('row').count()) < 80);
        await page.getByRole('combobox', { name: 'State' }).click();
        await page.getByRole('option', { name: 'Came back' }).click();
        await page.waitForURL('**?state=bounced');
        await page.getByText('100 rows').waitFor();
        assert.equal(await grid.getByText('no such mailbox').first().isVisible(), true);
      });
      await on(runPage(RUN_IDS.done, '?state=sending'), {}, (page) =>
        page.getByText('No letter is in that state').waitFor(),
      );
    });

    it('show who is behind one only after the reader knows that it is recorded, and ask for it once', async () => {
      await on(runPage(RUN_IDS.done), {}, async (page) => {
        const before = asked('getContact');
        await page.getByRole('button', { name: 'Letter 8', exact: true }).focus();
        await page.keyboard.press('Enter');
        const dialog = page.getByRole('dialog', { name: 'Letter 8' });
        await dialog.getByText('That you looked is written in the evidence log').waitFor();
        assert.equal(asked('getContact'), before);
        assert.deepEqual(await violationsOn(page), []);
        await press(page, 'Show and record');
        await dialog.getByText('Perrine Lacaze').waitFor();
        assert.deepEqual(await violationsOn(page), []);
        room.standIn.tell('letter-run');
        await page.waitForTimeout(600);
        assert.equal(asked('getContact'), before + 1);
        await page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'detached' });
        assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Letter 8');
      });
    });

    it('in doubt wait for a person, who is told what either way may mean', async () => {
      await on(runPage(RUN_IDS.done), { language: 'fr', theme: 'dark' }, async (page) => {
        await page.getByText('nul ne peut savoir si elles sont parties').waitFor();
        await press(page, 'Compter comme envoyée');
        const dialog = page.getByRole('dialog');
        await dialog.getByText('3 lettres comptent comme envoyées.').waitFor();
        assert.deepEqual(await contrastViolationsOn(page), []);
        await press(page, 'Compter comme envoyée');
        await page.getByText('Décidé, et inscrit au journal des preuves.').waitFor();
        await page.getByText('nul ne peut savoir').waitFor({ state: 'detached' });
      });
    });

    it('that did not arrive are tried by another way, for those people alone', async () => {
      await on(runPage(RUN_IDS.done), {}, async (page) => {
        await page.getByText('97 letters did not arrive.').waitFor();
        await press(page, 'Prepare it');
        await page.waitForURL(`**${runPage(RUN_IDS.phone)}`);
        await page.getByText('After a run whose letters did not all arrive').waitFor();
      });
    });

    it('by telephone have a list, and outcomes that a person says', async () => {
      await on(runPage(RUN_IDS.phone), {}, async (page) => {
        const list = page.getByRole('link', { name: 'Get the list (CSV)' });
        assert.equal(await list.getAttribute('href'), `/api/letter-runs/${RUN_IDS.phone}/list`);
        const before = asked('tellLetterOutcomes');
        await page.getByRole('button', { name: 'Letter 13', exact: true }).focus();
        await page.keyboard.press('Enter');
        await press(page, 'Was told');
        await page.getByText('1 person counts as told.').waitFor();
        await press(page, 'Was told');
        await page.getByText('Kept, with your name.').waitFor();
        assert.equal(asked('tellLetterOutcomes'), before + 1);
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      });
    });

    it('let one say that Article 34(1) is met, once no run goes on, by the numbers that one read', async () => {
      const path = `/cases/${CASE_ID}/letters`;
      await on(path, {}, (page) => page.getByText('It is counted once no run goes on.').waitFor());
      const walk = async (page: Page) => {
        await page.getByText('99,912 of 100,000 people').waitFor();
        await press(page, 'Say that Article 34(1) (GDPR) is met');
        await page.getByRole('dialog').getByText('The numbers as you read them').waitFor();
        assert.deepEqual(await violationsOn(page), []);
        await press(page, 'Say that Article 34(1) (GDPR) is met');
        await page.getByText('Kept, with the numbers and your name.').waitFor();
        await page.getByText('Article 34(1) (GDPR) is met', { exact: true }).waitFor();
      };
      await on(path, {}, walk, { decided: true });
    });

    it('that came back are handed over as files, several at once, and each is answered for', async () => {
      await on(`/cases/${CASE_ID}/letters`, { language: 'fr' }, async (page) => {
        const files = ['un', 'deux'].map((name) => ({
          name: `${name}.eml`,
          mimeType: 'message/rfc822',
          buffer: Buffer.from('Subject: Undelivered\r\n\r\n'),
        }));
        await page.locator('input[type=file]').setInputFiles(files);
        const row = page.getByRole('row').filter({ hasText: 'Une réponse automatique 1' });
        await row.nth(1).waitFor();
        assert.equal(await row.count(), 2);
        assert.deepEqual(await violationsOn(page), []);
      });
    });
  });

  it('contacts of a case are erased by keyboard, for a reason, after being told what goes', async () => {
    await on(`/cases/${CASE_ID}/contacts`, { language: 'fr' }, async (page) => {
      await page.getByText('420 personnes effacées').waitFor();
      await press(page, 'Effacer toutes les coordonnées du dossier');
      await page.getByText('Noms et adresses disparaissent pour de bon').waitFor();
      assert.deepEqual(await violationsOn(page), []);
      await page.getByRole('dialog').getByRole('textbox').fill('Tout le monde est prévenu.');
      await press(page, 'Effacer toutes les coordonnées du dossier');
      await page.getByText('Les coordonnées sont effacées.').waitFor();
      await page.getByLabel('Jours de garde des coordonnées').fill('30');
      await page.keyboard.press('Enter');
      await page.getByText('La durée est fixée.').waitFor();
    });
  });

  it('a finding reads in French, and what has no French words is marked as English', async () => {
    await on(`/findings/${uuid(2, 0)}`, { language: 'fr' }, async (page) => {
      await page
        .getByRole('heading', { level: 1, name: 'ClickHouse répond aux requêtes de quiconque se connecte' })
        .waitFor();
      const why = page.getByText('C’est ainsi que plus d’un million de lignes');
      assert.equal(await why.evaluate((one) => one.closest('[lang]')?.getAttribute('lang')), 'fr');
      const step = page.getByText('Give the default user a password hash and restrict its networks.');
      assert.equal(await step.getAttribute('lang'), 'en');
    });
    await on(`/findings/${uuid(2, 0)}`, {}, async (page) => {
      assert.equal(await page.getByText('million').count(), 0, 'the words of the engine stand in English');
    });
  });

  it('a scan that runs says how far it is, live and without asking again, and is stopped by keyboard', async () => {
    const id = uuid(4, 0);
    await on(
      `/scans/${id}`,
      { language: 'fr' },
      async (page) => {
        await page.getByText('21 760 sur 65 024').waitFor();
        await page.getByText('5 dépôts rencontrés').waitFor();
        const before = asked('getScan');
        room.standIn.tellProgress({ id, ...progressAt(40_000) });
        await page.getByText('40 000 sur 65 024').waitFor();
        await page.getByText('512 sur 1 024').waitFor();
        await page.getByText('10 dépôts rencontrés').waitFor();
        assert.ok(asked('getScan') - before <= 1, 'what was told is shown as it was told');
        assert.deepEqual(await violationsOn(page), []);
        await press(page, 'Arrêter l’analyse');
        await page.getByText('Ce qu’elle a trouvé jusqu’ici est gardé').waitFor();
        await press(page, 'Arrêter l’analyse');
        await page.getByText('L’analyse s’arrête.').waitFor();
        await page.getByText('Arrêté', { exact: true }).waitFor();
        assert.equal(await page.getByRole('button', { name: 'Arrêter l’analyse' }).count(), 0);
      },
      { role: 'responder' },
    );
  });

  it('a contact is shown in clear from the list, by keyboard, once the reader agreed that it is recorded', async () => {
    await on(`/cases/${CASE_ID}/contacts`, { language: 'fr', theme: 'dark' }, async (page) => {
      await page.locator('.cell-button[tabindex="0"]').focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').getByText('Votre consultation est inscrite au journal').waitFor();
      assert.deepEqual(await contrastViolationsOn(page), []);
      await press(page, 'Voir et inscrire');
      await page.getByText('+33698765432').waitFor();
      assert.deepEqual(await violationsOn(page), []);
    });
  });
});
