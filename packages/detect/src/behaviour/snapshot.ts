// All that behaviour keeps, as plain JSON without a name of a person.
import type { BudgetState } from './budget.ts';
import type { DayState } from './days.ts';
import type { EpisodeState } from './episode.ts';
import type { FeedbackState } from './feedback.ts';
import type { ForestState } from './forest.ts';
import type { PlaceState } from './journeys.ts';
import type { OngoingState } from './ongoing.ts';
import type { OrdersState } from './orders.ts';
import type { ProfileState } from './profile.ts';
import type { StoreTotalsState } from './store-totals.ts';

export interface BehaviourSnapshot {
  readonly schema: 'vigie.behaviour/2';
  readonly profiles: readonly (readonly [
    name: string,
    profile: ProfileState,
    worth: number,
    window: number,
    isEstablished: boolean,
  ])[];
  readonly days: readonly DayState[];
  readonly sequences: OrdersState;
  readonly forest: ForestState;
  readonly budget: BudgetState;
  readonly feedback: FeedbackState;
  readonly open: readonly EpisodeState[];
  readonly places: readonly PlaceState[];
  readonly going: OngoingState;
  readonly totals: StoreTotalsState;
  readonly closedBefore: readonly (readonly [store: string, window: number])[];
}
