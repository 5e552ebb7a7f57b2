// A record of the register as a document: blocks with questions for what Article 33(5) wants and nobody has said yet.
import type { Block, Language, NoticeDraft, Question } from '../notices/notice.ts';
import { factRows, instantWords } from './fact-text.ts';
import { type RegisterLanguage, registerWords } from './languages.ts';
import { factsOfRecord, type MissingPart, missingParts, questionFor } from './missing.ts';
import type { RegisterRecord } from './record.ts';
import type { RegisterWords } from './words.ts';

/** Drafts the document of one record. It is complete when nothing is missing. */
export function draftRecord(record: RegisterRecord, language: Language): NoticeDraft {
  const { language: written, words } = registerWords(language);
  const missing = missingParts(record);
  return {
    notice: 'breach-record',
    language: written,
    title: words.title,
    blocks: recordBlocks(record, words, written, missing),
    missing: missing.map((part) => questionFor(part, words)),
  };
}

/** Drafts one document of all records, a section each. */
export function draftRegister(records: readonly RegisterRecord[], language: Language): NoticeDraft {
  const { language: written, words } = registerWords(language);
  const drafts = records.map((record) => {
    const missing = missingParts(record);
    const blocks: readonly Block[] = [
      { kind: 'heading', level: 1, text: words.caseHeading(record) },
      ...recordBlocks(record, words, written, missing).map(lowered),
    ];
    return { blocks, missing: missing.map((part): Question => inCase(questionFor(part, words), record)) };
  });
  return {
    notice: 'breach-register',
    language: written,
    title: words.registerTitle,
    blocks: drafts.flatMap(({ blocks }) => blocks),
    missing: drafts.flatMap(({ missing }) => missing),
  };
}

function lowered(block: Block): Block {
  return block.kind === 'heading' ? { ...block, level: block.level === 1 ? 2 : 3 } : block;
}

function inCase(question: Question, record: RegisterRecord): Question {
  return { ...question, id: `${record.case}/${question.id}` };
}

function recordBlocks(
  record: RegisterRecord,
  words: RegisterWords,
  language: RegisterLanguage,
  missing: readonly MissingPart[],
): Block[] {
  const { sections } = words;
  const questions = (...parts: readonly MissingPart[]): Block[] =>
    parts
      .filter((part) => missing.includes(part))
      .map((part) => ({ kind: 'question', question: questionFor(part, words) }));
  const facts = factRows(factsOfRecord(record), words, language);
  return [
    heading(sections.facts),
    table([[words.labels.state, words.states[record.state]], ...facts]),
    ...questions('facts', 'aware'),
    heading(sections.effects),
    ...list(record.effects),
    ...questions('effects'),
    heading(sections.remedialAction),
    ...list([...measuresOf(record, (at) => instantWords(at, language)), ...record.remedialAction]),
    ...questions('remedial-action'),
    heading(sections.decision),
    table(decisionRows(record, words, language)),
    ...questions('decision', 'decided-by', 'reasons'),
    heading(sections.notices),
    ...(record.notices.length === 0
      ? [{ kind: 'paragraph', text: words.noNotice } as const]
      : list(record.notices.map((sent) => words.sent(sent, instantWords(sent.at, language))))),
  ];
}

function heading(text: string): Block {
  return { kind: 'heading', level: 1, text };
}

function list(items: readonly string[]): Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

function table(rows: readonly (readonly [string, string])[]): Block {
  return { kind: 'table', rows };
}

/** The measures among the facts, each with its day where it has one. */
export function measuresOf(record: RegisterRecord, written: (at: string) => string): string[] {
  const { measuresTaken } = factsOfRecord(record);
  if (measuresTaken.state === 'unknown') return [];
  return measuresTaken.value.map(({ what, at }) => (at === undefined ? what : `${what} (${written(at)})`));
}

function decisionRows(
  { decision, assessed }: RegisterRecord,
  words: RegisterWords,
  language: RegisterLanguage,
): (readonly [string, string])[] {
  const { labels, rulings } = words;
  return [
    [labels.notifyAuthority, rulings[decision.notifyAuthority]],
    [labels.communicateToPersons, rulings[decision.communicateToPersons]],
    ...optionalRow(labels.reasons, decision.reasons),
    ...optionalRow(labels.decidedBy, decision.decidedBy),
    ...optionalRow(labels.decidedAt, decision.decidedAt && instantWords(decision.decidedAt, language)),
    ...optionalRow(labels.risk, assessed && riskText(assessed, words)),
    ...optionalRow(labels.severity, assessed && severityText(assessed, words)),
  ];
}

type Assessed = NonNullable<RegisterRecord['assessed']>;

export function riskText({ risk: { from, to } }: Assessed, { risks, range }: RegisterWords): string {
  return from === to ? risks[from] : range(risks[from], risks[to]);
}

export function severityText({ severity: { from, to, band } }: Assessed, { bands, range }: RegisterWords): string {
  const value = from === to ? from.toFixed(2) : range(from.toFixed(2), to.toFixed(2));
  return `${value}, ${bands[band]}`;
}

function optionalRow(label: string, value: string | undefined): (readonly [string, string])[] {
  return value === undefined ? [] : [[label, value]];
}
