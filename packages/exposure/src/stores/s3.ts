// Buckets of S3 and of what speaks its protocol as a source: each object is a file, read by its format.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
import { type ByteStream, openStream, StreamFault } from '../files/byte-stream.ts';
import type { OpenFile } from '../files/file-format.ts';
import { formatOf, isBinary } from '../files/formats.ts';
import type { NetHost } from '../net/connect.ts';
import { faultOf, isFaultValue, placeOf } from '../net/fault.ts';
import type { StoreLocation } from '../net/location.ts';
import type { S3Object } from '../net/s3-listing.ts';
import { createS3Session, type S3Session } from '../net/s3-session.ts';
import { type Block, type Dataset, isFault, type ReadRequest, type Source, type SourceFault } from '../source.ts';

/** Objects of a sample: spread over the pages that are looked at, the same ones each time. */
const SAMPLE_OBJECTS = 40;
const SAMPLE_PAGES = 20;
/** A bucket with more objects is named; its first ones are read. */
const MOST_OBJECTS = 10_000_000;
/** Empty pages, one after the other, beyond which a listing goes nowhere. */
const MOST_EMPTY = 100;
/** What a packed object may hold: text packs ten to one, a bomb a thousand to one. */
const MOST_UNPACKED = 200;
const SPARE_UNPACKED = 16 << 20;
/** Formats that have to lie in memory as a whole. */
const MOST_IN_MEMORY = 64 << 20;

/**
 * Opens an S3 store by path style. Nothing is connected to before the first question.
 *
 * @param location - `user` and `password` are the access and the secret key, absent: as nobody; `database` is a bucket, or a
 *   bucket and, after a slash, what the keys of its objects begin with
 */
export function openS3(location: StoreLocation, host: NetHost): Source {
  const session = createS3Session(location, host);
  const closing = new AbortController();
  const [bucket, ...rest] = (location.database ?? '').split('/');
  const prefix = rest.join('/');

  async function datasets(outer: AbortSignal): Promise<readonly Dataset[] | SourceFault> {
    const signal = AbortSignal.any([outer, closing.signal]);
    const datasetOf = (name: string): Dataset => ({ container: 'buckets', name, columns: [] });
    if (bucket === undefined || bucket === '') {
      const names = await session.buckets(signal);
      return 'code' in names ? names : names.map(datasetOf);
    }
    const asked = { bucket, prefix, token: undefined, place: placeOf(session.where, 'buckets', bucket), signal };
    const page = await session.page(asked);
    return 'code' in page ? page : [datasetOf(bucket)];
  }

  async function* read({ dataset, sample, signal: outer }: ReadRequest): AsyncGenerator<Block | SourceFault> {
    const signal = AbortSignal.any([outer, closing.signal]);
    const place = placeOf(session.where, dataset.container, dataset.name);
    const reading: Reading = {
      session,
      bucket: dataset.name,
      prefix: dataset.name === bucket ? prefix : '',
      place,
      signal,
      unread: new Map(),
    };
    const end = yield* sample === undefined ? readAll(reading) : readSample(reading, Math.max(1, Math.floor(sample)));
    const fault = end ?? faultOfUnread(reading);
    if (fault) yield fault;
  }

  return {
    product: 's3',
    datasets,
    read,
    close: async () => {
      closing.abort();
      session.close();
    },
  };
}

interface Reading {
  readonly session: S3Session;
  readonly bucket: string;
  readonly prefix: string;
  readonly place: string;
  readonly signal: AbortSignal;
  /** Objects that were not read to their end, by the reason. */
  readonly unread: Map<string, number>;
}

// ---- listing

async function* pagesOf(reading: Reading): AsyncGenerator<readonly S3Object[] | SourceFault> {
  const { session, bucket, prefix, place, signal } = reading;
  let token: string | undefined;
  let seen = 0;
  let empty = 0;
  for (;;) {
    const page = await session.page({ bucket, prefix, token, place, signal });
    if (isFaultValue(page)) return yield page;
    yield page.objects;
    if (page.next === undefined) return;
    seen += page.objects.length;
    empty = page.objects.length === 0 ? empty + 1 : 0;
    if (page.next === token || empty > MOST_EMPTY) {
      return yield faultOf('broken', place, 'its listing repeats: what comes after was not read');
    }
    if (seen >= MOST_OBJECTS) {
      return yield faultOf(
        'too large',
        place,
        'it has more than ten million objects: name a part of it as s3://host/bucket/prefix',
      );
    }
    token = page.next;
  }
}

async function* readAll(reading: Reading): AsyncGenerator<Block | SourceFault, SourceFault | undefined> {
  for await (const page of pagesOf(reading)) {
    if (isFaultValue(page)) return page;
    for (const object of page) {
      const end = yield* readObject(reading, object, Number.POSITIVE_INFINITY);
      if (end) return end;
    }
  }
  return undefined;
}

