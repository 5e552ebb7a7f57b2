// The moments from which the laws on incidents count: when the organisation knew of it, and when a report was submitted.
import { instantOf } from '../clocks/instant.ts';
import type { FactName, FactValue } from '../facts/definitions.ts';
import { knownValue } from '../facts/fact.ts';
import type { BreachFacts } from '../facts/facts.ts';
import type { ClockStart } from './due.ts';
import type { Instants } from './regime.ts';

export interface IncidentAwareness {
  readonly start: ClockStart;
  readonly assumed: readonly string[];
  readonly decidedBy: readonly FactName[];
}

/**
 * When the organisation became aware of the incident. Where only the awareness of what it did to personal data is known, that is taken,
 * and said to be assumed, since the incident may have been known before.
 */
export function incidentAwareness({ incidentAware, aware }: Instants): IncidentAwareness {
  const what = 'the awareness of the incident';
  if (incidentAware !== undefined || aware === undefined) {
    return { start: { at: incidentAware, fact: 'incidentAware', what }, assumed: [], decidedBy: [] };
  }
  return {
    start: { at: aware, fact: 'incidentAware', what },
    assumed: ['the incident was not known before it was known that personal data was compromised'],
    decidedBy: ['incidentAware'],
  };
}

type Stage = FactValue<'filings'>[number]['stage'];

/**
 * When a report was submitted, for what is due so long after it.
 *
 * @param which of several for the same stage: the first, or for an updated report the latest
 * @param what as in `the notification`
 */
export function submissionOf(
  facts: BreachFacts,
  { regime, stage, which = 'first', what }: { regime: string; stage: Stage; which?: 'first' | 'latest'; what: string },
): ClockStart {
  const zone = knownValue(facts.timeZone);
  const submitted = (knownValue(facts.filings) ?? [])
    .filter((filing) => filing.regime === regime && filing.stage === stage)
    .map(({ at }) => instantOf(at, zone))
    .sort((a, b) => a.epochMilliseconds - b.epochMilliseconds);
  return { at: submitted.at(which === 'first' ? 0 : -1), fact: 'filings', what: `the submission of ${what}` };
}
