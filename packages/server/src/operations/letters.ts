// Operations on the letters of a run: a preview, what became of each, what people say of them, and what leaves as CSV.
import * as v from 'valibot';
import { type AnyOperation, Attachment, operation } from '../http/operation.ts';
import { cursorOf, keysOf, PageQuery, pageOf, totalOf } from '../http/page.ts';
import { Problem, problem } from '../http/problem.ts';
import { csvStream } from '../letters/csv-cells.ts';
import { listRows, proofRows } from '../letters/runs/exports.ts';
import { enterSaid } from '../letters/runs/human-outcomes.ts';
import { previewOf } from '../letters/runs/preview.ts';
import { LETTER_STATES } from '../records/tables/letters.ts';
import { Id, IdParams, Instant } from './fields.ts';
import { CONTACTS_ERASED, LetterRun, runAt, runOf } from './letter-run-fields.ts';

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
    let all = room.records.selectFrom('letter').selectAll().where('run_id', '=', params.id);
    if (query.state !== undefined) all = all.where('state', '=', query.state);
    const total = await totalOf(room.records, query, all);
    const rows = await all
      .where('number', '>', Number(keys?.[0] ?? 0))
      .orderBy('number')
      .offset(query.skip)
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
    const next = rows.length > query.limit && last !== undefined ? { next: cursorOf([last.number]) } : {};
    return { items, ...next, ...total };
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
    if (run.erased_at !== null) return problem('conflict', { detail: CONTACTS_ERASED });
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
    if (run.erased_at !== null) return problem('conflict', { detail: CONTACTS_ERASED });
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
    const read = { subject: run.id, contacts: runOf(run).left, purpose: `${run.channel}-list` };
    await room.evidence.write({ type: 'contact-read', author: actor.accountId, payload: read });
    return new Attachment(
      csvStream(listRows(room, run.id)),
      'text/csv; charset=utf-8',
      `${run.channel}-list-${run.id}.csv`,
    );
  },
});

export const letterOperations: readonly AnyOperation[] = [
  previewLetter,
  listLetters,
  decideUncertainLetters,
  tellLetterOutcomes,
  exportLetterProofs,
  exportLetterList,
];
