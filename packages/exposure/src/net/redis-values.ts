// Values of Redis' keys as rows: texts together, hashes, sets and sorted sets by their cursors, lists and streams by ranges,
// each with bounds on what one question may bring. https://redis.io/docs/latest/commands/hscan/
import type { Block, SourceFault } from '../source.ts';
import { faultOf } from './fault.ts';
import { faultOfError, type RedisCommand, type RedisConversation } from './redis-session.ts';
import type { RespValue } from './resp.ts';
import type { RowPacker } from './row-packer.ts';

export const COLUMNS = ['key', 'type', 'field', 'value'];

/** Keys that are asked for, or looked at by the server, at once. */
export const BATCH = 200;
/** Elements of one key that are asked for at once. */
const ELEMENTS = 500;
/** Of a text that is longer, what comes after is left out, and said. */
const MAX_VALUE_BYTES = 1 << 20;
/** Texts that are asked for at once are at most so long together. */
const BATCH_BYTES = 8 << 20;
/** A key that takes less memory in the server is asked for together with others: 200 of them are 6 MiB. */
const SMALL_BYTES = 32 << 10;
/** Answers without an element, one after the other, beyond which a cursor goes nowhere. */
const MOST_EMPTY = 10_000;

export interface RedisReading {
  readonly conversation: RedisConversation;
  readonly place: string;
  readonly packer: RowPacker;
  /** Rows of the sample that are still wanted. */
  left: number;
  readonly perKey: number;
  readonly leftOut: { binary: number; long: number };
}

export interface Scanned {
  readonly cursor: string;
  readonly items: readonly Buffer[];
}

export async function scan(
  { conversation, place }: RedisReading,
  command: RedisCommand,
): Promise<Scanned | SourceFault> {
  const replies = await conversation.ask([command], place);
  if ('code' in replies) return replies;
  return readScan(replies[0], place);
}

function readScan(reply: RespValue | undefined, place: string): Scanned | SourceFault {
  if (reply?.type === 'error') return faultOfError(reply.text, place);
  const [cursor, items] = reply?.type === 'array' ? reply.items : [];
  const digits = cursor?.type === 'bulk' ? (cursor.bytes?.toString('latin1') ?? '') : '';
  if (!/^\d{1,20}$/.test(digits) || items?.type !== 'array') {
    return faultOf('broken', place, 'its answer to a scan is not as Redis gives it');
  }
  return { cursor: digits, items: bulksOf(items) };
}

/** Rows of all values of these keys. */
export async function* readKeys(
  reading: RedisReading,
  keys: readonly Buffer[],
): AsyncGenerator<Block, SourceFault | undefined> {
  const { conversation, place } = reading;
  for (let at = 0; at < keys.length && reading.left > 0; at += BATCH) {
    const batch = keys.slice(at, at + BATCH);
    const types = await conversation.ask(
      batch.map((key) => ['TYPE', key]),
      place,
    );
    if ('code' in types) return types;
    const texts: Buffer[] = [];
    const walked: Walked[] = [];
    for (const [index, key] of batch.entries()) {
      const type = types[index];
      if (type?.type === 'error') {
        // A user may have the right to some keys only, and a member of a cluster holds only its own.
        const fault = faultOfError(type.text, place);
        if (fault.code !== 'refused') return fault;
        continue;
      }
      const name = type?.type === 'simple' ? type.text : '';
      const way = CURSORS[name];
      if (name === 'string') texts.push(key);
      else if (way) walked.push({ key, type: name, ...way });
      else {
        const end = yield* readElements(reading, key, name);
        if (end) return end;
      }
    }
    const end = (yield* readTexts(reading, texts)) ?? (yield* readWalked(reading, walked));
    if (end) return end;
  }
  return undefined;
}

async function* readTexts(
  reading: RedisReading,
  keys: readonly Buffer[],
): AsyncGenerator<Block, SourceFault | undefined> {
  const { conversation, place } = reading;
  const sizes = await conversation.ask(
    keys.map((key) => ['STRLEN', key]),
    place,
  );
  if ('code' in sizes) return sizes;
  for (let from = 0; from < keys.length && reading.left > 0; ) {
    let to = from;
    for (let bytes = 0; to < keys.length && (to === from || bytes <= BATCH_BYTES); to += 1) {
      const size = sizes[to];
      bytes += Math.min(MAX_VALUE_BYTES, size?.type === 'integer' ? size.value : 0);
    }
    const batch = keys.slice(from, to);
    // A range, so that a text which has grown meanwhile is not longer than it was asked for.
    const values = await conversation.ask(
      batch.map((key) => ['GETRANGE', key, '0', String(MAX_VALUE_BYTES - 1)]),
      place,
    );
    if ('code' in values) return values;
    for (const [index, key] of batch.entries()) {
      const value = values[index];
      const size = sizes[from + index];
      if (size?.type === 'integer' && size.value > MAX_VALUE_BYTES) reading.leftOut.long += 1;
      if (value?.type === 'bulk' && value.bytes) yield* addRow(reading, key, 'string', undefined, value.bytes);
    }
    from = to;
  }
  return undefined;
}

