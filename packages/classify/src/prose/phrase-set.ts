// A set of folded phrases that is asked from its last words backwards: one look-up by hash settles most questions.
import { fold } from './fold.ts';
import { hashOf } from './hash.ts';

/** The phrases that end in the same words. */
export interface PhraseEnding {
  /** The first of these words. */
  readonly word: string;
  /** The phrase that consists of these words, if there is one. */
  readonly phrase: string | undefined;
  /** The endings that are longer by one word, by the hash that the word has as a token. */
  readonly longer: ReadonlyMap<number, readonly PhraseEnding[]>;
}

export interface PhraseSet {
  readonly phrases: ReadonlySet<string>;
  readonly ending: PhraseEnding;
  /** By the lower bits of a hash: 1 where a phrase ends in such a word. */
  readonly lastWords: Uint8Array;
}

const LAST_WORD_BITS = 12;

/** Whether a phrase may end in a word, by its hash; most words are sorted out here. */
export function mayEndIn(set: PhraseSet, hash: number): boolean {
  return set.lastWords[hash & ((1 << LAST_WORD_BITS) - 1)] === 1;
}

/** Reads a list of phrases, separated by commas or line feeds. */
export function phraseSet(list: string): PhraseSet {
  const phrases = new Set(
    list
      .split(/\s*[,\n]\s*/)
      .filter((phrase) => phrase !== '')
      .map((phrase) => fold(phrase.trim())),
  );
  const ending = endingOf(
    '',
    [...phrases].map((phrase) => phrase.split(' ')),
    0,
  );
  const lastWords = new Uint8Array(1 << LAST_WORD_BITS);
  for (const hash of ending.longer.keys()) lastWords[hash & ((1 << LAST_WORD_BITS) - 1)] = 1;
  return { phrases, ending, lastWords };
}

/** @param phrases all that end in the same `length` words, `word` the first of these */
function endingOf(word: string, phrases: readonly (readonly string[])[], length: number): PhraseEnding {
  const byWord = Map.groupBy(
    phrases.filter((words) => words.length > length),
    (words) => words.at(-1 - length) as string,
  );
  const endings = [...byWord].map(([before, some]) => endingOf(before, some, length + 1));
  return {
    word,
    phrase: phrases.find((words) => words.length === length && length > 0)?.join(' '),
    longer: Map.groupBy(endings, (one) => hashOf(one.word.split('-').at(-1) ?? '')),
  };
}
