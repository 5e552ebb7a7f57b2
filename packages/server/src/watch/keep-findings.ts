// Findings of the stores that were seen: new ones, ones that are back, ones that are mended; each with its timeline and evidence.
import { hash } from 'node:crypto';
import { type Finding, type Posture, SEVERITIES, type Severity, type StoreReport } from '@vigie/probe';
import type { Insertable, Transaction, Updateable } from 'kysely';
import { recordChanges } from '../live/changes.ts';
import type { Records } from '../records/tables.ts';
import type { Room } from '../room.ts';
import { actOnFinding, type FindingRow, PLATFORM } from './act-on-finding.ts';
import type { Act } from './finding-life.ts';
import { type Judgement, judge, type Result } from './judge.ts';
import { keptJson } from './kept-json.ts';
import type { Sight } from './sight.ts';

/** A store as its findings see it. */
export interface SeenStore {
  readonly id: string;
  readonly scopeId: string;
  /** What strangers were known to be able to do before this sight. */
  readonly before: Posture;
  readonly sight: Sight;
}

interface Occasion {
  readonly at: Date;
  /** The finding that is verified by this sight. */
  readonly verifying: string | undefined;
}

/** @returns whether people have to hear of something */
export async function keepFindings(
  room: Room,
  trx: Transaction<Records>,
  stores: readonly SeenStore[],
  occasion: Occasion,
): Promise<boolean> {
  if (stores.length === 0) return false;
  const ids = stores.map(({ id }) => id);
  const rows = await trx
    .selectFrom('finding')
    .select(['id', 'store_id', 'rule', 'state', 'resumes', 'assignee_id', 'assigned_at', 'version', 'severity'])
    .where((eb) => eb('store_id', '=', eb.fn.any(eb.val(ids))))
    // All rows are held before the first change is told of, as everybody does: nobody then waits for somebody who waits for them.
    .orderBy('id')
    .forUpdate()
    .execute();
  const known = Map.groupBy(rows, (row) => row.store_id);
  const fresh: NewFinding[] = [];
  const still: string[] = [];
  let isNews = false;
  for (const store of stores) {
    const mine = new Map((known.get(store.id) ?? []).map((row) => [row.rule, row]));
    const report = store.sight.kind === 'seen' ? store.sight.report : undefined;
    for (const finding of report?.findings ?? []) {
      if (report !== undefined && !mine.has(finding.rule)) fresh.push({ store, report, finding });
    }
    for (const row of mine.values()) {
      const judgement = judge(row.rule, store.before, store.sight);
      const finding = report?.findings.find(({ rule }) => rule === row.rule);
      if (finding !== undefined) still.push(row.id);
      const moved = await moveOn(room, trx, row, judgement, finding, occasion);
      isNews ||= moved;
    }
  }
  if (still.length > 0) {
    await trx
      .updateTable('finding')
      .set({ last_seen_at: occasion.at })
      .where((eb) => eb('id', '=', eb.fn.any(eb.val(still))))
      .execute();
  }
  await insertNew(room, trx, fresh, occasion.at);
  return isNews || fresh.length > 0;
}

const AFTER_VERIFYING: Record<Result, Act> = {
  mended: 'verified-mended',
  'still-open': 'verified-still-open',
  'cannot-tell': 'cannot-tell',
};

/** @returns whether its state moved */
async function moveOn(
  room: Room,
  trx: Transaction<Records>,
  row: FindingRow & { readonly severity: string },
  judgement: Judgement,
  finding: Finding | undefined,
  { at, verifying }: Occasion,
): Promise<boolean> {
  const act = actOf(row, judgement, verifying);
  if (act === undefined) return false;
  if (finding !== undefined) {
    await trx
      .updateTable('finding')
      .set(await textsOf(trx, finding))
      .where('id', '=', row.id)
      .execute();
  }
  return (await actOnFinding(room, trx, row, { act, at, accountId: null, judgement })) !== undefined;
}

/** A finding that is being verified waits for the verification, whatever a scan sees meanwhile. */
function actOf(row: FindingRow, { result }: Judgement, verifying: string | undefined): Act | undefined {
  if (row.state === 'verifying') return row.id === verifying ? AFTER_VERIFYING[result] : undefined;
  if (row.state === 'mended') return result === 'still-open' ? 'seen-again' : undefined;
  return result === 'mended' ? 'seen-mended' : undefined;
}

interface NewFinding {
  readonly store: SeenStore;
  readonly report: StoreReport;
  readonly finding: Finding;
}

const AT_ONCE = 1000;

async function insertNew(room: Room, trx: Transaction<Records>, fresh: readonly NewFinding[], at: Date): Promise<void> {
  for (let from = 0; from < fresh.length; from += AT_ONCE) {
    const part = fresh.slice(from, from + AT_ONCE);
    const rows: Insertable<Records['finding']>[] = [];
    for (const { store, report, finding } of part) {
      rows.push({
        id: room.newId(),
        store_id: store.id,
        scope_id: store.scopeId,
        rule: finding.rule,
        state: 'new',
        first_seen_at: at,
        last_seen_at: at,
        address: report.address,
        port: report.port,
        product: report.product,
        ...(await textsOf(trx, finding)),
      });
    }
    await trx.insertInto('finding').values(rows).execute();
    const event = { at, what: 'first-seen', from_state: null, to_state: 'new' } as const;
    await trx
      .insertInto('finding_event')
      .values(rows.map(({ id }) => ({ id: room.newId(), finding_id: id, ...event })))
      .execute();
    // Written together: the log makes them durable in one go.
    await Promise.all(
      rows.map(({ id, rule }) =>
        room.evidence.write({
          type: 'state-change',
          author: PLATFORM,
          payload: { subject: id, from: 'none', to: 'new', basis: rule },
        }),
      ),
    );
    await recordChanges(
      trx,
      rows.map(({ id }) => ({ kind: 'finding', id, what: 'created', at })),
    );
  }
}

/** The worst is 0. */
export function rankOf(severity: Severity): number {
  return SEVERITIES.length - 1 - SEVERITIES.indexOf(severity);
}

async function textsOf(trx: Transaction<Records>, finding: Finding) {
  return {
    title: finding.title,
    severity: finding.severity,
    severity_rank: rankOf(finding.severity),
    evidence: keptJson(finding.evidence),
    advice_id: await adviceOf(trx, finding),
  } satisfies Updateable<Records['finding']>;
}

async function adviceOf(trx: Transaction<Records>, { explanation, remedy }: Finding): Promise<string> {
  const text = keptJson(remedy);
  const id = hash('sha256', `${explanation}\n${text}`, 'hex');
  await trx
    .insertInto('advice')
    .values({ id, why: explanation, remedy: text })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return id;
}
