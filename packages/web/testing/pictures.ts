// Pictures of every page: `node packages/web/testing/pictures.ts FOLDER`, for looking at what was changed.
import { mkdirSync } from 'node:fs';
import { chromium, type Page } from 'playwright-core';
import type { Role } from '../src/api/shapes/people.ts';
import { APP_FOLDER, buildApp } from '../src/build.ts';
import { chooseLanguage, LAUNCH } from './browser.ts';
import { PAGES } from './pages.ts';
import { startStandIn } from './stand-in/server.ts';

const [folder = '/tmp/pictures', only = ''] = process.argv.slice(2);
const LOOKS = [
  { theme: 'light', language: 'en', width: 1440, height: 900 },
  { theme: 'dark', language: 'fr', width: 1440, height: 900 },
  { theme: 'dark', language: 'en', width: 390, height: 844 },
] as const;

async function take(page: Page, name: string): Promise<void> {
  await page.locator('h1').first().waitFor({ state: 'attached' });
  await page.waitForFunction(() => document.querySelector('.waiting') === null);
  await page.waitForTimeout(250);
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

mkdirSync(folder, { recursive: true });
await buildApp();
const standIn = await startStandIn(APP_FOLDER.pathname);
const browser = await chromium.launch(LAUNCH);
for (const { theme, language, width, height } of LOOKS) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    locale: language === 'fr' ? 'fr-FR' : 'en-GB',
    reducedMotion: 'reduce',
  });
  await context.addInitScript(chooseLanguage, language);
  for (const { name, path, role, ready } of PAGES) {
    if (!name.includes(only)) continue;
    standIn.room.role = role ?? ('data-protection-officer' satisfies Role);
    ready?.(standIn.room);
    const page = await context.newPage();
    page.on('pageerror', (failure) => process.stderr.write(`${name}: ${failure.message}\n`));
    await page.goto(`${standIn.origin}${path}`);
    await take(page, `${name}-${theme}-${language}-${width}`);
    await page.close();
    Object.assign(standIn.room, {
      signedIn: true,
      isNew: false,
      firstScanDone: true,
      empty: false,
      decided: false,
      stopped: false,
      told: false,
    });
  }
  await context.close();
}
await browser.close();
await standIn.close();
