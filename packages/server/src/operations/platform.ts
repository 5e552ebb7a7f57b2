// Operations on the platform itself: jobs, and its evidence log.
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { verifyLogFile } from '@vigie/evidence';
import * as v from 'valibot';
import { readEntriesBefore } from '../evidence/read-entries.ts';
import { type AnyOperation, Attachment, operation } from '../http/operation.ts';
import { keysOf, knownTotal, PageQuery, pageFrom, pageOf } from '../http/page.ts';
import { Problem } from '../http/problem.ts';
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

const Entry = v.object({
  sequence: v.number(),
  time: v.string(),
  type: v.string(),
  author: v.string(),
  payload: v.record(v.string(), v.unknown()),
  hash: v.string(),
});

export const listEvidence = operation({
  id: 'listEvidence',
  method: 'GET',
  path: '/api/evidence',
  summary: 'Entries of the evidence log, newest first',
  may: 'read-evidence',
  query: v.object(PageQuery),
  answer: pageOf(Entry),
  async run({ room, query }) {
    const keys = keysOf(query.cursor, ['number']);
    if (keys instanceof Problem) return keys;
    const { size, path } = room.evidence;
    // Numbers of entries follow each other, so that what is skipped is known without being read.
    const newest = typeof keys?.[0] === 'number' ? keys[0] : size;
    const found = await readEntriesBefore(path, newest - query.skip, query.limit + 1);
    const page = pageFrom(
      found,
      query.limit,
      (entry) => entry,
      (entry) => [entry.sequence],
    );
    return { ...page, ...knownTotal(query, size) };
  },
});

export const getEvidenceVerdict = operation({
  id: 'getEvidenceVerdict',
  method: 'GET',
  path: '/api/evidence/verdict',
  summary: 'Whether the evidence log is what was written, verified now',
  may: 'read-evidence',
  answer: v.object({ outcome: v.string(), entries: v.optional(v.number()), fault: v.optional(v.string()) }),
  async run({ room }) {
    const verdict = await verifyLogFile(room.evidence.path);
    const { outcome } = verdict;
    return outcome === 'tampered'
      ? { outcome, fault: verdict.fault.message }
      : { outcome, entries: room.evidence.size };
  },
});

export const downloadEvidence = operation({
  id: 'downloadEvidence',
  method: 'GET',
  path: '/api/evidence/log',
  summary: 'The evidence log as a file, for vigie verify',
  may: 'read-evidence',
  gives: ['application/x-ndjson'],
  async run({ room, actor }) {
    await room.evidence.write({
      type: 'export',
      author: actor.accountId,
      payload: { subject: 'evidence-log', kind: 'vigie.evidence/1' },
    });
    await room.evidence.checkpoint();
    const stream = Readable.toWeb(createReadStream(room.evidence.path)) as ReadableStream<Uint8Array>;
    return new Attachment(stream, 'application/x-ndjson', 'evidence.jsonl');
  },
});

export const platformOperations: readonly AnyOperation[] = [
  listJobs,
  listEvidence,
  getEvidenceVerdict,
  downloadEvidence,
];
