// Detections into the records: each firing once, and firings of the same rule for the same somebody counted into one while they go on.
import type { Insertable, Transaction } from 'kysely';
import type { AlertedDetection } from '../alerts/alerted-detection.ts';
import { announceDetections } from '../alerts/announce.ts';
import { recordChanges } from '../live/changes.ts';
import type { DetectionTables } from '../records/tables/detections.ts';
import type { Records } from '../records/tables.ts';
import type { Room } from '../room.ts';
import type { ToldDetection } from './orders.ts';

/** Firings that follow one another within so long are one detection. */
const GOES_ON_MS = 60 * 60 * 1000;
/** Rows of one statement. */
const AT_ONCE = 1000;

type DetectionRow = Insertable<DetectionTables['detection']>;

export interface DetectionOrigin {
  readonly input: string;
  readonly storeId: string | null;
}

/** Keeps what a batch told, in one transaction, and lets those know who are told of it. */
export async function keepDetections(
  room: Pick<Room, 'records' | 'clock' | 'jobs'>,
  origin: DetectionOrigin,
  told: readonly ToldDetection[],
): Promise<void> {
  for (let begin = 0; begin < told.length; begin += AT_ONCE) {
    const some = told.slice(begin, begin + AT_ONCE);
    await room.records.transaction().execute((trx) => keepSome(room, trx, origin, some));
  }
}

async function keepSome(
  room: Pick<Room, 'clock' | 'jobs'>,
  trx: Transaction<Records>,
  origin: DetectionOrigin,
  told: readonly ToldDetection[],
): Promise<void> {
  const now = room.clock.now();
  const known = await trx
    .selectFrom('detection_firing')
    .select('id')
    .where(
      'id',
      'in',
      told.map(({ firing }) => firing),
    )
    .execute();
  const seen = new Set(known.map(({ id }) => id));
  const fresh: ToldDetection[] = [];
  for (const one of told) {
    if (!seen.has(one.firing)) fresh.push(one);
    seen.add(one.firing);
  }
  if (fresh.length === 0) return;
  const open = await openOnes(trx, fresh, now);
  const made: DetectionRow[] = [];
  const counted = new Map<string, Growing>();
  const firings: { id: string; detection_id: string; seen_at: Date }[] = [];
  const alerted: AlertedDetection[] = [];
  for (const one of fresh) {
    const at = one.time === undefined ? now : new Date(one.time);
    const going = goingOn(open.get(one.subject), one, at);
    if (going === undefined) {
      const row = rowOf(one, origin, at, now);
      made.push(row);
      open.set(one.subject, { row, id: row.id, first_at: at, last_at: at, count: 1 });
      firings.push({ id: one.firing, detection_id: row.id, seen_at: now });
      alerted.push(alertedOf(one, row.id, origin, at));
      continue;
    }
    grow(going, at);
    if (going.row === undefined) counted.set(going.id, going);
    firings.push({ id: one.firing, detection_id: going.id, seen_at: now });
    alerted.push(alertedOf(one, going.id, origin, at));
  }
  if (made.length > 0) await trx.insertInto('detection').values(made).execute();
  for (const { id, first_at, last_at, count } of counted.values()) {
    await trx
      .updateTable('detection')
      .set((eb) => ({ first_at, last_at, count, version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .execute();
  }
  await trx.insertInto('detection_firing').values(firings).execute();
  await announceDetections(room, trx, alerted);
  await recordChanges(trx, [
    ...made.map(({ id }) => ({ kind: 'detection' as const, id, what: 'created', at: now })),
    ...[...counted.keys()].map((id) => ({ kind: 'detection' as const, id, what: 'updated', at: now })),
  ]);
}

/** One that firings may be counted into. */
interface Growing {
  readonly id: string;
  /** Of one that is made now. */
  readonly row: DetectionRow | undefined;
  first_at: Date;
  last_at: Date;
  count: number;
}

async function openOnes(
  trx: Transaction<Records>,
  told: readonly ToldDetection[],
  now: Date,
): Promise<Map<string, Growing>> {
  const subjects = [...new Set(told.map(({ subject }) => subject))];
  const times = told.map(({ time }) => time ?? now.getTime());
  const rows = await trx
    .selectFrom('detection')
    .select(['id', 'subject', 'first_at', 'last_at', 'count'])
    .where('subject', 'in', subjects)
    .where('state', '=', 'new')
    .where('last_at', '>=', new Date(Math.min(...times) - GOES_ON_MS))
    .orderBy('last_at')
    .forUpdate()
    .execute();
  return new Map(rows.map(({ subject, ...row }) => [subject, { ...row, row: undefined }]));
}

/** What behaviour tells stands alone: people judge each by itself. */
function goingOn(open: Growing | undefined, { kind }: ToldDetection, at: Date): Growing | undefined {
  if (open === undefined || kind === 'behaviour') return undefined;
  const isNear =
    at.getTime() <= open.last_at.getTime() + GOES_ON_MS && at.getTime() >= open.first_at.getTime() - GOES_ON_MS;
  return isNear ? open : undefined;
}

function grow(going: Growing, at: Date): void {
  going.count += 1;
  if (at < going.first_at) going.first_at = at;
  if (at > going.last_at) going.last_at = at;
  if (going.row === undefined) return;
  Object.assign(going.row, { count: going.count, first_at: going.first_at, last_at: going.last_at });
}

function alertedOf(
  { rule, title, level, why }: ToldDetection,
  id: string,
  { storeId }: DetectionOrigin,
  at: Date,
): AlertedDetection {
  return { id, at, rule, title, level, why, storeId: storeId ?? undefined };
}

function rowOf(told: ToldDetection, { input, storeId }: DetectionOrigin, at: Date, now: Date): DetectionRow {
  return {
    id: told.firing,
    engine_id: told.engineId,
    input_id: input,
    store_id: storeId,
    kind: told.kind,
    rule: told.rule,
    title: told.title,
    level: told.level,
    author: told.author ?? null,
    link: told.link ?? null,
    licence: told.licence ?? null,
    why: told.why,
    facts: JSON.stringify(told.facts),
    about: JSON.stringify(told.about),
    account_hash: told.accountHash,
    address_hash: told.addressHash,
    subject: told.subject,
    first_at: at,
    last_at: at,
    seen_at: now,
    count: 1,
    state: 'new',
    note: null,
    judged_by: null,
    judged_at: null,
  };
}

/** Longer ago than any replay reaches: a state is saved every few seconds while something comes. */
const FORGOTTEN_MS = 30 * 24 * 60 * 60 * 1000;

/** Firings that can be told no second time any more. */
export async function forgetOldFirings({ records, clock }: Pick<Room, 'records' | 'clock'>): Promise<void> {
  await records
    .deleteFrom('detection_firing')
    .where('seen_at', '<', new Date(clock.now().getTime() - FORGOTTEN_MS))
    .execute();
}
