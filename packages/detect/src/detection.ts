// A detection: what fired, when, by which event, and why. The author, the link and the licence of the rule are in `about`, since the
// Detection Rule License 1.1 wants them shown wherever the detection is.
import { createHash } from 'node:crypto';
import type { Fact } from './behaviour/fact.ts';
import type { Ref } from './correlation/group-window.ts';
import type { About } from './sigma/rule.ts';

export interface Detection {
  readonly kind: 'rule' | 'correlation' | 'behaviour' | 'attack' | 'honeytoken';
  /** The same for the same rule and the same event, or the same group and window, so that a replay makes no second one. */
  readonly id: () => string;
  /** Of behaviour: how often it was told before, being less grave. */
  readonly again?: number;
  readonly about: About;
  /** When the event happened, of several the last; milliseconds since 1970. Undefined where the event does not tell. */
  readonly time: number | undefined;
  /** The event, of several the last. */
  readonly ref: Ref;
  /** For a correlation the newest of its events, in order. */
  readonly refs: readonly Ref[];
  /** Fields and values that the events of a correlation share. The values are of the events, and may be somebody's. */
  readonly group: readonly (readonly [string, string])[];
  /** In words of the rule; no value of an event is in it. */
  readonly why: () => string;
  /** Of behaviour: the facts with their numbers, and the sum of their bits. */
  readonly facts?: readonly Fact[];
  readonly score?: number;
}

export function detectionId(parts: readonly (string | number)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
