// Lines of a stream, however long: a line beyond the limit comes in parts, each marked as cut.
import { isUtf8 } from 'node:buffer';

export interface Line {
  /** Without its line end. Valid until the next line is asked for. */
  readonly bytes: Buffer;
  /** Only a part of a longer line. */
  readonly isCut: boolean;
}

const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/** @param longest bytes of a line that are held at once */
export async function* linesOf(stream: AsyncIterable<Uint8Array>, longest = 4 << 20): AsyncGenerator<Line[]> {
  // Parts of a line whose end has not come yet; they are joined once, or a long line would be copied with each part.
  let held: Buffer[] = [];
  let heldBytes = 0;
  let wasCut = false;
  for await (const part of stream) {
    const fresh = Buffer.from(part.buffer, part.byteOffset, part.length);
    if (heldBytes + fresh.length <= longest && !fresh.includes(LINE_FEED)) {
      // The stream may use its buffer again.
      held.push(Buffer.from(fresh));
      heldBytes += fresh.length;
      continue;
    }
    const data = heldBytes > 0 ? Buffer.concat([...held, fresh]) : fresh;
    const lines: Line[] = [];
    let from = 0;
    for (let feed = data.indexOf(LINE_FEED, heldBytes); feed !== -1; feed = data.indexOf(LINE_FEED, from)) {
      lines.push({ bytes: withoutReturn(data.subarray(from, feed)), isCut: wasCut });
      wasCut = false;
      from = feed + 1;
    }
    while (data.length - from > longest) {
      lines.push({ bytes: data.subarray(from, from + longest), isCut: true });
      wasCut = true;
      from += longest;
    }
    held = from < data.length ? [Buffer.from(data.subarray(from))] : [];
    heldBytes = data.length - from;
    if (lines.length > 0) yield lines;
  }
  if (heldBytes > 0) yield [{ bytes: withoutReturn(Buffer.concat(held)), isCut: wasCut }];
}

function withoutReturn(line: Buffer): Buffer {
  return line.at(-1) === RETURN ? line.subarray(0, -1) : line;
}

/** A line as text: UTF-8, or Latin-1 where it is none, so that the letters of an old encoding are not lost. */
export function textOfLine(bytes: Buffer): string {
  return bytes.toString(isUtf8(bytes) ? 'utf8' : 'latin1');
}
