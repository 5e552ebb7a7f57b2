// Bytes → events with the line where each begins. The bytes are unpacked, decoded and split here; what the lines are is known by the
// reader of logs.
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { createLogReader, type LogReaderOptions, type LogRecord } from '@vigie/detect';

/** A longer line is no event, and is not kept. */
const MAX_LINE = 16 * 1024 * 1024;

/** The bytes of a file, unpacked where they are gzip's, whatever its name is (RFC 1952: they begin with 1F 8B). @param chunk bytes that are read at a time */
export async function* openFile(path: string, chunk = 1 << 20): AsyncGenerator<Uint8Array> {
  const stream = createReadStream(path, { highWaterMark: chunk });
  const parts = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer, undefined>;
  const first = await parts.next();
  if (first.done === true) return;
  const bytes = rejoined(first.value, parts);
  yield* first.value[0] === 0x1f && first.value[1] === 0x8b ? unpacked(bytes) : bytes;
}

async function* rejoined(first: Buffer, rest: AsyncIterator<Buffer, undefined>): AsyncGenerator<Buffer> {
  try {
    yield first;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

async function* unpacked(bytes: AsyncIterable<Buffer>): AsyncGenerator<Uint8Array> {
  const packed = Readable.from(bytes);
  const gunzip = createGunzip();
  packed.on('error', (error) => gunzip.destroy(error));
  yield* packed.pipe(gunzip);
}

/** A record that may go on is taken as whole where nothing comes for so long. */
const SILENCE_MS = 200;

/** Events by batches, as the bytes come. */
export async function* eventLines(
  bytes: AsyncIterable<Uint8Array>,
  options: LogReaderOptions = {},
): AsyncGenerator<readonly LogRecord[], void> {
  const lines = createLineReader(options);
  const parts = bytes[Symbol.asyncIterator]();
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  try {
    for (;;) {
      const next = parts.next();
      if (lines.isHolding() && !(await isSoon(next))) yield lines.flush();
      const part = await next;
      if (part.done === true) break;
      decoder ??= new TextDecoder(encodingOf(part.value));
      yield lines.add(decoder.decode(part.value, { stream: true }));
    }
  } finally {
    await parts.return?.();
  }
  yield [...lines.add(decoder?.decode() ?? ''), ...lines.end()];
}

/** Whether it comes before a silence is over. */
async function isSoon(next: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, SILENCE_MS, false);
  });
  try {
    return await Promise.race([next.then(() => true), silence]);
  } finally {
    clearTimeout(timer);
  }
}

/** PowerShell writes UTF-16 with a mark. */
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** Reads text piece by piece. */
function createLineReader(options: LogReaderOptions) {
  const reader = createLogReader(options);
  let rest = '';
  let line = 0;
  let isTooLong = false;

  const take = (text: string, out: LogRecord[]) => {
    line += 1;
    if (isTooLong || text.length > MAX_LINE) {
      out.push(...reader.skip(line));
      isTooLong = false;
      return;
    }
    out.push(...reader.add(text, line));
  };

  return {
    add(text: string): readonly LogRecord[] {
      const out: LogRecord[] = [];
      let from = 0;
      for (;;) {
        const feed = text.indexOf('\n', from);
        if (feed < 0) break;
        const piece = text.slice(from, feed);
        take(rest === '' ? piece : rest + piece, out);
        rest = '';
        from = feed + 1;
      }
      if (rest.length + text.length - from > MAX_LINE) {
        isTooLong = true;
        rest = '';
      } else if (!isTooLong) rest += text.slice(from);
      return out;
    },
    /** Whether a record is held, and no piece of another line behind it. */
    isHolding: () => rest === '' && reader.isHolding(),
    flush: () => reader.flush(),
    end(): readonly LogRecord[] {
      const out: LogRecord[] = [];
      if (rest !== '' || isTooLong) take(rest, out);
      out.push(...reader.end());
      return out;
    },
  };
}
