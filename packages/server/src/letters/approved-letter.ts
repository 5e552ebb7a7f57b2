// The text of a letter, as two people approved it in a frozen version of a notice.
import { LETTER_GROUPS, type LetterGroup } from '@vigie/respond';
import * as v from 'valibot';
import { opened } from '../cases/sealed.ts';
import type { Room } from '../room.ts';
import { letterText } from './letter-text.ts';

export interface ApprovedLetter {
  readonly noticeId: string;
  readonly caseId: string;
  /** Of the notice that was approved. */
  readonly version: number;
  readonly group: LetterGroup;
  readonly language: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export type NoLetter = 'no-such-notice' | 'not-a-letter' | 'not-approved' | 'has-questions';

const BlockSchema = v.variant('kind', [
  v.object({ kind: v.literal('heading'), level: v.picklist([1, 2, 3]), text: v.string() }),
  v.object({ kind: v.literal('paragraph'), text: v.string() }),
  v.object({ kind: v.literal('list'), items: v.array(v.string()) }),
  v.object({ kind: v.literal('table'), rows: v.array(v.tuple([v.string(), v.string()])) }),
  v.object({
    kind: v.literal('question'),
    question: v.object({ id: v.string(), text: v.string(), demandedBy: v.string() }),
  }),
]);
const NoticeTextSchema = v.object({ title: v.optional(v.string(), ''), blocks: v.array(BlockSchema) });

export async function approvedLetter(room: Room, noticeId: string): Promise<ApprovedLetter | NoLetter> {
  const notice = await room.records.selectFrom('notice').selectAll().where('id', '=', noticeId).executeTakeFirst();
  if (notice === undefined) return 'no-such-notice';
  if (notice.kind !== 'letter') return 'not-a-letter';
  if (notice.state !== 'approved' || notice.frozen_number === null) return 'not-approved';
  const version = await room.records
    .selectFrom('notice_version')
    .select('sealed')
    .where('notice_id', '=', noticeId)
    .where('number', '=', notice.frozen_number)
    .executeTakeFirstOrThrow();
  const { title, blocks } = v.parse(NoticeTextSchema, opened(room.vault, version.sealed, 'notice/text'));
  if (blocks.some(({ kind }) => kind === 'question')) return 'has-questions';
  return {
    noticeId,
    caseId: notice.case_id,
    version: notice.frozen_number,
    group: LETTER_GROUPS.find((group) => group === notice.letter_group) ?? 'anyone',
    language: notice.language,
    ...letterText(blocks, notice.language, title),
  };
}
