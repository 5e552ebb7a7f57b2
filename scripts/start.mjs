// `npm start` opens the watch room; `npm start -- scan 127.0.0.1` runs the command `vigie`. What is missing is set up first.
import { spawnSync } from 'node:child_process';
import { delimiter } from 'node:path';
import { buildWeb, installPackages, pinnedNode, ROOT } from './set-up.mjs';

installPackages();
pinnedNode();
const words = process.argv.length > 2 ? process.argv.slice(2) : ['serve'];
if (words[0] === 'serve') buildWeb();
const { status, signal } = spawnSync(`${ROOT}packages/cli/bin/vigie.mjs`, words, {
  stdio: 'inherit',
  cwd: process.env.INIT_CWD ?? process.cwd(),
  env: { ...process.env, PATH: `${ROOT}node_modules/.bin${delimiter}${process.env.PATH}` },
});
process.exitCode = status ?? (signal === 'SIGINT' ? 130 : 3);
