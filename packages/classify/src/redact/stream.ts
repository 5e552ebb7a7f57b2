// Redacts a stream of bytes line by line, many lines at a time: as a generator, as a Transform of Node and as one of the web.
import { Transform } from 'node:stream';
import { TransformStream } from 'node:stream/web';
import { readPrivateKeys } from './private-keys.ts';
import type { Redactor } from './redactor.ts';

export interface StreamOptions {
  /** Lines longer than this many bytes are withheld, since a value across a cut could pass. 1 MiB unless told. */
  readonly longestLine?: number;
  /** Each line is JSON and redacted by its keys too. */
  readonly json?: boolean;
}

const LINE_FEED = 0x0a;
const DEFAULT_LONGEST_LINE = 1 << 20;
/** Bytes that are read at once. */
const BLOCK = 1 << 20;
/** Of the lines before a block so many bytes are read again, for the words that say what follows them. */
const CONTEXT = 1 << 10;
/** A private key that has not ended after so many bytes is no longer waited for; a key of 16,384 bits has 13 kB. */
const LONGEST_KEY = 1 << 15;

/** Takes parts of a stream and gives redacted lines, whole ones only. */
interface LineRedaction {
  push(part: Uint8Array): Uint8Array[];
  /** What is left at the end of the stream. */
  end(): Uint8Array[];
}

/**
 * Redacts a stream. Whole lines go through as they come, so a line is delayed only until its end; a private key is waited for.
 *
 * @param stream UTF-8 in parts of any size
 * @throws what the stream throws; the unfinished line is then not let through
 * @example for await (const bytes of redactStream(process.stdin, redactor)) process.stdout.write(bytes);
 */
export async function* redactStream(
  stream: AsyncIterable<Uint8Array>,
  redactor: Redactor,
  options: StreamOptions = {},
): AsyncGenerator<Uint8Array> {
  const lines = createLineRedaction(redactor, options);
  for await (const part of stream) yield* lines.push(part);
  yield* lines.end();
}

/**
 * The same as a Transform of Node.
 *
 * @example await pipeline(source, createRedactionTransform(redactor), createWriteStream('app.log'));
 */
export function createRedactionTransform(redactor: Redactor, options: StreamOptions = {}): Transform {
  const lines = createLineRedaction(redactor, options);
  return new Transform({
    transform(part: Buffer, _encoding, done) {
      for (const bytes of lines.push(part)) this.push(bytes);
      done();
    },
    flush(done) {
      for (const bytes of lines.end()) this.push(bytes);
      done();
    },
  });
}

/** The same as a TransformStream of the web. */
export function createRedactionTransformStream(
  redactor: Redactor,
  options: StreamOptions = {},
): TransformStream<Uint8Array, Uint8Array> {
  const lines = createLineRedaction(redactor, options);
  return new TransformStream<Uint8Array, Uint8Array>({
    transform(part, controller) {
      for (const bytes of lines.push(part)) controller.enqueue(bytes);
    },
    flush(controller) {
      for (const bytes of lines.end()) controller.enqueue(bytes);
    },
  });
}

