// The document of facts: `{"facts": {…}}` or the facts alone. A fact is its value, null for unknown, or its value with who said so.
import * as v from 'valibot';
import { DATA_WORDS, dataCategory } from './data-category.ts';
import { FACT_NAMES, FACTS, type FactName } from './definitions.ts';
import { type Fact, type Provenance, UNKNOWN } from './fact.ts';
import { InstantSchema } from './fact-schemas.ts';
import { type BreachFacts, noFacts } from './facts.ts';
import { plainValue } from './plain-value.ts';

/** What may stand beside the value of a fact. */
export const ProvenanceSchema = v.object({
  source: v.optional(v.picklist(['measured', 'stated', 'assumed']), 'stated'),
  certainty: v.optional(v.picklist(['proved', 'likely', 'possible', 'unsaid']), 'unsaid'),
  by: v.exactOptional(v.string()),
  at: v.exactOptional(InstantSchema),
  note: v.exactOptional(v.string()),
});

/** A part of a document that could not be read as a fact, and what is assumed in its place. */
export interface NotUnderstood {
  /** The name as it was written. */
  readonly fact: string;
  readonly why: string;
  readonly assumed: string;
}

/** Facts as read from a document. */
export interface ReadFacts {
  readonly facts: BreachFacts;
  readonly notUnderstood: readonly NotUnderstood[];
}

/** A document that holds no facts at all. */
export interface FactsFault {
  readonly code: 'facts/no-object';
  readonly message: string;
}

type Entries = Readonly<Record<string, unknown>>;

/**
 * Reads facts from foreign JSON. What is not understood is told and taken as unknown, so that a wrong word widens the result and
 * never narrows it.
 *
 * @param document parsed JSON: `{"facts": {…}}`, or the facts themselves
 * @returns the facts with what was not understood, or a fault where the document is no object
 */
export function parseFacts(document: unknown): ReadFacts | FactsFault {
  const inner = isObject(document) && Object.hasOwn(document, 'facts') ? document.facts : document;
  return isObject(inner) ? readFacts(inner) : noObject();
}

function isObject(value: unknown): value is Entries {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function noObject(): FactsFault {
  return { code: 'facts/no-object', message: 'facts are a JSON object, as in {"facts": {"persons": 1200}}' };
}

function readFacts(entries: Entries): ReadFacts {
  const notUnderstood: NotUnderstood[] = [];
  const read: Partial<Record<FactName, Fact<unknown>>> = {};
  for (const [name, entry] of Object.entries(entries)) {
    if (!isFactName(name)) {
      notUnderstood.push({ fact: name, why: 'there is no fact of this name', assumed: 'nothing' });
      continue;
    }
    const fact = readFact(name, entry);
    if ('why' in fact) notUnderstood.push({ fact: name, ...fact });
    else {
      read[name] = fact;
      notUnderstood.push(...unknownDataWords(name, entry));
    }
  }
  return { facts: { ...noFacts(), ...read } as BreachFacts, notUnderstood };
}

function isFactName(name: string): name is FactName {
  return Object.hasOwn(FACTS, name);
}

type Unread = Omit<NotUnderstood, 'fact'>;

function readFact(name: FactName, entry: unknown): Fact<unknown> | Unread {
  const isWrapped = isObject(entry) && Object.hasOwn(entry, 'value');
  const value = isWrapped ? entry.value : entry;
  const provenance = v.safeParse(ProvenanceSchema, isWrapped ? entry : {});
  if (!provenance.success) return { why: firstComplaint(provenance.issues), assumed: 'unknown' };
  if (value === null || value === undefined) return unknownFact(provenance.output);
  const parsed = v.safeParse(FACTS[name].schema, value);
  if (parsed.success) return { state: 'known', value: parsed.output, ...provenance.output };
  if (value === 'unknown') return unknownFact(provenance.output);
  return { why: firstComplaint(parsed.issues), assumed: 'unknown' };
}

function unknownFact({ note }: Provenance): Fact<unknown> {
  return note === undefined ? UNKNOWN : { state: 'unknown', note };
}

function firstComplaint(issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  const [issue] = issues;
  const path = v.getDotPath(issue);
  return path === null ? issue.message : `${path}: ${issue.message}`;
}

/** Words for a type of data that nobody knows: counted as other data, and told. */
function unknownDataWords(name: FactName, entry: unknown): NotUnderstood[] {
  if (name !== 'data' && name !== 'specialCategories') return [];
  const list = v.safeParse(v.union([v.array(v.string()), v.object({ value: v.array(v.string()) })]), entry);
  if (!list.success) return [];
  const words = Array.isArray(list.output) ? list.output : list.output.value;
  return words
    .filter((word) => dataCategory(word) === 'other' && !DATA_WORDS.includes(word))
    .map((word) => ({ fact: name, why: `no type of data is called ${JSON.stringify(word)}`, assumed: 'other data' }));
}

/** Known facts as `parseFacts` reads them again, each with who said so. */
export function factsDocument(facts: BreachFacts): Record<string, unknown> {
  const entries = FACT_NAMES.flatMap((name): [string, unknown][] => {
    const fact = facts[name];
    if (fact.state === 'unknown') return [];
    const { state: _state, value, ...provenance } = fact;
    return [[name, { value: plainValue(value), ...provenance }]];
  });
  return Object.fromEntries(entries);
}
