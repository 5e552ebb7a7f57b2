// Operations on notices: drafted, worked on, frozen, approved by two people, exported, filed by a person.
import { hash } from 'node:crypto';
import * as v from 'valibot';
import { createNotice } from '../cases/notices/create-notice.ts';
import { editNotice } from '../cases/notices/edit-notice.ts';
import { EXPORT_FORMATS, exportNotice, MEDIA_TYPES } from '../cases/notices/export-notice.ts';
import { fileNotice, keepReceiptFile, receiptFile } from '../cases/notices/file-notice.ts';
import { noticeRow, standingNumber, versionOf } from '../cases/notices/notice-book.ts';
import { diffOf } from '../cases/notices/notice-diff.ts';
import { draftOf } from '../cases/notices/notice-text.ts';
import { noticeSummary, noticeView } from '../cases/notices/notice-view.ts';
import { RECEIPT_BYTES, RECEIPT_TYPES } from '../cases/notices/receipt-file.ts';
import { approveNotice, freezeNotice, thawNotice, withdrawNotice } from '../cases/notices/sign-off.ts';
import { type AnyOperation, Attachment, operation } from '../http/operation.ts';
import { Problem, problem } from '../http/problem.ts';
import type { Room } from '../room.ts';
import { GivenInstant, textOf } from './case-schemas.ts';
import { Id, IdParams, lineOfText } from './fields.ts';
import {
  DiffSchema,
  GroupSchema,
  NoticeKindSchema,
  NoticeLanguageSchema,
  NoticeSchema,
  NoticeSummarySchema,
  WrittenBlock,
} from './notice-schemas.ts';

const Because = v.strictObject({ because: textOf(4000) });
const VersionNumber = v.pipe(v.string(), v.regex(/^[1-9]\d{0,8}$/, 'the number of a version'), v.transform(Number));

async function answered(room: Room, id: string, number?: number) {
  const row = await noticeRow(room.records, id);
  const view = row && (await noticeView(room, row, number));
  return view ?? problem('not-found', { detail: 'there is no such notice or version' });
}

export const listNotices = operation({
  id: 'listNotices',
  method: 'GET',
  path: '/api/cases/:id/notices',
  summary: 'The notices of a case, without their texts',
  may: 'read-cases',
  params: IdParams,
  answer: v.object({ items: v.array(NoticeSummarySchema) }),
  async run({ room, params }) {
    const rows = await room.records
      .selectFrom('notice')
      .selectAll()
      .where('case_id', '=', params.id)
      .orderBy('id')
      .execute();
    return { items: await Promise.all(rows.map((row) => noticeSummary(room, row))) };
  },
});

export const draftNoticeOfCase = operation({
  id: 'createNotice',
  method: 'POST',
  path: '/api/cases/:id/notices',
  summary: 'Draft a notice from the facts of a case, or as an update of one that was filed',
  may: 'write-notices',
  params: IdParams,
  body: v.strictObject({
    kind: NoticeKindSchema,
    language: NoticeLanguageSchema,
    group: v.optional(GroupSchema),
    follows: v.optional(Id),
  }),
  answer: NoticeSchema,
  status: 201,
  async run({ room, actor, params, body }) {
    const id = await createNotice(room, actor, params.id, body);
    return id instanceof Problem ? id : answered(room, id);
  },
});

export const getNotice = operation({
  id: 'getNotice',
  method: 'GET',
  path: '/api/notices/:id',
  summary: 'A notice with its text and its gaps, in the version that stands or another',
  may: 'read-cases',
  params: IdParams,
  query: v.object({ number: v.optional(VersionNumber) }),
  answer: NoticeSchema,
  run: ({ room, params, query }) => answered(room, params.id, query.number),
});

