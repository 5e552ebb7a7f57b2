// Bytes of a connection that have come and are not read yet, with a bound: nobody makes a decoy hold more.

/** No question to a store is larger that is not an upload, and uploads are not kept. */
export const MAX_WAITING = 1 << 20;

export interface WireBuffer {
  /** @returns false where more waits than is held; the connection is to be ended */
  readonly add: (bytes: Uint8Array) => boolean;
  readonly bytes: () => Buffer;
  readonly drop: (count: number) => void;
}

export function createWireBuffer(): WireBuffer {
  let parts: Uint8Array[] = [];
  let length = 0;
  const bytes = (): Buffer => {
    const [only, ...more] = parts;
    if (only instanceof Buffer && more.length === 0) return only;
    const whole = Buffer.concat(parts);
    parts = [whole];
    return whole;
  };
  return {
    add: (more) => {
      length += more.length;
      if (length > MAX_WAITING) return false;
      parts.push(more);
      return true;
    },
    bytes,
    drop: (count) => {
      const rest = bytes().subarray(count);
      length = rest.length;
      parts = [rest];
    },
  };
}
