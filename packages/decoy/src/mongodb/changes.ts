// Commands that would change something: answered as if it had been done, and nothing is kept.
import type { Document } from 'bson';
import { textOf } from './foreign.ts';
import type { Outcome } from './outcome.ts';

interface Change {
  readonly intent: 'write' | 'destroy';
  readonly answer: (count: number) => Document;
}

const wrote = (answer: Change['answer']): Change => ({ intent: 'write', answer });
const destroyed = (answer: Change['answer']): Change => ({ intent: 'destroy', answer });

const CHANGES: Readonly<Record<string, Change>> = {
  insert: wrote((n) => ({ n })),
  update: wrote((n) => ({ n, nModified: n })),
  findandmodify: wrote(() => ({ lastErrorObject: { n: 0, updatedExisting: false }, value: null })),
  create: wrote(() => ({})),
  createindexes: wrote(() => ({ numIndexesBefore: 1, numIndexesAfter: 2, createdCollectionAutomatically: false })),
  createuser: wrote(() => ({})),
  renamecollection: wrote(() => ({})),
  delete: destroyed((n) => ({ n })),
  drop: destroyed(() => ({ nIndexesWas: 1 })),
  dropdatabase: destroyed(() => ({})),
  dropindexes: destroyed(() => ({ nIndexesWas: 2 })),
};

/** How notes of extortion are called that attackers leave in place of the data. */
const NOTE = /read.?me|warning|recover|how.?to|your.?data|bitcoin|btc|ransom|meow/i;

/** @returns undefined where the command changes nothing */
export function changed(command: Document, name: string): Outcome | undefined {
  const key = name.toLowerCase();
  const change = Object.hasOwn(CHANGES, key) ? CHANGES[key] : undefined;
  if (!change) return undefined;
  const { intent, answer: told } = change;
  const items = command.documents ?? command.updates ?? command.deletes;
  const target = textOf(command[name] ?? '');
  const isNote = intent === 'write' && (NOTE.test(target) || NOTE.test(JSON.stringify(items)?.slice(0, 4096) ?? ''));
  return {
    document: { ...told(Array.isArray(items) ? items.length : 1), ok: 1 },
    intent: isNote ? 'destroy' : intent,
    words: isNote
      ? 'left a note as extortionists do'
      : intent === 'destroy'
        ? `destroyed data with ${name}`
        : `changed something with ${name}, of which nothing was kept`,
  };
}
