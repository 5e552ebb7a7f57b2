// Filters of MongoDB over honey documents, as much of them as visitors use. https://www.mongodb.com/docs/manual/reference/operator/query/
import type { Document } from 'bson';
import { RE2JS } from 're2js';
import { numberOf, textOf } from './foreign.ts';

export type Test = (document: Document) => boolean;

const MAX_CLAUSES = 64;
const MAX_DEPTH = 16;
const MAX_PATTERN = 256;

interface Spent {
  clauses: number;
}

/** @returns undefined for what is not known here, or costs too much */
export function testOf(filter: unknown, depth = 0, spent: Spent = { clauses: 0 }): Test | undefined {
  if (filter === undefined || filter === null) return () => true;
  if (!isDocument(filter) || depth > MAX_DEPTH) return undefined;
  const tests: (Test | undefined)[] = [];
  for (const [name, wanted] of Object.entries(filter)) {
    spent.clauses += 1;
    if (spent.clauses > MAX_CLAUSES) return undefined;
    if (name === '$comment') continue;
    tests.push(name.startsWith('$') ? joined(name, wanted, depth, spent) : fieldTest(name, wanted));
  }
  if (tests.includes(undefined)) return undefined;
  return (document) => tests.every((test) => test?.(document));
}

function joined(name: string, wanted: unknown, depth: number, spent: Spent): Test | undefined {
  if (!Array.isArray(wanted) || !['$and', '$or', '$nor'].includes(name)) return undefined;
  const tests = wanted.slice(0, MAX_CLAUSES + 1).map((one) => testOf(one, depth + 1, spent));
  if (tests.includes(undefined)) return undefined;
  if (name === '$and') return (document) => tests.every((test) => test?.(document));
  return (document) => tests.some((test) => test?.(document)) === (name === '$or');
}

function fieldTest(field: string, wanted: unknown): Test | undefined {
  const isOperators = isDocument(wanted) && Object.keys(wanted).some((key) => key.startsWith('$'));
  if (!isOperators) {
    const pattern = wanted instanceof RegExp ? patternOf(wanted.source, wanted.flags) : undefined;
    if (wanted instanceof RegExp) return pattern && ((document) => pattern(document[field]));
    return (document) => plain(document[field]) === plain(wanted);
  }
  const tests = Object.entries(wanted).map(([name, value]) => operatorTest(name, value, wanted));
  if (tests.includes(undefined)) return undefined;
  return (document) => tests.every((test) => test?.(document[field]));
}

type ValueTest = (value: unknown) => boolean;

function operatorTest(name: string, wanted: unknown, all: Document): ValueTest | undefined {
  const other = plain(wanted);
  const list = () => new Set(Array.isArray(wanted) ? wanted.slice(0, 1024).map(plain) : []);
  const compared =
    (holds: (a: number | string, b: number | string) => boolean): ValueTest =>
    (value) => {
      const own = plain(value);
      if (typeof own === 'number' && typeof other === 'number') return holds(own, other);
      return typeof own === 'string' && typeof other === 'string' && holds(own, other);
    };
  switch (name) {
    case '$eq':
      return (value) => plain(value) === other;
    case '$ne':
      return (value) => plain(value) !== other;
    case '$gt':
      return compared((a, b) => a > b);
    case '$gte':
      return compared((a, b) => a >= b);
    case '$lt':
      return compared((a, b) => a < b);
    case '$lte':
      return compared((a, b) => a <= b);
    case '$in': {
      const wantedOnes = list();
      return (value) => wantedOnes.has(plain(value));
    }
    case '$nin': {
      const unwanted = list();
      return (value) => !unwanted.has(plain(value));
    }
    case '$exists':
      return (value) => (value !== undefined) === Boolean(other);
    case '$regex':
      if (wanted instanceof RegExp) return patternOf(wanted.source, wanted.flags);
      return typeof wanted === 'string' ? patternOf(wanted, textOf(all.$options)) : undefined;
    case '$options':
      return () => true;
    default:
      return undefined;
  }
}

/** Linear in the text, whatever the pattern is. */
function patternOf(source: string, flags: string): ValueTest | undefined {
  if (source.length > MAX_PATTERN) return undefined;
  try {
    const pattern = RE2JS.compile(source, flags.includes('i') ? RE2JS.CASE_INSENSITIVE : 0);
    return (value) => typeof value === 'string' && pattern.matcher(value).find();
  } catch {
    // No pattern, or one that cannot be linear.
    return undefined;
  }
}

/** What can be compared: numbers, texts, times as numbers, ids as text. */
function plain(value: unknown): number | string | boolean | null | undefined {
  if (value === null || value === undefined) return value;
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'object') {
    if ('toHexString' in value && typeof value.toHexString === 'function') return String(value.toHexString());
    if ('value' in value) return numberOf(value.value);
    if ('toNumber' in value && typeof value.toNumber === 'function') return numberOf(value.toNumber());
    return undefined;
  }
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean' ? value : undefined;
}

function isDocument(value: unknown): value is Document {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof RegExp) &&
    !(value instanceof Date) &&
    !('_bsontype' in value)
  );
}