/** A key whose elements are walked by a cursor. */
interface Walked {
  readonly key: Buffer;
  readonly type: string;
  readonly command: string;
  /** Texts of an element: a hash gives field and value, a sorted set member and score. */
  readonly width: 1 | 2;
}

const CURSORS: Readonly<Record<string, Pick<Walked, 'command' | 'width'>>> = {
  hash: { command: 'HSCAN', width: 2 },
  set: { command: 'SSCAN', width: 1 },
  zset: { command: 'ZSCAN', width: 2 },
};

/** Small keys are asked for together, each of the others by itself: how small they are, the server tells first. */
async function* readWalked(
  reading: RedisReading,
  walked: readonly Walked[],
): AsyncGenerator<Block, SourceFault | undefined> {
  const { conversation, place } = reading;
  const sizes = await conversation.ask(
    walked.map(({ key }) => ['MEMORY', 'USAGE', key]),
    place,
  );
  if ('code' in sizes) return sizes;
  const isSmall = (index: number) => {
    const size = sizes[index];
    return size?.type === 'integer' && size.value <= SMALL_BYTES;
  };
  const small = walked.filter((_, index) => isSmall(index));
  const firsts = await conversation.ask(
    small.map(({ key, command }) => [command, key, '0', 'COUNT', String(Math.min(reading.perKey, ELEMENTS))]),
    place,
  );
  if ('code' in firsts) return firsts;
  for (const [index, one] of small.entries()) {
    const end = yield* byCursor(reading, one, firsts[index]);
    if (end) return end;
  }
  for (const [index, one] of walked.entries()) {
    const end = isSmall(index) ? undefined : yield* byCursor(reading, one, undefined);
    if (end) return end;
  }
  return undefined;
}

/** Types whose elements are walked by ranges. */
async function* readElements(
  reading: RedisReading,
  key: Buffer,
  type: string,
): AsyncGenerator<Block, SourceFault | undefined> {
  if (type === 'list') return yield* readList(reading, key);
  if (type === 'stream') return yield* readStream(reading, key);
  // It went away since it was listed ("none"), or a module keeps it in a form of its own.
  if (type !== 'none') reading.leftOut.binary += 1;
  return undefined;
}

/** @param first - the answer to the first question, where it was asked already */
async function* byCursor(
  reading: RedisReading,
  { key, type, command, width }: Walked,
  first: RespValue | undefined,
): AsyncGenerator<Block, SourceFault | undefined> {
  let left = reading.perKey;
  let turns = 0;
  for (let cursor = '0'; left > 0 && reading.left > 0; ) {
    const question = [command, key, cursor, 'COUNT', String(Math.min(left, ELEMENTS))];
    const scanned = first && turns === 0 ? readScan(first, reading.place) : await scan(reading, question);
    if ('code' in scanned) return scanned.code === 'refused' ? undefined : scanned;
    const { items } = scanned;
    // What is packed tightly in memory comes all at once, however few are asked for.
    for (let at = 0; at + width <= items.length && left > 0; at += width) {
      const [member, value] = [items[at], items[at + 1]];
      if (!member) continue;
      left -= 1;
      // The score of a sorted set is a number of ranking; its member is what was put in.
      if (type === 'hash' && value) yield* addRow(reading, key, type, member, value);
      else yield* addRow(reading, key, type, undefined, member);
    }
    turns += 1;
    if (scanned.cursor === '0') return undefined;
    const repeats = scanned.cursor === cursor || (items.length === 0 && turns > MOST_EMPTY);
    if (repeats) return faultOf('broken', reading.place, 'its scan of a key has no end: reading was stopped');
    cursor = scanned.cursor;
  }
  return undefined;
}

