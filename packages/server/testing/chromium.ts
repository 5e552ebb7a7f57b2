// The browser of the tests: Debian's Chromium, without a window and without a word to anybody outside.
import { existsSync } from 'node:fs';
import type { LaunchOptions } from 'playwright-core';

/** The same engine without what stands around a page; a page takes half as long in it. The whole browser does where it is missing. */
const EXECUTABLES = ['/usr/lib/chromium/chromium-headless-shell', '/usr/bin/chromium'];

const executablePath = EXECUTABLES.find((path) => existsSync(path));

export const LAUNCH: LaunchOptions = {
  ...(executablePath !== undefined && { executablePath }),
  args: [
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
export const NO_BROWSER: string | false =
  executablePath === undefined && 'needs chromium; run: apt-get install chromium-headless-shell';
