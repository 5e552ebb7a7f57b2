// What leaves a run as CSV: the proof of each letter, and the list of people to be told by telephone or post.
import { leafHash, proveInclusion } from '@vigie/evidence';
import type { Selectable } from 'kysely';
import type { LetterTables } from '../../records/tables/letters.ts';
import type { Room } from '../../room.ts';
import { openDetails } from '../contacts/sealed-contact.ts';
import { csvRow } from '../csv-cells.ts';
import { readRunText } from '../sending/run-text.ts';
import { type LeafFields, leafBytes, leafOf } from '../sending/sheets.ts';

/** People of the list that are read at once. */
const BATCH = 1000;

/**
 * One row a letter: the fields of its leaf, the salt of the commitment to its address, and the way to the root that stands in the evidence
 * log (RFC 9162, 2.1.3). With the address and this row anybody can compute that the letter went there; after the contacts were erased there
 * is no salt, and nobody can.
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
  const leavesOf = await proofReader(room, runId);
  const sheets = await room.records
    .selectFrom('letter_sheet')
    .selectAll()
    .where('run_id', '=', runId)
    .orderBy('number')
    .execute();
  for (const sheet of sheets) {
    const letters = await leavesOf(sheet);
    const fields = letters.map(({ leaf }) => leaf);
    const leaves = fields.map((leaf) => leafHash(leafBytes(leaf)));
    let rows = '';
    for (const [index, leaf] of fields.entries()) {
      const path = proveInclusion(leaves, index)
        .map((hash) => hash.toString('hex'))
        .join(' ');
      const { contactId, salt } = letters[index] ?? {};
      const cells = [contactId, leaf.message, leaf.at, leaf.code, leaf.text, leaf.to, salt];
      rows += csvRow([...cells, sheet.number, index, sheet.root, path, sheet.entry]);
    }
    yield rows;
  }
}

interface ProvedRow {
  readonly contactId: string;
  readonly leaf: LeafFields;
  /** In hexadecimal digits; empty where the contacts were erased, and nobody can open the commitment any more. */
  readonly salt: string;
}

type SheetRow = Selectable<LetterTables['letter_sheet']>;

/** Reads the letters of a sheet: from the contacts, or from what was kept of their proofs when they were erased. */
async function proofReader(room: Room, runId: string): Promise<(sheet: SheetRow) => Promise<readonly ProvedRow[]>> {
  const { secret, text_hash: text } = await room.records
    .selectFrom('letter_run')
    .select(['secret', 'text_hash'])
    .where('id', '=', runId)
    .executeTakeFirstOrThrow();
  const lettersOf = (sheet: SheetRow) =>
    room.records
      .selectFrom('letter')
      .select(['contact_id', 'letter.number', 'code', 'ended_at'])
      .where('letter.run_id', '=', runId)
      .where('sheet', '=', sheet.number)
      .orderBy('sheet_index');
  if (secret === '') {
    return async (sheet) => {
      const rows = await lettersOf(sheet)
        .innerJoin('letter_proof', (join) =>
          join.onRef('letter_proof.run_id', '=', 'letter.run_id').onRef('letter_proof.number', '=', 'letter.number'),
        )
        .select(['message', 'recipient'])
        .execute();
      return rows.map(({ contact_id, code, ended_at, message, recipient }) => ({
        contactId: contact_id,
        leaf: { at: (ended_at ?? sheet.made_at).toISOString(), code: code ?? 0, message, text, to: recipient },
        salt: '',
      }));
    };
  }
  const run = await readRunText(room, runId);
  return async (sheet) => {
    const rows = await lettersOf(sheet)
      .innerJoin('contact', 'contact.id', 'letter.contact_id')
      .select(['sealed', 'minor'])
      .execute();
    return rows.map((row) => {
      const sentAt = row.ended_at ?? sheet.made_at;
      const letter = { number: row.number, address: run.addressOf(row), sentAt, code: row.code ?? 0 };
      const salt = Buffer.from(run.identity.salt(row.number)).toString('hex');
      return { contactId: row.contact_id, leaf: leafOf(letter, run, run.identity), salt };
    });
  };
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
