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

/** Why browser tests cannot run here; false where they can. */
export const NO_BROWSER: string | false = existsSync(EXECUTABLE) ? false : `there is no ${EXECUTABLE}`;
