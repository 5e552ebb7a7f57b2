// Finds all of many words in one pass over bytes: an Aho-Corasick automaton (Aho and Corasick, "Efficient string matching",
// CACM 18(6), 1975) as a full table over a reduced alphabet, run on several stretches of the text at once, since one stretch
// alone waits for memory at each byte.
import { asLatin1 } from './text.ts';

/** Words found, in the order of their ends. */
export interface WordHits {
  /** How many of the arrays' places are filled. */
  length: number;
  /** Index of the word in the list that the automaton was made of. */
  word: Int32Array;
  /** Byte offset just behind it. */
  end: Int32Array;
}

export interface KeywordAutomaton {
  /** Words, each once, in the spelling that was given. */
  readonly words: readonly string[];
  /** All words in `bytes`, ASCII case ignored. The answer is overwritten by the next call. */
  find(bytes: Uint8Array): WordHits;
}

/** Stretches run side by side. More than four gains little and costs registers. */
const LANES = 4;
/** Texts shorter than this run in one stretch: the others would mostly read the overlap. */
const WORTH_LANES = 4096;

/**
 * An automaton for these words.
 *
 * @param words any text but the empty one; compared as UTF-8 bytes, ASCII letters without regard to case
 */
export function createKeywordAutomaton(words: readonly string[]): KeywordAutomaton {
  const patterns = words.map((word) => foldAscii(asLatin1(word)));
  if (patterns.some((pattern) => pattern === '')) throw new Error('a keyword is empty');
  const table = compile(patterns);
  const longest = patterns.reduce((most, { length }) => Math.max(most, length), 0);
  const hits: WordHits = { length: 0, word: new Int32Array(1024), end: new Int32Array(1024) };
  return {
    words,
    find(bytes) {
      hits.length = 0;
      if (patterns.length === 0) return hits;
      if (bytes.length < WORTH_LANES) runOne(table, bytes, hits);
      else runLanes(table, bytes, longest, hits);
      return hits;
    },
  };
}

function foldAscii(latin1: string): string {
  return latin1.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

interface Table {
  /** Class of each byte, upper-case letters with their lower-case ones; 0 for bytes in no word. */
  readonly classOf: Uint8Array;
  /** log2 of the width of a row. */
  readonly shift: number;
  /** Row by row: the next state. States from `firstOutput` on end at least one word. */
  readonly next: Uint32Array;
  readonly firstOutput: number;
  /** Words that end in state `firstOutput + i`: `outputs[starts[i]] … outputs[starts[i + 1] - 1]`. */
  readonly starts: Uint32Array;
  readonly outputs: Uint32Array;
}

function compile(patterns: readonly string[]): Table {
  const classOf = classesOf(patterns);
  const shift = Math.ceil(Math.log2(Math.max(2, Math.max(...classOf) + 1)));
  const width = 1 << shift;
  const capacity = patterns.reduce((sum, { length }) => sum + length, 1);
  const goto = new Int32Array(capacity * width).fill(-1);
  const ends: number[][] = [[]];
  patterns.forEach((pattern, index) => {
    let state = 0;
    for (let i = 0; i < pattern.length; i += 1) {
      const slot = (state << shift) | (classOf[pattern.charCodeAt(i)] ?? 0);
      if (goto[slot] === -1) goto[slot] = ends.push([]) - 1;
      state = goto[slot] ?? 0;
    }
    ends[state]?.push(index);
  });
  completeByFailure(goto, shift, ends);
  return renumber(goto, shift, ends, classOf);
}

function classesOf(patterns: readonly string[]): Uint8Array {
  const classOf = new Uint8Array(256);
  let classes = 0;
  for (const pattern of patterns) {
    for (let i = 0; i < pattern.length; i += 1) {
      const byte = pattern.charCodeAt(i);
      if (classOf[byte] === 0) {
        classes += 1;
        classOf[byte] = classes;
      }
    }
  }
  for (let upper = 0x41; upper <= 0x5a; upper += 1) classOf[upper] = classOf[upper | 0x20] ?? 0;
  return classOf;
}

/** Fills the missing transitions breadth first with those of the longest proper suffix, and adds its outputs. */
function completeByFailure(goto: Int32Array, shift: number, ends: number[][]): void {
  const width = 1 << shift;
  const failure = new Int32Array(ends.length);
  const queue: number[] = [];
  for (let c = 0; c < width; c += 1) {
    const child = goto[c] ?? -1;
    if (child === -1) goto[c] = 0;
    else queue.push(child);
  }
  for (let head = 0; head < queue.length; head += 1) {
    const state = queue[head] ?? 0;
    const suffix = failure[state] ?? 0;
    ends[state]?.push(...(ends[suffix] ?? []));
    for (let c = 0; c < width; c += 1) {
      const slot = (state << shift) | c;
      const child = goto[slot] ?? -1;
      const onSuffix = goto[(suffix << shift) | c] ?? 0;
      if (child === -1) goto[slot] = onSuffix;
      else {
        failure[child] = onSuffix;
        queue.push(child);
      }
    }
  }
}

/** Gives the states that end a word the highest numbers, so that one comparison tells whether there is an output. */
function renumber(goto: Int32Array, shift: number, ends: readonly number[][], classOf: Uint8Array): Table {
  const count = ends.length;
  const firstOutput = ends.filter((outputs) => outputs.length === 0).length;
  const number = new Uint32Array(count);
  let silent = 0;
  let loud = firstOutput;
  ends.forEach((outputs, state) => {
    number[state] = outputs.length === 0 ? silent++ : loud++;
  });
  const next = new Uint32Array(count << shift);
  const starts = new Uint32Array(count - firstOutput + 1);
  const outputs: number[] = [];
  for (let state = 0; state < count; state += 1) {
    const row = (number[state] ?? 0) << shift;
    for (let c = 0; c < 1 << shift; c += 1) next[row | c] = number[goto[(state << shift) | c] ?? 0] ?? 0;
  }
  let place = 0;
  for (const list of ends) {
    if (list.length === 0) continue;
    starts[place] = outputs.length;
    outputs.push(...list);
    place += 1;
  }
  starts[place] = outputs.length;
  return { classOf, shift, next, firstOutput, starts, outputs: Uint32Array.from(outputs) };
}

function runOne(table: Table, bytes: Uint8Array, hits: WordHits): void {
  const { classOf, shift, next, firstOutput } = table;
  let state = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    state = next[(state << shift) | (classOf[bytes[i] as number] as number)] as number;
    if (state >= firstOutput) emit(table, state, i + 1, hits);
  }
}

