// What `vigie classify` reads: files, folders, standard input, or one store.
import { type InputFile, inputOfFile, inputOfStream, isStoreUrl, type SourceFault, walk } from '@vigie/exposure';
import { UsageFault } from '../exit-codes.ts';
import { plural } from '../formats/words.ts';
import type { World } from '../world.ts';
import { createPathNames, shownPath } from './shown-names.ts';

export interface FileInputs {
  readonly files: readonly InputFile[];
  /** Folders that could not be read. */
  readonly faults: readonly SourceFault[];
  /** What was left out and why, in words. */
  readonly left: readonly string[];
}

export interface PathOptions {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** The URL of a store among the words, which then is the only one. */
export function storeUrlAmong(words: readonly string[]): string | undefined {
  const url = words.find(isStoreUrl);
  if (url !== undefined && words.length > 1) {
    throw new UsageFault('paths', 'a store is classified by itself: give one URL, and nothing beside it');
  }
  return url;
}

/** All files of the words, in their order; nothing of them is read yet. */
export async function filesAmong(
  words: readonly string[],
  options: PathOptions,
  world: Pick<World, 'in'>,
): Promise<FileInputs> {
  if (words.length === 0) {
    throw new UsageFault('paths', 'name at least one, as in: vigie classify ./logs (or - for standard input)');
  }
  const files = new Map<string, InputFile>();
  const faults: SourceFault[] = [];
  const left = new Map<string, number>();
  const nameOf = createPathNames();
  for (const word of words) {
    if (word === '-') {
      if (!files.has(word)) files.set(word, inputOfStream(world.in, '-'));
      continue;
    }
    const found = await walk(word, options);
    if (!found) throw new UsageFault('paths', `${word}: there is no such file or folder; nothing was read`);
    for (const file of found.files)
      if (!files.has(file.path)) files.set(file.path, inputOfFile(file, nameOf(file.path)));
    faults.push(...found.faults.map((fault) => ({ ...fault, where: shownPath(fault.where) })));
    for (const [why, count] of found.left) left.set(why, (left.get(why) ?? 0) + count);
  }
  return {
    files: [...files.values()],
    faults,
    left: [...left].map(([why, count]) => `${plural(count, 'entry', 'entries')}: ${why}`),
  };
}
