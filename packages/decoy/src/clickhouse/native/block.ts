// Blocks of columns, as the native protocol and the format Native carry them. https://clickhouse.com/docs/native-protocol/columns
import type { SqlColumn } from '../../sql/catalogue.ts';
import { textOf } from '../../sql/compile.ts';
import type { Value } from '../../sql/tree.ts';
import { type Typed, typedColumns, writtenType } from '../types.ts';
import { type Cursor, readWith } from './cursor.ts';
import { text, u8, u64, varuint } from './writing.ts';

/** Since this revision each column says whether its values are written in a way of their own. */
const CUSTOM_SERIALISATION = 54_454;
const BLOCK_INFO = 51_903;
const MAX_COLUMNS = 200;
const MAX_ROWS = 100_000;
const MAX_TYPE = 256;
const MAX_TEXT = 1 << 20;

/** @param revision that both sides speak; 0 for the format Native, which has neither block info nor marks */
export function writeBlock(
  columns: readonly SqlColumn[],
  rows: readonly (readonly Value[])[],
  revision: number,
): Buffer {
  return blockOf(typedColumns(columns, rows), rows, revision);
}

export function blockOf(typed: readonly Typed[], rows: readonly (readonly Value[])[], revision: number): Buffer {
  const parts: Buffer[] = [];
  // is_overflows = 0, bucket_num = -1
  if (revision >= BLOCK_INFO) parts.push(Buffer.from([1, 0, 2, 0xff, 0xff, 0xff, 0xff, 0]));
  parts.push(varuint(typed.length), varuint(rows.length));
  typed.forEach((column, at) => {
    parts.push(text(column.name), text(writtenType(column)));
    if (revision >= CUSTOM_SERIALISATION) parts.push(u8(0));
    if (rows.length === 0) return;
    const values = rows.map((row) => row[at] ?? null);
    if (column.isNullable && !column.type.startsWith('Array'))
      parts.push(Buffer.from(values.map((value) => (value === null ? 1 : 0))));
    parts.push(columnBytes(column.type, values));
  });
  return Buffer.concat(parts);
}

/** Of the block of profile events. */
export const ENUM = "Enum8('increment' = 1, 'gauge' = 2)";

/** What a null is written as beside its mark is the default of the type. */
function columnBytes(type: string, values: readonly Value[]): Buffer {
  const fixed = (width: number, put: (bytes: Buffer, value: Value, at: number) => void) => {
    const bytes = Buffer.alloc(width * values.length);
    values.forEach((value, index) => {
      if (value !== null) put(bytes, value, index * width);
    });
    return bytes;
  };
  switch (type) {
    case ENUM:
    case 'UInt8':
      return fixed(1, (bytes, value, at) => bytes.writeUInt8(Number(value), at));
    case 'UInt32':
      return fixed(4, (bytes, value, at) => bytes.writeUInt32LE(Number(value), at));
    case 'UInt64':
      return fixed(8, (bytes, value, at) => bytes.writeBigUInt64LE(BigInt(Number(value)), at));
    case 'Int64':
      return fixed(8, (bytes, value, at) => bytes.writeBigInt64LE(BigInt(Number(value)), at));
    case 'Float64':
      return fixed(8, (bytes, value, at) => bytes.writeDoubleLE(Number(value), at));
    case 'DateTime':
      return fixed(4, (bytes, value, at) => bytes.writeUInt32LE(secondsOf(textOf(value)), at));
    case 'UUID':
      // Two halves, each of them turned round.
      return fixed(16, (bytes, value, at) => {
        const plain = Buffer.from(textOf(value).replaceAll('-', ''), 'hex');
        for (let index = 0; index < 16; index += 1) bytes[at + (index & 8) + 7 - (index & 7)] = plain[index] ?? 0;
      });
    case 'Array(String)': {
      const lists = values.map((value) => (Array.isArray(value) ? value : []));
      let end = 0;
      const ends = lists.map((list) => {
        end += list.length;
        return u64(end);
      });
      return Buffer.concat([...ends, ...lists.flat().map((one) => text(textOf(one)))]);
    }
    default:
      return Buffer.concat(values.map((value) => text(value === null ? '' : textOf(value))));
  }
}

function secondsOf(time: string): number {
  const ms = Date.parse(`${time.replace(' ', 'T')}Z`);
  return Number.isNaN(ms) ? 0 : Math.min(Math.max(0, Math.floor(ms / 1000)), 2 ** 32 - 1);
}

export interface ReadBlock {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}

/** A block that a client sends, of the types that tables here have; others are `broken`. */
export function readBlock(bytes: Buffer, revision: number): { value: ReadBlock; used: number } | 'more' | 'broken' {
  return readWith(bytes, (cursor) => {
    if (revision >= BLOCK_INFO) blockInfo(cursor);
    const [width, height] = [cursor.varuint(), cursor.varuint()];
    if (width > MAX_COLUMNS || height > MAX_ROWS) cursor.fail();
    const names: string[] = [];
    const columns: Value[][] = [];
    for (let column = 0; column < width; column += 1) {
      names.push(cursor.text(MAX_TYPE));
      const type = cursor.text(MAX_TYPE);
      if (revision >= CUSTOM_SERIALISATION && cursor.u8() !== 0) cursor.fail();
      columns.push(height === 0 ? [] : values(cursor, type, height));
    }
    const rows = Array.from({ length: width === 0 ? 0 : height }, (_, row) => columns.map((one) => one[row] ?? null));
    return { columns: names, rows };
  });
}

function blockInfo(cursor: Cursor): void {
  for (let field = cursor.varuint(); field !== 0; field = cursor.varuint()) {
    if (field === 1) cursor.u8();
    else if (field === 2) cursor.u32();
    else cursor.fail();
  }
}

function values(cursor: Cursor, type: string, count: number): Value[] {
  const [, inner] = /^Nullable\((.+)\)$/.exec(type) ?? [];
  const nulls = inner === undefined ? [] : Array.from({ length: count }, cursor.u8);
  const read = reading(cursor, inner ?? type);
  return Array.from({ length: count }, (_, at) => {
    const value = read();
    return nulls[at] === 1 ? null : value;
  });
}

function reading(cursor: Cursor, type: string): () => Value {
  switch (type) {
    case 'UInt8':
      return cursor.u8;
    case 'UInt32':
      return cursor.u32;
    case 'UInt64':
    case 'Int64':
      return () => Number(cursor.i64());
    case 'Float64':
      return cursor.f64;
    case 'DateTime':
      return () => new Date(cursor.u32() * 1000).toISOString().slice(0, 19).replace('T', ' ');
    case 'String':
      return () => cursor.text(MAX_TEXT);
    case 'UUID':
      return () => {
        const bytes = Array.from({ length: 16 }, cursor.u8);
        const plain = bytes.map((_, at) => bytes[(at & 8) + 7 - (at & 7)] ?? 0);
        return Buffer.from(plain)
          .toString('hex')
          .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
      };
    default:
      return cursor.fail;
  }
}
