// What axe has against a page, asked in the least time.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * axe in the page itself, with violations alone in its answer: its other way opens one more page to sum up all that is fine, which takes
 * as long again. It would leave out frames of other origins; the policy of every page forbids those.
 *
 * @returns all rules, where nothing else is asked for
 */
export function axeOn(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
}
