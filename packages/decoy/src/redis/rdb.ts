// Keys as Redis hands them to replicas and to DUMP: RDB of version 11, in its plain encodings. https://rdb.fnordig.de/file_format.html
import type { Entry, Keyspace } from './keyspace.ts';

const VERSION = 11;
const AUX = 0xfa;
const RESIZE = 0xfb;
const EXPIRES_MS = 0xfc;
const SELECT = 0xfe;
const END = 0xff;
const TYPES: Readonly<Record<Entry['type'], number>> = { string: 0, list: 1, set: 2, zset: 5, hash: 4 };

function length(value: number): Buffer {
  if (value < 64) return Buffer.from([value]);
  if (value < 16_384) return Buffer.from([0x40 | (value >> 8), value & 255]);
  const bytes = Buffer.alloc(5);
  bytes[0] = 0x80;
  bytes.writeUInt32BE(value, 1);
  return bytes;
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([length(bytes.length), bytes]);
}

function double(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
}

function written(entry: Entry): Buffer {
  switch (entry.type) {
    case 'string':
      return text(entry.value);
    case 'list':
    case 'set':
      return Buffer.concat([length(entry.items.length), ...entry.items.map(text)]);
    case 'hash':
      return Buffer.concat([
        length(entry.fields.length),
        ...entry.fields.flatMap(([name, value]) => [text(name), text(value)]),
      ]);
    case 'zset':
      return Buffer.concat([
        length(entry.scores.length),
        ...entry.scores.flatMap(([name, score]) => [text(name), double(score)]),
      ]);
  }
}

/** @param expiry of a key in milliseconds since 1970, where it has one */
export function rdbOf(
  databases: ReadonlyMap<number, Keyspace>,
  version: string,
  now: number,
  expiry: (key: string) => number | undefined,
): Buffer {
  const aux = (name: string, value: string) => Buffer.concat([Buffer.from([AUX]), text(name), text(value)]);
  const parts: Buffer[] = [
    Buffer.from(`REDIS00${VERSION}`),
    aux('redis-ver', version),
    aux('redis-bits', '64'),
    aux('ctime', String(Math.floor(now / 1000))),
  ];
  for (const [number, keys] of databases) {
    const expiring = [...keys.keys()].filter((key) => expiry(key) !== undefined).length;
    parts.push(Buffer.from([SELECT]), length(number), Buffer.from([RESIZE]), length(keys.size), length(expiring));
    for (const [key, entry] of keys) {
      const at = expiry(key);
      if (at !== undefined) {
        const bytes = Buffer.alloc(9);
        bytes[0] = EXPIRES_MS;
        bytes.writeBigInt64LE(BigInt(at), 1);
        parts.push(bytes);
      }
      parts.push(Buffer.from([TYPES[entry.type]]), text(key), written(entry));
    }
  }
  const body = Buffer.concat([...parts, Buffer.from([END])]);
  return Buffer.concat([body, crc64(body)]);
}

/** What DUMP answers and RESTORE takes. */
export function dumpOf(entry: Entry): Buffer {
  const body = Buffer.concat([Buffer.from([TYPES[entry.type]]), written(entry), Buffer.from([VERSION, 0])]);
  return Buffer.concat([body, crc64(body)]);
}

const POLYNOMIAL = 0x95ac9329ac4bc9b5n;
/** The two halves of each entry, since numbers of 64 bits are slow. */
const [HIGH, LOW] = [new Uint32Array(256), new Uint32Array(256)];
for (let byte = 0; byte < 256; byte += 1) {
  let sum = BigInt(byte);
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1n ? (sum >> 1n) ^ POLYNOMIAL : sum >> 1n;
  HIGH[byte] = Number(sum >> 32n);
  LOW[byte] = Number(sum & 0xffff_ffffn);
}

/** CRC-64 of Jones, as Redis has it: of `123456789` it is e9c6d914c4b8d9ca. */
export function crc64(bytes: Buffer): Buffer {
  let [high, low] = [0, 0];
  for (const byte of bytes) {
    const index = (low ^ byte) & 255;
    low = ((low >>> 8) | (high << 24)) ^ (LOW[index] ?? 0);
    high = (high >>> 8) ^ (HIGH[index] ?? 0);
  }
  const sum = Buffer.alloc(8);
  sum.writeUInt32LE(low >>> 0, 0);
  sum.writeUInt32LE(high >>> 0, 4);
  return sum;
}
