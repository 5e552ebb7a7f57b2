// The timeline of a store: how much was accessed when, against what is usual at that time of the day, by whom and of which tables.
import * as v from 'valibot';
import type { Events, Question } from '../events/events.ts';
import type { EventsFault } from '../events/fault.ts';

export interface AccessPeriod {
  readonly store: string;
  /** Both at the beginning of a step. */
  readonly from: Date;
  readonly to: Date;
  readonly stepMs: number;
}

export interface Amounts {
  readonly queries: number;
  readonly rows: number;
  readonly bytes: number;
  readonly failures: number;
}

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const AMOUNTS = { queries: Count, rows: Count, bytes: Count, failures: Count };
const Time = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.transform((text) => new Date(text)),
);

/** Of a group of accesses. */
export const SUMS = `count() AS queries, toUInt64(sum(ifNull(rows_returned, 0))) AS rows,
  toUInt64(sum(ifNull(bytes_returned, 0))) AS bytes, countIf(status_id = 2) AS failures`;
export const IN_PERIOD = `store = {store:UUID}
  AND at >= fromUnixTimestamp64Milli({from:Int64}, 'UTC') AND at < fromUnixTimestamp64Milli({to:Int64}, 'UTC')`;

const BUCKETS: Question<Amounts & { readonly bucket: number; readonly accounts: number }> = {
  sql: `SELECT intDiv(toUnixTimestamp64Milli(at), {step:Int64}) AS bucket, ${SUMS},
      uniqExactIf(user_hash, user_hash != '') AS accounts
    FROM accesses WHERE ${IN_PERIOD} GROUP BY bucket ORDER BY bucket`,
  row: v.object({ bucket: Count, ...AMOUNTS, accounts: Count }),
};

interface AccountRow extends Amounts {
  readonly account: string;
  readonly addresses: number;
  readonly networks: readonly string[];
  readonly clients: readonly string[];
  readonly firstAt: Date;
  readonly lastAt: Date;
}

const ACCOUNTS: Question<AccountRow> = {
  sql: `SELECT user_hash AS account, ${SUMS}, uniqExactIf(address_hash, address_hash != '') AS addresses,
      arraySort(groupUniqArrayIf(8)(network, network != '')) AS networks,
      arraySort(groupUniqArrayIf(8)(client, client != '')) AS clients,
      min(at) AS first_at, max(at) AS last_at
    FROM accesses WHERE ${IN_PERIOD}
    GROUP BY user_hash ORDER BY rows DESC, bytes DESC, queries DESC, account LIMIT {limit:UInt32}`,
  row: v.pipe(
    v.object({
      account: v.string(),
      ...AMOUNTS,
      addresses: Count,
      networks: v.array(v.string()),
      clients: v.array(v.string()),
      first_at: Time,
      last_at: Time,
    }),
    v.transform(({ first_at: firstAt, last_at: lastAt, ...row }) => ({ ...row, firstAt, lastAt })),
  ),
};

interface TableRow extends Amounts {
  readonly container: string;
  readonly table: string;
  readonly accounts: number;
}

const TABLES: Question<TableRow> = {
  sql: `SELECT container, collection AS table, ${SUMS}, uniqExactIf(user_hash, user_hash != '') AS accounts
    FROM accesses WHERE ${IN_PERIOD} AND collection != ''
    GROUP BY container, collection ORDER BY rows DESC, bytes DESC, queries DESC, table LIMIT {limit:UInt32}`,
  row: v.object({ container: v.string(), table: v.string(), ...AMOUNTS, accounts: Count }),
};

interface AccessBucket extends Amounts {
  readonly at: Date;
  readonly accounts: number;
  readonly usual: Omit<Amounts, 'failures'> | undefined;
}

export interface StoreAccesses {
  readonly usualDays: number;
  readonly buckets: readonly AccessBucket[];
  readonly accounts: readonly AccountRow[];
  readonly tables: readonly TableRow[];
}

const DAY_MS = 86_400_000;
/** Days that what is usual is taken from. */
const USUAL_DAYS = 28;
const MOST_ACCOUNTS = 50;
const MOST_TABLES = 50;

export async function storeAccesses(events: Events, period: AccessPeriod): Promise<StoreAccesses | EventsFault> {
  const { store, from, to, stepMs } = period;
  const asked = { store, from: from.getTime(), to: to.getTime() };
  const [buckets, accounts, tables] = await Promise.all([
    events.query(BUCKETS, { ...asked, from: asked.from - USUAL_DAYS * DAY_MS, step: stepMs }),
    events.query(ACCOUNTS, { ...asked, limit: MOST_ACCOUNTS }),
    events.query(TABLES, { ...asked, limit: MOST_TABLES }),
  ]);
  if ('code' in buckets) return buckets;
  if ('code' in accounts) return accounts;
  if ('code' in tables) return tables;
  return {
    usualDays: USUAL_DAYS,
    buckets: against(buckets.rows, period),
    accounts: accounts.rows,
    tables: tables.rows,
  };
}

type BucketRow = Amounts & { readonly bucket: number; readonly accounts: number };

/** Each stretch beside the median of the same stretch of the days before; days before the first access tell nothing. */
function against(rows: readonly BucketRow[], { from, to, stepMs }: AccessPeriod): AccessBucket[] {
  const seen = new Map(rows.map((row) => [row.bucket, row]));
  const firstDay = Math.ceil(((rows[0]?.bucket ?? 0) * stepMs) / DAY_MS);
  const perDay = DAY_MS / stepMs;
  const begin = from.getTime() / stepMs;
  return Array.from({ length: to.getTime() / stepMs - begin }, (_, index) => {
    const bucket = begin + index;
    const before: (BucketRow | undefined)[] = [];
    for (let day = 1; day <= USUAL_DAYS; day += 1) {
      const earlier = bucket - day * perDay;
      if (Math.floor((earlier * stepMs) / DAY_MS) >= firstDay) before.push(seen.get(earlier));
    }
    const { queries = 0, rows: got = 0, bytes = 0, failures = 0, accounts = 0 } = seen.get(bucket) ?? {};
    return { at: new Date(bucket * stepMs), queries, rows: got, bytes, failures, accounts, usual: usualOf(before) };
  });
}

function usualOf(before: readonly (BucketRow | undefined)[]): AccessBucket['usual'] {
  if (before.length === 0) return undefined;
  const median = (of: (row: BucketRow) => number) => {
    const sorted = before.map((row) => (row === undefined ? 0 : of(row))).toSorted((a, b) => a - b);
    const middle = sorted.length >> 1;
    const upper = sorted[middle] ?? 0;
    return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
  };
  return { queries: median((row) => row.queries), rows: median((row) => row.rows), bytes: median((row) => row.bytes) };
}
