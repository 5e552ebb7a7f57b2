// Runs a script of this repository on the pinned Node: `node scripts/run.mjs scripts/docs.ts --check`.
import { spawnSync } from 'node:child_process';
import { installPackages, pinnedNode, ROOT } from './set-up.mjs';

installPackages();
const [script, ...words] = process.argv.slice(2);
process.exitCode = spawnSync(pinnedNode(), [`${ROOT}${script}`, ...words], { cwd: ROOT, stdio: 'inherit' }).status ?? 1;
