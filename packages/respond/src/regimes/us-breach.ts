// What nearly all states of the United States call a breach: readable data of a kind that the law names, acquired by a stranger.
import type { DataCategory } from '../facts/data-category.ts';
import { knownValue } from '../facts/fact.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { hasCredentials, hasData, hasOfficialNumbers } from './data-at-stake.ts';
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
function acquired({ nature, exfiltration, readByOthers }: BreachFacts): Finding {
  const taken = knownValue(exfiltration);
  if (knownValue(nature)?.includes('confidentiality') === false) return unmet('No data was disclosed.');
  if (knownValue(readByOthers) === true || taken === 'proved' || taken === 'likely') {
    return met('Somebody without the right to has the data, or is likely to.');
  }
  if (taken === 'ruled-out') return unmet('That somebody has the data is ruled out.');
  return open('Whether somebody has the data is not known.', 'exfiltration');
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
