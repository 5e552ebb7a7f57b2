// The present moment, for what counts down or tells how long ago. One timer for the whole page.
import { useSyncExternalStore } from 'react';

const TICK_MS = 1000;

let moment = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

function hear(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    moment = Date.now();
    for (const tell of listeners) tell();
  }, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** Milliseconds since the epoch, in steps of `stepMs`: what needs no seconds is not drawn each second. */
export function useNow(stepMs = TICK_MS): number {
  return useSyncExternalStore(hear, () => moment - (moment % stepMs));
}
