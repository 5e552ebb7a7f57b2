// Whether a condition waits or burns time: whoever gets no answer to read counts seconds. Jobs wait, too, but not in a condition.
import { callsOf, has, hasSequence, inside, partsOf, type Told } from '../token-search.ts';
import type { Token } from '../tokens.ts';
import type { Place } from './places.ts';
import { statementBehind } from './stacked.ts';

const WAITS = new Set(
  'sleep benchmark pg_sleep pg_sleep_for pg_sleep_until sleepeachrow receive_message randomblob'.split(' '),
);
const SERIES = new Set(['generate_series', 'numbers', 'numbers_mt', 'zeros', 'range', 'repeat']);
/** So many rows are made for nothing but the time that it takes. */
const MANY = 100_000;
/** A catalogue joined with itself so often is as large. */
const TIMES = 3;

export function waitsInCondition({ tokens, verb }: Told, places: readonly Place[]): boolean {
  const isUnion = tokens.some(({ word }) => word === 'UNION');
  const waits = callsOf(tokens, WAITS).some(
    (at) => places[at]?.decides === true || (isUnion && isBehindUnion(tokens, at)),
  );
  if (waits || burnsInCondition(tokens, places)) return true;
  return hasSequence(tokens, 'WAITFOR', 'DELAY') && verb !== 'WAITFOR';
}

/** Behind a query with a condition, on the same line, nothing but waiting. */
export function waitsBehind(statements: readonly Told[]): boolean {
  const second = statementBehind(statements);
  if (second === undefined) return false;
  return second.verb === 'WAITFOR' || callsOf(second.tokens, WAITS).length > 0 || makesSeries(second.tokens);
}

function makesSeries(tokens: readonly Token[]): boolean {
  return callsOf(tokens, SERIES).some((at) => makesMany(inside(tokens, at + 1)));
}

function isBehindUnion(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(0, at).some(({ word }) => word === 'UNION');
}

function burnsInCondition(tokens: readonly Token[], places: readonly Place[]): boolean {
  const series = callsOf(tokens, SERIES).some(
    (at) => places[at]?.decides === true && makesMany(inside(tokens, at + 1)),
  );
  if (series || joinsForNothing(tokens, places)) return true;
  const owned = tokens.filter(
    ({ text }, at) =>
      places[at]?.decides === true && /^(?:information_schema|all_(?:users|objects)|sysobjects)$/i.test(text),
  );
  return owned.length >= TIMES;
}

function makesMany(given: readonly Token[]): boolean {
  return given.some(({ kind, text }) => kind === 'number' && Number(text) >= MANY);
}

/** `(SELECT COUNT(*) FROM a AS t1, a AS t2, a AS t3)`: tables are multiplied, no condition joins them. */
function joinsForNothing(tokens: readonly Token[], places: readonly Place[]): boolean {
  return tokens.some(({ text }, at) => {
    if (text !== '(' || places[at]?.decides !== true || tokens[at + 1]?.word !== 'SELECT') return false;
    const given = inside(tokens, at);
    const from = given.findIndex(({ word }) => word === 'FROM');
    if (from < 0 || !given.slice(0, from).some(({ word }) => word === 'COUNT') || has(given, 'WHERE', 'JOIN'))
      return false;
    return partsOf(given.slice(from + 1)).length >= TIMES;
  });
}
