// `npm start` opens the watch room; `npm start -- scan 127.0.0.1` runs the command `vigie`. What is missing is set up first.
import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';
import { buildWeb, installPackages, pinnedNode, ROOT } from './set-up.mjs';

installPackages();
pinnedNode();
const said = process.argv.slice(2);
/** Of the command itself; every other option is one of the watch room, which is what is started where no command is named. */
const OF_COMMAND = ['-h', '--help', '-V', '--version'];
const isServe = said.length === 0 || (said[0].startsWith('-') && !OF_COMMAND.includes(said[0]));
const words = isServe ? ['serve', ...said] : said;
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
