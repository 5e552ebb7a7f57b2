// Looks through a text for places where identifiers may begin and, from there, for ends of those forms that are told without a word
// beside them; in the memory of a WebAssembly instance, part by part, or plainly.
import { type FormAutomaton, STATE_START, type StateRoom, UNKNOWN_MOVE } from '../forms/automaton.ts';
import type { FirstRuns } from '../forms/first-runs.ts';
import {
  BYTES_BEFORE_DIGIT,
  createPlaces,
  IN_WORDS,
  isJoinedBefore,
  mayBegin,
  placesByDigits,
} from '../identifier-places.ts';
import { type WasmInstance, wasmInstances } from '../wasm/module.ts';
import { classFunction } from './classes-instructions.ts';
import { readFunction } from './forms-instructions.ts';
import {
  AFTER_DIGITS_AT,
  AFTER_LETTERS_AT,
  ANY,
  BEFORE,
  BEHIND,
  BLOCK,
  CLASSES_AT,
  COUNTS_AT,
  END_STATES_AT,
  FIRST_AT,
  FORM_ENDS_AT,
  GOES_ON_AT,
  HASH,
  IS_END_AT,
  LOUD,
  LOUD_BEYOND,
  MEMORY,
  MOST_FORM_ENDS,
  MOST_MOVES,
  MOST_STATES,
  MOVES_AT,
  SORTS_AT,
  STARTS_AT,
  STOPPED_AT,
  TEXT_AT,
} from './layout.ts';
import { placesFunction } from './places-instructions.ts';

/** What a scan looks for. */
export interface ScannedForms<Ending> {
  /** What any form begins with to which a digit leads. */
  readonly any: FirstRuns;
  /** The same of those that are told without a word beside them: in ASCII, and with letters beyond. */
  readonly loud: FirstRuns;
  readonly loudBeyond: FirstRuns;
  /** Makes the automaton of the loud ones in ASCII. */
  readonly automaton: (room?: StateRoom) => FormAutomaton<Ending>;
}

/** A scan, from part to part of a text. What it says of a part holds until the next one. */
export interface FormScan<Ending> {
  /** Goes on to the next part; false where there is none. */
  next(): boolean;
  /** Where in the text the part begins. */
  base: number;
  /** Numbers of the places of this part: from the first up to the last, in order. */
  from: number;
  to: number;
  /** By place: where it is in the part; the sorts of forms that may begin there (see layout.ts); how many loud ones end. */
  starts: Int32Array;
  sorts: Uint8Array;
  counts: Uint8Array;
  /** Where in the part loud forms end, place by place. */
  ends: Int32Array;
  /** What ends there. @param end its number */
  endingAt(end: number): Ending;
}

/** Begins a scan; the one before is over. @param readsForms false: only places are wanted */
export type BeginScan<Ending> = (bytes: Uint8Array, readsForms: boolean) => FormScan<Ending>;

/**
 * A scanner of texts.
 *
 * @param mostEnds ends that are told of one place
 * @param isPlain without WebAssembly, even where there is some
 */
export function createFormScan<Ending>(
  forms: ScannedForms<Ending>,
  mostEnds: number,
  isPlain = false,
): BeginScan<Ending> {
  const instance = isPlain ? undefined : makeInstance(mostEnds);
  if (!instance) return scanPlainly(forms, forms.automaton(), mostEnds);
  const { memory } = instance;
  putTables(memory, forms);
  const automaton = forms.automaton({
    classes: new Uint8Array(memory, CLASSES_AT, 256),
    moves: new Uint16Array(memory, MOVES_AT, MOST_MOVES),
    isEnd: new Uint8Array(memory, IS_END_AT, MOST_STATES),
  });
  const inParts = scanInParts(automaton, instance);
  const plainly = scanPlainly(forms, automaton, mostEnds);
  return (bytes, readsForms) => (hasParts(bytes) ? inParts : plainly)(bytes, readsForms);
}

function makeInstance(mostEnds: number): WasmInstance | undefined {
  const read = readFunction(STATE_START, UNKNOWN_MOVE, mostEnds);
  return wasmInstances([classFunction(), placesFunction(BYTES_BEFORE_DIGIT), read], MEMORY)?.();
}

function putTables<Ending>(memory: ArrayBuffer, { any, loud, loudBeyond }: ScannedForms<Ending>): void {
  const bytes = new Uint8Array(memory);
  const put = (at: number, tables: readonly Uint8Array[]) => {
    tables.forEach((table, sort) => {
      table.forEach((may, index) => {
        bytes[at + index] = (bytes[at + index] as number) | (may === 0 ? 0 : (SORTS[sort] as number));
      });
    });
  };
  const all = [any, loud, loudBeyond];
  put(
    FIRST_AT,
    all.map(({ first }) => first),
  );
  put(
    AFTER_DIGITS_AT,
    all.map(({ afterDigits }) => afterDigits),
  );
  put(
    AFTER_LETTERS_AT,
    all.map(({ afterLetters }) => afterLetters),
  );
  bytes.set(IN_WORDS, GOES_ON_AT);
}

/** In the order of `any`, `loud`, `loudBeyond`. */
const SORTS = [ANY, LOUD, LOUD_BEYOND];

