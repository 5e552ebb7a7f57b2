// A run of letters as the API shows it.
import * as v from 'valibot';
import { type Problem, problem } from '../http/problem.ts';
import { type RunRow, readRun } from '../letters/runs/run-life.ts';
import { CHANNELS, RUN_STATES } from '../records/tables/letters.ts';
import type { Room } from '../room.ts';
import { Id, Instant } from './fields.ts';

export const LetterRun = v.object({
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
  /** Its contacts were erased since: it can neither go on nor be asked whom it wrote to. */
  erasedAt: v.optional(Instant),
  version: v.number(),
});

export function runOf(row: RunRow): v.InferInput<typeof LetterRun> {
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
    ...(row.erased_at === null ? {} : { erasedAt: row.erased_at }),
    version: row.version,
  };
}

export const CONTACTS_ERASED = 'the contacts of the run were erased: nothing more can be sent, told or decided of it';

/** The run with this id, or that there is none. */
export async function runAt(room: Room, id: string): Promise<RunRow | Problem> {
  return (await readRun(room, id)) ?? problem('not-found');
}
