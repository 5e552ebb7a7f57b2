// The whole way in a real browser, against the real platform and a real open store; every page that it meets is accessible, and none asks
// the policy for more than it gives.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { freePort } from '@vigie/probe/testing/server';
import type { Browser, Page } from 'playwright-core';
import { isAccessible } from './acts.ts';
import { lacksChromium, openBrowser } from './browser.ts';
import { openStage, STORE_PORT, type Stage } from './stage.ts';
import { RESPONDER } from './team.ts';
import { openPage, signIn, walk } from './walk.ts';

const WEB = fileURLToPath(new URL('../packages/web/dist/app', import.meta.url));
const ROWS = 20_000;
const PEOPLE = 300;

/** The store of the demonstration stands where a ClickHouse does; where something else does already, there is nothing to show. */
async function skipReason(): Promise<string | false> {
  const lacking = lacksChromium();
  if (lacking !== false) {
    if (process.env.VIGIE_REQUIRE_SERVERS === '1') throw new Error(lacking);
    return lacking;
  }
  const { promise, resolve } = Promise.withResolvers<string | false>();
  const server = createServer();
  server.once('error', () => resolve(`port ${STORE_PORT} is in use`));
  server.listen(STORE_PORT, '127.0.0.1', () => server.close(() => resolve(false)));
  return promise;
}

describe('from a machine that nobody has looked at to the draft', { skip: await skipReason() }, () => {
  let folder: string;
  let stage: Stage;
  let browser: Browser;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vigie-walk-'));
    stage = await openStage({ folder, webFolder: WEB, port: await freePort(), rows: ROWS, people: PEOPLE });
    browser = await openBrowser(false);
  });
  after(async () => {
    await browser.close();
    await stage.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('goes from first start to the drafted notice, each station accessible', async () => {
    const met: string[] = [];
    const complaints: string[] = [];
    const watched = new Set<Page>();
    await walk({
      browser,
      ...stage,
      station: async (name, page) => {
        if (!watched.has(page)) listen(page, complaints);
        watched.add(page);
        met.push(name);
        await isAccessible(page, name);
      },
    });
    assert.deepEqual(met, ['first-start', 'now', 'finding', 'store', 'open-case', 'case', 'facts', 'tasks', 'notice']);
    assert.deepEqual(complaints, []);
  });

  it('counts the people, and shows no value of theirs anywhere', async () => {
    const page = await openPage(browser);
    await signIn(page, stage.url, RESPONDER);
    await page.getByText(`${PEOPLE}`, { exact: true }).first().waitFor();
    const everything = await page.content();
    assert.doesNotMatch(everything, /@example\.(?:com|net)|T3BlbkFJ|\+336/);
    assert.doesNotMatch(stage.printed(), /example\.(?:com|net)|T3BlbkFJ/);
    await page.close();
  });

  it('says mended once the door is closed and the same questions are refused', async () => {
    await stage.closeStore();
    const page = await openPage(browser);
    await signIn(page, stage.url, RESPONDER);
    await page.getByRole('link', { name: 'Findings' }).click();
    await page.getByRole('row').filter({ hasText: 'ClickHouse answers queries' }).click();
    await page
      .getByRole('button', { name: /verify/i })
      .first()
      .click();
    await page.getByText('Mended', { exact: true }).first().waitFor();
    await page.close();
  });
});

/** What the browser complains of: refused by the policy, or thrown. */
function listen(page: Page, complaints: string[]): void {
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Uncaught/.test(message.text()))
      complaints.push(message.text());
  });
}
