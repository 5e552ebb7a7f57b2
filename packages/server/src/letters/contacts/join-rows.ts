// Rows of one person become one contact: the first row stays and takes over what only the others had.
import { setImmediate as othersTurn } from 'node:timers/promises';
import type { LetterGroup } from '@vigie/respond';
import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Records } from '../../records/tables.ts';
import type { Room } from '../../room.ts';
import type { ContactDraft } from './contact.ts';
import { contactRow, contactTable } from './contact-rows.ts';
import { openDetails } from './sealed-contact.ts';

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
    await othersTurn();
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
  const joined = groups.flatMap(([first, others]) => {
    const [kept, ...more] = [first, ...others].map((line) => drafts.get(line)).filter((draft) => draft !== undefined);
    return kept === undefined ? [] : [contactRow(room.vault, first, more.reduce(together, kept))];
  });
  await sql`
    UPDATE contact SET letter_group = fresh.letter_group, language = fresh.language, minor = fresh.minor, ways = fresh.ways,
      sealed = fresh.sealed, email_index = fresh.email_index, shared_mailbox = fresh.shared_mailbox,
      other_email_indexes = fresh.other_email_indexes, account_index = fresh.account_index
    FROM ${contactTable(joined)}
    WHERE contact.import_id = ${importId} AND contact.line = fresh.line`.execute(trx);
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
  const others = await db
    .selectFrom('contact_import')
    .innerJoin('contact_import as own', 'own.case_id', 'contact_import.case_id')
    .select('contact_import.id')
    .where('own.id', '=', importId)
    .where('contact_import.id', '<>', importId)
    .where('contact_import.state', '=', 'confirmed')
    .execute();
  if (others.length === 0) return 0;
  // One statement for each key, since an OR of two can be looked up by neither.
  const takeOut = async (isSame: RawBuilder<boolean>) => {
    const result = await sql`
      DELETE FROM contact AS fresh USING contact AS known
      WHERE fresh.import_id = ${importId} AND known.case_id = fresh.case_id
        AND known.import_id = ANY(${others.map(({ id }) => id)}::uuid[]) AND ${isSame}`.execute(db);
    return Number(result.numAffectedRows ?? 0);
  };
  const byAccount = await takeOut(sql`known.account_index = fresh.account_index`);
  return byAccount + (await takeOut(sql`known.email_index = fresh.email_index AND NOT fresh.shared_mailbox`));
}
