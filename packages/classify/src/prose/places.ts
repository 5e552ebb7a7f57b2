// Places by vocabulary: the longest run of words that is one.
import { PLACE, PLACE_BEGINS } from './flags.ts';
import { HASH_START, hashStep } from './hash.ts';
import { flagsOf, gapBefore, isCapitalised, isMark, isWord, type Reading, word } from './reading.ts';
import { vocabulary } from './vocabulary.ts';

/** Words of a place at most. */
const MOST_WORDS = 4;
const BLANK = 32;
const HYPHEN = 45;

/** The last token of the longest known place that begins at a token, if one does; words with capitals only. */
export function placeFrom(reading: Reading, from: number): number | undefined {
  const flags = flagsOf(reading, from);
  if (!isCapitalised(reading, from)) return undefined;
  let best = (flags & PLACE) !== 0 ? from : undefined;
  if ((flags & PLACE_BEGINS) === 0) return best;
  let hash = hashMore(HASH_START, word(reading, from));
  for (let at = from + 1, words = 1; words < MOST_WORDS; at++) {
    if (isMark(reading, at, '.') && gapBefore(reading, at) === 0) continue;
    if (!isWord(reading, at) || gapBefore(reading, at) > 1) break;
    hash = hashMore(hashStep(hash, BLANK), word(reading, at));
    words++;
    if ((vocabulary().flags(hash) & PLACE) !== 0) best = at;
  }
  return best;
}

/** The hash of a phrase with one more word; the vocabulary holds hyphens as blanks. */
function hashMore(start: number, text: string): number {
  let hash = start;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    hash = hashStep(hash, unit === HYPHEN ? BLANK : unit);
  }
  return hash;
}
