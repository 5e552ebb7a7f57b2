// Postcodes that stand alone behind a word that says so, in ten languages: `ZIP: 94103`, `code postal 75001`.

import { type PhraseSet, phraseSet } from './phrase-set.ts';
import {
  endOf,
  isMark,
  isMixed,
  isNumber,
  isWord,
  phraseBefore,
  type Reading,
  shapeOf,
  startOf,
  word,
} from './reading.ts';
import { UPPER } from './shapes.ts';

const LABELS: PhraseSet = phraseSet(
  `zip, zip code, zip code is, zipcode, zipcode is, zip is, postcode, postcode is, post code, post code is, postal code, postal code is, code postal, code postal est,
plz, postleitzahl, postleitzahl ist, codigo postal, codigo postal es, cap, codice postale, cep, cep e, kod pocztowy, postnummer, postinumero, psc, psč`,
);

export interface Postcode {
  readonly first: number;
  readonly last: number;
}

/** Postcodes behind such a word. */
export function findPostcodes(reading: Reading): Postcode[] {
  const found: Postcode[] = [];
  const { leads, leadCount } = reading;
  for (let lead = 0; lead < leadCount; lead++) {
    const at = leads[lead] as number;
    if (reading.taken[at] !== 0 || (!isNumber(reading, at) && !isMixed(reading, at))) continue;
    if (phraseBefore(reading, at, LABELS) === undefined) continue;
    const last = lastOf(reading, at);
    if (last !== undefined) found.push({ first: at, last });
  }
  return found;
}

function lastOf(reading: Reading, at: number): number | undefined {
  const size = endOf(reading, at) - startOf(reading, at);
  if (size > 7 || (isNumber(reading, at) && (size < 3 || size > 6) && size !== 2)) return undefined;
  const apart = startOf(reading, at + 1) - endOf(reading, at);
  const tail = word(reading, at + 1);
  if (isMark(reading, at + 1, '-') && isNumber(reading, at + 2)) return at + 2;
  if (apart === 1 && (isNumber(reading, at + 1) || isMixed(reading, at + 1)) && tail.length <= 4) return at + 1;
  if (apart === 1 && isWord(reading, at + 1) && tail.length === 2 && shapeOf(reading, at + 1) === UPPER) return at + 1;
  return size > 2 ? at : undefined;
}
