// What axe has against a page, by the rules of WCAG 2.2 A and AA and its own best practices.
import type { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { axeOn } from '../../server/testing/axe.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** One line each violation: the rule, what is wrong, and where. */
export async function violationsOn(page: Page): Promise<readonly string[]> {
  return linesOf(await axeOn(page).withTags(TAGS).analyze());
}

/** The same for what another theme can change. */
export async function contrastViolationsOn(page: Page): Promise<readonly string[]> {
  return linesOf(await axeOn(page).withRules(['color-contrast', 'link-in-text-block']).analyze());
}

function linesOf({ violations }: Awaited<ReturnType<AxeBuilder['analyze']>>): readonly string[] {
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')})`,
  );
}
