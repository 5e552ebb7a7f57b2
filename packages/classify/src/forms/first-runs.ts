// What stands first in forms: their first digits or letters and what follows them, and how far from the start a digit comes.
import { type Edge, type Nondeterministic, nondeterministic, reach } from './nondeterministic.ts';
import { isDigit, isLetter } from './notation.ts';

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

/**
 * How many bytes of a form may stand before its first digit; Infinity where it may end without one.
 *
 * @param form in the notation of identifier.ts
 */
export function leadOf(form: string): number {
  const { nfa, origin, formOfEnd } = nondeterministic([form]);
  let states = reach(nfa, [origin]);
  for (let length = 0; states.length > 0; length += 1) {
    if (states.some((state) => formOfEnd.has(state))) return Number.POSITIVE_INFINITY;
    const byOthers = states.flatMap((state) => (nfa.edges[state] ?? []).filter(takesMoreThanDigits));
    if (byOthers.length === 0) return length;
    states = reach(
      nfa,
      byOthers.map(({ next }) => next),
    );
  }
  return Number.POSITIVE_INFINITY;
}

const takesMoreThanDigits = askedOnce(({ matches }) => ALL_BYTES.some((byte) => matches(byte) && !isDigit(byte)));

/** The same answer about edges, asked once for all that match the same bytes. */
function askedOnce(ask: (edge: Edge) => boolean): (edge: Edge) => boolean {
  const answers = new Map<string, boolean>();
  return (edge) => {
    const answer = answers.get(edge.name) ?? ask(edge);
    answers.set(edge.name, answer);
    return answer;
  };
}
