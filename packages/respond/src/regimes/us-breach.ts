// What nearly all states of the United States call a breach: readable data of a kind that the law names, acquired by a stranger.
import type { DataCategory } from '../facts/data-category.ts';
import { knownValue } from '../facts/fact.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { allOf, anyOf, type Finding, met, open, unmet } from './finding.ts';

/** The types that, with a name or alone, are personal information in most states. Each state has a list of its own. */
const NAMED_IN_MOST_STATES: ReadonlySet<DataCategory> = new Set<DataCategory>([
  'identification-numbers',
  'official-documents',
  'payment-methods',
  'financial',
  'health',
  'employment-health',
  'biometric',
  'genetic',
  'credentials',
]);

/** Social security numbers, and numbers of driver's licences and other official documents. */
const OFFICIAL_NUMBERS: ReadonlySet<DataCategory> = new Set<DataCategory>([
  'identification-numbers',
  'official-documents',
]);

const HEALTH: ReadonlySet<DataCategory> = new Set<DataCategory>(['health', 'employment-health', 'genetic']);

/** Whether it is a breach of the security of personal information, as far as the laws of the states agree. */
export function usBreach(facts: BreachFacts): Finding {
  return allOf(readable(facts), hasNamedData(facts), acquired(facts));
}

/** Whether somebody can read what was taken: encryption is a safe harbour as long as the key is safe. */
export function readable({ unintelligible, keyCompromised }: BreachFacts): Finding {
  const isUnintelligible = knownValue(unintelligible);
  if (isUnintelligible === undefined) return open('Whether the data was encrypted is not known.', 'unintelligible');
  if (!isUnintelligible) return met('The data was not encrypted.');
  return knownValue(keyCompromised) === true
    ? met('The data was encrypted, and its key was taken too.')
    : unmet('The data was encrypted, and nobody says that its key was taken.');
}

/** Whether a stranger has the data, or may reasonably be believed to. */
export function acquired({ nature, exfiltration, readByOthers }: BreachFacts): Finding {
  const taken = knownValue(exfiltration);
  if (knownValue(nature)?.includes('confidentiality') === false) return unmet('No data was disclosed.');
  if (knownValue(readByOthers) === true || taken === 'proved' || taken === 'likely') {
    return met('Somebody without the right to has the data, or is likely to.');
  }
  if (taken === 'ruled-out') return unmet('That somebody has the data is ruled out.');
  return open('Whether somebody has the data is not known.', 'exfiltration');
}

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

function hasNamedData(facts: BreachFacts): Finding {
  const isPublic = knownValue(facts.alreadyPublic) === true;
  if (isPublic) return unmet('All of the data was lawfully public before.');
  const isPaying = knownValue(facts.paymentData) === true;
  return anyOf(
    ...(isPaying ? [met('Card or account numbers are in it.')] : []),
    hasOfficialNumbers(facts),
    hasCredentials(facts),
    hasData(facts, NAMED_IN_MOST_STATES, 'data of a kind that most states name'),
  );
}

/** Types that are only possible, or not known yet, leave it open. */
function hasData({ data, possibleData }: BreachFacts, wanted: ReadonlySet<DataCategory>, what: string): Finding {
  const types = knownValue(data);
  if (types === undefined) return open(`Whether there is ${what} in it is not known.`, 'data');
  if (types.some((type) => wanted.has(type))) return met(`There is ${what} in it.`);
  const isOpen = types.some((type) => type === 'not-yet-known' || type === 'other');
  if (isOpen) return open(`Whether there is ${what} in it is not known.`, 'data');
  const isPossible = knownValue(possibleData)?.some((type) => wanted.has(type)) ?? false;
  return isPossible ? open(`There may be ${what} in it.`, 'possibleData') : unmet(`There is no ${what} in it.`);
}