function createLineRedaction(
  redactor: Redactor,
  { longestLine = DEFAULT_LONGEST_LINE, json = false }: StreamOptions,
): LineRedaction {
  const pending = createPending();
  let context: Buffer = Buffer.alloc(0);
  let isTooLong = false;
  const tooLong = (end: string) => Buffer.from(redactor.withhold('longer than the longest line', json) + end);

  /** Redacts whole lines, none of them too long. */
  const redactLines = (lines: Buffer): Uint8Array => {
    const bytes = Buffer.concat([context, lines]);
    const redacted = redactor.redactBytes(bytes, { json, before: context.length });
    context = contextOf(bytes);
    return redacted;
  };
  const redactAll = (lines: Buffer): Uint8Array[] => {
    if (lines.length <= longestLine) return lines.length > 0 ? [redactLines(lines)] : [];
    const redacted: Uint8Array[] = [];
    for (const { bytes, fits, end } of blocksOf(lines, longestLine)) {
      redacted.push(fits ? redactLines(bytes) : tooLong(end));
    }
    return redacted;
  };
  const accept = (part: Buffer): Uint8Array[] => {
    const feed = part.lastIndexOf(LINE_FEED);
    if (isTooLong) {
      const first = part.indexOf(LINE_FEED);
      if (first === -1) return [];
      isTooLong = false;
      return [tooLong('\n'), ...accept(part.subarray(first + 1))];
    }
    pending.add(part);
    if (feed === -1) {
      if (pending.unfinished() > longestLine) {
        const whole = pending.takeLines();
        isTooLong = true;
        pending.clear();
        return redactAll(whole);
      }
      return [];
    }
    return redactAll(pending.takeReady());
  };
  return {
    push(part) {
      const redacted: Uint8Array[] = [];
      for (let from = 0; from < part.length; from += BLOCK) {
        redacted.push(...accept(asBuffer(part.subarray(from, from + BLOCK))));
      }
      return redacted.filter(({ length }) => length > 0);
    },
    end() {
      if (!isTooLong) return redactAll(pending.takeAll());
      isTooLong = false;
      return [...redactAll(pending.takeAll()), tooLong('')];
    },
  };
}

const asBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);

/** Bytes that wait for the end of their line. They are copied: a stream may use its buffer again. */
function createPending() {
  let buffer = Buffer.allocUnsafe(1 << 16);
  let length = 0;
  /** Bytes up to the last line feed. */
  let whole = 0;
  const take = (count: number) => {
    const taken = Buffer.from(buffer.subarray(0, count));
    buffer.copyWithin(0, count, length);
    length -= count;
    whole = Math.max(0, whole - count);
    return taken;
  };
  return {
    add(part: Buffer) {
      if (length + part.length > buffer.length) {
        const wider = Buffer.allocUnsafe(Math.max(buffer.length * 2, length + part.length));
        buffer.copy(wider, 0, 0, length);
        buffer = wider;
      }
      part.copy(buffer, length);
      const feed = part.lastIndexOf(LINE_FEED);
      if (feed !== -1) whole = length + feed + 1;
      length += part.length;
    },
    /** Bytes of the line that has not ended. */
    unfinished: () => length - whole,
    /** Whole lines, but for those of a private key that has not ended. */
    takeReady: () => {
      const { open } = readPrivateKeys(buffer.subarray(0, whole));
      return take(open === -1 || whole - open > LONGEST_KEY ? whole : open);
    },
    takeLines: () => take(whole),
    takeAll: () => take(length),
    clear() {
      length = 0;
      whole = 0;
    },
  };
}

/** Lines in blocks that fit, and lines that are too long. */
function* blocksOf(
  lines: Buffer,
  longestLine: number,
): Generator<{ readonly bytes: Buffer; readonly fits: boolean; readonly end: string }> {
  let from = 0;
  for (let start = 0; start < lines.length; ) {
    const feed = lines.indexOf(LINE_FEED, start);
    const stop = feed === -1 ? lines.length : feed;
    const next = feed === -1 ? lines.length : feed + 1;
    if (stop - start > longestLine) {
      if (start > from) yield { bytes: lines.subarray(from, start), fits: true, end: '' };
      yield { bytes: lines.subarray(start, next), fits: false, end: feed === -1 ? '' : '\n' };
      from = next;
    } else if (next - from > BLOCK && start > from) {
      yield { bytes: lines.subarray(from, start), fits: true, end: '' };
      from = start;
    }
    start = next;
  }
  if (from < lines.length) yield { bytes: lines.subarray(from), fits: true, end: '' };
}

/** What of these lines is read again with the next ones: the last of them, and the first line of a key that goes on. */
function contextOf(bytes: Buffer): Buffer {
  const { open } = readPrivateKeys(bytes);
  const least = Math.max(0, bytes.length - CONTEXT);
  const start = least === 0 ? 0 : bytes.indexOf(LINE_FEED, least) + 1;
  const last = start === 0 && least > 0 ? Buffer.alloc(0) : bytes.subarray(start);
  if (open === -1 || open >= start) return Buffer.from(last);
  const feed = bytes.indexOf(LINE_FEED, open);
  return Buffer.concat([bytes.subarray(open, feed + 1), last]);
}
