// A file's bytes as a stream of UTF-8, unpacked where they are packed: gzip (RFC 1952) and Zstandard (RFC 8878), also within each
// other. UTF-16 becomes UTF-8; all other bytes stay as they are, whatever their encoding, so that offsets are those of the file.
import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import type { SourceFault } from '../source.ts';

/** Bytes at the beginning that tell the format. */
const HEAD_BYTES = 4096;
/** Archives within archives beyond this are an attack. */
const MOST_LAYERS = 3;
/** What is unpacked at once. */
const CHUNK_BYTES = 1 << 16;

/** How the characters are written. `other`: not UTF-8, such as Latin-1; the bytes are read as they are. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'other';

export interface ByteStream {
  /** The first bytes, unpacked and as UTF-8; they come again in `bytes`. */
  readonly head: Buffer;
  readonly packed: boolean;
  /** What the file is written in; `bytes` are UTF-8 for all but `other`. */
  readonly encoding: Encoding;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Lets go of the file where `bytes` is not read. */
  close(): Promise<void>;
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
export async function openFile(path: string, where = path): Promise<ByteStream | SourceFault> {
  return openStream(createReadStream(path, { highWaterMark: 1 << 18 }), where);
}

/** The same for bytes that come from elsewhere, such as standard input. */
export async function openStream(stream: AsyncIterable<Uint8Array>, where: string): Promise<ByteStream | SourceFault> {
  let current = await withHead(telling(stream, where));
  let layers = 0;
  for (let unpack = unpackerOf(current.head); unpack; unpack = unpackerOf(current.head)) {
    layers += 1;
    if (layers > MOST_LAYERS) {
      await current.close();
      return { code: 'too large', where, message: `it is packed more than ${MOST_LAYERS} times over; unpack it first` };
    }
    const unpacking = unpack({ chunkSize: CHUNK_BYTES, readableHighWaterMark: 1 });
    // Errors reach the reader of `unpacking` itself.
    pipeline(current.bytes, unpacking, () => {});
    current = await withHead(telling(unpacking, where));
  }
  const { failure, head } = current;
  if (failure && head.length === 0) return failure.fault;
  const encoding = encodingOf(head);
  const packed = layers > 0;
  if (encoding !== 'utf-16le' && encoding !== 'utf-16be') return { ...current, packed, encoding };
  const before = current;
  const recoded = await withHead(fromUtf16(before.bytes, encoding));
  return { ...recoded, packed, encoding, close: before.close };
}

interface Opened {
  readonly head: Buffer;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Why the head is shorter than it could be; told again at its place in `bytes`. */
  readonly failure: StreamFault | undefined;
  close(): Promise<void>;
}

/**
 * The readable side of an unpacker holds at most one chunk: with more, those that wait when damaged data are met would be lost
 * together with the stream.
 */
type Unpack = (options: { chunkSize: number; readableHighWaterMark: number }) => ReturnType<typeof createGunzip>;

function unpackerOf(head: Buffer): Unpack | undefined {
  if (head[0] === 0x1f && head[1] === 0x8b) return createGunzip as Unpack;
  const isZstd = head.length >= 4 && head.readUInt32LE(0) === 0xfd2fb528;
  return isZstd ? (createZstdDecompress as unknown as Unpack) : undefined;
}

async function withHead(stream: AsyncIterable<Uint8Array>): Promise<Opened> {
  const iterator = stream[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let length = 0;
  let done = false;
  let failure: StreamFault | undefined;
  while (length < HEAD_BYTES && !done) {
    try {
      const part = await iterator.next();
      if (part.done) done = true;
      else {
        // The stream may use its buffer again.
        first.push(Uint8Array.from(part.value));
        length += part.value.length;
      }
    } catch (error) {
      if (!(error instanceof StreamFault)) throw error;
      failure = error;
      done = true;
    }
  }
  async function* whole() {
    try {
      yield* first;
      if (failure) throw failure;
      while (!done) {
        const part = await iterator.next();
        if (part.done) return;
        yield part.value;
      }
    } finally {
      await iterator.return?.();
    }
  }
  return {
    head: Buffer.concat(first).subarray(0, HEAD_BYTES),
    bytes: whole(),
    failure,
    close: async () => void (await iterator.return?.()),
  };
}

/** The stream with its errors turned into faults that name the file. */
async function* telling(stream: AsyncIterable<Uint8Array>, where: string): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch (error) {
    throw error instanceof StreamFault ? error : new StreamFault(faultOf(error, where));
  }
}

function encodingOf(head: Buffer): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  for (let at = 0; at < head.length; at += 1) if (head[at] === 0) zeros[at & 1] = (zeros[at & 1] as number) + 1;
  const [even = 0, odd = 0] = zeros;
  // Western text in UTF-16 without a mark: nearly every second byte is zero, and none of the others.
  if (head.length >= 8 && odd > head.length * 0.4 && even === 0) return 'utf-16le';
  if (head.length >= 8 && even > head.length * 0.4 && odd === 0) return 'utf-16be';
  return isUtf8(wholeCharacters(head)) ? 'utf-8' : 'other';
}

/** Without a character that the end of the head cuts. */
function wholeCharacters(head: Buffer): Buffer {
  if (head.length < HEAD_BYTES) return head;
  let end = head.length;
  while (end > head.length - 4 && ((head[end - 1] as number) & 0xc0) === 0x80) end -= 1;
  return head.subarray(0, (head[end - 1] as number) >= 0xc0 ? end - 1 : head.length);
}

async function* fromUtf16(
  bytes: AsyncIterable<Uint8Array>,
  encoding: 'utf-16le' | 'utf-16be',
): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding);
  for await (const part of bytes) {
    const text = decoder.decode(part, { stream: true });
    if (text !== '') yield Buffer.from(text, 'utf8');
  }
  const rest = decoder.decode();
  if (rest !== '') yield Buffer.from(rest, 'utf8');
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

/** The bytes up to where they fail; why they do is then in `fault`, so that what came before can be read to its end. */
export function upToFault(bytes: AsyncIterable<Uint8Array>): {
  readonly bytes: AsyncGenerator<Uint8Array>;
  fault(): SourceFault | undefined;
} {
  let fault: SourceFault | undefined;
  async function* read() {
    try {
      yield* bytes;
    } catch (error) {
      if (!(error instanceof StreamFault)) throw error;
      fault = error.fault;
    }
  }
  return { bytes: read(), fault: () => fault };
}
