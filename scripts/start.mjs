// `npm start -- scan 127.0.0.1`: sets up what is missing, then runs the command `vigie`.
import { spawnSync } from 'node:child_process';
import { delimiter } from 'node:path';
import { installPackages, pinnedNode, ROOT } from './set-up.mjs';

installPackages();
pinnedNode();
const words = process.argv.slice(2);
const { status, signal } = spawnSync(`${ROOT}packages/cli/bin/vigie.mjs`, words.length > 0 ? words : ['--help'], {
  stdio: 'inherit',
  cwd: process.env.INIT_CWD ?? process.cwd(),
  env: { ...process.env, PATH: `${ROOT}node_modules/.bin${delimiter}${process.env.PATH}` },
});
process.exitCode = status ?? (signal === 'SIGINT' ? 130 : 3);
