// The key that signs the log of a register: read from its file, or made where a register begins.
import { join } from 'node:path';
import { createSigningKey, readKeyFile, type SigningKey, writeKeyFile } from '@vigie/evidence';
import { UsageFault } from '../exit-codes.ts';
import type { World } from '../world.ts';
import { isThere } from './folder.ts';
import type { RegisterPlace } from './options.ts';

/** The origin of the logs of registers; a log is told from another by its key. */
const ORIGIN = 'vigie/register';

export interface RegisterKey {
  readonly key: SigningKey;
  /** What has to be told of a key that was made just now. */
  readonly notice?: string;
}

/**
 * The key of a register.
 *
 * @param begins whether there is no register yet, so that a key may be made
 */
export async function registerKey(world: World, place: RegisterPlace, begins: boolean): Promise<RegisterKey> {
  const path = place.key ?? join(place.register, 'register.key');
  if (await isThere(path)) {
    const key = await readKeyFile(path, ORIGIN).catch(() => undefined);
    if (key === undefined) throw new UsageFault('--key', `${path} holds no Ed25519 key (PEM), or cannot be read`);
    return { key };
  }
  if (!begins)
    throw new UsageFault('--key', `${path} is not there; give the file of the key with which this register began`);
  const key = createSigningKey(ORIGIN, world.random(32));
  try {
    await writeKeyFile(path, key);
  } catch (error) {
    throw new UsageFault('--key', `cannot write ${path} (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`);
  }
  const notice = `a signing key was made in ${path}. Whoever has it can write another history of this register: keep a copy in a safe place, move it away from the folder, and name it with --key. Its public part is ${key.verifier.text}`;
  return { key, notice };
}
