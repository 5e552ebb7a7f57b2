// What a sight changes of a store that is known: its columns, and the lines of its history.
import type { Posture, StoreReport } from '@vigie/probe';
import { VERBS } from '@vigie/probe';
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Shape } from '../records/tables/stores.ts';
import type { Records } from '../records/tables.ts';
import { familyOf } from './family.ts';
import { keptJson } from './kept-json.ts';
import { OBSERVED_EVERY_MS } from './observations.ts';
import { countsOf, differsMuch, shapeOf } from './shape.ts';
import { type Sight, standingOf, standsOpen } from './sight.ts';

/** A store without its inventory, which may be large. */
export type KnownStore = Omit<
  Selectable<Records['store']>,
  | 'inventory'
  | 'kinds'
  | 'column_kinds'
  | 'countries'
  | 'classify_error'
  | 'classify_asked_at'
  | 'classified_at'
  | 'classified_shape'
  | 'opened_seen_at'
  | 'closed_before_open_at'
>;

export const STORE_EVENTS = [
  'first-seen',
  'opened',
  'closed',
  'posture',
  'inventory',
  'version',
  'gone',
  'back',
] as const;

export interface StoreEvent {
  readonly what: (typeof STORE_EVENTS)[number];
  readonly before?: object | null | undefined;
  readonly after?: object | null | undefined;
}

export interface StoreNews {
  readonly set: Updateable<Records['store']>;
  readonly events: readonly StoreEvent[];
  /** Whether people have to hear of it; else only times move on. */
  readonly isNews: boolean;
}

export function newsOf(known: KnownStore, sight: Sight, at: Date): StoreNews {
  if (sight.kind === 'seen') return seenNews(known, sight.report, at);
  if (sight.kind === 'unsure') return unsureNews(known, sight.why, at);
  const before = { verdict: known.verdict };
  if (known.verdict === 'gone') return { set: { closed_seen_at: at }, events: [], isNews: false };
  const after = sight.kind === 'replaced' ? { product: sight.product } : undefined;
  return {
    set: { verdict: 'gone', open_since: null, closed_seen_at: at, ...SURE },
    events: [{ what: 'gone', before, after }],
    isNews: true,
  };
}

const SURE = { unsure_since: null, unsure_why: null } as const;

/** It stays as it was known to stand, and says since when that is not sure. */
function unsureNews(known: KnownStore, why: string, at: Date): StoreNews {
  if (known.verdict === 'gone' || known.unsure_why === why) return { set: {}, events: [], isNews: false };
  return { set: { unsure_since: known.unsure_since ?? at, unsure_why: why }, events: [], isNews: true };
}

function seenNews(known: KnownStore, report: StoreReport, at: Date): StoreNews {
  const standing = standingOf({ verdict: known.verdict, posture: known.posture }, report);
  if (standing.unsure) {
    const { set, events, isNews } = unsureNews(known, 'answers-do-not-tell', at);
    return { set: { ...set, last_seen_at: at }, events, isNews };
  }
  const { verdict, posture } = standing;
  const shape = report.inventory === undefined ? known.shape : shapeOf(report.inventory);
  const events = [
    ...(known.verdict === 'gone' ? [{ what: 'back', before: { verdict: 'gone' }, after: { verdict } } as const] : []),
    ...doorEvents(known.verdict, verdict),
    ...postureEvents(known.posture, posture),
    ...versionEvents(known.product_version, report.version),
    ...(differsMuch(known.shape, shape)
      ? [{ what: 'inventory', before: countsOf(known.shape), after: countsOf(shape) } as const]
      : []),
  ];
  const isNews = events.length > 0 || known.unsure_why !== null || known.verdict !== verdict;
  const isDue = at.getTime() - known.observed_at.getTime() >= OBSERVED_EVERY_MS;
  const times = {
    last_seen_at: at,
    ...(standsOpen(verdict)
      ? { open_since: known.open_since ?? at, first_seen_open_at: known.first_seen_open_at ?? at }
      : { open_since: null }),
    ...(standsOpen(verdict) && !standsOpen(known.verdict) && openingAt(at, known.closed_seen_at)),
    ...(verdict === 'closed' && { closed_seen_at: at }),
  };
  if (!isNews && !isDue) return { set: times, events, isNews };
  return {
    set: {
      ...times,
      ...SURE,
      ...identityOf(known, report),
      verdict,
      posture: keptJson(posture),
      caveats: keptJson(report.caveats ?? []),
      transport: report.transport,
      tls: report.tls,
      ...(report.inventory && inventoryColumns(report.inventory, known.shape)),
    },
    events,
    isNews,
  };
}

