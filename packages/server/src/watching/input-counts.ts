// What inputs told since the watch was started: following ends and begins anew when rules or inputs are changed, and counts go on.
import type { InputStanding } from './orders.ts';

type Counts = Omit<InputStanding, 'waitingBytes'>;

const NOTHING: Counts = { events: 0, broken: 0, detections: 0, refused: 0 };

export class InputCounts {
  readonly #ended = new Map<string, Counts>();

  /** The counts of inputs as they are followed now, with those of before. @param now by the input's id */
  withEnded(now: Readonly<Record<string, InputStanding>>): Readonly<Record<string, InputStanding>> {
    return Object.fromEntries(
      Object.entries(now).map(([id, standing]) => [id, { ...standing, ...sum(standing, this.#ended.get(id)) }]),
    );
  }

  /** Following ends: its counts are those of before from now on. */
  end(now: Readonly<Record<string, InputStanding>>): void {
    for (const [id, standing] of Object.entries(now)) this.#ended.set(id, sum(standing, this.#ended.get(id)));
  }
}

function sum(one: Counts, other: Counts = NOTHING): Counts {
  return {
    events: one.events + other.events,
    broken: one.broken + other.broken,
    detections: one.detections + other.detections,
    refused: one.refused + other.refused,
  };
}
