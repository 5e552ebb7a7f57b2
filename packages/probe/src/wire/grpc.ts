// One unary gRPC call on a fresh plain connection: HTTP/2 with prior knowledge (RFC 9113), headers by HPACK (RFC 7541),
// messages as in https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md. For calls that a product offers no
// other way. All of it is sent at once: the default settings of HTTP/2 leave room for a short question and answer.
import type { Frame } from '../line.ts';
import { type ByteReader, frameOf, parseWhole } from './reader.ts';
import { ByteWriter } from './writer.ts';

/** A server may not send longer frames unless we allowed it (RFC 9113 section 4.2). */
const MAX_FRAME = 16_384;
/** Endless PING and SETTINGS frames serve to keep a client busy. */
const MAX_FRAMES = 100;
/** Answers read here are a few numbers. */
const MAX_MESSAGE = 64 * 1024;

const [DATA, HEADERS, RST_STREAM, SETTINGS, GOAWAY, CONTINUATION] = [0, 1, 3, 4, 7, 9];
const [END_STREAM, END_HEADERS, PADDED, PRIORITY] = [0x1, 0x4, 0x8, 0x20];
const STREAM = 1;

/** How a call ended. */
export interface GrpcReply {
  /** https://grpc.io/docs/guides/status-codes/; absent where the server broke off, or is no gRPC server. */
  readonly status: number | undefined;
  /** The one message of the answer, where there is one. */
  readonly message: Uint8Array | undefined;
}

/**
 * The bytes of a call.
 *
 * @param method - as in `/etcdserverpb.KV/Range`
 * @param message - in Protocol Buffers
 * @param authority - host and port
 */
export function grpcQuestion(method: string, message: Uint8Array, authority: string): Uint8Array {
  // Literal fields that are not indexed, as text: RFC 7541 section 6.2.2.
  const header = (writer: ByteWriter, name: string, value: string) => string(string(writer.u8(0), name), value);
  const block = new ByteWriter();
  header(block, ':method', 'POST');
  header(block, ':scheme', 'http');
  header(block, ':path', method);
  header(block, ':authority', authority);
  header(block, 'content-type', 'application/grpc');
  header(block, 'te', 'trailers');
  const body = new ByteWriter().u8(0).u32(message.length).bytes(message).build();
  return new ByteWriter()
    .utf8('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n')
    .bytes(frame(SETTINGS, 0, 0, new Uint8Array()))
    .bytes(frame(HEADERS, END_HEADERS, STREAM, block.build()))
    .bytes(frame(DATA, END_STREAM, STREAM, body))
    .build();
}

function frame(type: number, flags: number, stream: number, payload: Uint8Array): Uint8Array {
  const { length } = payload;
  return new ByteWriter()
    .u8(length >> 16)
    .u16(length & 0xffff)
    .u8(type)
    .u8(flags)
    .u32(stream)
    .bytes(payload)
    .build();
}

/** A length below 127 in one byte, without Huffman coding; hosts and methods are shorter. */
function string(writer: ByteWriter, text: string): ByteWriter {
  const bytes = new TextEncoder().encode(text).subarray(0, 126);
  return writer.u8(bytes.length).bytes(bytes);
}

/** The answer to the call, from all frames up to the end of its stream. */
export const grpcReply: Frame<GrpcReply> = frameOf((reader) => {
  const data: Uint8Array[] = [];
  let block: Uint8Array[] = [];
  let status: number | undefined;
  let size = 0;
  for (let count = 0; count < MAX_FRAMES; count += 1) {
    const { type, flags, stream, payload } = readFrame(reader);
    reader.expect(count > 0 || type === SETTINGS);
    if (type === GOAWAY || (type === RST_STREAM && stream === STREAM)) return { status: undefined, message: undefined };
    if (stream !== STREAM) continue;
    if (type === DATA) data.push(payload);
    if (type === HEADERS || type === CONTINUATION) {
      block.push(payload);
      if ((flags & END_HEADERS) !== 0) {
        status = grpcStatus(Buffer.concat(block)) ?? status;
        block = [];
      }
    }
    size += payload.length;
    reader.expect(size <= MAX_MESSAGE);
    if ((flags & END_STREAM) !== 0) return { status, message: parseWhole(Buffer.concat(data), readMessage) };
  }
  return reader.fail();
});

