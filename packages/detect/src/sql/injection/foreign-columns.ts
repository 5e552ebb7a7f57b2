// Whether a UNION puts answers of another kind into the columns of a table. Tools that read a catalogue unite parts of it, and reports unite
// tables of their own; an injection fills up columns that it does not know with nothing, behind a value that it broke out of.
import { isWordOrName, partsOf, type Told } from '../token-search.ts';
import type { Token } from '../tokens.ts';
import { hasMark, hasProbe } from './marks.ts';

/** Unions in one statement that are looked at. */
const MAX_UNIONS = 32;
const MAX_BRANCH = 512;

export function addsForeignColumns({ tokens: all }: Told): boolean {
  if (!all.some(({ word }) => word === 'UNION')) return false;
  if (isMasked(all)) return true;
  const tokens = all.filter(({ kind }) => kind !== 'comment');
  const named = commonNames(tokens);
  return tokens
    .flatMap(({ word }, at) => (word === 'UNION' ? [at] : []))
    .slice(0, MAX_UNIONS)
    .some((at) => isForeign(branchBefore(tokens, at), branchBehind(tokens, at), named));
}

/** `WITH name AS (…)`: what is read there is read inside. */
function commonNames(tokens: readonly Token[]): ReadonlySet<string> {
  const names = tokens.flatMap((token, at) =>
    tokens[at + 1]?.word === 'AS' && tokens[at + 2]?.text === '(' && isWordOrName(token)
      ? [token.text.toLowerCase()]
      : [],
  );
  return new Set(names);
}

/** A comment stands for the spaces, or hides the word from what looks for it. */
function isMasked(tokens: readonly Token[]): boolean {
  return tokens.some(({ word, gap }, at) => {
    if (word !== 'UNION' && word !== 'SELECT') return false;
    const before = tokens[at - 1];
    if (before?.kind !== 'comment' || at < 2) return false;
    if (before.text === '/*!') return word === 'UNION';
    return /^\/\*+[^*]{0,4}\*\/$/.test(before.text) && before.gap === 'none' && gap === 'none';
  });
}

/** From where the statement, or the parenthesis around the UNION, begins. */
function branchBefore(tokens: readonly Token[], union: number): readonly Token[] {
  const depth = tokens[union]?.depth ?? 0;
  const before = tokens.slice(Math.max(0, union - MAX_BRANCH), union);
  const open = before.findLastIndex(({ text, depth: other }) => text === '(' && other === depth && depth > 0);
  return before.slice(open + 1);
}

function branchBehind(tokens: readonly Token[], union: number): readonly Token[] {
  const depth = tokens[union]?.depth ?? 0;
  const rest = tokens.slice(union + 1, union + 1 + MAX_BRANCH);
  const end = rest.findIndex(
    (token) =>
      token.depth < depth ||
      (token.text === ')' && token.depth === depth && depth > 0) ||
      (token.word === 'UNION' && token.depth === depth),
  );
  const branch = (end < 0 ? rest : rest.slice(0, end)).filter(({ word }) => word !== 'ALL' && word !== 'DISTINCT');
  return branch[0]?.text === '(' ? branch.slice(1) : branch;
}

function isForeign(before: readonly Token[], behind: readonly Token[], named: ReadonlySet<string>): boolean {
  const own = tablesIn(before).filter((table) => !named.has(table));
  if (behind[0]?.word !== 'SELECT' || !own.some((table) => !isCatalogue(table))) return false;
  const items = itemsOf(behind);
  const other = tablesIn(behind);
  if (items.some((item) => hasProbe(item) || hasMark(item))) return true;
  if (other.some((table) => CREDENTIALS.test(table))) return true;
  const isBroken = isValue(before.at(-1)) || selectsNothing(before);
  const hasFiller = items.some(isFiller);
  if (other.some((table) => isCatalogue(table) && !TABLES_OF_NUMBERS.test(table)))
    return hasFiller || isBroken || items.some(isJoined);
  if (other.length === 0) return countsColumns(items, isBroken);
  const isElsewhere = other.some((table) => !own.includes(table));
  if (selectsNothing(before)) return isElsewhere;
  return isBroken && hasFiller && isElsewhere && items.some((item) => item.some(isSecretColumn));
}

