// What a statement has that rules ask for, from its tokens: so that it holds for what no parser reads, too.
import { isCutOff } from './injection/cut-off.ts';
import { guessesBehind } from './injection/guesses.ts';
import { injectionTraits } from './injection/injection.ts';
import { waitsBehind } from './injection/waits.ts';
import type { Trait } from './statement.ts';
import { has, hasSequence, type Told } from './token-search.ts';
import type { Token } from './tokens.ts';
import { weakensAudit } from './traits/audit.ts';
import { beginsBackup } from './traits/backups.ts';
import { goesOut, runsPrograms, touchesFiles } from './traits/outside.ts';
import { givesRights } from './traits/rights.ts';
import { hasSecret } from './traits/secrets.ts';

/** What of a text as a whole, and what of injections, is read apart from these. */
type Apart =
  | 'stacked'
  | 'comment'
  | 'cut-off'
  | 'foreign-columns'
  | 'waits-in-condition'
  | 'tells-by-error'
  | 'guesses';

const TESTS: Readonly<Record<Exclude<Trait, Apart>, (told: Told) => boolean>> = {
  'all-columns': hasAllColumns,
  unbounded: isUnbounded,
  catalogue: readsCatalogue,
  outbound: goesOut,
  'server-file': touchesFiles,
  'server-program': runsPrograms,
  grants: givesRights,
  destroys: destroysAll,
  'audit-change': weakensAudit,
  tautology: hasTautology,
  union: ({ tokens }) => tokens.some(({ word }) => word === 'UNION'),
  delays: ({ functions, tokens }) =>
    functions.some((name) => DELAYS.has(name)) || hasSequence(tokens, 'WAITFOR', 'DELAY'),
  secret: hasSecret,
  export: exports,
  backup: beginsBackup,
};

const TRAITS = Object.keys(TESTS) as (keyof typeof TESTS)[];

/**
 * @param statements the statements of a text that holds several, in their order, and those in texts that they run
 * @param all the whole text
 * @param count of statements that stand behind one another
 */
export function traitsOf(statements: readonly Told[], all: readonly Token[], count: number): readonly Trait[] {
  const found = new Set<Trait>(TRAITS.filter((trait) => statements.some((told) => TESTS[trait](told))));
  if (count > 1) found.add('stacked');
  if (hasCuttingComment(all)) found.add('comment');
  if (waitsBehind(statements)) found.add('waits-in-condition');
  if (guessesBehind(statements)) found.add('guesses');
  if (isCutOff(all, statements[0]?.verb ?? '')) found.add('cut-off');
  for (const told of statements) for (const trait of injectionTraits(told)) found.add(trait);
  return [...found];
}

const DELAYS = new Set(
  'sleep benchmark pg_sleep pg_sleep_for pg_sleep_until sleepeachrow extractvalue updatexml gtid_subset'.split(' '),
);
const AGGREGATES =
  /^(?:count|sum|avg|min|max|any|uniq\w*|quantile\w*|group_concat|string_agg|array_agg|json_agg|group\w*array|arg(?:min|max)|bool_(?:and|or)|stddev\w*|var\w*|exists|approx_\w+)(?:if|state|merge)?$/;
const BOUNDS = new Set('WHERE PREWHERE LIMIT FETCH GROUP HAVING TOP SAMPLE QUALIFY'.split(' '));

const STAR_BEHIND = new Set(
  'SELECT DISTINCT ALL SQL_NO_CACHE SQL_CACHE SQL_CALC_FOUND_ROWS STRAIGHT_JOIN HIGH_PRIORITY'.split(' '),
);

function hasAllColumns({ tokens }: Pick<Told, 'tokens'>): boolean {
  return tokens.some(({ text, kind }, at) => {
    if (text !== '*' || kind !== 'sign') return false;
    const before = tokens[at - 1];
    const isFirst =
      before !== undefined &&
      (STAR_BEHIND.has(before.word) || before.text === '.' || before.text === ',' || before.kind === 'comment');
    const behind = tokens[at + 1];
    return (
      isFirst &&
      (behind === undefined ||
        behind.text === ',' ||
        behind.text === ')' ||
        behind.text === ';' ||
        ['FROM', 'EXCEPT', 'REPLACE', 'INTO'].includes(behind.word))
    );
  });
}

/** Of what stands at the top of the statement. */
function isUnbounded({ tokens, verb, tables }: Told): boolean {
  if (verb === 'COPY') return tables.length > 0 && !has(tokens, 'FROM') && !has(tokens, 'SELECT');
  if (!['SELECT', 'WITH', 'DELETE', 'UPDATE', 'INSERT', 'TABLE', 'CREATE'].includes(verb) || tables.length === 0)
    return false;
  const isReading = has(tokens, 'SELECT');
  if ((verb === 'INSERT' || verb === 'CREATE') && !isReading) return false;
  const top = tokens.filter(({ depth }) => depth === 0);
  if (has(top, ...BOUNDS)) return false;
  // Without FROM, no table is read; with it inside of parentheses only, what is there decides.
  if (isReading && !has(top, 'FROM')) return false;
  return !isAggregated(top);
}

/** Every column that is asked for at the top is an aggregate: one row comes back. */
function isAggregated(top: readonly Token[]): boolean {
  const start = top.findIndex(({ word }) => word === 'SELECT');
  const end = top.findIndex(({ word }, at) => at > start && word === 'FROM');
  if (start < 0 || end < 0) return false;
  return top.slice(start + 1, end).some(({ word }) => AGGREGATES.test(word.toLowerCase()));
}

