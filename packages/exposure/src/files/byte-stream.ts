// A file's bytes as a stream, unpacked where they are packed: gzip (RFC 1952) and Zstandard (RFC 8878), also within each other.
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import type { SourceFault } from '../source.ts';

/** Bytes at the beginning that tell the format. */
export const HEAD_BYTES = 4096;
/** Archives within archives beyond this are an attack. */
const MOST_LAYERS = 3;

export interface ByteStream {
  /** The first bytes, unpacked; they come again in `bytes`. */
  readonly head: Buffer;
  readonly packed: boolean;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** A stream that failed: told to the reader of the bytes as this error, whose fault has no value in it. */
export class StreamFault extends Error {
  readonly fault: SourceFault;
  constructor(fault: SourceFault) {
    super(fault.message);
    this.fault = fault;
  }
}

/** Opens a file. @returns a fault where it cannot be opened or its first bytes cannot be unpacked */
export async function openFile(path: string): Promise<ByteStream | SourceFault> {
  return openStream(createReadStream(path, { highWaterMark: 1 << 18 }), path);
}

/** The same for bytes that come from elsewhere, such as standard input. */
export async function openStream(stream: AsyncIterable<Uint8Array>, where: string): Promise<ByteStream | SourceFault> {
  try {
    let current = await withHead(telling(stream, where));
    let layers = 0;
    for (let unpack = unpackerOf(current.head); unpack; unpack = unpackerOf(current.head)) {
      layers += 1;
      if (layers > MOST_LAYERS) {
        return {
          code: 'too large',
          where,
          message: `it is packed more than ${MOST_LAYERS} times over; unpack it first`,
        };
      }
      const source = current.bytes;
      const unpacking = unpack();
      pipeline(source, unpacking, () => {
        // Errors reach the reader of `unpacking` itself.
      });
      current = await withHead(telling(unpacking, where));
    }
    return { ...current, packed: layers > 0 };
  } catch (error) {
    return error instanceof StreamFault ? error.fault : faultOf(error, where);
  }
}

function unpackerOf(head: Buffer) {
  if (head[0] === 0x1f && head[1] === 0x8b) return createGunzip;
  return head.length >= 4 && head.readUInt32LE(0) === 0xfd2fb528 ? createZstdDecompress : undefined;
}

async function withHead(
  stream: AsyncIterable<Uint8Array>,
): Promise<{ head: Buffer; bytes: AsyncIterable<Uint8Array> }> {
  const iterator = stream[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let length = 0;
  let done = false;
  while (length < HEAD_BYTES && !done) {
    const part = await iterator.next();
    if (part.done) done = true;
    else {
      // The stream may use its buffer again.
      const copy = Uint8Array.from(part.value);
      first.push(copy);
      length += copy.length;
    }
  }
  async function* whole() {
    yield* first;
    while (!done) {
      const part = await iterator.next();
      if (part.done) return;
      yield part.value;
    }
  }
  return { head: Buffer.concat(first).subarray(0, HEAD_BYTES), bytes: whole() };
}

/** The stream with its errors turned into faults that name the file. */
async function* telling(stream: AsyncIterable<Uint8Array>, where: string): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch (error) {
    throw error instanceof StreamFault ? error : new StreamFault(faultOf(error, where));
  }
}

function faultOf(error: unknown, where: string): SourceFault {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOENT') return { code: 'unreachable', where, message: 'there is no such file; look at the path' };
  if (code === 'EACCES' || code === 'EPERM')
    return { code: 'refused', where, message: 'it may not be read; look at its rights' };
  if (code === 'EISDIR') return { code: 'unsupported', where, message: 'it is a folder, not a file' };
  if (code === 'Z_BUF_ERROR')
    return { code: 'broken', where, message: 'the packed data end too early; what came before was read' };
  if (code.startsWith('Z_') || code.startsWith('ZSTD_') || code === 'ERR_ZLIB') {
    return { code: 'broken', where, message: `the packed data are damaged (${code}); what came before was read` };
  }
  return {
    code: 'broken',
    where,
    message: `it could not be read to its end (${code || 'unknown error'}); what came before was read`,
  };
}