async function* readSample(
  reading: Reading,
  wanted: number,
): AsyncGenerator<Block | SourceFault, SourceFault | undefined> {
  let kept: S3Object[] = [];
  let every = 1;
  let seen = 0;
  let pages = 0;
  for await (const page of pagesOf(reading)) {
    if (isFaultValue(page)) return page;
    for (const object of page) {
      if (object.bytes === 0) continue;
      if (seen % every === 0) kept.push(object);
      seen += 1;
      // Twice too many: every other one of those that are kept, and half as many from here on.
      if (kept.length >= SAMPLE_OBJECTS * 2) {
        kept = kept.filter((_, index) => index % 2 === 0);
        every *= 2;
      }
    }
    pages += 1;
    if (pages >= SAMPLE_PAGES) break;
  }
  // Small ones first, so that the rows which they lack are taken from the large ones.
  kept.sort((a, b) => a.bytes - b.bytes);
  let left = wanted;
  for (const [index, object] of kept.entries()) {
    if (left <= 0) break;
    const share = Math.ceil(left / (kept.length - index));
    const read = readObject(reading, object, share);
    for (let item = await read.next(); ; item = await read.next()) {
      if (item.done) {
        if (item.value) return item.value;
        break;
      }
      if (!isFault(item.value)) left -= item.value.rows;
      yield item.value;
    }
  }
  return undefined;
}

// ---- objects

/** Rows of one object; what is wrong with one of them does not end the reading of the others, a lost store does. */
async function* readObject(
  reading: Reading,
  object: S3Object,
  most: number,
): AsyncGenerator<Block, SourceFault | undefined> {
  if (object.bytes === 0) return undefined;
  const input = await streamOf(reading, object);
  if ('code' in input) return unreadable(reading, input);
  const format = formatOf(input.head, object.key);
  const isTooLarge = format.layout === 'table' && (input.packed || object.bytes > MOST_IN_MEMORY);
  if (isTooLarge || (format.name === 'text' && isBinary(input.head))) {
    await input.close();
    return setAside(
      reading,
      isTooLarge ? `${format.name} that has to be read from a disk` : 'no text and no known format',
    );
  }
  let first: ByteStream | undefined = input;
  const file: OpenFile = {
    path: object.key,
    async stream() {
      const opened = first ?? (await streamOf(reading, object));
      first = undefined;
      return opened;
    },
  };
  const contents = await format.open(file);
  if ('code' in contents) {
    await input.close();
    return unreadable(reading, contents);
  }
  let left = most;
  for (const { read, close } of contents) {
    try {
      for await (const item of read(reading.signal)) {
        if (isFault(item)) return unreadable(reading, item);
        const block = item.rows > left ? headOf(item, left) : item;
        left -= block.rows;
        yield block;
        if (left <= 0) return undefined;
      }
    } finally {
      close?.();
    }
  }
  return undefined;
}

async function streamOf(reading: Reading, object: S3Object): Promise<ByteStream | SourceFault> {
  const { session, bucket, place, signal } = reading;
  // A range, so that an object which has grown meanwhile is read as far as it was listed.
  const range = [0, object.bytes - 1] as const;
  const answer = await session.object({ bucket, key: object.key, range, place, signal });
  if (isFaultValue(answer)) return answer;
  const stream = await openStream(bytesOf(answer.body, object.bytes, place), place);
  if ('code' in stream) {
    answer.close();
    return stream;
  }
  const most = object.bytes * MOST_UNPACKED + SPARE_UNPACKED;
  return {
    ...stream,
    bytes: upTo(stream.bytes, most, place),
    async close() {
      answer.close();
      await stream.close();
    },
  };
}

async function* bytesOf(
  body: AsyncIterable<Uint8Array | SourceFault>,
  told: number,
  place: string,
): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const piece of body) {
    if (isFaultValue(piece)) throw new StreamFault(piece);
    length += piece.length;
    if (length > told) throw new StreamFault(faultOf('broken', place, 'an object is longer than its listing says'));
    yield piece;
  }
}

async function* upTo(bytes: AsyncIterable<Uint8Array>, most: number, place: string): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const piece of bytes) {
    length += piece.length;
    if (length > most)
      throw new StreamFault(faultOf('too large', place, 'an object unpacks to more than any text does'));
    yield piece;
  }
}

/** The first rows of a block. */
function headOf(block: Block, rows: number): Block {
  let end = 0;
  for (let row = 0; row < rows; row += 1) end = block.bytes.indexOf(0x0a, end) + 1;
  return { columns: block.columns, bytes: block.bytes.slice(0, end), rows };
}

// ---- what was not read

/** A fault of the store ends the reading; one of an object is counted. */
function unreadable(reading: Reading, fault: SourceFault): SourceFault | undefined {
  if (reading.signal.aborted || ['lost', 'timeout', 'unreachable', 'out of scope'].includes(fault.code)) {
    return { ...fault, where: reading.place };
  }
  const reasons: Readonly<Partial<Record<SourceFault['code'], string>>> = {
    refused: 'not to be read with these keys',
    'too large': 'too large',
    unsupported: 'of a format that has to be read from a disk',
  };
  return setAside(reading, reasons[fault.code] ?? 'damaged');
}

function setAside({ unread }: Reading, reason: string): undefined {
  unread.set(reason, (unread.get(reason) ?? 0) + 1);
}

/** Without their keys: names of objects are often names of people. */
function faultOfUnread({ unread, place }: Reading): SourceFault | undefined {
  if (unread.size === 0) return undefined;
  const parts = [...unread].map(([reason, objects]) => `${objects} ${reason}`);
  return faultOf('unsupported', place, `objects that were not read, or not to their end: ${parts.join(', ')}`);
}
