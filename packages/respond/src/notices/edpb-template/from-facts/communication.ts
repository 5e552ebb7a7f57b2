// Fields 97 to 106: what the people concerned are told, as far as facts and their assessment decide it.
import { knownValue } from '../../../facts/fact.ts';
import { type Answer, type AnswerContext, type AnswersByField, letters, momentOf } from '../answer.ts';

export const COMMUNICATION_ANSWERS: AnswersByField = {
  97: (context) => communicated(context),
  98: ({ facts }) => {
    const at = momentOf(facts, 'personsInformed');
    return at === undefined ? undefined : { value: { kind: 'day', day: at.toPlainDate() }, from: ['personsInformed'] };
  },
  100: ({ facts }) => {
    const removed = knownValue(facts.highRiskRemoved) === true;
    const effort = knownValue(facts.disproportionateEffort) === true;
    if (removed) return letters(effort ? ['b', 'c'] : ['b'], 'highRiskRemoved');
    return effort ? letters(['c'], 'disproportionateEffort') : undefined;
  },
};

/** That they will be told is for a person to decide; that they need not be, the facts can decide. */
function communicated({ facts, assessment }: AnswerContext): Answer | undefined {
  if (facts.personsInformed.state === 'known') return letters(['a'], 'personsInformed');
  const { communicateToPersons, risk } = assessment.decision;
  if (risk.to !== 'high') return letters(['d'], 'assessment');
  if (communicateToPersons === false) return letters(['e'], 'highRiskRemoved', 'assessment');
  const isEffort = knownValue(facts.disproportionateEffort) === true;
  return risk.from === 'high' && isEffort ? letters(['e'], 'disproportionateEffort', 'assessment') : undefined;
}
