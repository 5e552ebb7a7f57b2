// A mapping file: YAML, a document for each kind of record, the first that is meant for a record is taken.
//
//   class: datastore            # or http, api, authentication
//   product: shop-audit
//   when: { type: query }
//   fields: { time: ts, user: who.login, ip: client, query: sql, rows-returned: n }
//   dialect: postgresql
//   outcome: { field: ok, success: [true], failure: [false] }
//   activity: { field: op, values: { SEL: read, INS: write }, otherwise: query }
import { CORE_SCHEMA, loadAll, YAMLException } from 'js-yaml';
import type { Fields } from '../../events/event.ts';
import { isRecord } from '../../events/json-fields.ts';
import { quoted } from '../../sigma/rejection.ts';
import type { Dialect } from '../../sql/statement.ts';
import {
  ACTIVITIES,
  CLASSES,
  DIALECTS,
  FIELDS,
  type FieldValues,
  type MappedClass,
  type Mapping,
  NEEDED,
} from './mapping.ts';
import { type LineOf, yamlLines } from './yaml-lines.ts';

export interface MappingFault {
  /** In the file, from 1. */
  readonly line: number;
  readonly message: string;
}

const MAX_TEXT = 1024 * 1024;
const KEYS = ['class', 'product', 'service', 'category', 'when', 'fields', 'dialect', 'outcome', 'activity'];

/** Reads a mapping file. Every fault names its line, and what is known in its place. */
export function readMappings(text: string): {
  readonly mappings: readonly Mapping[];
  readonly faults: readonly MappingFault[];
} {
  const written = text.replace(/^\ufeff/, '');
  if (written.length > MAX_TEXT)
    return { mappings: [], faults: [{ line: 1, message: 'the file is larger than 1 MiB' }] };
  try {
    const lineOf = yamlLines(written);
    const documents = loadAll(written, { schema: CORE_SCHEMA, maxDepth: 32 });
    const faults: MappingFault[] = [];
    const mappings = documents.flatMap((document, at) => {
      if (document === null || document === undefined) return [];
      return createReader(lineOf, at, faults).mapping(document) ?? [];
    });
    if (documents.every((document) => document === null || document === undefined)) {
      faults.push({ line: 1, message: 'there is no mapping in the file' });
    }
    return { mappings: faults.length === 0 ? mappings : [], faults };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return {
      mappings: [],
      faults: [{ line: (error.mark?.line ?? 0) + 1, message: `it is not YAML: ${error.reason}` }],
    };
  }
}

type Path = readonly (string | number)[];

function createReader(lineOf: LineOf, at: number, faults: MappingFault[]) {
  const complain = (path: Path, message: string): undefined => {
    faults.push({ line: lineOf([at, ...path]), message });
    return undefined;
  };
  const oneOf = <T extends string>(value: unknown, known: readonly T[], path: Path): T | undefined =>
    known.find((one) => one === value) ?? complain(path, `${quoted(value)} is not one of ${known.join(', ')}`);
  const textIn = (document: Fields, key: string): string | undefined => {
    const value = document[key];
    if (value === undefined || (typeof value === 'string' && value !== '')) return value;
    return complain([key], `${key} is a text, not ${quoted(value)}`);
  };
  const keysOf = (map: Fields, known: readonly string[], path: Path): void => {
    for (const key of Object.keys(map)) {
      if (!known.includes(key)) complain([...path, key], `${quoted(key)} is not one of ${known.join(', ')}`);
    }
  };
  const mapIn = (document: Fields, key: string): Fields => {
    const value = document[key] ?? {};
    if (isRecord(value)) return value;
    complain([key], `${key} is a map, not ${quoted(value)}`);
    return {};
  };

  const fieldsOf = (document: Fields, kind: MappedClass): ReadonlyMap<string, string> => {
    const written = mapIn(document, 'fields');
    keysOf(written, FIELDS[kind], ['fields']);
    const fields = new Map<string, string>();
    for (const [name, path] of Object.entries(written)) {
      if (typeof path === 'string' && path !== '') fields.set(name, path);
      else complain(['fields', name], `${name} is the name of a field, not ${quoted(path)}`);
    }
    const needed = NEEDED[kind];
    if (fields.size === 0) complain(['fields'], `fields names no field; known are ${FIELDS[kind].join(', ')}`);
    else if (needed !== undefined && !fields.has(needed)) complain(['fields'], `${kind} needs the field ${needed}`);
    return fields;
  };

  const outcomeOf = (document: Fields): Pick<Mapping, 'success' | 'failure'> => {
    const written = mapIn(document, 'outcome');
    keysOf(written, ['field', 'success', 'failure'], ['outcome']);
    const { field } = written;
    if (document.outcome === undefined) return { success: undefined, failure: undefined };
    if (typeof field !== 'string') {
      complain(['outcome', 'field'], 'outcome needs the name of a field');
      return { success: undefined, failure: undefined };
    }
    const valuesIn = (key: 'success' | 'failure'): FieldValues | undefined =>
      written[key] === undefined ? undefined : { field, values: valuesOf(written[key]) };
    if (written.success === undefined && written.failure === undefined) {
      complain(['outcome'], 'outcome needs the values of success, of failure, or of both');
    }
    return { success: valuesIn('success'), failure: valuesIn('failure') };
  };

  const activityOf = (document: Fields, kind: MappedClass): Mapping['activity'] => {
    const written = mapIn(document, 'activity');
    const known = ACTIVITIES[kind];
    if (document.activity !== undefined && known.length === 0) {
      complain(['activity'], 'the activity of http is its method');
      return { field: undefined, values: new Map(), otherwise: undefined };
    }
    keysOf(written, ['field', 'values', 'otherwise'], ['activity']);
    const values = new Map<string, string>();
    const pairs = isRecord(written.values) ? Object.entries(written.values) : [];
    for (const [value, activity] of pairs) {
      const one = oneOf(activity, known, ['activity', 'values', value]);
      if (one !== undefined) values.set(value.toLowerCase(), one);
    }
    const { field, otherwise } = written;
    if (values.size > 0 && typeof field !== 'string')
      complain(['activity'], 'activity needs the name of a field for its values');
    return {
      field: typeof field === 'string' ? field : undefined,
      values,
      otherwise: otherwise === undefined ? undefined : oneOf(otherwise, known, ['activity', 'otherwise']),
    };
  };

  return {
    mapping: (document: unknown): Mapping | undefined => {
      if (!isRecord(document)) return complain([], `a mapping is a map, not ${quoted(document)}`);
      keysOf(document, KEYS, []);
      const kind = oneOf(document.class, CLASSES, ['class']);
      if (kind === undefined) return undefined;
      const dialect =
        document.dialect === undefined ? 'generic' : oneOf<Dialect>(document.dialect, DIALECTS, ['dialect']);
      return {
        kind,
        product: textIn(document, 'product'),
        service: textIn(document, 'service'),
        category: textIn(document, 'category'),
        when: Object.entries(mapIn(document, 'when')).map(([field, value]) => ({ field, values: valuesOf(value) })),
        fields: fieldsOf(document, kind),
        dialect: dialect ?? 'generic',
        ...outcomeOf(document),
        activity: activityOf(document, kind),
      };
    },
  };
}

/** One value or a list of them, as texts. */
function valuesOf(value: unknown): ReadonlySet<string> {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return new Set(all.map(String));
}
