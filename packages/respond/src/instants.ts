// The moments of a case as clocks read them: on the wall of the team's time zone.
import { type InstantText, instantOf } from './clocks/instant.ts';
import { knownValue } from './facts/fact.ts';
import type { BreachFacts } from './facts/facts.ts';
import type { Instants } from './regimes/regime.ts';

/**
 * The moments that the facts tell.
 *
 * @param now the moment for which is asked; it has to be an instant
 */
export function instantsOf(facts: BreachFacts, now?: InstantText): Instants {
  const zone = knownValue(facts.timeZone);
  const at = (text: InstantText | undefined) => (text === undefined ? undefined : instantOf(text, zone));
  return {
    detected: at(knownValue(facts.detected)),
    aware: at(knownValue(facts.aware)),
    processorAware: at(knownValue(facts.processorAware)),
    incidentAware: at(knownValue(facts.incidentAware)),
    classifiedMajor: at(knownValue(facts.classifiedMajor)),
    correctiveMeasure: at(knownValue(facts.correctiveMeasure)),
    authorityNotified: at(knownValue(facts.authorityNotified)),
    notifiableDetermined: at(knownValue(facts.notifiableDetermined)),
    materialityDetermined: at(knownValue(facts.materialityDetermined)),
    ransomPaid: at(knownValue(facts.ransomPaid)),
    personsInformed: at(knownValue(facts.personsInformed)),
    now: at(now),
  };
}
