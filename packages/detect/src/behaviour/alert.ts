// What somebody is told when an episode, or a store as a whole, departs from what is usual.
import type { Ref } from '../correlation/group-window.ts';
import type { Access } from './access.ts';
import type { Fact } from './fact.ts';

export interface Alert {
  /** The same for the same account, store and beginning, so that a replay makes no second one; another one for other news of the same. */
  readonly id: string;
  /** How often it was told before: it is told again when it became much graver. */
  readonly again: number;
  readonly ref: Ref;
  /** Of the access that made it, milliseconds. */
  readonly time: number;
  /** Bits, the sum of the facts'. */
  readonly score: number;
  /** The bar that it reached. */
  readonly bar: number;
  /** Three at most, each of another ground, the most surprising first. */
  readonly facts: readonly Fact[];
  /** The facts in words; no name of a person or value is in them. */
  readonly why: () => readonly string[];
  /** As the event told it; may be somebody's name and address. */
  readonly access: Access;
}

/** What an alert is made of before it has a name. */
export type Told = Pick<Alert, 'ref' | 'time' | 'score' | 'facts' | 'access'>;
