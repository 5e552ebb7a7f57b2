// RESP, the Redis serialisation protocol: https://redis.io/docs/latest/develop/reference/protocol-spec/
import type { Frame } from '../line.ts';
import { type ByteReader, frameOf } from './reader.ts';

export type RespValue =
  | { readonly type: 'simple' | 'error' | 'bulk'; readonly text: string }
  | { readonly type: 'integer'; readonly value: number }
  | { readonly type: 'null' }
  | { readonly type: 'array'; readonly items: readonly RespValue[] };

/** Replies asked for here are INFO texts and short arrays; more is an attack. */
const MAX_BULK = 1024 * 1024;
const MAX_ITEMS = 4096;
const MAX_DEPTH = 8;
const MAX_LINE = 64 * 1024;

/** Reads one reply. */
export const respReply: Frame<RespValue> = frameOf((reader) => readValue(reader, 0));

/** A command as an array of bulk strings. */
export function respCommand(...words: readonly string[]): string {
  return `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`;
}

function readValue(reader: ByteReader, depth: number): RespValue {
  reader.expect(depth <= MAX_DEPTH);
  const type = String.fromCharCode(reader.u8());
  const line = reader.until(0x0a, MAX_LINE).replace(/\r$/, '');
  switch (type) {
    case '+':
      return { type: 'simple', text: line };
    case '-':
      return { type: 'error', text: line };
    case ':':
      return { type: 'integer', value: integer(reader, line) };
    case '$':
      return readBulk(reader, integer(reader, line));
    case '*':
      return readArray(reader, integer(reader, line), depth);
    default:
      return reader.fail();
  }
}

function readBulk(reader: ByteReader, length: number): RespValue {
  if (length === -1) return { type: 'null' };
  reader.expect(length >= 0 && length <= MAX_BULK);
  const text = reader.utf8(length);
  reader.expect(reader.u8() === 0x0d && reader.u8() === 0x0a);
  return { type: 'bulk', text };
}

function readArray(reader: ByteReader, count: number, depth: number): RespValue {
  if (count === -1) return { type: 'null' };
  reader.expect(count >= 0 && count <= MAX_ITEMS);
  const items: RespValue[] = [];
  for (let i = 0; i < count; i += 1) items.push(readValue(reader, depth + 1));
  return { type: 'array', items };
}

function integer(reader: ByteReader, text: string): number {
  reader.expect(/^-?\d{1,16}$/.test(text));
  return Number(text);
}
