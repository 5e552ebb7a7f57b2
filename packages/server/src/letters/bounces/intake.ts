// A report on a letter, brought to the letter: what comes twice counts once, and only who has a letter's own address can speak of it.
import { hash } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import { recordChange } from '../../live/changes.ts';
import type { LetterState } from '../../records/tables/letters.ts';
import type { Records } from '../../records/tables.ts';
import type { Room } from '../../room.ts';
import { identityOf, isTokenOf, type TokenParts } from '../identity.ts';
import { SECRET_PURPOSE } from '../sending/run-text.ts';
import { readReport, type Verdict } from './report.ts';

export type BounceSource = 'post' | 'maildir' | 'mbox';

export interface TakenReport {
  readonly verdict: Verdict;
  /** Whether it is about a letter of ours. */
  readonly isOurs: boolean;
  /** The letter is just on its way: the report has to be brought again. */
  readonly isEarly: boolean;
}

export async function takeReport(room: Room, raw: Uint8Array, source: BounceSource): Promise<TakenReport> {
  const { verdict, status, tokens } = await readReport(raw);
  const letter = await letterOf(room, tokens);
  const now = room.clock.now();
  return room.records.transaction().execute(async (trx) => {
    const state = letter && (await stateOf(trx, letter));
    if (state === 'sending' || state === 'queued') return { verdict, isOurs: true, isEarly: true };
    const kept = await trx
      .insertInto('bounce_report')
      .values({
        hash: hash('sha256', raw, 'hex'),
        received_at: now,
        source,
        verdict,
        status: status ?? null,
        run_id: letter?.runId ?? null,
        letter_number: letter?.number ?? null,
      })
      .onConflict((conflict) => conflict.column('hash').doNothing())
      .executeTakeFirst();
    const isNew = kept.numInsertedOrUpdatedRows === 1n;
    if (letter && state && isNew && (await enter(trx, letter, state, verdict, status))) {
      await recordChange(trx, { at: now, kind: 'letter-run', id: letter.runId, what: 'updated' });
    }
    return { verdict, isOurs: letter !== undefined, isEarly: false };
  });
}

interface LetterPlace {
  readonly runId: string;
  readonly number: number;
}

async function letterOf(room: Room, tokens: readonly TokenParts[]): Promise<LetterPlace | undefined> {
  for (const parts of tokens) {
    if (!Number.isSafeInteger(parts.code) || !Number.isSafeInteger(parts.number)) continue;
    const run = await room.records
      .selectFrom('letter_run')
      .select(['id', 'code', 'secret'])
      .where('code', '=', parts.code)
      .executeTakeFirst();
    const opened = run && room.vault.open(run.secret, SECRET_PURPOSE);
    if (!run || !opened || 'code' in opened) continue;
    if (isTokenOf(identityOf(Buffer.from(opened.text, 'base64url'), run.code), parts)) {
      return { runId: run.id, number: parts.number };
    }
  }
  return undefined;
}

async function stateOf(trx: Transaction<Records>, { runId, number }: LetterPlace): Promise<LetterState | undefined> {
  const row = await trx
    .selectFrom('letter')
    .select('state')
    .where('run_id', '=', runId)
    .where('number', '=', number)
    .forUpdate()
    .executeTakeFirst();
  return row?.state;
}

/** What a report makes of a letter: a failure is a bounce, and any report proves that a letter in doubt had been sent. */
function stateAfter(state: LetterState, verdict: Verdict): LetterState {
  if (state !== 'sent' && state !== 'uncertain') return state;
  if (verdict === 'failed') return 'bounced';
  return verdict === 'no-report' || verdict === 'unreadable' ? state : 'sent';
}

async function enter(
  trx: Transaction<Records>,
  { runId, number }: LetterPlace,
  before: LetterState,
  verdict: Verdict,
  status: string | undefined,
): Promise<boolean> {
  const after = stateAfter(before, verdict);
  if (after === before) return false;
  await trx
    .updateTable('letter')
    .set({ state: after, ...(after === 'bounced' ? { enhanced: status ?? null } : {}) })
    .where('run_id', '=', runId)
    .where('number', '=', number)
    .execute();
  const counter = (state: LetterState) => sql.ref(state);
  await sql`
    UPDATE letter_run SET ${counter(before)} = ${counter(before)} - 1, ${counter(after)} = ${counter(after)} + 1
    WHERE id = ${runId}`.execute(trx);
  return true;
}