export const changeNoticeText = operation({
  id: 'changeNotice',
  method: 'PATCH',
  path: '/api/notices/:id',
  summary: 'Answer questions of a draft, write in the place of its blocks, or draft it anew from the facts',
  may: 'write-notices',
  limitBytes: 4 * 1024 * 1024,
  params: IdParams,
  versioned: true,
  body: v.strictObject({
    answers: v.optional(v.record(v.pipe(v.string(), v.maxLength(100)), v.unknown())),
    edits: v.optional(
      v.pipe(
        v.array(
          v.strictObject({
            block: v.pipe(v.string(), v.maxLength(100)),
            /** Null puts the drafted block back; an empty list takes it out. */
            replacement: v.nullable(v.pipe(v.array(WrittenBlock), v.maxLength(50))),
          }),
        ),
        v.maxLength(500),
      ),
    ),
    redraft: v.optional(v.boolean()),
  }),
  answer: NoticeSchema,
  async run({ room, actor, params, version, body }) {
    const edited = await editNotice(room, actor, params.id, version, body);
    if (edited instanceof Problem) return edited;
    const view = await answered(room, params.id);
    if (view instanceof Problem) return view;
    const lostEdits = edited.lostEdits.map(({ block, replacement }) => ({ block, replacement: [...replacement] }));
    return { ...view, lostEdits };
  },
});

export const freezeNoticeText = operation({
  id: 'freezeNotice',
  method: 'POST',
  path: '/api/notices/:id/freeze',
  summary: 'Freeze the newest version for approval; a letter has to pass the gate of Article 34(2)',
  may: 'write-notices',
  params: IdParams,
  versioned: true,
  body: v.strictObject({ incomplete: v.optional(v.boolean()) }),
  answer: NoticeSchema,
  async run({ room, actor, params, version, body }) {
    const frozen = await freezeNotice(room, actor, params.id, version, body);
    return frozen instanceof Problem ? frozen : answered(room, params.id);
  },
});

export const approveNoticeText = operation({
  id: 'approveNotice',
  method: 'POST',
  path: '/api/notices/:id/approve',
  summary: 'Approve the frozen version; it takes two people, one of whom has neither written in it nor frozen it',
  may: 'approve-notices',
  params: IdParams,
  versioned: true,
  answer: NoticeSchema,
  async run({ room, actor, params, version }) {
    const approved = await approveNotice(room, actor, params.id, version);
    return approved instanceof Problem ? approved : answered(room, params.id);
  },
});

export const unfreezeNotice = operation({
  id: 'unfreezeNotice',
  method: 'POST',
  path: '/api/notices/:id/unfreeze',
  summary: 'Make it a draft again; its approvals are thrown away',
  may: 'write-notices',
  params: IdParams,
  versioned: true,
  body: Because,
  answer: NoticeSchema,
  async run({ room, actor, params, version, body }) {
    const thawed = await thawNotice(room, actor, params.id, version, body.because);
    return thawed instanceof Problem ? thawed : answered(room, params.id);
  },
});

export const withdrawNoticeText = operation({
  id: 'withdrawNotice',
  method: 'POST',
  path: '/api/notices/:id/withdraw',
  summary: 'Withdraw it: it is not sent, or its recipient was told that it no longer holds',
  may: 'write-notices',
  params: IdParams,
  versioned: true,
  body: Because,
  answer: NoticeSchema,
  async run({ room, actor, params, version, body }) {
    const withdrawn = await withdrawNotice(room, actor, params.id, version, body.because);
    return withdrawn instanceof Problem ? withdrawn : answered(room, params.id);
  },
});

const ReceiptFile = v.strictObject({
  name: lineOfText(200),
  type: v.picklist(RECEIPT_TYPES, `it has to be one of ${RECEIPT_TYPES.join(', ')}`),
  base64: v.pipe(
    v.string(),
    v.base64('it has to be base64'),
    v.maxLength((RECEIPT_BYTES * 4) / 3 + 4, 'at most 10 MiB'),
  ),
});

function fileOf({ name, type, base64 }: v.InferOutput<typeof ReceiptFile>) {
  return { name, type, content: Buffer.from(base64, 'base64') };
}