/** Numbers that a server makes up, and no catalogue. */
const MADE_UP = /^system\.(?:one|numbers\w*|zeros\w*|primes)$/;
const CATALOGUE =
  /^(?:.*\.)?(?:information_schema\.|pg_catalog\.|performance_schema\.|sys\.|mysql\.|system\.)|^pg_(?:class|tables|namespace|attribute|roles|user|users|authid|shadow|database|views|indexes|proc|settings|stat_\w+|hba_file_rules)$|^sqlite_(?:master|schema)$/;

function readsCatalogue({ verb, tables, tokens }: Told): boolean {
  if (verb === 'SHOW')
    return !has(tokens.slice(0, 4), 'TRANSACTION', 'SEARCH_PATH', 'WARNINGS', 'SESSION', 'VARIABLES', 'STATUS');
  if (verb === 'DESCRIBE' || verb === 'DESC') return true;
  return tables.some((table) => CATALOGUE.test(table) && !MADE_UP.test(table));
}

const DESTROYED = new Set('TABLE DATABASE SCHEMA COLLECTION PARTITION KEYSPACE'.split(' '));

function destroysAll({ tokens, verb }: Told): boolean {
  if (verb === 'TRUNCATE') return true;
  if (verb === 'DROP') return tokens.slice(1, 4).some(({ word }) => DESTROYED.has(word));
  if (verb === 'DELETE') return !has(tokens, 'WHERE');
  return verb === 'ALTER' && (hasSequence(tokens, 'DROP', 'PARTITION') || hasSequence(tokens, 'DELETE', 'WHERE'));
}

/** `OR` and a condition that is true of every row: an equation of the same value, or a number or TRUE by itself. */
function hasTautology({ tokens: all }: Told): boolean {
  const tokens = all.filter(({ kind }) => kind !== 'comment');
  return tokens.some(({ word, text }, at) => {
    if (word === 'AND') return isSameText(tokens, at + 1);
    if (word !== 'OR' && text !== '||') return false;
    let from = at + 1;
    while (tokens[from]?.text === '(' || tokens[from]?.word === 'NOT') from += 1;
    const [left, sign, right] = tokens.slice(from, from + 3);
    if (left === undefined) return false;
    const isLiteral = left.kind === 'text' || left.kind === 'number' || left.word === 'TRUE';
    const ends = sign === undefined || sign.text === ')' || sign.kind === 'comment' || sign.text === ';';
    if (isLiteral && word === 'OR' && (ends || sign?.word === 'LIMIT')) return left.text !== '0';
    if (right === undefined || sign === undefined) return false;
    const isSame =
      left.kind === right.kind && left.text.toLowerCase() === right.text.toLowerCase() && left.kind !== 'parameter';
    const isPlain = tokens[from + 3]?.text !== '.' && tokens[from + 3]?.text !== '(';
    if (isSame && isPlain && ['=', '==', '<=', '>=', 'LIKE'].includes(sign.word || sign.text)) return true;
    return isTrueOfNumbers(left, sign.text, right);
  });
}

/** `AND 'x'='x'` closes the quote that a value was broken out of. */
function isSameText(tokens: readonly Token[], at: number): boolean {
  const [left, sign, right] = tokens.slice(at, at + 3);
  if (left?.kind !== 'text' || left.text.length <= 2) return false;
  return (sign?.text === '=' || sign?.word === 'LIKE') && left.text === right?.text;
}

function isTrueOfNumbers(left: Token, sign: string, right: Token): boolean {
  if (left.kind !== 'number' || right.kind !== 'number') return false;
  const [a, b] = [Number(left.text), Number(right.text)];
  return (sign === '<' && a < b) || (sign === '>' && a > b) || ((sign === '<>' || sign === '!=') && a !== b);
}

/** A comment to the end of the text behind a value, and empty comments in place of spaces; notes of programs are neither. */
function hasCuttingComment(tokens: readonly Token[]): boolean {
  const [before, last] = tokens.slice(-2);
  if (tokens.length > 1 && last?.kind === 'comment' && !last.text.startsWith('/*') && !before?.text.endsWith(';')) {
    const isNote = /^(?:--|#)\s*[\w'"]+[ :=]/.test(last.text);
    if (!isNote) return true;
  }
  return tokens.some(({ kind, text }) => kind === 'comment' && /^\/\*+\s*\*\/$/.test(text));
}

/** Marks of dumps: pg_dump's COPY … TO STDOUT, mysqldump's SQL_NO_CACHE and locks, BACKUP and EXPORT of the store itself. */
function exports({ tokens, verb }: Told): boolean {
  if (verb === 'BACKUP' || verb === 'EXPORT' || verb === 'UNLOAD') return true;
  if (verb === 'COPY') return has(tokens, 'TO');
  const at = tokens.findIndex(({ word }) => word === 'SQL_NO_CACHE');
  // In a comment that is code, as dumps write it; newer ones name the columns.
  if (at >= 0 && (tokens[at - 1]?.text === '/*!' || hasAllColumns({ tokens }))) return true;
  return hasSequence(tokens, 'WITH', 'READ', 'LOCK') || hasSequence(tokens, 'INTO', 'OUTFILE');
}
