// A cursor over bytes of the native protocol, with a bound on every length.

/** Not all of it has come. */
class Short extends Error {}
/** It is not what the protocol has at this place. */
class Broken extends Error {}

export interface Cursor {
  readonly u8: () => number;
  readonly u32: () => number;
  readonly i64: () => bigint;
  readonly f64: () => number;
  readonly varuint: () => number;
  /** @param max in bytes */
  readonly text: (max: number) => string;
  readonly skip: (count: number) => void;
  readonly used: () => number;
  readonly fail: () => never;
}

function cursorOf(bytes: Buffer): Cursor {
  let at = 0;
  const take = (count: number) => {
    if (at + count > bytes.length) throw new Short();
    at += count;
    return at - count;
  };
  const fail = (): never => {
    throw new Broken();
  };
  const u8 = () => bytes[take(1)] ?? 0;
  const varuint = () => {
    let value = 0;
    for (let shift = 1; ; shift *= 128) {
      const byte = u8();
      value += (byte & 127) * shift;
      if (value > Number.MAX_SAFE_INTEGER) fail();
      if (byte < 128) return value;
    }
  };
  return {
    u8,
    u32: () => bytes.readUInt32LE(take(4)),
    i64: () => bytes.readBigInt64LE(take(8)),
    f64: () => bytes.readDoubleLE(take(8)),
    varuint,
    text: (max) => {
      const length = varuint();
      if (length > max) fail();
      const from = take(length);
      return bytes.toString('utf8', from, from + length);
    },
    skip: take,
    used: () => at,
    fail,
  };
}

/** @returns what `reading` gives with the bytes that it used; `more` where they end too early, `broken` where they cannot be it */
export function readWith<T>(
  bytes: Buffer,
  reading: (cursor: Cursor) => T,
): { readonly value: T; readonly used: number } | 'more' | 'broken' {
  const cursor = cursorOf(bytes);
  try {
    return { value: reading(cursor), used: cursor.used() };
  } catch (error) {
    if (error instanceof Short) return 'more';
    if (error instanceof Broken) return 'broken';
    throw error;
  }
}
