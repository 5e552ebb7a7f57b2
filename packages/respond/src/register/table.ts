// The register as a table, a row each record, in English words: what its CSV holds. Columns keep their names, so that others can read them;
// numbers are digits alone and moments are RFC 3339, so that others can count with them.
import { type Fact, type Interval, knownValue } from '../facts/fact.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { factText } from './fact-text.ts';
import { registerWords } from './languages.ts';
import { factsOfRecord, missingParts } from './missing.ts';
import type { RegisterRecord } from './record.ts';
import { measuresOf, riskText, severityText } from './record-draft.ts';
import { SHOWN_FACTS } from './words.ts';

const COUNTED = ['persons', 'records'] as const;
const TIMED = ['since', 'until', 'detected', 'aware', 'authorityNotified', 'personsInformed'] as const;

/** The facts whose words stand in one column of their name. */
const WORDED = SHOWN_FACTS.filter((name) => ![...COUNTED, ...TIMED].some((other) => other === name));

export const REGISTER_COLUMNS: readonly string[] = [
  'case',
  'title',
  'state',
  ...TIMED,
  ...COUNTED.flatMap((name) => [`${name}AtLeast`, `${name}AtMost`]),
  ...WORDED,
  'effects',
  'remedialAction',
  'risk',
  'severity',
  'notifyAuthority',
  'communicateToPersons',
  'reasons',
  'decidedBy',
  'decidedAt',
  'notices',
  'missing',
];

/** One row each record, in the order of the columns; what is not known is an empty cell. */
export function registerRows(records: readonly RegisterRecord[]): string[][] {
  return records.map((record) => {
    const facts = factsOfRecord(record);
    return [record.case, record.title, record.state, ...factCells(facts), ...toldCells(record)];
  });
}

function factCells(facts: BreachFacts): string[] {
  const { words, language } = registerWords('en');
  return [
    ...TIMED.map((name) => knownValue(facts[name]) ?? ''),
    ...COUNTED.flatMap((name) => boundCells(facts[name])),
    ...WORDED.map((name) => factText(facts, name, words, language) ?? ''),
  ];
}

/** An upper bound that nobody knows is an empty cell. */
function boundCells(fact: Fact<Interval>): string[] {
  const value = knownValue(fact);
  if (value === undefined) return ['', ''];
  return [String(value.lower), Number.isFinite(value.upper) ? String(value.upper) : ''];
}

function toldCells(record: RegisterRecord): string[] {
  const { words } = registerWords('en');
  const { decision, assessed } = record;
  return [
    record.effects.join('\n'),
    [...measuresOf(record, (at) => at), ...record.remedialAction].join('\n'),
    assessed ? riskText(assessed, words) : '',
    assessed ? severityText(assessed, words) : '',
    decision.notifyAuthority,
    decision.communicateToPersons,
    decision.reasons ?? '',
    decision.decidedBy ?? '',
    decision.decidedAt ?? '',
    record.notices.map((sent) => words.sent(sent, sent.at)).join('\n'),
    missingParts(record).join(', '),
  ];
}
