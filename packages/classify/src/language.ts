// The language of a text in a person's words, for counting who is concerned.
import { languagesOf } from './special/language.ts';
import { plain, wordsOf } from './special/plain.ts';

/** Longer texts are judged by their beginning. */
const ENOUGH = 400;

/** The language as ISO 639 code, where one fits better than all others; undefined where it cannot be told. */
export function languageOf(text: string): string | undefined {
  const beginning = plain(text.slice(0, ENOUGH));
  const languages = languagesOf(beginning, wordsOf(beginning));
  return languages.length === 1 ? languages[0] : undefined;
}
