// Messages of PostgreSQL's protocol, version 3. https://www.postgresql.org/docs/current/protocol-message-formats.html
import type { SqlColumn } from '../sql/catalogue.ts';
import { textOf } from '../sql/compile.ts';
import type { Value } from '../sql/tree.ts';
import { TYPES } from './functions.ts';

export interface Message {
  /** Empty for the first one, which has no type. */
  readonly type: string;
  readonly body: Buffer;
  readonly used: number;
}

/** @param isFirst whether it is the one before which nothing came, or came but requests for encryption */
export function readMessage(bytes: Buffer, isFirst: boolean, maxBytes: number): Message | 'more' | 'broken' {
  const at = isFirst ? 0 : 1;
  if (bytes.length < at + 4) return 'more';
  const length = bytes.readInt32BE(at);
  if (length < 4 || length > (isFirst ? 10_000 : maxBytes)) return 'broken';
  if (bytes.length < at + length) return 'more';
  return {
    type: isFirst ? '' : bytes.toString('latin1', 0, 1),
    body: bytes.subarray(at + 4, at + length),
    used: at + length,
  };
}

/** Texts that end with a zero byte, one after another. */
export function readTexts(
  body: Buffer,
  from: number,
  count: number,
): { readonly texts: readonly string[]; readonly next: number } | undefined {
  const texts: string[] = [];
  let at = from;
  while (texts.length < count && at < body.length) {
    const end = body.indexOf(0, at);
    if (end < 0) return undefined;
    texts.push(body.toString('utf8', at, end));
    at = end + 1;
  }
  return texts.length === count ? { texts, next: at } : undefined;
}

export function message(type: string, ...parts: readonly (Buffer | string)[]): Buffer {
  const body = Buffer.concat(
    parts.map((one) => (typeof one === 'string' ? Buffer.from(`${one.replaceAll('\0', '')}\0`) : one)),
  );
  const head = Buffer.alloc(5);
  head.write(type, 0, 'latin1');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

export function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value | 0);
  return bytes;
}

export function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
}

export const ready = (state: string) => message('Z', Buffer.from(state, 'latin1'));
export const complete = (tag: string) => message('C', tag);

/** Where in its source the server found the fault, which every one of them tells. */
export interface FaultPlace {
  readonly file: string;
  readonly line: number;
  readonly routine: string;
  /** Of the sign in the statement, from 1 on. */
  readonly position?: number;
}

export function errorMessage(severity: 'ERROR' | 'FATAL', code: string, text: string, place?: FaultPlace): Buffer {
  const field = (type: string, value: string) => Buffer.from(`${type}${value.replaceAll('\0', '')}\0`);
  return message(
    'E',
    field('S', severity),
    field('V', severity),
    field('C', code),
    field('M', text),
    ...(place
      ? [
          ...(place.position ? [field('P', String(place.position))] : []),
          field('F', place.file),
          field('L', String(place.line)),
          field('R', place.routine),
        ]
      : []),
    Buffer.from([0]),
  );
}

/** @param formats of the result: none is text, one is for all columns */
export function rowDescription(columns: readonly SqlColumn[], formats: readonly number[] = []): Buffer {
  const fields = columns.map(({ name, type }, at) => {
    const { oid, size } = TYPES[type];
    return Buffer.concat([
      Buffer.from(`${name.replaceAll('\0', '')}\0`),
      int32(0),
      int16(0),
      int32(oid),
      int16(size),
      int32(-1),
      int16(formatOf(formats, at)),
    ]);
  });
  return message('T', int16(columns.length), ...fields);
}

export function dataRow(columns: readonly SqlColumn[], row: readonly Value[], formats: readonly number[]): Buffer {
  const cells = columns.map(({ type }, at) => {
    const value = row[at] ?? null;
    if (value === null) return int32(-1);
    const bytes = formatOf(formats, at) === 1 ? binaryOf(value, type) : Buffer.from(shownText(value));
    return Buffer.concat([int32(bytes.length), bytes]);
  });
  return message('D', int16(columns.length), ...cells);
}

function formatOf(formats: readonly number[], at: number): number {
  return (formats.length === 1 ? formats[0] : formats[at]) ?? 0;
}

export function shownText(value: Value): string {
  return typeof value === 'boolean' ? (value ? 't' : 'f') : textOf(value);
}

/** Microseconds are counted from the year 2000. */
const EPOCH_2000 = Date.UTC(2000, 0, 1);

function binaryOf(value: Value, type: SqlColumn['type']): Buffer {
  switch (type) {
    case 'integer':
    case 'small':
      return int32(Number(value));
    case 'big': {
      const bytes = Buffer.alloc(8);
      bytes.writeBigInt64BE(BigInt(Math.trunc(Number(value)) || 0));
      return bytes;
    }
    case 'number': {
      const bytes = Buffer.alloc(8);
      bytes.writeDoubleBE(Number(value));
      return bytes;
    }
    case 'boolean':
      return Buffer.from([value === true ? 1 : 0]);
    case 'uuid':
      return Buffer.from(textOf(value).replaceAll('-', ''), 'hex');
    case 'time': {
      const bytes = Buffer.alloc(8);
      const time = Date.parse(`${textOf(value).replace(' ', 'T')}Z`);
      bytes.writeBigInt64BE(Number.isNaN(time) ? 0n : BigInt(time - EPOCH_2000) * 1000n);
      return bytes;
    }
    default:
      return Buffer.from(shownText(value));
  }
}
