// Written forms of identifiers, in the notation of identifier.ts, compiled together into one automaton: however many forms
// there are, reading a text takes one step a byte.

/** Recognises all forms at once. `Ending` is what the caller wants to know of the forms that end at one place. */
export interface FormAutomaton<Ending> {
  /**
   * Reads `bytes` from `start` until no form goes on, and writes where forms end, and which.
   *
   * @param goesOn by byte: 1 where it cannot follow a form, so that a form in front of it is only the beginning of a word
   * @returns how many ends were written; no more than `ends` holds
   */
  endsFrom(bytes: Uint8Array, start: number, goesOn: Uint8Array, ends: Int32Array, endings: Ending[]): number;
}

/** What forms may begin with: enough to sort places out before a form is read. */
export interface FirstRuns {
  /** By byte: 1 where a form may begin with it. */
  readonly first: Uint8Array;
  /** By a number of digits times 256, and a byte: 1 where that byte may stand behind so many digits that begin a form. */
  readonly afterDigits: Uint8Array;
  /** The same behind letters. */
  readonly afterLetters: Uint8Array;
  /** Runs are counted up to this length. */
  readonly longest: number;
}

const DEAD = 0;
const START = 1;

/** Why a form cannot be read. */
export class FormFault extends Error {}

// The notation is parsed to a tree, the tree becomes a nondeterministic automaton (Thompson, CACM 11(6), 1968), and that one
// is made deterministic state by state, as the text asks for it.

type Node =
  | { readonly is: 'bytes'; readonly matches: (byte: number) => boolean; readonly name: string }
  | { readonly is: 'sequence'; readonly parts: readonly Node[] }
  | { readonly is: 'either'; readonly options: readonly Node[] }
  | { readonly is: 'repeat'; readonly part: Node; readonly least: number; readonly most: number };

const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39;
const isLetter = (byte: number) => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
const isHex = (byte: number) => isDigit(byte) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66);

const CLASSES: Readonly<Record<string, (byte: number) => boolean>> = {
  '9': isDigit,
  A: isLetter,
  X: (byte) => isDigit(byte) || isLetter(byte),
  H: isHex,
};

/** A separator or none: space, hyphen, full stop, solidus, or a no-break space in UTF-8. */
const SEPARATOR: Node = {
  is: 'repeat',
  least: 0,
  most: 1,
  part: { is: 'either', options: [...[' ', '-', '.', '/'].map((sign) => literal(sign)), literal('\u00a0')] },
};

/** A character as its UTF-8 bytes; letters in either case. */
function literal(character: string): Node {
  const parts = [...Buffer.from(character, 'utf8')].map((wanted): Node => {
    const folded = isLetter(wanted) ? wanted | 0x20 : wanted;
    const matches = (byte: number) => (isLetter(byte) ? byte | 0x20 : byte) === folded;
    return { is: 'bytes', matches, name: `byte ${folded}` };
  });
  return { is: 'sequence', parts };
}

/** No form needs more; a slip such as `{1,1000}` would make millions of states. */
const MOST_REPEATS = 128;

/**
 * Reads one form.
 *
 * @throws FormFault where the notation is wrong: forms are written by us, so this is a programming mistake
 */
function parseForm(form: string): Node {
  let at = 0;
  const fail = (why: string): never => {
    throw new FormFault(`form ${form}: ${why} at ${at}`);
  };
  const sequence = (inGroup: boolean): Node => {
    const parts: Node[] = [];
    while (at < form.length && !(inGroup && form[at] === ']')) parts.push(repeated(atom()));
    return { is: 'sequence', parts };
  };
  const atom = (): Node => {
    const sign = String.fromCodePoint(form.codePointAt(at) ?? 0);
    at += sign.length;
    if (sign === '[') {
      const group = sequence(true);
      if (form[at] !== ']') fail('a group is not closed');
      at += 1;
      return group;
    }
    if (sign === '~') return SEPARATOR;
    if (sign === '\\') {
      const escaped = String.fromCodePoint(form.codePointAt(at) ?? 0);
      at += escaped.length;
      return literal(escaped);
    }
    if (sign === ']' || sign === '{' || sign === '?') fail('a sign stands where nothing is to be repeated');
    const matches = CLASSES[sign];
    return matches ? { is: 'bytes', matches, name: sign } : literal(sign);
  };
  const repeated = (part: Node): Node => {
    if (form[at] === '?') {
      at += 1;
      return { is: 'repeat', part, least: 0, most: 1 };
    }
    const counts = /^\{(\d+)(?:,(\d+))?\}/.exec(form.slice(at));
    if (!counts) return part;
    at += counts[0].length;
    const least = Number(counts[1]);
    const most = Number(counts[2] ?? counts[1]);
    if (most < least || most > MOST_REPEATS) fail('a repetition is too long or the wrong way round');
    return { is: 'repeat', part, least, most };
  };
  return sequence(false);
}

