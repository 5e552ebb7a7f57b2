// Redacts a stream line by line, many lines at a time.
import type { Redactor } from './redactor.ts';
import { WITHHELD } from './redactor.ts';

export interface StreamOptions {
  /** Lines longer than this many bytes are withheld: a value across a cut could pass. */
  readonly longestLine?: number;
  /** Each line is JSON and redacted by its keys too. */
  readonly json?: boolean;
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const DEFAULT_LONGEST_LINE = 1 << 20;

/**
 * A transform of bytes to bytes. Whole lines go through as they come, so a line is delayed only until its end.
 *
 * @example await process.stdin.pipeThrough…; see docs/redaction.md for pipes, pino, winston and the OpenTelemetry collector
 */
export async function* redactStream(
  stream: AsyncIterable<Uint8Array>,
  redactor: Redactor,
  { longestLine = DEFAULT_LONGEST_LINE, json = false }: StreamOptions = {},
): AsyncGenerator<Uint8Array> {
  let pending: Buffer = Buffer.alloc(0);
  let isTooLong = false;
  const redactLines = (bytes: Uint8Array) => (json ? redactJsonLines(bytes, redactor) : redactor.redactBytes(bytes));
  for await (const part of stream) {
    let data: Buffer = pending.length > 0 ? Buffer.concat([pending, part]) : asBuffer(part);
    if (isTooLong) {
      const end = data.indexOf(LINE_FEED);
      if (end === -1) continue;
      yield withheld(json);
      isTooLong = false;
      data = data.subarray(end + 1);
    }
    const ready = heldBack(data, data.lastIndexOf(LINE_FEED) + 1);
    if (ready > 0) yield redactLines(data.subarray(0, ready));
    // The stream may use its buffer again, and the rest of the line is still to come.
    pending = Buffer.from(data.subarray(ready));
    if (pending.length > longestLine && !pending.includes(LINE_FEED)) {
      isTooLong = true;
      pending = Buffer.alloc(0);
    }
  }
  if (isTooLong) yield withheld(json);
  else if (pending.length > 0) yield redactLines(pending);
}

const asBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);

/** A key in PEM form has many lines (RFC 7468); no longer than this, as keys of 16,384 bits are 13 kB. */
const LONGEST_PEM = 1 << 15;

/** Lines from an unfinished PEM block on wait for its end: line by line, a key's body looks like nothing. */
function heldBack(data: Buffer, ready: number): number {
  const begin = data.lastIndexOf('-----BEGIN ', ready);
  if (begin === -1 || begin >= ready || data.length - begin > LONGEST_PEM || data.includes('-----END ', begin))
    return ready;
  return data.lastIndexOf(LINE_FEED, begin) + 1;
}

function withheld(json: boolean): Uint8Array {
  return Buffer.from(`${json ? JSON.stringify(WITHHELD) : WITHHELD}\n`);
}

function redactJsonLines(bytes: Uint8Array, redactor: Redactor): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let text = '';
  for (let from = 0; from < buffer.length; ) {
    const feed = buffer.indexOf(LINE_FEED, from);
    const end = feed === -1 ? buffer.length : feed;
    const trimmed = buffer[end - 1] === CARRIAGE_RETURN ? end - 1 : end;
    if (trimmed > from) text += redactor.redactJsonLine(buffer.toString('utf8', from, trimmed));
    if (feed !== -1) text += '\n';
    from = end + 1;
  }
  return Buffer.from(text);
}
