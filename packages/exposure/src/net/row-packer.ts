// Packs rows that were made here, one by one, into blocks of whole lines with memory of their own.

import { BLOCK_BYTES } from '../block-memory.ts';
import type { Block } from '../source.ts';

export interface RowPacker {
  /** Adds one row's JSON, a byte a character; gives the block that is full by it. */
  addLatin1(row: string): Block | undefined;
  /** Adds one row's JSON; newlines in it become blanks, which is what they mean between JSON's tokens. */
  addBytes(row: Uint8Array): Block | undefined;
  /** The block that is not full yet. */
  end(): Block | undefined;
}

const NEWLINE = 0x0a;
const SPACE = 0x20;

export function createRowPacker(columns: readonly string[] | undefined): RowPacker {
  let buffer = freshBuffer(0);
  let length = 0;
  let rows = 0;

  function take(): Block | undefined {
    if (rows === 0) return undefined;
    const block: Block = { columns, bytes: buffer.subarray(0, length), rows };
    buffer = freshBuffer(0);
    length = 0;
    rows = 0;
    return block;
  }

  /** Room for one row and its newline. */
  function reserve(size: number): Block | undefined {
    if (length + size + 1 <= buffer.length) return undefined;
    const full = take();
    buffer = freshBuffer(Math.max(BLOCK_BYTES, size + 1));
    return full;
  }

  function close(): void {
    buffer[length] = NEWLINE;
    length += 1;
    rows += 1;
  }

  return {
    addLatin1(row) {
      const full = reserve(row.length);
      length += buffer.write(row, length, 'latin1');
      close();
      return full;
    },
    addBytes(row) {
      const full = reserve(row.length);
      buffer.set(row, length);
      const placed = buffer.subarray(length, length + row.length);
      for (let at = placed.indexOf(NEWLINE); at !== -1; at = placed.indexOf(NEWLINE, at + 1)) placed[at] = SPACE;
      length += row.length;
      close();
      return full;
    },
    end: take,
  };
}

function freshBuffer(size: number): Buffer {
  return Buffer.from(new ArrayBuffer(size));
}
