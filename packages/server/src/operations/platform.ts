// Operations on the platform itself: jobs, and its evidence log.
import * as v from 'valibot';
import { type AnyOperation, operation } from '../http/operation.ts';
import { Instant } from './fields.ts';

const Job = v.object({
  id: v.string(),
  kind: v.string(),
  state: v.picklist(['created', 'retry', 'active', 'completed', 'cancelled', 'failed']),
  createdAt: Instant,
  startedAt: v.optional(Instant),
  finishedAt: v.optional(Instant),
  attempts: v.number(),
  waitingUntil: v.optional(Instant),
  error: v.optional(v.string()),
});

const JOBS_SHOWN = 500;

export const listJobs = operation({
  id: 'listJobs',
  method: 'GET',
  path: '/api/jobs',
  summary: 'What is being worked on, waits or failed, newest first',
  may: 'read-jobs',
  answer: v.object({ items: v.array(Job) }),
  async run({ room }) {
    return { items: [...(await room.jobs.list(JOBS_SHOWN))] };
  },
});

export const platformOperations: readonly AnyOperation[] = [listJobs];
