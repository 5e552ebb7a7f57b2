// What HIPAA and the rule of the FTC for personal health records have in common: access is presumed to be a breach, and 500 is a threshold.
import { knownValue } from '../facts/fact.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { type ClockStart, type Due, dueInDays } from './due.ts';
import { allOf, anyOf, type Finding, met, open, unmet } from './finding.ts';
import { concerns, isWithin, livesIn } from './places.ts';
import { readable } from './us-breach.ts';

/** Whether unsecured health information was breached; whoever says that it was not has to show it. */
export function healthBreach(facts: BreachFacts): Finding {
  return allOf(readable(facts), presumedBreach(facts));
}

function presumedBreach({ nature, exfiltration }: BreachFacts): Finding {
  const taken = knownValue(exfiltration);
  if (taken === 'ruled-out') return unmet('That somebody has the data is ruled out.');
  if (taken === 'unlikely')
    return open('A low probability that the data was compromised has to be shown.', 'exfiltration');
  if (knownValue(nature)?.includes('confidentiality') === false) {
    return open('No disclosure is known; data that was out of reach may have been acquired too.', 'nature');
  }
  return met('Access without the right to it is presumed to be a breach.');
}

/** Whether so many of them live in one state. */
export function liveInOneState(facts: BreachFacts, atLeast: number): Finding {
  const inAll = concerns(facts, atLeast);
  if (inAll.answer === 'no') return inAll;
  const states = (knownValue(facts.personsByCountry) ?? []).map(({ country }) => country);
  const named = states.filter((state) => isWithin(state, 'US') && state !== 'US');
  const unnamed = livesIn(facts, 'US', 'the United States', atLeast);
  if (unnamed.answer === 'no') return unnamed;
  const isEachNamed =
    facts.personsByCountry.state === 'known' &&
    !states.includes('US') &&
    facts.personsByCountry.certainty !== 'possible';
  const inOne = anyOf(...named.map((state) => livesIn(facts, state, state, atLeast)));
  return isEachNamed || inOne.answer === 'yes'
    ? inOne
    : open('How many live in one state is not known.', 'personsByCountry');
}

/** So many days after the end of the year in which a breach was discovered. */
export function dueAfterYear(discovered: ClockStart, days: number): Due {
  const end = discovered.at?.with({ month: 12, day: 31 });
  return dueInDays({ ...discovered, at: end, what: 'the end of the year of the discovery' }, days);
}
