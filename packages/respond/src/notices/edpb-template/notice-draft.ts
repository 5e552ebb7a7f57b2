// The filled template as a notice: a section each, answers as tables, open fields as marked questions, and what the answers rest on.
import type { Assessment } from '../../assessment.ts';
import { FACTS } from '../../facts/definitions.ts';
import type { BreachFacts } from '../../facts/facts.ts';
import type { Block, NoticeDraft, Question } from '../notice.ts';
import type { AnswerSource } from './answer.ts';
import { deadlineNote } from './deadline-note.ts';
import { SECTION_STARTS, SECTIONS, type Section, type TemplateLanguage } from './field.ts';
import { FIELD_NUMBERS, type FieldNumber, fieldOf } from './fields.ts';
import type { FilledTemplate } from './fill.ts';
import { valueText } from './value-text.ts';
import { labelOf, optionOf, PHRASES, SECTION_TITLES } from './words.ts';

/** Drafts the notice from the filled template. */
export function templateNotice(
  filled: FilledTemplate,
  facts: BreachFacts,
  assessment: Assessment,
  language: TemplateLanguage,
): NoticeDraft {
  const missing = filled.asked.map((number) => questionOf(number, language));
  const title = PHRASES.title[language];
  return {
    notice: 'edpb',
    language,
    title,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      { kind: 'paragraph', text: PHRASES.source[language] },
      ...deadlineNote(facts, assessment, language),
      ...(missing.length > 0 ? [incompleteNote(missing.length, language)] : []),
      ...SECTIONS.flatMap((section) => sectionBlocks(section, filled, language)),
      ...sourceBlocks(filled, facts, language),
    ],
    missing,
  };
}

/** What a person has to state in a field. */
export function questionOf(number: FieldNumber, language: TemplateLanguage): Question {
  const { fact, article } = fieldOf(number);
  return {
    id: `field-${number}`,
    text: labelOf(number, language),
    ...(fact !== undefined && { fact }),
    demandedBy: `${PHRASES.field[language]} ${number}${article === undefined ? '' : `, ${PHRASES.article[language]} ${article}`}`,
  };
}

function incompleteNote(open: number, language: TemplateLanguage): Block {
  return { kind: 'paragraph', text: PHRASES.incomplete[language].replace('{open}', String(open)) };
}

function fieldsIn(section: Section): readonly FieldNumber[] {
  const next = SECTIONS[SECTIONS.indexOf(section) + 1];
  const end = next === undefined ? Number.POSITIVE_INFINITY : SECTION_STARTS[next];
  return FIELD_NUMBERS.filter((number) => number >= SECTION_STARTS[section] && number < end);
}

/** A section of which every field is hidden or left out does not appear. */
function sectionBlocks(section: Section, filled: FilledTemplate, language: TemplateLanguage): readonly Block[] {
  const blocks = fieldsIn(section).flatMap((number) => fieldBlocks(number, filled, language));
  if (blocks.length === 0) return [];
  return [{ kind: 'heading', level: 2, text: SECTION_TITLES[section][language] }, ...joinTables(blocks)];
}

function fieldBlocks(number: FieldNumber, { fields }: FilledTemplate, language: TemplateLanguage): readonly Block[] {
  const field = fields[number];
  const label = `${number}. ${labelOf(number, language)}`;
  if (field.state === 'answered') {
    return [{ kind: 'table', rows: [[label, valueText(number, field.value, language)]] }];
  }
  if (field.state !== 'asked') return [];
  const meanwhile: Block[] =
    field.meanwhile === undefined
      ? []
      : [{ kind: 'table', rows: [[label, `${field.meanwhile}) ${optionOf(number, field.meanwhile, language)}`]] }];
  return [...meanwhile, { kind: 'question', question: questionOf(number, language) }];
}

/** Tables that follow each other become one. */
export function joinTables(blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.kind === 'table' && last?.kind === 'table') {
      joined.splice(-1, 1, { kind: 'table', rows: [...last.rows, ...block.rows] });
    } else joined.push(block);
  }
  return joined;
}

/** For whoever signs: who says what stands in each field. It is no part of the notification. */
function sourceBlocks(filled: FilledTemplate, facts: BreachFacts, language: TemplateLanguage): readonly Block[] {
  const rows = FIELD_NUMBERS.flatMap((number): [string, string][] => {
    const field = filled.fields[number];
    if (field.state !== 'answered') return [];
    const said = new Set(field.from.map((source) => sourceText(source, facts, language)));
    return [[`${number}. ${labelOf(number, language)}`, [...said].join('\n')]];
  });
  return [
    { kind: 'heading', level: 2, text: PHRASES.sources[language] },
    { kind: 'paragraph', text: PHRASES.aboutSources[language] },
    { kind: 'table', rows },
  ];
}

function sourceText(source: AnswerSource, facts: BreachFacts, language: TemplateLanguage): string {
  if (source === 'assessment') return PHRASES.assessed[language];
  if (source === 'stated') return PHRASES.statedForIt[language];
  const fact = facts[source];
  const named = language === 'en' ? `${FACTS[source].title}: ` : '';
  if (fact.state === 'unknown') return `${named}${PHRASES.unknown[language]}`;
  const by = fact.by === undefined ? '' : PHRASES.by[language].replace('{by}', fact.by);
  const at = fact.at === undefined ? '' : `, ${fact.at}`;
  return `${named}${PHRASES[fact.source][language]}${by}${at}`;
}
