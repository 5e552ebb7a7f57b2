// The EDPB's template filled from a case: every field that facts decide is answered, every other one that has to be is a question.
import type { Assessment } from '../../assessment.ts';
import type { BreachFacts } from '../../facts/facts.ts';
import type { Answer, AnswersByField } from './answer.ts';
import { circumstancesOf } from './circumstances.ts';
import { type ConditionContext, holds } from './condition.ts';
import { FIELD_NUMBERS, type FieldNumber, fieldOf } from './fields.ts';
import { AUTHORITIES_ANSWERS } from './from-facts/authorities.ts';
import { COMMUNICATION_ANSWERS } from './from-facts/communication.ts';
import { CONSEQUENCES_ANSWERS } from './from-facts/consequences.ts';
import { INCIDENT_ANSWERS } from './from-facts/incident.ts';
import { ORGANISATION_ANSWERS } from './from-facts/organisation.ts';
import { PEOPLE_AND_DATA_ANSWERS } from './from-facts/people-and-data.ts';
import { TIMELINE_ANSWERS } from './from-facts/timeline.ts';
import { byImportance } from './importance.ts';
import type { StatedAnswers } from './stated-answers.ts';

type FilledField =
  | ({ readonly state: 'answered' } & Answer)
  /** A person has to state it. `meanwhile` is the letter that an incomplete notification may give until then. */
  | { readonly state: 'asked'; readonly meanwhile?: string }
  /** It may be left out, and nobody said anything. */
  | { readonly state: 'left out' }
  | { readonly state: 'hidden' };

export interface FilledTemplate {
  readonly fields: Readonly<Record<FieldNumber, FilledField>>;
  /** The fields that a person still has to answer, the most important first. */
  readonly asked: readonly FieldNumber[];
  /** Every field that is required is answered, and none with what is still to be determined. */
  readonly isComplete: boolean;
}

const FROM_FACTS: AnswersByField = {
  ...ORGANISATION_ANSWERS,
  ...TIMELINE_ANSWERS,
  ...INCIDENT_ANSWERS,
  ...PEOPLE_AND_DATA_ANSWERS,
  ...CONSEQUENCES_ANSWERS,
  ...COMMUNICATION_ANSWERS,
  ...AUTHORITIES_ANSWERS,
};

/**
 * Fills the template.
 *
 * @param facts without contradictions
 * @param assessment of these facts; that it is late is known where it was made for a moment
 * @param stated what persons stated for the notification
 */
export function fillTemplate(facts: BreachFacts, assessment: Assessment, stated: StatedAnswers = {}): FilledTemplate {
  const answers = answersOf(facts, assessment, stated);
  const context = conditionContext(answers, { circumstances: circumstancesOf(facts, assessment) });
  const filled = new Map(FIELD_NUMBERS.map((number) => [number, filledField(number, answers, context)]));
  filled.set(4, kindOf(answers.get(4), filled));
  const asked = FIELD_NUMBERS.filter((number) => filled.get(number)?.state === 'asked');
  return {
    fields: Object.fromEntries(filled) as Record<FieldNumber, FilledField>,
    asked: byImportance(asked, assessment),
    isComplete: isComplete(filled),
  };
}

type Answers = ReadonlyMap<FieldNumber, Answer>;
type Filled = ReadonlyMap<FieldNumber, FilledField>;

function answersOf(facts: BreachFacts, assessment: Assessment, stated: StatedAnswers): Answers {
  const answers = new Map<FieldNumber, Answer>();
  for (const number of FIELD_NUMBERS) {
    const said = stated[number];
    const answer = said ? ({ value: said, from: ['stated'] } as const) : FROM_FACTS[number]?.({ facts, assessment });
    if (answer !== undefined) answers.set(number, answer);
  }
  return answers;
}

/** Letters count only where their field is visible itself; the conditions of the template make no circles. */
function conditionContext(answers: Answers, rest: Pick<ConditionContext, 'circumstances'>): ConditionContext {
  const context: ConditionContext = {
    ...rest,
    lettersOf: (number) => {
      const field = FIELD_NUMBERS.find((one) => one === number);
      const value = field === undefined ? undefined : answers.get(field)?.value;
      if (field === undefined || value === undefined || !isVisible(field, context)) return [];
      if (value.kind === 'flag') return value.ticked ? ['yes'] : [];
      return value.kind === 'letters' ? value.letters : [];
    },
  };
  return context;
}

function isVisible(number: FieldNumber, context: ConditionContext): boolean {
  const { visibleIf } = fieldOf(number);
  return visibleIf === undefined || holds(visibleIf, context);
}

function filledField(number: FieldNumber, answers: Answers, context: ConditionContext): FilledField {
  if (!isVisible(number, context)) return { state: 'hidden' };
  const answer = answers.get(number);
  if (answer !== undefined) return { state: 'answered', ...answer };
  const { required, toBeDetermined, undetermined } = fieldOf(number);
  if (required === undefined || (required !== true && !holds(required, context))) return { state: 'left out' };
  const meanwhile = toBeDetermined ?? undetermined;
  return meanwhile === undefined ? { state: 'asked' } : { state: 'asked', meanwhile };
}

/** Field 4: a person may withdraw; else it is complete or not as the other fields are. */
function kindOf(stated: Answer | undefined, filled: Filled): FilledField {
  const isWithdrawn = stated?.value.kind === 'letters' && stated.value.letters.includes('c');
  if (stated !== undefined && isWithdrawn) return { state: 'answered', ...stated };
  const letter = isComplete(filled) ? 'a' : 'b';
  return { state: 'answered', value: { kind: 'letters', letters: [letter] }, from: ['assessment'] };
}

function isComplete(filled: Filled): boolean {
  return [...filled].every(([number, field]) => {
    if (number === 4) return true;
    if (field.state !== 'answered') return field.state !== 'asked';
    const { toBeDetermined } = fieldOf(number);
    const { value } = field;
    return !(value.kind === 'letters' && toBeDetermined !== undefined && value.letters.includes(toBeDetermined));
  });
}
