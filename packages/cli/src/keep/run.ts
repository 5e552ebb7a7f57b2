// Backs up, restores and rotates keys, by the server that runs or without one.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  backUp,
  defaultKeyRingPath,
  lookAtKeys,
  newId,
  type OfflineOptions,
  restoreBackup,
  rotateKeys,
} from '@vigie/server';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { World } from '../world.ts';
import { type KeepWords, placesOf } from './options.ts';

export async function runBackup(world: World, file: string, words: KeepWords): Promise<ExitCode> {
  const path = resolve(file);
  const made = await backUp(path, optionsOf(world, words));
  if ('code' in made) return complain(world, made);
  const lines = made.sections.reduce((sum, section) => sum + section.lines, 0);
  const by = made.byServer ? 'the watch room that is open' : 'reading the data directory';
  await world.out.write(`${path}\n`);
  await world.err.write(
    `vigie: ${lines} rows and entries in ${made.sections.length} sections, written by ${by}, and checked\n` +
      `vigie: the keys are not in it; they are in ${made.keyRing} and beside it, and what is sealed cannot be read without them\n`,
  );
  return EXIT.clean;
}

export async function runRestore(world: World, file: string, words: KeepWords): Promise<ExitCode> {
  const options = optionsOf(world, words);
  const restored = await restoreBackup({ ...options, file: resolve(file) });
  if ('code' in restored) return complain(world, restored);
  const { head, entries, hasJobs } = restored;
  const keyRing = defaultKeyRingPath(options.configFolder, head.id);
  await world.out.write(`${options.path}\n`);
  await world.err.write(
    `vigie: restored as of ${head.madeAt}; the evidence log with its ${entries} entries verifies\n${
      hasJobs ? '' : 'vigie: jobs that waited were left out, since another version of the queue wrote them\n'
    }${keysAre(keyRing)}`,
  );
  return EXIT.clean;
}

function keysAre(keyRing: string): string {
  return existsSync(keyRing)
    ? `vigie: its keys are in ${keyRing}\n`
    : `vigie: put its keys to ${keyRing} and beside it, from their safe copy, or name them with --key-file, before you start it\n`;
}

export async function runRotate(world: World, words: KeepWords): Promise<ExitCode> {
  const rotated = await rotateKeys(optionsOf(world, words));
  if ('code' in rotated) return complain(world, rotated);
  await world.out.write(`${rotated.currentKey}\n`);
  await world.err.write('vigie: this key seals from now on; copy the key ring to its safe place again\n');
  return EXIT.clean;
}

export async function runRetire(world: World, words: KeepWords, retire: boolean): Promise<ExitCode> {
  const keys = await lookAtKeys(optionsOf(world, words), retire);
  if ('code' in keys) return complain(world, keys);
  const said = keys.map(({ id, madeAt, uses, isRetired }) => {
    const where = uses.map(({ table, rows }) => `${table} (${rows})`).join(', ');
    const state = isRetired ? 'retired' : where === '' ? 'out of use' : `in use in ${where}`;
    return `${id} of ${madeAt}: ${state}\n`;
  });
  await world.out.write(said.join(''));
  const inUse = keys.some(({ uses }) => uses.length > 0);
  if (keys.length === 0) await world.err.write('vigie: the ring has no older keys\n');
  else if (inUse)
    await world.err.write(
      'vigie: what an older key sealed is sealed anew while the watch room is open; look again in a while\n',
    );
  else if (!retire)
    await world.err.write(
      'vigie: nothing was changed. Backups from before need these keys: destroy them or keep a copy of the ring with them, then say --old-backups-gone\n',
    );
  if (keys.some(({ isRetired }) => isRetired))
    await world.err.write(
      'vigie: they are out of the ring; copy it to its safe place again, and destroy older copies\n',
    );
  return inUse ? EXIT.incomplete : EXIT.clean;
}

async function complain(world: World, fault: { readonly message: string; readonly remedy: string }): Promise<ExitCode> {
  await world.err.write(`vigie: ${fault.message}\n  what to do: ${fault.remedy}\n`);
  return EXIT.incomplete;
}

function optionsOf(world: World, words: KeepWords): OfflineOptions {
  const now = () => new Date(world.now());
  return {
    ...placesOf(words),
    configFolder: process.env.XDG_CONFIG_HOME ?? join(process.env.HOME ?? '/', '.config'),
    holder: { pid: process.pid, startedAt: now() },
    now,
    newId,
    random: world.random,
  };
}
