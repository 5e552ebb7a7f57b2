// Runs the watch room until the user ends it.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newId, type Surroundings, startPlatform } from '@vigie/server';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { unforeseen } from '../memory-guard.ts';
import type { World } from '../world.ts';
import { type ServeWords, settingsOf } from './options.ts';

export async function runServe(world: World, words: ServeWords): Promise<ExitCode> {
  const settings = await settingsOf(words);
  const say = (text: string) => world.err.write(`${text}\n`);
  await say('vigie: opening the watch room …');
  const platform = await startPlatform(settings, surroundingsOf(world));
  if ('code' in platform) {
    await say(`vigie: ${platform.message}\n  what to do: ${platform.remedy}`);
    return EXIT.incomplete;
  }
  if (platform.newKeyRing !== undefined) {
    await say(
      `vigie: keys were made in ${platform.newKeyRing}; keep a copy in a safe place, since sealed data cannot be read without them`,
    );
  }
  await world.out.write(`${platform.setUpUrl ?? platform.url}\n`);
  await say(
    platform.setUpUrl === undefined
      ? `vigie: the watch room is open at ${platform.url}; Ctrl-C closes it`
      : 'vigie: open the link above to make the first administrator; it works once. Ctrl-C closes the room',
  );
  await new Promise<void>((resolve) => world.onInterrupt(resolve));
  await say('vigie: closing …');
  await platform.close();
  return EXIT.clean;
}

function surroundingsOf(world: World): Surroundings {
  const about = (known: Readonly<Record<string, string | number>>) =>
    Object.entries(known)
      .map(([name, value]) => ` ${name}=${value}`)
      .join('');
  return {
    clock: { now: () => new Date(world.now()) },
    newId,
    random: world.random,
    log: {
      warn: (what, known = {}) => void world.err.write(`vigie: ${what}${about(known)}\n`).catch(() => {}),
      mistake: (error, known) => void world.err.write(`vigie: ${unforeseen(error)}${about(known)}\n`).catch(() => {}),
    },
    pid: process.pid,
    configFolder: process.env.XDG_CONFIG_HOME ?? join(process.env.HOME ?? '/', '.config'),
    webFolder: webFolder(),
  };
}

/** The built app: in a clone it is made by the start script, in an installation it comes with its package. */
function webFolder(): string {
  return fileURLToPath(new URL('dist/app', import.meta.resolve('@vigie/web/package.json')));
}
