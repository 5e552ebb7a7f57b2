// The honey tables as collections of documents.

import { createHash } from 'node:crypto';
import { type Document, Double, Int32, ObjectId } from 'bson';
import type { Honey, HoneyTable, HoneyType, HoneyValue } from '../honey/honey.ts';

export interface Collection {
  readonly name: string;
  readonly documents: readonly Document[];
  readonly bytes: number;
  /** Made by the visitor. */
  readonly isOwn: boolean;
}

const known = new WeakMap<Honey, readonly Collection[]>();

export function collectionsOf(honey: Honey): readonly Collection[] {
  const before = known.get(honey);
  if (before) return before;
  const collections = honey.tables.map((table): Collection => {
    const documents = table.rows.map((row) => documentOf(table, row));
    return { name: table.name, documents, bytes: JSON.stringify(table.rows).length, isOwn: false };
  });
  known.set(honey, collections);
  return collections;
}

function documentOf({ name, columns }: HoneyTable, row: readonly HoneyValue[]): Document {
  const id = createHash('sha256').update(`${name} ${row[1]}`).digest('hex').slice(0, 24);
  const fields = columns.map(({ name: field, type }, place) => [field, bsonOf(type, row[place] ?? '')] as const);
  return { _id: new ObjectId(id), ...Object.fromEntries(fields) };
}

function bsonOf(type: HoneyType, value: HoneyValue): unknown {
  if (type === 'integer') return new Int32(Number(value));
  if (type === 'number') return new Double(Number(value));
  return type === 'time' ? new Date(`${String(value).replace(' ', 'T')}Z`) : value;
}
