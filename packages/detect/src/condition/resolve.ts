// Puts search identifiers in the place of their names.
import { quoted, Rejection } from '../sigma/rejection.ts';
import { all, any, type Expression } from '../values/expression.ts';
import type { Condition } from './parse.ts';

export type SearchIdentifiers = ReadonlyMap<string, Expression>;

/**
 * The condition with the search identifiers in it.
 *
 * @throws Rejection where a name or a pattern refers to nothing: the rule cannot mean what it says
 */
export function resolveCondition(condition: Condition, searches: SearchIdentifiers): Expression {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return { kind: condition.kind, of: condition.of.map((part) => resolveCondition(part, searches)) };
    case 'not':
      return { kind: 'not', of: resolveCondition(condition.of, searches) };
    case 'name':
      return named(condition.name, searches);
    case 'some': {
      const names = matching(condition.pattern, [...searches.keys()]);
      if (names.length === 0) {
        throw new Rejection('condition', `no search identifier is called ${quoted(condition.pattern)}`);
      }
      const parts = names.map((name) => named(name, searches));
      return condition.quantifier === 'all' ? all(parts) : any(parts);
    }
  }
}

function named(name: string, searches: SearchIdentifiers): Expression {
  const of = searches.get(name);
  if (of === undefined) throw new Rejection('condition', `there is no search identifier ${quoted(name)}`);
  return { kind: 'named', name, of };
}

/** Names that begin with `_` are meant only by a pattern that begins so too. */
function matching(pattern: string, names: readonly string[]): string[] {
  const visible = names.filter((name) => !name.startsWith('_') || pattern.startsWith('_'));
  if (pattern.toLowerCase() === 'them') return visible;
  const parts = pattern.split('*');
  return visible.filter((name) => isMatch(parts, name));
}

function isMatch(parts: readonly string[], name: string): boolean {
  const [first = '', ...rest] = parts;
  const last = rest.pop();
  if (last === undefined) return name === first;
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length) return false;
  let at = first.length;
  for (const part of rest) {
    const found = name.indexOf(part, at);
    if (found < 0 || found + part.length > name.length - last.length) return false;
    at = found + part.length;
  }
  return true;
}
