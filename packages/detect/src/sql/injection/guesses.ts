// Whether a condition asks about something that is not in the row: a letter of an answer, what the server is, whether a table is there. An answer
// that is only yes or no is asked for letter by letter.
import { callsOf, inside, isSequence, type Told } from '../token-search.ts';
import type { Token } from '../tokens.ts';
import { hasProbe } from './marks.ts';
import type { Place } from './places.ts';
import { statementBehind } from './stacked.ts';

export function guesses(told: Told, places: readonly Place[]): boolean {
  const { tokens } = told;
  const decides = (at: number) => places[at]?.decides === true;
  return (
    callsOf(tokens, LETTERS).some((at) => decides(at) && asksBeyondRow(inside(tokens, at + 1))) ||
    tokens.some(
      (_, at) =>
        decides(at) &&
        (isConstantBranch(tokens, at) ||
          failsOnPurpose(tokens, at) ||
          isConstantTruth(tokens, at) ||
          isLoneProbe(tokens, at, places) ||
          isVersionAsked(tokens, at)),
    ) ||
    asksForTables(told, places)
  );
}

/** Behind a query with a condition, on the same line, a question that is made of constants. */
export function guessesBehind(statements: readonly Told[]): boolean {
  const tokens = statementBehind(statements)?.tokens.filter(({ kind }) => kind !== 'comment') ?? [];
  return tokens.some((_, at) => isConstantBranch(tokens, at) || failsOnPurpose(tokens, at));
}

/** Functions that take texts apart. */
const LETTERS = new Set(
  'ascii ord unicode substr substring substringutf8 mid left right hex char_length character_length length len strcmp'.split(
    ' ',
  ),
);

function asksBeyondRow(given: readonly Token[]): boolean {
  return hasProbe(given) || given.some(({ word }, at) => word === 'SELECT' && given[at - 1]?.text === '(');
}

const BRANCH_WORDS = new Set(
  'CASE WHEN THEN ELSE END SELECT NULL AND OR NOT TRUE FALSE UNION ALL LIKE IF IIF'.split(' '),
);
const MAX_BRANCH = 48;

/** `CASE WHEN (1=1) THEN 1 ELSE 0x28 END`: nothing of a row is in it. */
function isConstantBranch(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.word !== 'CASE') return false;
  const rest = tokens.slice(at, at + MAX_BRANCH);
  const end = rest.findIndex(({ word }) => word === 'END');
  const branch = rest.slice(0, end < 0 ? 0 : end);
  const isConstant = branch.every(
    ({ kind, word }) => kind !== 'identifier' && kind !== 'parameter' && (kind !== 'word' || BRANCH_WORDS.has(word)),
  );
  const compares = branch.some(
    ({ kind }, index) =>
      kind === 'number' &&
      (branch[index + 1]?.text === '=' || branch[index + 1]?.word === 'WHEN') &&
      branch[index + 2]?.kind === 'number',
  );
  return isConstant && compares;
}

/** A branch that divides by zero, or gives two rows where one is wanted. */
function failsOnPurpose(tokens: readonly Token[], at: number): boolean {
  const [token, next, third, fourth] = tokens.slice(at, at + 4);
  if (token?.text === '/' && token.kind === 'sign') {
    if (next?.text === '0') return true;
    return next?.text === '(' && third?.word === 'SELECT' && fourth?.text === '0';
  }
  const before = tokens[at - 1];
  const isBranch = before?.word === 'ELSE' || before?.word === 'THEN' || before?.text === ',';
  if (token?.text !== '(' || !isBranch || next?.word !== 'SELECT' || third?.kind !== 'number') return false;
  return isSequence(tokens, at + 3, 'UNION');
}

const COMPARED_BEHIND = new Set(['AND', 'OR', 'WHERE', 'HAVING']);
/** A report may have a chosen number on both sides, with spaces around the sign; what is typed into a field has none, or is by chance. */
const BY_CHANCE = 1_000;

