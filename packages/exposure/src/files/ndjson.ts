// JSON, one value a line (https://github.com/ndjson/ndjson-spec), or one value over many lines, whose items are the rows where it
// is an array.
import { StreamFault, upToFault } from './byte-stream.ts';
import { bytesFrom, type FileFormat, type OpenFile } from './file-format.ts';
import { linesOf, textOfLine } from './lines.ts';
import { blocksOf } from './row-lines.ts';

/** One JSON value over many lines is read as a whole up to here. */
const LARGEST_DOCUMENT = 64 << 20;
/** So many of the first lines have to be JSON; others may stand between them. */
const SHARE_OF_JSON = 0.5;

export const ndjson: FileFormat = {
  name: 'ndjson',
  layout: 'text',
  recognises: (head) => isLines(textOfHead(head)) || /^\s*(?:\[\s*(?:[[{"]|$)|\{\s*(?:["}]|$))/.test(textOfHead(head)),
  async open(file) {
    const opened = await file.stream();
    if ('code' in opened) return opened;
    const dataset = { container: '', name: file.path, columns: [] };
    const stream = await bytesFrom(opened, file);
    const rows = isLines(textOfHead(opened.head)) ? linesAsRows : documentAsRows;
    return [{ dataset, read: (signal) => blocksOf(undefined, rows(stream, file), file.path, signal) }];
  },
};

function textOfHead(head: Buffer): string {
  return head.toString('utf8').replace(/^\ufeff/, '');
}

/** Whether the first lines are each a JSON object or array, as a rule. */
function isLines(head: string): boolean {
  const lines = head.split('\n');
  // The last line may be cut by the end of the head.
  const whole = (lines.length > 1 ? lines.slice(0, -1) : lines).filter((line) => line.trim() !== '');
  const [first = ''] = lines;
  if (lines.length === 1 && head.length >= 1000) return /^\s*\{\s*"/.test(first);
  const json = whole.filter(isJson).length;
  return json > 0 && json >= whole.length * SHARE_OF_JSON;
}

function isJson(line: string): boolean {
  if (!/^\s*[{[]/.test(line)) return false;
  try {
    return typeof JSON.parse(line) === 'object';
  } catch {
    return false;
  }
}

type Stream = () => Promise<AsyncIterable<Uint8Array>>;

/** Lines that are no JSON stand in many logs between those that are: they are rows of one text. */
async function* linesAsRows(stream: Stream): AsyncGenerator<unknown> {
  const { bytes: read, fault } = upToFault(await stream());
  let isFirst = true;
  for await (const lines of linesOf(read)) {
    for (const { bytes, isCut } of lines) {
      const line = isFirst ? withoutMark(bytes) : bytes;
      isFirst = false;
      if (line.length > 0) yield isCut || !isJson(line.toString('utf8')) ? { line: textOfLine(line) } : line;
    }
  }
  const why = fault();
  if (why) throw new StreamFault(why);
}

function withoutMark(bytes: Buffer): Buffer {
  return bytes.length >= 3 && bytes.readUIntBE(0, 3) === 0xefbbbf ? bytes.subarray(3) : bytes;
}

async function* documentAsRows(stream: Stream, file: OpenFile): AsyncGenerator<unknown> {
  const { bytes, fault } = upToFault(await stream());
  const parts: Uint8Array[] = [];
  let length = 0;
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
  const text = textOfLine(Buffer.concat(parts));
  const document = parsed(text.replace(/^\ufeff/, ''));
  if (document === undefined) yield* asText(text);
  else if (Array.isArray(document)) yield* document;
  else yield document;
  const why = fault();
  if (why) throw new StreamFault(why);
}

/** Damaged or cut JSON, and what only looks like JSON, is text. */
function* asText(text: string): Generator<unknown> {
  for (const line of text.split('\n')) if (line.trim() !== '') yield { line };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
