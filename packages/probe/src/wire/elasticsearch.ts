// What Elasticsearch and OpenSearch answer, as types: the greeting, errors, the listing of indices, counts and mappings.
// https://www.elastic.co/docs/api/doc/elasticsearch/ and https://docs.opensearch.org/latest/api-reference/
import * as v from 'valibot';
import { type Column, column } from '../inventory.ts';
import { Ended } from '../line.ts';
import type { Answer } from './http.ts';

const text = v.fallback(v.optional(v.string()), undefined);

const rootSchema = v.looseObject({
  cluster_name: text,
  tagline: v.string(),
  version: v.looseObject({ number: text, lucene_version: text, distribution: text, build_flavor: text }),
});

export function readRoot(answer: Answer) {
  const root = answer.status === 200 ? answer.json(rootSchema) : undefined;
  if (root?.version.number === undefined) return undefined;
  // CrateDB answers in the same shape, without a tagline; other kin (Easysearch) name themselves as a distribution.
  return root.version.lucene_version !== undefined || root.version.distribution !== undefined ? root : undefined;
}

export const errorSchema = v.looseObject({
  error: v.looseObject({
    type: text,
    reason: text,
    root_cause: v.fallback(v.optional(v.array(v.looseObject({ type: text }))), undefined),
  }),
});

export const xpackSchema = v.looseObject({
  features: v.looseObject({ security: v.looseObject({ enabled: v.boolean() }) }),
});
export const pluginsSchema = v.array(v.looseObject({ component: v.string() }));
export const privilegesSchema = v.looseObject({
  cluster: v.array(v.string()),
  indices: v.array(v.looseObject({ privileges: v.array(v.string()) })),
});
export const authinfoSchema = v.looseObject({ user_name: v.string(), roles: v.array(v.string()) });

const catSchema = v.array(
  v.looseObject({
    index: v.string(),
    'docs.count': v.fallback(v.nullish(v.string()), undefined),
    'pri.store.size': v.fallback(v.nullish(v.string()), undefined),
  }),
);
const countSchema = v.looseObject({
  count: v.pipe(v.number(), v.minValue(0)),
  _shards: v.looseObject({ total: v.number() }),
});

export interface Index {
  readonly name: string;
  /** Absent for a closed index. */
  readonly rows: number | undefined;
  readonly bytes: number | undefined;
}

export function readIndices(answer: Answer | Ended): readonly Index[] | undefined {
  if (answer instanceof Ended || answer.status !== 200) return undefined;
  return answer.json(catSchema)?.map((entry) => ({
    name: entry.index,
    rows: numberOf(entry['docs.count']),
    bytes: numberOf(entry['pri.store.size']),
  }));
}

export function readCount(answer: Answer | Ended): { count: number; shards: number } | undefined {
  const read = answer instanceof Ended || answer.status !== 200 ? undefined : answer.json(countSchema);
  return read && { count: read.count, shards: read._shards.total };
}

function numberOf(digits: string | null | undefined): number | undefined {
  return digits && /^\d{1,15}$/.test(digits) ? Number(digits) : undefined;
}

const mappingSchema = v.record(v.string(), v.looseObject({ mappings: v.record(v.string(), v.unknown()) }));

export function mappingsOf(answer: Answer | Ended): Map<string, readonly Column[]> | undefined {
  const read = answer instanceof Ended || answer.status !== 200 ? undefined : answer.json(mappingSchema);
  if (!read) return undefined;
  return new Map(
    Object.entries(read).map(([index, { mappings }]) => {
      // Before version 7 the fields stood under the name of a type; several types share the fields of an index.
      const types = 'properties' in mappings ? [mappings] : Object.values(mappings);
      const fields = new Map(types.flatMap((type) => [...fieldsOf(type, '')]).map((field) => [field.name, field]));
      return [index, [...fields.values()]] as const;
    }),
  );
}

const fieldSchema = v.looseObject({
  type: text,
  properties: v.fallback(v.optional(v.record(v.string(), v.unknown())), undefined),
});

/** Fields with dots for those of objects; a nested object is itself a column, since its parts are documents of their own. */
function* fieldsOf(value: unknown, prefix: string): Generator<Column> {
  const field = v.safeParse(fieldSchema, value);
  for (const [name, part] of Object.entries((field.success && field.output.properties) || {})) {
    const about = v.safeParse(fieldSchema, part);
    if (about.success && about.output.type !== undefined) yield column(prefix + name, about.output.type);
    yield* fieldsOf(part, `${prefix}${name}.`);
  }
}