export const noteReceipt = operation({
  id: 'noteReceipt',
  method: 'POST',
  path: '/api/notices/:id/receipt',
  summary: 'A person has filed it: when, under which number, with the recipient’s recap; its clocks are met',
  may: 'file-notices',
  limitBytes: 2 * RECEIPT_BYTES,
  params: IdParams,
  versioned: true,
  body: v.strictObject({
    at: GivenInstant,
    number: lineOfText(200),
    file: v.optional(ReceiptFile),
    clocks: v.optional(v.pipe(v.array(Id), v.maxLength(50))),
  }),
  answer: NoticeSchema,
  async run({ room, actor, params, version, body: { file, ...filing } }) {
    const filed = await fileNotice(room, actor, params.id, version, { ...filing, file: file && fileOf(file) });
    return filed instanceof Problem ? filed : answered(room, params.id);
  },
});

export const keepReceipt = operation({
  id: 'keepReceiptFile',
  method: 'PUT',
  path: '/api/notices/:id/receipt/file',
  summary: 'Keep the file that the recipient gave for a filing, sealed, with its hash in the evidence log',
  may: 'file-notices',
  limitBytes: 2 * RECEIPT_BYTES,
  params: IdParams,
  versioned: true,
  body: ReceiptFile,
  answer: NoticeSchema,
  async run({ room, actor, params, version, body }) {
    const kept = await keepReceiptFile(room, actor, params.id, version, fileOf(body));
    return kept instanceof Problem ? kept : answered(room, params.id);
  },
});

export const getReceiptFile = operation({
  id: 'getReceiptFile',
  method: 'GET',
  path: '/api/notices/:id/receipt/file',
  summary: 'The recap that the recipient gave',
  may: 'read-cases',
  params: IdParams,
  gives: RECEIPT_TYPES,
  async run({ room, actor, params }) {
    const file = await receiptFile(room, params.id);
    if (file === undefined) return problem('not-found');
    await room.evidence.write({
      type: 'export',
      author: actor.accountId,
      payload: {
        subject: params.id,
        kind: 'receipt',
        sha256: hash('sha256', file.content),
        bytes: file.content.length,
      },
    });
    return new Attachment(file.content, file.type, file.name);
  },
});

export const exportNoticeText = operation({
  id: 'exportNotice',
  method: 'GET',
  path: '/api/notices/:id/export',
  summary: 'A notice as a file: on paper, or for machines',
  may: 'read-cases',
  params: IdParams,
  query: v.object({ format: v.picklist(EXPORT_FORMATS), number: v.optional(VersionNumber) }),
  gives: Object.values(MEDIA_TYPES),
  run: ({ room, actor, params, query }) => exportNotice(room, actor, params.id, query.format, query.number),
});

export const diffNotice = operation({
  id: 'diffNotice',
  method: 'GET',
  path: '/api/notices/:id/diff',
  summary: 'What changed since an earlier version, or since the filed notice that this one completes',
  may: 'read-cases',
  params: IdParams,
  query: v.object({ from: v.optional(VersionNumber) }),
  answer: DiffSchema,
  async run({ room, params, query }) {
    const { records } = room;
    const row = await noticeRow(records, params.id);
    if (row === undefined) return problem('not-found');
    const number = standingNumber(row);
    const earlier = row.follows === null ? undefined : await noticeRow(records, row.follows);
    const before =
      query.from === undefined && earlier !== undefined
        ? { noticeId: earlier.id, number: standingNumber(earlier) }
        : { noticeId: row.id, number: query.from ?? Math.max(1, number - 1) };
    const from = await versionOf(records, room, before.noticeId, before.number);
    const to = await versionOf(records, room, row.id, number);
    if (from === undefined || to === undefined) return problem('not-found', { detail: 'there is no such version' });
    const lines = diffOf(draftOf(from.text).blocks, draftOf(to.text).blocks);
    return { before, after: { noticeId: row.id, number }, lines: [...lines] };
  },
});

export const noticeOperations: readonly AnyOperation[] = [
  listNotices,
  draftNoticeOfCase,
  getNotice,
  changeNoticeText,
  freezeNoticeText,
  approveNoticeText,
  unfreezeNotice,
  withdrawNoticeText,
  noteReceipt,
  keepReceipt,
  getReceiptFile,
  exportNoticeText,
  diffNotice,
];
