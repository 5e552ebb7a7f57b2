// What injections leave in a statement that a store has run: each of the ways in which they answer an attacker, and how they break out.
import type { Trait } from '../statement.ts';
import type { Told } from '../token-search.ts';
import type { Token } from '../tokens.ts';
import { tellsByError } from './errors.ts';
import { addsForeignColumns } from './foreign-columns.ts';
import { guesses } from './guesses.ts';
import { placesOf } from './places.ts';
import { waitsInCondition } from './waits.ts';

const CONDITIONS = new Set(['AND', 'OR', 'WHERE', 'HAVING']);

/** All of it has a parenthesis, a constant in the place of a column, or a cast. */
function isOfInterest(tokens: readonly Token[]): boolean {
  return tokens.some(({ text, word }, at) => {
    if (text === '(' || text === '::' || text === '/' || word === 'WAITFOR') return true;
    if (!CONDITIONS.has(word)) return false;
    return tokens[at + 1]?.kind === 'number' || tokens[at + 1]?.kind === 'parameter';
  });
}

/** @param told one statement */
export function injectionTraits(told: Told): readonly Trait[] {
  // Notes of programs stand anywhere; only what hides words is of interest, and that is looked at with them.
  const spoken = { ...told, tokens: told.tokens.filter(({ kind }) => kind !== 'comment') };
  if (!isOfInterest(spoken.tokens)) return addsForeignColumns(told) ? ['foreign-columns'] : [];
  const places = placesOf(spoken.tokens);
  const found: Trait[] = [];
  if (addsForeignColumns(told)) found.push('foreign-columns');
  if (waitsInCondition(spoken, places)) found.push('waits-in-condition');
  if (tellsByError(spoken, places)) found.push('tells-by-error');
  if (guesses(spoken, places)) found.push('guesses');
  return found;
}
