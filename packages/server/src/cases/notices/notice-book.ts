// Notices as they are kept: rows, versions of their text, approvals.
import { LANGUAGES, type Language } from '@vigie/respond';
import type { Kysely, Selectable, Transaction } from 'kysely';
import type { NoticeTables } from '../../records/tables/notices.ts';
import type { Records } from '../../records/tables.ts';
import type { Room } from '../../room.ts';
import { opened, sealed } from '../sealed.ts';
import { hashOf, type NoticeText } from './notice-text.ts';

export type NoticeRow = Selectable<NoticeTables['notice']>;
export type ApprovalRow = Selectable<NoticeTables['notice_approval']>;

type Db = Kysely<Records> | Transaction<Records>;

export interface NoticeVersion {
  readonly number: number;
  readonly at: Date;
  readonly accountId: string;
  readonly what: string;
  readonly factsVersion: number;
  readonly sha256: string;
  readonly text: NoticeText;
}

export function languageOf({ language }: Pick<NoticeRow, 'language'>): Language {
  return LANGUAGES.find((one) => one === language) ?? 'en';
}

export function noticeRow(db: Db, id: string): Promise<NoticeRow | undefined> {
  return db.selectFrom('notice').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Numbers, moments and people of all versions, the oldest first; without their texts. */
export function versionsOf(db: Db, noticeId: string) {
  return db
    .selectFrom('notice_version')
    .select(['number', 'at', 'account_id', 'what', 'sha256'])
    .where('notice_id', '=', noticeId)
    .orderBy('number')
    .execute();
}

export function approvalsOf(db: Db, noticeId: string): Promise<ApprovalRow[]> {
  return db.selectFrom('notice_approval').selectAll().where('notice_id', '=', noticeId).orderBy('at').execute();
}

/** The version that stands: the frozen one, else the newest. */
export function standingNumber({ frozen_number, newest }: NoticeRow): number {
  return frozen_number ?? newest;
}

export async function versionOf(
  db: Db,
  { vault }: Pick<Room, 'vault'>,
  noticeId: string,
  number: number,
): Promise<NoticeVersion | undefined> {
  const row = await db
    .selectFrom('notice_version')
    .selectAll()
    .where('notice_id', '=', noticeId)
    .where('number', '=', number)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { at, account_id, what, facts_version, sha256, sealed: text } = row;
  const opening = opened<NoticeText>(vault, text, 'notice/text');
  return { number, at, accountId: account_id, what, factsVersion: facts_version, sha256, text: opening };
}

export interface NewVersion {
  readonly noticeId: string;
  readonly number: number;
  readonly accountId: string;
  readonly what: 'drafted' | 'edited' | 'redrafted';
  readonly factsVersion: number;
  readonly text: NoticeText;
}

export async function writeVersion(
  trx: Transaction<Records>,
  { vault, clock }: Pick<Room, 'vault' | 'clock'>,
  { noticeId, number, accountId, what, factsVersion, text }: NewVersion,
): Promise<void> {
  await trx
    .insertInto('notice_version')
    .values({
      notice_id: noticeId,
      number,
      at: clock.now(),
      account_id: accountId,
      what,
      facts_version: factsVersion,
      sealed: sealed(vault, text, 'notice/text'),
      sha256: hashOf(text),
    })
    .execute();
}
