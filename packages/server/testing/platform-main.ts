// The platform as a process of its own, for tests that end it in ways that no process survives. Prints its address and the first
// administrator's link as JSON, once it is open.
import { randomBytes } from 'node:crypto';
import { newId, startPlatform } from '../src/index.ts';

const [settings = '{}', webFolder = '', configFolder = ''] = process.argv.slice(2);
const platform = await startPlatform(JSON.parse(settings), {
  clock: { now: () => new Date() },
  newId,
  random: randomBytes,
  log: {
    warn: (what, about) => process.stderr.write(`${what} ${JSON.stringify(about ?? {})}\n`),
    mistake: (error, about) =>
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)} ${JSON.stringify(about)}\n`),
  },
  pid: process.pid,
  configFolder,
  webFolder,
});
if ('code' in platform) {
  process.stdout.write(`${JSON.stringify({ fault: platform })}\n`);
  process.exit(3);
}
process.stdout.write(`${JSON.stringify({ url: platform.url, setUpUrl: platform.setUpUrl })}\n`);
process.on('SIGTERM', () => void platform.close().then(() => process.exit(0)));
