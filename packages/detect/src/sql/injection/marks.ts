// What injections carry and other statements do not: questions about the server itself, texts that are built from the numbers of their
// letters, and the marks between which tools look for their answer.
import { callsOf, inside } from '../token-search.ts';
import type { Token } from '../tokens.ts';

/** Functions that say what server, database and account this is. */
const PROBES = new Set(
  'version user database schema current_database current_schema current_user session_user system_user currentuser currentdatabase hostname connection_id load_file pg_read_file'.split(
    ' ',
  ),
);
const PROBE_VARIABLE =
  /^@@(?:global\.|session\.)?(?:version\w*|hostname|datadir|basedir|plugin_dir|secure_file_priv|servername)$/i;

function isProbe(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind === 'parameter') return PROBE_VARIABLE.test(token.text);
  return (
    token?.kind === 'word' &&
    PROBES.has(token.text.toLowerCase()) &&
    tokens[at + 1]?.text === '(' &&
    tokens[at + 2]?.text === ')'
  );
}

export function hasProbe(tokens: readonly Token[]): boolean {
  return tokens.some((_, at) => isProbe(tokens, at));
}

/** Between such marks sqlmap reads an answer out of a page: `qkbvq`, in letters, in hexadecimal, or number by number. */
const MARK_TEXT = /^'q[b-z]{3}q'$/;
const MARK_HEX = /^0x71(?:[67][0-9a-f]){3}71$/i;
const CODES = new Set(['chr', 'char', 'nchar', 'unichr']);
/** `CHAR(50)` alone is a type. */
const TYPES = /^n?char$/i;
const MIN_PRINTABLE = 33;
const CONCATS = new Set(['concat', 'concat_ws', 'group_concat']);

/** Marks, texts from numbers of printable letters, and hexadecimal texts that are put together with others. */
export function hasMark(tokens: readonly Token[]): boolean {
  if (
    tokens.some(
      ({ kind, text }) => (kind === 'text' && MARK_TEXT.test(text)) || (kind === 'number' && MARK_HEX.test(text)),
    )
  )
    return true;
  if (spelled(tokens) > 1) return true;
  return callsOf(tokens, CONCATS).some((at) =>
    inside(tokens, at + 1).some(({ kind, text }) => kind === 'number' && /^0x/i.test(text)),
  );
}

/** How many printable letters are written by their number, `CHR(113)||CHR(98)` and `CHAR(113,98)`. */
function spelled(tokens: readonly Token[]): number {
  return callsOf(tokens, CODES).reduce((sum, at) => {
    const given = inside(tokens, at + 1).filter(({ kind }) => kind === 'number');
    if (given.length === 1 && TYPES.test(tokens[at]?.text ?? '')) return sum;
    return sum + given.filter(({ text }) => Number(text) >= MIN_PRINTABLE).length;
  }, 0);
}
