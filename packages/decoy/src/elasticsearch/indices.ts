// The honey tables as indices, and what the cluster tells of them.

import { createHash } from 'node:crypto';
import { globMatches } from '../glob.ts';
import { type Honey, type HoneyTable, type HoneyType, rowObject } from '../honey/honey.ts';
import type { Source } from './query.ts';

export interface Index {
  readonly name: string;
  readonly uuid: string;
  /** The honey table that it is; undefined for what a visitor made. */
  readonly table?: HoneyTable;
  readonly documents: readonly Source[];
  readonly bytes: number;
}

const known = new WeakMap<Honey, readonly Index[]>();

export function indicesOf(honey: Honey): readonly Index[] {
  const before = known.get(honey);
  if (before) return before;
  const indices = honey.tables.map((table, place): Index => {
    const documents = table.rows.map((row) => rowObject(table, row));
    const uuid = createHash('sha256')
      .update(`index ${table.name} ${table.rows[0]?.[1] ?? place}`)
      .digest('base64url')
      .slice(0, 22);
    return { name: table.name, uuid, table, documents, bytes: JSON.stringify(documents).length };
  });
  known.set(honey, indices);
  return indices;
}

/** Of a path: names and patterns with commas between them; nothing and `_all` are all. */
export function chosen(indices: readonly Index[], text: string): readonly Index[] {
  if (text === '' || text === '_all') return indices;
  const patterns = text.split(',', 32);
  return indices.filter(({ name }) => patterns.some((pattern) => globMatches(pattern.slice(0, 256), name)));
}

const TYPES: Readonly<Record<HoneyType, unknown>> = {
  integer: { type: 'long' },
  number: { type: 'float' },
  text: { type: 'text', fields: { keyword: { type: 'keyword', ignore_above: 256 } } },
  uuid: { type: 'keyword' },
  time: { type: 'date', format: 'yyyy-MM-dd HH:mm:ss' },
};

export function mappingOf({ table, documents }: Index): unknown {
  if (table) return { properties: Object.fromEntries(table.columns.map(({ name, type }) => [name, TYPES[type]])) };
  const fields = Object.entries(documents[0] ?? {}).slice(0, 100);
  const guessed = fields.map(([name, value]) => [name, TYPES[typeof value === 'number' ? 'integer' : 'text']]);
  return fields.length === 0 ? {} : { properties: Object.fromEntries(guessed) };
}

export function settingsOf({ name, uuid }: Index, created: number): unknown {
  return {
    index: {
      creation_date: String(created),
      number_of_shards: '1',
      number_of_replicas: '1',
      uuid,
      version: { created: '7170999' },
      provided_name: name,
    },
  };
}

export function bytesText(bytes: number): string {
  return bytes < 1024
    ? `${bytes}b`
    : bytes < 1 << 20
      ? `${(bytes / 1024).toFixed(1)}kb`
      : `${(bytes / (1 << 20)).toFixed(1)}mb`;
}

/** The columns of `_cat/indices` in their order. */
export function catRow({ name, uuid, documents, bytes }: Index, inBytes: boolean): Readonly<Record<string, string>> {
  const size = inBytes ? String(bytes) : bytesText(bytes);
  return {
    health: 'yellow',
    status: 'open',
    index: name,
    uuid,
    pri: '1',
    rep: '1',
    'docs.count': String(documents.length),
    'docs.deleted': '0',
    'store.size': size,
    'pri.store.size': size,
  };
}
