// In which languages a sentence may be: by its script, and among Latin ones by frequent words.
import { listTerms, type TermWord, termWords } from './lexicon.ts';
import { PERSONS } from './persons.ts';
import { plain } from './plain.ts';
import type { Language } from './vocabulary.ts';

export type SpacedLanguage = Exclude<Language, 'zh' | 'ja'>;

const LATIN: readonly SpacedLanguage[] = ['en', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'pl', 'tr'];
/** A language whose frequent words are this share of the best one's stays possible. */
const STAYS_POSSIBLE = 0.7;

let frequent: ReadonlyMap<string, readonly SpacedLanguage[]> | undefined;

/**
 * The languages that a sentence in plain writing may be in, all Latin ones where nothing tells.
 *
 * @param words its words, see plain.ts
 */
export function languagesOf(sentence: string, words: readonly string[]): readonly Language[] {
  const byScript = scriptLanguages(sentence);
  if (byScript !== LATIN) return byScript;
  frequent ??= frequentWords();
  const counts = new Map<SpacedLanguage, number>();
  for (const word of words)
    for (const language of frequent.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  const best = Math.max(0, ...counts.values());
  if (best === 0) return LATIN;
  return LATIN.filter((language) => (counts.get(language) ?? 0) >= best * STAYS_POSSIBLE);
}

/** The languages that are written in the script of a text: all Latin ones, or one. */
export function scriptLanguages(sentence: string): readonly Language[] {
  if (/[\u3040-\u30ff]/.test(sentence)) return ['ja'];
  if (/[\u4e00-\u9fff]/.test(sentence)) return ['zh'];
  if (/[\uac00-\ud7af]/.test(sentence)) return ['ko'];
  if (/[\u0400-\u04ff]/.test(sentence)) return ['ru'];
  if (/[\u0600-\u06ff]/.test(sentence)) return ['ar'];
  return LATIN;
}

function frequentWords(): ReadonlyMap<string, readonly SpacedLanguage[]> {
  const languages = new Map<string, SpacedLanguage[]>();
  for (const language of LATIN) {
    const { function: words, subject, owner, object } = PERSONS[language];
    for (const word of new Set(listTerms([words, subject, owner, object].join(',')).map(plain))) {
      languages.set(word, [...(languages.get(word) ?? []), language]);
    }
  }
  return languages;
}

/** The last words of all terms for a person, in the Latin languages. */
export function personTerms(): readonly TermWord[] {
  return LATIN.flatMap((language) => {
    const { subject, owner, object, close = '', elided = '' } = PERSONS[language];
    return listTerms([subject, owner, object, close, elided].join(',')).flatMap((term) => termWords(term).slice(-1));
  });
}