async function* readList(reading: RedisReading, key: Buffer): AsyncGenerator<Block, SourceFault | undefined> {
  const { conversation, place } = reading;
  const sized = await conversation.ask([['LLEN', key]], place);
  if ('code' in sized) return sized;
  const length = sized[0]?.type === 'integer' ? Math.min(sized[0].value, reading.perKey) : 0;
  for (let from = 0; from < length && reading.left > 0; from += ELEMENTS) {
    const to = Math.min(from + ELEMENTS, length) - 1;
    const replies = await conversation.ask([['LRANGE', key, String(from), String(to)]], place);
    if ('code' in replies) return replies;
    for (const value of itemsOf(replies[0])) yield* addRow(reading, key, 'list', undefined, value);
  }
  return undefined;
}

async function* readStream(reading: RedisReading, key: Buffer): AsyncGenerator<Block, SourceFault | undefined> {
  const { conversation, place } = reading;
  let left = reading.perKey;
  for (let after = '-'; left > 0 && reading.left > 0; ) {
    // `(` for "after" came with 6.2; before, the next id is made from the last.
    const replies = await conversation.ask(
      [['XRANGE', key, after, '+', 'COUNT', String(Math.min(left, ELEMENTS))]],
      place,
    );
    if ('code' in replies) return replies;
    const entries = replies[0]?.type === 'array' ? replies[0].items : [];
    for (const entry of entries) {
      const pairs = entry.type === 'array' ? itemsOf(entry.items[1]) : [];
      left -= 1;
      for (let at = 0; at + 1 < pairs.length; at += 2) {
        const [field, value] = [pairs[at], pairs[at + 1]];
        if (field && value) yield* addRow(reading, key, 'stream', field, value);
      }
    }
    const last = entries.at(-1);
    const id = last?.type === 'array' ? last.items[0] : undefined;
    const next = id?.type === 'bulk' ? nextId(id.bytes?.toString('latin1') ?? '') : undefined;
    if (next === undefined || entries.length < Math.min(ELEMENTS, left + entries.length)) return undefined;
    if (after !== '-' && !isAfter(next, after))
      return faultOf('broken', place, 'its stream repeats: reading was stopped');
    after = next;
  }
  return undefined;
}

/** Ids are milliseconds and a number, both of 64 bits. */
function nextId(id: string): string | undefined {
  const [, time, number] = id.match(/^(\d{1,20})-(\d{1,20})$/) ?? [];
  return time === undefined || number === undefined ? undefined : `${time}-${BigInt(number) + 1n}`;
}

function isAfter(id: string, other: string): boolean {
  const [time = '0', number = '0'] = id.split('-');
  const [otherTime = '0', otherNumber = '0'] = other.split('-');
  return BigInt(time) === BigInt(otherTime) ? BigInt(number) > BigInt(otherNumber) : BigInt(time) > BigInt(otherTime);
}

// ---- rows

function* addRow(
  reading: RedisReading,
  key: Buffer,
  type: string,
  field: Buffer | undefined,
  value: Buffer,
): Generator<Block> {
  if (reading.left <= 0) return;
  const isLong = value.length > MAX_VALUE_BYTES;
  if (isLong && type !== 'string') reading.leftOut.long += 1;
  const texts = [
    textOf(key),
    type,
    field && textOf(field),
    textOf(isLong ? value.subarray(0, MAX_VALUE_BYTES) : value),
  ];
  if (texts[3] === undefined) reading.leftOut.binary += 1;
  const full = reading.packer.addBytes(Buffer.from(JSON.stringify(texts.map((text) => text ?? null))));
  reading.left -= 1;
  if (full) yield full;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Bytes that are no text have none; a text that was cut within its last character loses only that. */
function textOf(bytes: Buffer): string | undefined {
  for (let cut = 0; cut < 4; cut += 1) {
    try {
      return utf8.decode(bytes.subarray(0, bytes.length - cut));
    } catch {
      if (bytes.length < MAX_VALUE_BYTES) return undefined;
    }
  }
  return undefined;
}

/** What was not read of values that were met, as the last item. */
export function faultOfLeftOut({ leftOut, place }: RedisReading): SourceFault | undefined {
  const { binary, long } = leftOut;
  const parts = [
    ...(binary > 0 ? [`${binary} values are no text and were left out`] : []),
    ...(long > 0 ? [`of ${long} values only the first mebibyte was read`] : []),
  ];
  return parts.length === 0 ? undefined : faultOf(long > 0 ? 'too large' : 'unsupported', place, parts.join('; '));
}

function bulksOf(list: { readonly items: readonly RespValue[] }): Buffer[] {
  return list.items.flatMap((item) => (item.type === 'bulk' && item.bytes ? [item.bytes] : []));
}

function itemsOf(reply: RespValue | undefined): Buffer[] {
  return reply?.type === 'array' ? bulksOf(reply) : [];
}
