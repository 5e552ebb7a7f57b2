// The words of `vigie verify` as what the verifier takes; a file that is not what it has to be is a mistake in the argument.
import { parseCheckpoint, parseVerifierKey, readRoots, type VerifyOptions } from '@vigie/evidence';
import { UsageFault } from '../exit-codes.ts';
import { readText } from '../files.ts';

export interface VerifyWords {
  readonly checkpoint?: readonly string[];
  readonly key?: string;
  readonly timeRoots?: string;
  readonly format: 'text' | 'json';
}

export async function verifyOptionsOf({ checkpoint = [], key, timeRoots }: VerifyWords): Promise<VerifyOptions> {
  return {
    checkpoints: await Promise.all(checkpoint.map(readCheckpoint)),
    ...(key !== undefined && { key: await readKey(key) }),
    ...(timeRoots !== undefined && { timeRoots: await readTimeRoots(timeRoots) }),
  };
}

async function readCheckpoint(name: string) {
  const text = await readText('--checkpoint', name);
  if (parseCheckpoint(text) === undefined) {
    throw new UsageFault('--checkpoint', `${name} is no signed checkpoint (https://c2sp.org/tlog-checkpoint)`);
  }
  return { name, text, keptBy: 'caller' as const };
}

async function readKey(given: string) {
  const key = parseVerifierKey(given) ?? parseVerifierKey((await readText('--key', given)).trim());
  if (key === undefined) throw new UsageFault('--key', `${given} holds no key of the form name+hash+key`);
  return key;
}

async function readTimeRoots(path: string) {
  const roots = readRoots(await readText('--time-roots', path));
  if (roots === undefined) throw new UsageFault('--time-roots', `${path} holds no certificates in PEM`);
  return roots;
}
