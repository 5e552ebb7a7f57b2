// `npm run demo`: a store that stands open on loopback, the watch room beside it, and the way from scan to draft in the browser, with a
// picture at each station. Nothing of it is real, and nothing leaves this machine.
// `npm run demo -- --stay` leaves both open afterwards, to look around; `--show` shows the browser where there is a display.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { freePort } from '@vigie/probe/testing/server';
import { lacksChromium, openBrowser } from './browser.ts';
import { openStage } from './stage.ts';
import { KEEPER } from './team.ts';
import { walk } from './walk.ts';

const { values: wanted } = parseArgs({
  options: {
    rows: { type: 'string', default: '200000' },
    people: { type: 'string', default: '2000' },
    pictures: { type: 'string', default: 'demo-pictures' },
    stay: { type: 'boolean', default: false },
    show: { type: 'boolean', default: false },
  },
});

const lacking = lacksChromium(wanted.show);
if (lacking !== false) {
  console.error(`demo: ${lacking}`);
  process.exit(3);
}
const folder = mkdtempSync(join(tmpdir(), 'vigie-demo-'));
const webFolder = fileURLToPath(new URL('../packages/web/dist/app', import.meta.url));
console.log('demo: opening a store of made logs on loopback, and the watch room …');
const stage = await openStage({
  folder,
  webFolder,
  port: await freePort(),
  rows: Number(wanted.rows),
  people: Number(wanted.people),
});
mkdirSync(wanted.pictures, { recursive: true });
const browser = await openBrowser(wanted.show);
let stations = 0;
const began = performance.now();
await walk({
  browser,
  ...stage,
  station: async (name, page) => {
    stations += 1;
    const path = join(wanted.pictures, `${String(stations).padStart(2, '0')}-${name}.png`);
    await page.screenshot({ path });
    console.log(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${name.padEnd(12)} ${path}`);
  },
});
await browser.close();
console.log(
  `demo: from first start to draft in ${((performance.now() - began) / 1000).toFixed(1)} s; pictures are in ${wanted.pictures}`,
);
if (wanted.stay) {
  console.log(
    `demo: the watch room stays open at ${stage.url}, for ${KEEPER.email} with "${KEEPER.password}"; Ctrl-C ends it`,
  );
  await new Promise<void>((resolve) => process.once('SIGINT', () => resolve()));
}
await stage.close();
rmSync(folder, { recursive: true, force: true });
