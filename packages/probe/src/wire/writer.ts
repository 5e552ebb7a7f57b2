// Builds a request: the counterpart of the reader.

const UTF8 = new TextEncoder();

export class ByteWriter {
  readonly #parts: Uint8Array[] = [];

  u8(value: number): this {
    return this.#number(1, (view) => view.setUint8(0, value));
  }
  u16(value: number, littleEndian = false): this {
    return this.#number(2, (view) => view.setUint16(0, value, littleEndian));
  }
  i32(value: number, littleEndian = false): this {
    return this.#number(4, (view) => view.setInt32(0, value, littleEndian));
  }
  u32(value: number, littleEndian = false): this {
    return this.#number(4, (view) => view.setUint32(0, value, littleEndian));
  }
  i64(value: bigint, littleEndian = false): this {
    return this.#number(8, (view) => view.setBigInt64(0, value, littleEndian));
  }

  /** An unsigned LEB128 number. */
  varuint(value: number): this {
    let rest = value;
    while (rest >= 0x80) {
      this.u8((rest % 128) | 0x80);
      rest = Math.floor(rest / 128);
    }
    return this.u8(rest);
  }

  bytes(bytes: Uint8Array | readonly number[]): this {
    this.#parts.push(Uint8Array.from(bytes));
    return this;
  }

  utf8(text: string): this {
    return this.bytes(UTF8.encode(text));
  }

  /** Text and the zero byte that ends it. */
  cstring(text: string): this {
    return this.utf8(text).u8(0);
  }

  /** Text after its length as LEB128. */
  varstring(text: string): this {
    const bytes = UTF8.encode(text);
    return this.varuint(bytes.length).bytes(bytes);
  }

  /** Text after its length as 16 bits, big-endian. */
  string16(text: string): this {
    const bytes = UTF8.encode(text);
    return this.u16(bytes.length).bytes(bytes);
  }

  build(): Uint8Array {
    return new Uint8Array(Buffer.concat(this.#parts));
  }

  #number(size: number, write: (view: DataView) => void): this {
    const bytes = new Uint8Array(size);
    write(new DataView(bytes.buffer));
    this.#parts.push(bytes);
    return this;
  }
}
