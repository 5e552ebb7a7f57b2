// JSON, one value a line (https://github.com/ndjson/ndjson-spec), or one array of values over many lines.
import type { Block, SourceFault } from '../source.ts';
import { StreamFault } from './byte-stream.ts';
import type { FileFormat, OpenFile } from './file-format.ts';
import { linesOf } from './lines.ts';
import { blocksOf } from './row-lines.ts';

/** One JSON value over many lines is read as a whole up to here; beyond, its lines are read as text. */
const LARGEST_DOCUMENT = 64 << 20;

export const ndjson: FileFormat = {
  name: 'ndjson',
  layout: 'text',
  recognises: (head) => isLines(head) || /^\s*(?:\[\s*[[{]|\{\s*["}])/.test(head.toString('utf8')),
  async open(file) {
    const opened = await file.stream();
    if ('code' in opened) return opened;
    const isOnePerLine = isLines(opened.head);
    const dataset = { container: '', name: file.path, columns: [] };
    let first: typeof opened | undefined = opened;
    const stream = async () => {
      const again = first ?? (await file.stream());
      first = undefined;
      if ('code' in again) throw new StreamFault(again);
      return again.bytes;
    };
    return [
      { dataset, read: (signal) => (isOnePerLine ? passOn(stream, file, signal) : readDocument(stream, file, signal)) },
    ];
  },
};

/** Whether the first lines are each a JSON object or array. */
function isLines(head: Buffer): boolean {
  const lines = head.toString('utf8').split('\n');
  // The last line may be cut by the end of the head.
  const whole = (lines.length > 1 ? lines.slice(0, -1) : lines).filter((line) => line.trim() !== '');
  if (whole.length === 0) return /^\s*\{\s*"/.test(head.toString('utf8'));
  return whole.every((line) => /^\s*[{[]/.test(line) && isJson(line));
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

async function* passOn(
  stream: () => Promise<AsyncIterable<Uint8Array>>,
  file: OpenFile,
  signal: AbortSignal,
): AsyncGenerator<Block | SourceFault> {
  // Lines that are no JSON stand in many logs between those that are: they are rows of one text.
  async function* rows() {
    for await (const lines of linesOf(await stream())) {
      for (const { bytes, isCut } of lines)
        if (bytes.length > 0) yield isCut ? { line: bytes.toString('utf8') } : parsed(bytes);
    }
  }
  yield* blocksOf(undefined, rows(), file.path, signal);
}

function parsed(bytes: Buffer): unknown {
  const line = bytes.toString('utf8');
  try {
    return JSON.parse(line);
  } catch {
    return { line };
  }
}

async function* readDocument(
  stream: () => Promise<AsyncIterable<Uint8Array>>,
  file: OpenFile,
  signal: AbortSignal,
): AsyncGenerator<Block | SourceFault> {
  async function* rows() {
    const parts: Uint8Array[] = [];
    let length = 0;
    const bytes = await stream();
    for await (const part of bytes) {
      parts.push(Uint8Array.from(part));
      length += part.length;
      if (length > LARGEST_DOCUMENT) {
        throw new StreamFault({
          code: 'too large',
          where: file.path,
          message: `a single JSON value of more than ${LARGEST_DOCUMENT >> 20} MiB; write one value a line (jq -c '.[]')`,
        });
      }
    }
    const document: unknown = JSON.parse(Buffer.concat(parts).toString('utf8'));
    if (Array.isArray(document)) yield* document;
    else yield document;
  }
  yield* blocksOf(undefined, rows(), file.path, signal);
}
