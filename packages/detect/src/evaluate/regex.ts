// Regular expressions of rules, through RE2: time linear in the text, so that no rule can hang the engine. What RE2 does not know
// (look-around, back references) is not part of Sigma's subset of PCRE either.
import { RE2JS } from 're2js';
import { quoted, Rejection } from '../sigma/rejection.ts';

/** A longer one is a list, and its automaton would be large. */
const MAX_SOURCE = 20_000;

export interface Regex {
  readonly test: (text: string) => boolean;
}

/** @throws Rejection where it is not understood */
export function compileRegex(source: string, flags: string): Regex {
  if (source.length > MAX_SOURCE) throw new Rejection('regex', 'a regular expression is longer than 20,000 signs');
  let bits = 0;
  if (flags.includes('i')) bits |= RE2JS.CASE_INSENSITIVE;
  if (flags.includes('m')) bits |= RE2JS.MULTILINE;
  if (flags.includes('s')) bits |= RE2JS.DOTALL;
  try {
    const compiled = RE2JS.compile(translated(source), bits);
    return { test: (text) => compiled.test(text) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Rejection('regex', `the regular expression ${quoted(source)} is not understood: ${quoted(reason)}`);
  }
}

/** PCRE writes the end of the text as `\Z` too, and knows `\h` and `\/`, which RE2 writes otherwise. */
function translated(source: string): string {
  return source.replace(/\\([\s\S])/g, (written, sign: string) => {
    if (sign === 'Z') return '\\z';
    if (sign === 'h') return '[ \\t]';
    return /[A-Za-z0-9\\^$.|?*+()[\]{}-]/.test(sign) ? written : `\\x{${(sign.codePointAt(0) ?? 0).toString(16)}}`;
  });
}
