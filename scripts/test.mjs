// `npm test`: sets up what is missing, real servers included, then checks and tests everything.
// `npm test -- redis etcd` runs only the test files whose path holds one of the words, and no checks.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { check } from './check.mjs';
import { buildWeb, installPackages, installServers, pinnedNode, ROOT } from './set-up.mjs';

/** The longest first: names of files, or parts of them. The others take seconds. */
const LONG = [
  'packages/probe/src/stores/fuzz.test.ts',
  'demo/journeys.test.ts',
  'packages/cli/src/canaries-in-stores.test.ts',
  'packages/web/src/pages-of-the-watch.test.ts',
  'packages/web/src/pages-of-cases.test.ts',
  'packages/server/src/killed.test.ts',
  'packages/web/src/app.test.ts',
  'packages/server/src/backup/backup.test.ts',
  'packages/server/src/watch/watch.test.ts',
  'packages/cli/src/canaries-and-failures.test.ts',
  'packages/probe/testing/launchers-b.test.ts',
  'demo/walk.test.ts',
  'packages/web/src/watching.test.ts',
  'packages/web/src/pages.test.ts',
  'demo/workspace.test.ts',
  'packages/web/src/workspace.test.ts',
  'packages/cli/src/canaries-in-files.test.ts',
  'packages/server/src/watching/killed.test.ts',
  'packages/probe/src/stores/contract.test.ts',
  'packages/probe/src/stores/postgresql.test.ts',
  'packages/probe/src/stores/mqtt.test.ts',
  'packages/cli/src/safety.test.ts',
  'packages/cli/src/redact.test.ts',
  'packages/server/src/serve.test.ts',
  'packages/exposure/src/stores/postgresql.test.ts',
  'packages/classify/src/special/examples.test.ts',
];

const words = process.argv.slice(2);
installPackages();
installServers();
buildWeb();
const checked = words.length > 0 || check();
const files = findTests(words);
if (files.length === 0) {
  console.error(`vigie: no test file has ${words.join(' or ')} in its path`);
  process.exit(2);
}
const { status } = spawnSync(pinnedNode(), [`${ROOT}scripts/run-tests.mjs`, ...files], {
  cwd: ROOT,
  stdio: 'inherit',
});
process.exitCode = status === 0 && checked ? 0 : 1;
if (!checked) console.error('vigie: the checks above failed');

/** By how long it takes, then by name. */
function placeOf(file) {
  const at = LONG.indexOf(file);
  return at === -1 ? LONG.length : at;
}

function findTests(wanted) {
  const inPackages = readdirSync(`${ROOT}packages`, { recursive: true }).map((file) => `packages/${file}`);
  const inAccuracy = readdirSync(`${ROOT}accuracy`).map((file) => `accuracy/${file}`);
  const inDemo = readdirSync(`${ROOT}demo`).map((file) => `demo/${file}`);
  return [...readdirSync(ROOT), ...inAccuracy, ...inDemo, ...inPackages]
    .filter((file) => file.endsWith('.test.ts') && !/\/(?:node_modules|dist)\//.test(file))
    .filter((file) => wanted.length === 0 || wanted.some((word) => file.includes(word)))
    .sort()
    .sort((one, other) => placeOf(one) - placeOf(other));
}
