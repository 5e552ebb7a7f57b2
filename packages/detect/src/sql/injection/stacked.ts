// A second statement behind a query, on the same line: scripts have theirs on lines of their own, and behind changes rather than behind queries.
import type { Told } from '../token-search.ts';

/** @returns the statement behind a query with a condition, where there is one on its line */
export function statementBehind(statements: readonly Told[]): Told | undefined {
  const [first, second] = statements;
  if (first?.verb !== 'SELECT' || !first.tokens.some(({ word }) => word === 'WHERE')) return undefined;
  return second?.tokens[0]?.gap === 'line' ? undefined : second;
}
