// Folders of rules that the operator named: read again when something in them changes, as an update of a collection does.
import { type FSWatcher, watch } from 'node:fs';
import type { Room } from '../../room.ts';
import type { RuleBook } from './rule-book.ts';

/** An update writes thousands of files; it is over when nothing came for so long. */
const SETTLED_MS = 2000;

/** @returns how to stop */
export function watchFolders(
  room: Pick<Room, 'settings' | 'log'>,
  book: Pick<RuleBook, 'readAgain' | 'catalogue'>,
): () => void {
  const { watchRules } = room.settings;
  if (watchRules.length === 0) return () => {};
  let settled: NodeJS.Timeout | undefined;
  const tell = async () => {
    const { rules, notes } = await book.catalogue();
    const broken = rules.filter(({ origin, state }) => origin === 'folder' && state === 'broken').length;
    if (broken > 0) room.log.warn(`${broken} rules do not compile and are left out; the page Rules says which and why`);
    for (const note of notes.filter((one) => watchRules.some((folder) => one.startsWith(folder)))) room.log.warn(note);
  };
  const mistake = (error: unknown) => room.log.mistake(error, { part: 'folders of rules' });
  const readAgain = async () => {
    await book.readAgain();
    await tell();
  };
  const watchers: FSWatcher[] = watchRules.flatMap((folder) => {
    try {
      const watcher = watch(folder, { recursive: true, persistent: false }, () => {
        clearTimeout(settled);
        settled = setTimeout(() => void readAgain().catch(mistake), SETTLED_MS).unref();
      });
      watcher.on('error', () => watcher.close());
      return [watcher];
    } catch {
      // A folder that is away is told of with the rules; it is read again when somebody asks for it.
      return [];
    }
  });
  void tell().catch(mistake);
  return () => {
    clearTimeout(settled);
    for (const watcher of watchers) watcher.close();
  };
}
