// What an assessment takes for granted where nobody says otherwise. Each is told, so that somebody can.
import { FACT_NAMES, FACTS } from './definitions.ts';
import { knownValue, saidBy } from './fact.ts';
import type { BreachFacts } from './facts.ts';

interface Assumption {
  readonly says: string;
  readonly holds: (facts: BreachFacts) => boolean;
}

const ASSUMPTIONS: readonly Assumption[] = [
  {
    says: 'The key (or the salt) is safe, since nobody says that it was taken.',
    holds: ({ unintelligible, keyCompromised }) =>
      knownValue(unintelligible) === true && keyCompromised.state === 'unknown',
  },
  {
    says: 'The data is not back: there is no backup, and nobody says that it is.',
    holds: ({ backup, restoreHours }) => knownValue(backup) === false && restoreHours.state === 'unknown',
  },
  {
    says: 'The list of types of data is complete, so that types that are not in it are not concerned.',
    holds: ({ data, specialCategories, nationalId, paymentData, credentials }) =>
      data.state === 'known' &&
      !data.value.includes('not-yet-known') &&
      [specialCategories, nationalId, paymentData, credentials].some(({ state }) => state === 'unknown'),
  },
  {
    says: 'Altered data did no more than the outage and the backup let it, since nobody says what came of it.',
    holds: ({ nature, alteration }) =>
      (knownValue(nature)?.includes('integrity') ?? false) && alteration.state === 'unknown',
  },
];

/** What is taken for granted: by the assessment itself, and by whoever stated facts as assumed. */
export function assumptionsOf(facts: BreachFacts): readonly string[] {
  const own = ASSUMPTIONS.filter(({ holds }) => holds(facts)).map(({ says }) => says);
  const stated = FACT_NAMES.flatMap((name) => {
    const fact = facts[name];
    if (fact.state === 'unknown' || fact.source !== 'assumed') return [];
    return [`${FACTS[name].title}: ${saidBy(fact)}${fact.note === undefined ? '' : ` (${fact.note})`}.`];
  });
  return [...own, ...stated];
}
