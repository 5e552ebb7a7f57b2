// The life of a run of letters: draft, dry-run, running, paused or waiting, done. A person makes and starts it; the post office runs it.
import { hash } from 'node:crypto';
import type { Selectable } from 'kysely';
import { recordChange } from '../../live/changes.ts';
import { domainOf, readMailSettings } from '../../mail/mail-settings.ts';
import type { Channel, LetterTables, RunState } from '../../records/tables/letters.ts';
import type { Room } from '../../room.ts';
import type { ApprovedLetter } from '../approved-letter.ts';
import { SECRET_PURPOSE } from '../sending/run-text.ts';
import { makeLetters, takeAwayLetters } from './make-letters.ts';
import { type DryRun, dryRunOf } from './recipients.ts';

export type RunRow = Selectable<LetterTables['letter_run']>;

export interface RunOrder {
  readonly letter: ApprovedLetter;
  readonly channel: Channel;
  readonly perMinute: number;
  readonly alsoLanguages: readonly string[];
  readonly againAfter: string | undefined;
  readonly accountId: string;
}

const SECRET_BYTES = 32;

export async function createRun(room: Room, order: RunOrder): Promise<RunRow> {
  const { letter } = order;
  const now = room.clock.now();
  return room.records.transaction().execute(async (trx) => {
    const run = await trx
      .insertInto('letter_run')
      .values({
        id: room.newId(),
        case_id: letter.caseId,
        notice_id: letter.noticeId,
        notice_version: letter.version,
        channel: order.channel,
        letter_group: letter.group,
        language: letter.language,
        also_languages: [...order.alsoLanguages],
        again_after: order.againAfter ?? null,
        state: 'draft',
        per_minute: order.perMinute,
        subject: letter.subject,
        body_text: letter.text,
        body_html: letter.html,
        text_hash: textHash(letter),
        secret: room.vault.seal(Buffer.from(room.random(SECRET_BYTES)).toString('base64url'), SECRET_PURPOSE),
        domain: null,
        waiting_for: null,
        retry_at: null,
        created_by: order.accountId,
        created_at: now,
        started_at: null,
        finished_at: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await recordChange(trx, { at: now, kind: 'letter-run', id: run.id, what: 'created' });
    return run;
  });
}

/** SHA-256 over the text as canonical JSON: what proofs of letters name. */
function textHash({
  html,
  language,
  subject,
  text,
}: Pick<ApprovedLetter, 'html' | 'language' | 'subject' | 'text'>): string {
  return hash('sha256', JSON.stringify({ html, language, subject, text }), 'hex');
}

export async function readRun(room: Room, id: string): Promise<RunRow | undefined> {
  return room.records.selectFrom('letter_run').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Counts whom the run would reach, and sends nothing. */
export async function tryRun(room: Room, run: RunRow): Promise<DryRun> {
  const found = await dryRunOf(room.records, run);
  await room.records
    .updateTable('letter_run')
    .set({ state: 'dry-run', total: found.letters })
    .where('id', '=', run.id)
    .where('state', 'in', ['draft', 'dry-run'])
    .execute();
  return found;
}

export type StepFault =
  | { readonly fault: 'wrong-state'; readonly state: RunState }
  | { readonly fault: 'no-mail-settings' }
  | { readonly fault: 'nobody' }
  | { readonly fault: 'already-starting' }
  /** It has started meanwhile, or its contacts are erased. */
  | { readonly fault: 'not-startable' }
  | { readonly fault: 'contacts-erased' };

/** What people do with a run, from which states, and to which it leads. */
const STEPS = {
  start: { from: ['draft', 'dry-run'], to: 'running', told: 'started' },
  pause: { from: ['running', 'waiting'], to: 'paused', told: 'paused' },
  resume: { from: ['paused', 'waiting'], to: 'running', told: 'resumed' },
} as const satisfies Record<string, { from: readonly RunState[]; to: RunState; told: string }>;
type Step = keyof typeof STEPS;

/** Runs whose letters are just being made. One process at a time has the records. */
const starting = new Set<string>();

/** Makes the letters, and begins with them once all are there: a run that runs has all of its letters. */
export async function startRun(room: Room, run: RunRow, accountId: string): Promise<RunRow | StepFault> {
  const mail = await readMailSettings(room.records);
  const isMail = run.channel === 'email' || run.channel === 'second-email';
  if (isMail && mail === undefined) return { fault: 'no-mail-settings' };
  if (!isFrom('start', run.state)) return { fault: 'wrong-state', state: run.state };
  if (starting.has(run.id)) return { fault: 'already-starting' };
  starting.add(run.id);
  let isStarted = false;
  try {
    const total = await makeLetters(room.records, run);
    if (total === undefined) return { fault: 'not-startable' };
    if (total === 0) return { fault: 'nobody' };
    const domain = mail === undefined ? 'letters.invalid' : domainOf(mail.settings.from.address);
    const after = await enterStep(room, run, 'start', accountId, { total, domain });
    isStarted = !('fault' in after);
    return after;
  } finally {
    // Where this fails, too, the next start of the platform does it.
    if (!isStarted) await takeAwayLetters(room.records, run.id);
    starting.delete(run.id);
  }
}

function isFrom(step: Step, state: RunState): boolean {
  return (STEPS[step].from as readonly RunState[]).includes(state);
}

export function stepRun(
  room: Room,
  run: RunRow,
  step: 'pause' | 'resume',
  accountId: string,
): Promise<RunRow | StepFault> {
  return enterStep(room, run, step, accountId, {});
}

async function enterStep(
  room: Room,
  run: RunRow,
  step: Step,
  accountId: string,
  made: { readonly total?: number; readonly domain?: string },
): Promise<RunRow | StepFault> {
  const { to, told } = STEPS[step];
  const now = room.clock.now();
  return room.records.transaction().execute(async (trx): Promise<RunRow | StepFault> => {
    const before = await trx
      .selectFrom('letter_run')
      .selectAll()
      .where('id', '=', run.id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (before.erased_at !== null) return { fault: 'contacts-erased' };
    if (!isFrom(step, before.state)) return { fault: 'wrong-state', state: before.state };
    const total = made.total ?? before.total;
    const after = await trx
      .updateTable('letter_run')
      .set((eb) => ({
        state: to,
        ...made,
        waiting_for: null,
        retry_at: null,
        version: eb('version', '+', 1),
        ...(step === 'start' ? { started_at: now } : {}),
      }))
      .where('id', '=', run.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    const payload = { subject: run.id, step: told, letters: total, text: run.text_hash };
    await room.evidence.write({ type: 'letters', author: accountId, payload });
    await recordChange(trx, { at: now, kind: 'letter-run', id: run.id, what: 'updated' });
    return after;
  });
}
