// The action plan for an exposed store: what has to be done, in order, by whom, until when, why and how. `vigie.plan/1`.
import type { RoleId } from './roles.ts';

/** The parts of a plan, in the order in which they begin. */
export const PHASES = {
  open: 'Open the case',
  contain: 'Contain, with a snapshot first',
  rotate: 'Change the keys that were exposed',
  scope: 'Find out what happened',
  assess: 'Assess and decide',
  notify: 'Notify',
  tell: 'Tell the people concerned',
  learn: 'Learn from it',
} as const;

export type PhaseId = keyof typeof PHASES;

/** The id of the task in which people decide. */
export const DECIDE = 'assess/decide';

export interface ActionPlan {
  readonly schema: 'vigie.plan/1';
  /** The moment for which it is, RFC 3339. */
  readonly now: string;
  readonly tasks: readonly PlanTask[];
  /** Regimes of which it is not known whether they apply: their duties are not in the plan. */
  readonly notDecided: readonly string[];
}

export interface PlanTask {
  /** Stable, as in `contain/snapshot/10.0.0.5:8123`. */
  readonly id: string;
  readonly phase: PhaseId;
  readonly title: string;
  readonly owner: RoleId;
  /** An instant, `at once`, `without undue delay`, `unknown` (the clock has no start yet), or where it stands in the order. */
  readonly due: string;
  /** The outer bound of the law, where it is another. */
  readonly latest?: string;
  /** Past its time at `now`; what has to come with it then. */
  readonly late?: string;
  /** `unknown`: the facts do not decide yet whether it has to be done. */
  readonly owed: 'yes' | 'unknown';
  readonly why: string;
  /** In the order in which it is done. */
  readonly how: readonly string[];
  readonly references: readonly PlanReference[];
  /** The id of the task that comes before it, where it is a later part of the same duty. */
  readonly after?: string;
  /** Whom or what it is done to: a store, or the recipient of a notification. */
  readonly on?: PlanTarget;
}

export interface PlanReference {
  readonly name: string;
  readonly url?: string;
  /** As in `33(1)`. */
  readonly article?: string;
}

export type PlanTarget =
  | { readonly kind: 'store'; readonly product: string; readonly address: string; readonly port: number }
  | { readonly kind: 'recipient'; readonly name: string };
