// Touches on their way to who reads them. Bounded: a flood of touches is counted, and the first ones are kept.
import type { Touch } from '../touch.ts';

const MAX_WAITING_TOUCHES = 10_000;

export interface TouchQueue extends AsyncIterable<Touch> {
  readonly add: (touch: Touch) => void;
  readonly end: () => void;
  /** Touches that could not wait. */
  readonly lost: () => number;
}

export function createTouchQueue(): TouchQueue {
  const waiting: Touch[] = [];
  let lost = 0;
  let isOver = false;
  let wake = () => {};
  return {
    add: (touch) => {
      if (isOver) return;
      if (waiting.length >= MAX_WAITING_TOUCHES) lost += 1;
      else waiting.push(touch);
      wake();
    },
    end: () => {
      isOver = true;
      wake();
    },
    lost: () => lost,
    async *[Symbol.asyncIterator]() {
      for (;;) {
        const batch = waiting.splice(0, waiting.length);
        yield* batch;
        if (batch.length > 0) continue;
        if (isOver) return;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}
