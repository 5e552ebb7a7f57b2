// A process for tests that holds a data directory until it is killed.
import { randomBytes, randomUUID } from 'node:crypto';
import { openDataDir } from '../src/data-dir/data-dir.ts';

const [path = '', configFolder = ''] = process.argv.slice(2);
const dir = await openDataDir({
  path,
  configFolder,
  keyFile: undefined,
  holder: { pid: process.pid, startedAt: new Date() },
  now: () => new Date(),
  newId: randomUUID,
  random: randomBytes,
});
process.stdout.write('code' in dir ? `${dir.code}\n` : 'open\n');
setInterval(() => undefined, 60_000);
