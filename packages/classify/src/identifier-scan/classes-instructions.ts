// Classes of bytes as rows of bits, sixteen bytes at once, by instructions of WebAssembly.
import {
  add,
  int,
  isBelow,
  loadSixteen,
  or,
  shiftLeft,
  shiftRight,
  bytes as side,
  store32,
  whileTrue,
  xor,
} from '../wasm/instructions.ts';
import { type WasmFunction, wasmFunction } from '../wasm/module.ts';
import { DIGITS_AT, ENDS_AT, WORDS_AT } from './layout.ts';

/**
 * `classify(from, to)` writes a bit for each byte, thirty-two at once, into three rows: is it a digit, a part of a word, an end of what may
 * be one identifier.
 */
export const classFunction = (): WasmFunction =>
  wasmFunction('classify', ['from', 'to'], ({ from, to }, local) => {
    const [here, digits, words] = [local('sixteen bytes'), local('sixteen bytes'), local('sixteen bytes')];
    const [digitBits, wordBits, endBits] = [local(), local(), local()];
    const isLetter = side.areBelow(side.subtract(side.or(here.value, side.all(0x20)), side.all(0x61)), side.all(26));
    // Signs: bytes beyond ASCII, and those that may stand in an identifier. Of these, 0x2_ and the colon, 0x3a.
    const beyond = side.areBelow(side.all(0x7f), here.value);
    const half = side.shiftRight(here.value, 4);
    const rows = side.lookUp(side.constant(SIGNS), side.and(here.value, side.all(0x0f)));
    const isSign = side.or(
      beyond,
      side.areNotEqual(side.and(rows, side.lookUp(side.constant(HALVES), half)), side.all(0)),
    );
    const step = (offset: number) =>
      [
        here.set(loadSixteen(from.value, offset)),
        digits.set(side.areBelow(side.subtract(here.value, side.all(0x30)), side.all(10))),
        words.set(side.or(digits.value, isLetter)),
        digitBits.set(or(digitBits.value, shiftLeft(side.highestBits(digits.value), int(offset)))),
        wordBits.set(or(wordBits.value, shiftLeft(side.highestBits(words.value), int(offset)))),
        endBits.set(or(endBits.value, shiftLeft(side.highestBits(side.or(words.value, isSign)), int(offset)))),
      ].flat();
    const row = shiftRight(from.value, int(3));
    return [
      whileTrue(
        isBelow(from.value, to.value),
        ...[digitBits, wordBits, endBits].map((bits) => bits.set(int(0))),
        step(0),
        step(16),
        store32(row, digitBits.value, DIGITS_AT),
        store32(row, wordBits.value, WORDS_AT),
        store32(row, xor(endBits.value, int(-1)), ENDS_AT),
        from.set(add(from.value, int(32))),
      ),
      int(0),
    ];
  });

/** By the lower half of a byte: 1 for a sign among 0x20 to 0x2f, 2 among 0x30 to 0x3f. */
const SIGNS = Array.from({ length: 16 }, (_, low) => {
  const isSign = (byte: number) => ' -./+(:'.includes(String.fromCharCode(byte));
  return (isSign(0x20 | low) ? 1 : 0) | (isSign(0x30 | low) ? 2 : 0);
});
const HALVES = [0, 0, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