interface Edge {
  readonly matches: (byte: number) => boolean;
  /** The same for edges that match the same bytes. */
  readonly name: string;
  readonly next: number;
}

/** The nondeterministic automaton: state i goes by a byte to `next` of an edge, or freely to each of `free`. */
interface Nondeterministic {
  readonly edges: Edge[][];
  readonly free: number[][];
}

/** Adds the states of a node behind `from`; returns the state in which it ends. */
function build(nfa: Nondeterministic, node: Node, from: number): number {
  switch (node.is) {
    case 'bytes': {
      const next = addState(nfa);
      nfa.edges[from]?.push({ matches: node.matches, name: node.name, next });
      return next;
    }
    case 'sequence':
      return node.parts.reduce((state, part) => build(nfa, part, state), from);
    case 'either': {
      const end = addState(nfa);
      for (const option of node.options) nfa.free[build(nfa, option, from)]?.push(end);
      return end;
    }
    case 'repeat': {
      let state = from;
      for (let i = 0; i < node.least; i += 1) state = build(nfa, node.part, state);
      const end = addState(nfa);
      nfa.free[state]?.push(end);
      for (let i = node.least; i < node.most; i += 1) {
        state = build(nfa, node.part, state);
        nfa.free[state]?.push(end);
      }
      return end;
    }
  }
}

function addState(nfa: Nondeterministic): number {
  nfa.free.push([]);
  return nfa.edges.push([]) - 1;
}

/** Beyond this many states the automaton starts anew, so that a hostile text cannot fill the memory. */
const MOST_STATES = 20_000;
/** Room for so many to begin with; there are hundreds of automatons, and most of them stay small. */
const FIRST_STATES = 64;
const UNKNOWN = 0xffff;

/**
 * One automaton for all forms.
 *
 * @param forms in the notation of identifier.ts
 * @param summarise makes of the forms that end at one place what the caller wants to know of them; called once for each set
 * @throws FormFault where a form cannot be read
 */
export function compileForms<Ending>(
  forms: readonly string[],
  summarise: (forms: readonly number[]) => Ending,
): FormAutomaton<Ending> {
  const { nfa, origin, formOfEnd } = nondeterministic(forms);
  return determine(nfa, origin, (ended) => {
    const ending = ended.flatMap((state) => formOfEnd.get(state) ?? []);
    return ending.length > 0 ? summarise([...new Set(ending)]) : undefined;
  });
}

function nondeterministic(forms: readonly string[]) {
  const nfa: Nondeterministic = { edges: [], free: [] };
  const origin = addState(nfa);
  /** The form that ends in a state. */
  const formOfEnd = new Map<number, number>();
  forms.forEach((form, index) => {
    const begin = addState(nfa);
    nfa.free[origin]?.push(begin);
    const end = build(nfa, parseForm(form), begin);
    if (reach(nfa, [begin]).includes(end)) throw new FormFault(`form ${form} matches nothing at all`);
    formOfEnd.set(end, index);
  });
  return { nfa, origin, formOfEnd };
}

/**
 * How many bytes of a form may stand before its first digit; Infinity where it may end without one.
 *
 * @param form in the notation of identifier.ts
 */
export function leadOf(form: string): number {
  const nfa: Nondeterministic = { edges: [], free: [] };
  const begin = addState(nfa);
  const end = build(nfa, parseForm(form), begin);
  let states = reach(nfa, [begin]);
  for (let length = 0; states.length > 0; length += 1) {
    if (states.includes(end)) return Number.POSITIVE_INFINITY;
    const byOthers = states.flatMap((state) => (nfa.edges[state] ?? []).filter(takesMoreThanDigits));
    if (byOthers.length === 0) return length;
    states = reach(
      nfa,
      byOthers.map(({ next }) => next),
    );
  }
  return Number.POSITIVE_INFINITY;
}

/**
 * Bytes of the longest text that a form matches.
 *
 * @param form in the notation of identifier.ts
 */
export function longestOf(form: string): number {
  const longest = (node: Node): number => {
    switch (node.is) {
      case 'bytes':
        return 1;
      case 'sequence':
        return node.parts.reduce((sum, part) => sum + longest(part), 0);
      case 'either':
        return Math.max(...node.options.map(longest));
      case 'repeat':
        return node.most * longest(node.part);
    }
  };
  return longest(parseForm(form));
}

