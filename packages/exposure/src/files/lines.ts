// Lines of a stream, however long: a line beyond the limit comes in parts, each marked as cut.

export interface Line {
  /** Without its line end. Valid until the next line is asked for. */
  readonly bytes: Buffer;
  /** Only a part of a longer line. */
  readonly isCut: boolean;
}

const LINE_FEED = 0x0a;

/** @param longest bytes of a line that are held at once */
export async function* linesOf(stream: AsyncIterable<Uint8Array>, longest = 4 << 20): AsyncGenerator<Line[]> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const part of stream) {
    const data: Buffer =
      rest.length > 0 ? Buffer.concat([rest, part]) : Buffer.from(part.buffer, part.byteOffset, part.length);
    const lines: Line[] = [];
    let from = 0;
    for (let feed = data.indexOf(LINE_FEED); feed !== -1; feed = data.indexOf(LINE_FEED, from)) {
      const end = feed > from && data[feed - 1] === 0x0d ? feed - 1 : feed;
      lines.push({ bytes: data.subarray(from, end), isCut: false });
      from = feed + 1;
    }
    while (data.length - from > longest) {
      lines.push({ bytes: data.subarray(from, from + longest), isCut: true });
      from += longest;
    }
    rest = Buffer.from(data.subarray(from));
    if (lines.length > 0) yield lines;
  }
  if (rest.length > 0) yield [{ bytes: rest, isCut: false }];
}
