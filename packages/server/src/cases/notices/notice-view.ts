// Notices as people see them: the text with its gaps, who wrote which version, who approved, how it was filed.
import { answerFormOf, type Block, type Question } from '@vigie/respond';
import type { Room } from '../../room.ts';
import { namesOf } from '../accounts.ts';
import { readFacts } from '../facts/fact-book.ts';
import { opened } from '../sealed.ts';
import { draftText, isBehind } from './draft-notice.ts';
import { receiptOf } from './file-notice.ts';
import { approvalsOf, languageOf, type NoticeRow, standingNumber, versionOf, versionsOf } from './notice-book.ts';
import { type NoticeText, type PlacedBlock, placedBlocks } from './notice-text.ts';

/** Without its text: for lists. */
export async function noticeSummary(room: Room, row: NoticeRow) {
  const { records } = room;
  const versions = await versionsOf(records, row.id);
  const approvals = await approvalsOf(records, row.id);
  const receipt = await receiptOf(room, row.id);
  const name = await namesOf(records, [
    row.frozen_by,
    ...versions.map(({ account_id }) => account_id),
    ...approvals.map(({ account_id }) => account_id),
  ]);
  return {
    id: row.id,
    caseId: row.case_id,
    kind: row.kind,
    language: languageOf(row),
    ...(row.letter_group === null ? {} : { group: row.letter_group }),
    ...(row.follows === null ? {} : { follows: row.follows }),
    state: row.state,
    versions: versions.map(({ number, at, account_id, what, sha256 }) => ({
      number,
      at,
      by: name(account_id),
      what,
      sha256,
    })),
    standing: standingNumber(row),
    ...(row.frozen_at === null || row.frozen_by === null
      ? {}
      : { frozen: { number: standingNumber(row), at: row.frozen_at, by: name(row.frozen_by) } }),
    approvals: approvals.map(({ account_id, at, number }) => ({ by: name(account_id), at, number })),
    ...(receipt === undefined ? {} : { receipt }),
    ...(row.reason === null ? {} : { because: opened<string>(room.vault, row.reason, 'notice/reason') }),
    version: row.version,
  };
}

/** @param number of the version; the one that stands, where nothing is said */
export async function noticeView(room: Room, row: NoticeRow, number = standingNumber(row)) {
  const version = await versionOf(room.records, room, row.id, number);
  if (version === undefined) return undefined;
  const summary = await noticeSummary(room, row);
  const { text } = version;
  const placed = placedBlocks(text);
  return {
    ...summary,
    number,
    title: text.title,
    text: placed.map(({ id, part, edited, block }) => ({ id, part, edited, ...contentOf(block) })),
    gaps: await gapsOf(room, row, placed, text),
    behindFacts: await isBehindFacts(room, row, version.factsVersion, text),
  };
}

async function isBehindFacts(room: Room, row: NoticeRow, factsVersion: number, text: NoticeText): Promise<boolean> {
  const current = await room.records
    .selectFrom('breach_case')
    .select('facts_version')
    .where('id', '=', row.case_id)
    .executeTakeFirstOrThrow();
  if (current.facts_version === factsVersion) return false;
  const { facts } = await readFacts(room.records, room, row.case_id);
  return isBehind(text, { kind: row.kind, language: languageOf(row), group: row.letter_group, facts });
}

function contentOf(block: Block) {
  switch (block.kind) {
    case 'heading':
      return { kind: block.kind, level: block.level, text: block.text };
    case 'paragraph':
      return { kind: block.kind, text: block.text };
    case 'list':
      return { kind: block.kind, items: [...block.items] };
    case 'table':
      return { kind: block.kind, rows: block.rows.map(([label, value]): [string, string] => [label, value]) };
    case 'question':
      return { kind: block.kind, question: block.question.text, gap: block.question.id };
  }
}

/** The open questions in the order of the text, then what people answered for this notice. */
async function gapsOf(room: Room, row: NoticeRow, placed: readonly PlacedBlock[], text: NoticeText) {
  const open = questionsIn(placed, text);
  const answers = Object.entries(text.answers);
  if (answers.length === 0) return open;
  const asked = new Map((await unansweredOf(room, row, text)).map((gap) => [gap.id, gap]));
  const answered = answers.map(([field, answer]) => {
    const id = questionFor(field);
    // A question that the facts answer by now is asked no more: the field's own name has to do.
    const { block, ...gap } = asked.get(id) ?? { ...gapOf({ id, text: id }, text), section: '', demandedBy: '' };
    return { ...gap, answer };
  });
  return [...open, ...answered];
}

/** What the notice would ask had nobody answered for it. */
async function unansweredOf(room: Room, row: NoticeRow, text: NoticeText): Promise<OpenGap[]> {
  const { facts } = await readFacts(room.records, room, row.case_id);
  const drafting = { kind: row.kind, language: languageOf(row), group: row.letter_group, facts };
  const { text: anew } = draftText({ ...drafting, answers: {}, edits: [], at: new Date(text.draftedAt) });
  return questionsIn(placedBlocks(anew), anew);
}

interface OpenGap extends ReturnType<typeof gapOf> {
  readonly section: string;
  readonly demandedBy: string;
  readonly block?: string;
  readonly fact?: string;
}

function questionsIn(placed: readonly PlacedBlock[], text: NoticeText): OpenGap[] {
  let section = '';
  return placed.flatMap(({ id, block }) => {
    if (block.kind === 'heading') section = block.text;
    if (block.kind !== 'question') return [];
    const { fact, demandedBy } = block.question;
    return [
      { ...gapOf(block.question, text), section, block: id, demandedBy, ...(fact === undefined ? {} : { fact }) },
    ];
  });
}

function gapOf({ id, text: question }: Pick<Question, 'id' | 'text'>, { language }: NoticeText) {
  const form = answerFormOf({ id }, language === 'fr' ? 'fr' : 'en');
  return { id, question, ...(form === undefined ? {} : { form: { type: form.type, options: [...form.options] } }) };
}

/** The other way round of how answers are kept. */
function questionFor(field: string): string {
  return field === 'legalRepresentative' ? 'cnil-legal-representative' : field.replace('_', '-');
}
