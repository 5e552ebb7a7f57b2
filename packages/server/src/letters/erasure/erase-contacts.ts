// Erases the contacts of a case: lists, people, and the secrets by which proofs could be opened. What stays is how many were told, which
// letters went out when, and the commitments that the evidence log has. It goes on at the next start where it was interrupted.
import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Selectable, Transaction } from 'kysely';
import { sql } from 'kysely';
import { recordChange } from '../../live/changes.ts';
import type { ErasureTables } from '../../records/tables/erasures.ts';
import type { Records } from '../../records/tables.ts';
import type { Room } from '../../room.ts';
import { tellCase } from '../tell-case.ts';
import { toldNumbers } from '../told.ts';
import { holdContacts } from './being-erased.ts';
import { keepProofs } from './keep-proofs.ts';

export type Erasure = Selectable<ErasureTables['contact_erasure']>;

export const ERASURE_PURPOSE = 'contact/erasure';

/** Who orders what no person does. */
export const SERVER = 'vigie-server';

export type ErasureFault =
  /** Letters are being made or sent, or may have been and nobody has settled it yet. */
  | { readonly fault: 'run-goes-on' }
  | { readonly fault: 'list-is-read' }
  | { readonly fault: 'being-erased' }
  | { readonly fault: 'no-contacts' };

export interface ErasureOrder {
  readonly caseId: string;
  /** Who orders it: an account, or `SERVER` where the setting of retention does. */
  readonly author: string;
  readonly because: string;
  /** Why it may be, as in `gdpr/5.1.e`. */
  readonly basis: string;
}

export async function eraseContacts(room: Room, order: ErasureOrder): Promise<Erasure | ErasureFault> {
  const begun = await begin(room, order);
  return 'fault' in begun ? begun : carryOut(room, begun);
}

/** Those that a crash interrupted. */
export async function finishErasures(room: Room): Promise<void> {
  const left = await room.records.selectFrom('contact_erasure').selectAll().where('state', '=', 'running').execute();
  for (const erasure of left) await carryOut(room, erasure);
}

async function begin(room: Room, { caseId, author, because, basis }: ErasureOrder): Promise<Erasure | ErasureFault> {
  return room.records.transaction().execute(async (trx): Promise<Erasure | ErasureFault> => {
    await holdContacts(trx, caseId, 'pg_advisory_xact_lock');
    // None of them goes on in the meantime.
    await trx.selectFrom('letter_run').select('id').where('case_id', '=', caseId).orderBy('id').forUpdate().execute();
    const fault = await faultOf(trx, caseId);
    if (fault !== undefined) return fault;
    const reason = room.evidence.commitment(because);
    const payload = { subject: caseId, decision: 'erase-contacts', basis, reason };
    await room.evidence.write({ type: 'decision', author, payload });
    const now = room.clock.now();
    const { underWay, ...told } = await toldNumbers(trx, caseId);
    await trx.updateTable('letter_run').set({ erased_at: now }).where('case_id', '=', caseId).execute();
    return trx
      .insertInto('contact_erasure')
      .values({
        id: room.newId(),
        case_id: caseId,
        state: 'running',
        begun_at: now,
        begun_by: author,
        done_at: null,
        reason: room.vault.seal(because, ERASURE_PURPOSE),
        // What is queued belongs to runs that are paused, and never goes out any more.
        told: JSON.stringify({ ...told, underWay: 0, notWritten: told.notWritten + underWay }),
        contacts: await countContacts(trx, caseId),
      })
      .returningAll()
      .executeTakeFirstOrThrow();
  });
}

async function countContacts(trx: Transaction<Records>, caseId: string): Promise<number> {
  const { contacts } = await trx
    .selectFrom('contact')
    .select(({ fn }) => fn.countAll<number>().as('contacts'))
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  return Number(contacts);
}