function readFrame(reader: ByteReader) {
  const length = reader.u8() * 65_536 + reader.u16();
  const [type, flags] = [reader.u8(), reader.u8()];
  const stream = reader.u32() & 0x7fff_ffff;
  reader.expect(length <= MAX_FRAME);
  const whole = reader.bytes(length);
  const padded = (type === DATA || type === HEADERS) && (flags & PADDED) !== 0;
  const prioritised = type === HEADERS && (flags & PRIORITY) !== 0;
  const start = (padded ? 1 : 0) + (prioritised ? 5 : 0);
  const end = length - (padded ? (whole[0] ?? 0) : 0);
  reader.expect(start <= end);
  return { type, flags, stream, payload: whole.subarray(start, end) };
}

function readMessage(reader: ByteReader): Uint8Array {
  reader.expect(reader.u8() === 0);
  return reader.bytes(reader.u32());
}

/** The name `grpc-status` in HPACK: as text, and in the Huffman code of RFC 7541 appendix B. */
const STATUS_NAMES = [Buffer.from('grpc-status'), Buffer.from('9acac8b21234da8f', 'hex')];

/**
 * The status in a block of headers. Its name stands in no static table, and so comes in full the first time. Servers
 * write its one or two digits as text, since the Huffman code would not be shorter.
 */
function grpcStatus(block: Uint8Array): number | undefined {
  return parseWhole(block, (reader) => {
    let status: number | undefined;
    while (reader.left > 0) {
      const field = readField(reader);
      if (!STATUS_NAMES.some((name) => name.equals(field.name))) continue;
      const digits = Buffer.from(field.value).toString('latin1');
      reader.expect(/^\d{1,2}$/.test(digits));
      status = Number(digits);
    }
    return status;
  });
}

/** One field; those that only point into a table have neither name nor value here. */
function readField(reader: ByteReader): { readonly name: Uint8Array; readonly value: Uint8Array } {
  const nothing = new Uint8Array();
  const first = reader.u8();
  if (first >= 0x80) readInteger(reader, first & 0x7f, 0x7f);
  else if (first >= 0x20 && first < 0x40) readInteger(reader, first & 0x1f, 0x1f);
  else {
    const prefix = first >= 0x40 ? 0x3f : 0x0f;
    const index = readInteger(reader, first & prefix, prefix);
    const name = index === 0 ? readString(reader) : nothing;
    return { name, value: readString(reader) };
  }
  return { name: nothing, value: nothing };
}

function readString(reader: ByteReader): Uint8Array {
  const first = reader.u8();
  return reader.bytes(readInteger(reader, first & 0x7f, 0x7f));
}

/** An integer with a prefix, RFC 7541 section 5.1. */
function readInteger(reader: ByteReader, start: number, prefix: number): number {
  return start < prefix ? start : prefix + reader.varuint();
}

/** The first number in a field of a message in Protocol Buffers; 0, the default, where the field is not there. */
export function protobufNumber(message: Uint8Array, field: number): number | undefined {
  return parseWhole(message, (reader) => {
    let found: number | undefined;
    while (reader.left > 0) {
      const tag = reader.varuint();
      const type = tag % 8;
      if (type === 0) {
        const value = reader.varuint();
        if (Math.floor(tag / 8) === field) found ??= value;
      } else if (type === 2) reader.skip(reader.varuint());
      else reader.skip(type === 1 ? 8 : type === 5 ? 4 : reader.fail());
    }
    return found ?? 0;
  });
}
