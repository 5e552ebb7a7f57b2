// ZooKeeper's client protocol: records in jute, each in a frame after its length; and the four-letter words.
// https://github.com/apache/zookeeper/blob/master/zookeeper-jute/src/main/resources/zookeeper.jute
import type { Frame } from '../line.ts';
import { type ByteReader, frameOf, parseWhole } from './reader.ts';
import { ByteWriter } from './writer.ts';

/** Longer replies than any listing of ours: only an attacker or another protocol sends them. */
const MAX_FRAME = 4 * 1024 * 1024;
/** The root of an installation has a handful of children; more is a listing made to fill our memory. */
const MAX_CHILDREN = 20_000;
const MAX_NAME = 4096;
const MAX_ACCESS_ENTRIES = 1000;
/** The answer to `srvr` has ten lines. */
const MAX_WORDS = 16 * 1024;
/** An hour: no server grants a session for longer, and a number above it is another protocol's. */
const MAX_SESSION_MS = 3_600_000;

/** Operations that change nothing: ZooDefs.java. */
const OPERATION = { exists: 3, getACL: 6, getChildren: 8, closeSession: -11 } as const;
export type Operation = keyof typeof OPERATION;

/** Error codes: KeeperException.java. */
export const ERROR = { none: 0, noAuth: -102, authFailed: -115, requiresSasl: -124 } as const;

/** What the rights of an access list are made of: ZooDefs.java. */
export const RIGHT = { read: 1, write: 2, create: 4, delete: 8, admin: 16 } as const;

export interface Reply {
  readonly xid: number;
  readonly error: number;
  readonly body: Uint8Array;
}

/** A new session for as short a time as servers grant; one that may only read is welcome too. */
export function connectRequest(): Uint8Array {
  const record = new ByteWriter()
    .i32(0) // protocol version
    .i64(0n) // the last transaction we have seen
    .i32(4000) // ms until the session ends by itself
    .i64(0n) // a new session, which has an id and a nonce from the server
    .i32(16)
    .bytes(new Uint8Array(16))
    .u8(1);
  return framed(record);
}

/** One request in the order of `xid`. The path is of the root or of one of its children. */
export function request(xid: number, operation: Operation, path?: string): Uint8Array {
  const record = new ByteWriter().i32(xid).i32(OPERATION[operation]);
  if (path !== undefined) {
    const bytes = new TextEncoder().encode(path);
    record.i32(bytes.length).bytes(bytes);
    // Without a watch: nothing is to be sent to us later.
    if (operation !== 'getACL') record.u8(0);
  }
  return framed(record);
}

function framed(record: ByteWriter): Uint8Array {
  const bytes = record.build();
  return new ByteWriter().i32(bytes.length).bytes(bytes).build();
}

/** The protocol version by which ClickHouse Keeper says that it cannot serve, for want of a leader (KeeperTCPHandler.cpp). */
const REJECTED = 42;

/** Whether a session was granted. A reply of any other shape is another product's. */
export const connectResponse: Frame<{ readonly granted: boolean }> = frameOf((reader) => {
  const length = reader.i32();
  // Without or with the flag of a server that only reads, which came with 3.4.
  reader.expect(length === 36 || length === 37);
  const version = reader.i32();
  reader.expect(version === 0 || version === REJECTED);
  const timeoutMs = reader.i32();
  reader.expect(timeoutMs >= 0 && timeoutMs <= MAX_SESSION_MS);
  const session = reader.i64();
  reader.expect(reader.i32() === 16);
  reader.skip(16);
  if (length === 37) reader.expect(reader.u8() <= 1);
  return { granted: version === 0 && timeoutMs > 0 && session !== 0n };
});

export const reply: Frame<Reply> = frameOf((reader) => {
  const length = reader.i32();
  reader.expect(length >= 16 && length <= MAX_FRAME);
  const xid = reader.i32();
  reader.skip(8);
  const error = reader.i32();
  return { xid, error, body: reader.bytes(length - 16) };
});

/** The names in the answer to `getChildren`. */
export function childrenOf(body: Uint8Array): string[] | undefined {
  return parseWhole(body, (reader) => {
    const count = reader.i32();
    reader.expect(count >= 0 && count <= MAX_CHILDREN);
    return Array.from({ length: count }, () => readText(reader));
  });
}

/** What the answer to `getACL` tells of everybody's rights, and of the node. */
export interface Access {
  /** A sum of `RIGHT`s of whoever connects. */
  readonly everybody: number;
  readonly children: number;
}

export function accessOf(body: Uint8Array): Access | undefined {
  return parseWhole(body, (reader) => {
    const count = reader.i32();
    reader.expect(count >= -1 && count <= MAX_ACCESS_ENTRIES);
    let everybody = 0;
    for (let i = 0; i < count; i += 1) {
      const rights = reader.i32();
      const [scheme, id] = [readText(reader), readText(reader)];
      if (scheme === 'world' && id === 'anyone') everybody |= rights;
    }
    // Four times and transactions, three versions, the owner, the length of the data.
    reader.skip(4 * 8 + 3 * 4 + 8 + 4);
    const children = reader.i32();
    reader.expect(children >= 0);
    return { everybody, children };
  });
}

function readText(reader: ByteReader): string {
  const length = reader.i32();
  if (length === -1) return '';
  reader.expect(length >= 0 && length <= MAX_NAME);
  return reader.utf8(length);
}

/** The answer to a four-letter word: text up to the closing of the connection. */
export const words: Frame<string> = (bytes, final) => {
  if (bytes.length > MAX_WORDS) return 'foreign';
  return final ? { reply: Buffer.from(bytes).toString('latin1'), used: bytes.length } : 'more';
};
