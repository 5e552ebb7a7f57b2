// `npm start` opens the watch room; `npm start -- scan 127.0.0.1` runs the command `vigie`. What is missing is set up first.
import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';
import { buildWeb, installPackages, pinnedNode, ROOT } from './set-up.mjs';

installPackages();
pinnedNode();
const words = process.argv.length > 2 ? process.argv.slice(2) : ['serve'];
if (words[0] === 'serve') buildWeb();
const child = spawn(`${ROOT}packages/cli/bin/vigie.mjs`, words, {
  stdio: 'inherit',
  cwd: process.env.INIT_CWD ?? process.cwd(),
  env: { ...process.env, PATH: `${ROOT}node_modules/.bin${delimiter}${process.env.PATH}` },
});
// A terminal's Ctrl-C reaches the child by itself; what is sent to this process alone is handed on, so that nothing is left running.
process.on('SIGINT', () => {});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  console.error(`vigie: the command could not be started (${error.code})`);
  process.exitCode = 3;
});
child.on('exit', (status, signal) => {
  process.exitCode = status ?? (signal === 'SIGINT' ? 130 : 3);
});
