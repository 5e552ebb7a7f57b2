// Forms as a nondeterministic automaton (Thompson, CACM 11(6), 1968), from which the others are made.
import { FormFault, type Node, parseForm } from './notation.ts';

export interface Edge {
  readonly matches: (byte: number) => boolean;
  /** The same for edges that match the same bytes. */
  readonly name: string;
  readonly next: number;
}

/** The nondeterministic automaton: state i goes by a byte to `next` of an edge, or freely to each of `free`. */
export interface Nondeterministic {
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

/** One automaton of these forms. @throws FormFault where a form cannot be read */
export function nondeterministic(forms: readonly string[]) {
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

/** These states and all that are reached from them freely, sorted. */
export function reach(nfa: Nondeterministic, states: readonly number[]): number[] {
  const seen = new Set(states);
  for (const state of seen) for (const next of nfa.free[state] ?? []) seen.add(next);
  return [...seen].sort((a, b) => a - b);
}
