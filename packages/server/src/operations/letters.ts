// Operations on letters to people: runs are made from an approved notice, tried dry, started, paused, resumed; what went out is proved.
import * as v from 'valibot';
import { approvedLetter } from '../cases/notices/approved-letter.ts';
import { type AnyOperation, Attachment, operation } from '../http/operation.ts';
import { cursorOf, keysOf, PageQuery, pageOf } from '../http/page.ts';
import { Problem, problem } from '../http/problem.ts';
import { csvStream } from '../letters/csv-cells.ts';
import { listRows, proofRows } from '../letters/runs/exports.ts';
import { enterSaid } from '../letters/runs/human-outcomes.ts';
import { previewOf } from '../letters/runs/preview.ts';
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
import { CHANNELS, LETTER_STATES, RUN_STATES } from '../records/tables/letters.ts';
import type { Room } from '../room.ts';
import { noSuchCase } from './contacts.ts';
import { Id, IdParams, Instant } from './fields.ts';

const LetterRun = v.object({
  id: Id,
  caseId: Id,
  noticeId: Id,
  noticeVersion: v.number(),
  channel: v.picklist(CHANNELS),
  group: v.string(),
  language: v.string(),
  alsoLanguages: v.array(v.string()),
  againAfter: v.optional(Id),
  state: v.picklist(RUN_STATES),
  perMinute: v.number(),
  total: v.number(),
  sent: v.number(),
  bounced: v.number(),
  failed: v.number(),
  /** Nobody can know whether they were sent: a person decides. */
  uncertain: v.number(),
  left: v.number(),
  waitingFor: v.optional(v.string()),
  retryAt: v.optional(Instant),
  createdAt: Instant,
  startedAt: v.optional(Instant),
  finishedAt: v.optional(Instant),
  version: v.number(),
});

function runOf(row: RunRow): v.InferInput<typeof LetterRun> {
  return {
    id: row.id,
    caseId: row.case_id,
    noticeId: row.notice_id,
    noticeVersion: row.notice_version,
    channel: row.channel,
    group: row.letter_group,
    language: row.language,
    alsoLanguages: row.also_languages,
    ...(row.again_after === null ? {} : { againAfter: row.again_after }),
    state: row.state,
    perMinute: row.per_minute,
    total: row.total,
    sent: row.sent,
    bounced: row.bounced,
    failed: row.failed,
    uncertain: row.uncertain,
    left: Math.max(0, row.total - row.sent - row.bounced - row.failed - row.uncertain),
    ...(row.waiting_for === null ? {} : { waitingFor: row.waiting_for }),
    ...(row.retry_at === null ? {} : { retryAt: row.retry_at }),
    createdAt: row.created_at,
    ...(row.started_at === null ? {} : { startedAt: row.started_at }),
    ...(row.finished_at === null ? {} : { finishedAt: row.finished_at }),
    version: row.version,
  };
}

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

async function runAt(room: Room, id: string): Promise<RunRow | Problem> {
  return (await readRun(room, id)) ?? problem('not-found');
}

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

export const previewLetter = operation({
  id: 'previewLetter',
  method: 'GET',
  path: '/api/letter-runs/:id/preview',
  summary: 'A letter as somebody would get it; that their address was read is written down',
  may: 'send-letters',
  params: IdParams,
  query: v.object({ contact: v.optional(Id) }),
  answer: v.object({
    contactId: Id,
    to: v.string(),
    subject: v.string(),
    text: v.string(),
    html: v.string(),
    language: v.string(),
    /** The whole message (RFC 5322), where it goes by mail and there is a mail server. */
    message: v.optional(v.string()),
  }),
  async run({ room, params, query, actor }) {
    const run = await runAt(room, params.id);
    if (run instanceof Problem) return run;
    const preview = await previewOf(room, run, query.contact);
    if (preview === undefined)
      return problem('conflict', { detail: 'nobody would get this letter; a dry run says why' });
    const payload = { subject: preview.contactId, contacts: 1, purpose: 'preview' };
    await room.evidence.write({ type: 'contact-read', author: actor.accountId, payload });
    return preview;
  },
});

const Letter = v.object({
  number: v.number(),
  contactId: Id,
  state: v.picklist(LETTER_STATES),
  tries: v.number(),
  code: v.optional(v.number()),
  /** RFC 3463, of the server's answer or of the bounce. */
  status: v.optional(v.string()),
  dueAt: v.optional(Instant),
  endedAt: v.optional(Instant),
});

