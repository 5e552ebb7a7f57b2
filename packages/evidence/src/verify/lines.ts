// Lines of a stream of foreign bytes, with bounded memory.
import { LONGEST_LINE } from '../entries/entry.ts';

export interface LogLine {
  /** Without the line feed. */
  readonly bytes: Buffer;
  /** Whether a line feed ends it: without one, it is the last and unfinished. */
  readonly isEnded: boolean;
  /** Longer than any entry; `bytes` is only its beginning, and no line comes after it. */
  readonly isTooLong: boolean;
}

const LINE_FEED = 0x0a;

export async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<readonly LogLine[]> {
  let held = Buffer.alloc(0);
  for await (const part of stream) {
    const data = Buffer.concat([held, part]);
    const lines: LogLine[] = [];
    let from = 0;
    for (let end = data.indexOf(LINE_FEED, held.length); end !== -1; end = data.indexOf(LINE_FEED, from)) {
      lines.push({ bytes: data.subarray(from, end), isEnded: true, isTooLong: end - from > LONGEST_LINE });
      from = end + 1;
    }
    held = data.subarray(from);
    if (held.length > LONGEST_LINE) {
      yield [...lines, { bytes: held, isEnded: false, isTooLong: true }];
      return;
    }
    if (lines.length > 0) yield lines;
  }
  if (held.length > 0) yield [{ bytes: held, isEnded: false, isTooLong: false }];
}
