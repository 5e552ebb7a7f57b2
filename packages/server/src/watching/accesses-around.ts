// What the same account, or the same address where nobody signed in, did on the same store around a detection.
import type { Selectable } from 'kysely';
import * as v from 'valibot';
import type { Question } from '../events/events.ts';
import type { Records } from '../records/tables.ts';
import type { Room } from '../room.ts';

const HOUR_MS = 60 * 60 * 1000;
const STEP_S = 300;

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

const AROUND: Question<{
  readonly bucket: number;
  readonly queries: number;
  readonly rows: number;
  readonly bytes: number;
  readonly failures: number;
}> = {
  sql: `SELECT intDiv(toUnixTimestamp64Milli(at), {step:Int64}) AS bucket, count() AS queries,
      toUInt64(sum(ifNull(rows_returned, 0))) AS rows, toUInt64(sum(ifNull(bytes_returned, 0))) AS bytes,
      countIf(status_id = 2) AS failures
    FROM accesses
    WHERE store = {store:UUID}
      AND at >= fromUnixTimestamp64Milli({from:Int64}, 'UTC') AND at < fromUnixTimestamp64Milli({to:Int64}, 'UTC')
      AND user_hash = {account:String} AND ({account:String} != '' OR address_hash = {address:String})
    GROUP BY bucket ORDER BY bucket`,
  row: v.object({ bucket: Count, queries: Count, rows: Count, bytes: Count, failures: Count }),
};

type Around = Pick<
  Selectable<Records['detection']>,
  'account_hash' | 'address_hash' | 'store_id' | 'input_id' | 'first_at' | 'last_at'
>;

/** @returns undefined where it is not known who it was, or the store of events is away */
export async function accessesAround({ events, log }: Pick<Room, 'events' | 'log'>, detection: Around) {
  const { account_hash: account, address_hash: address } = detection;
  if (events === undefined || (account === '' && address === '')) return undefined;
  const stepMs = STEP_S * 1000;
  const from = Math.floor((detection.first_at.getTime() - HOUR_MS) / stepMs);
  // What goes on for days is shown from its beginning.
  const to = Math.min(Math.ceil((detection.last_at.getTime() + HOUR_MS) / stepMs), from + MAX_STEPS);
  const store = detection.store_id ?? detection.input_id;
  const answer = await events.query(AROUND, {
    store,
    account,
    address,
    from: from * stepMs,
    to: to * stepMs,
    step: stepMs,
  });
  if ('code' in answer) {
    log.warn(`what went on around a detection cannot be told: ${answer.message}`);
    return undefined;
  }
  const seen = new Map(answer.rows.map(({ bucket, ...amounts }) => [bucket, amounts]));
  const none = { queries: 0, rows: 0, bytes: 0, failures: 0 };
  return {
    from: new Date(from * stepMs),
    to: new Date(to * stepMs),
    stepSeconds: STEP_S,
    buckets: Array.from({ length: to - from }, (_, at) => ({
      at: new Date((from + at) * stepMs),
      ...(seen.get(from + at) ?? none),
    })),
  };
}

const MAX_STEPS = 576;
