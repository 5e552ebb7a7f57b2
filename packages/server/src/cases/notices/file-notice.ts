// Filing is a human act on the recipient's own site: what is kept is when it was done, under which number, and the recipient's recap.
// The clocks of the duty are met with it, and the moment becomes a fact.
import { hash } from 'node:crypto';
import type { FactName } from '@vigie/respond';
import type { Actor } from '../../access/actor.ts';
import { Problem, problem } from '../../http/problem.ts';
import type { Room } from '../../room.ts';
import { type CaseChange, changeCaseWithin } from '../change-case.ts';
import { changeClock } from '../clocks/change-clock.ts';
import type { ClockRow } from '../clocks/clock-state.ts';
import { readFacts, writeFact } from '../facts/fact-book.ts';
import { readStatement } from '../facts/stated-fact.ts';
import { opened, sealed } from '../sealed.ts';
import { changeNotice, type NoticeChange, noteState } from './change-notice.ts';
import { KINDS } from './kinds.ts';
import { RECEIPT_TYPES, type ReceiptFile, receiptFault } from './receipt-file.ts';

export interface Filing {
  /** When it reached the recipient. */
  readonly at: Date;
  /** Under which the recipient keeps it. */
  readonly number: string;
  readonly file?: ReceiptFile | undefined;
  /** The clocks that it meets; those of its duty, where nothing is said. */
  readonly clocks?: readonly string[] | undefined;
}

export function fileNotice(
  room: Room,
  actor: Actor,
  noticeId: string,
  version: number,
  filing: Filing,
): Promise<true | Problem> {
  return changeNotice(room, actor, noticeId, version, ['approved'], async (change) => {
    const { row, trx } = change;
    const now = room.clock.now();
    if (filing.at.getTime() > now.getTime()) {
      const errors = [{ pointer: '/body/at', detail: 'it has to be a moment that has passed' }];
      return problem('invalid-request', { errors });
    }
    const fault = filing.file && fileProblem(filing.file, '/body/file/base64');
    if (fault !== undefined) return fault;
    const clocks = await clocksMet(change, filing.clocks);
    if (clocks instanceof Problem) return clocks;
    await noteState(change, 'filed', filing.number);
    await keepReceipt(change, filing);
    const followed = await changeCaseWithin(room, trx, actor, row.case_id, {}, async (caseChange) => {
      for (const { id } of clocks) {
        const because = `filed: ${filing.number}`;
        const met = await changeClock(caseChange, id, { state: 'met', because, at: filing.at, metBy: noticeId });
        if (met instanceof Problem) return met;
      }
      return stateMoment(caseChange, row.kind, filing);
    });
    if (followed instanceof Problem) return followed;
    await change.tell({
      what: 'notice-filed',
      detail: `number ${filing.number}, ${filing.at.toISOString()}`,
      about: { filedAt: filing.at.toISOString() },
    });
    return { state: 'filed' };
  });
}

/** Those of its duty that still run. Where several recipients wait for one, a person says which was told. */
async function clocksMet(
  { trx, row }: NoticeChange,
  named: readonly string[] | undefined,
): Promise<readonly ClockRow[] | Problem> {
  const running = await trx
    .selectFrom('case_clock')
    .selectAll()
    .where('case_id', '=', row.case_id)
    .where('state', '=', 'running')
    .execute();
  if (named !== undefined) {
    const chosen = running.filter(({ id }) => named.includes(id));
    if (chosen.length === named.length) return chosen;
    const errors = [{ pointer: '/body/clocks', detail: 'each has to be a clock of this case that runs' }];
    return problem('invalid-request', { errors });
  }
  const article = row.follows === null ? KINDS[row.kind].meets : '33(4)';
  const candidates = running.filter((clock) => clock.regime === 'gdpr' && clock.article === article);
  if (new Set(candidates.map(({ recipient }) => recipient)).size <= 1) return candidates;
  const detail = `several wait for one: name the clocks that it meets (${candidates.map(({ id, recipient }) => `${id}: ${recipient}`).join('; ')})`;
  return problem('invalid-request', { errors: [{ pointer: '/body/clocks', detail }] });
}

