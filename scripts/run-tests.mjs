// Runs test files with the test runner's own program, which takes them in the order that is given: long ones first, so that no core
// waits at the end for one of them. Started by scripts/test.mjs on the pinned Node, with the files as words.
import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';

/** Three at once on two cores: each test file starts servers of its own, and waits for them. */
const AT_ONCE = 3;
const TIMEOUT_MS = 600_000;
/** How many of the longest are told at the end. */
const TOLD = 10;

// What several files need the same of is made once and copied: see packages/probe/testing/template.ts.
const templates = mkdtempSync(join(tmpdir(), 'vigie-templates-'));
// Servers that refuse root read it under accounts of their own.
chmodSync(templates, 0o755);
process.env.VIGIE_TEST_TEMPLATES = templates;
// A copy: a build of the pages beside the tests does not take them away from under a browser.
cpSync(fileURLToPath(new URL('../packages/web/dist/app', import.meta.url)), join(templates, 'app'), {
  recursive: true,
});
// Hundreds of processes load the same sources: they are stripped of their types and compiled once.
process.env.NODE_COMPILE_CACHE = join(templates, 'compiled');
process.on('exit', () => rmSync(templates, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));

const times = new Map();
let hasFailed = false;
const events = run({
  files: process.argv.slice(2),
  concurrency: AT_ONCE,
  timeout: TIMEOUT_MS,
  execArgv: ['--import', new URL('untracked-promises.mjs', import.meta.url).href],
});
events.on('test:summary', ({ success, file, duration_ms }) => {
  hasFailed ||= !success;
  if (file !== undefined) times.set(file, duration_ms);
});
const report = events.compose(spec);
report.on('end', () => {
  const longest = [...times].sort(([, one], [, other]) => other - one).slice(0, TOLD);
  for (const [file, ms] of longest) console.log(`${(ms / 1000).toFixed(1).padStart(7)} s  ${file}`);
  process.exitCode = hasFailed || times.size === 0 ? 1 : 0;
});
report.pipe(process.stdout);
