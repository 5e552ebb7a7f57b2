// A gate that one passes at a time, in the order of asking: PGlite has one connection, and a transaction must have it alone.

export interface Gate {
  /** Resolves when the gate is free; call what it resolves to once to let the next in. */
  enter(): Promise<() => void>;
}

export function createGate(): Gate {
  let last: Promise<void> = Promise.resolve();
  return {
    async enter() {
      const { promise, resolve } = Promise.withResolvers<void>();
      const before = last;
      last = promise;
      await before;
      return resolve;
    },
  };
}
