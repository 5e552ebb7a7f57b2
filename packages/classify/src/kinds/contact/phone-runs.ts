// Where a telephone number can stand at all: runs of digits and signs that are long enough, met by a look at each seventh or
// ninth byte of the text.

/** Digits, and bytes, of the shortest number that is read. */
export const LEAST_DIGITS = 7;
/** Bytes of the shortest where no word names telephone numbers nearby: a plus and eight digits. */
const LEAST_UNNAMED = 9;
/** Bytes before and behind a run in which a word counts; farther than any word is looked for. */
const NEAR = 60;
/** Bytes by which the looks begin to be closer before a word is near: more than a step, so that no run is stepped over. */
const AHEAD = 16;

const SIGN = 1;
const DIGIT = 2;

/** Bytes that a number is made of, its separators included (those beyond ASCII are C2 A0, E2 80 AF and E2 80 90 to 93). */
const PART = new Uint8Array(256);
for (const character of '+()-./ ') PART[character.charCodeAt(0)] = SIGN;
for (const byte of [0xc2, 0xa0, 0xe2, 0x80, 0xaf, 0x90, 0x91, 0x92, 0x93]) PART[byte] = SIGN;
for (const digit of '0123456789') PART[digit.charCodeAt(0)] = DIGIT;

/**
 * Visits the runs that can hold a number, from the first to the last.
 *
 * @param words bytes behind the words that name telephone numbers, in their order
 * @param everywhere short numbers count all over the text, not only near a word
 */
export function eachRun(
  bytes: Uint8Array,
  words: Int32Array,
  everywhere: boolean,
  visit: (start: number, end: number, isNear: boolean) => void,
): void {
  const part = PART;
  const { length } = bytes;
  let step = LEAST_DIGITS;
  let stop = 0;
  let word = 0;
  let floor = 0;
  for (let probe = LEAST_DIGITS - 1; probe < length; ) {
    if (probe >= stop) {
      while (word < words.length && (words[word] as number) + NEAR + AHEAD < probe) word++;
      const next = word < words.length ? (words[word] as number) : Number.POSITIVE_INFINITY;
      const isClose = everywhere || probe >= next - NEAR - AHEAD;
      step = isClose ? LEAST_DIGITS : LEAST_UNNAMED;
      stop = Math.min(length, everywhere ? length : isClose ? next + NEAR + AHEAD + 1 : next - NEAR - AHEAD);
    }
    while (probe < stop && part[bytes[probe] as number] === 0) probe += step;
    if (probe >= stop) continue;
    let start = probe;
    while (start > floor && part[bytes[start - 1] as number] !== 0) start--;
    let end = probe + 1;
    while (end < length && part[bytes[end] as number] !== 0) end++;
    floor = end;
    probe = end + step;
    if (end - start < LEAST_DIGITS) continue;
    const isNear = isWordNear(words, word, start, end);
    const least = everywhere || isNear ? LEAST_DIGITS : LEAST_UNNAMED;
    if (end - start >= least && countDigits(bytes, start, end) >= Math.min(least, LEAST_UNNAMED - 1))
      visit(start, end, isNear);
  }
}

/** @param from index of a word before which all are too far */
function isWordNear(words: Int32Array, from: number, start: number, end: number): boolean {
  let word = from;
  while (word < words.length && (words[word] as number) < start - NEAR) word++;
  return word < words.length && (words[word] as number) <= end + NEAR;
}

function countDigits(bytes: Uint8Array, start: number, end: number): number {
  let digits = 0;
  for (let at = start; at < end; at++) digits += (PART[bytes[at] as number] as number) >> 1;
  return digits;
}
