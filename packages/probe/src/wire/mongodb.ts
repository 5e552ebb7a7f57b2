// MongoDB's wire protocol: OP_MSG, the only message of servers since 5.1 and known since 3.6.
// https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/
import { BSONError, deserialize, serialize } from 'bson';
import type { Frame } from '../line.ts';
import { frameOf } from './reader.ts';
import { ByteWriter } from './writer.ts';

const OP_MSG = 2013;
const HEADER = 16;
const CHECKSUM_PRESENT = 0x01;
const BODY_SECTION = 0;

/** Servers send up to 48 MB; what is asked here is answered in far less. */
const MAX_MESSAGE = 8 * 1024 * 1024;

/** A command and its arguments, in the order that the protocol wants: the command's name first. */
export type MongoCommand = Readonly<Record<string, unknown>>;

/** @param database - goes into `$db` */
export function mongoCommand(id: number, database: string, command: MongoCommand): Uint8Array {
  const body = serialize({ ...command, $db: database });
  return new ByteWriter()
    .i32(HEADER + 4 + 1 + body.length, true)
    .i32(id, true)
    .i32(0, true)
    .i32(OP_MSG, true)
    .u32(0, true) // no flags
    .u8(BODY_SECTION)
    .bytes(body)
    .build();
}

/** The document that answers the command of this id. Its 64-bit numbers are bigints; nothing in it is to be trusted. */
export function mongoReply(id: number): Frame<unknown> {
  return frameOf((reader) => {
    const length = reader.i32(true);
    reader.expect(length >= HEADER + 4 + 1 + 5 && length <= MAX_MESSAGE);
    reader.i32(true); // the server's own id
    reader.expect(reader.i32(true) === id);
    reader.expect(reader.i32(true) === OP_MSG);
    const flags = reader.u32(true);
    reader.expect(reader.u8() === BODY_SECTION);
    const checksum = (flags & CHECKSUM_PRESENT) === 0 ? 0 : 4;
    const body = reader.bytes(length - HEADER - 5 - checksum);
    reader.skip(checksum);
    return documentOf(body) ?? reader.fail();
  });
}

/**
 * The library walks nested documents in a loop and checks their lengths; what is no BSON it tells by its own error, and
 * a 64-bit number that is cut at the document's end by a RangeError.
 */
function documentOf(bytes: Uint8Array): unknown {
  try {
    return deserialize(bytes, { useBigInt64: true, bsonRegExp: true, validation: { utf8: false } });
  } catch (error) {
    if (error instanceof BSONError || error instanceof RangeError) return undefined;
    throw error;
  }
}
