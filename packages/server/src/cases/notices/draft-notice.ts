// Drafts the text of a notice from a case as its facts are now, with what people answered and wrote before.
import {
  assess,
  type Block,
  type BreachFacts,
  type Language,
  LETTER_GROUPS,
  type LetterGroup,
  parseStatedAnswers,
} from '@vigie/respond';
import type { NoticeKind } from '../../records/tables/notices.ts';
import { KINDS } from './kinds.ts';
import { type BlockEdit, keptEdits, type NoticeText } from './notice-text.ts';

export interface Drafting {
  readonly kind: NoticeKind;
  readonly language: Language;
  readonly group: string | null;
  /** As they were said. */
  readonly facts: BreachFacts;
  readonly answers: NoticeText['answers'];
  readonly edits: readonly BlockEdit[];
  /** The moment for which it is drafted: what is late then says so. */
  readonly at: Date;
}

export interface DraftedText {
  readonly text: NoticeText;
  /** Edits of blocks that are drafted otherwise now: they are not in the text. */
  readonly lostEdits: readonly BlockEdit[];
}

export function draftText({ kind, language, group, facts, answers, edits, at }: Drafting): DraftedText {
  const { draft, form } = KINDS[kind].draft({
    stated: facts,
    assessment: assess(facts, { now: at.toISOString() }),
    language,
    group: groupOf(group),
    answers: parseStatedAnswers(answers).stated,
  });
  const { kept, lost } = keptEdits(draft.blocks, edits);
  return {
    text: {
      notice: draft.notice,
      language: draft.language,
      title: draft.title,
      base: draft.blocks,
      edits: kept,
      answers,
      ...(form === undefined ? {} : { form }),
      draftedAt: at.toISOString(),
    },
    lostEdits: lost,
  };
}

function groupOf(word: string | null): LetterGroup | undefined {
  return LETTER_GROUPS.find((group) => group === word);
}

/** Whether time has passed since that the notice has to explain, as why it comes after its deadline (GDPR Article 33(1)). */
export function isOvertaken(text: NoticeText, drafting: Omit<Drafting, 'answers' | 'edits'>): boolean {
  const again = draftText({ ...drafting, answers: text.answers, edits: text.edits });
  const asked = new Set(questionsIn(text.base));
  return questionsIn(again.text.base).some((id) => !asked.has(id));
}

function questionsIn(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => (block.kind === 'question' ? [block.question.id] : []));
}

/** Whether the facts would draft it otherwise by now; that time has passed alone changes nothing. */
export function isBehind(text: NoticeText, drafting: Omit<Drafting, 'answers' | 'edits' | 'at'>): boolean {
  const again = draftText({ ...drafting, answers: text.answers, edits: text.edits, at: new Date(text.draftedAt) });
  return JSON.stringify([again.text.base, again.text.form]) !== JSON.stringify([text.base, text.form]);
}
