// Where a telephone number can stand at all: runs of digits and signs that are long enough, found by a look at each seventh
// or ninth byte of the text.

/** Digits, and bytes, of the shortest number that is read. */
export const LEAST_DIGITS = 7;
/** Bytes of the shortest where no word names telephone numbers nearby: a plus and eight digits. */
const LEAST_UNNAMED = 9;
/** Bytes before and behind a run in which a word counts; farther than any word is looked for. */
const NEAR = 60;

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
  let word = 0;
  let floor = 0;
  for (let probe = LEAST_DIGITS - 1; probe < bytes.length; ) {
    while (word < words.length && (words[word] as number) < probe - 2 * NEAR) word++;
    // Words that may be near a run here; whether one is shows when the run's ends are known.
    const mayBeNear = everywhere || (word < words.length && (words[word] as number) <= probe + 2 * NEAR);
    const least = mayBeNear ? LEAST_DIGITS : LEAST_UNNAMED;
    if (PART[bytes[probe] as number] === 0 || isAlone(bytes, probe)) {
      probe += least;
      continue;
    }
    let start = probe;
    let digits = 0;
    while (start > floor && PART[bytes[start - 1] as number] !== 0) {
      start--;
      digits += (PART[bytes[start] as number] as number) >> 1;
    }
    let end = probe;
    while (end < bytes.length && PART[bytes[end] as number] !== 0) {
      digits += (PART[bytes[end] as number] as number) >> 1;
      end++;
    }
    if (digits >= LEAST_DIGITS) {
      const near = firstFrom(words, word, start - NEAR);
      const isNear = near < words.length && (words[near] as number) <= end + NEAR;
      if (digits >= LEAST_UNNAMED - 1 || everywhere || isNear) visit(start, end, isNear);
    }
    floor = end;
    probe = end + least;
  }
}

/**
 * Whether no number can hold this byte: a run of seven that does has three more parts on one side of it at least. Blanks
 * and stops between words are told by this, which are most of what is met.
 */
function isAlone(bytes: Uint8Array, at: number): boolean {
  const before = at >= 3 && isPart(bytes, at - 1) && isPart(bytes, at - 2) && isPart(bytes, at - 3);
  return !before && !(at + 3 < bytes.length && isPart(bytes, at + 1) && isPart(bytes, at + 2) && isPart(bytes, at + 3));
}

function isPart(bytes: Uint8Array, at: number): boolean {
  return PART[bytes[at] as number] !== 0;
}

/** Index of the first word from `index` on that ends at `least` or behind. */
function firstFrom(words: Int32Array, index: number, least: number): number {
  let at = index;
  while (at < words.length && (words[at] as number) < least) at++;
  return at;
}
