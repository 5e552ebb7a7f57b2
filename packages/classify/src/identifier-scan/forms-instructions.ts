// The automaton of forms, run by instructions of WebAssembly from one place after the other: a step is two looks into the memory.
// `endsFrom` of forms/automaton.ts says the same in plain words.
import {
  add,
  and,
  type Code,
  giveBack,
  int,
  isAbove,
  isBelow,
  isEqual,
  isZero,
  load8,
  load16,
  load32,
  shiftLeft,
  store8,
  store32,
  subtract,
  when,
  whileTrue,
} from '../wasm/instructions.ts';
import { type WasmFunction, wasmFunction } from '../wasm/module.ts';
import {
  CLASSES_AT,
  COUNTS_AT,
  END_STATES_AT,
  FORM_ENDS_AT,
  GOES_ON_AT,
  HASH,
  IS_END_AT,
  LOUD,
  MOST_FORM_ENDS,
  MOVES_AT,
  SORTS_AT,
  STARTS_AT,
  STOPPED_AT,
  TEXT_AT,
} from './layout.ts';

/**
 * `read(from, to, rowBits)`: reads forms from the places `from` up to `to`, by their numbers, and writes where they end; returns the number
 * of the place at which it stopped, `to` if at none. It stops where a move is not known yet and writes which, or where there is no
 * room for more ends.
 *
 * @param start the automaton's first state
 * @param unknown stands for a move that is not known; a move to the state 0 ends the reading
 * @param mostEnds ends that are written for one place
 */
export const readFunction = (start: number, unknown: number, mostEnds: number): WasmFunction =>
  wasmFunction('read', ['from', 'to', 'rowBits'], ({ from, to, rowBits }, local) => {
    const [state, next, byteClass, at, written, before] = [local(), local(), local(), local(), local(), local()];
    const slot = (list: number, value: Code) => store32(shiftLeft(written.value, int(2)), value, list);
    const isWanted = and(isEqual(and(load8(from.value, SORTS_AT), int(LOUD | HASH)), int(LOUD)), int(1));
    const isFree = isZero(load8(load8(at.value, 1), GOES_ON_AT));
    const count = subtract(written.value, before.value);
    const move = load16(shiftLeft(add(shiftLeft(state.value, rowBits.value), byteClass.value), int(1)), MOVES_AT);
    return [
      whileTrue(
        isBelow(from.value, to.value),
        before.set(written.value),
        when(isWanted, [
          ...when(isAbove(written.value, int(MOST_FORM_ENDS - mostEnds)), [
            ...store32(int(0), int(unknown), STOPPED_AT),
            ...giveBack(from.value),
          ]),
          ...state.set(int(start)),
          ...at.set(add(load32(shiftLeft(from.value, int(2)), STARTS_AT), int(TEXT_AT))),
          ...whileTrue(
            state.value,
            byteClass.set(load8(load8(at.value), CLASSES_AT)),
            next.set(move),
            when(isEqual(next.value, int(unknown)), [
              ...store32(int(0), state.value, STOPPED_AT),
              ...store32(int(4), byteClass.value, STOPPED_AT),
              ...giveBack(from.value),
            ]),
            state.set(next.value),
            when(and(and(load8(state.value, IS_END_AT), isFree), isBelow(count, int(mostEnds))), [
              ...slot(FORM_ENDS_AT, subtract(at.value, int(TEXT_AT - 1))),
              ...slot(END_STATES_AT, state.value),
              ...written.set(add(written.value, int(1))),
            ]),
            at.set(add(at.value, int(1))),
          ),
        ]),
        store8(from.value, count, COUNTS_AT),
        from.set(add(from.value, int(1))),
      ),
      to.value,
    ];
  });
