// Cuts a stream into chunks that can be classified one by one: at line ends where there are some, with enough of what follows
// that a value on the border is seen whole, and counted once.

export interface Chunk {
  readonly bytes: Uint8Array;
  /** Bytes of the stream before `bytes`. */
  readonly offset: number;
  /** Lines of the stream before `bytes`. */
  readonly lines: number;
  /** Characters of the stream's current line before `bytes`; 0 where `bytes` begins a line. */
  readonly characters: number;
  /** Spans that start in `from … to - 1` of `bytes` are this chunk's; the others are its neighbours'. */
  readonly from: number;
  readonly to: number;
}

export interface ChunkOptions {
  /** Bytes a chunk counts, at most. */
  readonly size?: number;
  /** Bytes behind them that are read along, so that a value that begins in a chunk is seen to its end. */
  readonly behind?: number;
}

/** Where a line is longer than a chunk, so many bytes before the cut are read again as context. */
const LEAD = 256;
const LINE_FEED = 0x0a;

/**
 * Chunks of a stream, none larger than `size + behind + 256` bytes, however long its lines are.
 *
 * @param stream bytes in parts of any size
 */
export async function* chunksOf(
  stream: AsyncIterable<Uint8Array>,
  { size = 1 << 20, behind = 1 << 16 }: ChunkOptions = {},
): AsyncGenerator<Chunk> {
  const full = LEAD + size + behind;
  let buffer = Buffer.allocUnsafe(full * 2);
  let begin = 0;
  let end = 0;
  let from = 0;
  let offset = 0;
  let lines = 0;
  let characters = 0;
  const cut = (isLast: boolean): Chunk => {
    const length = end - begin;
    const limit = isLast ? length : from + size;
    const lineFeed = isLast ? -1 : buffer.lastIndexOf(LINE_FEED, begin + limit - 1) - begin;
    const to = lineFeed >= from ? lineFeed + 1 : limit;
    const chunk: Chunk = {
      bytes: buffer.subarray(begin, Math.min(end, begin + to + behind)),
      offset,
      lines,
      characters,
      from,
      to,
    };
    const next = lineFeed >= from ? to : Math.max(0, to - LEAD);
    lines += countLines(buffer, begin, begin + next);
    const lineBegin = next === 0 ? -1 : buffer.lastIndexOf(LINE_FEED, begin + next - 1);
    if (lineBegin >= begin) characters = countCharacters(buffer, lineBegin + 1, begin + next);
    else characters += countCharacters(buffer, begin, begin + next);
    begin += next;
    offset += next;
    from = to - next;
    return chunk;
  };
  for await (const part of stream) {
    for (let taken = 0; taken < part.length; ) {
      if (end === buffer.length) {
        // A new buffer, since the chunks that were given out still show the old one.
        const fresh = Buffer.allocUnsafe(full * 2);
        end = buffer.copy(fresh, 0, begin, end);
        begin = 0;
        buffer = fresh;
      }
      const room = Math.min(buffer.length - end, part.length - taken);
      buffer.set(part.subarray(taken, taken + room), end);
      end += room;
      taken += room;
      while (end - begin >= from + size + behind) yield cut(false);
    }
  }
  while (end - begin > from + size) yield cut(false);
  if (end - begin > from) yield cut(true);
}

function countLines(buffer: Buffer, from: number, to: number): number {
  let lines = 0;
  for (let at = buffer.indexOf(LINE_FEED, from); at !== -1 && at < to; at = buffer.indexOf(LINE_FEED, at + 1))
    lines += 1;
  return lines;
}

/** Characters of UTF-8: all bytes but those that go on with a character (RFC 3629, section 3). */
export function countCharacters(bytes: Uint8Array, from: number, to: number): number {
  let characters = 0;
  for (let at = from; at < to; at += 1) if (((bytes[at] as number) & 0xc0) !== 0x80) characters += 1;
  return characters;
}
