// The worked cases that are most like a breach, and in what it is different from them.
import { type CompleteFacts, completeFacts } from '../facts/completion.ts';
import { parseFacts } from '../facts/document.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { WORKED_CASES, type WorkedCase } from './cases.ts';

export interface NearestCase {
  readonly id: string;
  readonly title: string;
  readonly notifyAuthority: boolean;
  readonly communicateToPersons: boolean;
  readonly checked: WorkedCase['checked'];
  /** Facts in which the breach is different, the weightiest first. */
  readonly differsIn: readonly string[];
}

interface Feature {
  readonly name: string;
  /** How much a difference weighs, relative to the others. */
  readonly weight: number;
  readonly of: (facts: CompleteFacts) => string;
}

const FEATURES: readonly Feature[] = [
  { name: 'nature', weight: 4, of: ({ nature }) => [...nature].sort().join() },
  { name: 'exfiltration', weight: 3, of: ({ exfiltration }) => exfiltration },
  { name: 'unintelligible', weight: 4, of: ({ unintelligible }) => String(unintelligible) },
  { name: 'intent', weight: 2, of: ({ intent }) => intent },
  { name: 'recipients', weight: 3, of: ({ recipients }) => (recipients === 'public' ? 'unknown' : recipients) },
  { name: 'recipientsTrusted', weight: 2, of: ({ recipientsTrusted }) => String(recipientsTrusted) },
  { name: 'deletionConfirmed', weight: 1, of: ({ deletionConfirmed }) => String(deletionConfirmed) },
  { name: 'specialCategories', weight: 3, of: ({ specialCategories }) => String(specialCategories.size > 0) },
  { name: 'data', weight: 2, of: ({ data }) => String(data.has('financial') || data.has('payment-methods')) },
  { name: 'identityTheftPossible', weight: 3, of: ({ identityTheftPossible }) => String(identityTheftPossible) },
  { name: 'credentials', weight: 2, of: ({ credentials }) => credentials },
  { name: 'nationalId', weight: 1, of: ({ nationalId }) => String(nationalId) },
  { name: 'paymentData', weight: 1, of: ({ paymentData }) => String(paymentData) },
  { name: 'vulnerablePersons', weight: 2, of: ({ vulnerablePersons }) => String(vulnerablePersons) },
  { name: 'serviceImpact', weight: 2, of: ({ serviceImpact }) => serviceImpact },
  { name: 'backup', weight: 2, of: ({ nature, backup }) => (nature.includes('availability') ? String(backup) : '') },
  { name: 'persons', weight: 1, of: ({ persons }) => (persons <= 100 ? 'few' : persons <= 10_000 ? 'many' : 'most') },
];

interface Candidate {
  readonly worked: WorkedCase;
  readonly features: readonly string[];
}

const CANDIDATES: readonly Candidate[] = WORKED_CASES.map((worked) => {
  const read = parseFacts({ facts: worked.facts });
  if ('code' in read) throw new Error(`${worked.id}: ${read.message}`);
  const facts = completeFacts(read.facts, 'most');
  return { worked, features: FEATURES.map(({ of }) => of(facts)) };
});

/**
 * The worked cases nearest to a breach, taking what is not known at its gravest.
 *
 * @param facts without contradictions
 * @param most how many to name
 */
export function nearestCases(facts: BreachFacts, most: number): readonly NearestCase[] {
  const complete = completeFacts(facts, 'most');
  const features = FEATURES.map(({ of }) => of(complete));
  return CANDIDATES.map(({ worked, features: others }) => {
    const different = FEATURES.filter((_, i) => features[i] !== others[i]);
    return { worked, different, distance: different.reduce((sum, { weight }) => sum + weight, 0) };
  })
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ worked: { facts: _facts, ...told }, different }) => ({
      ...told,
      differsIn: [...different].sort((a, b) => b.weight - a.weight).map(({ name }) => name),
    }));
}
