// Regions: the parts of a text that are worth reading in words. Everything else, most of a log, is passed over after one
// look at each byte, and one look-up for each word with a capital.
import type { Text } from '../text.ts';
import { BODY, FAMILY, GIVEN, GROUP, PLACE, PLACE_BEGINS, STREET, THING, TITLE, UNIT, WORD } from './flags.ts';
import { HASH_START, hashStep } from './hash.ts';
import { vocabulary } from './vocabulary.ts';

/** What makes a line worth reading. */
const WORTH = GIVEN | FAMILY | PLACE | GROUP | BODY | PLACE_BEGINS;
/** A line longer than this is read only around what makes it worth reading. */
const LONG_LINE = 1200;
const AROUND = 280;
/** An address goes on for some lines after its street, if these are short. */
const MORE_LINES = 4;
const SHORT_LINE = 90;

/** Bytes of a text in small letters that is read as speech. */
const LONG_SPEECH = 600;

const LINE_FEED = 10;
const CAPITAL = 1;
const SMALL = 2;
const BEYOND = 3;
const JOINED = 4;

const CLASS = (() => {
  const table = new Uint8Array(256);
  for (let letter = 65; letter <= 90; letter++) {
    table[letter] = CAPITAL;
    table[letter + 32] = SMALL;
  }
  for (let high = 0xc3; high <= 0xef; high++) table[high] = BEYOND;
  for (let high = 0x80; high < 0xc3; high++) table[high] = JOINED;
  for (let digit = 48; digit <= 57; digit++) table[digit] = JOINED;
  for (const joiner of ['_', '/', '\\', '@', '$', '%', '=']) table[joiner.charCodeAt(0)] = JOINED;
  return table;
})();

/** 1 for the bytes at which a word worth a look-up may start. */
const STARTS = CLASS.map((kind, byte) => (kind === CAPITAL || (kind === BEYOND && byte <= 0xd1) ? 1 : 0));

/**
 * Calls `visit` with each region, in order and without overlap.
 *
 * @param marks byte offsets that are worth reading besides (trigger words), ascending
 */
