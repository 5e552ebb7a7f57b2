// The words that rules wait for, and by word: which rule it may be part of a match of, and what has to stand around it.
import type { Sign } from './anchor.ts';
import type { TailAutomaton } from './tail-automaton.ts';

/** A word that was met may be part of a match of a rule. */
export interface Gate {
  /** Index of the rule. */
  readonly rule: number;
  /** Bytes from the beginning of what the automaton reads to the end of the word. */
  readonly back: number;
  readonly automaton: TailAutomaton;
  /** Triggers of which one has to stand behind the word; empty where none has to. */
  readonly followers: readonly number[];
  readonly sign: Sign | undefined;
  /** Whether a keyword of the rule has to stand in the text as well, wherever. */
  readonly isGuarded: boolean;
}

/** A word is known by its index, its trigger. */
export interface GateTable {
  /** By trigger: the word, lower-case latin1. */
  readonly words: readonly string[];
  /** By trigger: gates of rules that need no keyword besides. */
  readonly gates: readonly (readonly Gate[])[];
  /** By trigger: gates of rules of which a keyword has to stand in the text as well. */
  readonly guardedGates: readonly (readonly Gate[])[];
  /** By trigger: rules that have the word as a keyword, where that is not plain from the gate. */
  readonly keywordOf: readonly (readonly number[])[];
  /** By trigger: whether it is a follower of some gate. */
  readonly isFollower: readonly boolean[];
  /** The trigger of a word; undefined where the table is closed and does not know it. */
  trigger(word: string): number | undefined;
  addKeyword(word: string, rule: number): void;
  /** @param followers words; those that a closed table does not know are not waited for */
  addGate(word: string, gate: Omit<Gate, 'followers'>, followers: readonly string[]): void;
  /** From now on no words are added, since the search for them is made. */
  close(): void;
}

export function createGateTable(): GateTable {
  const words: string[] = [];
  const triggers = new Map<string, number>();
  const gates: Gate[][] = [];
  const guardedGates: Gate[][] = [];
  const keywordOf: number[][] = [];
  const isFollower: boolean[] = [];
  let isClosed = false;

  function trigger(word: string): number | undefined {
    const known = triggers.get(word);
    if (known !== undefined || isClosed) return known;
    triggers.set(word, words.length);
    gates.push([]);
    guardedGates.push([]);
    keywordOf.push([]);
    isFollower.push(false);
    return words.push(word) - 1;
  }

  function triggersOf(followers: readonly string[]): readonly number[] {
    const known = followers.map(trigger).filter((follower) => follower !== undefined);
    return known.length === followers.length ? known : [];
  }

  return {
    words,
    gates,
    guardedGates,
    keywordOf,
    isFollower,
    trigger,
    addKeyword(word, rule) {
      keywordOf[trigger(word) ?? -1]?.push(rule);
    },
    addGate(word, gate, followers) {
      const waitedFor = triggersOf(followers);
      for (const follower of waitedFor) isFollower[follower] = true;
      const list = gate.isGuarded ? guardedGates : gates;
      list[trigger(word) ?? -1]?.push({ ...gate, followers: waitedFor });
    },
    close() {
      isClosed = true;
    },
  };
}
