// One rule tried on an event: whether it matches, and if not, what does not hold. In words of the rule; no value of an event is in them.
import { type Fields, isMeantFor, type SigmaEvent } from '../events/event.ts';
import { ABSENT, fieldOf } from '../events/field-value.ts';
import { createEventReader } from '../events/read-event.ts';
import { taxonomyWith } from '../events/taxonomy.ts';
import type { RuleSet } from '../sigma/rule-set.ts';
import type { Expression } from '../values/expression.ts';
import { explain, itemText } from './explain.ts';
import { matchesPlainly } from './plain.ts';

export interface Trial {
  /** `other-source`: it is for another log source than that of the event. */
  readonly verdict: 'matches' | 'misses' | 'other-source';
  /** What held, or what did not. */
  readonly why: readonly string[];
}

/**
 * @param rule as in `about.rule`
 * @returns undefined where no rule of the set has the name: correlations are tried by observing
 */
export function createTrial({ rules }: Pick<RuleSet, 'rules'>, rule: string): ((fields: Fields) => Trial) | undefined {
  const found = rules.find(({ about }) => about.rule === rule);
  if (found === undefined) return undefined;
  const read = createEventReader(taxonomyWith(rules.map(({ logSource }) => logSource)));
  return (fields) => {
    const event = read(fields);
    if (!isMeantFor(found.logSource, event.source)) {
      const { product, category, service } = found.logSource;
      const named = Object.entries({ product, category, service }).filter(([, value]) => value !== undefined);
      return { verdict: 'other-source', why: named.map(([key, value]) => `${key} ${value}`) };
    }
    if (matchesPlainly(found.expression, event)) return { verdict: 'matches', why: [explain(found.expression, event)] };
    return { verdict: 'misses', why: [...new Set(lacking(found.expression, event, ''))].slice(0, MAX_LACKING) };
  };
}

/** More do not explain better. */
const MAX_LACKING = 8;

/** The parts that would have had to be otherwise. */
function lacking(expression: Expression, event: SigmaEvent, name: string): string[] {
  switch (expression.kind) {
    case 'never':
      return [`${name}nobody gave values for %${expression.placeholder}%`];
    case 'item': {
      const { field, values } = expression.item;
      if (field !== undefined && fieldOf(event.fields, field) === ABSENT) return [`${name}${field} is not there`];
      const [first] = values;
      return values.length === 1
        ? [`${name}not so: ${itemText(expression.item, first)}`]
        : [`${name}${field ?? 'the event'} has none of its ${values.length} values`];
    }
    case 'named':
      return lacking(expression.of, event, `${expression.name}: `);
    case 'not':
      return [`left out: ${explain(expression.of, event)}`];
    case 'and':
      return expression.of.filter((part) => !matchesPlainly(part, event)).flatMap((part) => lacking(part, event, name));
    case 'or':
      return expression.of.flatMap((part) => lacking(part, event, name));
  }
}
