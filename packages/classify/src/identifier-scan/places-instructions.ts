// Places where identifiers may begin, found by instructions of WebAssembly: bytes were classed into bits, and runs of digits and letters
// are counted as runs of bits. `placesByDigits` says the same in plain words.
import {
  add,
  and,
  anyOf,
  type Code,
  choose,
  int,
  isAbove,
  isAtLeast,
  isBelow,
  isEqual,
  isNotEqual,
  isZero,
  larger,
  leadingZeros,
  load8,
  load32,
  or,
  shiftLeft,
  shiftRight,
  smaller,
  store8,
  store32,
  subtract,
  trailingZeros,
  when,
  whileTrue,
  wide,
  xor,
} from '../wasm/instructions.ts';
import { type Variable, type WasmFunction, wasmFunction } from '../wasm/module.ts';
import {
  AFTER_DIGITS_AT,
  AFTER_LETTERS_AT,
  ANY,
  DIGITS_AT,
  ENDS_AT,
  FIRST_AT,
  HASH,
  LONGEST_RUN,
  SORTS_AT,
  STARTS_AT,
  TEXT_AT,
  WORDS_AT,
} from './layout.ts';

type Local = (type?: 'number' | 'sixteen bytes') => Variable;
const codeOf = (character: string) => int(character.charCodeAt(0));

const BACKSLASH = codeOf('\\');
const COLON = codeOf(':');
const FULL_STOP = codeOf('.');
const HYPHEN = codeOf('-');
const SOLIDUS = codeOf('/');

/** Bits of a row from one place on: at least 57 of them are true, the others zero. */
function bitsFrom(row: number, place: Code): Code {
  return wide.shiftRight(wide.load(shiftRight(place, int(3)), row), wide.of(and(place, int(7))));
}

/** What `bitsFrom` gives of letters: parts of words that are no digits. */
function lettersFrom(place: Code): Code {
  return wide.and(bitsFrom(WORDS_AT, place), wide.not(bitsFrom(DIGITS_AT, place)));
}

/** Adds to `length` how many bits are set from `place` on; looks again where there may be more than one look tells. */
function count(length: Variable, seen: Variable, place: Code, bits: (place: Code) => Code): Code {
  const look = [
    ...seen.set(wide.trailingZeros(wide.not(bits(add(place, length.value))))),
    ...length.set(add(length.value, seen.value)),
  ];
  return [...length.set(int(0)), ...look, ...whileTrue(isAbove(seen.value, int(56)), look)];
}

/**
 * `places(from, to)`: writes the places from `from` up to `to`, addresses of the text in the memory; returns how many. Behind `to` stand
 * zeros.
 */
export const placesFunction = (bytesBeforeDigit: number): WasmFunction =>
  wasmFunction('places', ['from', 'to'], ({ from, to }, local) => {
    const [at, floor, digit, start, end] = [local(), local(), local(), local(), local()];
    const [skipped, time, length, seen] = [local(), local(), local(), local()];
    const found = placeWriter(local);
    const toWordEnd = [
      ...count(length, seen, digit.value, (place) => bitsFrom(WORDS_AT, place)),
      ...end.set(add(digit.value, length.value)),
    ];
    const aWord = [
      ...leads(local, found, floor, digit, start, bytesBeforeDigit),
      ...toWordEnd,
      ...found.addWord(start, end),
      ...at.set(end.value),
      ...floor.set(end.value),
    ];
    return [
      at.set(from.value),
      floor.set(from.value),
      digit.set(nextDigit(digit, from, to, at)),
      whileTrue(
        isBelow(digit.value, to.value),
        start.set(subtract(digit.value, wordBefore(digit, seen, length))),
        start.set(larger(at.value, start.value)),
        skipped.set(int(0)),
        when(isEqual(load8(add(start.value, int(-1))), BACKSLASH), escapeLength(skipped, start)),
        start.set(add(start.value, skipped.value)),
        when(
          isAbove(start.value, digit.value),
          // The digits were those of an skipped: there may be others in the word.
          [...count(length, seen, start.value, lettersFrom), ...digit.set(add(start.value, length.value))],
        ),
        when(isZero(isDigit(digit.value)), at.set(digit.value), [
          ...time.set(int(0)),
          ...when(isEqual(digit.value, start.value), timeLength(time, start, end, length, seen)),
          ...when(time.value, [...at.set(add(start.value, time.value)), ...floor.set(at.value)], aWord),
        ]),
        digit.set(nextDigit(digit, from, to, at)),
      ),
      found.count.value,
    ];
  });

