// Conditions: `or`, `and`, `not`, `1 of`, `any of`, `all of`, brackets, from least to most binding (Sigma specification 2.1). Extended
// conditions of correlations are the same without the `of`.
import { quoted, Rejection } from '../sigma/rejection.ts';

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'some'; readonly quantifier: 'any' | 'all'; readonly pattern: string };

/** Deeper conditions are a trap for the stack, not a rule. */
const MAX_DEPTH = 100;
const MAX_TOKENS = 10_000;
const TOKEN = /\s+|[()]|[\p{L}\p{N}_*.-]+/uy;

interface Cursor {
  readonly tokens: readonly string[];
  at: number;
  depth: number;
}

/**
 * Reads a condition.
 *
 * @throws Rejection with the token that is not understood
 */
export function parseCondition(text: string): Condition {
  const cursor: Cursor = { tokens: tokensOf(text), at: 0, depth: 0 };
  const condition = parseChain(cursor, 'or');
  const rest = cursor.tokens[cursor.at];
  if (rest !== undefined) throw new Rejection('condition', `${quoted(rest)} is not expected in ${quoted(text)}`);
  return condition;
}

function tokensOf(text: string): string[] {
  if (text.includes('|')) {
    throw new Rejection('condition', 'aggregations behind a pipe are not part of Sigma any more; write a correlation');
  }
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const from = TOKEN.lastIndex;
    const [token] = TOKEN.exec(text) ?? [];
    if (token === undefined)
      throw new Rejection('condition', `${quoted(text[from])} is not expected in ${quoted(text)}`);
    if (token.trim() !== '') tokens.push(token);
    if (tokens.length > MAX_TOKENS) throw new Rejection('condition', 'the condition is too long');
  }
  return tokens;
}

function parseChain(cursor: Cursor, operator: 'or' | 'and'): Condition {
  const next = () => (operator === 'or' ? parseChain(cursor, 'and') : parseNot(cursor));
  const of = [next()];
  while (keywordAt(cursor) === operator) {
    cursor.at += 1;
    of.push(next());
  }
  const [only] = of;
  return of.length === 1 && only ? only : { kind: operator, of };
}

function parseNot(cursor: Cursor): Condition {
  cursor.depth += 1;
  if (cursor.depth > MAX_DEPTH) throw new Rejection('condition', 'the condition is nested too deep');
  const condition = parseOperand(cursor);
  cursor.depth -= 1;
  return condition;
}

function parseOperand(cursor: Cursor): Condition {
  const word = cursor.tokens[cursor.at];
  if (word === undefined) throw new Rejection('condition', 'the condition ends where something is expected');
  cursor.at += 1;
  if (word.toLowerCase() === 'not') return { kind: 'not', of: parseNot(cursor) };
  if (word === '(') {
    const inner = parseChain(cursor, 'or');
    if (cursor.tokens[cursor.at] !== ')') throw new Rejection('condition', 'a bracket is not closed');
    cursor.at += 1;
    return inner;
  }
  if (keywordAt(cursor) === 'of') return parseSome(cursor, word.toLowerCase());
  if (word === ')' || ['and', 'or', 'of', 'them'].includes(word.toLowerCase()) || word.includes('*')) {
    throw new Rejection('condition', `${quoted(word)} is not expected where a search identifier should stand`);
  }
  return { kind: 'name', name: word };
}

function parseSome(cursor: Cursor, quantifier: string): Condition {
  if (quantifier !== '1' && quantifier !== 'any' && quantifier !== 'all') {
    throw new Rejection('condition', `${quoted(`${quantifier} of`)} is not Sigma; there are 1 of, any of and all of`);
  }
  const pattern = cursor.tokens[cursor.at + 1];
  if (pattern === undefined || /[()]/.test(pattern)) throw new Rejection('condition', 'nothing stands behind "of"');
  cursor.at += 2;
  return { kind: 'some', quantifier: quantifier === 'all' ? 'all' : 'any', pattern };
}

function keywordAt({ tokens, at }: Cursor): string | undefined {
  return tokens[at]?.toLowerCase();
}
