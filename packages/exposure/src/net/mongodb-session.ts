// One conversation with one MongoDB server: OP_MSG over a socket of our own, so that nothing but the address in scope is
// ever connected to (no members of a replica set, no SRV names).
// https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/
import type { Socket } from 'node:net';
import { Binary, BSONError, deserialize, serialize } from 'bson';
import type { SourceFault } from '../source.ts';
import { createConnector, type NetHost, stopped } from './connect.ts';
import { faultOf, isFaultValue } from './fault.ts';
import type { StoreLocation } from './location.ts';
import { createScram, type Mechanism } from './scram.ts';

export interface MongodbSession {
  readonly where: string;
  /** Opens a connection and enters. */
  connect(signal: AbortSignal): Promise<MongodbConversation | SourceFault>;
}

export interface MongodbConversation {
  /** The answer to one command, `ok: 1`; 64-bit numbers are bigints, documents of a cursor are bytes. */
  run(command: MongodbCommand): Promise<MongodbReply | SourceFault>;
  close(): void;
}

interface MongodbCommand {
  readonly database: string;
  /** The command's name is its first key. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly place?: string;
  /** How long an answer may take; default a minute. */
  readonly limitMs?: number;
}

type MongodbReply = Readonly<Record<string, unknown>>;

const OP_MSG = 2013;
const HEADER_BYTES = 16;
/** maxMessageSizeBytes of every release. https://www.mongodb.com/docs/manual/reference/command/hello/ */
const MAX_MESSAGE_BYTES = 48_000_000;
const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;
const REPLY_MS = 60_000;
const OTHER_PROTOCOL =
  'what answers there does not speak as MongoDB since 3.6 does: check the port, and whether it wants TLS';
/** A member of a replica set that only copies answers to those who say that they do not mind. */
const ANY_MEMBER = { $readPreference: { mode: 'primaryPreferred' } };

export function createMongodbSession(location: StoreLocation, host: NetHost): MongodbSession {
  const connector = createConnector(location, host);
  return {
    where: connector.where,
    async connect(signal) {
      const plain = await connector.open(signal);
      if (isFaultValue(plain)) return plain;
      const socket = location.tls === 'always' ? await connector.secure(plain, location.insecure) : plain;
      if (isFaultValue(socket)) return socket;
      const conversation = converse(socket, connector.where, signal);
      const fault = await enter(conversation, location, connector.where);
      if (!fault) return conversation;
      conversation.close();
      return fault;
    },
  };
}

// ---- messages

