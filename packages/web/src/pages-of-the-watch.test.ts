import { describe } from 'node:test';
import { NO_BROWSER } from '../testing/browser.ts';
import { walkPages } from '../testing/page-walk.ts';
import { isOfCase, PAGES } from '../testing/pages.ts';

describe('every page of the watch, in French and in both themes', { skip: NO_BROWSER }, () => {
  walkPages(PAGES.filter((page) => !isOfCase(page)));
});
