// The timeline of a case: everything that happened, in the order in which it did. Sentences are sealed, since they repeat what people wrote.
import type { Transaction } from 'kysely';
import type { RecordsDatabase } from '../records/database.ts';
import type { Records } from '../records/tables.ts';
import type { Room } from '../room.ts';
import { opened, sealed } from './sealed.ts';

export const EVENTS = [
  'case-opened',
  'case-changed',
  'case-closed',
  'case-reopened',
  'store-added',
  'seat-taken',
  'seat-left',
  'member-added',
  'member-removed',
  'case-limited',
  'case-unlimited',
  'fact-changed',
  'visitors-taken-over',
  'ruling',
  'note',
  'clock-started',
  'clock-moved',
  'clock-met',
  'clock-stopped',
  'clock-resumed',
  'reminder-sent',
  'task-added',
  'task-changed',
  'notice-drafted',
  'notice-edited',
  'notice-redrafted',
  'notice-frozen',
  'notice-thawed',
  'notice-approved',
  'notice-withdrawn',
  'notice-filed',
  'notice-exported',
  'receipt-kept',
  'letters-done',
  'contacts-erased',
  'statement-corrected',
  'statement-removed',
] as const;
type EventKind = (typeof EVENTS)[number];

export interface CaseEvent {
  readonly what: EventKind;
  /** A sentence for people. */
  readonly detail: string;
  /** Ids and words that a page can translate and link: a fact's name, a notice's id. */
  readonly about?: Readonly<Record<string, string | number | null>>;
}

export interface ToldEvent extends CaseEvent {
  readonly id: string;
  readonly at: Date;
  readonly accountId: string | null;
}

/** @param accountId null where the platform did it */
export async function tell(
  trx: Transaction<Records>,
  { vault, clock, newId }: Pick<Room, 'vault' | 'clock' | 'newId'>,
  caseId: string,
  accountId: string | null,
  { what, detail, about = {} }: CaseEvent,
): Promise<void> {
  const row = { id: newId(), case_id: caseId, at: clock.now(), account_id: accountId, what };
  await trx
    .insertInto('case_event')
    .values({ ...row, sealed: sealed(vault, { detail, about }, 'case/event') })
    .execute();
}

/**
 * The newest first.
 *
 * @param before the id of the last event that was read
 */
export async function eventsOf(
  db: RecordsDatabase,
  { vault }: Pick<Room, 'vault'>,
  caseId: string,
  { limit, skip = 0, before }: { readonly limit: number; readonly skip?: number; readonly before?: string | undefined },
): Promise<readonly ToldEvent[]> {
  const all = db.selectFrom('case_event').selectAll().where('case_id', '=', caseId);
  const page = before === undefined ? all : all.where('id', '<', before);
  const rows = await page.orderBy('id', 'desc').offset(skip).limit(limit).execute();
  return rows.map(({ id, at, account_id, what, sealed: text }) => ({
    id,
    at,
    accountId: account_id,
    what: what as EventKind,
    ...opened<Pick<CaseEvent, 'detail' | 'about'>>(vault, text, 'case/event'),
  }));
}
