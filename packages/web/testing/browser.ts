// The browser of the tests, and how it is told what language somebody chose.
export { LAUNCH, NO_BROWSER } from '../../server/testing/chromium.ts';

/** Chooses a language for a browser in which nobody has chosen one; runs in the page, before its own scripts. */
export function chooseLanguage(language: string): void {
  if (localStorage.getItem('vigie.language') === null) localStorage.setItem('vigie.language', language);
}
