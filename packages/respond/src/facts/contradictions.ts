// Facts that cannot both be true: named, with who says which, and taken out before anything is computed.
import { instantOf } from '../clocks/instant.ts';
import type { FactName, FactValue } from './definitions.ts';
import { type Interval, knownValue, saidBy } from './fact.ts';
import { type BreachFacts, withoutFacts } from './facts.ts';
import { plainValue } from './plain-value.ts';

/** Two or more statements that cannot all be true. */
export interface Contradiction {
  /** What does not fit, in a sentence. */
  readonly what: string;
  readonly statements: readonly ContradictingStatement[];
}

export interface ContradictingStatement {
  readonly fact: FactName;
  /** The value as it was said. */
  readonly value: unknown;
  /** Who said so, and when. */
  readonly said: string;
}

/** Facts without those that contradict each other, and what was taken out. */
export interface SettledFacts {
  readonly facts: BreachFacts;
  readonly contradictions: readonly Contradiction[];
}

interface Rule {
  readonly facts: readonly FactName[];
  readonly what: string;
  /** Whether these facts contradict each other; a fact that is unknown contradicts nothing. */
  readonly clash: (facts: BreachFacts) => boolean;
}

const RULES: readonly Rule[] = [
  {
    facts: ['unintelligible', 'readByOthers'],
    what: 'Data that was unintelligible to others cannot have been read by them.',
    clash: (facts) => isTrue(facts, 'unintelligible') && isTrue(facts, 'readByOthers'),
  },
  {
    facts: ['unintelligible', 'keyCompromised'],
    what: 'Data whose key was taken too was not unintelligible to whoever has both.',
    clash: (facts) => isTrue(facts, 'unintelligible') && isTrue(facts, 'keyCompromised'),
  },
  {
    facts: ['unintelligible', 'credentials'],
    what: 'Data with passwords or keys in plain text was not unintelligible.',
    clash: (facts) => isTrue(facts, 'unintelligible') && knownValue(facts.credentials) === 'plain',
  },
  {
    facts: ['exfiltration', 'readByOthers'],
    what: 'Access that is ruled out cannot be proved as well.',
    clash: (facts) => knownValue(facts.exfiltration) === 'ruled-out' && isTrue(facts, 'readByOthers'),
  },
  {
    facts: ['recipients', 'readByOthers'],
    what: 'Data that somebody read has a recipient.',
    clash: (facts) => knownValue(facts.recipients) === 'none' && isTrue(facts, 'readByOthers'),
  },
  {
    facts: ['recipients', 'recipientsCount'],
    what: 'Data that nobody received has no number of recipients.',
    clash: (facts) => knownValue(facts.recipients) === 'none' && lowerOf(facts, 'recipientsCount') > 0,
  },
  {
    facts: ['recipients', 'recipientsTrusted'],
    what: 'Strangers, and the public, are no recipients that can be trusted.',
    clash: (facts) =>
      ['unknown', 'public'].includes(knownValue(facts.recipients) ?? '') && isTrue(facts, 'recipientsTrusted'),
  },
  {
    facts: ['persons', 'personsByCountry'],
    what: 'There are more people by country than people in all.',
    clash: (facts) => {
      const listed = knownValue(facts.personsByCountry)?.reduce((sum, { persons }) => sum + persons.lower, 0) ?? 0;
      return listed > upperOf(facts, 'persons');
    },
  },
  {
    facts: ['persons', 'subjects'],
    what: 'Nobody is concerned, and groups of people are named.',
    clash: (facts) => upperOf(facts, 'persons') === 0 && (knownValue(facts.subjects)?.length ?? 0) > 0,
  },
  {
    facts: ['persons', 'vulnerablePersons'],
    what: 'Nobody is concerned, and vulnerable people are among them.',
    clash: (facts) => upperOf(facts, 'persons') === 0 && isTrue(facts, 'vulnerablePersons'),
  },
  {
    facts: ['persons', 'minors'],
    what: 'Nobody is concerned, and children are among them.',
    clash: (facts) => upperOf(facts, 'persons') === 0 && isTrue(facts, 'minors'),
  },
  {
    facts: ['minors', 'vulnerablePersons'],
    what: 'Children are vulnerable people.',
    clash: (facts) => isTrue(facts, 'minors') && knownValue(facts.vulnerablePersons) === false,
  },
  {
    facts: ['data', 'credentials'],
    what: 'Credentials are among the types of data, and there were none.',
    clash: (facts) =>
      knownValue(facts.credentials) === 'none' && (knownValue(facts.data)?.includes('credentials') ?? false),
  },
  {
    facts: ['since', 'until'],
    what: 'It ended before it began.',
    clash: (facts) => isBefore(facts, 'until', 'since'),
  },
  {
    facts: ['detected', 'aware'],
    what: 'Awareness cannot come before the first sign.',
    clash: (facts) => isBefore(facts, 'aware', 'detected'),
  },
  {
    facts: ['majorIncident', 'classifiedMajor'],
    what: 'An incident that was classified as major is a major one.',
    clash: (facts) => knownValue(facts.majorIncident) === false && knownValue(facts.classifiedMajor) !== undefined,
  },
  {
    facts: ['ongoing', 'until'],
    what: 'What has ended is not still going on.',
    clash: (facts) => isTrue(facts, 'ongoing') && knownValue(facts.until) !== undefined,
  },
];

/**
 * Takes out the facts that contradict each other, so that nothing is computed over them.
 *
 * @returns the rest of the facts, and each contradiction with what was said by whom
 */
export function settleFacts(facts: BreachFacts): SettledFacts {
  const clashes = RULES.filter(({ clash }) => clash(facts));
  const contradictions = clashes.map(({ what, facts: names }) => ({
    what,
    statements: names.flatMap((name): ContradictingStatement[] => {
      const fact = facts[name];
      return fact.state === 'known' ? [{ fact: name, value: plainValue(fact.value), said: saidBy(fact) }] : [];
    }),
  }));
  const taken = new Set(clashes.flatMap(({ facts: names }) => names));
  return { facts: withoutFacts(facts, taken, 'The sources contradict each other.'), contradictions };
}

/** The facts that are yes or no. */
type YesOrNo = { [N in FactName]: FactValue<N> extends boolean ? N : never }[FactName];

function isTrue(facts: BreachFacts, name: YesOrNo): boolean {
  return knownValue<boolean>(facts[name]) === true;
}

function lowerOf(facts: BreachFacts, name: 'persons' | 'recipientsCount'): number {
  return knownValue<Interval>(facts[name])?.lower ?? 0;
}

function upperOf(facts: BreachFacts, name: 'persons'): number {
  return knownValue<Interval>(facts[name])?.upper ?? Number.POSITIVE_INFINITY;
}

function isBefore(facts: BreachFacts, first: 'aware' | 'until', second: 'detected' | 'since'): boolean {
  const [a, b] = [knownValue(facts[first]), knownValue(facts[second])];
  return a !== undefined && b !== undefined && instantOf(a).epochMilliseconds < instantOf(b).epochMilliseconds;
}
