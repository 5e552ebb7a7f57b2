// An answer to a field of the template, with what it rests on; and what the functions that answer fields know of a case.
import type { Temporal } from 'temporal-polyfill';
import type { Assessment } from '../../assessment.ts';
import { instantOf } from '../../clocks/instant.ts';
import type { FactName } from '../../facts/definitions.ts';
import { knownValue } from '../../facts/fact.ts';
import type { BreachFacts } from '../../facts/facts.ts';
import type { TemplateValue, Words } from './field.ts';
import type { FieldNumber } from './fields.ts';

/** What an answer rests on: facts, the assessment of the facts, or a person who stated it for the notification. */
export type AnswerSource = FactName | 'assessment' | 'stated';

export interface Answer {
  readonly value: TemplateValue;
  readonly from: readonly AnswerSource[];
}

export interface AnswerContext {
  /** Without contradictions. */
  readonly facts: BreachFacts;
  readonly assessment: Assessment;
}

/** Answers a field where the facts decide it; undefined where a person has to. */
type AnswerFunction = (context: AnswerContext) => Answer | undefined;

export type AnswersByField = { readonly [N in FieldNumber]?: AnswerFunction };

/** Letters, where there is one. */
export function letters(chosen: readonly string[], ...from: readonly AnswerSource[]): Answer | undefined {
  const value: TemplateValue = { kind: 'letters', letters: [...new Set(chosen)].sort() };
  return chosen.length === 0 ? undefined : { value, from };
}

/** The letter that stands for a word, where the fact is known and a letter stands for it. */
export function letterFor<W extends string>(
  word: W | undefined,
  table: Readonly<Partial<Record<W, string>>>,
  from: FactName,
): Answer | undefined {
  const letter = word === undefined ? undefined : table[word];
  return letter === undefined ? undefined : letters([letter], from);
}

/** Sentences, where there is one. */
export function text(sentences: readonly Words[], ...from: readonly AnswerSource[]): Answer | undefined {
  if (sentences.length === 0) return undefined;
  const joined = { en: sentences.map(({ en }) => en).join(' '), fr: sentences.map(({ fr }) => fr).join(' ') };
  return { value: { kind: 'text', text: joined }, from };
}

/** The moment that a fact tells, on the wall of the team's time zone. */
export function momentOf(
  facts: BreachFacts,
  name: 'since' | 'until' | 'aware' | 'personsInformed',
): Temporal.ZonedDateTime | undefined {
  const told = knownValue(facts[name]);
  return told === undefined ? undefined : instantOf(told, knownValue(facts.timeZone));
}
