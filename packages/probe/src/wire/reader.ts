// A bounded cursor over foreign bytes. Reading past the end asks for more; a length out of bounds is foreign.
import type { Frame } from '../line.ts';

/** Thrown inside a parser only, and turned into 'more' by `frameOf`. */
class Truncated extends Error {}
/** Thrown inside a parser only, and turned into 'foreign' by `frameOf`. */
class Malformed extends Error {}

/** No field of a protocol read here is longer: a length above it is an attack or another protocol. */
const MAX_FIELD = 16 * 1024 * 1024;

const UTF8 = new TextDecoder('utf-8', { fatal: false });
const LATIN1 = new TextDecoder('latin1');

export class ByteReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Bytes read so far. */
  get offset(): number {
    return this.#at;
  }

  /** Bytes that are left. */
  get left(): number {
    return this.#bytes.length - this.#at;
  }

  #take(count: number): number {
    if (!Number.isSafeInteger(count) || count < 0 || count > MAX_FIELD) throw new Malformed();
    if (count > this.left) throw new Truncated();
    const start = this.#at;
    this.#at += count;
    return start;
  }

  u8(): number {
    return this.#view.getUint8(this.#take(1));
  }
  i8(): number {
    return this.#view.getInt8(this.#take(1));
  }
  u16(littleEndian = false): number {
    return this.#view.getUint16(this.#take(2), littleEndian);
  }
  i16(littleEndian = false): number {
    return this.#view.getInt16(this.#take(2), littleEndian);
  }
  u24le(): number {
    const at = this.#take(3);
    return this.#view.getUint16(at, true) | (this.#view.getUint8(at + 2) << 16);
  }
  u32(littleEndian = false): number {
    return this.#view.getUint32(this.#take(4), littleEndian);
  }
  i32(littleEndian = false): number {
    return this.#view.getInt32(this.#take(4), littleEndian);
  }
  i64(littleEndian = false): bigint {
    return this.#view.getBigInt64(this.#take(8), littleEndian);
  }
  u64(littleEndian = false): bigint {
    return this.#view.getBigUint64(this.#take(8), littleEndian);
  }

  /** An unsigned LEB128 number as ClickHouse, Kafka and Protocol Buffers write it; at most 2^53 - 1. */
  varuint(): number {
    let value = 0;
    for (let shift = 1; shift < 2 ** 53; shift *= 128) {
      const byte = this.u8();
      value += (byte & 0x7f) * shift;
      if (byte < 0x80) return Number.isSafeInteger(value) ? value : this.fail();
    }
    return this.fail();
  }

  bytes(count: number): Uint8Array {
    const start = this.#take(count);
    return this.#bytes.subarray(start, start + count);
  }

  skip(count: number): void {
    this.#take(count);
  }

  utf8(count: number): string {
    return UTF8.decode(this.bytes(count));
  }

  latin1(count: number): string {
    return LATIN1.decode(this.bytes(count));
  }

  /** Text up to a byte that is consumed and not returned; `max` bytes at most. */
  until(byte: number, max: number): string {
    const end = this.#bytes.indexOf(byte, this.#at);
    if (end < 0) {
      if (this.left > max) throw new Malformed();
      throw new Truncated();
    }
    if (end - this.#at > max) throw new Malformed();
    const text = this.utf8(end - this.#at);
    this.#at += 1;
    return text;
  }

  /** The next byte without taking it, or undefined at the end. */
  peek(): number | undefined {
    return this.#bytes[this.#at];
  }

  /** Declares the bytes not to be of this protocol. */
  fail(): never {
    throw new Malformed();
  }

  /** Declares the bytes not to be of this protocol unless the condition holds. */
  expect(condition: boolean): void {
    if (!condition) throw new Malformed();
  }
}

/**
 * A frame from a parser: a read past the end waits for more, a malformed field makes the reply foreign.
 *
 * @example const length16 = frameOf((reader) => reader.bytes(reader.u16()));
 */
export function frameOf<T>(parse: (reader: ByteReader) => T): Frame<T> {
  return (bytes) => {
    const reader = new ByteReader(bytes);
    try {
      const reply = parse(reader);
      return { reply, used: reader.offset };
    } catch (error) {
      if (error instanceof Truncated) return 'more';
      if (error instanceof Malformed) return 'foreign';
      throw error;
    }
  };
}

/** Parses bytes that are all there; undefined where they are cut short or not of the format. */
export function parseWhole<T>(bytes: Uint8Array, parse: (reader: ByteReader) => T): T | undefined {
  const framed = frameOf(parse)(bytes, true);
  return typeof framed === 'object' ? framed.reply : undefined;
}
