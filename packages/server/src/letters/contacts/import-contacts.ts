// The import of a list: rows are sealed as they come, joined where they are one person, and wait apart until somebody confirms them.
import { setImmediate as othersTurn } from 'node:timers/promises';
import type { LetterGroup } from '@vigie/respond';
import { sql } from 'kysely';
import { recordChange } from '../../live/changes.ts';
import type { StoredProblem } from '../../records/tables/contacts.ts';
import type { Room } from '../../room.ts';
import { isBeingErased } from '../erasure/being-erased.ts';
import type { ContactDraft } from './contact.ts';
import { contactRow, contactTable } from './contact-rows.ts';
import { forgetRows } from './forget-rows.ts';
import { joinRows } from './join-rows.ts';
import { type ContactTable, readTable, type TableFault } from './read-table.ts';
import { createPersonFinder } from './same-person.ts';

export interface ImportOrder {
  readonly caseId: string;
  readonly accountId: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Of rows that do not say. */
  readonly language: string;
  readonly group: LetterGroup;
}

type ImportFault = TableFault | { readonly code: 'being-erased'; readonly message: string };

const BEING_ERASED: ImportFault = {
  code: 'being-erased',
  message: 'the contacts of the case are just being erased: wait until they are gone',
};

/** Problems that are kept to be shown; all are counted. */
const MOST_PROBLEMS = 1000;
const BATCH = 500;

/**
 * Reads a list into an import that waits to be confirmed.
 *
 * @returns the import's id, or why the file is no list of contacts
 * @throws where the bytes end with an error; then nothing of the list is kept
 */
export async function importContacts(room: Room, order: ImportOrder): Promise<{ readonly id: string } | ImportFault> {
  const id = room.newId();
  if (!(await begin(room, id, order))) return BEING_ERASED;
  try {
    const { language, group } = order;
    const table = await readTable(order.bytes, { now: room.clock.now(), language, group });
    if ('code' in table) {
      await forget(room, id);
      return table;
    }
    await keepRows(room, id, order, table);
    return { id };
  } catch (error) {
    await forget(room, id);
    throw error;
  }
}

/** @returns false where the contacts of the case are just being erased */
async function begin(room: Room, id: string, { caseId, accountId }: ImportOrder): Promise<boolean> {
  const now = room.clock.now();
  return room.records.transaction().execute(async (trx) => {
    if (await isBeingErased(trx, caseId)) return false;
    await trx
      .insertInto('contact_import')
      .values({
        id,
        case_id: caseId,
        state: 'checking',
        started_by: accountId,
        created_at: now,
        encoding: null,
        delimiter: null,
      })
      .execute();
    await recordChange(trx, { at: now, kind: 'contact-import', id, what: 'created' });
    return true;
  });
}

async function forget(room: Room, id: string): Promise<void> {
  await forgetRows(room.records, id);
  await room.records.transaction().execute(async (trx) => {
    await trx.deleteFrom('contact_import').where('id', '=', id).execute();
    await recordChange(trx, { at: room.clock.now(), kind: 'contact-import', id, what: 'removed' });
  });
}

/** Imports that a crash interrupted: their list is gone with the request that sent it. Of those thrown away, rows may be left. */
export async function forgetInterruptedImports(room: Room): Promise<void> {
  const left = await room.records
    .selectFrom('contact_import')
    .select(['id', 'state'])
    .where('state', 'in', ['checking', 'discarded'])
    .execute();
  for (const { id, state } of left) {
    if (state === 'checking') await forget(room, id);
    else await forgetRows(room.records, id);
  }
}

async function keepRows(
  room: Room,
  id: string,
  { caseId, accountId }: ImportOrder,
  table: ContactTable,
): Promise<void> {
  const finder = createPersonFinder();
  const problems: StoredProblem[] = [];
  const counts = { rows: 0, broken: 0, problem_count: 0 };
  /** The line of each good row, by its place. */
  const lines: number[] = [];
  let batch: { line: number; contact: ContactDraft }[] = [];
  for await (const { line, contact, problems: found, nationalId } of table.rows) {
    counts.rows += 1;
    counts.problem_count += found.length;
    for (const { column, problem } of found)
      if (problems.length < MOST_PROBLEMS) problems.push({ row: line, column, problem });
    if (contact === undefined) {
      counts.broken += 1;
      continue;
    }
    finder.add(contact.details, nationalId);
    lines.push(line);
    batch.push({ line, contact });
    if (batch.length < BATCH) continue;
    await insertContacts(room, id, caseId, batch);
    batch = [];
    await othersTurn();
  }
  await insertContacts(room, id, caseId, batch);
  // Plans have to know how many there are; the embedded database counts only when it is told to.
  await sql`ANALYZE contact`.execute(room.records);
  await joinRows(room, id, lines, finder.finish());
  await finishImport(room, id, accountId, {
    ...counts,
    problems: JSON.stringify(problems),
    encoding: table.encoding,
    delimiter: table.delimiter,
    columns: JSON.stringify(table.columns.map((meaning) => meaning ?? null)),
    good: lines.length,
  });
}

async function insertContacts(
  room: Room,
  importId: string,
  caseId: string,
  batch: readonly { readonly line: number; readonly contact: ContactDraft }[],
): Promise<void> {
  if (batch.length === 0) return;
  const rows = batch.map(({ line, contact }) => ({ id: room.newId(), ...contactRow(room.vault, line, contact) }));
  await sql`
    INSERT INTO contact (id, case_id, import_id, line, letter_group, language, minor, ways, sealed, email_index, shared_mailbox, other_email_indexes, account_index)
    SELECT id, ${caseId}, ${importId}, line, letter_group, language, minor, ways, sealed, email_index, shared_mailbox, other_email_indexes, account_index
    FROM ${contactTable(rows)}`.execute(room.records);
}

async function finishImport(
  room: Room,
  id: string,
  accountId: string,
  found: {
    readonly rows: number;
    readonly good: number;
    readonly broken: number;
    readonly problem_count: number;
    readonly problems: string;
    readonly encoding: string;
    readonly delimiter: string;
    readonly columns: string;
  },
): Promise<void> {
  const now = room.clock.now();
  await room.records.transaction().execute(async (trx) => {
    const { people, minors, unreachable } = await trx
      .selectFrom('contact')
      .select([
        sql<number>`count(*)::integer`.as('people'),
        sql<number>`count(*) FILTER (WHERE minor)::integer`.as('minors'),
        sql<number>`count(*) FILTER (WHERE NOT ways @> '{email}')::integer`.as('unreachable'),
      ])
      .where('import_id', '=', id)
      .executeTakeFirstOrThrow();
    await trx
      .updateTable('contact_import')
      .set({ ...found, good: people, duplicates: found.good - people, minors, unreachable, state: 'waiting' })
      .where('id', '=', id)
      .execute();
    const payload = { subject: id, from: 'checking', to: 'waiting' };
    await room.evidence.write({ type: 'state-change', author: accountId, payload });
    await recordChange(trx, { at: now, kind: 'contact-import', id, what: 'updated' });
  });
}
