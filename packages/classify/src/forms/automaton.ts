// Written forms of identifiers, compiled together into one deterministic automaton: however many forms there are, reading a text
// takes one step a byte. It is made state by state, as the text asks for it.
import { type Nondeterministic, nondeterministic, reach } from './nondeterministic.ts';

/** Recognises all forms at once. `Ending` is what the caller wants to know of the forms that end at one place. */
export interface FormAutomaton<Ending> {
  /**
   * Reads `bytes` from `start` until no form goes on, and writes where forms end, and which.
   *
   * @param goesOn by byte: 1 where it cannot follow a form, so that a form in front of it is only the beginning of a word
   * @returns how many ends were written; no more than `ends` holds
   */
  endsFrom(bytes: Uint8Array, start: number, goesOn: Uint8Array, ends: Int32Array, endings: Ending[]): number;
  /** The move of a state stands at `(state << rowBits) + class` of the moves of a StateRoom. */
  readonly rowBits: number;
  /** Works out a move that is UNKNOWN_MOVE still, and returns it. All states may change their numbers by it. */
  explore(state: number, byteClass: number): number;
  /** What ends in a state, where something does. */
  endingOf(state: number): Ending;
}

/** Where the states are to stand, for others to read them too; it does not grow. */
export interface StateRoom {
  /** By byte: its class. */
  readonly classes: Uint8Array;
  readonly moves: Uint16Array;
  /** By state: 1 where a form ends. */
  readonly isEnd: Uint8Array;
}

const STATE_DEAD = 0;
export const STATE_START = 1;
export const UNKNOWN_MOVE = 0xffff;
/** Beyond this many states the automaton starts anew, so that a hostile text cannot fill the memory. */
const MOST_STATES = 20_000;
/** Room for so many to begin with; there are hundreds of automatons, and most of them stay small. */
const FIRST_STATES = 64;

/**
 * One automaton for all forms.
 *
 * @param forms in the notation of identifier.ts
 * @param summarise makes of the forms that end at one place what the caller wants to know of them; called once for each set
 * @param room where its states are to stand; absent: room that grows
 * @throws FormFault where a form cannot be read
 */
export function compileForms<Ending>(
  forms: readonly string[],
  summarise: (forms: readonly number[]) => Ending,
  room?: StateRoom,
): FormAutomaton<Ending> {
  const { nfa, origin, formOfEnd } = nondeterministic(forms);
  const endingOf = (ended: readonly number[]) => {
    const ending = ended.flatMap((state) => formOfEnd.get(state) ?? []);
    return ending.length > 0 ? summarise([...new Set(ending)]) : undefined;
  };
  return determine(nfa, origin, endingOf, room);
}

interface ByteClasses {
  readonly classOf: Uint8Array;
  /** A byte of each class. */
  readonly examples: readonly number[];
}

/** Bytes that no form tells apart are one class: there are some dozens instead of 256. */
function classesOf(nfa: Nondeterministic): ByteClasses {
  const tests = [...new Map(nfa.edges.flat().map((edge) => [edge.name, edge.matches])).values()];
  const classes = new Map<string, number>();
  const classOf = new Uint8Array(256);
  const examples: number[] = [];
  for (let byte = 0; byte < 256; byte += 1) {
    const signature = tests.map((matches) => (matches(byte) ? '1' : '0')).join('');
    const known = classes.get(signature) ?? classes.size;
    if (known === classes.size) {
      classes.set(signature, known);
      examples.push(byte);
    }
    classOf[byte] = known;
  }
  return { classOf, examples };
}

/** Where states get by a byte of a class, free moves included; worked out as it is asked for, since most never are. */
function movesOf(nfa: Nondeterministic, examples: readonly number[]) {
  const reached = new Map<number, readonly number[]>();
  const behind = (state: number): readonly number[] => {
    const known = reached.get(state) ?? reach(nfa, [state]);
    reached.set(state, known);
    return known;
  };
  return (states: readonly number[], byteClass: number): number[] => {
    const byte = examples[byteClass] as number;
    const targets = new Set<number>();
    for (const state of states) {
      for (const edge of nfa.edges[state] ?? []) {
        if (edge.matches(byte)) for (const target of behind(edge.next)) targets.add(target);
      }
    }
    return [...targets].sort((a, b) => a - b);
  };
}

/** The deterministic automaton, made as texts ask for its states. */
function determine<Ending>(
  nfa: Nondeterministic,
  origin: number,
  endingOf: (states: readonly number[]) => Ending | undefined,
  room: StateRoom | undefined,
): FormAutomaton<Ending> {
  const { classOf, examples } = classesOf(nfa);
  room?.classes.set(classOf);
  const move = movesOf(nfa, examples);
  // Rows as short as can be: the table is read at every step, and has to stay near the processor.
  const rowBits = Math.ceil(Math.log2(examples.length));
  const row = 1 << rowBits;
  const mostStates = room ? Math.min(MOST_STATES, room.isEnd.length, room.moves.length >> rowBits) : MOST_STATES;
  let table = room?.moves ?? new Uint16Array(FIRST_STATES * row);
  let isEnd = room?.isEnd ?? new Uint8Array(FIRST_STATES);
  let sets: (readonly number[])[] = [];
  let endings: (Ending | undefined)[] = [];
  let numbers = new Map<string, number>();
  const add = (set: readonly number[]): number => {
    const key = set.join();
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const state = sets.push(set) - 1;
    numbers.set(key, state);
    if (sets.length > isEnd.length) {
      const [wider, longer] = [new Uint16Array(table.length * 2), new Uint8Array(isEnd.length * 2)];
      wider.set(table);
      longer.set(isEnd);
      [table, isEnd] = [wider, longer];
    }
    const ending = endingOf(set);
    endings.push(ending);
    isEnd[state] = ending === undefined ? 0 : 1;
    table.fill(UNKNOWN_MOVE, state * row, (state + 1) * row);
    return state;
  };
  const begin = () => {
    sets = [];
    endings = [];
    numbers = new Map();
    add([]);
    table.fill(STATE_DEAD, 0, row);
    add(reach(nfa, [origin]));
  };
  begin();
  const explore = (from: number, byteClass: number): number => {
    let state = from;
    if (sets.length >= mostStates) {
      const set = sets[state] ?? [];
      begin();
      state = add(set);
    }
    const next = add(move(sets[state] ?? [], byteClass));
    table[state * row + byteClass] = next;
    return next;
  };
  return {
    rowBits,
    explore,
    endingOf: (state) => endings[state] as Ending,
    endsFrom(bytes, start, goesOn, ends, found) {
      let [steps, isLast] = [table, isEnd];
      let count = 0;
      let state = STATE_START;
      for (let at = start; at < bytes.length; at += 1) {
        const byteClass = classOf[bytes[at] as number] as number;
        let next = steps[state * row + byteClass] as number;
        if (next === UNKNOWN_MOVE) {
          next = explore(state, byteClass);
          [steps, isLast] = [table, isEnd];
        }
        if (next === STATE_DEAD) return count;
        state = next;
        if (isLast[state] === 1 && !(goesOn[bytes[at + 1] ?? 0] as number) && count < ends.length) {
          ends[count] = at + 1;
          found[count] = endings[state] as Ending;
          count += 1;
        }
      }
      return count;
    },
  };
}
