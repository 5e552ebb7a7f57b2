// A queue between a sender that pushes and a reader that pulls: the sender is told to wait while the reader is behind.
import type { Block, SourceFault } from '../source.ts';
import { faultOf } from './fault.ts';

export interface BlockQueue {
  push(block: Block | undefined): void;
  /** The last item; what comes after it is dropped. */
  end(fault?: SourceFault): void;
  /** @param idleMs - a sender that is silent for so long while it is waited for ends the queue with a fault */
  items(idleMs: number, where: string): AsyncGenerator<Block | SourceFault>;
}

/** Blocks that lie ready before the sender is told to wait, each about 1 MiB. */
const READY = 4;

export function createBlockQueue(sender: { readonly pause: () => void; readonly resume: () => void }): BlockQueue {
  const ready: (Block | SourceFault)[] = [];
  let ended = false;
  let paused = false;
  let wake = () => {};

  return {
    push(block) {
      if (block === undefined || ended) return;
      ready.push(block);
      if (ready.length >= READY && !paused) {
        paused = true;
        sender.pause();
      }
      wake();
    },
    end(fault) {
      if (ended) return;
      if (fault) ready.push(fault);
      ended = true;
      wake();
    },
    async *items(idleMs, where) {
      for (;;) {
        const item = ready.shift();
        if (item) yield item;
        else if (ended) return;
        else {
          if (paused) {
            paused = false;
            sender.resume();
          }
          if (!(await woken(idleMs))) return yield faultOf('timeout', where, 'it sent nothing more in time');
        }
      }
    },
  };

  function woken(idleMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), idleMs);
      wake = () => {
        clearTimeout(timer);
        wake = () => {};
        resolve(true);
      };
      if (ready.length > 0 || ended) wake();
    });
  }
}
