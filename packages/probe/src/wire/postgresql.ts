// PostgreSQL's frontend/backend protocol 3.0: SSLRequest, startup, simple queries, and the messages that answer them.
// https://www.postgresql.org/docs/current/protocol-message-formats.html
import type { Frame } from '../line.ts';
import { type ByteReader, frameOf, parseWhole } from './reader.ts';
import { ByteWriter } from './writer.ts';

const PROTOCOL_3_0 = 0x0003_0000;
const SSL_REQUEST = 80_877_103;

/** One message that claims to be longer is an attack on the memory of the reader, or another protocol. */
const MAX_MESSAGE = 1024 * 1024;
/** A row of ours has a dozen columns at most; a message of 60 000 empty ones is an attack. */
const MAX_CELLS = 64;
/** The text of an error; a longer one says nothing more. */
const MAX_TEXT = 16 * 1024;

export type PgMessage =
  /** What the server wants to see of the client; 0 is AuthenticationOk. */
  | { readonly type: 'authentication'; readonly method: number }
  | PgError
  | { readonly type: 'parameter'; readonly name: string; readonly value: string }
  | { readonly type: 'row'; readonly cells: readonly (string | undefined)[] }
  | { readonly type: 'ready' }
  /** Of the protocol, and of no use here: notices, row descriptions, key data. */
  | { readonly type: 'other' };

export interface PgError {
  readonly type: 'error';
  /** Five characters that stay the same over versions and languages. */
  readonly sqlstate: string;
  /** In the server's language, which the client cannot choose before it is let in. */
  readonly text: string;
}

/** Asks whether the server goes on under TLS. */
export function pgSslRequest(): Uint8Array {
  return new ByteWriter().i32(8).i32(SSL_REQUEST).build();
}

/**
 * The answer to an SSLRequest: one byte, `S` or `N`. More bytes before TLS has begun were put there by somebody in
 * between (CVE-2021-23222) or are of another protocol.
 */
export const pgSslReply: Frame<'S' | 'N'> = (bytes) => {
  if (bytes.length === 0) return 'more';
  if (bytes.length > 1) return 'foreign';
  if (bytes[0] === 0x53) return { reply: 'S', used: 1 };
  return bytes[0] === 0x4e ? { reply: 'N', used: 1 } : 'foreign';
};

/** The first message of a session, with `user`, and no word of a password. */
export function pgStartup(parameters: Readonly<Record<string, string>>): Uint8Array {
  const body = new ByteWriter().i32(PROTOCOL_3_0);
  for (const [name, value] of Object.entries(parameters)) body.cstring(name).cstring(value);
  const bytes = body.u8(0).build();
  return new ByteWriter()
    .i32(bytes.length + 4)
    .bytes(bytes)
    .build();
}

/** A simple query. */
export function pgQuery(sql: string): Uint8Array {
  const body = new ByteWriter().cstring(sql).build();
  return new ByteWriter()
    .utf8('Q')
    .i32(body.length + 4)
    .bytes(body)
    .build();
}

export function pgTerminate(): Uint8Array {
  return new ByteWriter().utf8('X').i32(4).build();
}

/** One message of the server. */
export const pgMessage: Frame<PgMessage> = frameOf((reader) => {
  const type = reader.latin1(1);
  reader.expect(KNOWN_TYPES.includes(type));
  const length = reader.i32();
  reader.expect(length >= 4 && length <= MAX_MESSAGE);
  return parseWhole(reader.bytes(length - 4), (body) => readBody(type, body)) ?? reader.fail();
});

/** All messages that have come whole, one at least: a listing of many rows is read in as many steps as it arrives in. */
export const pgMessages: Frame<readonly PgMessage[]> = (bytes, final) => {
  const messages: PgMessage[] = [];
  let used = 0;
  for (;;) {
    const framed = pgMessage(bytes.subarray(used), final);
    if (typeof framed === 'object') {
      messages.push(framed.reply);
      used += framed.used;
    } else if (messages.length > 0) return { reply: messages, used };
    else return framed;
  }
};

/** Every type of message that a server sends to a client that neither copies nor replicates. */
const KNOWN_TYPES = 'RESKZTDCINAtns123v';

function readBody(type: string, body: ByteReader): PgMessage {
  switch (type) {
    case 'R':
      return readAuthentication(body);
    case 'E':
      return readError(body);
    case 'S': {
      const parameter = { name: body.until(0, MAX_TEXT), value: body.until(0, MAX_TEXT) };
      return { type: 'parameter', ...parameter };
    }
    case 'D':
      return readRow(body);
    case 'Z':
      body.expect(body.left === 1);
      return { type: 'ready' };
    default:
      return { type: 'other' };
  }
}

/** The length of each request is fixed but for SASL's list of mechanisms; AuthenticationOk above all is nothing but 0. */
function readAuthentication(body: ByteReader): PgMessage {
  const method = body.i32();
  body.expect(method >= 0 && method <= 32);
  const extra = { 0: 0, 2: 0, 3: 0, 5: 4, 6: 0, 7: 0, 9: 0 }[method];
  body.expect(extra === undefined || body.left === extra);
  return { type: 'authentication', method };
}

/** Fields of a letter and a text; https://www.postgresql.org/docs/current/protocol-error-fields.html */
function readError(body: ByteReader): PgError {
  const fields = new Map<number, string>();
  for (let field = body.u8(); field !== 0; field = body.u8()) fields.set(field, body.until(0, MAX_TEXT));
  const [severity, sqlstate, text] = ['S', 'C', 'M'].map((letter) => fields.get(letter.charCodeAt(0)));
  if (severity === undefined || text === undefined || !/^[0-9A-Z]{5}$/.test(sqlstate ?? '')) return body.fail();
  return { type: 'error', sqlstate: sqlstate ?? '', text };
}

function readRow(body: ByteReader): PgMessage {
  const count = body.u16();
  body.expect(count <= MAX_CELLS);
  const cells: (string | undefined)[] = [];
  for (let cell = 0; cell < count; cell += 1) {
    const length = body.i32();
    body.expect(length >= -1);
    cells.push(length < 0 ? undefined : body.utf8(length));
  }
  return { type: 'row', cells };
}
