// Bytes → events with the line where each begins: lines of JSON, arrays, and objects printed over several lines, as evtx tools
// write them, and lines of access logs. What cannot be read is a fault of its line, and the next line is read.
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { readAccessLog } from '@vigie/detect';

/** A longer line is no event, and is not kept. */
const MAX_LINE = 16 * 1024 * 1024;

export interface EventLine {
  readonly line: number;
  /** The event, or what is wrong with its line. */
  readonly event?: Readonly<Record<string, unknown>>;
  readonly fault?: string;
}

/** The bytes of a file, unpacked where its name ends with .gz. */
export function openFile(path: string): AsyncIterable<Uint8Array> {
  const stream = createReadStream(path, { highWaterMark: 1 << 20 });
  if (!/\.gz$/i.test(path)) return stream;
  const unpacked = createGunzip();
  stream.on('error', (error) => unpacked.destroy(error));
  return stream.pipe(unpacked);
}

/** Events by batches, as the bytes come. */
export async function* eventLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<readonly EventLine[]> {
  const reader = createLineReader();
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for await (const part of bytes) {
    decoder ??= new TextDecoder(encodingOf(part));
    yield reader.add(decoder.decode(part, { stream: true }));
  }
  yield [...reader.add(decoder?.decode() ?? ''), ...reader.end()];
}

/** PowerShell writes UTF-16 with a mark. */
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** Reads text piece by piece. */
function createLineReader() {
  let rest = '';
  let line = 0;
  let isTooLong = false;
  const document = createDocument();

  const take = (text: string, out: EventLine[]) => {
    line += 1;
    if (isTooLong || text.length > MAX_LINE) {
      out.push({ line, fault: 'it is longer than 16 MiB' });
      isTooLong = false;
      return;
    }
    document.add(text, line, out);
  };

  return {
    add(text: string): readonly EventLine[] {
      const out: EventLine[] = [];
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
    end(): readonly EventLine[] {
      const out: EventLine[] = [];
      if (rest !== '' || isTooLong) take(rest, out);
      document.end(out);
      return out;
    },
  };
}

/** What frames events without being one: brackets of an array, and the headings of evtx_dump. */
const FRAME = /^(?:[[\],]*|Record \d+)$/;

/** Puts together what is printed over several lines. */
function createDocument() {
  let lines: string[] = [];
  let size = 0;
  let begunAt = 0;
  const isOpen = () => lines.length > 0;

  const fail = (out: EventLine[]) => {
    out.push({ line: begunAt, fault: 'it begins an object that is not finished' });
    lines = [];
    size = 0;
  };

  const add = (raw: string, line: number, out: EventLine[]): void => {
    const text = raw.trim();
    if (!isOpen()) {
      if (FRAME.test(text)) return;
      if (text !== '{' && text !== '[{') {
        out.push(...eventsIn(text, line));
        return;
      }
      begunAt = line;
    }
    lines.push(raw);
    size += raw.length;
    // Printers indent, so that only the last line of an object has its brace where the first one has.
    const indent = /^\s*/.exec(lines[0] ?? '')?.[0] ?? '';
    if (/^\}\]?,?$/.test(text) && raw.startsWith(indent) && !/^\s/.test(raw.slice(indent.length))) {
      const whole = lines.join('\n').trim().replace(/^\[/, '').replace(/\]$/, '');
      lines = [];
      size = 0;
      out.push(...eventsIn(whole, begunAt));
    } else if (size > MAX_LINE) fail(out);
    else if (line > begunAt && raw.startsWith('{') && text.endsWith('}')) {
      // A whole line of JSON: what began before was cut off.
      fail(out);
      out.push(...eventsIn(text, line));
    }
  };

  return {
    add,
    end: (out: EventLine[]) => {
      if (isOpen()) fail(out);
    },
  };
}

function eventsIn(text: string, line: number): EventLine[] {
  let value: unknown;
  try {
    value = JSON.parse(text.endsWith(',') ? text.slice(0, -1) : text);
  } catch {
    const access = readAccessLog(text);
    if (access) return [{ line, event: access }];
    // The parser quotes what it read, which may be somebody's.
    return [{ line, fault: 'it is neither JSON nor a line of an access log' }];
  }
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.map(
    (one): EventLine => (isObject(one) ? { line, event: one } : { line, fault: 'it is JSON, and no object' }),
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
