// The query DSL over honey rows, as much of it as visitors use: everything, terms, matches, ranges, prefixes, wildcards, bool and query strings.
// https://www.elastic.co/guide/en/elasticsearch/reference/7.17/query-dsl.html
import { globMatches } from '../glob.ts';

export type Source = Readonly<Record<string, unknown>>;
type Test = (source: Source) => boolean;

/** Queries of clients are small; what is larger is meant to cost something. */
const MAX_CLAUSES = 64;
const MAX_DEPTH = 16;

interface Spent {
  clauses: number;
}

/** @returns undefined where it is none that the store knows */
export function testOf(query: unknown, depth = 0, spent: Spent = { clauses: 0 }): Test | undefined {
  spent.clauses += 1;
  if (depth > MAX_DEPTH || spent.clauses > MAX_CLAUSES) return undefined;
  if (query === undefined) return () => true;
  const [kind, about, ...more] = entriesOf(query).flat();
  if (typeof kind !== 'string' || more.length > 0) return undefined;
  const make = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  return make?.(about, depth + 1, spent);
}

const KINDS: Readonly<Record<string, (about: unknown, depth: number, spent: Spent) => Test | undefined>> = {
  match_all: () => () => true,
  match_none: () => () => false,
  bool: boolTest,
  constant_score: (about, depth, spent) => testOf(recordOf(about).filter, depth, spent),
  term: (about) => fieldTest(about, 'value', (value, wanted) => folded(value) === wanted),
  match: (about) => fieldTest(about, 'query', hasSomeWord),
  match_phrase: (about) => fieldTest(about, 'query', (value, wanted) => folded(value).includes(wanted)),
  prefix: (about) => fieldTest(about, 'value', (value, wanted) => folded(value).startsWith(wanted)),
  wildcard: (about) => fieldTest(about, 'value', (value, wanted) => globMatches(wanted.slice(0, 256), folded(value))),
  exists: (about) => {
    const { field } = recordOf(about);
    return typeof field === 'string' ? (source) => Object.hasOwn(source, field) : undefined;
  },
  terms: (about) => {
    const [[field, values] = []] = entriesOf(about).filter(([, value]) => Array.isArray(value));
    if (field === undefined || !Array.isArray(values)) return undefined;
    const wanted = new Set(values.slice(0, 1024).map(folded));
    return (source) => wanted.has(folded(fieldOf(source, field)));
  },
  range: (about) => {
    const [[field, limits] = []] = entriesOf(about);
    return field === undefined ? undefined : rangeTest(field, recordOf(limits));
  },
  query_string: (about) => stringTest(recordOf(about).query),
  simple_query_string: (about) => stringTest(recordOf(about).query),
  multi_match: (about) => stringTest(recordOf(about).query),
};

function boolTest(about: unknown, depth: number, spent: Spent): Test | undefined {
  const bool = recordOf(about);
  const tests = (name: string) => listOf(bool[name]).map((one) => testOf(one, depth, spent));
  const [must, not, should] = [[...tests('must'), ...tests('filter')], tests('must_not'), tests('should')];
  if ([...must, ...not, ...should].includes(undefined)) return undefined;
  const needsOne = should.length > 0 && must.length === 0;
  return (source) =>
    must.every((test) => test?.(source)) &&
    !not.some((test) => test?.(source)) &&
    (!needsOne || should.some((test) => test?.(source)));
}

function fieldTest(about: unknown, name: string, holds: (value: unknown, wanted: string) => boolean): Test | undefined {
  const [[field, said] = []] = entriesOf(about);
  if (field === undefined) return undefined;
  const wanted = folded(typeof said === 'object' ? recordOf(said)[name] : said);
  return (source) => {
    const value = fieldOf(source, field);
    return value !== undefined && holds(value, wanted);
  };
}

function rangeTest(field: string, limits: Readonly<Record<string, unknown>>): Test {
  const compared = (value: unknown, limit: unknown) =>
    typeof value === 'number' ? value - Number(limit) : textOrder(folded(value), folded(limit));
  return (source) => {
    const value = fieldOf(source, field);
    if (value === undefined) return false;
    return (
      (limits.gt === undefined || compared(value, limits.gt) > 0) &&
      (limits.gte === undefined || compared(value, limits.gte) >= 0) &&
      (limits.lt === undefined || compared(value, limits.lt) < 0) &&
      (limits.lte === undefined || compared(value, limits.lte) <= 0)
    );
  };
}

export function textOrder(one: string, other: string): number {
  return one < other ? -1 : one === other ? 0 : 1;
}

/** `*`, words that may stand in any field, and `field:word`; all of the words have to be found. */
export function stringTest(query: unknown): Test | undefined {
  if (typeof query !== 'string') return undefined;
  const words = query
    .slice(0, 2048)
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '' && !/^(?:and|or)$/.test(word));
  const tests = words.slice(0, MAX_CLAUSES).map((word): Test => {
    if (word === '*' || word === '*:*') return () => true;
    const colon = word.indexOf(':');
    const field = colon > 0 ? word.slice(0, colon) : undefined;
    const wanted = (colon > 0 ? word.slice(colon + 1) : word).replaceAll('"', '');
    const holds = (value: unknown) =>
      wanted.includes('*') ? globMatches(wanted, folded(value)) : hasSomeWord(value, wanted);
    return (source) => {
      const value = field === undefined ? undefined : fieldOf(source, field);
      return field === undefined ? Object.values(source).some(holds) : value !== undefined && holds(value);
    };
  });
  return (source) => tests.every((test) => test(source));
}

function hasSomeWord(value: unknown, wanted: string): boolean {
  const text = folded(value);
  return text === wanted || text.split(/[\s@]+/).some((word) => wanted.split(/[\s@]+/).includes(word));
}

const ownIds = new WeakMap<Source, string>();

/** Of a honey row its number; of what a visitor stored what it was stored under. */
export function idOf(source: Source): string {
  return ownIds.get(source) ?? String(source.id);
}

export function nameSource(source: Source, id: string): void {
  ownIds.set(source, id);
}

/** `email.keyword` is the field itself, not taken apart. */
function fieldOf(source: Source, field: string): unknown {
  const name = field.replace(/\.keyword$/, '');
  if (name === '_id') return idOf(source);
  return Object.hasOwn(source, name) ? source[name] : undefined;
}

export function folded(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).toLowerCase() : '';
}

export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function entriesOf(value: unknown): (readonly [string, unknown])[] {
  return Object.entries(recordOf(value));
}

function listOf(value: unknown): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value.slice(0, MAX_CLAUSES + 1) : [value];
}
