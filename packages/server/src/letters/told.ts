// How many of a case's people were told: the numbers that a person needs who has to say whether Article 34(1) GDPR is met.
import { sql } from 'kysely';
import type { RecordsDatabase } from '../records/database.ts';
import { CHANNELS, type Channel } from '../records/tables/letters.ts';
import { isConfirmed } from './contacts/confirmed.ts';

/** Each person counts once: `people` is the sum of all others but `told`'s parts. */
export interface ToldNumbers {
  /** Contacts of confirmed lists. */
  readonly people: number;
  readonly told: number;
  /** Who was told, by the channel by which they were. */
  readonly toldBy: Readonly<Record<Channel, number>>;
  /** Nobody can know whether the letter went. */
  readonly inDoubt: number;
  /** A letter is queued or on its way. */
  readonly underWay: number;
  /** Every letter to them failed or came back. */
  readonly undeliverable: number;
  /** Neither an address nor a telephone number is known. */
  readonly noWay: number;
  /** Nobody wrote to them yet. */
  readonly notWritten: number;
}

/** Reads every contact and letter of the case: seconds, where there are a million. */
export async function toldNumbers(db: Pick<RecordsDatabase, 'getExecutor'>, caseId: string): Promise<ToldNumbers> {
  const { rows } = await sql<Omit<ToldNumbers, 'toldBy'> & Record<`by_${number}`, number>>`
    WITH written AS (
      SELECT letter.contact_id,
        max(array_position(${[...CHANNELS]}::text[], letter_run.channel)) FILTER (WHERE letter.state = 'sent') AS channel,
        bool_or(letter.state = 'uncertain') AS doubt, bool_or(letter.state IN ('queued', 'sending')) AS waiting
      FROM letter JOIN letter_run ON letter_run.id = letter.run_id
      WHERE letter_run.case_id = ${caseId} GROUP BY letter.contact_id),
    standing AS (
      SELECT written.channel, CASE
        WHEN written.channel IS NOT NULL THEN 'told'
        WHEN written.doubt THEN 'doubt'
        WHEN written.waiting THEN 'waiting'
        WHEN written.contact_id IS NOT NULL THEN 'undeliverable'
        WHEN contact.ways = '{}' THEN 'no-way'
        ELSE 'not-written' END AS how
      FROM contact LEFT JOIN written ON written.contact_id = contact.id
      WHERE contact.case_id = ${caseId} AND ${isConfirmed})
    SELECT count(*)::integer AS people,
      (count(*) FILTER (WHERE how = 'told'))::integer AS told,
      (count(*) FILTER (WHERE how = 'doubt'))::integer AS "inDoubt",
      (count(*) FILTER (WHERE how = 'waiting'))::integer AS "underWay",
      (count(*) FILTER (WHERE how = 'undeliverable'))::integer AS undeliverable,
      (count(*) FILTER (WHERE how = 'no-way'))::integer AS "noWay",
      (count(*) FILTER (WHERE how = 'not-written'))::integer AS "notWritten",
      ${sql.join(CHANNELS.map((_, at) => sql`(count(*) FILTER (WHERE channel = ${at + 1}))::integer AS ${sql.ref(`by_${at}`)}`))}
    FROM standing`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('a count without a row');
  const { people, told, inDoubt, underWay, undeliverable, noWay, notWritten } = row;
  const toldBy = Object.fromEntries(CHANNELS.map((channel, at) => [channel, row[`by_${at}`] ?? 0])) as Record<
    Channel,
    number
  >;
  return { people, told, toldBy, inDoubt, underWay, undeliverable, noWay, notWritten };
}
