// What each answer to an open question would make of the case: from which decision and severity to which.
import * as v from 'valibot';
import { settleFacts } from '../facts/contradictions.ts';
import { FACT_NAMES, FACTS, type FactName } from '../facts/definitions.ts';
import { type BreachFacts, withFact } from '../facts/facts.ts';
import { plainValue } from '../facts/plain-value.ts';
import type { Band } from '../severity/enisa.ts';
import { severityOf } from '../severity/severity.ts';
import { type Decided, decide } from './decide.ts';
import type { RiskRange } from './risk.ts';

/** What a case comes to under certain facts. */
export interface Outcome {
  readonly notifyAuthority: Decided;
  readonly communicateToPersons: Decided;
  readonly risk: RiskRange;
  readonly severity: { readonly from: number; readonly to: number; readonly band: Band };
}

/** One answer that would change what the case comes to. */
export interface AnswerEffect {
  readonly fact: FactName;
  /** What is known now: `unknown`, where nothing is. */
  readonly from: unknown;
  readonly to: unknown;
  readonly before: Outcome;
  readonly after: Outcome;
}

/** Answers to facts whose schema does not list them: the least and the most of what can be said. */
const ANSWERS_BY_HAND: { readonly [N in FactName]?: readonly unknown[] } = {
  nature: [['confidentiality'], ['integrity'], ['availability']],
  persons: [{ lower: 1, upper: 1 }, { lower: 1_000_000 }],
  specialCategories: [[], ['health']],
};

/**
 * The answers that would change the decision, the risk or the severity, for each fact that is not known; those that decide most come first.
 *
 * @param stated facts as they were said; an answer that contradicts another fact is left out
 */
export function whatAnswersWouldDo(stated: BreachFacts): readonly AnswerEffect[] {
  const { facts } = settleFacts(stated);
  const before = outcomeOf(facts);
  return FACT_NAMES.filter((name) => isOpen(facts, name))
    .flatMap((name) => answersTo(name).flatMap((answer) => effectOf(facts, name, answer, before)))
    .sort((a, b) => weightOf(b) - weightOf(a));
}

/** What cannot be told is as open as what nobody has said. */
function isOpen(facts: BreachFacts, name: FactName): boolean {
  const fact = facts[name];
  return fact.state === 'unknown' || fact.value === 'unknown';
}

function answersTo(name: FactName): readonly unknown[] {
  return (ANSWERS_BY_HAND[name] ?? listed(FACTS[name].schema)).filter((answer) => answer !== 'unknown');
}

/** Yes and no, or the words of a closed list; what only a person can count or write has no such list. */
function listed(schema: v.GenericSchema): readonly unknown[] {
  if (schema.type === 'boolean') return [true, false];
  if (schema.type === 'picklist' && 'options' in schema && Array.isArray(schema.options)) {
    // Words that mean the same as another become that one.
    return [...new Set(schema.options.map((word: unknown) => v.parse(schema, word)))];
  }
  return [];
}

function effectOf(facts: BreachFacts, name: FactName, answer: unknown, before: Outcome): AnswerEffect[] {
  const value = v.parse(FACTS[name].schema as v.GenericSchema, answer);
  const answered = withFact(facts, name, value as never, { source: 'assumed', certainty: 'proved' });
  if (settleFacts(answered).contradictions.length > 0) return [];
  const after = outcomeOf(answered);
  if (JSON.stringify(after) === JSON.stringify(before)) return [];
  const fact = facts[name];
  const from = fact.state === 'known' ? plainValue(fact.value) : 'unknown';
  return [{ fact: name, from, to: plainValue(value), before, after }];
}

function outcomeOf(facts: BreachFacts): Outcome {
  const { notifyAuthority, communicateToPersons, risk } = decide(facts);
  const { from, to, bands } = severityOf(facts);
  return { notifyAuthority, communicateToPersons, risk, severity: { from, to, band: bands.to } };
}

/** A decision weighs more than a risk, and that more than any severity. */
function weightOf({ before, after }: AnswerEffect): number {
  const decisions =
    Number(before.notifyAuthority !== after.notifyAuthority) +
    Number(before.communicateToPersons !== after.communicateToPersons);
  const risks = Number(before.risk.from !== after.risk.from) + Number(before.risk.to !== after.risk.to);
  const moved = Math.abs(before.severity.from - after.severity.from) + Math.abs(before.severity.to - after.severity.to);
  return decisions * 100 + risks * 20 + moved;
}
