// The register as a table, a row each record, in English words: what its CSV holds. Columns keep their names, so that others can read them.
import { factText } from './fact-text.ts';
import { registerWords } from './languages.ts';
import { factsOfRecord, missingParts } from './missing.ts';
import type { RegisterRecord } from './record.ts';
import { measuresOf, riskText, severityText } from './record-draft.ts';
import { SHOWN_FACTS } from './words.ts';

export const REGISTER_COLUMNS = [
  'case',
  'title',
  'state',
  ...SHOWN_FACTS,
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
] as const;

/** One row each record, in the order of the columns; what is not known is an empty cell. */
export function registerRows(records: readonly RegisterRecord[]): string[][] {
  const { words, language } = registerWords('en');
  return records.map((record) => {
    const { decision, assessed } = record;
    const facts = factsOfRecord(record);
    return [
      record.case,
      record.title,
      record.state,
      ...SHOWN_FACTS.map((name) => factText(facts, name, words, language) ?? ''),
      record.effects.join('\n'),
      [...measuresOf(record), ...record.remedialAction].join('\n'),
      assessed ? riskText(assessed, words) : '',
      assessed ? severityText(assessed, words) : '',
      decision.notifyAuthority,
      decision.communicateToPersons,
      decision.reasons ?? '',
      decision.decidedBy ?? '',
      decision.decidedAt ?? '',
      record.notices.map(words.sent).join('\n'),
      missingParts(record).join(', '),
    ];
  });
}
