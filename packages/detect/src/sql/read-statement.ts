// The text of a statement → what rules and models need to know of it.
import type { Dialect, Statement } from './statement.ts';
import { tablesBehindWords, tablesOf } from './tables.ts';
import { saidBy, type Told } from './token-search.ts';
import { type Token, tokensOf } from './tokens.ts';
import { traitsOf } from './traits.ts';
import { fingerprintOf, textWithoutValues } from './without-values.ts';

/** What is the same for every statement of one shape. */
interface Shape {
  readonly fingerprint: string;
  readonly tables: readonly string[];
}

/** Statements of programs come in few shapes; a tree is made once for each. */
const MAX_SHAPES = 8_192;
const MAX_FUNCTIONS = 64;
/** More that stand behind one another are a script; its first ones tell what it is. */
const MAX_STATEMENTS = 64;

export type StatementReader = (text: string, dialect: Dialect) => Statement;

/** Makes a reader that remembers the shapes it met lately; what it tells does not depend on them. */
export function createStatementReader(): StatementReader {
  const shapes = new Map<string, Shape>();
  const shapeOf = (shown: string, dialect: Dialect): Shape => {
    const key = `${dialect}\n${shown}`;
    const known = shapes.get(key);
    if (known) return known;
    if (shapes.size >= MAX_SHAPES) forgetOldest(shapes);
    const shape = { fingerprint: fingerprintOf(shown), tables: tablesOf(shown, dialect) };
    shapes.set(key, shape);
    return shape;
  };
  return (text, dialect) => {
    const tokens = tokensOf(text, dialect);
    const spoken = tokens.filter(isSpoken);
    const shown = textWithoutValues(spoken, dialect);
    const { fingerprint, tables } = shapeOf(shown, dialect);
    const functions = functionsOf(spoken);
    const parts = statementsIn(tokens).map((part) => ({ verb: verbOf(part.filter(isSpoken)), tokens: part }));
    const told = parts.flatMap((part): readonly Told[] => [
      { ...part, tables, functions, dialect },
      ...statementsInTexts(part.tokens, part.verb, dialect),
    ]);
    return {
      text: shown,
      fingerprint,
      verb: parts.at(-1)?.verb ?? '',
      tables,
      functions,
      traits: traitsOf(told, tokens, parts.length),
    };
  };
}

/** What is run that stands in a text: the body of DO, and statements that are prepared. */
function statementsInTexts(tokens: readonly Token[], verb: string, dialect: Dialect): readonly Told[] {
  const text = textThatIsRun(tokens.filter(isSpoken), verb);
  if (text === undefined) return [];
  return statementsIn(tokensOf(saidBy(text), dialect)).map((whole): Told => {
    const at = whole.findIndex(({ kind, word }) => kind !== 'comment' && !BLOCK.has(word));
    const part = whole.slice(Math.max(at, 0));
    return {
      tokens: part,
      verb: verbOf(part.filter(isSpoken)),
      tables: tablesBehindWords(part),
      functions: functionsOf(part),
      dialect,
    };
  });
}

/** Words of PL/pgSQL that a statement stands behind. */
const BLOCK = new Set(['DECLARE', 'BEGIN', 'THEN', 'ELSE', 'LOOP', 'PERFORM', 'END']);

function textThatIsRun(spoken: readonly Token[], verb: string): Token | undefined {
  const [, second, third] = spoken;
  const language = spoken.findIndex(({ word }) => word === 'LANGUAGE');
  if (verb === 'DO' && (language < 0 || /^plpgsql$/i.test(spoken[language + 1]?.text ?? '')))
    return spoken.find(({ kind, text }) => kind === 'text' && text.startsWith('$'));
  if (verb === 'EXECUTE' && second?.word === 'IMMEDIATE') return third?.kind === 'text' ? third : undefined;
  return verb === 'PREPARE' && third?.word === 'FROM' && spoken[3]?.kind === 'text' ? spoken[3] : undefined;
}

function isSpoken({ kind }: Token): boolean {
  return kind !== 'comment';
}

function forgetOldest(shapes: Map<string, Shape>): void {
  let left = MAX_SHAPES >> 3;
  for (const key of shapes.keys()) {
    if (left-- <= 0) return;
    shapes.delete(key);
  }
}

/** The first word; EXPLAIN is looked through, and WITH is what stands behind it. */
function verbOf(tokens: readonly Token[]): string {
  const words = tokens.filter(({ kind }) => kind === 'word');
  const first = words.find(({ word }) => word !== 'EXPLAIN' && word !== 'ANALYZE')?.word ?? '';
  if (first !== 'WITH') return first;
  const outer = words.find(({ word, depth }) => depth === 0 && OUTER.has(word));
  return outer?.word ?? 'SELECT';
}

const OUTER = new Set(['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'MERGE']);

/** Statements that stand behind one another, each with its comments. */
function statementsIn(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const statements: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'sign' && token.text === ';') statements.push([]);
    else statements.at(-1)?.push(token);
  }
  return statements.filter((one) => one.some(({ kind }) => kind !== 'comment')).slice(0, MAX_STATEMENTS);
}

const NO_FUNCTION = new Set(
  'IN AND OR NOT VALUES FROM WHERE ON USING AS SELECT EXISTS ANY ALL SOME OVER INTO JOIN BY LIMIT SET WHEN THEN ELSE CASE TABLE KEY PRIMARY UNIQUE CHECK REFERENCES VARCHAR CHAR DECIMAL NUMERIC INT INTEGER WITH UNION RETURNING FILTER INDEX GROUP PARTITION LIKE BETWEEN'.split(
    ' ',
  ),
);

function functionsOf(tokens: readonly Token[]): readonly string[] {
  const found = new Set<string>();
  tokens.forEach(({ word, text }, at) => {
    if (word === '' || tokens[at + 1]?.text !== '(' || NO_FUNCTION.has(word) || found.size >= MAX_FUNCTIONS) return;
    // Behind these a name with columns is a table.
    if (['INTO', 'COPY', 'TABLE', 'UPDATE', 'VIEW'].includes(tokens[at - 1]?.word ?? '')) return;
    found.add(text.toLowerCase());
    if (tokens[at - 1]?.text === '.' && tokens[at - 2]?.word)
      found.add(`${tokens[at - 2]?.text.toLowerCase()}.${text.toLowerCase()}`);
  });
  return [...found];
}

/** The reader that sources share. */
export const readStatement: StatementReader = createStatementReader();