const LONGEST_RUN = 128;
const ALL_BYTES = Array.from({ length: 256 }, (_, byte) => byte);

/** What these forms may begin with. @throws FormFault where a form cannot be read */
export function firstRunsOf(forms: readonly string[]): FirstRuns {
  const { nfa, origin, formOfEnd } = nondeterministic(forms);
  const begin = reach(nfa, [origin]);
  const first = bytesFrom(nfa, begin);
  const isLast = (states: readonly number[]) => states.some((state) => formOfEnd.has(state));
  const digits = runsOf(nfa, begin, isDigit, isLast);
  const letters = runsOf(nfa, begin, isLetter, isLast);
  return { first, afterDigits: digits, afterLetters: letters, longest: LONGEST_RUN };
}

/** What may stand behind a run of bytes of one sort; a run as long as can be counted may be followed by anything. */
function runsOf(
  nfa: Nondeterministic,
  begin: readonly number[],
  isOfRun: (byte: number) => boolean,
  isLast: (states: readonly number[]) => boolean,
): Uint8Array {
  const takesRun = askedOnce((edge) => ALL_BYTES.some((byte) => isOfRun(byte) && edge.matches(byte)));
  const after = new Uint8Array((LONGEST_RUN + 1) << 8);
  let states = begin;
  for (let length = 1; length <= LONGEST_RUN && states.length > 0; length += 1) {
    const edges = states.flatMap((state) => nfa.edges[state] ?? []);
    states = reach(
      nfa,
      edges.filter(takesRun).map(({ next }) => next),
    );
    const next = bytesFrom(nfa, states);
    const ends = isLast(states);
    for (const byte of ALL_BYTES) {
      const mayFollow = length === LONGEST_RUN || next[byte] === 1 || (ends && !isDigit(byte) && !isLetter(byte));
      after[(length << 8) | byte] = states.length > 0 && mayFollow ? 1 : 0;
    }
  }
  return after;
}

/** By byte: 1 where a move by it leads out of these states. */
function bytesFrom(nfa: Nondeterministic, states: readonly number[]): Uint8Array {
  const edges = new Map<string, Edge>();
  for (const state of states) for (const edge of nfa.edges[state] ?? []) edges.set(edge.name, edge);
  const bytes = new Uint8Array(256);
  for (const { matches } of edges.values()) for (const byte of ALL_BYTES) if (matches(byte)) bytes[byte] = 1;
  return bytes;
}

/** The same answer about edges, asked once for all that match the same bytes. */
function askedOnce(ask: (edge: Edge) => boolean): (edge: Edge) => boolean {
  const answers = new Map<string, boolean>();
  return (edge) => {
    const answer = answers.get(edge.name) ?? ask(edge);
    answers.set(edge.name, answer);
    return answer;
  };
}

const takesMoreThanDigits = askedOnce(({ matches }) => ALL_BYTES.some((byte) => matches(byte) && !isDigit(byte)));

/** These states and all that are reached from them freely, sorted. */
function reach(nfa: Nondeterministic, states: readonly number[]): number[] {
  const seen = new Set(states);
  for (const state of seen) for (const next of nfa.free[state] ?? []) seen.add(next);
  return [...seen].sort((a, b) => a - b);
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
): FormAutomaton<Ending> {
  const { classOf, examples } = classesOf(nfa);
  const move = movesOf(nfa, examples);
  // Rows as short as can be: the table is read at every step, and has to stay near the processor.
  const row = examples.length;
  let table = new Uint16Array(FIRST_STATES * row);
  let isEnd = new Uint8Array(FIRST_STATES);
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
    table.fill(UNKNOWN, state * row, (state + 1) * row);
    return state;
  };
  const begin = () => {
    sets = [];
    endings = [];
    numbers = new Map();
    add([]);
    table.fill(DEAD, 0, row);
    add(reach(nfa, [origin]));
  };
  begin();
  const explore = (from: number, byteClass: number): number => {
    let state = from;
    if (sets.length >= MOST_STATES) {
      const set = sets[state] ?? [];
      begin();
      state = add(set);
    }
    const next = add(move(sets[state] ?? [], byteClass));
    table[state * row + byteClass] = next;
    return next;
  };
  return {
    endsFrom(bytes, start, goesOn, ends, found) {
      let [steps, isLast] = [table, isEnd];
      let count = 0;
      let state = START;
      for (let at = start; at < bytes.length; at += 1) {
        const byteClass = classOf[bytes[at] as number] as number;
        let next = steps[state * row + byteClass] as number;
        if (next === UNKNOWN) {
          next = explore(state, byteClass);
          [steps, isLast] = [table, isEnd];
        }
        if (next === DEAD) return count;
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
