// Cuts a stream of bytes into blocks of whole lines, each with memory of its own, and never decodes a value. Two forms are
// read: one JSON array a line (JSONCompactEachRow), and ClickHouse's JSONCompact, whose rows also stand on lines of their
// own between a head and a tail. https://clickhouse.com/docs/interfaces/formats/JSONCompact
import { BLOCK_BYTES, type BlockMemory, createBlockMemory, SLACK_BYTES } from '../block-memory.ts';
import type { Block } from '../source.ts';

/** A longer line is an attack or no row: a sender could fill the memory with it. */
export const MAX_LINE_BYTES = 32 << 20;
/** Of what follows the rows no more is kept: enough for an error's code. */
const MAX_TAIL_BYTES = 64 << 10;

export type LineForm = 'lines' | 'compact';

/** How the rows ended. */
export type LineEnd =
  /** As the form says. */
  | { readonly type: 'whole' }
  /** In the middle of a row or before the form's tail. */
  | { readonly type: 'torn' }
  /** Something that is no row stands where one should; the text is the sender's and may quote values. */
  | { readonly type: 'foreign'; readonly text: string };

export interface LineCutter {
  /** Takes bytes and gives the blocks that are full. */
  push(bytes: Uint8Array): readonly Block[] | 'too large';
  /** The last block, and how it ended. */
  end(): { readonly blocks: readonly Block[]; readonly end: LineEnd };
}

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const TAB = 0x09;
const SPACE = 0x20;
const COMMA = 0x2c;
const OPEN = 0x5b;
const CLOSE = 0x5d;
/** How ClickHouse's exceptions look in a body that began well, over the versions. */
export const EXCEPTION = /Code: (\d{1,5})[.,] (?:e\.displayText|DB::Exception)/;

/** @param memory of the blocks; each block is alone in its own */
export function createLineCutter(
  form: LineForm,
  columns: readonly string[] | undefined,
  memory: BlockMemory = createBlockMemory(),
): LineCutter {
  let buffer = Buffer.from(memory.take(BLOCK_BYTES + SLACK_BYTES));
  /** Where the present block and the present line begin, and where the bytes end. */
  let blockStart = 0;
  let lineStart = 0;
  let length = 0;
  let rows = 0;
  let state: 'head' | 'data' | 'rows' | 'tail' | 'foreign' = form === 'compact' ? 'head' : 'rows';
  let counted = 0;
  let tail = '';

  function push(bytes: Uint8Array): readonly Block[] | 'too large' {
    if (state === 'tail' || state === 'foreign') {
      keepTail(bytes);
      return [];
    }
    const blocks = length + bytes.length > buffer.length ? makeRoom(bytes.length) : [];
    if (blocks === 'too large') return blocks;
    buffer.set(bytes, length);
    const from = length;
    length += bytes.length;
    scan(from);
    return blocks;
  }

  /** Gives away what is cut, and moves the line that is not whole yet into memory of its own. */
  function makeRoom(more: number): Block[] | 'too large' {
    const rest = length - lineStart;
    if (rest + more > MAX_LINE_BYTES) return 'too large';
    const wanted = rest + more + SLACK_BYTES;
    const grown = rest > BLOCK_BYTES ? Math.min(wanted * 2, MAX_LINE_BYTES + SLACK_BYTES) : wanted;
    const next = Buffer.from(memory.take(Math.max(BLOCK_BYTES + SLACK_BYTES, grown)));
    buffer.copy(next, 0, lineStart, length);
    const blocks = cut();
    buffer = next;
    blockStart = 0;
    lineStart = 0;
    length = rest;
    return blocks;
  }

  function cut(): Block[] {
    if (rows === 0) return [];
    const block: Block = { columns, bytes: buffer.subarray(blockStart, lineStart), rows };
    counted += rows;
    rows = 0;
    blockStart = lineStart;
    return [block];
  }

  function scan(from: number): void {
    const filled = buffer.subarray(0, length);
    let newline = filled.indexOf(NEWLINE, from);
    while (newline !== -1) {
      const isHead = state === 'head' || state === 'data';
      if (isHead) headLine(newline);
      else rowLine(newline);
      if (state === 'tail' || state === 'foreign') {
        keepTail(buffer.subarray(lineStart, length));
        return;
      }
      lineStart = newline + 1;
      if (isHead) blockStart = lineStart;
      newline = filled.indexOf(NEWLINE, lineStart);
    }
  }

  function rowLine(newline: number): void {
    let first = lineStart;
    if (form === 'compact') while (buffer[first] === TAB) first += 1;
    if (buffer[first] === OPEN && closes(newline)) rows += 1;
    else if (form === 'compact' && first - lineStart === 1 && buffer[first] === CLOSE) state = 'tail';
    // ClickHouse writes an empty line where there are no rows, and one after the last.
    else if (!(form === 'compact' && first === newline)) state = 'foreign';
  }

  /** Whether a row ends before this newline; a comma after it becomes a blank, so that the line is JSON by itself. */
  function closes(newline: number): boolean {
    let last = newline - 1;
    if (buffer[last] === RETURN) last -= 1;
    if (form === 'compact' && buffer[last] === COMMA) {
      buffer[last] = SPACE;
      last -= 1;
    }
    return buffer[last] === CLOSE;
  }

  function headLine(newline: number): void {
    const line = newline - lineStart < 32 ? buffer.toString('latin1', lineStart, newline) : '';
    if (state === 'data') state = line === '\t[' ? 'rows' : 'foreign';
    else if (line === '\t"data":') state = 'data';
  }

  function keepTail(bytes: Uint8Array): void {
    const room = Math.min(MAX_TAIL_BYTES - tail.length, bytes.length);
    if (room > 0) tail += Buffer.from(bytes.buffer, bytes.byteOffset, room).toString('latin1');
  }

  function end(): { blocks: readonly Block[]; end: LineEnd } {
    if (form === 'lines' && state === 'rows' && lineStart < length) closeLastLine();
    const blocks = cut();
    return { blocks, end: endOf() };
  }

  /** The last line may lack its newline and be a row all the same, if it is JSON to its end. */
  function closeLastLine(): void {
    if (!isJson(buffer.toString('utf8', lineStart, length))) return;
    if (length === buffer.length) buffer = Buffer.concat([buffer, Buffer.alloc(1)]);
    buffer[length] = NEWLINE;
    length += 1;
    rowLine(length - 1);
    if (state === 'rows') lineStart = length;
  }

  function endOf(): LineEnd {
    if (state === 'tail') {
      // It tells how many rows there were: a server that broke off says something else.
      const told = tail.match(/"rows": (\d{1,15})/)?.[1];
      if (told !== undefined) return Number(told) === counted ? { type: 'whole' } : { type: 'torn' };
      return { type: 'foreign', text: tail };
    }
    if (form === 'lines' && state === 'rows' && lineStart === length) return { type: 'whole' };
    const text = tail || buffer.toString('latin1', lineStart, Math.min(length, lineStart + MAX_TAIL_BYTES));
    // A row that was cut off is no message, whatever stands in it.
    const isMessage = EXCEPTION.test(text) || text.trimStart()[0] !== '[';
    return isMessage ? { type: 'foreign', text } : { type: 'torn' };
  }

  return { push, end };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
