// Random facts over the whole vocabulary, from the schemas that read them: a new fact is covered by itself.
import { toJsonSchema } from '@valibot/to-json-schema';
import fc from 'fast-check';
import type { GenericSchema } from 'valibot';
import { DATA_CATEGORIES } from '../src/facts/data-category.ts';
import { FACT_NAMES, FACTS, type FactName } from '../src/facts/definitions.ts';
import { parseFacts } from '../src/facts/document.ts';
import {
  ContactSchema,
  CountrySchema,
  DataSchema,
  InstantSchema,
  IntervalSchema,
  LengthSchema,
  TextSchema,
  TimeZoneSchema,
} from '../src/facts/fact-schemas.ts';
import type { BreachFacts } from '../src/facts/facts.ts';

const count = fc.oneof(fc.nat(20), fc.nat(5_000_000));

const FROM_2026_MS = { min: Date.UTC(2026, 0), max: Date.UTC(2026, 11, 31) };

const instant = fc
  .tuple(fc.integer(FROM_2026_MS), fc.constantFrom('Z', '+00:00[UTC]'))
  .map(([ms, zone]) => `${new Date(ms).toISOString().slice(0, 19)}${zone}`);

const interval = fc.oneof(
  count,
  count.map((lower) => ({ lower })),
  fc.tuple(count, count).map(([a, b]) => ({ lower: Math.min(a, b), upper: Math.max(a, b) })),
  fc.tuple(count, count, count).map((three) => {
    const [lower = 0, estimate = 0, upper = 0] = three.sort((a, b) => a - b);
    return { lower, estimate, upper };
  }),
);

const page = fc.webUrl({ validSchemes: ['https'] });

const text = fc.string({ maxLength: 40 }).map((rest) => `word ${rest}`);

const contact = fc
  .record({
    name: text,
    email: fc.option(fc.constantFrom('privacy@example.org', 'dpo@example.com'), { nil: undefined }),
    phone: fc.option(fc.constantFrom('+33 1 99 00 00 00'), { nil: undefined }),
    page: fc.option(page, { nil: undefined }),
    post: fc.constant('1 Example Street, Exampletown'),
  })
  .map((record) => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)));

/** Schemas of which the JSON Schema does not say all: that a day exists, that bounds are in order, that a page has an address. */
const KNOWN = new Map<string, fc.Arbitrary<unknown>>(
  (
    [
      [InstantSchema, instant],
      [IntervalSchema, interval],
      [LengthSchema, fc.nat(1000)],
      [TextSchema, text],
      [ContactSchema, contact],
      [FACTS.incidentPage.schema, page],
      [CountrySchema, fc.constantFrom('FR', 'DE', 'IE', 'NO', 'GB', 'US', 'US-CA', 'JP')],
      [TimeZoneSchema, fc.constantFrom('Europe/Paris', 'America/New_York', 'UTC')],
      [DataSchema, fc.subarray(Object.keys(DATA_CATEGORIES))],
    ] as const
  ).map(([schema, values]) => [JSON.stringify(jsonSchema(schema)), values]),
);

/** The part of JSON Schema that facts use. */
interface Node {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Node[];
  readonly items?: Node;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly pattern?: string;
}

function jsonSchema(schema: GenericSchema): Node {
  const { $schema: _dialect, ...rest } = toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' });
  return rest as Node;
}

/** Values that a schema lets through. */
function valuesOf(node: Node): fc.Arbitrary<unknown> {
  const known = KNOWN.get(JSON.stringify(node));
  if (known !== undefined) return known;
  if (node.enum !== undefined) return fc.constantFrom(...node.enum);
  if (node.anyOf !== undefined) return fc.oneof(...node.anyOf.map(valuesOf));
  if (node.type === 'boolean') return fc.boolean();
  if (node.type === 'array' && node.items !== undefined) return fc.array(valuesOf(node.items), { maxLength: 4 });
  if (node.type === 'object' && node.properties !== undefined) {
    return objectsOf(node.properties, new Set(node.required));
  }
  if (node.type === 'string') {
    return node.pattern === undefined ? fc.string({ minLength: 1 }) : fc.stringMatching(new RegExp(node.pattern));
  }
  throw new Error(`there are no random values for the schema ${JSON.stringify(node)}`);
}

/** A property that is not required is there or not. */
function objectsOf(properties: Readonly<Record<string, Node>>, required: ReadonlySet<string>): fc.Arbitrary<unknown> {
  const values = Object.entries(properties).map(([name, node]): [string, fc.Arbitrary<unknown>] => [
    name,
    required.has(name) ? valuesOf(node) : fc.option(valuesOf(node), { nil: undefined }),
  ]);
  return fc
    .record(Object.fromEntries(values))
    .map((record) => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)));
}

function statement(name: FactName): fc.Arbitrary<unknown> {
  return fc.record({
    value: valuesOf(jsonSchema(FACTS[name].schema)),
    source: fc.constantFrom('measured', 'stated', 'assumed'),
    certainty: fc.constantFrom('proved', 'likely', 'possible', 'unsaid'),
  });
}

/** Facts, each known or not, as they were said: they may contradict each other. */
export const anyFacts: fc.Arbitrary<BreachFacts> = fc
  .record(Object.fromEntries(FACT_NAMES.map((name) => [name, fc.option(statement(name), { freq: 3 })])))
  .map((document) => {
    const read = parseFacts({ facts: document });
    if ('code' in read) throw new Error(read.message);
    const [first] = read.notUnderstood;
    if (first !== undefined) throw new Error(`a random fact was not understood: ${first.fact}: ${first.why}`);
    return read.facts;
  });
