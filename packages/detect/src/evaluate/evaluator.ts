// Which rules match an event: the indexed evaluator for every day, and the plain one that it has to agree with.
import { type CandidateIndex, createCandidateIndex, type Watched } from '../candidates/candidate-index.ts';
import { fieldWitnessOf, popularityOf, type Witness, witnessOf } from '../candidates/witness.ts';
import { type EventSource, isMeantFor, type SigmaEvent, sourceOf } from '../events/event.ts';
import type { LogSource } from '../sigma/rule.ts';
import type { CompiledRule } from '../sigma/rule-set.ts';
import { createCompiler, type Test } from './compile.ts';
import { EventContext } from './event-context.ts';
import { expressionKey } from './keys.ts';
import { matchesPlainly } from './plain.ts';

export interface Evaluator {
  /** Indexes of the rules that match, ascending. */
  readonly match: (event: SigmaEvent) => readonly number[];
  /** How many rules were evaluated for how many events. */
  readonly effort: () => { readonly events: number; readonly evaluations: number };
}

/** Sources with an index of their own; others share one, so that nobody fills the memory with sources. */
const MAX_INDEXES = 64;

/** Rules of one log source that ask the same. */
interface Unit {
  readonly logSource: LogSource;
  readonly rules: number[];
  readonly test: Test;
  readonly witness: Witness | undefined;
  readonly isElseTrue: boolean;
}

const NOTHING: SigmaEvent = { fields: {}, source: sourceOf({}) };

export function createEvaluator(rules: readonly CompiledRule[]): Evaluator {
  const context = new EventContext();
  const units = unitsOf(rules, context);
  const everything = indexOf(units, context);
  const indexes = new Map<string, CandidateIndex>();
  const seenAt = new Uint32Array(units.length);
  let events = 0;
  let evaluations = 0;

  const indexFor = (source: EventSource): { index: CandidateIndex; isSifted: boolean } => {
    const known = indexes.get(source.key);
    if (known) return { index: known, isSifted: true };
    if (indexes.size >= MAX_INDEXES) return { index: everything, isSifted: false };
    const index = indexOf(units, context, source);
    indexes.set(source.key, index);
    return { index, isSifted: true };
  };

  return {
    match: ({ fields, source }) => {
      const { index, isSifted } = indexFor(source);
      events += 1;
      // The stamps are 32 bits wide.
      const stamp = events >>> 0;
      if (stamp === 0) seenAt.fill(0);
      const matched: number[] = [];
      context.load(fields);
      index.each(context, (number) => {
        if (seenAt[number] === stamp) return;
        seenAt[number] = stamp;
        const unit = units[number];
        if (unit === undefined || (!isSifted && !isMeantFor(unit.logSource, source))) return;
        evaluations += 1;
        if (unit.test(context)) matched.push(...unit.rules);
      });
      for (const number of index.elseTrue) {
        const unit = units[number];
        if (seenAt[number] === stamp || unit === undefined) continue;
        if (isSifted || isMeantFor(unit.logSource, source)) matched.push(...unit.rules);
      }
      return matched.length > 1 ? matched.sort((a, b) => a - b) : matched;
    },
    effort: () => ({ events, evaluations }),
  };
}

function unitsOf(rules: readonly CompiledRule[], context: EventContext): readonly Unit[] {
  const { compile } = createCompiler(context);
  const popularity = popularityOf(rules.map(({ expression }) => expression));
  const units = new Map<string, Unit>();
  for (const [index, { expression, logSource }] of rules.entries()) {
    const { category = '', product = '', service = '' } = logSource;
    const key = `${category}\n${product}\n${service}\n${expressionKey(expression)}`;
    const unit = units.get(key);
    if (unit) unit.rules.push(index);
    else {
      const witness = witnessOf(expression, popularity);
      const fieldWitness = witness === undefined ? fieldWitnessOf(expression) : undefined;
      units.set(key, {
        logSource,
        rules: [index],
        test: compile(expression),
        witness: witness ?? fieldWitness,
        isElseTrue: fieldWitness !== undefined && matchesPlainly(expression, NOTHING),
      });
    }
  }
  return [...units.values()];
}

function indexOf(units: readonly Unit[], context: EventContext, source?: EventSource): CandidateIndex {
  const watched = units.flatMap(({ logSource, witness, isElseTrue }, unit): Watched[] =>
    source === undefined || isMeantFor(logSource, source) ? [{ unit, witness, isElseTrue }] : [],
  );
  return createCandidateIndex(watched, context);
}

/** Every rule of the log source, evaluated for every event. */
export function createPlainEvaluator(rules: readonly CompiledRule[]): Evaluator {
  let events = 0;
  let evaluations = 0;
  return {
    match: (event) => {
      events += 1;
      return rules.flatMap(({ logSource, expression }, index) => {
        if (!isMeantFor(logSource, event.source)) return [];
        evaluations += 1;
        return matchesPlainly(expression, event) ? [index] : [];
      });
    },
    effort: () => ({ events, evaluations }),
  };
}