/** The address of the next digit from `at` on; `to` or beyond where there is none. */
function nextDigit(digit: Variable, scratch: Variable, to: Variable, at: Variable): Code {
  const look = scratch.set(wide.trailingZeros(bitsFrom(DIGITS_AT, digit.value)));
  const isNone = isEqual(scratch.value, int(64));
  return [
    ...digit.set(at.value),
    ...look,
    ...whileTrue(and(isNone, isBelow(digit.value, to.value)), digit.set(add(and(digit.value, int(-8)), int(64))), look),
    ...add(digit.value, and(scratch.value, int(63))),
  ];
}

/** How many bytes of the word stand before a digit; sets `length`. */
function wordBefore(digit: Variable, seen: Variable, length: Variable): Code {
  const place = subtract(digit.value, length.value);
  const bits = wide.shiftLeft(
    wide.load(shiftRight(subtract(place, int(56)), int(3)), WORDS_AT),
    wide.of(subtract(int(8), and(place, int(7)))),
  );
  const look = [...seen.set(wide.leadingZeros(wide.not(bits))), ...length.set(add(length.value, seen.value))];
  return [...length.set(int(0)), ...look, ...whileTrue(isAtLeast(seen.value, int(56)), look), ...length.value];
}

function isDigit(place: Code): Code {
  return isBelow(subtract(load8(place), int(0x30)), int(10));
}

function isSmallHex(byte: Code): Code {
  return isBelow(subtract(byte, int(0x61)), int(6));
}

/** Sets `skipped` to the bytes of an escape at `start`, behind its backslash: `n` of `\n`, `u00e9`. */
function escapeLength(skipped: Variable, start: Variable): Code {
  const letter = load8(start.value);
  const isHex = (place: Code) => or(isDigit(place), isSmallHex(or(load8(place), int(0x20))));
  const behind = [1, 2, 3, 4].map((offset) => isHex(add(start.value, int(offset))));
  const areHex = behind.reduce((left, right) => and(left, right));
  const isShort = [...'nrtbfv'].map((sign) => isEqual(letter, codeOf(sign))).reduce((left, right) => or(left, right));
  return when(isEqual(letter, codeOf('u')), skipped.set(choose(areHex, int(5), int(0))), skipped.set(isShort));
}

/** Sets `time` to the bytes of a time of day, with its date and fraction (see `timeLength` of identifier-places.ts); 0 without one. */
function timeLength(time: Variable, start: Variable, clock: Variable, length: Variable, seen: Variable): Code {
  const arePairs = (place: Code, ...offsets: number[]) =>
    offsets
      .flatMap((offset) => [offset, offset + 1])
      .map((offset) => isDigit(add(place, int(offset))))
      .reduce((left, right) => and(left, right));
  const byte = (place: Code, offset: number) => load8(place, offset);
  const sign = byte(start.value, 4);
  const behind = byte(start.value, 10);
  const isDate = and(
    and(
      anyOf(isEqual(sign, HYPHEN), isEqual(sign, FULL_STOP), isEqual(sign, SOLIDUS)),
      isEqual(byte(start.value, 7), sign),
    ),
    and(or(isEqual(behind, codeOf(' ')), isEqual(behind, codeOf('T'))), arePairs(start.value, 0, 2, 5, 8)),
  );
  const isClock = and(isEqual(byte(clock.value, 2), COLON), isEqual(byte(clock.value, 5), COLON));
  const isWhole = and(arePairs(clock.value, 0, 3, 6), isZero(isDigit(add(clock.value, int(8)))));
  const fraction = byte(clock.value, 8);
  const hasFraction = and(
    or(isEqual(fraction, FULL_STOP), isEqual(fraction, codeOf(','))),
    isDigit(add(clock.value, int(9))),
  );
  return [
    ...clock.set(start.value),
    ...when(
      or(isEqual(sign, HYPHEN), or(isEqual(sign, FULL_STOP), isEqual(sign, SOLIDUS))),
      clock.set(choose(isDate, add(start.value, int(11)), start.value)),
    ),
    // Six pairs are the address of a network card.
    ...when(
      isClock,
      when(and(isWhole, isNotEqual(fraction, COLON)), [
        ...length.set(int(0)),
        ...when(hasFraction, [
          ...count(length, seen, add(clock.value, int(9)), (place) => bitsFrom(DIGITS_AT, place)),
          ...length.set(add(length.value, int(1))),
        ]),
        ...time.set(add(subtract(clock.value, start.value), add(int(8), length.value))),
      ]),
    ),
  ];
}

