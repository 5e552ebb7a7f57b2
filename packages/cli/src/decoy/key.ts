// The key of honeytokens: made once, readable to its owner only. Decoys, tokens, `vigie watch` and `vigie detect` share it.
import { mkdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { UsageFault } from '../exit-codes.ts';
import { writePrivate } from '../files.ts';
import type { World } from '../world.ts';

const KEY_BYTES = 32;

export interface TokenKey {
  readonly path: string;
  readonly key: Buffer;
  /** It was made just now, which its owner has to be told of. */
  readonly isNew: boolean;
}

/** Where the key is if nothing is said. @param configFolder of the user: `~/.config` */
export function usualTokenKey(configFolder: string): string {
  return join(configFolder, 'vigie', 'keys', 'honeytokens.key');
}

/** The key, made where it is not there. @throws UsageFault where it is open to others, is no key, or cannot be made */
export async function tokenKey(world: World, said: string | undefined, configFolder: string): Promise<TokenKey> {
  const path = resolve(said ?? usualTokenKey(configFolder));
  const found = await readTokenKey(path);
  if (found) return { path, key: found, isNew: false };
  const key = Buffer.from(world.random(KEY_BYTES));
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writePrivate(path, `${key.toString('hex')}\n`, false);
  } catch (error) {
    // Two that begin at once: the one that came first has made it.
    const made = await readTokenKey(path);
    if (made) return { path, key: made, isNew: false };
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    throw new UsageFault('--key-file', `${path} cannot be made (${code})`);
  }
  return { path, key, isNew: true };
}

/** @returns undefined where there is none @throws UsageFault where it is open to others, or is no key */
export async function readTokenKey(path: string): Promise<Buffer | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return undefined;
  if (!found.isFile()) throw new UsageFault('--key-file', `${path} is no file`);
  if ((found.mode & 0o077) !== 0) throw new UsageFault('--key-file', `${path} can be read by others; chmod 600 it`);
  const key = Buffer.from((await readFile(path, 'utf8')).trim(), 'hex');
  if (key.length !== KEY_BYTES) {
    throw new UsageFault('--key-file', `${path} holds no key: 64 hexadecimal digits are expected`);
  }
  return key;
}

/** Of the user whose process this is. */
export function configFolder(): string {
  return process.env.XDG_CONFIG_HOME ?? join(process.env.HOME ?? '/', '.config');
}
