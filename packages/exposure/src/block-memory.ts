// Memory for blocks on their way from a source to a thread and back: a large table is read in the memory of a few blocks, which no
// collector of garbage has to find out about.

/** What a block aims at; a line that is longer makes a longer block. */
export const BLOCK_BYTES = 1 << 20;
/** Room beside a block for the line that is not whole yet. */
export const SLACK_BYTES = 128 << 10;

export interface BlockMemory {
  /** Memory of at least so many bytes, whose content is anything. */
  take(size: number): ArrayBuffer;
  /** Whether this memory was taken here, so that all of it belongs to the block in it. */
  isOurs(memory: ArrayBufferLike): boolean;
  /** Takes back what comes from the thread that has read the block. */
  give(memory: ArrayBuffer): void;
}

const STANDARD = BLOCK_BYTES + SLACK_BYTES;
/** More blocks are never on their way at once; memory beyond is let go. */
const MOST_FREE = 16;

export function createBlockMemory(): BlockMemory {
  const free: ArrayBuffer[] = [];
  const lent = new WeakSet<ArrayBufferLike>();
  return {
    take(size) {
      const memory = (size <= STANDARD && free.pop()) || new ArrayBuffer(Math.max(size, STANDARD));
      lent.add(memory);
      return memory;
    },
    isOurs: (memory) => lent.has(memory),
    give(memory) {
      if (memory.byteLength === STANDARD && free.length < MOST_FREE) free.push(memory);
    },
  };
}
