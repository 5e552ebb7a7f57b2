// Marks the landmarks of a part of a text, by instructions of WebAssembly: bytes are classed sixteen at once into rows of bits, and what
// follows what is told from 64 bits at once. plain-marking.ts says the same in plain words.
import {
  add,
  and,
  type Code,
  int,
  isBelow,
  load32,
  loadSixteen,
  or,
  shiftLeft,
  shiftRight,
  bytes as side,
  store32,
  subtract,
  trailingZeros,
  whileTrue,
  wide,
} from '../wasm/instructions.ts';
import { type Variable, type WasmFunction, wasmFunction } from '../wasm/module.ts';

/** Bytes that are marked in one go, a multiple of STEP. */
export const PART = 1 << 15;
export const TEXT_BEFORE = 16;
export const TEXT_BEHIND = 128;
export const TEXT_AT = 1 << 10;
const TEXT_END = TEXT_AT + PART + TEXT_BEHIND;
const STEP = 32;

/** What may be wanted of a text, in the order in which it stands in the memory: see Landmarks. */
export const SORTS = ['capitals', 'quads', 'groups', 'base64'] as const;
export type Sort = (typeof SORTS)[number];

/** Rows of a bit for each byte, by the address in the memory: capitals, stops, colons, digits of base64. */
const ROW = (TEXT_END >> 3) + 8;
const rowAt = (sort: Sort) => TEXT_END + SORTS.indexOf(sort) * ROW;

/** How many there are of each sort, and where they stand. */
const COUNTS_AT = (TEXT_END + SORTS.length * ROW + 3) & ~3;
const LISTS_AT = COUNTS_AT + SORTS.length * 4;
export const countAt = (sort: Sort) => COUNTS_AT + SORTS.indexOf(sort) * 4;
export const listAt = (sort: Sort) => LISTS_AT + SORTS.indexOf(sort) * PART * 4;
export const MEMORY = LISTS_AT + SORTS.length * PART * 4;

const LETTERS_AND_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
/** What joins a word to what stands before it. */
export const JOINING = `${LETTERS_AND_DIGITS}_/\\@$%=`;
export const BASE64 = `${LETTERS_AND_DIGITS}_+/-`;
/** Letters beyond ASCII that may begin a name: the first bytes of U+00C0 to U+047F in UTF-8. */
export const FIRST_BEYOND = 0xc3;
export const LAST_BEYOND = 0xd1;

/** Of what goes beyond ASCII, bytes up to this one join. */
export const LAST_JOINING = 0xef;

/** `mark(from, to, offset)`: `offset` is where in the text the part begins. @param wanted no others are marked */
export const markFunction = (wanted: readonly Sort[]): WasmFunction =>
  wasmFunction('mark', ['from', 'to', 'offset'], ({ from, to, offset }, local) => {
    const [here, before] = [local('sixteen bytes'), local('sixteen bytes')];
    const [at, left, row, carry] = [local(), local(), local(), local()];
    const rows = wanted.map((sort) => ({ sort, bits: local(), count: local() }));
    const half = (bytes: number) =>
      [
        here.set(loadSixteen(at.value, bytes)),
        before.set(loadSixteen(add(at.value, int(-1)), bytes)),
        ...rows.map(({ sort, bits }) =>
          bits.set(or(bits.value, shiftLeft(side.highestBits(classOf(sort, here, before)), int(bytes)))),
        ),
      ].flat();
    const list = ({ sort, count }: (typeof rows)[number]) => {
      const place = add(subtract(add(from.value, trailingZeros(left.value)), int(TEXT_AT)), offset.value);
      return [
        ...left.set(foundOf(sort, row, carry)),
        ...whileTrue(
          left.value,
          store32(shiftLeft(count.value, int(2)), place, listAt(sort)),
          count.set(add(count.value, int(1))),
          left.set(and(left.value, subtract(left.value, int(1)))),
        ),
      ];
    };
    return [
      at.set(from.value),
      // As far behind the part as is looked ahead.
      whileTrue(
        isBelow(at.value, add(to.value, int(2 * STEP))),
        ...rows.map(({ bits }) => bits.set(int(0))),
        half(0),
        half(16),
        ...rows.map(({ sort, bits }) => store32(shiftRight(at.value, int(3)), bits.value, rowAt(sort))),
        at.set(add(at.value, int(STEP))),
      ),
      before.set(loadSixteen(add(from.value, int(-16)))),
      carry.set(shiftRight(side.highestBits(isOneOf(before, BASE64)), int(15))),
      whileTrue(
        isBelow(from.value, to.value),
        row.set(shiftRight(from.value, int(3))),
        ...rows.map(list),
        carry.set(shiftRight(load32(row.value, rowAt('base64')), int(31))),
        from.set(add(from.value, int(STEP))),
      ),
      ...rows.map(({ sort, count }) => store32(int(countAt(sort)), count.value)),
      int(0),
    ];
  });