export function forEachRegion(text: Text, marks: readonly number[], visit: (start: number, end: number) => void): void {
  const { bytes } = text;
  const known = vocabulary();
  const length = bytes.length;
  let open = -1;
  let close = -1;
  let mark = 0;

  /** Takes the neighbourhood of a byte into the region at hand, or begins a new one. */
  const take = (at: number): number => {
    let end = text.latin1.indexOf('\n', at);
    if (end === -1) end = length;
    let start = text.latin1.lastIndexOf('\n', at - 1) + 1;
    if (end - start > LONG_LINE) {
      start = Math.max(start, at - AROUND);
      end = Math.min(end, at + AROUND);
      if (close !== -1 && start < close) start = close;
      start = onBoundary(bytes, start, -1);
      end = onBoundary(bytes, end, 1);
    } else {
      for (let more = 0; more < MORE_LINES && end < length; more++) {
        let next = text.latin1.indexOf('\n', end + 1);
        if (next === -1) next = length;
        if (next - end > SHORT_LINE) break;
        end = next;
      }
    }
    if (close !== -1 && start <= close + 1) {
      close = Math.max(close, end);
    } else {
      if (close !== -1) visit(open, close);
      open = start;
      close = end;
    }
    return close;
  };

  if (isSpoken(bytes)) {
    visit(0, length);
    return;
  }
  let unknownBefore = -9;
  let at = 0;
  while (at < length) {
    // The one loop that sees each byte: on to the next capital or letter beyond ASCII.
    while (at < length && STARTS[bytes[at] as number] === 0) at++;
    if (at >= length) break;
    if (at > 0 && CLASS[bytes[at - 1] as number] !== 0) {
      at++;
      continue;
    }
    // A capital at the start of a word, or a letter beyond ASCII there.
    const start = at;
    let hash = HASH_START;
    let beyond = false;
    let small = 0;
    let capitals = 0;
    for (; at < length; at++) {
      const unit = bytes[at] as number;
      const type = CLASS[unit] as number;
      if (type === SMALL) {
        hash = hashStep(hash, unit);
        small++;
      } else if (type === CAPITAL) {
        hash = hashStep(hash, unit + 32);
        capitals++;
      } else if (unit >= 0x80) beyond = true;
      else break;
    }
    const next = at < length ? (CLASS[bytes[at] as number] as number) : 0;
    if (next !== 0 || at - start < 2) continue;
    const flags = beyond ? GIVEN : known.flags(hash);
    const unknown = flags === 0 && small > 1;
    const paired = start - unknownBefore > 0 && start - unknownBefore <= 4;
    // A capital in mid-sentence, behind a small letter or a digit and a blank, or at the start of a line.
    const behind = start > 1 && bytes[start - 1] === 32 ? (bytes[start - 2] as number) : 0;
    const digitBehind = behind >= 48 && behind <= 57;
    const inside = CLASS[behind] === SMALL || behind === 0x2c || start === 0 || bytes[start - 1] === LINE_FEED;
    const worth = isWorth(
      flags,
      (small > 0 && (capitals < 2 || flags !== 0)) || beyond,
      inside,
      paired,
      digitBehind,
      isDigitNear(bytes, at),
    );
    if ((unknown && capitals < 2) || ((flags & (GIVEN | FAMILY)) !== 0 && (flags & THING) === 0)) unknownBefore = at;
    while (mark < marks.length && (marks[mark] as number) <= at) {
      const marked = marks[mark++] as number;
      take(marked);
    }
    if (!worth) continue;
    const taken = take(start);
    if (taken > at) {
      // The rest of the region is read anyway.
      at = taken;
    }
  }
  for (; mark < marks.length; mark++) {
    const marked = marks[mark] as number;
    take(marked);
  }
  if (close !== -1) visit(open, close);
}

/** Whether a word with a capital makes its line worth reading. */
function isWorth(
  flags: number,
  small: boolean,
  inside: boolean,
  paired: boolean,
  digitBehind: boolean,
  digitNear: boolean,
): boolean {
  if (flags === 0) return small && (inside || paired || (digitBehind && digitNear));
  if ((flags & THING) !== 0) return false;
  if ((flags & (STREET | UNIT)) !== 0 && (digitNear || digitBehind)) return true;
  if ((flags & TITLE) !== 0 && (flags & WORD) === 0) return small;
  if ((flags & WORTH) === 0) return false;
  if (!small) return paired || (inside && (flags & (PLACE | WORD)) === PLACE);
  return (flags & WORD) === 0 || paired || inside;
}

/** Whether a digit stands within three bytes behind a word. */
function isDigitNear(bytes: Uint8Array, from: number): boolean {
  for (let at = from; at < from + 4 && at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (byte >= 48 && byte <= 57) return true;
  }
  return false;
}

/** A short text without capitals, as chats have it: letters and blanks, none of the marks of data. */
function isSpoken(bytes: Uint8Array): boolean {
  if (bytes.length > LONG_SPEECH) return false;
  let blanks = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if ((byte >= 65 && byte <= 90) || byte === 0x7b || byte === 0x3d || byte === 0x5b || byte === 0x5f || byte === 0x5c)
      return false;
    if (byte === 32) blanks++;
  }
  return blanks > 0 && blanks * 12 >= bytes.length;
}

/** Moves a cut out of a word: at most 40 bytes on in the given direction. */
function onBoundary(bytes: Uint8Array, at: number, direction: 1 | -1): number {
  let cut = at;
  for (let steps = 0; steps < 40 && cut > 0 && cut < bytes.length; steps++) {
    const byte = bytes[cut] as number;
    if (byte === 32 || byte === LINE_FEED) break;
    cut += direction;
  }
  return cut;
}