function openingAt(at: Date, closedSeenAt: Date | null) {
  return { opened_seen_at: at, closed_before_open_at: closedSeenAt };
}

/** A closed store tells less of itself than it told when it stood open. */
function identityOf(known: KnownStore, report: StoreReport): Updateable<Records['store']> {
  const tells = report.verdict === 'open' || report.verdict === 'partial';
  return {
    ...(tells && { product: report.product }),
    product_version: report.version ?? known.product_version,
    software: report.software ?? known.software,
    name: report.name ?? known.name,
  };
}

function inventoryColumns(inventory: NonNullable<StoreReport['inventory']>, before: Shape | null) {
  const shape = shapeOf(inventory);
  const counts = { rows: shape.rows, bytes: shape.bytes, shape: keptJson(shape) };
  return shape.whole === before?.whole ? counts : { ...counts, inventory: keptJson(inventory) };
}

function doorEvents(before: string, after: string): StoreEvent[] {
  if (standsOpen(before) === standsOpen(after)) return [];
  return [{ what: standsOpen(after) ? 'opened' : 'closed', before: { verdict: before }, after: { verdict: after } }];
}

function postureEvents(before: Posture, after: Posture): StoreEvent[] {
  const verbs = VERBS.filter((verb) => before[verb] !== after[verb]);
  if (verbs.length === 0) return [];
  const only = (posture: Posture) => Object.fromEntries(verbs.map((verb) => [verb, posture[verb]]));
  return [{ what: 'posture', before: only(before), after: only(after) }];
}

function versionEvents(before: string | null, after: string | undefined): StoreEvent[] {
  if (after === undefined || before === after || before === null) return [];
  return [{ what: 'version', before: { version: before }, after: { version: after } }];
}

export interface FirstSight {
  readonly id: string;
  readonly scopeId: string;
  readonly at: Date;
  /** When its port was last seen refusing; null where that is not known. */
  readonly closedSeenAt: Date | null;
}

export function firstSight(report: StoreReport, first: FirstSight): Insertable<Records['store']> {
  const { at } = first;
  const isOpen = standsOpen(report.verdict);
  return {
    id: first.id,
    scope_id: first.scopeId,
    address: report.address,
    port: report.port,
    family: familyOf(report.product),
    product: report.product,
    product_version: report.version ?? null,
    software: report.software ?? null,
    name: report.name ?? null,
    transport: report.transport,
    tls: report.tls,
    verdict: report.verdict,
    posture: keptJson(report.posture),
    caveats: keptJson(report.caveats ?? []),
    first_seen_at: at,
    first_seen_open_at: isOpen ? at : null,
    open_since: isOpen ? at : null,
    ...(isOpen && openingAt(at, first.closedSeenAt)),
    closed_seen_at: report.verdict === 'closed' ? at : first.closedSeenAt,
    last_seen_at: at,
    observed_at: at,
    ...(report.inventory && inventoryColumns(report.inventory, null)),
  };
}

export function firstEvents({ verdict, product }: StoreReport): readonly StoreEvent[] {
  return [{ what: 'first-seen', after: { verdict, product } }, ...doorEvents('gone', verdict)];
}
