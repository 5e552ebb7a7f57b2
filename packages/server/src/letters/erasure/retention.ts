// How long contacts are kept after their case was closed: a setting in days. Nothing is erased by itself where it is not set.
import * as v from 'valibot';
import type { Room } from '../../room.ts';
import { type Erasure, eraseContacts, SERVER } from './erase-contacts.ts';

const NAME = 'letters/contact-retention';

export const RetentionDays = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(1, 'a day at least'),
  v.maxValue(3650, 'ten years at most'),
);

export interface Retention {
  /** Null: contacts stay until somebody erases them. */
  readonly days: number | null;
  /** 0 where nothing was ever set. */
  readonly version: number;
}

const Stored = v.object({ days: v.nullable(RetentionDays) });

export async function readRetention({ records }: Pick<Room, 'records'>): Promise<Retention> {
  const row = await records.selectFrom('setting').selectAll().where('name', '=', NAME).executeTakeFirst();
  return row === undefined ? { days: null, version: 0 } : { ...v.parse(Stored, row.value), version: row.version };
}

/** @returns undefined where somebody changed it since that version was read */
export async function writeRetention(
  { records }: Pick<Room, 'records'>,
  days: number | null,
  version: number,
): Promise<Retention | undefined> {
  const value = JSON.stringify({ days });
  const next = version + 1;
  const written =
    version === 0
      ? await records
          .insertInto('setting')
          .values({ name: NAME, value, version: next })
          .onConflict((conflict) => conflict.column('name').doNothing())
          .returning('version')
          .executeTakeFirst()
      : await records
          .updateTable('setting')
          .set({ value, version: next })
          .where('name', '=', NAME)
          .where('version', '=', version)
          .returning('version')
          .executeTakeFirst();
  return written === undefined ? undefined : { days, version: next };
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Erases the contacts of cases that were closed long enough ago; those whose letters still go out wait. @returns what was erased */
export async function eraseOverdue(room: Room): Promise<readonly Erasure[]> {
  const { days } = await readRetention(room);
  if (days === null) return [];
  const due = await room.records
    .selectFrom('breach_case')
    .select('id')
    .where('state', '=', 'closed')
    .where('closed_at', '<=', new Date(room.clock.now().getTime() - days * DAY_MS))
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('contact').select('contact.id').whereRef('contact.case_id', '=', 'breach_case.id')),
    )
    .execute();
  const erased: Erasure[] = [];
  for (const { id: caseId } of due) {
    const because = `the case was closed ${days} days ago, and contacts are kept no longer`;
    const done = await eraseContacts(room, { caseId, author: SERVER, because, basis: 'gdpr/5.1.e' });
    if (!('fault' in done)) erased.push(done);
  }
  return erased;
}
