// Fields 3 to 41: which notification it is, by whom, and who else is involved, as far as facts tell.
import { knownValue } from '../../../facts/fact.ts';
import type { BreachFacts } from '../../../facts/facts.ts';
import { type Answer, type AnswersByField, letterFor, letters, text } from '../answer.ts';

export const ORGANISATION_ANSWERS: AnswersByField = {
  3: ({ facts }) => letters([facts.authorityNotified.state === 'known' ? 'b' : 'a'], 'authorityNotified'),
  15: ({ facts }) => letterFor(knownValue(facts.size), { micro: 'a', small: 'b', medium: 'b', large: 'c' }, 'size'),
  38: ({ facts }) => otherParties(facts),
  39: ({ facts }) => qualification(facts),
};

/** A joint controller is not alone, and a processor that became aware is involved. That nobody else is, a person has to say. */
function otherParties(facts: BreachFacts): Answer | undefined {
  if (knownValue(facts.role) === 'joint-controller') return letters(['a'], 'role');
  return facts.processorAware.state === 'known' ? letters(['a'], 'processorAware') : undefined;
}

function qualification(facts: BreachFacts): Answer | undefined {
  if (knownValue(facts.role) === 'joint-controller') {
    return text([{ en: 'Joint controller.', fr: 'Responsable conjoint du traitement.' }], 'role');
  }
  if (facts.processorAware.state === 'unknown') return undefined;
  return text([{ en: 'Processor.', fr: 'Sous-traitant.' }], 'processorAware');
}
