// What stays of proofs when contacts are erased: of each letter its message id and the commitment to its address. The salt is drawn from the
// run's secret, which is destroyed, so that nobody, with the log and a list of all addresses in hand, can tell whose they are.
import { setImmediate as othersTurn } from 'node:timers/promises';
import { commit } from '@vigie/evidence';
import { sql } from 'kysely';
import type { Room } from '../../room.ts';
import { readRunText } from '../sending/run-text.ts';

/** Letters that are read and kept in one transaction. */
const BATCH = 2000;

/** Keeps the proofs of a run whose contacts are there; what is kept already stays. @returns how many letters have one */
export async function keepProofs(room: Room, runId: string): Promise<number> {
  const run = await readRunText(room, runId);
  let count = 0;
  for (let after = 0; ; ) {
    const letters = await room.records
      .selectFrom('letter')
      .innerJoin('contact', 'contact.id', 'letter.contact_id')
      .select(['letter.number', 'contact.sealed', 'contact.minor'])
      .where('run_id', '=', runId)
      .where('sheet', 'is not', null)
      .where('letter.number', '>', after)
      .orderBy('letter.number')
      .limit(BATCH)
      .execute();
    const last = letters.at(-1);
    if (last === undefined) return count;
    const kept = letters.map((letter) => ({
      number: letter.number,
      message: `${run.identity.token(letter.number)}@${run.domain}`,
      recipient: commit(run.addressOf(letter), run.identity.salt(letter.number)),
    }));
    await sql`
      INSERT INTO letter_proof (run_id, number, message, recipient)
      SELECT ${runId}, number, message, recipient
      FROM json_to_recordset(${JSON.stringify(kept)}::json) AS one (number integer, message text, recipient text)
      ON CONFLICT DO NOTHING`.execute(room.records);
    after = last.number;
    count += letters.length;
    await othersTurn();
  }
}
