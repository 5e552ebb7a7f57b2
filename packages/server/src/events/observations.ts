// What each scan saw of each store, and what follows from it over time: how long each door has stood open.
import * as v from 'valibot';
import type { Events, Question } from './events.ts';
import type { EventsFault } from './fault.ts';

const VERDICTS = ['open', 'partial', 'closed', 'unknown', 'gone'] as const;
const MAYBE = ['yes', 'no', 'unknown'] as const;

/** `gone`: nothing answers there any more, or nobody watches it any more. */
type ObservedVerdict = (typeof VERDICTS)[number];
type Maybe = (typeof MAYBE)[number];

export interface Observation {
  readonly at: Date;
  readonly scope: string;
  readonly store: string;
  readonly scan: string;
  readonly verdict: ObservedVerdict;
  readonly posture: Readonly<Record<'identify' | 'list' | 'count' | 'read' | 'write' | 'administer', Maybe>>;
  readonly rows: number | null;
  readonly bytes: number | null;
  readonly people: { readonly lower: number; readonly estimate: number; readonly upper: number } | null;
}

/** Records what a scan saw, one row a store; resolves once it is durable. */
export function recordObservations(
  events: Events,
  observations: readonly Observation[],
): Promise<EventsFault | undefined> {
  const rows = observations.map(({ posture, people, ...seen }) => ({
    ...seen,
    ...posture,
    people_lower: people?.lower ?? null,
    people_estimate: people?.estimate ?? null,
    people_upper: people?.upper ?? null,
  }));
  return events.insert('observations', rows);
}

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Time = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.transform((text) => new Date(text)),
);

const OBSERVATIONS: Question<Observation> = {
  sql: `SELECT * FROM observations
    WHERE store = {store:UUID}
      AND at >= fromUnixTimestamp64Milli({from:Int64}, 'UTC') AND at < fromUnixTimestamp64Milli({to:Int64}, 'UTC')
    ORDER BY at DESC LIMIT {limit:UInt32}`,
  row: v.pipe(
    v.object({
      at: Time,
      scope: v.string(),
      store: v.string(),
      scan: v.string(),
      verdict: v.picklist(VERDICTS),
      identify: v.picklist(MAYBE),
      list: v.picklist(MAYBE),
      count: v.picklist(MAYBE),
      read: v.picklist(MAYBE),
      write: v.picklist(MAYBE),
      administer: v.picklist(MAYBE),
      rows: v.nullable(Count),
      bytes: v.nullable(Count),
      people_lower: v.nullable(Count),
      people_estimate: v.nullable(Count),
      people_upper: v.nullable(Count),
    }),
    v.transform(({ at, scope, store, scan, verdict, rows, bytes, ...row }) => {
      const { identify, list, count, read, write, administer } = row;
      const { people_lower: lower, people_estimate: estimate, people_upper: upper } = row;
      const people = lower === null || estimate === null || upper === null ? null : { lower, estimate, upper };
      const posture = { identify, list, count, read, write, administer };
      return { at, scope, store, scan, verdict, posture, rows, bytes, people };
    }),
  ),
};

/** From `from` until before `to`. */
export interface Period {
  readonly from: Date;
  readonly to: Date;
}

/** What was seen of a store in a period, newest first. @param limit rows at most */
export function observationsOf(events: Events, store: string, { from, to }: Period, limit: number) {
  return events.query(OBSERVATIONS, { store, from: from.getTime(), to: to.getTime(), limit });
}

/** Stores by their worst verdict in a stretch of time; a store that is gone counts nowhere. */
export interface ExposureInTime {
  readonly at: Date;
  readonly open: number;
  readonly partial: number;
  readonly unknown: number;
  readonly closed: number;
}

/**
 * Each store has in each stretch what was seen last before it, and what was seen in it; the worst of them counts, so that a door that
 * stood open for a minute shows in a year's picture.
 */
const EXPOSURE: Question<{ readonly bucket: number } & Omit<ExposureInTime, 'at'>> = {
  sql: `SELECT bucket, countIf(worst = 4) AS open, countIf(worst = 3) AS partial, countIf(worst = 2) AS unknown,
      countIf(worst = 1) AS closed
    FROM (
      SELECT point.1 AS bucket, point.2 AS worst
      FROM (
        SELECT arrayJoin(arrayConcat(
          [(seen_in, greatest(worst_seen, last_before))],
          arrayMap(number -> (number, last_seen), range(seen_in + 1, next_seen_in)))) AS point
        FROM (
          SELECT seen_in, worst_seen, last_seen,
            lagInFrame(last_seen, 1, toInt64(0)) OVER around AS last_before,
            leadInFrame(seen_in, 1, {buckets:Int64}) OVER around AS next_seen_in
          FROM (
            SELECT store,
              greatest(toInt64(-1), intDiv(toUnixTimestamp64Milli(at) - {from:Int64} + {step:Int64}, {step:Int64}) - 1)
                AS seen_in,
              toInt64(max(rank)) AS worst_seen, toInt64(argMax(rank, at)) AS last_seen
            FROM (
              SELECT store, at, 5 - indexOf(['open', 'partial', 'unknown', 'closed', 'gone'], verdict) AS rank
              FROM observations
              WHERE at < fromUnixTimestamp64Milli({to:Int64}, 'UTC')
                AND ({scope:String} = '' OR toString(scope) = {scope:String})
            )
            GROUP BY store, seen_in
          )
          WINDOW around AS (PARTITION BY store ORDER BY seen_in ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
        )
      )
    )
    WHERE bucket >= 0 GROUP BY bucket ORDER BY bucket`,
  row: v.object({ bucket: Count, open: Count, partial: Count, unknown: Count, closed: Count }),
};

/** No picture shows more. */
const MAX_BUCKETS = 2000;

/**
 * How many stores stood open over time, in stretches of the same length; the last one ends at `to`.
 *
 * @param buckets how many stretches, up to 2000
 * @param scope where only its stores count
 * @throws where the period is none, or has fewer milliseconds than stretches
 */
export async function exposureOverTime(
  events: Events,
  { from, to }: Period,
  buckets: number,
  scope?: string,
): Promise<{ readonly points: readonly ExposureInTime[] } | EventsFault> {
  const step = Math.ceil((to.getTime() - from.getTime()) / buckets);
  if (!(step > 0 && buckets > 0 && buckets <= MAX_BUCKETS))
    throw new Error(`no picture has ${buckets} stretches of ${step} ms`);
  const start = to.getTime() - step * buckets;
  const parameters = { from: start, to: to.getTime(), step, buckets, scope: scope ?? '' };
  const answer = await events.query(EXPOSURE, parameters);
  if ('code' in answer) return answer;
  const seen = new Map(answer.rows.map(({ bucket, ...counts }) => [bucket, counts]));
  const none = { open: 0, partial: 0, unknown: 0, closed: 0 };
  const points = Array.from({ length: buckets }, (_, bucket) => ({
    at: new Date(start + bucket * step),
    ...(seen.get(bucket) ?? none),
  }));
  return { points };
}
