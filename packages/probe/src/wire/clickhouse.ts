// ClickHouse's native protocol as a client of revision 54058 speaks it: Hello, Query, Data, Exception.
// https://clickhouse.com/docs/native-protocol/basics (client.md and server.md list the packets). This revision is old
// enough that every server understands it, and that a block carries no compression and no custom serialisation.
import type { Frame } from '../line.ts';
import { type ByteReader, frameOf } from './reader.ts';
import { ByteWriter } from './writer.ts';

const REVISION = 54058;
const CLIENT_NAME = 'vigie';

/** Sizes that only an attacker or another protocol sends. */
const MAX_NAME = 4096;
const MAX_MESSAGE = 256 * 1024;
const MAX_COLUMNS = 64;
const MAX_CELL = 64 * 1024;
const MAX_NESTED_EXCEPTIONS = 16;

export interface NativeHello {
  readonly type: 'hello';
  readonly name: string;
  readonly major: number;
  readonly minor: number;
}

/** A server's exception; the code is stable over versions, the message is not. */
export interface NativeException {
  readonly type: 'exception';
  readonly code: number;
}

export type NativePacket =
  | NativeException
  | { readonly type: 'rows'; readonly rows: readonly (readonly string[])[] }
  | { readonly type: 'end' }
  | { readonly type: 'progress' };

/** The first packet of a client: the user `default`, without a password. */
export function nativeHello(): Uint8Array {
  return new ByteWriter()
    .varuint(0)
    .varstring(CLIENT_NAME)
    .varuint(1)
    .varuint(1)
    .varuint(REVISION)
    .varstring('')
    .varstring('default')
    .varstring('')
    .build();
}

/** The server's answer to the Hello. */
export const nativeHelloReply: Frame<NativeHello | NativeException> = frameOf((reader) => {
  const type = reader.varuint();
  if (type === 2) return readException(reader);
  reader.expect(type === 0);
  const name = readString(reader, MAX_NAME);
  const major = reader.varuint();
  const minor = reader.varuint();
  const revision = reader.varuint();
  reader.expect(revision >= 50_000 && revision < 1_000_000);
  // Since revision 54058 the server tells its time zone.
  if (revision >= REVISION) readString(reader, MAX_NAME);
  return { type: 'hello', name, major, minor };
});

/** A query, and the empty block that says that no external tables follow. */
export function nativeQuery(sql: string): Uint8Array {
  const clientInfo = (writer: ByteWriter) =>
    writer
      .u8(1) // the initial query, not one of a distributed one
      .varstring('')
      .varstring('')
      .varstring('0.0.0.0:0')
      .u8(1) // over TCP
      .varstring('')
      .varstring('')
      .varstring(CLIENT_NAME)
      .varuint(1)
      .varuint(1)
      .varuint(REVISION);
  const query = clientInfo(new ByteWriter().varuint(1).varstring(''))
    .varstring('') // no settings
    .varuint(2) // up to the complete result
    .varuint(0) // no compression
    .varstring(sql);
  return query
    .varuint(2)
    .varstring('')
    .varuint(1)
    .u8(0)
    .varuint(2)
    .i32(-1, true)
    .varuint(0)
    .varuint(0)
    .varuint(0)
    .build();
}

/** One packet of a query's answer. Every column has to be a String: the caller's query sees to that. */
export const nativePacket: Frame<NativePacket> = frameOf((reader): NativePacket => {
  switch (reader.varuint()) {
    case 1: // data
    case 7: // totals
    case 8: // extremes
      return { type: 'rows', rows: readBlock(reader) };
    case 2:
      return readException(reader);
    case 3: // progress: rows, bytes, total rows
      for (let i = 0; i < 3; i += 1) reader.varuint();
      return { type: 'progress' };
    case 5:
      return { type: 'end' };
    case 6: // profile: rows, blocks, bytes, a limit was applied, rows before the limit, they were counted
      for (let i = 0; i < 3; i += 1) reader.varuint();
      reader.u8();
      reader.varuint();
      reader.u8();
      return { type: 'progress' };
    default:
      return reader.fail();
  }
});

function readBlock(reader: ByteReader): string[][] {
  readString(reader, MAX_NAME);
  readBlockInfo(reader);
  const columns = reader.varuint();
  const count = reader.varuint();
  reader.expect(columns <= MAX_COLUMNS && count <= 10_000_000);
  const rows: string[][] = [];
  for (let column = 0; column < columns; column += 1) {
    readString(reader, MAX_NAME);
    reader.expect(readString(reader, MAX_NAME) === 'String' || count === 0);
    for (let row = 0; row < count; row += 1) {
      const cell = readString(reader, MAX_CELL);
      const cells = rows[row];
      if (cells) cells.push(cell);
      else rows.push([cell]);
    }
  }
  return rows;
}

function readBlockInfo(reader: ByteReader): void {
  for (let field = reader.varuint(); field !== 0; field = reader.varuint()) {
    if (field === 1) reader.u8();
    else if (field === 2) reader.i32(true);
    else reader.fail();
  }
}

function readException(reader: ByteReader): NativeException {
  const code = reader.i32(true);
  let nested = 1;
  for (let depth = 0; nested !== 0; depth += 1) {
    reader.expect(depth < MAX_NESTED_EXCEPTIONS);
    if (depth > 0) reader.i32(true);
    readString(reader, MAX_NAME);
    readString(reader, MAX_MESSAGE);
    readString(reader, MAX_MESSAGE);
    nested = reader.u8();
  }
  return { type: 'exception', code };
}

function readString(reader: ByteReader, max: number): string {
  const length = reader.varuint();
  reader.expect(length <= max);
  return reader.utf8(length);
}
