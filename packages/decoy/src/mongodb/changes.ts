// Commands that change something: what they leave is so for the address that sent them.
import type { Document } from 'bson';
import { testOf } from './filter.ts';
import { numberOf, recordOf, textOf } from './foreign.ts';
import type { Guest } from './guest.ts';
import type { Outcome } from './outcome.ts';
import { collection, databasesOf, dropDatabase, hold, ownDocuments } from './state.ts';

type Change = (guest: Guest, database: string, command: Document, name: string) => Document;

const MAX_ITEMS = 10_000;

function items(list: unknown): readonly unknown[] {
  return Array.isArray(list) ? list.slice(0, MAX_ITEMS) : [];
}

const insert: Change = (guest, database, command, name) => {
  const target = textOf(command[name]);
  const given = items(command.documents);
  const { documents, bytes } = ownDocuments(given);
  hold(guest, database, target, [...(collection(guest, database, target)?.documents ?? []), ...documents], bytes + 64);
  return { n: given.length };
};

const remove: Change = (guest, database, command, name) => {
  const target = textOf(command[name]);
  let n = 0;
  for (const one of items(command.deletes).slice(0, 100)) {
    const { q, limit } = recordOf(one);
    const all = collection(guest, database, target)?.documents ?? [];
    const test = testOf(q);
    const most = numberOf(limit) === 1 ? 1 : all.length;
    let gone = 0;
    const kept = all.filter((document) => {
      const goes = gone < most && test !== undefined && test(document);
      if (goes) gone += 1;
      return !goes;
    });
    n += gone;
    if (gone > 0) hold(guest, database, target, kept, 0);
  }
  return { n };
};

/** What `$set` sets is set, or put in where nothing fits and `upsert` says so; other operators are counted alone. */
const update: Change = (guest, database, command, name) => {
  const target = textOf(command[name]);
  let [n, nModified] = [0, 0];
  const upserted: Document[] = [];
  items(command.updates)
    .slice(0, 100)
    .forEach((one, index) => {
      const { q, u, multi, upsert } = recordOf(one);
      const all = collection(guest, database, target)?.documents ?? [];
      const test = testOf(q);
      const fitting = new Set(test ? all.filter(test).slice(0, multi === true ? undefined : 1) : []);
      n += fitting.size;
      nModified += fitting.size;
      const change = recordOf(u);
      const isWhole = Object.keys(change).every((key) => !key.startsWith('$'));
      const fields = isWhole ? change : recordOf(change.$set);
      if (fitting.size > 0) {
        const next = all.map((document) =>
          fitting.has(document) ? { ...(isWhole ? { _id: document._id } : document), ...fields } : document,
        );
        hold(guest, database, target, next, ownDocuments([fields]).bytes * fitting.size);
      } else if (upsert === true) {
        const { documents, bytes } = ownDocuments([{ ...(isWhole ? {} : recordOf(q)), ...fields }]);
        hold(guest, database, target, [...all, ...documents], bytes + 64);
        n += 1;
        upserted.push({ index, _id: documents[0]?._id });
      }
    });
  return { n, nModified, ...(upserted.length > 0 && { upserted }) };
};

const dropOne: Change = (guest, database, command, name) => {
  const target = textOf(command[name]);
  if (!collection(guest, database, target))
    return { ok: 0, errmsg: 'ns not found', code: 26, codeName: 'NamespaceNotFound' };
  hold(guest, database, target, undefined, 0);
  return { nIndexesWas: 1, ns: `${database}.${target}` };
};

const dropAll: Change = (guest, database) => {
  const isThere = databasesOf(guest).has(database);
  dropDatabase(guest, database);
  return isThere ? { dropped: database } : {};
};

const create: Change = (guest, database, command, name) => {
  const target = textOf(command[name]);
  if (collection(guest, database, target))
    return {
      ok: 0,
      errmsg: `Collection already exists. NS: ${database}.${target.slice(0, 120)}`,
      code: 48,
      codeName: 'NamespaceExists',
    };
  hold(guest, database, target, [], 64 + target.length);
  return {};
};

const rename: Change = (guest, _, command, name) => {
  const [from, to] = [textOf(command[name]), textOf(command.to)].map((one): [string, string] => {
    const dot = one.indexOf('.');
    return [one.slice(0, dot), one.slice(dot + 1)];
  });
  const before = from && collection(guest, from[0], from[1]);
  if (!before || !from || !to)
    return { ok: 0, errmsg: 'Source collection does not exist', code: 26, codeName: 'NamespaceNotFound' };
  hold(guest, to[0], to[1], before.documents, to.join('.').length + 64);
  hold(guest, from[0], from[1], undefined, 0);
  return {};
};

const CHANGES: Readonly<Record<string, { readonly intent: 'write' | 'destroy'; readonly run: Change }>> = {
  insert: { intent: 'write', run: insert },
  update: { intent: 'write', run: update },
  findandmodify: { intent: 'write', run: () => ({ lastErrorObject: { n: 0, updatedExisting: false }, value: null }) },
  create: { intent: 'write', run: create },
  createindexes: {
    intent: 'write',
    run: () => ({ numIndexesBefore: 1, numIndexesAfter: 2, createdCollectionAutomatically: false }),
  },
  createuser: { intent: 'write', run: () => ({}) },
  renamecollection: { intent: 'write', run: rename },
  fsync: { intent: 'write', run: () => ({ numFiles: 1 }) },
  setparameter: { intent: 'write', run: () => ({ was: 0 }) },
  delete: { intent: 'destroy', run: remove },
  drop: { intent: 'destroy', run: dropOne },
  dropdatabase: { intent: 'destroy', run: dropAll },
  dropindexes: { intent: 'destroy', run: () => ({ nIndexesWas: 2 }) },
};

/** How notes of extortion are called that attackers leave in place of the data. */
const NOTE = /read.?me|warning|recover|how.?to|your.?data|bitcoin|btc|ransom|meow/i;

/** @returns undefined where the command changes nothing */
export function changed(guest: Guest, database: string, command: Document, name: string): Outcome | undefined {
  const key = name.toLowerCase();
  const change = Object.hasOwn(CHANGES, key) ? CHANGES[key] : undefined;
  if (!change) return undefined;
  const { intent, run } = change;
  const given = command.documents ?? command.updates;
  const target = textOf(command[name] ?? '');
  const isNote = intent === 'write' && (NOTE.test(target) || NOTE.test(JSON.stringify(given)?.slice(0, 4096) ?? ''));
  return {
    document: { ok: 1, ...run(guest, database, command, name) },
    intent: isNote ? 'destroy' : intent,
    words: isNote
      ? 'left a note as extortionists do'
      : intent === 'destroy'
        ? `destroyed data with ${name}`
        : `changed something with ${name}`,
  };
}
