// What is done at the stations of a journey: buttons pressed, reasons read, pages looked at with axe.
import assert from 'node:assert/strict';
import { axeOn } from '@vigie/server/testing/axe';
import type { Page } from 'playwright-core';
import { lacksChromium } from './browser.ts';

/** Why there can be no journey here; false where there can. */
export function skipReason(): string | false {
  const lacking = lacksChromium();
  if (lacking !== false && process.env.VIGIE_REQUIRE_SERVERS === '1') throw new Error(lacking);
  return lacking;
}

/** Presses a button. */
export async function act(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true, disabled: false }).click();
}

/** The button is there, cannot be pressed, and says why. */
export async function isBlocked(page: Page, name: string, why: RegExp): Promise<void> {
  const button = page.getByRole('button', { name, exact: true });
  const reason = async () => {
    const id = await button.getAttribute('aria-describedby');
    const isOff = (await button.getAttribute('aria-disabled')) === 'true';
    return isOff && id !== null ? ((await page.locator(`[id="${id}"]`).textContent()) ?? '') : '';
  };
  // Others' acts arrive by the live stream.
  for (const endMs = Date.now() + 10_000; !why.test(await reason()) && Date.now() < endMs; )
    await page.waitForTimeout(50);
  assert.match(await reason(), why, `${name} should not be possible`);
}

export async function isAccessible(page: Page, station: string): Promise<void> {
  const { violations } = await axeOn(page).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
  assert.deepEqual(
    violations.map(({ id, nodes }) => `${station}: ${id}: ${nodes[0]?.html.slice(0, 200)}`),
    [],
  );
}

export async function leave(...pages: readonly Page[]): Promise<void> {
  for (const page of pages) await page.context().close();
}
