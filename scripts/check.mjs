// What CI checks besides the tests: format and lint, types and arrows between packages, unused exports, generated files.
import { spawnSync } from 'node:child_process';
import { installPackages, pinnedNode, ROOT } from './set-up.mjs';

const CHECKS = [
  ['format and lint', 'biome', ['check', '.']],
  ['types, and arrows between packages', 'tsc', ['-b']],
  ['unused files, exports and dependencies', 'knip', ['--no-progress']],
  ['generated files', 'node', ['scripts/docs.ts', '--check']],
];

/** Runs all checks; true where all pass. */
export function check() {
  const node = pinnedNode();
  let passed = true;
  for (const [what, command, args] of CHECKS) {
    const { status } = spawnSync(`${ROOT}node_modules/.bin/${command}`, args, {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, PATH: `${ROOT}node_modules/.bin:${process.env.PATH}` },
    });
    console.log(`${status === 0 ? 'ok' : 'FAILED'}: ${what}`);
    passed &&= status === 0;
  }
  return passed && node !== undefined;
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  installPackages();
  process.exitCode = check() ? 0 : 1;
}
