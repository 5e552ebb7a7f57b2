// Debian's Chromium, without a look at the network.
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Why there is no browser here; false where there is one. */
export function lacksChromium(): string | false {
  return existsSync(CHROMIUM) ? false : 'needs chromium; run: apt-get install chromium';
}

/** @param seen in a window, where there is a display */
export function openBrowser(seen: boolean): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, headless: !seen, args: ARGUMENTS });
}
