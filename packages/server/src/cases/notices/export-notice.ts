// A notice leaves the platform: on paper or for machines, with an entry in the evidence log of exactly those bytes.
import { hash } from 'node:crypto';
import { PAPER_FORMATS, paperOf, rendered } from '@vigie/paper';
import type { Actor } from '../../access/actor.ts';
import { Attachment } from '../../http/operation.ts';
import { type Problem, problem } from '../../http/problem.ts';
import type { Room } from '../../room.ts';
import { referenceOf } from '../case-reference.ts';
import { tell } from '../timeline.ts';
import { KINDS } from './kinds.ts';
import { type NoticeRow, type NoticeVersion, noticeRow, standingNumber, versionOf } from './notice-book.ts';
import { draftOf } from './notice-text.ts';

export const EXPORT_FORMATS = [...PAPER_FORMATS, 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json',
};

/** @param number of the version; the frozen one, else the newest, where nothing is said */
export async function exportNotice(
  room: Room,
  actor: Actor,
  noticeId: string,
  format: ExportFormat,
  number: number | undefined,
): Promise<Attachment | Problem> {
  const row = await noticeRow(room.records, noticeId);
  const version = row && (await versionOf(room.records, room, noticeId, number ?? standingNumber(row)));
  if (row === undefined || version === undefined) return problem('not-found', { detail: 'there is no such version' });
  const caseRow = await room.records
    .selectFrom('breach_case')
    .select(['year', 'number'])
    .where('id', '=', row.case_id)
    .executeTakeFirstOrThrow();
  const reference = referenceOf(caseRow);
  const bytes = await bytesOf(row, version, reference, format);
  const sha256 = hash('sha256', bytes);
  await room.records.transaction().execute(async (trx) => {
    await room.evidence.write({
      type: 'export',
      author: actor.accountId,
      payload: { subject: noticeId, kind: `notice/${version.number}/${format}`, sha256, bytes: bytes.length },
    });
    await tell(trx, room, row.case_id, actor.accountId, {
      what: 'notice-exported',
      detail: `${version.text.title}: version ${version.number} as ${format}`,
      about: { noticeId, number: version.number, format },
    });
  });
  const name = [reference, row.kind, row.letter_group, row.language, `v${version.number}`].filter(
    (part) => part !== null,
  );
  return new Attachment(bytes, MEDIA_TYPES[format], `${name.join('-')}.${format}`);
}

async function bytesOf(
  row: NoticeRow,
  { number, at, text }: NoticeVersion,
  caseName: string,
  format: ExportFormat,
): Promise<Uint8Array> {
  const draft = draftOf(text);
  if (format === 'json') {
    const document = text.form ?? { schema: 'vigie.notice/1', complete: draft.missing.length === 0, ...draft };
    return Buffer.from(`${JSON.stringify(document, null, 2)}\n`);
  }
  const isApproved = isSignedOff(row) && row.frozen_number === number;
  return rendered(paperOf(draft, { caseName, madeAt: at.getTime(), kind: KINDS[row.kind].paper, isApproved }), format);
}

/** What was withdrawn is no longer signed off, whatever it was. */
export function isSignedOff({ state }: Pick<NoticeRow, 'state'>): boolean {
  return state === 'approved' || state === 'filed';
}