export const listLetters = operation({
  id: 'listLetters',
  method: 'GET',
  path: '/api/letter-runs/:id/letters',
  summary: 'The letters of a run, without addresses',
  may: 'send-letters',
  params: IdParams,
  query: v.object({ ...PageQuery, state: v.optional(v.picklist(LETTER_STATES)) }),
  answer: pageOf(Letter),
  async run({ room, params, query }) {
    const keys = keysOf(query.cursor, ['number']);
    if (keys instanceof Problem) return keys;
    const rows = await room.records
      .selectFrom('letter')
      .selectAll()
      .where('run_id', '=', params.id)
      .where('number', '>', Number(keys?.[0] ?? 0))
      .$if(query.state !== undefined, (select) => select.where('state', '=', query.state ?? 'queued'))
      .orderBy('number')
      .limit(query.limit + 1)
      .execute();
    const shown = rows.slice(0, query.limit);
    const items = shown.map((row) => ({
      number: row.number,
      contactId: row.contact_id,
      state: row.state,
      tries: row.tries,
      ...(row.code === null ? {} : { code: row.code }),
      ...(row.enhanced === null ? {} : { status: row.enhanced }),
      ...(row.due_at === null ? {} : { dueAt: row.due_at }),
      ...(row.ended_at === null ? {} : { endedAt: row.ended_at }),
    }));
    const last = shown.at(-1);
    return rows.length > query.limit && last !== undefined ? { items, next: cursorOf([last.number]) } : { items };
  },
});

const Numbers = v.optional(v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1))), v.maxLength(10_000)));

export const decideUncertainLetters = operation({
  id: 'decideUncertainLetters',
  method: 'POST',
  path: '/api/letter-runs/:id/uncertain',
  summary: 'Decide about letters of which nobody can know whether they were sent',
  may: 'send-letters',
  params: IdParams,
  body: v.strictObject({ decision: v.picklist(['send-again', 'count-as-sent']), numbers: Numbers }),
  answer: v.object({ letters: v.number(), run: LetterRun }),
  async run({ room, params, body, actor }) {
    const run = await runAt(room, params.id);
    if (run instanceof Problem) return run;
    const to = body.decision === 'send-again' ? 'queued' : 'sent';
    const letters = await enterSaid(room, run, {
      from: 'uncertain',
      to,
      numbers: body.numbers,
      accountId: actor.accountId,
    });
    const after = await runAt(room, params.id);
    return after instanceof Problem ? after : { letters, run: runOf(after) };
  },
});

export const tellLetterOutcomes = operation({
  id: 'tellLetterOutcomes',
  method: 'POST',
  path: '/api/letter-runs/:id/outcomes',
  summary: 'Say that people of a telephone or post list were told, or could not be',
  may: 'send-letters',
  params: IdParams,
  body: v.strictObject({ outcome: v.picklist(['sent', 'failed']), numbers: Numbers }),
  answer: v.object({ letters: v.number(), run: LetterRun }),
  async run({ room, params, body, actor }) {
    const run = await runAt(room, params.id);
    if (run instanceof Problem) return run;
    if (run.channel !== 'phone' && run.channel !== 'post') {
      return problem('conflict', { detail: 'of letters by mail the mail server tells the outcome' });
    }
    const said = { from: 'queued', to: body.outcome, numbers: body.numbers, accountId: actor.accountId } as const;
    const letters = await enterSaid(room, run, said);
    const after = await runAt(room, params.id);
    return after instanceof Problem ? after : { letters, run: runOf(after) };
  },
});

export const exportLetterProofs = operation({
  id: 'exportLetterProofs',
  method: 'GET',
  path: '/api/letter-runs/:id/proofs',
  summary: 'The proof of each letter, as CSV: no address in it, but what shows which it was',
  may: 'send-letters',
  params: IdParams,
  gives: ['text/csv'],
  async run({ room, params, actor }) {
    const run = await runAt(room, params.id);
    if (run instanceof Problem) return run;
    const payload = { subject: run.id, kind: 'letter-proofs', rows: run.sent + run.bounced };
    await room.evidence.write({ type: 'export', author: actor.accountId, payload });
    return new Attachment(csvStream(proofRows(room, run.id)), 'text/csv; charset=utf-8', `letter-proofs-${run.id}.csv`);
  },
});

export const exportLetterList = operation({
  id: 'exportLetterList',
  method: 'GET',
  path: '/api/letter-runs/:id/list',
  summary: 'Who is to be told by telephone or post, as CSV; the export is written down',
  may: 'send-letters',
  params: IdParams,
  gives: ['text/csv'],
  async run({ room, params, actor }) {
    const run = await runAt(room, params.id);
    if (run instanceof Problem) return run;
    if (run.channel !== 'phone' && run.channel !== 'post') {
      return problem('conflict', { detail: 'a run by mail has no list: make one with the channel phone or post' });
    }
    if (run.state !== 'running')
      return problem('conflict', { detail: 'start the run first: then its list stays as it is' });
    const payload = { subject: run.id, kind: `${run.channel}-list`, rows: run.total };
    await room.evidence.write({ type: 'export', author: actor.accountId, payload });
    return new Attachment(
      csvStream(listRows(room, run.id)),
      'text/csv; charset=utf-8',
      `${run.channel}-list-${run.id}.csv`,
    );
  },
});

export const letterOperations: readonly AnyOperation[] = [
  listLetterRuns,
  createLetterRun,
  getLetterRun,
  tryLetterRun,
  startLetterRun,
  pauseLetterRun,
  resumeLetterRun,
  previewLetter,
  listLetters,
  decideUncertainLetters,
  tellLetterOutcomes,
  exportLetterProofs,
  exportLetterList,
];
