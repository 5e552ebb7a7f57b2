// What one address sees of the decoy MongoDB: databases and collections, without those that it dropped and with what it stored.
import { type Document, deserialize, ObjectId, serialize } from 'bson';
import { createSeen } from '../view.ts';
import { type Collection, collectionsOf } from './collections.ts';
import type { Guest } from './guest.ts';

export type Databases = ReadonlyMap<string, ReadonlyMap<string, Collection>>;

const states = createSeen(({ honey }) => {
  const collections = new Map(collectionsOf(honey).map((one) => [one.name, one]));
  return { databases: new Map([[honey.database, collections]]) as Databases };
});

export function databasesOf({ setting }: Guest): Databases {
  return states.of(setting).databases;
}

export function inDatabase(guest: Guest, database: string): readonly Collection[] {
  return [...(databasesOf(guest).get(database)?.values() ?? [])];
}

export function collection(guest: Guest, database: string, name: unknown): Collection | undefined {
  return typeof name === 'string' ? databasesOf(guest).get(database)?.get(name) : undefined;
}

/** Longer names than MongoDB's own are no names. */
const MAX_NAME = 120;

/** @param documents the collection's new ones; undefined where it is gone @param bytes of what is new in them */
export function hold(
  guest: Guest,
  database: string,
  name: string,
  documents: readonly Document[] | undefined,
  bytes: number,
): void {
  if (database.length > MAX_NAME || name.length > MAX_NAME) return;
  const databases = new Map(databasesOf(guest));
  const collections = new Map(databases.get(database));
  const before = collections.get(name);
  if (!documents) collections.delete(name);
  else {
    const share = before && before.documents.length > 0 ? before.bytes / before.documents.length : 260;
    const isOwn = before?.isOwn ?? true;
    collections.set(name, { name, documents, bytes: Math.round(share * documents.length), isOwn });
  }
  if (collections.size > 0) databases.set(database, collections);
  else databases.delete(database);
  states.change(guest.setting, { databases }, bytes);
}

export function dropDatabase(guest: Guest, database: string): void {
  const databases = new Map(databasesOf(guest));
  if (databases.delete(database)) states.change(guest.setting, { databases }, 0);
}

/** Copies of their own, with an id each as servers give them, and the bytes of all of them. */
export function ownDocuments(documents: readonly unknown[]): {
  readonly documents: Document[];
  readonly bytes: number;
} {
  let bytes = 0;
  const copies = documents.flatMap((one): Document[] => {
    if (typeof one !== 'object' || one === null) return [];
    const written = serialize({ ...('_id' in one ? {} : { _id: new ObjectId() }), ...one });
    bytes += written.length;
    return [deserialize(written)];
  });
  return { documents: copies, bytes };
}
