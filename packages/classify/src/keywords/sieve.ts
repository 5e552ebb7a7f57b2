// Sorts out where in a text no word can begin: at each place for the words that may stand anywhere, and only where words begin for the
// others, which are most. What is left is compared with the words.
import {
  add,
  and,
  anyOf,
  type Code,
  int,
  isAtLeast,
  isBelow,
  isNotEqual,
  load8,
  load32,
  loadSixteen,
  multiply,
  or,
  shiftLeft,
  shiftRight,
  bytes as side,
  store32,
  subtract,
  trailingZeros,
  when,
  whileTrue,
  xor,
} from '../wasm/instructions.ts';
import { type Variable, wasmFunction, wasmInstances } from '../wasm/module.ts';
import {
  ANYWHERE_BITS,
  EIGHT_AT,
  EIGHT_BITS,
  FOLD,
  FOUR_AT,
  FOUR_BITS,
  flagTables,
  GOES_ON,
  INSIDE,
  isFoundFromStarts,
  LONG,
  LOOKS_AT,
  MULTIPLIER,
  OF_EIGHT,
  OF_FOUR,
  OF_SIX,
  OF_THREE,
  OF_TWO,
  type Pattern,
  PLACE_BITS,
  SHORT,
  SIX_AT,
  SIX_BITS,
  TABLES_END,
  THREE_AT,
  THREE_BITS,
  TWO_AT,
} from './flag-tables.ts';
import { siftPlainly } from './plain-sieve.ts';

/** Bytes that are sifted in one go, a multiple of STEP: the text is copied to where the tables are, a part after the other. */
export const BLOCK = 1 << 14;
/** Bytes before a block that are looked at: whether a word begins is told from two. */
const BEFORE = 16;
/** Bytes behind it, zeros behind the end of a text. */
const BEHIND = 64;
/** Bytes of which it is known at once where words begin. */
const STEP = 32;

const PLACES_AT = TABLES_END;
const TEXT_AT = PLACES_AT + BLOCK * 4 + BEFORE;
const MEMORY = TEXT_AT + BLOCK + BEHIND;

export interface Sieve {
  /** The memory in which the block stands that was sifted last. */
  readonly memory: ArrayBuffer;
  /** Where in the memory it begins. */
  readonly textAt: number;
  /** Where in the memory words may begin in that block, in order; above PLACE_BITS, which sorts of words (OF_…). */
  readonly places: Int32Array;
  /** Sifts a block of a text, up to BLOCK bytes from `from`; returns the number of places. */
  sift(bytes: Uint8Array, from: number, to: number): number;
}

/** A sieve for these words. @param isPlain without WebAssembly, even where there is some */
export function createSieve(patterns: readonly Pattern[], isPlain = false): Sieve {
  const instance = isPlain ? undefined : instances?.();
  const memory = instance?.memory ?? new ArrayBuffer(MEMORY);
  const sift = instance?.call.sift ?? siftPlainly(memory, PLACES_AT);
  flagTables(patterns, memory);
  const asksForStarts = patterns.some(isFoundFromStarts) ? 1 : 0;
  const text = new Uint8Array(memory, TEXT_AT - BEFORE, BEFORE + BLOCK + BEHIND);
  const places = new Int32Array(memory, PLACES_AT, BLOCK);
  return {
    memory,
    textAt: TEXT_AT,
    places,
    sift(bytes, from, to) {
      const before = Math.min(BEFORE, from);
      const behind = Math.min(bytes.length, to + BEHIND);
      text.fill(0, 0, BEFORE - before);
      text.set(bytes.subarray(from - before, behind), BEFORE - before);
      text.fill(0, BEFORE + behind - from, BEFORE + to - from + BEHIND);
      let count = sift(TEXT_AT, TEXT_AT + to - from, asksForStarts);
      // The last step may go beyond the block.
      while (count > 0 && ((places[count - 1] as number) & (2 ** PLACE_BITS - 1)) >= TEXT_AT + to - from) count -= 1;
      return count;
    },
  };
}

/**
 * The instructions of `sift(from, to, asksForStarts)`: bit by bit and side by side, since a jump that is guessed wrong costs more than the
 * work it saves. plain-sieve.ts says the same in plain words.
 */
const siftFunction = () =>
  wasmFunction('sift', ['from', 'to', 'asksForStarts'], ({ from, to, asksForStarts }, local) => {
    const [looksLow, looksHigh] = [local('sixteen bytes'), local('sixteen bytes')];
    const [here, before] = [local('sixteen bytes'), local('sixteen bytes')];
    const [starts, left, at, hash, count] = [local(), local(), local(), local(), local()];
    const half = (offset: number) =>
      [here.set(loadSixteen(from.value, offset)), before.set(loadSixteen(add(from.value, int(-1)), offset))].flat();
    const mask = (offset: number) =>
      startsOf(here, before, loadSixteen(add(from.value, int(-2)), offset), looksLow, looksHigh);
    return [
      looksLow.set(loadSixteen(int(LOOKS_AT))),
      looksHigh.set(loadSixteen(int(LOOKS_AT + 16))),
      whileTrue(
        isBelow(from.value, to.value),
        when(asksForStarts.value, [
          ...half(0),
          ...starts.set(mask(0)),
          ...half(16),
          ...starts.set(or(starts.value, shiftLeft(mask(16), int(16)))),
        ]),
        left.set(starts.value),
        ...Array.from({ length: STEP }, (_, index) => [
          ...hash.set(hashed(load32(from.value, index))),
          ...left.set(or(left.value, shiftLeft(anywhere(hash.value), int(index)))),
        ]),
        whileTrue(
          left.value,
          at.set(trailingZeros(left.value)),
          // Lowest bit off.
          left.set(and(left.value, subtract(left.value, int(1)))),
          keep(from, starts, at, local, count),
        ),
        from.set(add(from.value, int(STEP))),
      ),
      count.value,
    ];
  });

