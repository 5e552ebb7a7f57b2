// Rows of one person become one contact: the first row stays and takes over what only the others had.

import type { LetterGroup } from '@vigie/respond';
import { sql, type Transaction } from 'kysely';
import type { Records } from '../../records/tables.ts';
import type { Room } from '../../room.ts';
import type { ContactDraft } from './contact.ts';
import { openDetails, sealedContact } from './sealed-contact.ts';

/** Persons that are joined in one transaction. */
const BATCH = 200;

/**
 * Joins the rows of an import, and takes out those of people whom the case knows already.
 *
 * @param lines the line of each row, by its place
 * @param personOf a number for whom the row at a place is about
 */
export async function joinRows(
  room: Room,
  importId: string,
  lines: readonly number[],
  personOf: (place: number) => number,
): Promise<void> {
  const firstLines = new Map<number, number>();
  const others = new Map<number, number[]>();
  lines.forEach((line, place) => {
    const person = personOf(place);
    const first = firstLines.get(person);
    if (first === undefined) firstLines.set(person, line);
    else others.set(first, [...(others.get(first) ?? []), line]);
  });
  const groups = [...others];
  for (let at = 0; at < groups.length; at += BATCH) {
    const some = groups.slice(at, at + BATCH);
    await room.records.transaction().execute((trx) => joinGroups(room, trx, importId, some));
  }
  await takeOutKnown(room.records, importId);
}

async function joinGroups(
  room: Room,
  trx: Transaction<Records>,
  importId: string,
  groups: readonly (readonly [first: number, others: readonly number[]])[],
): Promise<void> {
  const wanted = groups.flatMap(([first, others]) => [first, ...others]);
  const rows = await trx
    .selectFrom('contact')
    .select(['line', 'letter_group', 'language', 'minor', 'sealed'])
    .where('import_id', '=', importId)
    .where('line', 'in', wanted)
    .execute();
  const drafts = new Map(
    rows.map((row): [number, ContactDraft] => [
      row.line,
      {
        details: openDetails(room.vault, row.sealed),
        group: row.letter_group as LetterGroup,
        language: row.language,
        minor: row.minor,
      },
    ]),
  );
  for (const [first, others] of groups) {
    const [kept, ...more] = [first, ...others].map((line) => drafts.get(line)).filter((draft) => draft !== undefined);
    if (kept === undefined) continue;
    const joined = more.reduce(together, kept);
    await trx
      .updateTable('contact')
      .set(sealedContact(room.vault, joined))
      .where('import_id', '=', importId)
      .where('line', '=', first)
      .execute();
  }
  const gone = groups.flatMap(([, others]) => others);
  await trx.deleteFrom('contact').where('import_id', '=', importId).where('line', 'in', gone).execute();
}

/** What the second knows fills what the first lacks; another address becomes the second one. A minor in one row is a minor. */
function together(first: ContactDraft, second: ContactDraft): ContactDraft {
  const details = { ...second.details, ...first.details };
  const addresses = [first.details.email, first.details.secondEmail, second.details.email, second.details.secondEmail];
  const [email, secondEmail] = [...new Set(addresses.filter((address) => address !== undefined))].filter(
    (address, at, all) => all.findIndex((other) => other.toLowerCase() === address.toLowerCase()) === at,
  );
  return {
    details: {
      ...details,
      ...(email === undefined ? {} : { email }),
      ...(secondEmail === undefined ? {} : { secondEmail }),
    },
    group: first.minor || !second.minor ? first.group : second.group,
    language: first.language,
    minor: first.minor || second.minor,
  };
}

/** People whom a confirmed contact of the case stands for: by account, or by a mailbox that is a person's own. */
export async function takeOutKnown(db: Room['records'] | Transaction<Records>, importId: string): Promise<number> {
  const result = await sql`
    DELETE FROM contact AS fresh USING contact AS known
    WHERE fresh.import_id = ${importId} AND known.case_id = fresh.case_id AND known.confirmed AND known.import_id <> fresh.import_id
      AND (known.account_index = fresh.account_index
        OR (known.email_index = fresh.email_index AND NOT fresh.shared_mailbox))`.execute(db);
  return Number(result.numAffectedRows ?? 0);
}
