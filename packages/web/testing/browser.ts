// How the browser of the tests is started: Debian's Chromium, without a window and without a word to anybody outside.
import { existsSync } from 'node:fs';
import type { LaunchOptions } from 'playwright-core';

const EXECUTABLE = '/usr/bin/chromium';

export const LAUNCH: LaunchOptions = {
  executablePath: EXECUTABLE,
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

/** Chooses a language for a browser in which nobody has chosen one; runs in the page, before its own scripts. */
export function chooseLanguage(language: string): void {
  if (localStorage.getItem('vigie.language') === null) localStorage.setItem('vigie.language', language);
}

/** Why browser tests cannot run here; false where they can. */
export const NO_BROWSER: string | false = existsSync(EXECUTABLE) ? false : `there is no ${EXECUTABLE}`;
