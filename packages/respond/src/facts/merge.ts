// Facts from two sources as one set: a scan and what people say of it. Where both know and do not agree, neither is believed.
import type { Contradiction } from './contradictions.ts';
import { FACT_NAMES, FACTS, type FactName } from './definitions.ts';
import { type Fact, type Interval, type KnownFact, saidBy } from './fact.ts';
import { type BreachFacts, withoutFacts } from './facts.ts';
import { plainValue } from './plain-value.ts';

export interface MergedFacts {
  readonly facts: BreachFacts;
  /** Facts that the sources tell differently; they are unknown in `facts`. */
  readonly contradictions: readonly Contradiction[];
}

/**
 * The facts of both.
 *
 * - What one of them knows, both know; so also where the other could not tell, or only says what is possible.
 * - Bounds that overlap become the narrower ones; lists of words become one.
 * - What they tell differently is a contradiction, with both sources.
 */
export function mergeFacts(first: BreachFacts, second: BreachFacts): MergedFacts {
  const merged: Partial<Record<FactName, Fact<unknown>>> = {};
  const contradictions: Contradiction[] = [];
  for (const name of FACT_NAMES) {
    const fact = merge(first[name], second[name]);
    if (fact !== undefined) merged[name] = fact;
    else contradictions.push(contradictionOf(name, [first[name], second[name]]));
  }
  const taken = contradictions.flatMap(({ statements }) => statements.map(({ fact }) => fact));
  const facts = { ...first, ...merged } as BreachFacts;
  return { facts: withoutFacts(facts, taken, 'The sources contradict each other.'), contradictions };
}

/** Undefined where both know and do not agree. */
function merge(first: Fact<unknown>, second: Fact<unknown>): Fact<unknown> | undefined {
  if (second.state === 'unknown') return first;
  if (first.state === 'unknown' || isVague(first)) return second;
  if (isVague(second)) return first;
  return mergeKnown(first, second);
}

/** What could not be told, or is only possible, gives way to what somebody tells. */
function isVague({ value, certainty }: KnownFact<unknown>): boolean {
  return value === 'unknown' || certainty === 'possible';
}

function mergeKnown(first: KnownFact<unknown>, second: KnownFact<unknown>): Fact<unknown> | undefined {
  const [a, b] = [first.value, second.value];
  if (JSON.stringify(plainValue(a)) === JSON.stringify(plainValue(b))) return first;
  if (isInterval(a) && isInterval(b)) return overlap(first, a, b);
  if (isWords(a) && isWords(b)) return { ...first, value: [...new Set([...a, ...b])] };
  return undefined;
}

/** The estimate is that of the first, where it is still within the bounds. */
function overlap(first: KnownFact<unknown>, a: Interval, b: Interval): Fact<unknown> | undefined {
  const [lower, upper] = [Math.max(a.lower, b.lower), Math.min(a.upper, b.upper)];
  if (lower > upper) return undefined;
  const { estimate } = a;
  const isWithin = estimate !== undefined && lower <= estimate && estimate <= upper;
  return { ...first, value: { lower, upper, ...(isWithin && { estimate }) } };
}

function isInterval(value: unknown): value is Interval {
  return typeof value === 'object' && value !== null && 'lower' in value && 'upper' in value;
}

function isWords(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function contradictionOf(name: FactName, facts: readonly Fact<unknown>[]): Contradiction {
  return {
    what: `Two sources tell this differently: ${FACTS[name].title}.`,
    statements: facts.flatMap((fact) =>
      fact.state === 'known' ? [{ fact: name, value: plainValue(fact.value), said: saidBy(fact) }] : [],
    ),
  };
}
