// The built app with a stand-in behind it and a browser in front of it, for one test file.
import { type Browser, chromium, type Page } from 'playwright-core';
import { chooseLanguage, LAUNCH } from './browser.ts';
import { builtApp } from './built-app.ts';
import { type StandIn, startStandIn } from './stand-in/server.ts';

/** Longer than any page needs on a machine that is busy with other tests. */
const PATIENCE_MS = 20_000;

interface Look {
  readonly theme?: 'light' | 'dark';
  readonly language?: 'en' | 'fr';
  readonly width?: number;
}

export interface TestRoom {
  readonly standIn: StandIn;
  /** Opens a path and waits until it is drawn. */
  readonly open: (path: string, look?: Look) => Promise<Page>;
  /** What went wrong in the pages so far: errors, and what the policy forbade. */
  readonly faults: readonly string[];
  readonly close: () => Promise<void>;
}

export async function openTestRoom(): Promise<TestRoom> {
  const app = await builtApp();
  const standIn = await startStandIn(app.folder);
  const browser: Browser = await chromium.launch(LAUNCH);
  const faults: string[] = [];
  return {
    standIn,
    faults,
    async open(path, { theme = 'light', language = 'en', width = 1280 } = {}) {
      const context = await browser.newContext({
        viewport: { width, height: 860 },
        colorScheme: theme,
        locale: language === 'fr' ? 'fr-FR' : 'en-GB',
        reducedMotion: 'reduce',
      });
      await context.addInitScript(chooseLanguage, language);
      const page = await context.newPage();
      page.setDefaultTimeout(PATIENCE_MS);
      page.on('pageerror', (failure) => faults.push(`${path}: ${failure.message}`));
      page.on('console', (message) => {
        if (/Content.Security.Policy|TrustedHTML|TrustedScript/i.test(message.text()))
          faults.push(`${path}: ${message.text()}`);
      });
      await page.goto(`${standIn.origin}${path}`);
      await drawn(page);
      return page;
    },
    async close() {
      await browser.close();
      await standIn.close();
      app.remove();
    },
  };
}

/** The page has a heading, and no part of it waits any more. */
export async function drawn(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor({ state: 'attached' });
  await page.waitForFunction(() => document.querySelector('.waiting') === null);
}

/** Closes a page with everything that belongs to it. */
export async function closePage(page: Page): Promise<void> {
  await page.context().close();
}
