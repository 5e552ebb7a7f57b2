// `temporal`: how many of the rules were met, or whether an extended condition over them holds.
import type { Condition } from '../../condition/parse.ts';
import type { Aggregate } from './aggregate.ts';

export function temporal(ruleCount: number): Aggregate {
  const { counts, add, remove } = perRule(ruleCount);
  return { add, remove, measure: () => counts.reduce((met, count) => met + (count > 0 ? 1 : 0), 0) };
}

/** @param names the rules as the condition calls them, in the order of their numbers */
export function temporalExtended(names: readonly string[], condition: Condition): Aggregate {
  const { counts, add, remove } = perRule(names.length);
  return { add, remove, measure: () => (holds(condition, (name) => (counts[names.indexOf(name)] ?? 0) > 0) ? 1 : 0) };
}

function perRule(ruleCount: number) {
  const counts = new Array<number>(ruleCount).fill(0);
  const change = (by: number) => (payload: string | number | undefined) => {
    const rule = Number(payload);
    counts[rule] = (counts[rule] ?? 0) + by;
  };
  return { counts, add: change(1), remove: change(-1) };
}

export function holds(condition: Condition, isMet: (name: string) => boolean): boolean {
  switch (condition.kind) {
    case 'name':
      return isMet(condition.name);
    case 'not':
      return !holds(condition.of, isMet);
    case 'and':
      return condition.of.every((part) => holds(part, isMet));
    case 'or':
      return condition.of.some((part) => holds(part, isMet));
    case 'some':
      return false;
  }
}
