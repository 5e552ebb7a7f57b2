// Lines that come one by one, written as many at once as wait, since each writing goes to the disk: a flood is told of as fast as it comes.

export interface Together<T> {
  /** Resolves at once, or, where many wait, when they are written. @throws what the writing before threw */
  readonly add: (item: T) => Promise<void>;
  /** Resolves when all is written. @throws what a writing threw */
  readonly done: () => Promise<void>;
}

const MAX_WAITING = 1_000;

export function together<T>(write: (items: readonly T[]) => Promise<void>): Together<T> {
  let waiting: T[] = [];
  let writing: Promise<void> | undefined;
  let fault: { readonly error: unknown } | undefined;
  const drain = async () => {
    try {
      while (waiting.length > 0) {
        const items = waiting;
        waiting = [];
        await write(items);
      }
    } catch (error) {
      fault ??= { error };
    }
    writing = undefined;
  };
  const done = async () => {
    await writing;
    if (fault) throw fault.error;
  };
  return {
    add: async (item) => {
      if (fault) throw fault.error;
      waiting.push(item);
      writing ??= drain();
      if (waiting.length >= MAX_WAITING) await done();
    },
    done,
  };
}
