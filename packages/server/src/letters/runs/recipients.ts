// Whom a run writes to, and who gets nothing and why: one set of conditions, for the dry run and for the real one.
import { type RawBuilder, sql } from 'kysely';
import type { RecordsDatabase } from '../../records/database.ts';
import type { Channel, LetterState } from '../../records/tables/letters.ts';
import { isConfirmed } from '../contacts/confirmed.ts';

export interface Audience {
  readonly id: string;
  readonly case_id: string;
  readonly notice_id: string;
  readonly channel: Channel;
  readonly letter_group: string;
  readonly language: string;
  readonly also_languages: readonly string[];
  readonly again_after: string | null;
}

/** Why a contact of the case gets no letter of a run. */
export const REASONS = ['other-group', 'other-language', 'not-reachable', 'told-already', 'not-in-first-run'] as const;
type NoLetterReason = (typeof REASONS)[number];

/**
 * The reason as SQL over `contact`; null for who gets a letter.
 *
 * @param others the other runs of the notice: a second letter about the same is confusing at best, so who was told by one of them, or may be
 *   about to, is left out
 */
export function reasonFor(run: Audience, others: readonly string[]): RawBuilder<string | null> {
  const languages = sql.join([run.language, ...run.also_languages]);
  const way = run.channel;
  const again = run.again_after;
  const missed = again === null ? sql`false` : sql`NOT ${hasLetter([again], ['failed', 'bounced'])}`;
  const told = others.length === 0 ? sql`false` : hasLetter(others, ['queued', 'sending', 'sent', 'uncertain']);
  return sql`CASE
    WHEN contact.letter_group <> ${run.letter_group} THEN 'other-group'
    WHEN contact.language NOT IN (${languages}) THEN 'other-language'
    WHEN NOT (${way} = ANY(contact.ways)) THEN 'not-reachable'
    WHEN ${missed} THEN 'not-in-first-run'
    WHEN ${told} THEN 'told-already'
  END`;
}

/** A scalar and no EXISTS, for which the planner might read all letters there are once for each statement. */
function hasLetter(runs: readonly string[], states: readonly LetterState[]): RawBuilder<boolean> {
  return sql`((SELECT true FROM letter WHERE letter.contact_id = contact.id
    AND letter.run_id = ANY(${[...runs]}::uuid[]) AND letter.state = ANY(${[...states]}::text[]) LIMIT 1) IS TRUE)`;
}

/** The other runs of a run's notice. */
async function otherRuns(db: RecordsDatabase, run: Audience): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('letter_run')
    .select('id')
    .where('notice_id', '=', run.notice_id)
    .where('id', '<>', run.id)
    .execute();
  return rows.map(({ id }) => id);
}

export interface DryRun {
  readonly letters: number;
  /** Of those who get a letter: in which language they would have liked it. */
  readonly languages: readonly { readonly language: string; readonly letters: number }[];
  readonly minors: number;
  readonly nothing: readonly {
    readonly reason: NoLetterReason;
    readonly language: string;
    readonly contacts: number;
  }[];
}

export async function dryRunOf(db: RecordsDatabase, run: Audience): Promise<DryRun> {
  const others = await otherRuns(db, run);
  const { rows } = await sql<{ reason: NoLetterReason | null; language: string; contacts: number; minors: number }>`
    SELECT reason, language, count(*)::integer AS contacts, (count(*) FILTER (WHERE minor))::integer AS minors
    FROM (SELECT ${reasonFor(run, others)} AS reason, language, minor FROM contact WHERE case_id = ${run.case_id} AND ${isConfirmed}) AS judged
    GROUP BY reason, language ORDER BY contacts DESC, language`.execute(db);
  const told = rows.filter(({ reason }) => reason === null);
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  return {
    letters: sum(told.map(({ contacts }) => contacts)),
    languages: told.map(({ language, contacts }) => ({ language, letters: contacts })),
    minors: sum(told.map(({ minors }) => minors)),
    nothing: rows.flatMap(({ reason, language, contacts }) =>
      reason === null ? [] : [{ reason, language, contacts }],
    ),
  };
}

/** Some who get a letter, for previews. @param contactId this one only */
export async function somebodyOf(db: RecordsDatabase, run: Audience, contactId: string | undefined) {
  const others = await otherRuns(db, run);
  const which = contactId === undefined ? sql`true` : sql`contact.id = ${contactId}`;
  const { rows } = await sql<{ id: string; sealed: string; minor: boolean }>`
    SELECT id, sealed, minor FROM contact
    WHERE case_id = ${run.case_id} AND ${isConfirmed} AND ${which} AND ${reasonFor(run, others)} IS NULL ORDER BY id LIMIT 1`.execute(
    db,
  );
  return rows[0];
}
