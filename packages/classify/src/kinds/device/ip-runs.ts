// Where in a text an IP address may stand: runs of its characters, told from four bytes at a time (a word), since most text is
// none. Tests on all bytes of a word at once are those of H. S. Warren, Hacker's Delight, 2nd edition, chapter 6.

/** `1.2.3.4`: a run of so many bytes holds a whole word wherever it begins. */
const LEAST_4 = 7;
/** 255.255.255.255 and a full stop or three. */
const MOST_4 = 18;
/** `1:2:3:4:5:6:7:8`: a run of so many bytes holds a whole word of every third. Shorter addresses hold `::`. */
const LEAST_6 = 15;

const COLON = 0x3a;

const QUAD = tableOf('0123456789.');
/** Characters of an IPv6 address, one with an IPv4 tail too. */
export const HEX = tableOf('0123456789abcdefABCDEF:.');

function tableOf(characters: string): Uint8Array {
  const table = new Uint8Array(256);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
}

/** Text as words of four bytes. `offset` is that of the first word, where the memory's own words begin. */
interface Words {
  readonly bytes: Uint8Array;
  readonly words: Int32Array;
  readonly offset: number;
}

export function wordsOf(bytes: Uint8Array): Words {
  const offset = -bytes.byteOffset & 3;
  const isLong = bytes.length >= LEAST_4;
  const words = isLong
    ? new Int32Array(bytes.buffer, bytes.byteOffset + offset, (bytes.length - offset) >> 2)
    : NO_WORDS;
  return { bytes, words, offset };
}

const NO_WORDS = new Int32Array(0);

/** Calls back for each run of digits and stops that is as long as an IPv4 address. */
export function eachQuadRun({ bytes, words, offset }: Words, found: (start: number, end: number) => void): void {
  for (let word = nextQuadWord(words, 0); word < words.length; ) {
    const [start, end] = runAround(bytes, QUAD, offset + word * 4);
    if (end - start >= LEAST_4 && end - start <= MOST_4) found(start, end);
    word = nextQuadWord(words, (end - offset + 3) >> 2);
  }
}

/** Calls back for each run of hexadecimal digits, colons and stops that is as long as an IPv6 address without `::`. */
export function eachHexRun(
  { bytes, words, offset }: Words,
  most: number,
  found: (start: number, end: number) => void,
): void {
  let behind = 0;
  for (let word = nextHexWord(words, 0); word < words.length; word = nextHexWord(words, word + WORDS_APART)) {
    const at = offset + word * 4;
    if (at < behind) continue;
    const [start, end] = runAround(bytes, HEX, at);
    behind = end;
    if (end - start >= LEAST_6 && end - start <= most && hasColons(bytes, start, end)) found(start, end);
  }
}

/**
 * The next word of digits, stops and slashes in which a stop is. It calls nothing and has its numbers in itself, so that its loop
 * stays in registers: a sum has the highest bit of a byte set where the byte is no less than `.`, or than `:`.
 */
function nextQuadWord(words: Int32Array, begin: number): number {
  const highest = 0x80808080 | 0;
  for (let at = begin; at < words.length; at += 1) {
    const word = words[at] as number;
    const zeroAtStop = word ^ 0x2e2e2e2e;
    if (((zeroAtStop - 0x01010101) & ~zeroAtStop & highest) === 0) continue;
    if (((word + 0x52525252) & ~(word + 0x46464646) & ~word & highest) === highest) return at;
  }
  return words.length;
}

const WORDS_APART = 3;

/**
 * The next word of every third that has only hexadecimal digits, colons and stops, and some rare signs, and a colon within it or
 * its neighbours: a group has four digits at most. Its sums are for `.` and for `g`.
 */
function nextHexWord(words: Int32Array, begin: number): number {
  const highest = 0x80808080 | 0;
  for (let at = begin; at < words.length; at += WORDS_APART) {
    const word = words[at] as number;
    const small = word | 0x20202020;
    if (((small + 0x52525252) & ~(small + 0x19191919) & ~small & highest) !== highest) continue;
    const before = (at === 0 ? 0 : (words[at - 1] as number)) ^ 0x3a3a3a3a;
    const here = word ^ 0x3a3a3a3a;
    const behind = (at + 1 === words.length ? 0 : (words[at + 1] as number)) ^ 0x3a3a3a3a;
    const zeros = ((before - 0x01010101) & ~before) | ((here - 0x01010101) & ~here) | ((behind - 0x01010101) & ~behind);
    if ((zeros & highest) !== 0) return at;
  }
  return words.length;
}

/** The run of a table's characters that holds the word at a place; empty where the word is not of them alone. */
function runAround(bytes: Uint8Array, table: Uint8Array, at: number): readonly [start: number, end: number] {
  let end = at;
  while (end < bytes.length && table[bytes[end] as number] === 1) end += 1;
  if (end < at + 4) return [at, at + 4];
  let start = at;
  while (start > 0 && table[bytes[start - 1] as number] === 1) start -= 1;
  return [start, end];
}

/** Whether there are as many colons as the shortest full address has, the one with an IPv4 tail. */
function hasColons(bytes: Uint8Array, start: number, end: number): boolean {
  let colons = 0;
  for (let at = start; at < end; at += 1) if (bytes[at] === COLON) colons += 1;
  return colons >= 6;
}
