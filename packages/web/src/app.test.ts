import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { NO_BROWSER } from '../testing/browser.ts';
import { closePage, drawn, openTestRoom, type TestRoom } from '../testing/room.ts';
import { uuid } from '../testing/stand-in/watch-data.ts';

const FRESH = { role: 'responder', signedIn: true, isNew: false, firstScanDone: true, empty: false } as const;

describe('the room in a browser', { skip: NO_BROWSER }, () => {
  let room: TestRoom;
  before(async () => {
    room = await openTestRoom();
  });
  after(() => room.close());

  const inState = (state: object = {}) => Object.assign(room.standIn.room, FRESH, state);

  async function on(path: string, look: Parameters<TestRoom['open']>[1], look2: (page: Page) => Promise<void>) {
    const page = await room.open(path, look);
    try {
      await look2(page);
    } finally {
      await closePage(page);
    }
  }

  describe('the door', () => {
    it('lets nobody in with a wrong password, and says no more than that', async () => {
      inState({ signedIn: false });
      await on('/findings', {}, async (page) => {
        assert.match(page.url(), /\/sign-in\?to=%2Ffindings/);
        await page.getByLabel('E-mail address').fill('tomas@example.org');
        await page.getByLabel('Password').fill('wrong');
        await page.getByRole('button', { name: 'Sign in', exact: true }).click();
        await page.getByText('E-mail address or password is wrong, or the account is disabled.').waitFor();
      });
    });

    it('leads back to the page that was wanted, through the second step', async () => {
      inState({ signedIn: false });
      await on('/findings?severity=high', {}, async (page) => {
        await page.getByLabel('E-mail address').fill('two@example.org');
        await page.getByLabel('Password').fill('right enough words');
        await page.keyboard.press('Enter');
        await page.getByLabel('Code').fill('123456');
        await page.keyboard.press('Enter');
        await page.getByRole('grid', { name: 'Findings' }).waitFor();
        assert.match(page.url(), /\/findings\?severity=high$/);
      });
    });

    it('leads nowhere else after a sign-in, whatever the link says', async () => {
      inState({ signedIn: false });
      await on('/sign-in?to=//evil.example', {}, async (page) => {
        await page.getByLabel('E-mail address').fill('tomas@example.org');
        await page.getByLabel('Password').fill('right enough words');
        await page.keyboard.press('Enter');
        await page.getByRole('heading', { name: 'Now', level: 1, exact: true }).waitFor();
        assert.equal(new URL(page.url()).origin, room.standIn.origin);
      });
    });

    it('makes the first administrator from the link and offers to scan this machine', async () => {
      inState({ role: 'administrator', isNew: true, signedIn: false, firstScanDone: false, empty: true });
      await on('/setup#token=one-time', {}, async (page) => {
        await page.getByLabel('Your name').fill('Nadia Berger');
        await page.getByLabel('E-mail address').fill('nadia@example.org');
        await page.getByLabel('Password').fill('four words in a row');
        await page.getByRole('button', { name: 'Make the account and come in' }).click();
        await page.getByRole('button', { name: 'Scan this machine' }).click();
        await page.getByRole('heading', { name: /stores stand open/ }).waitFor();
      });
    });

    it('is where one ends when the session ends while the page stands open', async () => {
      inState();
      await on('/', {}, async (page) => {
        inState({ signedIn: false });
        room.standIn.tell('store');
        await page.getByText('Your session has ended.').waitFor();
      });
    });
  });

  describe('from the keyboard', () => {
    it('skips to the content with the first tab stop', async () => {
      inState();
      await on('/', {}, async (page) => {
        await page.keyboard.press('Tab');
        assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Skip to the content');
        await page.keyboard.press('Enter');
        assert.equal(await page.evaluate(() => document.activeElement?.id), 'content');
      });
    });

    it('goes to any page by the command palette', async () => {
      inState();
      await on('/', {}, async (page) => {
        await page.keyboard.press('Control+k');
        await page.getByRole('combobox', { name: 'Go to or do' }).fill('scop');
        await page.keyboard.press('Enter');
        await page.getByRole('heading', { name: 'Scopes', level: 1 }).waitFor();
        assert.equal(await page.evaluate(() => document.activeElement?.id), 'content');
      });
    });

    it('finds a store by its address in the palette', async () => {
      inState();
      await on('/', {}, async (page) => {
        await page.keyboard.press('Control+k');
        await page.getByRole('combobox').fill('127.0.0.1');
        await page
          .getByRole('option', { name: /127\.0\.0\.1:8123/ })
          .first()
          .waitFor();
        await page.keyboard.press('Enter');
        await page.getByRole('heading', { name: 'ClickHouse · 127.0.0.1:8123' }).waitFor();
      });
    });

    it('moves in the table with arrows, with one tab stop, and opens a row with Enter', async () => {
      inState();
      await on('/findings', {}, async (page) => {
        const grid = page.getByRole('grid', { name: 'Findings' });
        assert.equal(await grid.locator('a[tabindex="0"]').count(), 1);
        await grid.locator('a[tabindex="0"]').focus();
        for (const _ of Array(30)) await page.keyboard.press('ArrowDown');
        await page.keyboard.press('ArrowUp');
        await page.waitForFunction(
          () => document.activeElement?.closest('[role=row]')?.getAttribute('aria-rowindex') === '31',
        );
        await page.keyboard.press('Enter');
        await page.waitForURL(`**/findings/${uuid(2, 29)}`);
      });
    });

    it('takes a finding, and accepts it until a day for a reason', async () => {
      inState();
      await on(`/findings/${uuid(2, 0)}`, {}, async (page) => {
        await page.getByRole('button', { name: 'Take it' }).focus();
        await page.keyboard.press('Enter');
        await page.getByText('Saved.').waitFor();
        await page.getByRole('button', { name: 'Accept until' }).focus();
        await page.keyboard.press('Enter');
        await page.getByLabel('Until').fill('2030-01-31');
        await page.getByLabel('Because').fill('The network is taken down that day.');
        await page.getByRole('button', { name: 'Accept for a time' }).press('Enter');
        await page.getByText('Accepted until 31 Jan 2030').waitFor();
        assert.equal(await page.getByRole('dialog', { name: 'Accept for a time' }).count(), 0);
      });
    });
  });

  describe('a hundred thousand findings', () => {
    it('draws only what is in view, and reads on as one scrolls', async () => {
      inState();
      await on('/findings', {}, async (page) => {
        const grid = page.getByRole('grid', { name: 'Findings' });
        assert.equal(await grid.getAttribute('aria-rowcount'), '-1');
        await page.getByText('More than 10,000 rows').waitFor();
        assert.ok((await grid.getByRole('row').count()) < 80);
        for (const step of Array(40).keys()) {
          await grid.evaluate((element, to) => element.scrollTo({ top: to }), (step + 1) * 6000);
          await page.waitForTimeout(15);
        }
        await page.waitForFunction(() => Number(document.querySelector('[data-row]')?.getAttribute('data-row')) > 3000);
        assert.ok((await grid.getByRole('row').count()) < 80);
      });
    });

    it('goes to the end, back, and into the middle by keyboard alone, with each row in full view and few elements', async () => {
      inState();
      await on('/findings', {}, async (page) => {
        const grid = page.getByRole('grid', { name: 'Findings' });
        const isAt = async (row: number) => {
          await page.waitForFunction(
            (wanted) => {
              const link = document.activeElement;
              if (link?.tagName !== 'A' || link.closest('[role=row]')?.getAttribute('aria-rowindex') !== wanted)
                return false;
              const [inner, outer] = [link, document.querySelector('[role=grid]')].map((one) =>
                one?.getBoundingClientRect(),
              );
              const head = document.querySelector('.grid-head')?.getBoundingClientRect().bottom ?? 0;
              return inner && outer && inner.bottom <= outer.bottom && inner.top >= head;
            },
            String(row + 1),
          );
          const elements = await page.evaluate(() => document.querySelectorAll('*').length);
          assert.ok(elements < 1500, `${elements} elements at row ${row}`);
        };
        await grid.locator('a[tabindex="0"]').focus();
        await page.keyboard.press('End');
        await isAt(100_000);
        await page.getByText('100,000 rows').waitFor();
        assert.equal(await grid.getAttribute('aria-rowcount'), '100001');
        await page.keyboard.press('ArrowUp');
        await isAt(99_999);
        // Faster than the pages come: nobody is thrown out of the table by that.
        for (const _ of Array(20)) await page.keyboard.press('PageUp');
        for (const _ of Array(20)) await page.keyboard.press('PageDown');
        await isAt(99_999);
        await page.keyboard.press('Home');
        await isAt(1);
        await page.keyboard.press('Tab');
        await page.getByLabel('Go to row').focus();
        await page.keyboard.type('50000');
        await page.keyboard.press('Enter');
        await isAt(50_000);
        const asked = room.standIn.asked.get('listFindings') ?? 0;
        await page.keyboard.press('PageDown');
        await page.keyboard.press('PageDown');
        assert.ok((room.standIn.asked.get('listFindings') ?? 0) - asked <= 3, 'only what is in view is read');
      });
    });

    it('asks again only for the pages in view when something changed', async () => {
      inState();
      await on('/findings', {}, async (page) => {
        const grid = page.getByRole('grid', { name: 'Findings' });
        for (const step of Array(12).keys()) {
          await grid.evaluate((element, to) => element.scrollTo({ top: to }), (step + 1) * 6000);
          await page.waitForTimeout(30);
        }
        const before = room.standIn.asked.get('listFindings') ?? 0;
        room.standIn.tell('finding');
        await page.waitForTimeout(800);
        const asked = (room.standIn.asked.get('listFindings') ?? 0) - before;
        assert.ok(asked >= 1 && asked <= 5, `${asked} pages were asked for`);
      });
    });

    it('says how many there are once all were read', async () => {
      inState();
      await on('/findings?q=127.0.0.1', {}, async (page) => {
        const grid = page.getByRole('grid', { name: 'Findings' });
        await page.waitForFunction(() => document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') !== '-1');
        const rows = Number(await grid.getAttribute('aria-rowcount'));
        assert.ok(rows > 2 && rows < 200, `${rows}`);
      });
    });
  });

  describe('what a role may', () => {
    it('leaves pages out of the navigation that the role never may', async () => {
      inState({ role: 'administrator' });
      await on('/', {}, async (page) => {
        const names = await page.getByRole('navigation', { name: 'Main' }).getByRole('link').allTextContents();
        assert.ok(names.some((name) => name.includes('Settings')));
        assert.ok(!names.some((name) => name.includes('Cases')));
      });
    });

    it('says which roles may where one came by an address', async () => {
      inState({ role: 'responder' });
      await on('/settings', {}, async (page) => {
        await page.getByText('You are signed in as responder. This takes administrator.').waitFor();
      });
    });

    it('keeps a button that may not be pressed, with the reason', async () => {
      inState({ role: 'auditor' });
      await on(`/stores/${uuid(1, 0)}`, {}, async (page) => {
        const button = page.getByRole('button', { name: 'Open a case' });
        assert.equal(await button.getAttribute('aria-disabled'), 'true');
        await button.focus();
        await page.keyboard.press('Enter');
        assert.match(page.url(), /\/stores\//);
        const description = await button.evaluate((element) => {
          const id = element.getAttribute('aria-describedby');
          return id === null ? '' : document.getElementById(id)?.textContent;
        });
        assert.equal(description, 'Your role may not do this. It takes responder or data protection officer.');
        await button.hover();
        await page.locator('.tip').getByText('Your role may not do this.').waitFor();
      });
    });
  });

  describe('the words', () => {
    it('change without a reload, and stay', async () => {
      inState();
      await on('/', {}, async (page) => {
        await page.getByRole('button', { name: 'Account of Tomás Vidal' }).click();
        await page.getByRole('menuitem', { name: 'Français' }).click();
        await page.getByRole('heading', { name: 'Maintenant', level: 1 }).waitFor();
        await page.reload();
        await page.getByRole('heading', { name: 'Maintenant', level: 1 }).waitFor();
        await page.keyboard.press('Control+k');
        await drawn(page);
      });
    });
  });

  it('has the next clock in the title, and shows what changes without a reload', async () => {
    inState({ role: 'responder' });
    await on('/', {}, async (page) => {
      await page.waitForFunction(() => /^late by .* · Now · Vigie$/.test(document.title));
      const before = room.standIn.asked.get('getOverview') ?? 0;
      room.standIn.tell('store');
      await page.waitForTimeout(700);
      assert.ok((room.standIn.asked.get('getOverview') ?? 0) > before);
    });
  });

  it('fits on a telephone: nothing is wider than the screen, and the navigation is a drawer', async () => {
    inState({ role: 'responder' });
    await on('/', { width: 390 }, async (page) => {
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
      await page.getByRole('button', { name: 'Menu' }).click();
      await page.getByRole('dialog').getByRole('link', { name: 'Findings' }).click();
      await page.getByRole('heading', { name: 'Findings', level: 1 }).waitFor();
    });
  });
});
