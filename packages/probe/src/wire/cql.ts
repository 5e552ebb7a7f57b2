// CQL's native protocol, versions 3 and 4: requests out, replies in.
// https://github.com/apache/cassandra/blob/trunk/doc/native_protocol_v4.spec (and native_protocol_v3.spec beside it)
import type { Frame } from '../line.ts';
import { type ByteReader, frameOf, parseWhole } from './reader.ts';
import { ByteWriter } from './writer.ts';

/** Sizes that only an attacker or another protocol sends; a page of ours is far smaller. */
const MAX_BODY = 8 * 1024 * 1024;
const MAX_ENTRIES = 1024;
const MAX_COLUMNS = 32;
const MAX_ROWS = 100_000;
const MAX_CELL = 64 * 1024;

const OPCODE = { error: 0x00, startup: 0x01, ready: 0x02, authenticate: 0x03, options: 0x05, supported: 0x06 } as const;
const QUERY = 0x07;
const RESULT = 0x08;
const ROWS = 2;

/** Versions in the first byte of a reply; its highest bit says that it is a reply. */
const FIRST_REPLY = 0x83;
const LAST_REPLY = 0x86;

/** Consistency LOCAL_ONE: one replica's answer is enough for what is asked here. */
const LOCAL_ONE = 0x000a;

export type ProtocolVersion = 3 | 4;

export type Cell = Uint8Array | undefined;

export interface CqlRows {
  readonly type: 'rows';
  readonly rows: readonly (readonly Cell[])[];
  /** Where the next page starts, if there is one. */
  readonly next?: Uint8Array;
}

export type CqlReply =
  | CqlRows
  | { readonly type: 'error'; readonly code: number; readonly text: string }
  | { readonly type: 'ready' }
  | { readonly type: 'authenticate'; readonly authenticator: string }
  | { readonly type: 'supported'; readonly options: ReadonlyMap<string, readonly string[]> }
  | { readonly type: 'other' };

/** Asks what the server supports; it is answered before any login. */
export function cqlOptions(version: ProtocolVersion): Uint8Array {
  return frame(version, OPCODE.options, new Uint8Array());
}

/** Opens a session, as whoever the server takes a client without credentials for. */
export function cqlStartup(version: ProtocolVersion): Uint8Array {
  const body = new ByteWriter().u16(1).string16('CQL_VERSION').string16('3.0.0').build();
  return frame(version, OPCODE.startup, body);
}

export function cqlQuery(version: ProtocolVersion, cql: string, pageSize: number, from?: Uint8Array): Uint8Array {
  const text = new TextEncoder().encode(cql);
  const hasPageSize = 0x04;
  const hasPagingState = 0x08;
  const body = new ByteWriter()
    .i32(text.length)
    .bytes(text)
    .u16(LOCAL_ONE)
    .u8(from ? hasPageSize | hasPagingState : hasPageSize)
    .i32(pageSize);
  return frame(version, QUERY, (from ? body.i32(from.length).bytes(from) : body).build());
}

function frame(version: ProtocolVersion, opcode: number, body: Uint8Array): Uint8Array {
  return new ByteWriter().u8(version).u8(0).u16(0).u8(opcode).i32(body.length).bytes(body).build();
}

/** One reply of any kind. A body that ends before its fields do is foreign: the header told its whole length. */
export const cqlReply: Frame<CqlReply> = frameOf((reader) => {
  const { flags, opcode, length } = readHeader(reader);
  const body = reader.bytes(length);
  return parseWhole(body, (inner) => readBody(inner, flags, opcode)) ?? reader.fail();
});

/** An error reply to bytes that are no CQL at all, such as an HTTP request: short, or it is something else. */
export const cqlComplaint: Frame<CqlReply> = frameOf((reader) => {
  const { flags, opcode, length } = readHeader(reader);
  reader.expect(flags === 0 && opcode === OPCODE.error && length < 1024);
  return parseWhole(reader.bytes(length), (inner) => readBody(inner, flags, opcode)) ?? reader.fail();
});

function readHeader(reader: ByteReader) {
  const version = reader.u8();
  reader.expect(version >= FIRST_REPLY && version <= LAST_REPLY);
  const flags = reader.u8();
  reader.expect(flags < 0x20);
  reader.u16(); // the stream: one question at a time needs no number
  const opcode = reader.u8();
  reader.expect(opcode <= 0x10);
  const length = reader.i32();
  reader.expect(length >= 0 && length <= MAX_BODY);
  return { flags, opcode, length };
}

function readBody(reader: ByteReader, flags: number, opcode: number): CqlReply {
  const [isCompressed, isTraced, hasPayload, hasWarnings] = [flags & 0x01, flags & 0x02, flags & 0x04, flags & 0x08];
  reader.expect(!isCompressed);
  if (isTraced) reader.skip(16);
  if (hasPayload) times(reader, reader.u16(), () => skipPayload(reader));
  if (hasWarnings) times(reader, reader.u16(), () => string(reader));
  switch (opcode) {
    case OPCODE.error:
      return { type: 'error', code: reader.i32(), text: string(reader) };
    case OPCODE.ready:
      return { type: 'ready' };
    case OPCODE.authenticate:
      return { type: 'authenticate', authenticator: string(reader) };
    case OPCODE.supported:
      return { type: 'supported', options: new Map(times(reader, reader.u16(), () => option(reader))) };
    case RESULT:
      return reader.i32() === ROWS ? readRows(reader) : { type: 'other' };
    default:
      return { type: 'other' };
  }
}

function readRows(reader: ByteReader): CqlRows {
  const flags = reader.i32();
  const columns = reader.i32();
  reader.expect(columns > 0 && columns <= MAX_COLUMNS);
  const [isGlobal, hasMore, hasNoMetadata] = [flags & 0x01, flags & 0x02, flags & 0x04];
  const next = hasMore ? reader.bytes(reader.i32()) : undefined;
  if (!hasNoMetadata) {
    const tableOnce = isGlobal ? 2 : 0;
    times(reader, tableOnce, () => string(reader));
    times(reader, columns, () => {
      times(reader, 2 - tableOnce, () => string(reader)); // keyspace and table
      string(reader);
      readSimpleType(reader);
    });
  }
  const count = reader.i32();
  reader.expect(count >= 0 && count <= MAX_ROWS);
  const rows: Cell[][] = [];
  for (let i = 0; i < count; i += 1) rows.push(times(reader, columns, () => cell(reader)));
  return { type: 'rows', rows, ...(next && { next }) };
}

/** Only scalar columns are ever asked for; a type of types could be nested to exhaust a stack. */
function readSimpleType(reader: ByteReader): void {
  const id = reader.u16();
  reader.expect(id <= 0x15);
  if (id === 0) string(reader);
}

function cell(reader: ByteReader): Cell {
  const length = reader.i32();
  reader.expect(length <= MAX_CELL);
  return length < 0 ? undefined : reader.bytes(length);
}

function string(reader: ByteReader): string {
  return reader.utf8(reader.u16());
}

function option(reader: ByteReader): [string, string[]] {
  return [string(reader), times(reader, reader.u16(), () => string(reader))];
}

function skipPayload(reader: ByteReader): void {
  string(reader);
  reader.skip(Math.max(0, reader.i32()));
}

function times<T>(reader: ByteReader, count: number, read: () => T): T[] {
  reader.expect(count <= MAX_ENTRIES);
  const items: T[] = [];
  for (let i = 0; i < count; i += 1) items.push(read());
  return items;
}
