// Debian's Chromium, without a look at the network.
import { existsSync } from 'node:fs';
import { LAUNCH, NO_BROWSER } from '@vigie/server/testing/chromium';
import { type Browser, chromium } from 'playwright-core';

/** The one that can show a window. */
const WITH_WINDOW = '/usr/bin/chromium';

/**
 * @param seen in a window
 * @returns why there is no browser here; false where there is one
 */
export function lacksChromium(seen = false): string | false {
  if (!seen) return NO_BROWSER;
  return existsSync(WITH_WINDOW) ? false : 'needs chromium; run: apt-get install chromium';
}

/** @param seen in a window, where there is a display */
export function openBrowser(seen: boolean): Promise<Browser> {
  return chromium.launch(seen ? { ...LAUNCH, executablePath: WITH_WINDOW, headless: false } : LAUNCH);
}
