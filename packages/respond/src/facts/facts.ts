// The facts of a breach as a typed record: every fact is there, known or unknown.
import { FACT_NAMES, type FactName, type FactValue } from './definitions.ts';
import { type Fact, type Provenance, UNKNOWN } from './fact.ts';

export type BreachFacts = { readonly [N in FactName]: Fact<FactValue<N>> };

/** Facts of which nothing is known: the start of every case. */
export function noFacts(): BreachFacts {
  return Object.fromEntries(FACT_NAMES.map((name) => [name, UNKNOWN])) as unknown as BreachFacts;
}

/** The same facts with one more known. */
export function withFact<N extends FactName>(
  facts: BreachFacts,
  name: N,
  value: FactValue<N>,
  provenance: Provenance,
): BreachFacts {
  return { ...facts, [name]: { state: 'known', value, ...provenance } };
}

/** The same facts without what is known of these. */
export function withoutFacts(facts: BreachFacts, names: Iterable<FactName>, note: string): BreachFacts {
  const unknown: Fact<never> = { state: 'unknown', note };
  return { ...facts, ...Object.fromEntries([...names].map((name) => [name, unknown])) };
}