function converse(socket: Socket, where: string, signal: AbortSignal): MongodbConversation {
  let pieces: Buffer[] = [];
  let length = 0;
  let ended: SourceFault['code'] | 'open' = 'open';
  let wake = () => {};
  let requestId = 0;
  const end = (code: SourceFault['code']) => {
    if (ended === 'open') ended = code;
    socket.destroy();
    wake();
  };
  const onAbort = () => end('lost');
  signal.addEventListener('abort', onAbort, { once: true });
  socket.on('data', (bytes: Buffer) => {
    pieces.push(bytes);
    length += bytes.length;
    if (length > MAX_MESSAGE_BYTES) return end('too large');
    wake();
  });
  socket.once('close', () => {
    signal.removeEventListener('abort', onAbort);
    end('lost');
  });
  socket.pause();

  /** So many bytes of what has come, once they are there. */
  async function take(size: number): Promise<Buffer | undefined> {
    while (length < size && ended === 'open') {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    if (length < size) return undefined;
    const all = Buffer.concat(pieces, length);
    pieces = [all.subarray(size)];
    length -= size;
    return all.subarray(0, size);
  }

  async function receive(id: number): Promise<MongodbReply | undefined> {
    const head = await take(HEADER_BYTES);
    if (!head) return undefined;
    const size = head.readInt32LE(0);
    if (size > MAX_MESSAGE_BYTES) return end('too large') as undefined;
    const isReply = head.readInt32LE(8) === id && head.readInt32LE(12) === OP_MSG && size >= HEADER_BYTES + 10;
    if (!isReply) return end('broken') as undefined;
    const body = await take(size - HEADER_BYTES);
    const reply = body && readBody(body);
    if (body && (!reply || length > 0)) return end('broken') as undefined;
    return reply;
  }

  return {
    async run({ database, body, place = where, limitMs = REPLY_MS }) {
      if (ended !== 'open') return faultOfEnd(ended, place, signal);
      requestId += 1;
      const late = setTimeout(() => end('timeout'), limitMs);
      // Only while somebody waits for an answer is anything taken from the socket.
      socket.resume();
      socket.write(messageOf(requestId, { ...body, $db: database, ...ANY_MEMBER }));
      const reply = await receive(requestId);
      clearTimeout(late);
      if (ended === 'open') socket.pause();
      if (!reply) return faultOfEnd(ended === 'open' ? 'lost' : ended, place, signal);
      return Number(reply.ok) === 1 ? reply : faultOfCode(Number(reply.code ?? 0), place);
    },
    close: () => end('lost'),
  };
}

function messageOf(id: number, command: Readonly<Record<string, unknown>>): Buffer {
  const document = serialize(command);
  const head = Buffer.alloc(HEADER_BYTES + 5);
  head.writeInt32LE(head.length + document.length, 0);
  head.writeInt32LE(id, 4);
  head.writeInt32LE(OP_MSG, 12);
  return Buffer.concat([head, document]);
}

/** One section of kind 0; the documents of a cursor stay bytes. */
function readBody(body: Buffer): MongodbReply | undefined {
  const flags = body.readUInt32LE(0);
  if ((flags & MORE_TO_COME) !== 0 || body[4] !== 0) return undefined;
  const document = body.subarray(5, body.length - ((flags & CHECKSUM_PRESENT) === 0 ? 0 : 4));
  try {
    return deserialize(document, {
      useBigInt64: true,
      bsonRegExp: true,
      fieldsAsRaw: { firstBatch: true, nextBatch: true },
      validation: { utf8: false },
    });
  } catch (error) {
    if (error instanceof BSONError || error instanceof RangeError) return undefined;
    throw error;
  }
}

// ---- entering

async function enter(
  conversation: MongodbConversation,
  location: StoreLocation,
  where: string,
): Promise<SourceFault | undefined> {
  const { user, password } = location;
  // As in all drivers, the database of the URL is also where the user is known, unless it says otherwise.
  const source = location.choices?.authSource ?? location.database ?? 'admin';
  const asked = user === undefined ? {} : { saslSupportedMechs: `${source}.${user}` };
  // `hello` came with 5.0 and to older branches later; `isMaster` is known to all of them.
  const hello = await conversation.run({
    database: 'admin',
    body: { isMaster: 1, helloOk: true, ...asked },
    limitMs: 15_000,
  });
  // The first four bytes of another protocol, read as a length, are as a rule a very large one.
  if (isFaultValue(hello)) return hello.code === 'too large' ? faultOf('broken', where, OTHER_PROTOCOL) : hello;
  if (user === undefined) return undefined;
  const wanted = location.choices?.authMechanism;
  const told = Array.isArray(hello.saslSupportedMechs) ? hello.saslSupportedMechs : [];
  const mechanism: Mechanism | undefined =
    wanted === undefined || wanted === 'DEFAULT'
      ? told.includes('SCRAM-SHA-256')
        ? 'SCRAM-SHA-256'
        : 'SCRAM-SHA-1'
      : wanted === 'SCRAM-SHA-256' || wanted === 'SCRAM-SHA-1'
        ? wanted
        : undefined;
  if (!mechanism) {
    return faultOf('unsupported', where, 'of its ways to log in SCRAM-SHA-256 and SCRAM-SHA-1 are known here');
  }
  return login(conversation, { mechanism, source, user, password: password?.reveal() ?? '', where });
}

async function login(
  conversation: MongodbConversation,
  asked: {
    readonly mechanism: Mechanism;
    readonly source: string;
    readonly user: string;
    readonly password: string;
    readonly where: string;
  },
): Promise<SourceFault | undefined> {
  const { mechanism, source, user, password, where } = asked;
  const foreign = faultOf(
    'broken',
    where,
    'its side of the login is not as the protocol says: it may not be the server it seems to be',
  );
  const scram = createScram(mechanism, user, password);
  const say = (body: Readonly<Record<string, unknown>>) =>
    conversation.run({ database: source, body, limitMs: 15_000 });
  const start = { saslStart: 1, mechanism, payload: binaryOf(scram.first), options: { skipEmptyExchange: true } };
  const first = await say(start);
  if (isFaultValue(first)) return first;
  const conversationId = first.conversationId;
  const final = await scram.final(textOf(first.payload));
  if (final === undefined) return foreign;
  let reply = await say({ saslContinue: 1, conversationId, payload: binaryOf(final) });
  if (isFaultValue(reply)) return reply;
  if (!scram.isProof(textOf(reply.payload))) return foreign;
  if (reply.done === true) return undefined;
  // Servers before 4.4 want an empty message at the end.
  reply = await say({ saslContinue: 1, conversationId, payload: binaryOf('') });
  if (isFaultValue(reply)) return reply;
  return reply.done === true ? undefined : foreign;
}

function binaryOf(text: string): Binary {
  return new Binary(Buffer.from(text));
}

function textOf(payload: unknown): string {
  if (payload instanceof Binary) return Buffer.from(payload.buffer).toString('utf8', 0, payload.position);
  return payload instanceof Uint8Array ? Buffer.from(payload).toString('utf8') : '';
}

// ---- faults

function faultOfEnd(code: SourceFault['code'], place: string, signal: AbortSignal): SourceFault {
  if (signal.aborted) return stopped(place);
  switch (code) {
    case 'broken':
      return faultOf(code, place, OTHER_PROTOCOL);
    case 'too large':
      return faultOf(code, place, 'an answer of it is larger than 48 MB: what comes after it was not read');
    case 'timeout':
      return faultOf(code, place, 'it did not answer a command in time');
    default:
      return faultOf('lost', place, 'the connection ended in the middle of an answer');
  }
}

/** By number, since messages quote values. https://github.com/mongodb/mongo/blob/master/src/mongo/base/error_codes.yml */
const REASONS: Readonly<Record<number, readonly [SourceFault['code'], string]>> = {
  13: ['refused', 'the user has no right to read this, or no user was given: grant the role read'],
  18: ['refused', 'user or password is wrong; the database of the user may be named by ?authSource='],
  26: ['broken', 'there is no such collection'],
  43: ['lost', 'its cursor was ended by the server: what comes after was not read'],
  50: ['timeout', 'the query took longer than its limit'],
  59: ['unsupported', 'it does not know a command for reading'],
  91: ['lost', 'the server is being shut down'],
  146: ['too large', 'the server has too little memory for this query'],
  166: ['unsupported', 'it is a view that does not work'],
  189: ['unreachable', 'it has lost its place in the replica set: try again later'],
  292: ['too large', 'the server has too little memory to group so many values'],
  11600: ['lost', 'the server is being shut down'],
  11601: ['lost', 'the query was ended by somebody'],
  13435: ['unsupported', 'it may not be read from, as a member that only copies'],
  13436: ['unreachable', 'it is not ready to be read: try again later'],
};

function faultOfCode(code: number, place: string): SourceFault {
  const [kind, why] = REASONS[code] ?? ['broken', 'it failed at a command'];
  return faultOf(kind, place, `${why} (code ${Number.isInteger(code) ? code : 0})`);
}
