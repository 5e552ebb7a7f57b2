// `npm run accuracy`: measures how well the classifier does on each corpus, prints it, and writes docs/accuracy.md. Names of
// corpora run some of them (`npm run accuracy -- leak negatives`) and renew their parts of the page only. `--full` makes the leak
// a million rows for each file of phrases, and takes every event where rules are compared. `--rules FILE` has secret rules in gitleaks' format in the place of our catalogue.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measureCloudEvents } from './cloud-events.ts';
import { gitleaksRules, measureGitleaks } from './gitleaks.ts';
import { measureHttpAttacks } from './http-attacks.ts';
import { measureLeak } from './leak.ts';
import { measureNab } from './nab.ts';
import { measureNegatives } from './negatives.ts';
import { writePage } from './page.ts';
import { measurePresidio } from './presidio.ts';
import { measurePresidioResearch } from './presidio-research.ts';
import { type CorpusReport, markdownOf } from './report.ts';
import { measureSigma } from './sigma.ts';
import { measureStoreWeeks } from './store-weeks.ts';

const { values: flags, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { full: { type: 'boolean', default: false }, rules: { type: 'string' } },
});
const rules = flags.rules === undefined ? undefined : gitleaksRules(flags.rules);

const CORPORA: Readonly<Record<string, () => CorpusReport | Promise<CorpusReport>>> = {
  gitleaks: measureGitleaks,
  presidio: measurePresidio,
  'presidio-research': () => measurePresidioResearch(rules),
  negatives: () => measureNegatives(rules),
  leak: () => measureLeak({ rules, isFull: flags.full }),
  sigma: () => measureSigma({ isFull: flags.full }),
  nab: measureNab,
  'http-attacks': measureHttpAttacks,
  'cloud-events': measureCloudEvents,
  'store-weeks': measureStoreWeeks,
};

const unknown = wanted.find((name) => !(name in CORPORA));
if (unknown !== undefined) {
  process.stderr.write(`no corpus is called ${unknown}; there are: ${Object.keys(CORPORA).join(', ')}\n`);
  process.exit(2);
}

const page = fileURLToPath(new URL('../docs/accuracy.md', import.meta.url));
for (const [name, measure] of Object.entries(CORPORA)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const report = await measure();
  process.stdout.write(`${markdownOf(report, true)}\n\n`);
  // With other rules the numbers are not those of the product.
  if (rules !== undefined) continue;
  writeFileSync(page, writePage(existsSync(page) ? readFileSync(page, 'utf8') : '', report, Object.keys(CORPORA)));
}