function emit(table: Table, state: number, end: number, hits: WordHits): void {
  const place = state - table.firstOutput;
  const last = table.starts[place + 1] as number;
  for (let i = table.starts[place] as number; i < last; i += 1) {
    if (hits.length === hits.end.length) grow(hits);
    hits.word[hits.length] = table.outputs[i] as number;
    hits.end[hits.length] = end;
    hits.length += 1;
  }
}

function grow(hits: WordHits): void {
  const word = new Int32Array(hits.word.length * 2);
  const end = new Int32Array(hits.end.length * 2);
  word.set(hits.word);
  end.set(hits.end);
  hits.word = word;
  hits.end = end;
}

/** States met with an output in one lane, and where; their words are told afterwards, so that ends stay in order. */
interface Lane {
  length: number;
  places: Int32Array;
}

const lanes: readonly Lane[] = Array.from({ length: LANES }, () => ({ length: 0, places: new Int32Array(2048) }));

function note(lane: Lane, state: number, end: number): void {
  if (lane.length === lane.places.length) {
    const places = new Int32Array(lane.length * 2);
    places.set(lane.places);
    lane.places = places;
  }
  lane.places[lane.length] = state;
  lane.places[lane.length + 1] = end;
  lane.length += 2;
}

/**
 * Four stretches in step. A stretch begins `longest - 1` bytes early, so that a word across its border is found; the word
 * counts where it ends.
 */
function runLanes(table: Table, bytes: Uint8Array, longest: number, hits: WordHits): void {
  const { classOf, shift, next, firstOutput } = table;
  const [lane0, lane1, lane2, lane3] = lanes as readonly [Lane, Lane, Lane, Lane];
  for (const lane of lanes) lane.length = 0;
  const stretch = Math.ceil(bytes.length / LANES);
  const lead = longest - 1;
  let state0 = 0;
  let state1 = warmUp(table, bytes, stretch - lead, stretch);
  let state2 = warmUp(table, bytes, 2 * stretch - lead, 2 * stretch);
  let state3 = warmUp(table, bytes, 3 * stretch - lead, 3 * stretch);
  const inStep = bytes.length - 3 * stretch;
  for (let i = 0; i < inStep; i += 1) {
    state0 = next[(state0 << shift) | (classOf[bytes[i] as number] as number)] as number;
    state1 = next[(state1 << shift) | (classOf[bytes[i + stretch] as number] as number)] as number;
    state2 = next[(state2 << shift) | (classOf[bytes[i + 2 * stretch] as number] as number)] as number;
    state3 = next[(state3 << shift) | (classOf[bytes[i + 3 * stretch] as number] as number)] as number;
    if (state0 >= firstOutput) note(lane0, state0, i + 1);
    if (state1 >= firstOutput) note(lane1, state1, i + stretch + 1);
    if (state2 >= firstOutput) note(lane2, state2, i + 2 * stretch + 1);
    if (state3 >= firstOutput) note(lane3, state3, i + 3 * stretch + 1);
  }
  finish(table, bytes, state0, inStep, stretch, lane0);
  finish(table, bytes, state1, stretch + inStep, 2 * stretch, lane1);
  finish(table, bytes, state2, 2 * stretch + inStep, 3 * stretch, lane2);
  for (const lane of lanes) {
    for (let i = 0; i < lane.length; i += 2) emit(table, lane.places[i] as number, lane.places[i + 1] as number, hits);
  }
}

function warmUp({ classOf, shift, next }: Table, bytes: Uint8Array, from: number, to: number): number {
  let state = 0;
  for (let i = Math.max(0, from); i < to; i += 1) {
    state = next[(state << shift) | (classOf[bytes[i] as number] as number)] as number;
  }
  return state;
}

function finish(table: Table, bytes: Uint8Array, start: number, from: number, to: number, lane: Lane): void {
  const { classOf, shift, next, firstOutput } = table;
  let state = start;
  for (let i = from; i < to; i += 1) {
    state = next[(state << shift) | (classOf[bytes[i] as number] as number)] as number;
    if (state >= firstOutput) note(lane, state, i + 1);
  }
}