/** Which of sixteen bytes are to be a bit in the row of a sort. */
function classOf(sort: Sort, here: Variable, before: Variable): Code {
  switch (sort) {
    case 'capitals':
      return side.andNot(isCapital(here), isJoining(before));
    case 'quads':
      return side.areEqual(here.value, side.all(0x2e));
    case 'groups':
      return side.areEqual(here.value, side.all(0x3a));
    case 'base64':
      return isOneOf(here, BASE64);
  }
}

/** Bits of places found among thirty-two bytes, from the row of a sort. @param carry whether base64 stood right before them */
function foundOf(sort: Sort, row: Variable, carry: Variable): Code {
  const bits = load32(row.value, rowAt(sort));
  const ahead = wide.load(row.value, rowAt(sort));
  switch (sort) {
    case 'capitals':
      return bits;
    case 'quads':
      return wide.narrow(threeOf(ahead, [2, 3, 4]));
    case 'groups':
      return wide.narrow(threeOf(ahead, [2, 3, 4, 5]));
    case 'base64':
      return subtractBits(runsOfSixteen(ahead), or(shiftLeft(bits, int(1)), carry.value));
  }
}

function subtractBits(bits: Code, without: Code): Code {
  return and(wide.narrow(bits), subtract(int(-1), without));
}

const later = (bits: Code, by: number) => wide.shiftRight(bits, wide.of(int(by)));

/** Bits from which sixteen are set. */
function runsOfSixteen(bits: Code): Code {
  return [1, 2, 4, 8].reduce((run, by) => wide.and(run, later(run, by)), bits);
}

/** Bits behind which another follows at one of these distances, none right behind, and behind that a third one in the same way. */
function threeOf(bits: Code, distances: readonly number[]): Code {
  const anyLater = (of: Code) => distances.map((by) => later(of, by)).reduce((left, right) => wide.or(left, right));
  const two = wide.and(wide.and(bits, wide.not(later(bits, 1))), anyLater(bits));
  return wide.and(two, anyLater(two));
}

function isCapital(here: Variable): Code {
  return side.or(
    side.areBelow(side.subtract(here.value, side.all(0x41)), side.all(26)),
    side.areBelow(side.subtract(here.value, side.all(FIRST_BEYOND)), side.all(LAST_BEYOND - FIRST_BEYOND + 1)),
  );
}

function isJoining(here: Variable): Code {
  const isBeyond = side.areBelow(side.subtract(here.value, side.all(0x80)), side.all(LAST_JOINING - 0x80 + 1));
  return side.or(isBeyond, isOneOf(here, JOINING));
}

/** Whether bytes are among some of ASCII: the lower half of a byte tells a row of bits, the upper half one of them. */
function isOneOf(here: Variable, characters: string): Code {
  const rows = Array.from({ length: 16 }, (_, low) =>
    Array.from({ length: 8 }, (_, high) =>
      characters.includes(String.fromCharCode((high << 4) | low)) ? 1 << high : 0,
    ).reduce((left, right) => left | right),
  );
  const row = side.lookUp(side.constant(rows), side.and(here.value, side.all(0x0f)));
  const bit = side.lookUp(side.constant(BIT_OF_HALF), side.shiftRight(here.value, 4));
  return side.areNotEqual(side.and(row, bit), side.all(0));
}

const BIT_OF_HALF = [1, 2, 4, 8, 16, 32, 64, 128, 0, 0, 0, 0, 0, 0, 0, 0];
