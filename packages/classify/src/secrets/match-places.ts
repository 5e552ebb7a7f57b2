// Where in a text which rule may match: near its words, where what has to follow them follows.
import type { Hits } from '../finder.ts';
import type { Sign } from './anchor.ts';
import type { Stretch } from './encoded-stretch.ts';
import type { Gate } from './gate-table.ts';
import type { RulePrograms } from './rule-program.ts';
import { PERHAPS, PERHAPS_NOT, type TailAutomaton } from './tail-automaton.ts';

export interface MatchPlaces {
  /** Rules that gitleaks would run. */
  readonly enabled: ReadonlySet<number>;
  /** Places where a match of the rule may be, in no order. */
  readonly byRule: ReadonlyMap<number, number[]>;
}

const NOWHERE: MatchPlaces = { enabled: new Set(), byRule: new Map() };

/**
 * Runs the gates of all words that were met.
 *
 * @param active by the index of the rule: 0 where it does not hold for this file
 * @param encoded gets stretches where a rule would match if escapes were read
 */
export function matchPlaces(
  rules: RulePrograms,
  active: Uint8Array,
  bytes: Uint8Array,
  hits: Hits,
  encoded: Stretch[] | undefined,
): MatchPlaces {
  const { table, programs, everywhere, requiresGuarded, isAwaited } = rules;
  if (hits.length === 0 && everywhere.length === 0) return NOWHERE;
  const { gates, guardedGates, keywordOf, isFollower } = table;
  const enabled = new Set<number>();
  const byRule = new Map<number, number[]>();
  /** Gates that only open where a certain word follows, until all words are known. */
  const waiting: { readonly gate: Gate; readonly wordEnd: number }[] = [];
  const lastEndOf = new Map<number, number>();
  let guarded = false;
  for (let i = 0; i < hits.length; i += 1) {
    const trigger = hits.trigger[i] as number;
    const end = hits.end[i] as number;
    if (isAwaited[trigger]) rules.wake(trigger);
    const list = gates[trigger] as readonly Gate[];
    for (let g = 0; g < list.length; g += 1) tryGate(list[g] as Gate, end);
    if (isFollower[trigger]) lastEndOf.set(trigger, end);
    for (const index of keywordOf[trigger] as readonly number[]) {
      if (active[index] !== 0) enabled.add(index);
      guarded = true;
    }
  }
  for (const { gate, wordEnd } of waiting) {
    // What has to follow may be a part of the word itself: `abcabc` is one of `abck*abc`.
    const begin = wordEnd - gate.back;
    if (gate.followers.some((trigger) => (lastEndOf.get(trigger) ?? 0) > begin)) runGate(gate, wordEnd);
  }
  for (const { index } of everywhere) if (active[index] !== 0) enabled.add(index);
  if (guarded || requiresGuarded) {
    for (let i = 0; i < hits.length; i += 1) {
      for (const gate of guardedGates[hits.trigger[i] as number] as readonly Gate[]) {
        if (enabled.has(gate.rule) || programs[gate.rule]?.isRequired) runGate(gate, hits.end[i] as number);
      }
    }
  }
  return { enabled, byRule };

  function tryGate(gate: Gate, wordEnd: number): void {
    if (active[gate.rule] === 0) return;
    if (gate.followers.length === 0) runGate(gate, wordEnd);
    else waiting.push({ gate, wordEnd });
  }

  function mayBeEscaped(automaton: TailAutomaton, at: number, stop: number): boolean {
    return isEscape(bytes, at, stop) || (automaton.readsOverEscapes() && hasEscape(bytes, at, stop));
  }

  function runGate(gate: Gate, wordEnd: number): void {
    const index = gate.rule;
    if (active[index] === 0) return;
    const at = wordEnd - gate.back;
    if (at < 0) return;
    if (gate.sign !== undefined && !hasSign(bytes, at, gate.sign)) return;
    const stop = gate.automaton.run(bytes, at);
    if (stop === PERHAPS) {
      const places = byRule.get(index);
      if (places) places.push(at);
      else byRule.set(index, [at]);
      if (!gate.isGuarded) enabled.add(index);
    } else if (encoded && mayBeEscaped(gate.automaton, at, stop)) {
      const to = gate.automaton.runEscaped(bytes, at);
      if (to !== PERHAPS_NOT) encoded.push({ from: at, to });
    }
  }
}

/** Whether a sign stands where one has to; an escape may be one. Quicker than the automaton, as bytes are read at once. */
function hasSign(bytes: Uint8Array, at: number, { isSign, first, last }: Sign): boolean {
  const end = Math.min(bytes.length - 1, at + last);
  for (let i = at + first; i <= end; i += 1) {
    const byte = bytes[i] as number;
    if (isSign[byte] === 1 || byte === BACKSLASH || byte === PERCENT) return true;
  }
  return false;
}

const BACKSLASH = 0x5c;
const PERCENT = 0x25;

/** Whether a match fails at an escape, so that it may be one when the escape is read. */
function isEscape(bytes: Uint8Array, from: number, at: number): boolean {
  return bytes[at] === BACKSLASH || bytes[at] === PERCENT || (at > from && bytes[at - 1] === BACKSLASH);
}

/** Whether an escape stands in a part. */
function hasEscape(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (bytes[i] === BACKSLASH || bytes[i] === PERCENT) return true;
  return false;
}
