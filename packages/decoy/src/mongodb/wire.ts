// MongoDB's wire protocol as a server reads it: OP_MSG, and OP_QUERY for the greeting of old clients.
// https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/
import { type Document, deserialize, serialize } from 'bson';
import { isShallow } from './foreign.ts';

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const HEADER = 16;
const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;
const MAX_SECTIONS = 64;
const MAX_DOCUMENTS = 10_000;

export interface Question {
  readonly id: number;
  readonly form: 'msg' | 'query';
  readonly database: string;
  readonly command: Document;
  /** The client waits for no answer. */
  readonly isSilent: boolean;
  readonly used: number;
}

/** `more` where a message has not come whole, `broken` where it is none of these. */
export function readMessage(bytes: Buffer, maxBytes: number): Question | 'more' | 'broken' {
  if (bytes.length < HEADER) return bytes.length >= 4 && !isLength(bytes.readInt32LE(0), maxBytes) ? 'broken' : 'more';
  const length = bytes.readInt32LE(0);
  if (!isLength(length, maxBytes)) return 'broken';
  const form = bytes.readInt32LE(12);
  if (form !== OP_MSG && form !== OP_QUERY) return 'broken';
  if (bytes.length < length) return 'more';
  try {
    const message = bytes.subarray(0, length);
    const read = form === OP_MSG ? readMsg(message) : readQuery(message);
    return read && isShallow(read.command) ? { id: bytes.readInt32LE(4), used: length, ...read } : 'broken';
  } catch {
    // BSON that is none, or nested deeper than can be read.
    return 'broken';
  }
}

function isLength(length: number, maxBytes: number): boolean {
  return length >= HEADER + 5 && length <= maxBytes;
}

type Read = Pick<Question, 'form' | 'database' | 'command' | 'isSilent'>;

function readMsg(message: Buffer): Read | undefined {
  const flags = message.readUInt32LE(HEADER);
  const end = flags & CHECKSUM_PRESENT ? message.length - 4 : message.length;
  let command: Document | undefined;
  const sequences: Document = {};
  let at = HEADER + 4;
  for (let count = 0; at < end; count += 1) {
    if (count >= MAX_SECTIONS) return undefined;
    const kind = message[at];
    at += 1;
    const size = at + 4 <= end ? message.readInt32LE(at) : -1;
    if (size < 5 || at + size > end || (kind !== 0 && kind !== 1)) return undefined;
    const section = message.subarray(at, at + size);
    if (kind === 0) command ??= deserialize(section);
    else Object.assign(sequences, readSequence(section));
    at += size;
  }
  if (!command) return undefined;
  const database = typeof command.$db === 'string' ? command.$db : 'test';
  return { form: 'msg', database, command: { ...command, ...sequences }, isSilent: (flags & MORE_TO_COME) !== 0 };
}

/** Documents that come beside the command: those of an insert. */
function readSequence(section: Buffer): Document {
  const end = section.indexOf(0, 4);
  if (end < 0) throw new RangeError('no name');
  const documents: Document[] = [];
  let at = end + 1;
  while (at + 5 <= section.length && documents.length < MAX_DOCUMENTS) {
    const size = section.readInt32LE(at);
    if (size < 5) throw new RangeError('no document');
    documents.push(deserialize(section.subarray(at, at + size)));
    at += size;
  }
  return { [section.toString('utf8', 4, end)]: documents };
}

function readQuery(message: Buffer): Read | undefined {
  const end = message.indexOf(0, HEADER + 4);
  if (end < 0 || end + 9 + 5 > message.length) return undefined;
  const name = message.toString('utf8', HEADER + 4, end);
  const at = end + 9;
  const size = message.readInt32LE(at);
  if (size < 5 || at + size > message.length) return undefined;
  const read = deserialize(message.subarray(at, at + size));
  const command: Document = typeof read.$query === 'object' && read.$query !== null ? read.$query : read;
  return { form: 'query', database: name.split('.')[0] ?? 'admin', command, isSilent: false };
}

/** @param serial of the answer */
export function writeAnswer({ id, form }: Pick<Question, 'id' | 'form'>, document: Document, serial: number): Buffer {
  const body = Buffer.from(serialize(document, { ignoreUndefined: true }));
  const before = form === 'msg' ? Buffer.alloc(5) : Buffer.alloc(20);
  if (form === 'query') {
    before.writeInt32LE(8, 0); // await capable
    before.writeInt32LE(1, 16); // one document
  }
  const head = Buffer.alloc(HEADER);
  head.writeInt32LE(HEADER + before.length + body.length, 0);
  head.writeInt32LE(serial, 4);
  head.writeInt32LE(id, 8);
  head.writeInt32LE(form === 'msg' ? OP_MSG : OP_REPLY, 12);
  return Buffer.concat([head, before, body]);
}
