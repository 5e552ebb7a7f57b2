// What the visitors of a case prove of its facts. Rows that somebody got are proof; that nothing was taken is said only where logs tell of
// the whole time, since what no log tells may have happened.
import type { FactName } from '@vigie/respond';
import type { CaseVisitors, VisitorGroup } from './case-visitors.ts';

interface VisitorFact {
  readonly name: FactName;
  readonly value: unknown;
  readonly certainty: 'proved' | 'likely' | 'possible';
}

export interface VisitorFacts {
  readonly facts: readonly VisitorFact[];
  /** For the note of each fact and the timeline of the case: numbers, and nobody's address. */
  readonly detail: string;
}

const OTHERS = ['known-scanner', 'stranger', 'nobody'];

export function factsFromVisitors({ groups, isComplete }: CaseVisitors): VisitorFacts {
  const others = groups.filter((group) => OTHERS.includes(group.class));
  const detail = `access log: ${groups.length === 0 ? 'nobody was there' : groups.map(sentenceOf).join('; ')}${isComplete ? '' : '; the log does not tell of the whole time'}`;
  const gotRows = others.some(({ rows }) => rows > 0);
  const gotBytes = others.some(({ bytes, queries, failures }) => bytes > 0 && queries > failures);
  if (gotRows || gotBytes) return { facts: takenFacts(others, gotRows, isComplete), detail };
  if (!isComplete) return { facts: [], detail };
  const facts: VisitorFact[] = [
    { name: 'exfiltration', value: 'ruled-out', certainty: 'proved' },
    { name: 'readByOthers', value: false, certainty: 'proved' },
    { name: 'recipients', value: 'none', certainty: 'proved' },
  ];
  return { facts, detail };
}

function takenFacts(others: readonly VisitorGroup[], gotRows: boolean, isComplete: boolean): readonly VisitorFact[] {
  const certainty = gotRows ? 'proved' : 'likely';
  const receiving = others.filter(({ rows, bytes }) => rows > 0 || bytes > 0);
  const addresses = receiving.reduce((sum, group) => sum + group.addresses, 0);
  const facts: VisitorFact[] = [
    { name: 'exfiltration', value: gotRows ? 'proved' : 'likely', certainty },
    { name: 'recipients', value: 'unknown', certainty },
  ];
  if (gotRows) facts.push({ name: 'readByOthers', value: true, certainty });
  if (addresses > 0 && isComplete && !receiving.some(({ class: one }) => one === 'nobody'))
    facts.push({
      name: 'recipientsCount',
      // One may have come from many addresses.
      value: { lower: 1, estimate: addresses, upper: addresses },
      certainty: 'likely',
    });
  return facts;
}

const NAMES = {
  'known-scanner': 'known scanners',
  'own-service': 'own services',
  person: 'people of our own',
  stranger: 'strangers',
  nobody: 'somebody of whom no address is known',
} as const;

function sentenceOf({ class: one, addresses, queries, rows, bytes, confidence }: VisitorGroup): string {
  return `${NAMES[one]} (${addresses} addresses, ${queries} queries, ${rows} rows, ${bytes} bytes; confidence ${confidence})`;
}
