// Blocks of LZ4, as ClickHouse packs its frames. https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md

const MIN_MATCH = 4;
const LONG = 15;

/** @param size that it has to have unpacked @returns undefined where it is no block, or not of this size */
export function unpackLz4(block: Buffer, size: number): Buffer | undefined {
  const whole = Buffer.alloc(size);
  let [at, written] = [0, 0];
  const more = (length: number): number | undefined => {
    if (length < LONG) return length;
    let sum = length;
    for (;;) {
      const next = block[at];
      at += 1;
      if (next === undefined || sum > size) return undefined;
      sum += next;
      if (next !== 255) return sum;
    }
  };
  while (at < block.length) {
    const token = block[at] ?? 0;
    at += 1;
    const literals = more(token >> 4);
    if (literals === undefined || at + literals > block.length || written + literals > size) return undefined;
    block.copy(whole, written, at, at + literals);
    at += literals;
    written += literals;
    // The last sequence has no match.
    if (at === block.length) break;
    if (at + 2 > block.length) return undefined;
    const offset = block.readUInt16LE(at);
    at += 2;
    const match = more(token & LONG);
    if (match === undefined || offset === 0 || offset > written || written + match + MIN_MATCH > size) return undefined;
    // A match may overlap what it writes, so it goes byte by byte.
    for (const end = written + match + MIN_MATCH; written < end; written += 1)
      whole[written] = whole[written - offset] ?? 0;
  }
  return written === size ? whole : undefined;
}

/** One sequence without a match: valid for every reader, and nothing is saved by it. */
export function packLz4(bytes: Buffer): Buffer {
  const head = [Math.min(bytes.length, LONG) << 4];
  if (bytes.length >= LONG) {
    let left = bytes.length - LONG;
    for (; left >= 255; left -= 255) head.push(255);
    head.push(left);
  }
  return Buffer.concat([Buffer.from(head), bytes]);
}