/** Whether a text can be cut into parts, each up to the end of a line or of a string. */
function hasParts(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; ) {
    const end = partEnd(bytes, at);
    if (end === at) return false;
    at = end;
  }
  return true;
}

/** No identifier has one of these bytes, nor has what is looked at before and behind it. */
const isCut = (byte: number | undefined) => byte === 0x0a || byte === 0x22;

function partEnd(bytes: Uint8Array, from: number): number {
  if (from + BLOCK >= bytes.length) return bytes.length;
  let end = from + BLOCK;
  while (end > from && !isCut(bytes[end - 1])) end -= 1;
  return end;
}

function scanInParts<Ending>(automaton: FormAutomaton<Ending>, { memory, call }: WasmInstance): BeginScan<Ending> {
  const { classify, places, read } = call as Record<'classify' | 'places' | 'read', (...numbers: number[]) => number>;
  const text = new Uint8Array(memory, TEXT_AT - BEFORE, BEFORE + BLOCK + BEHIND);
  const stopped = new Int32Array(memory, STOPPED_AT, 2);
  const states = new Int32Array(memory, END_STATES_AT, MOST_FORM_ENDS);
  let bytes: Uint8Array = new Uint8Array();
  let wantsForms = true;
  /** Where the part ends, how many places it has, and whether reading waits for a move. */
  let end = 0;
  let count = 0;
  let isWaiting = false;

  const load = (from: number, to: number) => {
    const before = Math.min(BEFORE, from);
    text.fill(0, 0, BEFORE - before);
    text.set(bytes.subarray(from - before, to), BEFORE - before);
    text.fill(0, BEFORE + to - from, BEFORE + to - from + BEHIND);
    classify(TEXT_AT, TEXT_AT + to - from + BEHIND - STEP);
  };
  const readOn = () => {
    // What was told of ends is done with, so states may change their numbers.
    if (isWaiting) automaton.explore(stopped[0] as number, stopped[1] as number);
    scan.from = scan.to;
    scan.to = wantsForms ? read(scan.from, count, automaton.rowBits) : count;
    isWaiting = scan.to < count && stopped[0] !== 0;
    return true;
  };
  const scan: FormScan<Ending> = {
    base: 0,
    from: 0,
    to: 0,
    starts: new Int32Array(memory, STARTS_AT, BLOCK),
    sorts: new Uint8Array(memory, SORTS_AT, BLOCK),
    counts: new Uint8Array(memory, COUNTS_AT, BLOCK),
    ends: new Int32Array(memory, FORM_ENDS_AT, MOST_FORM_ENDS),
    endingAt: (number) => automaton.endingOf(states[number] as number),
    next() {
      if (scan.to < count) return readOn();
      if (end === bytes.length) return false;
      scan.base = end;
      end = partEnd(bytes, end);
      load(scan.base, end);
      count = places(TEXT_AT, TEXT_AT + end - scan.base);
      scan.to = 0;
      return readOn();
    },
  };
  return (given, readsForms) => {
    bytes = given;
    wantsForms = readsForms;
    isWaiting = false;
    [scan.from, scan.to, end, count] = [0, 0, 0, 0];
    if (!readsForms) scan.counts.fill(0);
    return scan;
  };
}

/** Bytes that are classed at once. */
const STEP = 32;

/** The same in plain words, the whole text at once. */
function scanPlainly<Ending>(
  { any, loud, loudBeyond }: ScannedForms<Ending>,
  automaton: FormAutomaton<Ending>,
  mostEnds: number,
): BeginScan<Ending> {
  const places = createPlaces();
  return (bytes, readsForms) => {
    placesByDigits(bytes, any, places);
    const starts = places.starts.subarray(0, places.length).filter((start) => !isJoinedBefore(bytes, start));
    const isHash = new Set(places.starts.subarray(0, places.length).filter((_, place) => places.isHash[place] === 1));
    const [sorts, counts] = [new Uint8Array(starts.length), new Uint8Array(starts.length)];
    const ends: number[] = [];
    const endings: Ending[] = [];
    const [endsHere, endingsHere] = [new Int32Array(mostEnds), [] as Ending[]];
    starts.forEach((start, place) => {
      const may = (runs: FirstRuns, sort: number) => (mayBegin(bytes, start, runs) ? sort : 0);
      const sort = ANY | may(loud, LOUD) | may(loudBeyond, LOUD_BEYOND) | (isHash.has(start) ? HASH : 0);
      sorts[place] = sort;
      if (!readsForms || (sort & (LOUD | HASH)) !== LOUD) return;
      const count = automaton.endsFrom(bytes, start, IN_WORDS, endsHere, endingsHere);
      counts[place] = count;
      ends.push(...endsHere.subarray(0, count));
      endings.push(...endingsHere.slice(0, count));
    });
    let isRead = false;
    return {
      base: 0,
      from: 0,
      to: starts.length,
      starts,
      sorts,
      counts,
      ends: Int32Array.from(ends),
      endingAt: (end) => endings[end] as Ending,
      next() {
        if (isRead) return false;
        isRead = true;
        return true;
      },
    };
  };
}
