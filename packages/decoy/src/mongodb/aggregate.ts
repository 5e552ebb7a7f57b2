// Pipelines over honey documents: the stages that shells, dumpers and visitors send. https://www.mongodb.com/docs/manual/reference/operator/aggregation/
import type { Document } from 'bson';
import { testOf } from './filter.ts';
import { numberOf, recordOf } from './foreign.ts';

const MAX_STAGES = 16;

/** @returns undefined for a stage that is not known here */
export function aggregated(
  documents: readonly Document[],
  pipeline: readonly unknown[],
): readonly Document[] | undefined {
  if (pipeline.length > MAX_STAGES) return undefined;
  let current: readonly Document[] | undefined = documents;
  for (const stage of pipeline) {
    const [entry, ...more] = typeof stage === 'object' && stage !== null ? Object.entries(stage) : [];
    if (!entry || more.length > 0 || !current) return undefined;
    current = stepped(current, entry[0], entry[1]);
  }
  return current;
}

function stepped(documents: readonly Document[], name: string, about: unknown): readonly Document[] | undefined {
  const number = Math.max(0, Math.trunc(numberOf(about)) || 0);
  switch (name) {
    case '$match': {
      const test = testOf(about);
      return test && documents.filter(test);
    }
    case '$limit':
      return documents.slice(0, number);
    case '$skip':
      return documents.slice(number);
    case '$count':
      return typeof about === 'string' && documents.length > 0 ? [{ [about]: documents.length }] : [];
    case '$sample':
      return documents.slice(0, Math.max(0, numberOf(recordOf(about).size) || 0));
    case '$sort':
      return sorted(documents, about);
    case '$project':
      return documents.map((one) => projected(one, about));
    case '$group':
      return grouped(documents, recordOf(about));
    default:
      return undefined;
  }
}

/** By one `_id`, with sums of ones: how visitors count. */
function grouped(documents: readonly Document[], { _id: by, ...sums }: Document): readonly Document[] | undefined {
  const field = typeof by === 'string' && by.startsWith('$') ? by.slice(1) : undefined;
  const isSum = (value: unknown) => recordOf(value).$sum === 1 || Object.hasOwn(recordOf(value), '$count');
  if (!Object.values(sums).every(isSum)) return undefined;
  const groups = new Map<unknown, number>();
  for (const one of documents) {
    const value = field === undefined ? null : (one[field] ?? null);
    const key = typeof value === 'object' && value !== null ? String(value) : value;
    groups.set(key, (groups.get(key) ?? 0) + 1);
  }
  return [...groups].map(([id, count]) => ({
    _id: id,
    ...Object.fromEntries(Object.keys(sums).map((name) => [name, count])),
  }));
}

export function sorted(documents: readonly Document[], order: unknown): readonly Document[] {
  const keys = Object.entries(recordOf(order)).slice(0, 4);
  if (keys.length === 0) return documents;
  return [...documents].sort((a, b) => {
    for (const [field, direction] of keys) {
      const [left, right] = [sortable(a[field]), sortable(b[field])];
      if (left !== right) return (left < right ? -1 : 1) * (numberOf(direction) < 0 ? -1 : 1);
    }
    return 0;
  });
}

function sortable(value: unknown): string | number {
  if (value instanceof Date) return value.getTime();
  const inner = recordOf(value).value;
  return typeof inner === 'number' ? inner : typeof value === 'number' ? value : String(value);
}

/** Fields that are wanted (1) or not (0); the id is unless it is said. */
export function projected(document: Document, projection: unknown): Document {
  const wanted = Object.entries(recordOf(projection));
  if (wanted.length === 0) return document;
  const isListed = wanted.some(([name, value]) => name !== '_id' && Boolean(numberOf(value)));
  const said = new Map(wanted.map(([name, value]) => [name, Boolean(numberOf(value))]));
  const entries = Object.entries(document).filter(([name]) => said.get(name) ?? (name === '_id' ? true : !isListed));
  return Object.fromEntries(entries);
}
