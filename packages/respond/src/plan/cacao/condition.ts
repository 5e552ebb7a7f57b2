// Whether a condition holds, by the rules of STIX 2.1 patterning (sections 9.6 and 9.7): operands of different types are unequal and
// without order, and what has no value fulfils no comparison.
import ipaddr from 'ipaddr.js';
import { RE2JS, RE2JSException } from 're2js';
import type { Comparator, Condition, Operand } from './condition-syntax.ts';

/** The value of a variable by its name; null where it has none, undefined where nobody declared it. */
export type ValueOf = (name: string) => string | null | undefined;

/** A condition that cannot be decided: a variable that nobody declared, or a pattern that is none. */
export interface ConditionStop {
  readonly code: 'condition/undecidable';
  readonly message: string;
}

export function holds(condition: Condition, look: ValueOf): boolean | ConditionStop {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return combine(condition.of, condition.kind === 'or', look);
    case 'not': {
      const inner = holds(condition.of, look);
      return typeof inner === 'boolean' ? !inner : inner;
    }
    case 'exists': {
      const value = look(condition.name);
      return value === undefined ? undeclared(condition.name) : value !== null;
    }
    case 'in': {
      const value = look(condition.name);
      if (value === undefined) return undeclared(condition.name);
      return value !== null && condition.values.some((literal) => compare(value, '=', literal) === true);
    }
    case 'compare':
      return holdsComparison(condition.name, condition.by, condition.with, look);
  }
}

/** AND stops at the first that does not hold, OR at the first that does. */
function combine(parts: readonly Condition[], stopAt: boolean, look: ValueOf): boolean | ConditionStop {
  for (const part of parts) {
    const held = holds(part, look);
    if (typeof held !== 'boolean' || held === stopAt) return held;
  }
  return !stopAt;
}

function holdsComparison(name: string, by: Comparator, operand: Operand, look: ValueOf): boolean | ConditionStop {
  const left = look(name);
  if (left === undefined) return undeclared(name);
  if (operand.kind !== 'variable') return left === null ? false : compare(left, by, operand);
  const right = look(operand.name);
  if (right === undefined) return undeclared(operand.name);
  return left === null || right === null ? false : compare(left, by, likeliest(right));
}

function undeclared(name: string): ConditionStop {
  return { code: 'condition/undecidable', message: `no variable ${name} is declared where it is used` };
}

type Value = Exclude<Operand, { kind: 'variable' }>;

/** Variables hold text (section 10.18.3): what reads as a number is compared as one. */
function likeliest(text: string): Value {
  return isNumber(text) ? { kind: 'number', value: Number(text) } : { kind: 'text', value: text };
}

function compare(left: string, by: Comparator, right: Value): boolean | ConditionStop {
  switch (by) {
    case 'LIKE':
      return right.kind === 'text' && isLike(left, right.value);
    case 'MATCHES':
      return right.kind === 'text' && matches(left, right.value);
    case 'ISSUBSET':
      return right.kind === 'text' && isSubnet(left, right.value);
    case 'ISSUPERSET':
      return right.kind === 'text' && isSubnet(right.value, left);
    default: {
      const order = orderOf(left, right);
      return order === undefined ? by === '!=' : ORDERS[by](order);
    }
  }
}

const ORDERS: Readonly<Record<'=' | '!=' | '<' | '<=' | '>' | '>=', (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '!=': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

/** Below zero where the left is smaller; undefined where the two are of different types. */
function orderOf(left: string, right: Value): number | undefined {
  switch (right.kind) {
    case 'text':
      return left === right.value ? 0 : left < right.value ? -1 : 1;
    case 'number':
      return isNumber(left) ? Number(left) - right.value : undefined;
    case 'boolean':
      return /^(?:true|false)$/i.test(left) ? Number(/^true$/i.test(left)) - Number(right.value) : undefined;
    case 'instant': {
      const instant = Date.parse(left);
      return Number.isNaN(instant) ? undefined : instant - right.value;
    }
  }
}

export function isNumber(text: string): boolean {
  return /^[+-]?\d+(?:\.\d+)?$/.test(text);
}

/** % stands for any characters, _ for one; walked with one place to come back to, so that the time has a bound of length times length. */
function isLike(text: string, pattern: string): boolean {
  let at = 0;
  let place = 0;
  let star = -1;
  let from = 0;
  while (at < text.length) {
    if (pattern[place] === '%') {
      star = place;
      from = at;
      place += 1;
    } else if (place < pattern.length && (pattern[place] === '_' || pattern[place] === text[at])) {
      place += 1;
      at += 1;
    } else if (star >= 0) {
      place = star + 1;
      from += 1;
      at = from;
    } else return false;
  }
  return /^%*$/.test(pattern.slice(place));
}

/** In time linear in the text: a playbook is foreign, and so may be the value. */
function matches(text: string, pattern: string): boolean | ConditionStop {
  try {
    return RE2JS.compile(pattern).matcher(text).find();
  } catch (error) {
    if (error instanceof RE2JSException) {
      return {
        code: 'condition/undecidable',
        message: `${pattern} is no pattern that can be searched for: ${error.message}`,
      };
    }
    throw error;
  }
}

/** Whether all addresses of the first network are in the second; a single address is a network of one. */
function isSubnet(inner: string, outer: string): boolean {
  const small = networkOf(inner);
  const large = networkOf(outer);
  if (!small || !large || small[0].kind() !== large[0].kind()) return false;
  return small[1] >= large[1] && small[0].match(large);
}

function networkOf(text: string): [ipaddr.IPv4 | ipaddr.IPv6, number] | undefined {
  if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text);
  if (!ipaddr.isValid(text)) return undefined;
  const address = ipaddr.parse(text);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}
