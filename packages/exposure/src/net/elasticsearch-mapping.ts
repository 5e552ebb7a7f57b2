// Mappings of Elasticsearch and OpenSearch: which fields an index knows, and by which of them it can count.
// https://www.elastic.co/docs/reference/elasticsearch/mapping-reference/
export interface MappedField {
  readonly name: string;
  readonly type: string;
  /** The field that holds its values as they are, in columns, so that they can be counted. */
  readonly countedBy?: string;
  /** Values may be missing there: longer ones are not kept in columns. */
  readonly mayLack?: true;
}

export interface Mapping {
  readonly fields: readonly MappedField[];
  /** Documents may hold fields that are not mapped: they are kept, and only reading finds them. */
  readonly isOpen: boolean;
}

/** More fields or a deeper nesting than any honest index has: the default limits are 1,000 and 20. */
const MOST_FIELDS = 20_000;
const DEEPEST = 24;

/** Types whose values come out of an aggregation as they went in. */
const COUNTABLE = /^(?:keyword|constant_keyword|ip|long|integer|short|byte|unsigned_long|boolean)$/;

/** Reads the mapping of one index, `{"mappings": …}`; before release 7 its fields stand below the name of a type. */
export function readMapping(told: unknown): Mapping | undefined {
  const mappings = recordOf(recordOf(told)?.mappings);
  if (!mappings) return undefined;
  const types = Object.entries(mappings).filter(([, each]) => recordOf(each)?.properties !== undefined);
  const isTyped = !('properties' in mappings) && types.length > 0;
  const fields = new Map<string, MappedField>();
  let isOpen = false;
  for (const root of isTyped ? types.map(([, each]) => each) : [mappings]) {
    isOpen = walk(root, { path: '', depth: 0, isNested: false }, fields) || isOpen;
  }
  return { fields: [...fields.values()], isOpen };
}

interface Place {
  readonly path: string;
  readonly depth: number;
  /** Below a list of objects that are documents of their own to the index. */
  readonly isNested: boolean;
}

/** @returns whether documents may hold what is not mapped */
function walk(told: unknown, { path, depth, isNested }: Place, fields: Map<string, MappedField>): boolean {
  const field = recordOf(told);
  if (!field || fields.size >= MOST_FIELDS || depth > DEEPEST) return true;
  const { type, dynamic, enabled } = field;
  const properties = recordOf(field.properties);
  const isObject = properties !== undefined || type === undefined || type === 'object' || type === 'nested';
  if (!isObject) {
    if (type !== 'alias') fields.set(path, mapped(path, field, isNested));
    return type === 'flattened' || type === 'flat_object';
  }
  let isOpen = ['false', 'runtime'].includes(String(dynamic)) || String(enabled) === 'false';
  for (const [key, inner] of Object.entries(properties ?? {})) {
    const below = {
      path: path === '' ? key : `${path}.${key}`,
      depth: depth + 1,
      isNested: isNested || type === 'nested',
    };
    isOpen = walk(inner, below, fields) || isOpen;
  }
  return isOpen;
}

function mapped(name: string, field: Readonly<Record<string, unknown>>, isNested: boolean): MappedField {
  const bare = { name, type: String(field.type).slice(0, 100) };
  if (isNested) return bare;
  for (const [suffix, told] of [['', field] as const, ...Object.entries(recordOf(field.fields) ?? {})]) {
    const { type, doc_values, normalizer, ignore_above } = recordOf(told) ?? {};
    // A normaliser changes values before they are kept, so that different ones count as one.
    if (!COUNTABLE.test(String(type)) || String(doc_values) === 'false' || normalizer !== undefined) continue;
    const countedBy = suffix === '' ? name : `${name}.${suffix}`;
    return { ...bare, countedBy, ...(ignore_above !== undefined && { mayLack: true as const }) };
  }
  return bare;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}
