// The words of the public pages in a language, and which language a reader gets.
import { PUBLIC_LANGUAGES, type PublicLanguage, type PublicWords } from './words.ts';
import { ENGLISH } from './words-en.ts';
import { FRENCH } from './words-fr.ts';

const WORDS: Readonly<Record<PublicLanguage, PublicWords>> = { en: ENGLISH, fr: FRENCH };

export function wordsIn(language: PublicLanguage): PublicWords {
  return WORDS[language];
}

/** The one that was chosen, or the first of ours that the browser asks for (RFC 9110, 12.5.4), or English. */
export function languageFor(chosen: string | undefined, accepted: string | undefined): PublicLanguage {
  const asked = (accepted ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...more] = part.trim().toLowerCase().split(';');
      const weight = Number(/^\s*q=([\d.]+)/.exec(more.find((one) => one.includes('q=')) ?? '')?.[1] ?? 1);
      return { code: tag.slice(0, 2), weight };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ code }) => code);
  return (
    [chosen, ...asked].find((code): code is PublicLanguage => PUBLIC_LANGUAGES.some((one) => one === code)) ?? 'en'
  );
}
