// Repeated requests: the same Idempotency-Key with the same body gets the first answer again, and is not done twice
// (draft-ietf-httpapi-idempotency-key-header). Answers may hold tokens that are shown once, and requests passwords: the first are kept
// sealed, of the second a keyed hash.
import { hash } from 'node:crypto';
import type { RecordsDatabase } from '../records/database.ts';
import type { Room } from '../room.ts';
import { type Problem, problem } from './problem.ts';

/** How long answers are kept. */
const KEPT_MS = 24 * 60 * 60 * 1000;
/** After this, a first request that never ended is taken for one that a crash cut off. */
const LOST_MS = 60 * 1000;

export interface FirstAnswer {
  readonly status: number;
  readonly body: string;
}

export interface Attempt {
  readonly keyHash: string;
  /** The first answer, where the request was made before. */
  readonly before?: FirstAnswer;
}

const ANSWER = 'idempotency/answer';
const REQUEST = 'idempotency/request';

/** Opens an attempt under a key. */
export async function beginAttempt(
  { records, vault }: Pick<Room, 'records' | 'vault'>,
  who: string,
  operation: string,
  key: string,
  body: string,
  now: Date,
): Promise<Attempt | Problem> {
  const keyHash = hash('sha256', JSON.stringify([who, operation, key]));
  const requestHash = vault.index(body, REQUEST);
  const inserted = await records
    .insertInto('idempotent_answer')
    .values({ key_hash: keyHash, request_hash: requestHash, at: now, status: null, body: null })
    .onConflict((on) => on.column('key_hash').doNothing())
    .returning('key_hash')
    .executeTakeFirst();
  if (inserted !== undefined) return { keyHash };
  const row = await records
    .selectFrom('idempotent_answer')
    .selectAll()
    .where('key_hash', '=', keyHash)
    .executeTakeFirst();
  if (row === undefined) return problem('still-running');
  if (!vault.indexes(body, REQUEST).includes(row.request_hash)) return problem('key-reused');
  if (row.status !== null) {
    const opened = vault.open(row.body ?? '', ANSWER);
    return 'code' in opened ? problem('key-reused') : { keyHash, before: { status: row.status, body: opened.text } };
  }
  if (now.getTime() - row.at.getTime() < LOST_MS) return problem('still-running', { headers: { 'retry-after': '1' } });
  return { keyHash };
}

/** Keeps the answer; a failure that the caller may mend is forgotten, so that the key can be used again. */
export async function endAttempt(
  { records, vault }: Pick<Room, 'records' | 'vault'>,
  keyHash: string,
  answer: FirstAnswer,
): Promise<void> {
  if (answer.status >= 400) {
    await records.deleteFrom('idempotent_answer').where('key_hash', '=', keyHash).execute();
    return;
  }
  await records
    .updateTable('idempotent_answer')
    .set({ status: answer.status, body: vault.seal(answer.body, ANSWER) })
    .where('key_hash', '=', keyHash)
    .execute();
}

/** Takes away answers that nobody will ask for again. */
export async function forgetOldAnswers(records: RecordsDatabase, now: Date): Promise<void> {
  await records
    .deleteFrom('idempotent_answer')
    .where('at', '<', new Date(now.getTime() - KEPT_MS))
    .execute();
}
