// Bytes of a connection that have come and are not read yet, with a bound: nobody makes a decoy hold more.

/** No question to a store is larger that is not an upload, and uploads are not kept. */
export const MAX_WAITING = 1 << 20;
const FIRST_ROOM = 4096;

export interface WireBuffer {
  /** @returns false where more waits than is held; the connection is to be ended */
  readonly add: (bytes: Uint8Array) => boolean;
  /** What waits. It is never written over, so that parts of it may be kept. */
  readonly bytes: () => Buffer;
  readonly drop: (count: number) => void;
}

export function createWireBuffer(): WireBuffer {
  let room = Buffer.alloc(0);
  let [start, end] = [0, 0];
  return {
    add: (more) => {
      const length = end - start + more.length;
      if (length > MAX_WAITING) return false;
      if (end + more.length > room.length) {
        // Doubled, so that bytes that come one by one are not copied each time.
        const larger = Buffer.alloc(Math.max(FIRST_ROOM, length * 2));
        room.copy(larger, 0, start, end);
        [room, start, end] = [larger, 0, end - start];
      }
      room.set(more, end);
      end += more.length;
      return true;
    },
    bytes: () => room.subarray(start, end),
    drop: (count) => {
      start += count;
      if (start === end) [room, start, end] = [Buffer.alloc(0), 0, 0];
    },
  };
}
