// The bytes of an uploaded table as text: UTF-8, UTF-16 or Latin-1 (as browsers and Excel mean it, Windows-1252).
import { isUtf8 } from 'node:buffer';

export type TableEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What is looked at to tell the encoding. A file without accents in it is the same in UTF-8 and Latin-1. */
const HEAD_BYTES = 1 << 20;

export interface DecodedTable {
  readonly encoding: TableEncoding;
  readonly hasMark: boolean;
  readonly text: AsyncIterable<string>;
}

/** Tells the encoding from the first mebibyte and decodes; what is no character of it becomes U+FFFD, which is told for its row. */
export async function decodeTable(bytes: AsyncIterable<Uint8Array>): Promise<DecodedTable> {
  const iterator = bytes[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let size = 0;
  let isAll = false;
  while (size < HEAD_BYTES && !isAll) {
    const { value, done } = await iterator.next();
    if (done) isAll = true;
    else {
      first.push(value);
      size += value.length;
    }
  }
  const head = Buffer.concat(first);
  const { encoding, hasMark } = encodingOf(head);
  async function* text() {
    const decoder = new TextDecoder(encoding);
    if (head.length > 0) yield decoder.decode(head, { stream: !isAll });
    while (!isAll) {
      const { value, done } = await iterator.next();
      if (done) isAll = true;
      else yield decoder.decode(value, { stream: true });
    }
    yield decoder.decode();
  }
  return { encoding, hasMark, text: text() };
}

function encodingOf(head: Buffer): { encoding: TableEncoding; hasMark: boolean } {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', hasMark: true };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', hasMark: true };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', hasMark: true };
  const some = head.subarray(0, 4096);
  const zeros = [0, 0];
  for (const [at, byte] of some.entries()) if (byte === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  // Western text in UTF-16 without a mark: nearly every second byte is zero.
  if (odd > some.length * 0.4 && even === 0) return { encoding: 'utf-16le', hasMark: false };
  if (even > some.length * 0.4 && odd === 0) return { encoding: 'utf-16be', hasMark: false };
  return { encoding: isUtf8(wholeCharacters(head)) ? 'utf-8' : 'windows-1252', hasMark: false };
}

/** Without a character that the end of the head cuts. */
function wholeCharacters(head: Buffer): Buffer {
  let end = head.length;
  const isWithin = () => ((head[end - 1] ?? 0) & 0xc0) === 0x80;
  while (end > head.length - 3 && end > 0 && isWithin()) end -= 1;
  return (head[end - 1] ?? 0) >= 0xc0 ? head.subarray(0, end - 1) : head;
}
