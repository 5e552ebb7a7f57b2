// Written forms of identifiers, in the notation of identifier.ts, compiled together into one automaton: however many forms
// there are, reading a text takes one step a byte.

/** Recognises all forms at once. States are numbers; `DEAD` means that no form goes on. */
export interface FormAutomaton {
  readonly start: number;
  /** The state after one more byte. */
  step(state: number, byte: number): number;
  /** Indexes of the forms that end in this state; empty for most states. */
  accepted(state: number): readonly number[];
}

export const DEAD = 0;

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
    return { is: 'bytes', matches, name: String(folded) };
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

/** The nondeterministic automaton: state i goes by `byte` to `next`, or freely to each of `free`. */
interface Nondeterministic {
  readonly edges: { readonly matches: (byte: number) => boolean; readonly next: number }[][];
  readonly free: number[][];
}

/** Adds the states of a node behind `from`; returns the state in which it ends. */
function build(nfa: Nondeterministic, node: Node, from: number): number {
  switch (node.is) {
    case 'bytes': {
      const next = addState(nfa);
      nfa.edges[from]?.push({ matches: node.matches, next });
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
const UNKNOWN = 0xffff_ffff;

/**
 * One automaton for all forms.
 *
 * @param forms in the notation of identifier.ts
 * @throws FormFault where one cannot be read
 */
export function compileForms(forms: readonly string[]): FormAutomaton {
  const nfa: Nondeterministic = { edges: [], free: [] };
  const origin = addState(nfa);
  const formOfEnd = new Map<number, number>();
  forms.forEach((form, index) => {
    const begin = addState(nfa);
    nfa.free[origin]?.push(begin);
    const end = build(nfa, parseForm(form), begin);
    if (reach(nfa, [begin]).includes(end)) throw new FormFault(`form ${form} matches nothing at all`);
    formOfEnd.set(end, index);
  });
  return determine(nfa, origin, formOfEnd);
}

/** These states and all that are reached from them freely, sorted. */
function reach(nfa: Nondeterministic, states: readonly number[]): number[] {
  const seen = new Set(states);
  for (const state of seen) for (const next of nfa.free[state] ?? []) seen.add(next);
  return [...seen].sort((a, b) => a - b);
}

function determine(nfa: Nondeterministic, origin: number, formOfEnd: ReadonlyMap<number, number>): FormAutomaton {
  let table = new Uint32Array(256 * 256);
  let sets: (readonly number[])[] = [];
  let outputs: (readonly number[])[] = [];
  let numbers = new Map<string, number>();
  const add = (set: readonly number[]): number => {
    const key = set.join();
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const state = sets.push(set) - 1;
    numbers.set(key, state);
    outputs.push([...new Set(set.flatMap((member) => formOfEnd.get(member) ?? []))]);
    if (sets.length * 256 > table.length) {
      const wider = new Uint32Array(table.length * 2);
      wider.set(table);
      table = wider;
    }
    table.fill(UNKNOWN, state * 256, (state + 1) * 256);
    return state;
  };
  const begin = () => {
    sets = [];
    outputs = [];
    numbers = new Map();
    add([]);
    table.fill(DEAD, 0, 256);
    add(reach(nfa, [origin]));
  };
  begin();
  const explore = (state: number, byte: number): number => {
    if (sets.length >= MOST_STATES) {
      const set = sets[state] ?? [];
      begin();
      return explore(add(set), byte);
    }
    const targets = (sets[state] ?? []).flatMap((member) =>
      (nfa.edges[member] ?? []).filter((edge) => edge.matches(byte)).map((edge) => edge.next),
    );
    const next = add(reach(nfa, targets));
    table[state * 256 + byte] = next;
    return next;
  };
  return {
    start: 1,
    step(state, byte) {
      const next = table[(state << 8) | byte] as number;
      return next === UNKNOWN ? explore(state, byte) : next;
    },
    accepted: (state) => outputs[state] ?? [],
  };
}
