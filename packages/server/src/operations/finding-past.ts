// Operations on the past of findings: what happened to one, and how long things take.
import * as v from 'valibot';
import { type AnyOperation, operation } from '../http/operation.ts';
import { problem } from '../http/problem.ts';
import { keptAnswersOf } from '../live/kept-answers.ts';
import { figuresOf } from '../watch/figures.ts';
import type { FindingState } from '../watch/finding-life.ts';
import { RESULTS } from '../watch/judge.ts';
import { IdParams, Instant } from './fields.ts';
import { openedReason, Person, State } from './findings.ts';

const MOST_STEPS = 1000;

export const getFindingTimeline = operation({
  id: 'getFindingTimeline',
  method: 'GET',
  path: '/api/findings/:id/timeline',
  summary: 'What happened to a finding, and who did it',
  may: 'read-watch',
  params: IdParams,
  answer: v.object({
    items: v.array(
      v.object({
        at: Instant,
        /** Nobody: the platform did it. */
        who: v.optional(v.string()),
        what: v.string(),
        from: v.optional(State),
        to: v.optional(State),
        assignee: v.optional(Person),
        acceptedUntil: v.optional(Instant),
        acceptedBecause: v.optional(v.string()),
        result: v.optional(v.picklist(RESULTS)),
        why: v.optional(v.string()),
      }),
    ),
  }),
  async run({ room, params }) {
    const finding = await room.records
      .selectFrom('finding')
      .select('id')
      .where('id', '=', params.id)
      .executeTakeFirst();
    if (finding === undefined) return problem('not-found');
    const rows = await room.records
      .selectFrom('finding_event as event')
      .leftJoin('auth_user as who', 'who.id', 'event.account_id')
      .leftJoin('auth_user as assignee', 'assignee.id', 'event.assignee_id')
      .selectAll('event')
      .select(['who.name as who', 'assignee.name as assignee_name'])
      .where('finding_id', '=', params.id)
      .orderBy('event.id')
      .limit(MOST_STEPS)
      .execute();
    return {
      items: rows.map((row) => {
        const because = openedReason(room, row.accepted_because);
        return {
          at: row.at,
          ...(row.who === null ? {} : { who: row.who }),
          what: row.what,
          ...(row.from_state === null ? {} : { from: row.from_state as FindingState }),
          ...(row.to_state === null ? {} : { to: row.to_state as FindingState }),
          ...(row.assignee_id === null ? {} : { assignee: { id: row.assignee_id, name: row.assignee_name ?? '' } }),
          ...(row.accepted_until === null ? {} : { acceptedUntil: row.accepted_until }),
          ...(because === undefined ? {} : { acceptedBecause: because }),
          ...(row.result === null ? {} : { result: row.result as (typeof RESULTS)[number] }),
          ...(row.why === null ? {} : { why: row.why }),
        };
      }),
    };
  },
});

const Span = v.object({ median: v.number(), p90: v.number(), count: v.number() });

export const getFigures = operation({
  id: 'getFigures',
  method: 'GET',
  path: '/api/figures',
  summary: 'How long doors stand open, and how long it takes to see, to assign and to close them: in seconds',
  may: 'read-watch',
  answer: v.object({ openSinceLatest: Span, detect: Span, assign: Span, close: Span }),
  run: ({ room }) => keptAnswersOf(room).answer('figures', () => figuresOf(room.records, room.clock.now())),
});

export const findingPastOperations: readonly AnyOperation[] = [getFindingTimeline, getFigures];