function hashed(four: Code): Code {
  return multiply(or(four, int(FOLD)), int(MULTIPLIER | 0));
}

/** The bit of a hash in the table of words that may stand anywhere: thirty-two bits a number, and shifts count to 31 only. */
function anywhere(hash: Code): Code {
  const number = load32(and(shiftRight(hash, int(32 - ANYWHERE_BITS + 3)), int(-4)));
  return and(shiftRight(number, shiftRight(hash, int(32 - ANYWHERE_BITS))), int(1));
}

/** Where words begin among sixteen bytes: a letter behind none or behind an escape, a capital behind a small letter, a LOOK. */
function startsOf(here: Variable, before: Variable, twoBefore: Code, looksLow: Variable, looksHigh: Variable): Code {
  const isLetter = (of: Variable) =>
    side.areBelow(side.subtract(side.or(of.value, side.all(0x20)), side.all(0x61)), side.all(26));
  const isCapital = side.areBelow(side.subtract(here.value, side.all(0x41)), side.all(26));
  const isSmall = side.areBelow(side.subtract(before.value, side.all(0x61)), side.all(26));
  // What stands behind an escape is found from its letter, which is told as the beginning of a word.
  const goesOn = side.andNot(isLetter(before), side.areEqual(twoBefore, side.all(0x5c)));
  const low = side.and(here.value, side.all(0x8f));
  const rows = side.or(
    side.lookUp(looksLow.value, low),
    // From 0x80 on: the upper bit off, so that the byte is a place of the other table; on for the others, so that it is none.
    side.lookUp(looksHigh.value, side.subtract(low, side.all(0x80))),
  );
  const bitOfHigh = side.lookUp(side.constant([...BITS, ...BITS]), side.shiftRight(here.value, 4));
  const looks = side.areNotEqual(side.and(rows, bitOfHigh), side.all(0));
  return side.highestBits(side.or(side.or(side.andNot(isLetter(here), goesOn), side.and(isCapital, isSmall)), looks));
}

/** Keeps a place where more bytes agree with a word, and with which sorts of words. */
function keep(from: Variable, starts: Variable, at: Variable, local: () => Variable, count: Variable): Code {
  const [place, four, next, hash, shift] = [local(), local(), local(), local(), local()];
  const [flags, six, three, two, sorts] = [local(), local(), local(), local(), local()];
  const second = (bits: Code) => multiply(xor(hash.value, bits), int(MULTIPLIER | 0));
  const two16 = or(and(next.value, int(0xffff)), int(FOLD));
  const ofSix = load8(shiftRight(second(two16), int(32 - SIX_BITS)), SIX_AT);
  const ofEight = load8(shiftRight(second(or(next.value, int(FOLD))), int(32 - EIGHT_BITS)), EIGHT_AT);
  const ofThree = load8(shiftRight(hashed(and(four.value, int(0xffffff))), int(32 - THREE_BITS)), THREE_AT);
  const ofTwo = load8(and(four.value, int(0xffff)), TWO_AT);
  /** CLOSED becomes SHORT where no small letter follows: all bits or none, and the flags one bit down. */
  const closed = (of: Code, behind: Code) =>
    or(of, shiftRight(and(of, subtract(int(0), isAtLeast(subtract(behind, int(0x61)), int(26)))), int(1)));
  /** The bit of one sort, from the flag that stands so many bits up. */
  const sort = (of: Code, flag: number, bit: number) =>
    shiftLeft(and(shiftRight(shiftRight(of, int(Math.log2(flag))), shift.value), int(1)), int(Math.log2(bit)));
  return [
    place.set(add(from.value, at.value)),
    // Where no word begins, only the flags count of what may stand anywhere.
    shift.set(shiftLeft(and(shiftRight(xor(starts.value, int(-1)), at.value), int(1)), int(Math.log2(INSIDE)))),
    four.set(load32(place.value)),
    next.set(load32(place.value, 4)),
    hash.set(hashed(four.value)),
    flags.set(load8(shiftRight(hash.value, int(32 - FOUR_BITS)), FOUR_AT)),
    six.set(ofSix),
    three.set(closed(ofThree, shiftRight(four.value, int(24)))),
    two.set(closed(ofTwo, load8(place.value, 2))),
    sorts.set(
      anyOf(
        sort(and(flags.value, shiftRight(and(six.value, ofEight), int(1))), GOES_ON, OF_EIGHT),
        sort(and(flags.value, six.value), LONG, OF_SIX),
        sort(flags.value, SHORT, OF_FOUR),
        sort(three.value, SHORT, OF_THREE),
        sort(two.value, SHORT, OF_TWO),
      ),
    ),
    store32(shiftLeft(count.value, int(2)), or(place.value, sorts.value), PLACES_AT),
    count.set(add(count.value, isNotEqual(sorts.value, int(0)))),
  ].flat();
}

/** By the upper half of a byte: its bit in a row of the looks. */
const BITS = [1, 2, 4, 8, 16, 32, 64, 128];

const instances = wasmInstances([siftFunction()], MEMORY);
