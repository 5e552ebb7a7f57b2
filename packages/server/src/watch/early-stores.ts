// Stores that a scan meets go to the records while it has other places to ask yet: a door is told of while it is new, however long a
// silent port or a large network keeps the scan.
import type { StoreReport } from '@vigie/probe';

export interface EarlyStores {
  add(report: StoreReport): void;
  /** Takes no more, and resolves when what has begun is over. @returns whether people had to hear of something */
  end(): Promise<boolean>;
}

/** A scan that is over by then brings its stores itself, in one go. */
const EARLY_AFTER_MS = 250;

/** @param keep brings stores to the records; is not called again before it is done. @returns whether people have to hear of it */
export function createEarlyStores(keep: (reports: readonly StoreReport[]) => Promise<boolean>): EarlyStores {
  let waiting: StoreReport[] = [];
  let timer: NodeJS.Timeout | undefined;
  let keeping: Promise<boolean> = Promise.resolve(false);
  const flush = () => {
    timer = undefined;
    keeping = keeping.then(async (before) => {
      const reports = waiting;
      waiting = [];
      return (reports.length > 0 && (await keep(reports))) || before;
    });
    // Whoever ends it hears of a failure; until then nobody waits.
    keeping.catch(() => undefined);
  };
  return {
    add(report) {
      waiting.push(report);
      timer ??= setTimeout(flush, EARLY_AFTER_MS);
    },
    end() {
      clearTimeout(timer);
      waiting = [];
      return keeping;
    },
  };
}
