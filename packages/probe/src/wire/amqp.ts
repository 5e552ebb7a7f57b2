// AMQP 0-9-1: the frames and methods of a client that logs in without credentials and asks one question.
// https://www.rabbitmq.com/resources/specs/amqp0-9-1.pdf (2.3 framing, 4.2 wire format), /amqp-0-9-1-errata for field types
import type { Frame } from '../line.ts';
import { type ByteReader, frameOf, parseWhole } from './reader.ts';
import { latin1 } from './text.ts';
import { ByteWriter } from './writer.ts';

export const AMQP_HEADER: Uint8Array = Buffer.from('AMQP\0\0\x09\x01', 'latin1');

/** A server may fill what it tells of itself with anything: more is an attack on memory. */
const MAX_FRAME = 256 * 1024;
const MAX_FIELDS = 200;
/** Tables within tables without end would exhaust the stack. */
const MAX_DEPTH = 4;

const METHOD = 1;
const FRAME_END = 0xce;

/** A method as class and number, as the specification writes them: `10.10` is connection.start. */
export const AMQP_METHODS = {
  start: '10.10',
  tune: '10.30',
  open: '10.41',
  close: '10.50',
  channelOpen: '20.11',
  channelClose: '20.40',
} as const;

export type AmqpFrame =
  /** The header with which a server names the version that it wants; it closes the connection then. */
  | { readonly type: 'header' }
  | { readonly type: 'method'; readonly method: string; readonly body: Uint8Array }
  | { readonly type: 'other' };

/** One frame of a server, or its header. */
export const amqpFrame: Frame<AmqpFrame> = frameOf((reader) => {
  if (reader.peek() === 0x41) {
    reader.expect(reader.latin1(4) === 'AMQP');
    reader.skip(4);
    return { type: 'header' };
  }
  const type = reader.u8();
  reader.expect([1, 2, 3, 8].includes(type));
  reader.skip(2);
  const length = reader.u32();
  reader.expect(length <= MAX_FRAME);
  const payload = reader.bytes(length);
  reader.expect(reader.u8() === FRAME_END);
  if (type !== METHOD) return { type: 'other' };
  return parseWhole(payload, readMethod) ?? reader.fail();
});

function readMethod(reader: ByteReader): AmqpFrame {
  const method = `${reader.u16()}.${reader.u16()}`;
  return { type: 'method', method, body: reader.bytes(reader.left) };
}

/** What connection.start tells: the server, and how it lets one log in. */
export interface AmqpStart {
  /** The texts among the server's properties: product, version, platform … */
  readonly properties: ReadonlyMap<string, string>;
  readonly mechanisms: readonly string[];
}

export function amqpStart(body: Uint8Array): AmqpStart | undefined {
  return parseWhole(body, (reader) => {
    reader.skip(2);
    const properties = readTable(reader, 0);
    const mechanisms = reader.latin1(reader.u32()).split(' ');
    return { properties, mechanisms };
  });
}

/** The limits of connection.tune, which a client may take over as they are. */
export function amqpTune(body: Uint8Array): { readonly channels: number; readonly frameBytes: number } | undefined {
  return parseWhole(body, (reader) => ({ channels: reader.u16(), frameBytes: reader.u32() }));
}

/** The code of connection.close or channel.close: 403 is access refused, 404 not found. */
export function amqpCloseCode(body: Uint8Array): number | undefined {
  return parseWhole(body, (reader) => reader.u16());
}

function readTable(reader: ByteReader, depth: number): Map<string, string> {
  const table = parseWhole(reader.bytes(reader.u32()), (fields) => {
    const texts = new Map<string, string>();
    for (let count = 0; fields.left > 0; count += 1) {
      fields.expect(count < MAX_FIELDS);
      const name = fields.utf8(fields.u8());
      const value = readField(fields, depth);
      if (value !== undefined) texts.set(name, value);
    }
    return texts;
  });
  return table ?? reader.fail();
}

/** Bytes of each type of field that has a fixed length, by its letter. */
const FIXED: Readonly<Record<string, number>> = {
  t: 1,
  b: 1,
  B: 1,
  s: 2,
  u: 2,
  U: 2,
  I: 4,
  i: 4,
  L: 8,
  l: 8,
  f: 4,
  d: 8,
  D: 5,
  T: 8,
  V: 0,
};

/** The text of a long string; other types are stepped over. */
function readField(reader: ByteReader, depth: number): string | undefined {
  reader.expect(depth < MAX_DEPTH);
  const type = latin1(reader.bytes(1));
  const fixed = FIXED[type];
  if (fixed !== undefined) reader.skip(fixed);
  else if (type === 'F') readTable(reader, depth + 1);
  else if (type === 'S') return reader.utf8(reader.u32());
  else if (type === 'A' || type === 'x') reader.skip(reader.u32());
  else reader.fail();
  return undefined;
}

// ---- what the client says

/** connection.start-ok by the mechanism ANONYMOUS, with an empty answer (RFC 4505 allows a trace; none is given). */
export function amqpStartOk(): Uint8Array {
  // Without this a server that refuses the login waits, and then hangs up without a word.
  const capability = shortText(new ByteWriter(), 'authentication_failure_close').utf8('t').u8(1).build();
  const capabilities = shortText(new ByteWriter(), 'capabilities').utf8('F').u32(capability.length).bytes(capability);
  const properties = capabilities.build();
  const body = new ByteWriter().u32(properties.length).bytes(properties);
  return method(0, 10, 11, shortText(shortText(body, 'ANONYMOUS').u32(0), 'en_US'));
}

/** connection.tune-ok and connection.open of the virtual host that every server has. */
export function amqpOpen(limits: { readonly channels: number; readonly frameBytes: number }): Uint8Array {
  const noHeartbeat = 0;
  const tuned = method(0, 10, 31, new ByteWriter().u16(limits.channels).u32(limits.frameBytes).u16(noHeartbeat));
  const opened = method(0, 10, 40, shortText(shortText(new ByteWriter(), '/'), '').u8(0));
  return new ByteWriter().bytes(tuned).bytes(opened).build();
}

export function amqpChannelOpen(): Uint8Array {
  return method(1, 20, 10, shortText(new ByteWriter(), ''));
}

/** basic.consume: the server checks the right to read before it looks for the queue. */
export function amqpConsume(queue: string): Uint8Array {
  return method(
    1,
    60,
    20,
    shortText(shortText(new ByteWriter().u16(0), queue), '')
      .u8(0)
      .u32(0),
  );
}

/** connection.close: nothing went wrong. */
export function amqpClose(): Uint8Array {
  return method(0, 10, 50, shortText(new ByteWriter().u16(200), 'goodbye').u16(0).u16(0));
}

function method(channel: number, classId: number, methodId: number, body: ByteWriter): Uint8Array {
  const payload = new ByteWriter().u16(classId).u16(methodId).bytes(body.build()).build();
  return new ByteWriter().u8(METHOD).u16(channel).u32(payload.length).bytes(payload).u8(FRAME_END).build();
}

/** A short string: its length in one byte. */
function shortText(writer: ByteWriter, text: string): ByteWriter {
  return writer.u8(Buffer.byteLength(text)).utf8(text);
}
