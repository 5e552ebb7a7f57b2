// What a scan says of one place where a store was known: seen again, refusing, taken by something else, or not told.
import { type Posture, type StoreReport, VERBS, type Verdict, verdictOf } from '@vigie/probe';
import { familyOf } from './family.ts';
import type { Outcome, Place } from './scan-orders.ts';

/** Why it cannot be told how a store stands. */
export type UnsureWhy = Exclude<Outcome, 'tested'> | 'something-else-answers' | 'answers-do-not-tell';

export type Sight =
  | { readonly kind: 'seen'; readonly report: StoreReport }
  | { readonly kind: 'refused' }
  /** Another product, known to probe, answers there now. */
  | { readonly kind: 'replaced'; readonly product: string }
  | { readonly kind: 'unsure'; readonly why: UnsureWhy };

/** All of one scan, asked by place. */
export interface Sights {
  /** The store that was met at a place. */
  reportAt(place: Place): StoreReport | undefined;
  readonly reports: readonly StoreReport[];
  of(store: Place & { readonly family: string }): Sight;
}

export function sightsOf(
  reports: readonly StoreReport[],
  others: readonly Place[],
  outcomeOf: (place: Place) => Outcome,
): Sights {
  const met = new Map(reports.map((report) => [keyOf(report), report]));
  const strangers = new Set(others.map(keyOf));
  return {
    reports,
    reportAt: (place) => met.get(keyOf(place)),
    of(store) {
      const report = met.get(keyOf(store));
      if (report !== undefined)
        return familyOf(report.product) === store.family
          ? { kind: 'seen', report }
          : { kind: 'replaced', product: report.product };
      if (strangers.has(keyOf(store))) return { kind: 'unsure', why: 'something-else-answers' };
      const outcome = outcomeOf(store);
      return outcome === 'tested' ? { kind: 'refused' } : { kind: 'unsure', why: outcome };
    },
  };
}

function keyOf({ address, port }: Place): string {
  return `${address} ${port}`;
}

export interface Standing {
  readonly verdict: Verdict;
  readonly posture: Posture;
  /** True where the answers did not tell, so that it stands as it was known to. */
  readonly unsure: boolean;
}

/** How a store stands after it was seen: what was known stays until a question is answered otherwise. A silence is no answer. */
export function standingOf(
  before: { readonly verdict: string; readonly posture: Posture },
  { verdict, posture }: Pick<StoreReport, 'verdict' | 'posture'>,
): Standing {
  const known = before.verdict === 'open' || before.verdict === 'partial' || before.verdict === 'closed';
  if (!known || verdict === 'closed') return { verdict, posture, unsure: false };
  if (verdict === 'unknown') return { verdict: before.verdict as Verdict, posture: before.posture, unsure: true };
  const verbs = VERBS.map((verb) => [verb, posture[verb] === 'unknown' ? before.posture[verb] : posture[verb]]);
  const merged = Object.fromEntries(verbs) as Posture;
  return { verdict: verdictOf(merged), posture: merged, unsure: false };
}

/** Whether strangers may do something there. */
export function standsOpen(verdict: string): boolean {
  return verdict === 'open' || verdict === 'partial';
}
