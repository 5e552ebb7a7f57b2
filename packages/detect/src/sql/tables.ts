// The tables of a statement: from its tree, where the parser reads it, and else from the words that tables stand behind.
import { Dialect as Dialects, parse } from '@polyglot-sql/sdk';
import type { Dialect } from './statement.ts';
import { type Token, tokensOf } from './tokens.ts';

const DIALECTS = {
  clickhouse: Dialects.ClickHouse,
  postgresql: Dialects.PostgreSQL,
  mysql: Dialects.MySQL,
  generic: Dialects.Generic,
} as const satisfies Record<Dialect, Dialects>;
const MAX_TABLES = 64;
const MAX_DEPTH = 400;

/** @param text the statement without its values: a value is no table, whatever stands in its quotes */
export function tablesOf(text: string, dialect: Dialect): readonly string[] {
  const parsed = parse(text.replaceAll('?', '1'), DIALECTS[dialect]);
  const found = new Set<string>();
  if (parsed.success) collect(parsed.ast, new Set(), found, 0);
  // Some statements come back as plain text (GRANT, COPY … TO PROGRAM): these have no tables in their tree.
  if (found.size === 0) for (const table of behindWords(tokensOf(text, dialect))) found.add(table);
  return [...found].slice(0, MAX_TABLES);
}

type Node = Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @param named names of common table expressions that stand for no table here */
function collect(value: unknown, named: ReadonlySet<string>, found: Set<string>, depth: number): void {
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const inner of value as unknown[]) collect(inner, named, found, depth + 1);
    return;
  }
  const node = value as Node;
  const here = withCommonNames(node, named);
  for (const key in node) {
    const inner = node[key];
    if (key === 'table' || key === 'names') for (const name of tableNames(inner)) if (!here.has(name)) found.add(name);
    collect(inner, here, found, depth + 1);
  }
}

function withCommonNames(node: Node, named: ReadonlySet<string>): ReadonlySet<string> {
  const ctes = isNode(node.with) && Array.isArray(node.with.ctes) ? (node.with.ctes as unknown[]) : [];
  if (ctes.length === 0) return named;
  const names = ctes.map((cte) => (isNode(cte) ? identifierOf(cte.alias) : undefined));
  return new Set([...named, ...names.filter((name) => name !== undefined)]);
}

/** A table's node has an identifier as its name; a column's `table` is the identifier of its qualifier. */
function tableNames(value: unknown): readonly string[] {
  const nodes = Array.isArray(value) ? (value as unknown[]) : [value];
  return nodes.flatMap((node) => {
    if (!isNode(node)) return [];
    const name = identifierOf(node.name);
    if (name === undefined || name === '') return [];
    return [
      [identifierOf(node.catalog), identifierOf(node.schema), name].filter((part) => part !== undefined).join('.'),
    ];
  });
}

function identifierOf(node: unknown): string | undefined {
  if (!isNode(node) || typeof node.name !== 'string') return undefined;
  return node.name.toLowerCase();
}

const BEFORE_TABLES = new Set('FROM JOIN INTO UPDATE TABLE COPY TRUNCATE DESCRIBE DESC USING ON'.split(' '));
/** Words that may stand between, and words that stand there in place of a table. */
const BETWEEN = new Set('ONLY IF EXISTS NOT TABLE LATERAL'.split(' '));
const NO_TABLE = new Set(
  'SELECT SET VALUES FUNCTION OUTFILE DUMPFILE ALL STDIN STDOUT PROGRAM WHERE DATABASE SCHEMA USER ROLE CLUSTER DUPLICATE CONFLICT TABLES FULL STATUS'.split(
    ' ',
  ),
);
/** `ON` and `USING` name a table in GRANT … ON and the like only, else a condition. */
const WITH_ON = new Set('GRANT REVOKE LOCK BACKUP RESTORE CREATE DROP'.split(' '));

/** Names behind the words that tables stand behind. */
export function tablesBehindWords(tokens: readonly Token[]): readonly string[] {
  return [...new Set(behindWords(tokens))].slice(0, MAX_TABLES);
}

function* behindWords(tokens: readonly Token[]): Generator<string> {
  const first = tokens[0]?.word ?? '';
  for (let at = 0; at < tokens.length; at += 1) {
    const { word } = tokens[at] as Token;
    if (!BEFORE_TABLES.has(word)) continue;
    if ((word === 'ON' || word === 'USING') && !WITH_ON.has(first)) continue;
    let next = at + 1;
    while (BETWEEN.has(tokens[next]?.word ?? '')) next += 1;
    const name = nameAt(tokens, next);
    if (name !== undefined) yield name;
  }
}

function nameAt(tokens: readonly Token[], from: number): string | undefined {
  const parts: string[] = [];
  let at = from;
  for (; ; at += 2) {
    const token = tokens[at];
    if (token?.kind === 'identifier') parts.push(token.text.toLowerCase());
    else if (token?.kind === 'word' && (parts.length > 0 || !NO_TABLE.has(token.word)))
      parts.push(token.text.toLowerCase());
    else return undefined;
    if (tokens[at + 1]?.text !== '.' || tokens[at + 1]?.kind !== 'sign') break;
  }
  // A name with a parenthesis behind it is a function, unless columns are listed: INSERT INTO t (a, b), COPY t (a).
  const isCall = tokens[at + 1]?.text === '(' && !['INTO', 'COPY', 'TABLE'].includes(tokens[from - 1]?.word ?? '');
  return isCall ? undefined : parts.join('.');
}