/** `AND 4217=4217`, `ELT(4217=4217, 1)`: frameworks write 1=1 and 1=0 and no other numbers. */
function isConstantTruth(tokens: readonly Token[], at: number): boolean {
  const [before, left, sign, right] = [tokens[at - 1], tokens[at], tokens[at + 1], tokens[at + 2]];
  if (left?.kind !== 'number' || right?.kind !== 'number' || !['=', '<>', '!=', '<', '>'].includes(sign?.text ?? ''))
    return false;
  const [a, b] = [Number(left.text), Number(right.text)];
  const isTyped = a > 1 && b > 1 && sign?.gap === 'none' && right.gap === 'none';
  if (!isTyped && (a < BY_CHANCE || b < BY_CHANCE)) return false;
  return COMPARED_BEHIND.has(before?.word ?? '') || before?.text === '(';
}

/** `(SELECT version())` as an operand. */
function isLoneProbe(tokens: readonly Token[], at: number, places: readonly Place[]): boolean {
  if (tokens[at]?.text !== '(' || tokens[at + 1]?.word !== 'SELECT') return false;
  const given = inside(tokens, at);
  const isProbe = given.length <= 4 && hasProbe(given);
  // New rows may well say which database they came from.
  return isProbe && (places[at]?.clause !== 'values' || /^(?:version|@@)/i.test(given[1]?.text ?? ''));
}

/** `AND @@version LIKE '10%'`. */
function isVersionAsked(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.word ?? '';
  if (!COMPARED_BEHIND.has(before) || !/^(?:@@(?:global\.)?version\w*|version)$/i.test(tokens[at]?.text ?? ''))
    return false;
  return tokens[at]?.kind === 'parameter' || (tokens[at + 1]?.text === '(' && tokens[at + 2]?.text === ')');
}

/** Catalogues of accounts, tables and columns. Who is at work (pg_stat_activity) and what a row is of (pg_class) is asked by applications, too. */
const CATALOGUE =
  /^(?:information_schema|pg_user|pg_shadow|pg_authid|pg_tables|pg_database|sqlite_master|sysobjects|syscolumns|all_tables|user_tables|pg_roles)$/i;
const OWNED: Readonly<Record<string, RegExp>> = {
  mysql: /^(?:user|db|global_priv)$/i,
  system: /^(?:tables|columns|databases|users)$/i,
};

/** `AND EXISTS (SELECT … FROM pg_user)` and `AND 3 = (SELECT COUNT(*) FROM information_schema.tables)` beside a table of somebody's. */
function asksForTables({ tokens, verb, tables }: Told, places: readonly Place[]): boolean {
  if (!['SELECT', 'UPDATE', 'DELETE'].includes(verb) || !tables.some((table) => !isCatalogueName(table))) return false;
  const top = tokens.findIndex(({ word, depth }) => word === 'FROM' && depth === 0);
  if (top < 0 || isCatalogueAt(tokens, top + 1)) return false;
  return tokens.some(({ text }, at) => {
    if (text !== '(' || tokens[at + 1]?.word !== 'SELECT' || places[at]?.decides !== true) return false;
    const before = tokens[at - 1];
    const isCompared = (isComparison(before) && tokens[at - 2]?.kind === 'number') || isComparedBehind(tokens, at);
    if (!isCompared && before?.word !== 'EXISTS') return false;
    const given = inside(tokens, at);
    return given.some(({ word: one }, index) => one === 'FROM' && isCatalogueAt(given, index + 1));
  });
}

function isComparison(token: Token | undefined): boolean {
  return ['=', '<', '>', '<=', '>=', '<>', '!='].includes(token?.text ?? '') || token?.word === 'LIKE';
}

/** `(SELECT …) > 0`, `(SELECT …) = 'a'`. */
function isComparedBehind(tokens: readonly Token[], at: number): boolean {
  const close = at + inside(tokens, at).length + 1;
  const value = tokens[close + 2];
  return (
    tokens[close]?.text === ')' &&
    isComparison(tokens[close + 1]) &&
    (value?.kind === 'number' || value?.kind === 'text')
  );
}

function isCatalogueName(table: string): boolean {
  const [owner = '', name] = table.split('.');
  return (
    CATALOGUE.test(owner) || (name !== undefined && (OWNED[owner]?.test(name) ?? false)) || CATALOGUE.test(name ?? '')
  );
}

function isCatalogueAt(tokens: readonly Token[], at: number): boolean {
  const [owner, dot, name] = tokens.slice(at, at + 3);
  return (
    owner !== undefined &&
    isCatalogueName(
      dot?.text === '.' && name ? `${owner.text.toLowerCase()}.${name.text.toLowerCase()}` : owner.text.toLowerCase(),
    )
  );
}
