// What one address sees of the decoy Elasticsearch: indices without those that it deleted, and with what it stored.
import { createHash } from 'node:crypto';
import type { Setting } from '../decoy.ts';
import { createSeen } from '../view.ts';
import { type Index, indicesOf } from './indices.ts';
import { nameSource, type Source } from './query.ts';

const states = createSeen(({ honey }) => ({ indices: indicesOf(honey) }));

export function indicesFor(setting: Setting): readonly Index[] {
  return states.of(setting).indices;
}

const MAX_NAME = 255;

/** A name that an index may have. https://www.elastic.co/guide/en/elasticsearch/reference/7.17/indices-create-index.html#indices-create-api-path-params */
export function isIndexName(name: string): boolean {
  return name.length <= MAX_NAME && /^[^-_+A-Z\\/*?"<>| ,#][^A-Z\\/*?"<>| ,#]*$/.test(name);
}

export function createIndex(setting: Setting, name: string): void {
  const indices = indicesFor(setting);
  if (indices.some((one) => one.name === name) || !isIndexName(name)) return;
  const uuid = createHash('sha256').update(`index ${name} ${setting.since}`).digest('base64url').slice(0, 22);
  states.change(setting, { indices: [...indices, { name, uuid, documents: [], bytes: 226 }] }, name.length + 64);
}

/** Makes the index where it is not there, as Elasticsearch does. */
export function storeDocuments(
  setting: Setting,
  index: string,
  added: readonly { id: string; source: Source }[],
): void {
  createIndex(setting, index);
  const bytes = Buffer.byteLength(JSON.stringify(added)) + added.length * 32;
  for (const { source, id } of added) nameSource(source, id);
  const indices = indicesFor(setting).map((one) =>
    one.name === index
      ? { ...one, documents: [...one.documents, ...added.map(({ source }) => source)], bytes: one.bytes + bytes }
      : one,
  );
  states.change(setting, { indices }, bytes);
}

/** Documents of the honey rows, or the visitor's own, in another index: the same ones, so they take no room. */
export function shareDocuments(setting: Setting, index: string, documents: readonly Source[]): void {
  createIndex(setting, index);
  const indices = indicesFor(setting).map((one) =>
    one.name === index ? { ...one, documents: [...one.documents, ...documents], bytes: documents.length * 260 } : one,
  );
  states.change(setting, { indices }, 0);
}

export function dropIndices(setting: Setting, gone: readonly Index[]): void {
  states.change(setting, { indices: indicesFor(setting).filter((one) => !gone.includes(one)) }, 0);
}

/** @returns how many documents went */
export function dropDocuments(setting: Setting, from: readonly Index[], fits: (source: Source) => boolean): number {
  let count = 0;
  const indices = indicesFor(setting).map((one) => {
    if (!from.includes(one)) return one;
    const documents = one.documents.filter((source) => !fits(source));
    count += one.documents.length - documents.length;
    return { ...one, documents, bytes: Math.round((one.bytes * documents.length) / Math.max(1, one.documents.length)) };
  });
  if (count > 0) states.change(setting, { indices }, 0);
  return count;
}
