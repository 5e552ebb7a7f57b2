// Compressed frames of the native protocol: a checksum, a method, two sizes, the bytes.
// https://clickhouse.com/docs/native-protocol/compression
import { zstdDecompressSync } from 'node:zlib';
import { MAX_WAITING } from '../../wire-buffer.ts';
import { cityHash128 } from './cityhash.ts';
import { packLz4, unpackLz4 } from './lz4.ts';

const CHECKSUM = 16;
const HEADER = 9;
const METHODS = { none: 0x02, lz4: 0x82, zstd: 0x90 } as const;
/** What one frame holds at most when we write it. */
const FRAME = 1 << 20;

export interface Frame {
  readonly plain: Buffer;
  readonly used: number;
}

/** The frame that the bytes begin with; `checksum` where it was spoilt on its way, as ClickHouse tells apart. */
export function readFrame(bytes: Buffer): Frame | 'more' | 'broken' | 'checksum' {
  if (bytes.length < CHECKSUM + HEADER) return 'more';
  const packed = bytes.readUInt32LE(CHECKSUM + 1);
  const size = bytes.readUInt32LE(CHECKSUM + 5);
  if (packed < HEADER || packed > MAX_WAITING || size > MAX_WAITING) return 'broken';
  if (bytes.length < CHECKSUM + packed) return 'more';
  const sealed = bytes.subarray(CHECKSUM, CHECKSUM + packed);
  if (!cityHash128(sealed).equals(bytes.subarray(0, CHECKSUM))) return 'checksum';
  const plain = unpacked(sealed[0] ?? 0, sealed.subarray(HEADER), size);
  return plain ? { plain, used: CHECKSUM + packed } : 'broken';
}

function unpacked(method: number, block: Buffer, size: number): Buffer | undefined {
  switch (method) {
    case METHODS.none:
      return block.length === size ? block : undefined;
    case METHODS.lz4:
      return unpackLz4(block, size);
    case METHODS.zstd:
      try {
        const plain = zstdDecompressSync(block, { maxOutputLength: Math.max(1, size) });
        return plain.length === size ? plain : undefined;
      } catch {
        // No frame of Zstandard, or one that unpacks to more than it said.
        return undefined;
      }
    default:
      return undefined;
  }
}

/** LZ4 is what servers answer with unless they are told otherwise, and every client reads it. */
export function writeFrames(plain: Buffer): Buffer {
  const frames: Buffer[] = [];
  for (let at = 0; at < plain.length; at += FRAME) {
    const part = plain.subarray(at, at + FRAME);
    const packed = packLz4(part);
    const head = Buffer.alloc(HEADER);
    head[0] = METHODS.lz4;
    head.writeUInt32LE(HEADER + packed.length, 1);
    head.writeUInt32LE(part.length, 5);
    const sealed = Buffer.concat([head, packed]);
    frames.push(cityHash128(sealed), sealed);
  }
  return Buffer.concat(frames);
}
