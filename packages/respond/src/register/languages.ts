// The languages in which records of the register are written.
import type { Language } from '../notices/notice.ts';
import { REGISTER_EN } from './words/en.ts';
import { REGISTER_FR } from './words/fr.ts';
import type { RegisterWords } from './words.ts';

const REGISTER_LANGUAGES = ['en', 'fr'] as const satisfies readonly Language[];

export type RegisterLanguage = (typeof REGISTER_LANGUAGES)[number];

const WORDS: Record<RegisterLanguage, RegisterWords> = { en: REGISTER_EN, fr: REGISTER_FR };

/** The words of a record; English where it is not written in that language. */
export function registerWords(language: Language): {
  readonly language: RegisterLanguage;
  readonly words: RegisterWords;
} {
  const written = REGISTER_LANGUAGES.find((one) => one === language) ?? 'en';
  return { language: written, words: WORDS[written] };
}
