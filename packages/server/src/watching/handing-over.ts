// Batches on their way from the thread to what keeps them: some are under way at once, so that the thread works while others are written,
// and no more than fit into memory; a place is kept only once all of them were taken.

/** Rows that are under way: of those that are more than that alone there is one batch. */
const MOST_ROWS = 60_000;
/** Batches, of which each may hold little: while a store of accesses is away, detections are told on for as long as that. */
const MOST_BATCHES = 2_000;

export interface HandingOver<Batch> {
  /** Resolves once there is room for the next batch. @param rows that it has, or what weighs as much */
  give(batch: Batch, rows: number): Promise<void>;
  /** A batch is durable. */
  taken(number: number): void;
  /** Resolves once all that was given until now is durable. */
  settled(): Promise<void>;
}

export function createHandingOver<Batch>(tell: (number: number, batch: Batch) => void): HandingOver<Batch> {
  const underway = new Map<number, number>();
  let rowsUnderway = 0;
  let given = 0;
  let wake: (() => void)[] = [];
  const until = async (is: () => boolean): Promise<void> => {
    while (!is()) await new Promise<void>((resolve) => wake.push(resolve));
  };
  return {
    async give(batch, rows) {
      given += 1;
      underway.set(given, rows);
      rowsUnderway += rows;
      tell(given, batch);
      await until(() => underway.size < MOST_BATCHES && rowsUnderway < MOST_ROWS);
    },
    taken(number) {
      rowsUnderway -= underway.get(number) ?? 0;
      underway.delete(number);
      const waking = wake;
      wake = [];
      for (const go of waking) go();
    },
    settled() {
      const last = given;
      return until(() => [...underway.keys()].every((number) => number > last));
    },
  };
}
