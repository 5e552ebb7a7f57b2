// The severity of a breach after ENISA: a value where the facts decide it, else a range with the facts that would move it.
import { completeFacts, openFacts, type Turn } from '../facts/completion.ts';
import type { FactName } from '../facts/definitions.ts';
import { knownValue } from '../facts/fact.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { type Band, bandOf, enisaSeverity } from './enisa.ts';
import { inputsOf, type Judgement, type Score, scoresOf } from './scores.ts';

/** One score, at the least and at the most that it can be. */
export interface ScoreRange {
  readonly of: Score['of'];
  readonly from: number;
  readonly to: number;
  /** Why it is so, or why it is so at the least and at the most. */
  readonly why: string;
}

/** A fact that would narrow the range, and by how much at the most. */
export interface Mover {
  readonly fact: FactName;
  /** In points of severity. */
  readonly by: number;
}

export interface Severity {
  readonly from: number;
  readonly to: number;
  readonly bands: { readonly from: Band; readonly to: Band };
  readonly scores: readonly ScoreRange[];
  /** The most decisive first; none where the severity is a value. */
  readonly movedBy: readonly Mover[];
  /** What ENISA reports beside the score: it does not enter it. */
  readonly flags: readonly ('more than 100 people' | 'data unintelligible')[];
}

/**
 * The severity of a breach.
 *
 * @param facts without contradictions
 */
export function severityOf(facts: BreachFacts): Severity {
  const [least, most] = [scoresAt(facts, 'least'), scoresAt(facts, 'most')];
  const [from, to] = [enisaSeverity(inputsOf(least)), enisaSeverity(inputsOf(most))];
  return {
    from,
    to,
    bands: { from: bandOf(from), to: bandOf(to) },
    scores: least.map((score, i) => rangeOf(score, most[i] ?? score)),
    movedBy: moversOf(facts, least, most),
    flags: flagsOf(facts),
  };
}

function scoresAt(facts: BreachFacts, turn: Turn): readonly Score[] {
  const judgement: Judgement = {
    categories: knownValue(facts.categoryScores) ?? [],
    identifiability: knownValue(facts.identifiability),
  };
  return scoresOf(completeFacts(facts, turn), judgement, turn);
}

function rangeOf(least: Score, most: Score): ScoreRange {
  const why =
    least.points === most.points
      ? most.why
      : `at the least, ${least.why}; at the most, ${most.why.replace(/^at the most, /, '')}`;
  return {
    of: least.of,
    from: least.points,
    to: most.points,
    why: why.replace('at the least, at the least', 'at the least'),
  };
}

/** The facts behind each score that is open, with what its being open is worth. */
function moversOf(facts: BreachFacts, least: readonly Score[], most: readonly Score[]): readonly Mover[] {
  const [bottom, top] = [inputsOf(least), inputsOf(most)];
  const worth = (of: Score['of']) => {
    if (of === 'DPC') return (top.dpc - bottom.dpc) * top.ei;
    if (of === 'EI') return (top.ei - bottom.ei) * top.dpc;
    return spread(of, least, most);
  };
  const open = namesOfOpen(facts);
  const byFact = new Map<FactName, number>();
  for (const { of, facts: names } of most.filter((score) => worth(score.of) > 0)) {
    for (const name of names.filter((one) => open.has(one))) {
      byFact.set(name, Math.max(byFact.get(name) ?? 0, worth(of)));
    }
  }
  return [...byFact].map(([fact, by]) => ({ fact, by })).sort((a, b) => b.by - a.by);
}

/** Facts that can still turn out either way, and judgements that nobody made. */
function namesOfOpen(facts: BreachFacts): ReadonlySet<FactName> {
  const judgements = ['categoryScores', 'identifiability', 'alteration'] as const;
  return new Set<FactName>([
    ...openFacts(completeFacts(facts, 'least'), completeFacts(facts, 'most')),
    ...judgements.filter((name) => facts[name].state === 'unknown'),
  ]);
}

function spread(of: Score['of'], least: readonly Score[], most: readonly Score[]): number {
  const points = (scores: readonly Score[]) => scores.find((score) => score.of === of)?.points ?? 0;
  return points(most) - points(least);
}

function flagsOf(facts: BreachFacts): Severity['flags'] {
  const persons = knownValue(facts.persons);
  return [
    ...(persons !== undefined && persons.lower > 100 ? (['more than 100 people'] as const) : []),
    ...(completeFacts(facts, 'most').unintelligible ? (['data unintelligible'] as const) : []),
  ];
}
