// `temporal_ordered`: how many of the rules were met one after the other, in the order of the list. For each rule and length it is
// enough to know the latest moment at which such a chain began, so the cost does not grow with the window.
import type { Condition } from '../../condition/parse.ts';
import type { Aggregate } from './aggregate.ts';
import { holds } from './temporal.ts';

const NEVER = Number.NEGATIVE_INFINITY;

/** Chains of rules in order: when did the latest one begin that ends with this rule and is so long. */
function chains(ruleCount: number) {
  const begun = Array.from({ length: ruleCount }, () => new Array<number>(ruleCount + 1).fill(NEVER));
  return {
    add: (rule: number, time: number) => {
      const own = begun[rule];
      if (own === undefined) return;
      own[1] = time;
      for (let length = 2; length <= rule + 1; length += 1) {
        let latest = own[length] ?? NEVER;
        for (let before = 0; before < rule; before += 1)
          latest = Math.max(latest, begun[before]?.[length - 1] ?? NEVER);
        own[length] = latest;
      }
    },
    longest: (from: number) => {
      for (let length = ruleCount; length > 0; length -= 1) {
        if (begun.some((own) => (own[length] ?? NEVER) >= from)) return length;
      }
      return 0;
    },
  };
}

export function temporalOrdered(ruleCount: number): Aggregate {
  const { add, longest } = chains(ruleCount);
  return { needsOrder: true, add: (payload, time) => add(Number(payload), time), remove: () => {}, measure: longest };
}

/** The condition holds, and those of its rules that were met, and are not under a `not`, were met in the order of their mention. */
export function temporalOrderedExtended(names: readonly string[], condition: Condition): Aggregate {
  const lastMet = new Array<number>(names.length).fill(NEVER);
  const wanted = new Set(positiveNames(condition, false));
  const kept: { readonly rule: number; readonly time: number }[] = [];
  return {
    needsOrder: true,
    add: (payload, time) => {
      lastMet[Number(payload)] = time;
      kept.push({ rule: Number(payload), time });
    },
    remove: () => void kept.shift(),
    measure: (from) => {
      const isMet = (name: string) => (lastMet[names.indexOf(name)] ?? NEVER) >= from;
      if (!holds(condition, isMet)) return 0;
      const order = names.filter((name) => wanted.has(name) && isMet(name)).map((name) => names.indexOf(name));
      const { add, longest } = chains(order.length);
      for (const { rule, time } of kept) if (time >= from && order.includes(rule)) add(order.indexOf(rule), time);
      return longest(from) === order.length ? 1 : 0;
    },
  };
}

function positiveNames(condition: Condition, isUnderNot: boolean): readonly string[] {
  switch (condition.kind) {
    case 'name':
      return isUnderNot ? [] : [condition.name];
    case 'some':
      return [];
    case 'not':
      return positiveNames(condition.of, !isUnderNot);
    case 'and':
    case 'or':
      return condition.of.flatMap((part) => positiveNames(part, isUnderNot));
  }
}
