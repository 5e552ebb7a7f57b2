// What a scan would write into the facts of a case: what a person said stays, and where the scan says otherwise, that is told.
import { type BreachFacts, type Contradiction, FACT_NAMES, type FactName, mergeFacts, noFacts } from '@vigie/respond';
import { entriesOf, type FactBook, type FactEntry } from '../facts/fact-book.ts';

export interface PlannedFacts {
  readonly writes: readonly (readonly [FactName, FactEntry])[];
  readonly contradictions: readonly Contradiction[];
}

export function plannedFacts({ facts: before, kept }: FactBook, measured: BreachFacts): PlannedFacts {
  const byPeople = new Set<string>(kept.filter(({ entry }) => entry.source !== 'measured').map(({ name }) => name));
  const known = new Map(kept.map(({ name, entry }) => [name, JSON.stringify(entry)]));
  const open = picked(measured, (name) => !byPeople.has(name));
  return {
    writes: entriesOf(open).filter(([name, entry]) => known.get(name) !== JSON.stringify(entry)),
    contradictions: mergeFacts(
      before,
      picked(measured, (name) => byPeople.has(name)),
    ).contradictions,
  };
}

function picked(facts: BreachFacts, isWanted: (name: string) => boolean): BreachFacts {
  const chosen = FACT_NAMES.filter(isWanted).map((name) => [name, facts[name]]);
  return { ...noFacts(), ...Object.fromEntries(chosen) };
}
