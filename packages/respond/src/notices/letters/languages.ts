// The languages in which letters are written, each with its words and its advice.
import type { Language } from '../notice.ts';
import { ADVICE_DE } from './advice/de.ts';
import { ADVICE_EN } from './advice/en.ts';
import { ADVICE_ES } from './advice/es.ts';
import { ADVICE_FR } from './advice/fr.ts';
import { ADVICE_IT } from './advice/it.ts';
import { ADVICE_ZH } from './advice/zh.ts';
import type { LetterWords, TopicWords } from './letter-words.ts';
import { DE } from './words/de.ts';
import { EN } from './words/en.ts';
import { ES } from './words/es.ts';
import { FR } from './words/fr.ts';
import { IT } from './words/it.ts';
import { ZH } from './words/zh.ts';

export interface LetterLanguage {
  readonly words: LetterWords;
  readonly advice: TopicWords;
}

export const LETTER_LANGUAGES: Readonly<Record<Language, LetterLanguage>> = {
  en: { words: EN, advice: ADVICE_EN },
  fr: { words: FR, advice: ADVICE_FR },
  de: { words: DE, advice: ADVICE_DE },
  es: { words: ES, advice: ADVICE_ES },
  it: { words: IT, advice: ADVICE_IT },
  zh: { words: ZH, advice: ADVICE_ZH },
};
