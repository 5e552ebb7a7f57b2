// Where polls may connect to: what the scopes of the platform name, and nothing else.
import { resolveBySystem, resolveTargets, type Scope, ScopeFault, scopeOf, TargetFault } from '@vigie/probe';
import type { RecordsDatabase } from '../records/database.ts';
import { wordsOf } from '../watch/run-scan.ts';
import { dayOf, scopeFileOf } from '../watch/scope-words.ts';

/** @param now the day counts: an authorisation ends */
export async function pollPlaces(records: RecordsDatabase, now: Date): Promise<Scope['allowed']> {
  const scopes = await records.selectFrom('scope').selectAll().where('removed_at', 'is', null).execute();
  const allowed: Scope['allowed'][number][] = [];
  for (const scope of scopes) {
    const words = wordsOf(scope);
    const file = scopeFileOf(words, dayOf(now));
    if (file instanceof ScopeFault) continue;
    const targets = await resolveTargets(words.targets, [], scopeOf(file), resolveBySystem);
    if (!(targets instanceof TargetFault)) allowed.push(...targets.ranges);
  }
  return allowed;
}

/** Whether a host may be connected to; one that cannot be resolved may not. */
export async function isPollPlace(host: string, allowed: Scope['allowed']): Promise<boolean> {
  const scope = { owner: undefined, authorisedBy: undefined, allowed };
  return !((await resolveTargets([host], [], scope, resolveBySystem)) instanceof TargetFault);
}