interface PlaceWriter {
  readonly count: Variable;
  /** Adds a place where a form may begin before the first digit of an identifier. */
  addLead(at: Variable): Code;
  /** Adds the beginning of a word with a digit. */
  addWord(start: Variable, end: Variable): Code;
}

function placeWriter(local: Local): PlaceWriter {
  const [number, sorts, byte, length, seen, joined] = [local(), local(), local(), local(), local(), local()];
  /** Sets `sorts` to the sorts of forms that may begin here, as far as the first digits or letters tell, and the byte behind them. */
  const sortsAt = (at: Variable) => {
    const next = load8(add(at.value, length.value));
    const after = (row: number) => sorts.set(and(sorts.value, load8(add(shiftLeft(length.value, int(8)), next), row)));
    const limit = length.set(smaller(length.value, int(LONGEST_RUN)));
    return [
      ...byte.set(load8(at.value)),
      ...sorts.set(load8(byte.value, FIRST_AT)),
      ...when(
        sorts.value,
        when(
          isBelow(subtract(byte.value, int(0x30)), int(10)),
          [
            ...count(length, seen, at.value, (place) => bitsFrom(DIGITS_AT, place)),
            ...limit,
            ...after(AFTER_DIGITS_AT),
          ],
          when(isBelow(subtract(or(byte.value, int(0x20)), int(0x61)), int(26)), [
            ...count(length, seen, at.value, lettersFrom),
            ...limit,
            ...after(AFTER_LETTERS_AT),
          ]),
        ),
      ),
    ];
  };
  const addIf = (at: Variable, more: Code) =>
    when(and(sorts.value, int(ANY)), [
      ...isJoined(joined, byte, length, at),
      ...when(isZero(joined.value), [
        ...more,
        ...store32(shiftLeft(number.value, int(2)), subtract(at.value, int(TEXT_AT)), STARTS_AT),
        ...store8(number.value, sorts.value, SORTS_AT),
        ...number.set(add(number.value, int(1))),
      ]),
    ]);
  return {
    count: number,
    addLead: (at) => [...sortsAt(at), ...addIf(at, [])],
    addWord: (start, end) => {
      const size = subtract(end.value, start.value);
      const isLongAsHash = anyOf(...([32, 40, 64].map((bytes) => isEqual(size, int(bytes))) as [Code, Code, Code]));
      return [...sortsAt(start), ...addIf(start, when(isLongAsHash, markHash(sorts, seen, byte, start, end)))];
    },
  };
}

/** 128, 160 or 256 bits in hexadecimal digits with small letters. */
function markHash(sorts: Variable, at: Variable, isHash: Variable, start: Variable, end: Variable): Code {
  return [
    ...at.set(start.value),
    ...isHash.set(int(1)),
    ...whileTrue(
      and(isHash.value, isBelow(at.value, end.value)),
      isHash.set(or(isDigit(at.value), isSmallHex(load8(at.value)))),
      at.set(add(at.value, int(1))),
    ),
    ...when(isHash.value, sorts.set(or(sorts.value, int(HASH)))),
  ];
}

