// The key of a state: made once, outside of the folder that it seals, readable to its owner only.
import { createHash } from 'node:crypto';
import { mkdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { UsageFault } from '../exit-codes.ts';
import { writePrivate } from '../files.ts';
import type { World } from '../world.ts';

const KEY_BYTES = 32;

export interface StateKey {
  readonly path: string;
  readonly key: Buffer;
  /** It was made just now, which its owner has to be told of. */
  readonly isNew: boolean;
}

/**
 * @param folder of the state, which is there
 * @param configFolder where keys are kept if nothing is said
 * @throws UsageFault where it lies inside of the folder, is open to others, or is no key
 */
export async function stateKey(
  world: World,
  folder: string,
  said: string | undefined,
  configFolder: string,
): Promise<StateKey> {
  const real = await realpath(folder);
  const name = createHash('sha256').update(real).digest('hex').slice(0, 16);
  const path = resolve(said ?? join(configFolder, 'vigie', 'keys', `watch-${name}.key`));
  if (path.startsWith(`${real}${sep}`)) {
    throw new UsageFault(
      '--key-file',
      `${path} lies inside of the folder that it seals; keep it elsewhere, so that whoever copies the one has not got the other`,
    );
  }
  const found = await readKey(path);
  if (found) return { path, key: found, isNew: false };
  const key = Buffer.from(world.random(KEY_BYTES));
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writePrivate(path, `${key.toString('hex')}\n`, false);
  return { path, key, isNew: true };
}

async function readKey(path: string): Promise<Buffer | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return undefined;
  if ((found.mode & 0o077) !== 0) throw new UsageFault('--key-file', `${path} can be read by others; chmod 600 it`);
  const key = Buffer.from((await readFile(path, 'utf8')).trim(), 'hex');
  if (key.length !== KEY_BYTES)
    throw new UsageFault('--key-file', `${path} holds no key: 64 hexadecimal digits are expected`);
  return key;
}
