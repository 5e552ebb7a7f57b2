// Which types of data stand at stake, as laws ask for them: official numbers, credentials, health, money, what is sensitive.
import { type DataCategory, SPECIAL_CATEGORIES } from '../facts/data-category.ts';
import { knownValue } from '../facts/fact.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { type Finding, met, open, unmet } from './finding.ts';

/** Social security numbers, and numbers of driver's licences and other official documents. */
const OFFICIAL_NUMBERS: ReadonlySet<DataCategory> = new Set<DataCategory>([
  'identification-numbers',
  'official-documents',
]);

const HEALTH: ReadonlySet<DataCategory> = new Set<DataCategory>(['health', 'employment-health', 'genetic']);

const MONEY: ReadonlySet<DataCategory> = new Set<DataCategory>(['payment-methods', 'financial']);

/** Whether social security numbers, driver's licences or the like are in it. */
export function hasOfficialNumbers(facts: BreachFacts): Finding {
  if (knownValue(facts.nationalId) === true) return met('National identification numbers are in it.');
  return hasData(facts, OFFICIAL_NUMBERS, 'numbers of official documents');
}

/** Whether passwords or keys are in it in a form that can be used or guessed. */
export function hasCredentials(facts: BreachFacts): Finding {
  const kept = knownValue(facts.credentials);
  if (kept === 'plain' || kept === 'weak-hash') return met('Passwords or keys are in it that can be used or guessed.');
  if (kept !== undefined) return unmet('No passwords or keys that can be used are in it.');
  return hasData(facts, new Set<DataCategory>(['credentials']), 'passwords or keys');
}

/** Whether data on health is in it. */
export function hasHealthData(facts: BreachFacts): Finding {
  return hasData(facts, HEALTH, 'data on health');
}

/** Whether card or account numbers, or other data on money, are in it. */
export function hasFinancialData(facts: BreachFacts): Finding {
  if (knownValue(facts.paymentData) === true) return met('Card or account numbers are in it.');
  return hasData(facts, MONEY, 'data on money');
}

/** Whether data is in it of the kinds that most laws protect more than others: health, beliefs, origin, offences. */
export function hasSensitiveData(facts: BreachFacts): Finding {
  const isSpecial = (knownValue(facts.specialCategories)?.length ?? 0) > 0;
  return isSpecial ? met('Sensitive data is in it.') : hasData(facts, SPECIAL_CATEGORIES, 'sensitive data');
}

/** Whether children are among the people concerned. */
export function concernsChildren({ minors, subjects }: BreachFacts): Finding {
  if (knownValue(minors) === true || (knownValue(subjects)?.includes('minors') ?? false))
    return met('Children are concerned.');
  return knownValue(minors) === false
    ? unmet('No children are concerned.')
    : open('Whether children are concerned is not known.', 'minors');
}

/** Whether one of these types is in it. Types that are only possible, or not known yet, leave it open. */
export function hasData({ data, possibleData }: BreachFacts, wanted: ReadonlySet<DataCategory>, what: string): Finding {
  const types = knownValue(data);
  if (types === undefined) return open(`It is not known whether there is among the data: ${what}.`, 'data');
  if (types.some((type) => wanted.has(type))) return met(`Among the data: ${what}.`);
  const isOpen = types.some((type) => type === 'not-yet-known' || type === 'other');
  if (isOpen) return open(`It is not known whether there is among the data: ${what}.`, 'data');
  const isPossible = knownValue(possibleData)?.some((type) => wanted.has(type)) ?? false;
  return isPossible ? open(`Perhaps among the data: ${what}.`, 'possibleData') : unmet(`Not among the data: ${what}.`);
}
