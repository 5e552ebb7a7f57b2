// The sieve in plain words: what `sift` of sieve.ts does in instructions, for where there is no WebAssembly, and to be compared with.
import {
  ANYWHERE_BITS,
  CLOSED,
  EIGHT_AT,
  FOLD,
  FOUR_AT,
  GOES_ON,
  hashOfEight,
  hashOfFour,
  hashOfShort,
  hashOfSix,
  INSIDE,
  isSmall,
  LONG,
  LONGER,
  LOOKS_AT,
  MULTIPLIER,
  OF_EIGHT,
  OF_FOUR,
  OF_SIX,
  OF_THREE,
  OF_TWO,
  SHORT,
  SIX_AT,
  THREE_AT,
  TWO_AT,
} from './flag-tables.ts';

const BACKSLASH = 0x5c;
const isCapital = (byte: number) => byte >= 0x41 && byte <= 0x5a;
const isLetter = (byte: number) => isCapital(byte) || isSmall(byte);

/** @param placesAt where in the memory places are to be written */
export function siftPlainly(
  memory: ArrayBuffer,
  placesAt: number,
): (from: number, to: number, asksForStarts: number) => number {
  const view = new DataView(memory);
  const byteAt = (at: number) => view.getUint8(at);

  const beginsWord = (at: number) => {
    const [here, before] = [byteAt(at), byteAt(at - 1)];
    if (isLetter(here) && (!isLetter(before) || byteAt(at - 2) === BACKSLASH)) return true;
    if (isCapital(here) && isSmall(before)) return true;
    const row = byteAt(LOOKS_AT + (here & 0xf) + (here >= 0x80 ? 16 : 0));
    return ((row >> ((here >> 4) & 7)) & 1) === 1;
  };
  const isAnywhere = (four: number) => {
    const bit = Math.imul(four | FOLD, MULTIPLIER) >>> (32 - ANYWHERE_BITS);
    return ((byteAt(bit >> 3) >> (bit & 7)) & 1) === 1;
  };
  /** Sorts of words that may begin at a place. @param shift INSIDE where only words count that may stand anywhere, else 0 */
  const sortsAt = (at: number, shift: number) => {
    const [four, next] = [view.getUint32(at, true), view.getUint32(at + 4, true)];
    const ofFour = byteAt(FOUR_AT + hashOfFour(four)) >> shift;
    const ofSix = byteAt(SIX_AT + hashOfSix(four, next & 0xffff)) >> shift;
    const ofEight = byteAt(EIGHT_AT + hashOfEight(four, next)) >> shift;
    const isShort = (flags: number, behind: number) =>
      ((flags >> shift) & SHORT) !== 0 || (((flags >> shift) & CLOSED) !== 0 && !isSmall(behind));
    let sorts = 0;
    if ((ofFour & GOES_ON) !== 0 && (ofSix & ofEight & LONGER) !== 0) sorts |= OF_EIGHT;
    if ((ofFour & GOES_ON) !== 0 && (ofSix & LONG) !== 0) sorts |= OF_SIX;
    if ((ofFour & SHORT) !== 0) sorts |= OF_FOUR;
    if (isShort(byteAt(THREE_AT + hashOfShort(four & 0xffffff)), four >>> 24)) sorts |= OF_THREE;
    if (isShort(byteAt(TWO_AT + (four & 0xffff)), byteAt(at + 2))) sorts |= OF_TWO;
    return sorts;
  };
  return (from, to, asksForStarts) => {
    let count = 0;
    for (let at = from; at < to; at += 1) {
      const isStart = asksForStarts !== 0 && beginsWord(at);
      if (!isStart && !isAnywhere(view.getUint32(at, true))) continue;
      const sorts = sortsAt(at, isStart ? 0 : INSIDE);
      if (sorts === 0) continue;
      view.setInt32(placesAt + 4 * count, at | sorts, true);
      count += 1;
    }
    return count;
  };
}
