// What leaves a run as CSV: the proof of each letter, and the list of people to be told by telephone or post.
import { leafHash, proveInclusion } from '@vigie/evidence';
import type { Room } from '../../room.ts';
import { openDetails } from '../contacts/sealed-contact.ts';
import { csvRow } from '../csv-cells.ts';
import { readRunText } from '../sending/run-text.ts';
import { leafBytes, leafOf } from '../sending/sheets.ts';

/** People of the list that are read at once. */
const BATCH = 1000;

/**
 * One row a letter: the fields of its leaf, the salt of the commitment to its address, and the way to the root that stands in the evidence
 * log (RFC 9162, 2.1.3). With the address and this row anybody can compute that the letter went there.
 */
export async function* proofRows(room: Room, runId: string): AsyncGenerator<string> {
  yield csvRow([
    'contact',
    'message_id',
    'sent_at',
    'code',
    'text_sha256',
    'to',
    'salt',
    'sheet',
    'index',
    'root',
    'path',
    'log_entry',
  ]);
  const run = await readRunText(room, runId);
  const sheets = await room.records
    .selectFrom('letter_sheet')
    .selectAll()
    .where('run_id', '=', runId)
    .orderBy('number')
    .execute();
  for (const sheet of sheets) {
    const letters = await room.records
      .selectFrom('letter')
      .innerJoin('contact', 'contact.id', 'letter.contact_id')
      .select(['contact_id', 'letter.number', 'sealed', 'minor', 'code', 'ended_at'])
      .where('run_id', '=', runId)
      .where('sheet', '=', sheet.number)
      .orderBy('sheet_index')
      .execute();
    const fields = letters.map((row) => {
      const sentAt = row.ended_at ?? sheet.made_at;
      return leafOf(
        { number: row.number, address: run.addressOf(row), sentAt, code: row.code ?? 0 },
        run,
        run.identity,
      );
    });
    const leaves = fields.map((leaf) => leafHash(leafBytes(leaf)));
    let rows = '';
    for (const [index, leaf] of fields.entries()) {
      const salt = Buffer.from(run.identity.salt(letters[index]?.number ?? 0)).toString('hex');
      const path = proveInclusion(leaves, index)
        .map((hash) => hash.toString('hex'))
        .join(' ');
      const cells = [letters[index]?.contact_id, leaf.message, leaf.at, leaf.code, leaf.text, leaf.to, salt];
      rows += csvRow([...cells, sheet.number, index, sheet.root, path, sheet.entry]);
    }
    yield rows;
  }
}

/** Who is to be told by a person: one row each, with the number of the letter under which the outcome is told. */
export async function* listRows(room: Room, runId: string): AsyncGenerator<string> {
  yield csvRow([
    'letter',
    'name',
    'guardian',
    'phone',
    'street',
    'postal_code',
    'city',
    'country',
    'language',
    'minor',
  ]);
  for (let after = 0; ; ) {
    const rows = await room.records
      .selectFrom('letter')
      .innerJoin('contact', 'contact.id', 'letter.contact_id')
      .select(['letter.number', 'sealed', 'minor', 'language'])
      .where('run_id', '=', runId)
      .where('letter.state', '=', 'queued')
      .where('letter.number', '>', after)
      .orderBy('letter.number')
      .limit(BATCH)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.number;
    yield rows
      .map(({ number, sealed, minor, language }) => {
        const { name, guardianName, phone, street, postalCode, city, country } = openDetails(room.vault, sealed);
        return csvRow([
          number,
          name,
          guardianName,
          phone,
          street,
          postalCode,
          city,
          country,
          language,
          minor ? 'yes' : 'no',
        ]);
      })
      .join('');
  }
}
