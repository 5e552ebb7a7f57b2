// Whether a comment cuts off the rest of a statement. A note is written by somebody who knows what stands before it; of a cut-off the beginning
// is an attacker's and the end the application's, so that a quote or a bracket closes there that nothing opened, or nothing is left at all.
import type { Token } from '../tokens.ts';

/** What may stand between the sign of the comment and the application's own end: sqlmap's letters, a dash, a plus. */
const QUOTE_BEHIND =
  /^(?:--|#)[-+\s]*[A-Za-z0-9]{0,8}['"`]+\s*(?:$|[),;%]|(?:and|or|limit|order|group|union|having|where|collate|asc|desc|is|in|like|from|as)\b)/i;
const BRACKET_BEHIND = /^(?:--|#)[-+\s]*\)+\s*(?:$|[,;]|(?:and|or|limit|order|group|union|having|where|as)\b)/i;
const NOTHING_BEHIND = /^(?:--|#)[-+\s]*$/;
/** Four letters in changing case, as sqlmap writes them. */
const LETTERS_BEHIND = /^-- (?=[A-Za-z]{4}$)(?!.[a-z]+$)(?![A-Z]+$)[A-Za-z]+$/;
const CUT = new Set(['SELECT', 'UPDATE', 'DELETE', 'INSERT', 'WITH', 'REPLACE', 'DROP']);

/**
 * @param tokens of the whole text, comments among them
 * @param verb of its first statement
 */
export function isCutOff(tokens: readonly Token[], verb: string): boolean {
  const [before, last] = tokens.slice(-2);
  if (before === undefined || last?.kind !== 'comment' || last.text.startsWith('/*')) return false;
  // A comment on a line of its own is a note, and so is one that ends a line in the middle.
  if (last.gap === 'line' || !CUT.has(verb)) return false;
  if (QUOTE_BEHIND.test(last.text) && isOdd(last.text)) return true;
  if (before.text === ';') return false;
  return NOTHING_BEHIND.test(last.text) || BRACKET_BEHIND.test(last.text) || LETTERS_BEHIND.test(last.text);
}

/** Quotes come in pairs where nobody broke one. */
function isOdd(comment: string): boolean {
  return ["'", '"', '`'].some((quote) => comment.split(quote).length % 2 === 0);
}
