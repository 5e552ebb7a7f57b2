// What a watch keeps, as plain JSON, and whether what was stored is such: it may be of an older program.
import type { BehaviourSnapshot } from './behaviour/snapshot.ts';
import { BEHAVIOUR_SHAPE } from './behaviour/snapshot-shape.ts';
import { CORRELATOR_SHAPE } from './correlation/snapshot-shape.ts';
import type { DetectorSnapshot } from './detector.ts';
import type { HabitsState } from './habits.ts';
import { aNumber, aText, just, listOf, objectOf, type Shape, tupleOf } from './shape.ts';

export interface WatchSnapshot {
  readonly schema: 'vigie.watch/1';
  readonly rules: DetectorSnapshot;
  readonly behaviour: BehaviourSnapshot;
  readonly habits: HabitsState;
}

/** What was stored is not taken: nothing of it is known now. */
export interface SnapshotFault {
  readonly code: 'other-form';
  /** Which part of it; no content is in it. */
  readonly message: string;
}

const PARTS: { readonly [Name in keyof WatchSnapshot]: Shape<WatchSnapshot[Name]> } = {
  schema: just('vigie.watch/1'),
  rules: objectOf<DetectorSnapshot>({
    schema: just('vigie.detector/1'),
    correlations: CORRELATOR_SHAPE,
    identities: listOf(aText),
  }),
  behaviour: BEHAVIOUR_SHAPE,
  habits: objectOf<HabitsState>({
    habits: listOf(tupleOf<HabitsState['habits'][number]>(aText, aNumber, aNumber)),
  }),
};

const SNAPSHOT = objectOf<WatchSnapshot>(PARTS);

/** @returns what was stored, or why it is none */
export function watchSnapshotOf(stored: unknown): WatchSnapshot | SnapshotFault {
  if (SNAPSHOT(stored)) return stored;
  const told: Readonly<Record<string, unknown>> = typeof stored === 'object' && stored !== null ? { ...stored } : {};
  const unfit = Object.entries(PARTS).find(([name, shape]) => !shape(told[name]))?.[0] ?? 'schema';
  return otherForm(unfit === 'schema' ? 'all of it' : unfit);
}

export function otherForm(part: string): SnapshotFault {
  return { code: 'other-form', message: `what was learned is of another form than this version reads (${part})` };
}
