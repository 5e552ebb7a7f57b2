// What is asked of every page of the room, in French and in both themes. A test file takes a part of the pages, so that none takes long.
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import type { Page } from 'playwright-core';
import { contrastViolationsOn, violationsOn } from './axe.ts';
import type { PageToWalk } from './pages.ts';
import { closePage, openTestRoom, type TestRoom } from './room.ts';
import { SAID } from './stand-in/case-data.ts';

/** Words that French has not. */
const ENGLISH = /\b(?:the|with|and|since|seen|nobody|unknown|save|cancel|open|closed)\b/i;

/** The words on a page that are the page's own: not an engine's, which are marked, not people's, and no machine's. */
async function ownWords(page: Page): Promise<string> {
  const text = await page.evaluate(() => {
    const copy = document.body.cloneNode(true) as HTMLElement;
    for (const marked of copy.querySelectorAll('[lang="en"], code, .mono, noscript, script')) marked.remove();
    return copy.textContent;
  });
  const said = ['Chat logs open on 8123', 'grey heron', 'OpenID', ...Object.values(SAID)];
  return said.reduce((rest, sentence) => rest.replaceAll(sentence, ''), text);
}

const FRESH = { signedIn: true, isNew: false, firstScanDone: true, empty: false } as const;

/** Inside of a `describe`: opens each page and looks at it. */
export function walkPages(pages: readonly PageToWalk[]): void {
  let room: TestRoom;
  before(async () => {
    room = await openTestRoom();
  });
  after(() => room.close());

  for (const { name, path, role, ready } of pages) {
    it(`${name}: axe objects to nothing, the policy forbids nothing, and no English word of ours is left`, async () => {
      Object.assign(room.standIn.room, FRESH, { role: role ?? 'data-protection-officer' });
      ready?.(room.standIn.room);
      const page = await room.open(path, { theme: 'light', language: 'fr' });
      try {
        assert.deepEqual(await violationsOn(page), []);
        assert.equal(await page.evaluate(() => document.documentElement.lang), 'fr');
        assert.doesNotMatch(await ownWords(page), ENGLISH);
        await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
        assert.deepEqual(await contrastViolationsOn(page), [], 'dark');
      } finally {
        await closePage(page);
      }
      assert.deepEqual(room.faults, []);
    });
  }
}
