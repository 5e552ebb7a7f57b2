// A witness of a rule: atoms of which at least one is true of every event that the rule matches. Of all that a rule demands, the part
// is taken that is met least often.
import { type Expression, itemsOf } from '../values/expression.ts';
import { type Atom, atomKey, atomsOf } from './atoms.ts';

export interface Witness {
  readonly atoms: readonly Atom[];
  readonly cost: number;
}

/** How many rules wait for an atom: what many wait for is common. */
export type Popularity = ReadonlyMap<string, number>;

export function popularityOf(expressions: Iterable<Expression>): Popularity {
  const counts = new Map<string, number>();
  const add = (expression: Expression) => {
    switch (expression.kind) {
      case 'item':
        for (const atom of atomsOf(expression.item) ?? []) {
          const key = atomKey(atom);
          counts.set(key, (counts.get(key) ?? 0) + 1);
        }
        break;
      case 'named':
        add(expression.of);
        break;
      case 'and':
      case 'or':
        expression.of.forEach(add);
        break;
      case 'not':
      case 'never':
        break;
    }
  };
  for (const expression of expressions) add(expression);
  return counts;
}

/** The witness of an expression; undefined where it may match anything, so that it has to be evaluated for every event. */
export function witnessOf(expression: Expression, popularity: Popularity): Witness | undefined {
  switch (expression.kind) {
    case 'never':
      return { atoms: [], cost: 0 };
    case 'not':
      return undefined;
    case 'named':
      return witnessOf(expression.of, popularity);
    case 'item': {
      const atoms = atomsOf(expression.item);
      return atoms && { atoms, cost: atoms.reduce((sum, atom) => sum + costOf(atom, popularity), 0) };
    }
    case 'and':
      return expression.of
        .map((part) => witnessOf(part, popularity))
        .reduce((best, one) => (one && (best === undefined || one.cost < best.cost) ? one : best), undefined);
    case 'or': {
      const parts = expression.of.map((part) => witnessOf(part, popularity));
      let joined: Witness = { atoms: [], cost: 0 };
      for (const part of parts) {
        if (part === undefined) return undefined;
        joined = { atoms: [...joined.atoms, ...part.atoms], cost: joined.cost + part.cost };
      }
      return joined;
    }
  }
}

/**
 * For an expression that has none: its fields. Of an event that has none of them it says what it says of an event without fields, so that
 * it has to be evaluated for the others only. Undefined where it looks at whole events.
 */
export function fieldWitnessOf(expression: Expression): Witness | undefined {
  const fields = new Set<string>();
  for (const { field, values } of itemsOf(expression)) {
    if (field === undefined) return undefined;
    fields.add(field);
    for (const value of values) if (value.kind === 'field') fields.add(value.name);
  }
  return { atoms: [...fields].map((field) => ({ kind: 'present', field })), cost: Number.POSITIVE_INFINITY };
}

/** How often an atom is met, roughly; short literals stand everywhere. */
const COST_BY_LENGTH = [500, 500, 120, 40, 12, 7, 5, 4, 3];

function costOf(atom: Atom, popularity: Popularity): number {
  const waiting = popularity.get(atomKey(atom)) ?? 1;
  switch (atom.kind) {
    case 'exact':
      return 2 * waiting;
    case 'last':
      return 3 * waiting;
    case 'present':
      return 200 + 20 * waiting;
    case 'part':
    case 'keyword':
      return (COST_BY_LENGTH[atom.text.length] ?? 2) * (1 + waiting / 2);
  }
}
