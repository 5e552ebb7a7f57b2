// `npm test`: sets up what is missing, real servers included, then checks and tests everything.
// `npm test -- redis etcd` runs only the test files whose path holds one of the words, and no checks.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { check } from './check.mjs';
import { buildWeb, installPackages, installServers, pinnedNode, ROOT } from './set-up.mjs';

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
// Two at once: each test file starts servers of its own, and some of them are heavy.
const { status } = spawnSync(pinnedNode(), ['--test', '--test-concurrency=2', '--test-timeout=600000', ...files], {
  cwd: ROOT,
  stdio: 'inherit',
});
process.exitCode = status === 0 && checked ? 0 : 1;
if (!checked) console.error('vigie: the checks above failed');

function findTests(wanted) {
  const inPackages = readdirSync(`${ROOT}packages`, { recursive: true }).map((file) => `packages/${file}`);
  const inAccuracy = readdirSync(`${ROOT}accuracy`).map((file) => `accuracy/${file}`);
  const inDemo = readdirSync(`${ROOT}demo`).map((file) => `demo/${file}`);
  return [...readdirSync(ROOT), ...inAccuracy, ...inDemo, ...inPackages]
    .filter((file) => file.endsWith('.test.ts') && !/\/(?:node_modules|dist)\//.test(file))
    .filter((file) => wanted.length === 0 || wanted.some((word) => file.includes(word)))
    .sort();
}