/** What stands behind SELECT, up to FROM, by commas. */
function itemsOf(branch: readonly Token[]): readonly (readonly Token[])[] {
  const depth = branch[0]?.depth ?? 0;
  const end = branch.findIndex(
    ({ word, depth: other }) => other === depth && /^(?:FROM|WHERE|LIMIT|ORDER|GROUP|INTO)$/.test(word),
  );
  return partsOf(branch.slice(1, end < 0 ? undefined : end));
}

/** `NULL`, a number, an empty text, without a name for the column. */
function isFiller(item: readonly Token[]): boolean {
  const [only] = item;
  if (item.length !== 1 || only === undefined) return false;
  return only.word === 'NULL' || only.kind === 'number' || only.text === "''" || /^'[^']{1,6}'$/.test(only.text);
}

function isJoined(item: readonly Token[]): boolean {
  return item.some(
    ({ word }, at) =>
      /^(?:GROUP_CONCAT|CONCAT|CONCAT_WS|STRING_AGG|ARRAY_AGG|GROUPARRAY)$/i.test(word) && item[at + 1]?.text === '(',
  );
}

/** `NULL, NULL, NULL` and `1, 2, 3`: how many columns there are is found out. A choice for all (`0, 'All'`) is not that. */
function countsColumns(items: readonly (readonly Token[])[], isBroken: boolean): boolean {
  // Where the store does not take the comment behind them for one, the last goes on.
  const firsts = items.map((item, at) =>
    item.length === 1 || (at === items.length - 1 && item[1]?.text === '-') ? item[0] : undefined,
  );
  const isEmpty = firsts.every((first) => first?.word === 'NULL');
  const isCounted = firsts.every((first, at) => first?.text === String(at + 1));
  const isRepeated = firsts.every((first) => first?.kind === 'number' && first.text === firsts[0]?.text);
  return (isEmpty || isCounted || isRepeated) && items.length >= (isBroken ? 2 : 3);
}

function isValue(token: Token | undefined): boolean {
  return token?.kind === 'text' || token?.kind === 'number';
}

/** `= -1`, `= '-3081'`, `AND 1=2`: the table itself is to give no rows. */
function selectsNothing(branch: readonly Token[]): boolean {
  return branch.some(({ text, word }, at) => {
    const [next, third, fourth] = branch.slice(at + 1, at + 4);
    if (text === '=' && /^'-\d+%?'$/.test(next?.text ?? '')) return third === undefined;
    if (text === '=') return next?.text === '-' && third?.kind === 'number' && fourth === undefined;
    return (
      word === 'AND' &&
      next?.kind === 'number' &&
      third?.text === '=' &&
      fourth?.kind === 'number' &&
      next.text !== fourth.text
    );
  });
}

const CREDENTIALS =
  /^(?:mysql\.(?:user|global_priv|db)|(?:pg_catalog\.)?pg_(?:shadow|authid|user_mappings)|system\.(?:users|user_directories)|sys\.(?:sql_logins|syslogins)|(?:master\.)?(?:dbo\.)?syslogins|all_users|dba_users|sys\.user\$)$/;
const CATALOGUE =
  /^(?:information_schema|pg_catalog|performance_schema|sys|mysql|system|mysql_innodb_cluster_metadata|sqlite_master|sqlite_schema|user_tables|all_tables|all_tab_columns|sysobjects|syscolumns)(?:\.|$)|^pg_\w+$/;
const TABLES_OF_NUMBERS = /^system\.(?:one|numbers\w*|zeros\w*|primes)$/;

function isCatalogue(table: string): boolean {
  return CATALOGUE.test(table);
}

const SECRET_COLUMN =
  /^(?:pass\w*|pwd|hash|\w*(?:password|passwd|secret|token|_hash|api_?key|salt)\w*|authentication_string|rolpassword)$/i;

function isSecretColumn(token: Token): boolean {
  return isWordOrName(token) && SECRET_COLUMN.test(token.text);
}

/** Names behind FROM, JOIN and the commas between tables; functions are none. */
function tablesIn(branch: readonly Token[]): readonly string[] {
  return branch.flatMap(({ word }, at) => {
    if (word !== 'FROM' && word !== 'JOIN') return [];
    const [owner, dot, name, behind] = branch.slice(at + 1, at + 5);
    if (owner === undefined || !isWordOrName(owner)) return [];
    if (dot?.text === '.' && name !== undefined)
      return behind?.text === '(' ? [] : [`${owner.text}.${name.text}`.toLowerCase()];
    return dot?.text === '(' ? [] : [owner.text.toLowerCase()];
  });
}
