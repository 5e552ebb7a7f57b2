// What Article 33(5) wants in a record and is not in it yet.
import { parseFacts } from '../facts/document.ts';
import { type BreachFacts, noFacts } from '../facts/facts.ts';
import type { Question } from '../notices/notice.ts';
import type { RegisterRecord } from './record.ts';
import type { RegisterWords } from './words.ts';

/** The parts that can be missing, in the order in which a record tells them; their questions stand in the words of a language. */
export const MISSING_PARTS = [
  'facts',
  'aware',
  'effects',
  'remedial-action',
  'decision',
  'decided-by',
  'reasons',
] as const;

export type MissingPart = (typeof MISSING_PARTS)[number];

/** The facts of a record, as functions of this package take them. */
export function factsOfRecord({ facts }: Pick<RegisterRecord, 'facts'>): BreachFacts {
  const read = parseFacts({ facts });
  return 'code' in read ? noFacts() : read.facts;
}

/** What is missing, in the order in which a record tells it. */
export function missingParts(record: RegisterRecord): MissingPart[] {
  const facts = factsOfRecord(record);
  const { notifyAuthority, communicateToPersons, decidedBy, reasons } = record.decision;
  const isMissing: Record<MissingPart, boolean> = {
    facts: facts.nature.state === 'unknown' || facts.data.state === 'unknown' || facts.persons.state === 'unknown',
    aware: facts.aware.state === 'unknown',
    effects: record.effects.length === 0,
    'remedial-action': record.remedialAction.length === 0 && facts.measuresTaken.state === 'unknown',
    decision: notifyAuthority === 'undecided' || communicateToPersons === 'undecided',
    'decided-by': decidedBy === undefined,
    reasons: reasons === undefined,
  };
  return MISSING_PARTS.filter((part) => isMissing[part]);
}

/** The question for a part. */
export function questionFor(part: MissingPart, words: RegisterWords): Question {
  return { id: `register-${part}`, text: words.questions[part], demandedBy: words.rules[part] };
}