/** Sets `joined` where the number is a part of a longer one (see `isJoinedBefore` of identifier-places.ts). */
function isJoined(joined: Variable, sign: Variable, back: Variable, at: Variable): Code {
  const isSolid = or(isEqual(sign.value, SOLIDUS), isEqual(sign.value, COLON));
  const isJoint = or(isEqual(sign.value, FULL_STOP), or(isEqual(sign.value, HYPHEN), isSolid));
  const isLetter = isBelow(subtract(or(load8(back.value), int(0x20)), int(0x61)), int(26));
  const before = subtract(at.value, int(2));
  return [
    ...sign.set(load8(add(at.value, int(-1)))),
    ...joined.set(and(isEqual(sign.value, codeOf('+')), isDigit(at.value))),
    ...when(isJoint, [
      ...joined.set(isDigit(before)),
      ...when(isZero(or(joined.value, isSolid)), [
        // Back over the letters of a group: a digit before them makes it one of a UUID.
        ...back.set(before),
        ...whileTrue(
          and(isLetter, isAbove(back.value, subtract(at.value, int(GROUP)))),
          back.set(add(back.value, int(-1))),
        ),
        ...joined.set(
          and(
            and(isDigit(back.value), isNotEqual(back.value, before)),
            isAbove(back.value, subtract(at.value, int(GROUP))),
          ),
        ),
      ]),
    ]),
  ];
}

/** `\u00e9` */
const LONGEST_ESCAPE = 6;
/** Bytes of a group of a longer number. */
const GROUP = 24;

/** Adds what stands shortly before a word with a digit and may be the beginning of a form: words without digits, and signs. */
function leads(
  local: Local,
  found: PlaceWriter,
  floor: Variable,
  digit: Variable,
  start: Variable,
  reach: number,
): Code {
  const [low, mask, stops, words, skipped, left, at] = [local(), local(), local(), local(), local(), local(), local()];
  const bits = (row: number, place: Code) =>
    and(shiftRight(load32(shiftRight(place, int(3)), row), and(place, int(7))), mask.value);
  return [
    // So far back that an escape is seen from its backslash on.
    ...low.set(larger(floor.value, subtract(digit.value, int(reach + LONGEST_ESCAPE)))),
    ...when(isBelow(low.value, start.value), [
      ...mask.set(subtract(shiftLeft(int(1), subtract(start.value, low.value)), int(1))),
      ...stops.set(bits(ENDS_AT, low.value)),
      // Only what stands behind the last byte that no identifier has.
      ...words.set(subtract(int(32), leadingZeros(stops.value))),
      ...low.set(add(low.value, words.value)),
      ...mask.set(shiftRight(mask.value, words.value)),
      ...words.set(bits(WORDS_AT, low.value)),
      // Beginnings of words, and signs. What stands at the floor begins anew.
      ...left.set(
        and(
          xor(
            and(
              words.value,
              or(
                shiftLeft(words.value, int(1)),
                and(bits(WORDS_AT, add(low.value, int(-1))), isNotEqual(low.value, floor.value)),
              ),
            ),
            int(-1),
          ),
          mask.value,
        ),
      ),
      ...when(isEqual(load8(add(low.value, int(-1))), BACKSLASH), [
        ...skipped.set(int(0)),
        ...escapeLength(skipped, low),
        ...when(skipped.value, [
          ...left.set(and(left.value, int(-2))),
          ...left.set(or(left.value, and(words.value, shiftLeft(int(1), skipped.value)))),
        ]),
      ]),
      ...when(isBelow(low.value, subtract(digit.value, int(reach))), [
        ...left.set(and(left.value, shiftLeft(int(-1), subtract(subtract(digit.value, int(reach)), low.value)))),
      ]),
      ...whileTrue(
        left.value,
        at.set(add(low.value, trailingZeros(left.value))),
        left.set(and(left.value, subtract(left.value, int(1)))),
        found.addLead(at),
      ),
    ]),
  ];
}
