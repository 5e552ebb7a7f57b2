// The text of one version of a notice: as it was drafted, what people wrote in its place, and what they answered. An edit belongs to the
// block that it replaces, so that it stays when the notice is drafted anew and that block has not changed.
import { hash } from 'node:crypto';
import type { Block, Language, NoticeDraft, Question } from '@vigie/respond';

export interface NoticeText {
  readonly notice: string;
  readonly language: Language;
  readonly title: string;
  /** As it was drafted from the facts and the answers. */
  readonly base: readonly Block[];
  readonly edits: readonly BlockEdit[];
  /** By field, as `parseStatedAnswers` reads them. */
  readonly answers: Readonly<Record<string, unknown>>;
  /** The form for machines. */
  readonly form?: Readonly<Record<string, unknown>>;
  /** The moment for which it was drafted, RFC 3339. */
  readonly draftedAt: string;
}

export interface BlockEdit {
  /** The id of a drafted block. */
  readonly block: string;
  /** What stands in its place; nothing takes it out. */
  readonly replacement: readonly Block[];
}

/** A block as people see it. Those that stand in the place of one drafted block share its id, and `part` tells them apart. */
export interface PlacedBlock {
  readonly id: string;
  readonly part: number;
  readonly edited: boolean;
  readonly block: Block;
}

/** Ids of drafted blocks: the hash of what each says, with its place among equal ones. */
export function blockIds(base: readonly Block[]): readonly string[] {
  const seen = new Map<string, number>();
  return base.map((block) => {
    const id = hash('sha256', JSON.stringify(block)).slice(0, 16);
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    return times === 1 ? id : `${id}-${times}`;
  });
}

export function placedBlocks({ base, edits }: Pick<NoticeText, 'base' | 'edits'>): readonly PlacedBlock[] {
  const byBlock = new Map(edits.map((edit) => [edit.block, edit.replacement]));
  const ids = blockIds(base);
  return base.flatMap((block, index): PlacedBlock[] => {
    const id = ids[index] ?? '';
    const replacement = byBlock.get(id);
    if (replacement === undefined) return [{ id, part: 0, edited: false, block }];
    return replacement.map((one, part) => ({ id, part, edited: true, block: one }));
  });
}

/** The notice as a renderer takes it: an open question is a block of its kind that still stands there. */
export function draftOf(text: NoticeText): NoticeDraft {
  const blocks = placedBlocks(text).map(({ block }) => block);
  const questions = blocks.flatMap((block) => (block.kind === 'question' ? [block.question] : []));
  return { notice: text.notice, language: text.language, title: text.title, blocks, missing: byId(questions) };
}

function byId(questions: readonly Question[]): Question[] {
  return [...new Map(questions.map((question) => [question.id, question])).values()];
}

/** What belongs together is hashed together: what approvers sign and what the evidence log has. */
export function hashOf(text: NoticeText): string {
  return hash(
    'sha256',
    JSON.stringify([text.notice, text.language, text.title, draftOf(text).blocks, text.form ?? null]),
  );
}

/** The replacement keeps what the replaced block was about, by which the gate judges; a heading is about nothing. */
export function withMarks(replaced: Block, replacement: readonly Block[]): readonly Block[] {
  const { marks } = replaced;
  if (marks === undefined) return replacement;
  return replacement.map((block) => (block.kind === 'heading' ? block : { ...block, marks }));
}

/** Edits whose block is still drafted the same, and those that have lost theirs. */
export function keptEdits(base: readonly Block[], edits: readonly BlockEdit[]) {
  const ids = new Set(blockIds(base));
  return {
    kept: edits.filter(({ block }) => ids.has(block)),
    lost: edits.filter(({ block }) => !ids.has(block)),
  };
}
