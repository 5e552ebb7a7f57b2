// Serious or significant harm, on which many laws outside of the EEA hang, from what a person judged or from the risk for people.
import { knownValue } from '../facts/fact.ts';
import { type Finding, met, open, unmet } from './finding.ts';
import type { DutyContext } from './regime.ts';

/** Whether serious harm is likely for anybody. A person's judgement goes before the risk that the facts give. */
export function seriousHarm({ facts, risk }: Pick<DutyContext, 'facts' | 'risk'>): Finding {
  const judged = knownValue(facts.significantHarm);
  if (judged !== undefined) {
    return judged ? met('Serious harm was judged likely.') : unmet('Serious harm was judged unlikely.');
  }
  if (risk.from === 'high') return met('The risk for people is high.');
  if (risk.to === 'none') return unmet('A risk for people is unlikely.');
  return open('Whether serious harm is likely has not been judged.', 'significantHarm');
}
