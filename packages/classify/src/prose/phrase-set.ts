// A set of folded phrases that is asked by its last word first: one look-up by hash settles most questions.
import { fold } from './fold.ts';
import { hashOf } from './vocabulary.ts';

export interface PhraseSet {
  readonly phrases: ReadonlySet<string>;
  /** Hashes of the last words, as tokens carry them. */
  readonly lastWords: ReadonlySet<number>;
  /** Words of the longest phrase. */
  readonly most: number;
}

/** Reads a list of phrases, separated by commas or line feeds. */
export function phraseSet(list: string): PhraseSet {
  const phrases = new Set(
    list
      .split(/\s*[,\n]\s*/)
      .filter((phrase) => phrase !== '')
      .map((phrase) => fold(phrase.trim())),
  );
  const lastWords = new Set<number>();
  let most = 0;
  for (const phrase of phrases) {
    const words = phrase.split(' ');
    most = Math.max(most, words.length);
    lastWords.add(hashOf((words.at(-1) ?? '').split('-').at(-1) ?? ''));
  }
  return { phrases, lastWords, most };
}
