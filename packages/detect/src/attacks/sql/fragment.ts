// Reads a fragment as the rest of a statement that somebody else began, as far as the grammar of SQL goes, and notes what it would do
// there. It is an acceptor, not a parser: it keeps whether a term or an operator is due, in each pair of brackets. Prose leaves this
// grammar after two or three words; an injection has to stay in it, or the server would not run it.
import type { Signs } from '../signs.ts';
import { Clauses } from './clauses.ts';
import type { Place } from './terms.ts';
import { readTokens } from './tokens.ts';

export interface FragmentReading {
  /** Whether the grammar held up to the end. */
  readonly isWhole: boolean;
  /** Tokens that fit. */
  readonly length: number;
}

/** Longer fragments are judged by their beginning. */
const MAX_TOKENS = 400;

/** @param start where it begins in the text */
export function readFragment(text: string, start: number, place: Place, signs: Signs): FragmentReading {
  const reader = readTokens(text, start);
  const walk = new Clauses(reader, place, signs);
  let [length, isWhole] = [0, false];
  for (; ; length += 1) {
    if (length >= MAX_TOKENS) isWhole = true;
    if (isWhole) break;
    const token = reader.next();
    if (token.kind === 'end') {
      isWhole = walk.end();
      break;
    }
    if (!walk.take(token)) break;
  }
  if (reader.versioned > 0) signs.note(3, 'hides words in comments that MySQL runs');
  else if (reader.comments > 0) signs.note(reader.comments > 1 ? 2 : 1, 'has comments in the place of spaces');
  return { isWhole, length };
}