/** The recipient's file often comes after the number: it is kept beside it, or in the place of a wrong one. */
export function keepReceiptFile(
  room: Room,
  actor: Actor,
  noticeId: string,
  version: number,
  file: ReceiptFile,
): Promise<true | Problem> {
  return changeNotice(room, actor, noticeId, version, ['filed'], async (change) => {
    const fault = fileProblem(file, '/body/base64');
    if (fault !== undefined) return fault;
    const columns = await fileColumns(change, file);
    await change.trx.updateTable('notice_receipt').set(columns).where('notice_id', '=', noticeId).execute();
    const detail = `${file.type}, ${file.content.length} bytes, SHA-256 ${columns.file_sha256}`;
    await change.tell({ what: 'receipt-kept', detail });
    return {};
  });
}

function fileProblem(file: ReceiptFile, pointer: string): Problem | undefined {
  const detail = receiptFault(file);
  return detail === undefined ? undefined : problem('invalid-request', { errors: [{ pointer, detail }] });
}

/** Its hash goes into the evidence log, the file itself is sealed. */
async function fileColumns({ room, row, actor }: NoticeChange, file: ReceiptFile | undefined) {
  if (file === undefined) return { file_name: null, file_type: null, file_sealed: null, file_sha256: null };
  const sha256 = hash('sha256', file.content);
  await room.evidence.write({
    type: 'evidence',
    author: actor.accountId,
    payload: { subject: row.id, kind: 'receipt', sha256, bytes: file.content.length },
  });
  return {
    file_name: sealed(room.vault, file.name, 'notice/receipt'),
    file_type: file.type,
    file_sealed: sealed(room.vault, Buffer.from(file.content).toString('base64'), 'notice/receipt'),
    file_sha256: sha256,
  };
}

async function keepReceipt(change: NoticeChange, { at, number, file }: Filing): Promise<void> {
  const { trx, room, row, actor } = change;
  await trx
    .insertInto('notice_receipt')
    .values({
      notice_id: row.id,
      filed_at: at,
      noted_at: room.clock.now(),
      account_id: actor.accountId,
      reference: sealed(room.vault, number, 'notice/receipt'),
      ...(await fileColumns(change, file)),
    })
    .execute();
}

/** When the authority or the people were first told, unless somebody has said it already. */
async function stateMoment(change: CaseChange, kind: NoticeChange['row']['kind'], { at, number }: Filing) {
  const { trx, room, row, version, actor } = change;
  const name = momentFor(kind);
  if (name === undefined) return true;
  const { facts } = await readFacts(trx, room, row.id);
  if (facts[name].state === 'known') return true;
  const statement = { value: at.toISOString(), certainty: 'known', source: `the receipt ${number}` } as const;
  const entry = readStatement(name, statement, actor.name, room.clock.now());
  if (entry instanceof Problem) return entry;
  await writeFact(trx, room, { caseId: row.id, version, accountId: actor.accountId, name, entry });
  change.factsChanged();
  return true;
}

function momentFor(
  kind: NoticeChange['row']['kind'],
): (FactName & ('authorityNotified' | 'personsInformed')) | undefined {
  const { meets } = KINDS[kind];
  if (meets === '33(1)') return 'authorityNotified';
  return meets === '34(1)' ? 'personsInformed' : undefined;
}

export interface KeptReceipt {
  readonly at: Date;
  readonly number: string;
  readonly file?: { readonly name: string; readonly type: string; readonly sha256: string };
}

export async function receiptOf({ records, vault }: Room, noticeId: string): Promise<KeptReceipt | undefined> {
  const row = await records
    .selectFrom('notice_receipt')
    .select(['filed_at', 'reference', 'file_name', 'file_type', 'file_sha256'])
    .where('notice_id', '=', noticeId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { filed_at, reference, file_name, file_type, file_sha256 } = row;
  const file =
    file_name === null || file_type === null || file_sha256 === null
      ? undefined
      : { name: opened<string>(vault, file_name, 'notice/receipt'), type: file_type, sha256: file_sha256 };
  return {
    at: filed_at,
    number: opened<string>(vault, reference, 'notice/receipt'),
    ...(file === undefined ? {} : { file }),
  };
}

export async function receiptFile({ records, vault }: Room, noticeId: string): Promise<ReceiptFile | undefined> {
  const row = await records
    .selectFrom('notice_receipt')
    .select(['file_name', 'file_type', 'file_sealed'])
    .where('notice_id', '=', noticeId)
    .executeTakeFirst();
  const type = RECEIPT_TYPES.find((one) => one === row?.file_type);
  if (row === undefined || row.file_name === null || type === undefined || row.file_sealed === null) return undefined;
  return {
    name: opened<string>(vault, row.file_name, 'notice/receipt'),
    type,
    content: Buffer.from(opened<string>(vault, row.file_sealed, 'notice/receipt'), 'base64'),
  };
}
