// Operations on runs of letters: made from an approved notice, tried dry, started, paused, resumed.
import * as v from 'valibot';
import { approvedLetter } from '../cases/notices/approved-letter.ts';
import { type AnyOperation, operation } from '../http/operation.ts';
import { Problem, problem } from '../http/problem.ts';
import { REASONS } from '../letters/runs/recipients.ts';
import {
  createRun,
  type RunRow,
  readRun,
  type StepFault,
  startRun,
  stepRun,
  tryRun,
} from '../letters/runs/run-life.ts';
import { CHANNELS } from '../records/tables/letters.ts';
import { noSuchCase } from './contacts.ts';
import { Id, IdParams } from './fields.ts';
import { CONTACTS_ERASED, LetterRun, runAt, runOf } from './letter-run-fields.ts';

const NO_LETTER =
  'there is no approved letter with this id in the case: freeze a version of the notice, and have two people approve that';

const MOST_PER_MINUTE = 600_000;

export const listLetterRuns = operation({
  id: 'listLetterRuns',
  method: 'GET',
  path: '/api/cases/:id/letter-runs',
  summary: 'The runs of letters of a case, newest first',
  may: 'send-letters',
  params: IdParams,
  answer: v.object({ items: v.array(LetterRun) }),
  async run({ room, params }) {
    const rows = await room.records
      .selectFrom('letter_run')
      .selectAll()
      .where('case_id', '=', params.id)
      .orderBy('created_at', 'desc')
      .limit(200)
      .execute();
    return { items: rows.map(runOf) };
  },
});

export const createLetterRun = operation({
  id: 'createLetterRun',
  method: 'POST',
  path: '/api/cases/:id/letter-runs',
  summary: 'Make a run of letters from an approved notice; nothing is sent yet',
  may: 'send-letters',
  params: IdParams,
  body: v.strictObject({
    noticeId: Id,
    channel: v.optional(v.picklist(CHANNELS), 'email'),
    perMinute: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_PER_MINUTE)), 600),
    /** Languages without a letter of their own, whose people get this one. */
    alsoLanguages: v.optional(
      v.pipe(
        v.array(v.pipe(v.string(), v.regex(/^[a-z]{2}$/, 'it has to be the code of a language'))),
        v.maxLength(60),
      ),
      [],
    ),
    /** A run whose failed and bounced letters are tried again, as a rule by another channel. */
    againAfter: v.optional(Id),
  }),
  answer: LetterRun,
  status: 201,
  async run({ room, params, body, actor }) {
    const missing = await noSuchCase(room, params.id);
    if (missing !== undefined) return missing;
    const letter = await approvedLetter(room, body.noticeId);
    if (letter === undefined || letter.caseId !== params.id) {
      return problem('conflict', { detail: NO_LETTER, errors: [{ pointer: '/body/noticeId', detail: NO_LETTER }] });
    }
    const { againAfter } = body;
    const first = againAfter === undefined ? undefined : await readRun(room, againAfter);
    if (againAfter !== undefined && first?.case_id !== params.id) {
      return problem('invalid-request', {
        errors: [{ pointer: '/body/againAfter', detail: 'there is no such run of this case' }],
      });
    }
    const { channel, perMinute, alsoLanguages } = body;
    return runOf(
      await createRun(room, { letter, channel, perMinute, alsoLanguages, againAfter, accountId: actor.accountId }),
    );
  },
});

export const getLetterRun = operation({
  id: 'getLetterRun',
  method: 'GET',
  path: '/api/letter-runs/:id',
  summary: 'A run of letters',
  may: 'send-letters',
  params: IdParams,
  answer: LetterRun,
  async run({ room, params }) {
    const run = await runAt(room, params.id);
    return run instanceof Problem ? run : runOf(run);
  },
});

export const tryLetterRun = operation({
  id: 'tryLetterRun',
  method: 'POST',
  path: '/api/letter-runs/:id/dry-run',
  summary: 'Count who would get the letter, and who nothing and why',
  may: 'send-letters',
  params: IdParams,
  answer: v.object({
    run: LetterRun,
    letters: v.number(),
    minors: v.number(),
    languages: v.array(v.object({ language: v.string(), letters: v.number() })),
    nothing: v.array(v.object({ reason: v.picklist(REASONS), language: v.string(), contacts: v.number() })),
  }),
  async run({ room, params }) {
    const run = await runAt(room, params.id);
    if (run instanceof Problem) return run;
    if (run.state !== 'draft' && run.state !== 'dry-run') {
      return problem('conflict', { detail: `the run has begun: it is ${run.state}` });
    }
    const { letters, minors, languages, nothing } = await tryRun(room, run);
    const after = await runAt(room, params.id);
    if (after instanceof Problem) return after;
    return { run: runOf(after), letters, minors, languages: [...languages], nothing: [...nothing] };
  },
});

function stepAnswer(after: RunRow | StepFault) {
  if (!('fault' in after)) return runOf(after);
  switch (after.fault) {
    case 'wrong-state':
      return problem('conflict', { detail: `a run that is ${after.state} cannot do that` });
    case 'no-mail-settings':
      return problem('conflict', {
        detail: 'there is no mail server yet: an administrator sets it under settings, mail',
      });
    case 'already-starting':
      return problem('conflict', { detail: 'its letters are just being made: somebody has started it already' });
    case 'not-startable':
      return problem('conflict', { detail: 'it cannot start any more: it has started, or contacts are being erased' });
    case 'contacts-erased':
      return problem('conflict', { detail: CONTACTS_ERASED });
    case 'nobody':
      return problem('conflict', { detail: 'nobody would get this letter; a dry run says why' });
  }
}

export const startLetterRun = operation({
  id: 'startLetterRun',
  method: 'POST',
  path: '/api/letter-runs/:id/start',
  summary: 'Make the letters and begin to send them',
  may: 'send-letters',
  params: IdParams,
  answer: LetterRun,
  async run({ room, params, actor }) {
    const run = await runAt(room, params.id);
    return run instanceof Problem ? run : stepAnswer(await startRun(room, run, actor.accountId));
  },
});

export const pauseLetterRun = operation({
  id: 'pauseLetterRun',
  method: 'POST',
  path: '/api/letter-runs/:id/pause',
  summary: 'Begin no further letter; those under way end',
  may: 'send-letters',
  params: IdParams,
  answer: LetterRun,
  async run({ room, params, actor }) {
    const run = await runAt(room, params.id);
    return run instanceof Problem ? run : stepAnswer(await stepRun(room, run, 'pause', actor.accountId));
  },
});

export const resumeLetterRun = operation({
  id: 'resumeLetterRun',
  method: 'POST',
  path: '/api/letter-runs/:id/resume',
  summary: 'Go on with a run that was paused, or that waits for the mail server',
  may: 'send-letters',
  params: IdParams,
  answer: LetterRun,
  async run({ room, params, actor }) {
    const run = await runAt(room, params.id);
    return run instanceof Problem ? run : stepAnswer(await stepRun(room, run, 'resume', actor.accountId));
  },
});

export const letterRunOperations: readonly AnyOperation[] = [
  listLetterRuns,
  createLetterRun,
  getLetterRun,
  tryLetterRun,
  startLetterRun,
  pauseLetterRun,
  resumeLetterRun,
];
