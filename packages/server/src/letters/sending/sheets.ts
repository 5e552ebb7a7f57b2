// Proofs that letters were sent: each letter is a leaf of a Merkle tree (RFC 9162) over a sheet of them, and the root stands in the evidence
// log. A leaf has the address as a salted commitment, so that whoever has the log and one person's proof can tell that this letter went to
// this address at this time, and nothing of anybody else.
import { commit, EMPTY_RANGE, leafHash, rootOf, withLeaf } from '@vigie/evidence';
import { sql } from 'kysely';
import type { Room } from '../../room.ts';
import type { LetterIdentity } from '../identity.ts';
import type { RunText } from './run-text.ts';

/** Letters of a sheet: a proof has at most twelve hashes. */
export const SHEET = 4096;

export interface ProvedLetter {
  readonly number: number;
  readonly address: string;
  readonly sentAt: Date;
  /** The server's answer; 0 where a person told by telephone or post. */
  readonly code: number;
}

export interface LeafFields {
  readonly at: string;
  readonly code: number;
  readonly message: string;
  readonly text: string;
  readonly to: string;
}

/** What is proved of a letter. */
export function leafOf(
  letter: ProvedLetter,
  run: { readonly domain: string; readonly textHash: string },
  identity: LetterIdentity,
): LeafFields {
  return {
    at: letter.sentAt.toISOString(),
    code: letter.code,
    message: `${identity.token(letter.number)}@${run.domain}`,
    text: run.textHash,
    to: commit(letter.address, identity.salt(letter.number)),
  };
}

/** The bytes of a leaf: canonical JSON (RFC 8785), which for these fields is their names in order and no spaces. */
export function leafBytes({ at, code, message, text, to }: LeafFields): Buffer {
  return Buffer.from(JSON.stringify({ at, code, message, text, to }));
}

/** Letters that are looked at for one sheet: a window, so that the look costs the same however long the run is. */
const WINDOW = 3 * SHEET;

/**
 * Makes a sheet of the letters of a run's window that have none.
 *
 * @param after the number behind which the window begins
 * @param least how many there have to be
 * @returns the last number in it; undefined where there were not enough
 */
export async function makeSheet(room: Room, run: RunText, after: number, least: number): Promise<number | undefined> {
  const { rows } = await sql<{ number: number; sealed: string; minor: boolean; code: number | null; ended_at: Date }>`
    SELECT letter.number, contact.sealed, contact.minor, letter.code, letter.ended_at
    FROM letter JOIN contact ON contact.id = letter.contact_id
    WHERE letter.run_id = ${run.id} AND letter.number > ${after} AND letter.number <= ${after + WINDOW}
      AND letter.state IN ('sent', 'bounced') AND letter.sheet IS NULL
    ORDER BY letter.number LIMIT ${SHEET}`.execute(room.records);
  if (rows.length < Math.max(1, least)) return undefined;
  const range = rows.reduce((tree, row) => {
    const letter = { number: row.number, address: run.addressOf(row), sentAt: row.ended_at, code: row.code ?? 0 };
    return withLeaf(tree, leafHash(leafBytes(leafOf(letter, run, run.identity))));
  }, EMPTY_RANGE);
  const root = rootOf(range).toString('hex');
  // First the log: a sheet without an entry would be a proof of nothing.
  const payload = { subject: run.id, step: 'sheet', sent: rows.length, proofs: root, text: run.textHash };
  const entry = await room.evidence.write({ type: 'letters', author: 'vigie-server', payload });
  const now = room.clock.now();
  await room.records.transaction().execute(async (trx) => {
    const made = await trx
      .updateTable('letter_run')
      .set((eb) => ({ sheets: eb('sheets', '+', 1) }))
      .where('id', '=', run.id)
      .returning('sheets')
      .executeTakeFirstOrThrow();
    await trx
      .insertInto('letter_sheet')
      .values({ run_id: run.id, number: made.sheets, root, letters: rows.length, made_at: now, entry: entry.sequence })
      .execute();
    await sql`
      UPDATE letter SET sheet = ${made.sheets}, sheet_index = place.at - 1
      FROM unnest(${rows.map(({ number }) => number)}::integer[]) WITH ORDINALITY AS place (number, at)
      WHERE letter.run_id = ${run.id} AND letter.number = place.number`.execute(trx);
  });
  return rows.at(-1)?.number;
}

/** Sheets of all that have none yet: at the end of an attempt, or after people told outcomes. */
export async function makeLastSheets(room: Room, run: RunText): Promise<void> {
  for (let after = 0; after < run.total; ) {
    after = (await makeSheet(room, run, after, 1)) ?? after + WINDOW;
  }
}