async function faultOf(trx: Transaction<Records>, caseId: string): Promise<ErasureFault | undefined> {
  const { rows } = await sql<{ erasing: boolean; running: boolean; reading: boolean; contacts: boolean }>`
    SELECT
      EXISTS (SELECT FROM contact_erasure WHERE case_id = ${caseId} AND state = 'running') AS erasing,
      EXISTS (SELECT FROM letter_run WHERE case_id = ${caseId} AND state IN ('running', 'waiting'))
        OR EXISTS (SELECT FROM letter_run WHERE case_id = ${caseId} AND state IN ('draft', 'dry-run')
          AND EXISTS (SELECT FROM letter WHERE letter.run_id = letter_run.id))
        OR EXISTS (SELECT FROM letter_attempt JOIN letter_run ON letter_run.id = letter_attempt.run_id
          WHERE letter_run.case_id = ${caseId} AND letter_attempt.settled_at IS NULL) AS running,
      EXISTS (SELECT FROM contact_import WHERE case_id = ${caseId} AND state = 'checking') AS reading,
      EXISTS (SELECT FROM contact WHERE case_id = ${caseId}) AS contacts`.execute(trx);
  const [found] = rows;
  if (found?.erasing) return { fault: 'being-erased' };
  if (found?.running) return { fault: 'run-goes-on' };
  if (found?.reading) return { fault: 'list-is-read' };
  return found?.contacts ? undefined : { fault: 'no-contacts' };
}

async function carryOut(room: Room, erasure: Erasure): Promise<Erasure> {
  const proofs = await keepAllProofs(room, erasure.case_id);
  await deleteContacts(room, erasure.case_id);
  return conclude(room, erasure, proofs);
}

/** Runs whose secret is there, one after the other; then it goes. What a paused run did not send it never will. */
async function keepAllProofs(room: Room, caseId: string): Promise<number> {
  const runs = await room.records
    .selectFrom('letter_run')
    .select(['id'])
    .where('case_id', '=', caseId)
    .where('secret', '<>', '')
    .execute();
  for (const { id } of runs) {
    await keepProofs(room, id);
    await sql`
      UPDATE letter_run SET secret = '', version = version + 1,
        finished_at = CASE state WHEN 'paused' THEN ${room.clock.now()}::timestamptz ELSE finished_at END,
        state = CASE state WHEN 'paused' THEN 'done' ELSE state END
      WHERE id = ${id}`.execute(room.records);
  }
  const { kept } = await room.records
    .selectFrom('letter_proof')
    .innerJoin('letter_run', 'letter_run.id', 'letter_proof.run_id')
    .select(({ fn }) => fn.countAll<number>().as('kept'))
    .where('letter_run.case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  return Number(kept);
}

/** Contacts that go in one transaction. */
const BATCH = 10_000;

async function deleteContacts(room: Room, caseId: string): Promise<void> {
  for (;;) {
    const gone = await sql`
      DELETE FROM contact WHERE id IN (SELECT id FROM contact WHERE case_id = ${caseId} LIMIT ${BATCH})`.execute(
      room.records,
    );
    if (Number(gone.numAffectedRows ?? 0) < BATCH) return;
    await othersTurn();
  }
}

async function conclude(
  room: Room,
  { id, case_id: caseId, begun_by: author, contacts }: Erasure,
  proofs: number,
): Promise<Erasure> {
  const now = room.clock.now();
  const counts = { contacts, proofs };
  return room.records.transaction().execute(async (trx) => {
    const waiting = trx.updateTable('contact_import').set({ state: 'discarded' }).where('case_id', '=', caseId);
    await waiting.where('state', '=', 'waiting').execute();
    const done = await trx
      .updateTable('contact_erasure')
      .set({ proofs, state: 'done', done_at: now })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await room.evidence.write({ type: 'erasure', author, payload: { subject: caseId, what: 'contacts', ...counts } });
    await tellCase(trx, room, caseId, author === SERVER ? null : author, {
      what: 'contacts-erased',
      detail: `${contacts} contacts were erased; ${proofs} proofs of letters stay, which nobody can open any more`,
      about: counts,
    });
    await recordChange(trx, { at: now, kind: 'case', id: caseId, what: 'contacts-erased' });
    return done;
  });
}
