// The languages of the room, and which one a reader gets: the account's, else what this browser chose before, else the browser's own.

export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

const CHOICE = 'vigie.language';

function isLanguage(word: unknown): word is Language {
  return LANGUAGES.some((language) => language === word);
}

/** The language to begin with, before anybody has signed in. */
export function firstLanguage(): Language {
  const chosen = localStorage.getItem(CHOICE);
  if (isLanguage(chosen)) return chosen;
  for (const wanted of navigator.languages) {
    const language = wanted.slice(0, 2).toLowerCase();
    if (isLanguage(language)) return language;
  }
  return 'en';
}

/** Whether somebody chose one in this browser. */
export function hasChosenLanguage(): boolean {
  return isLanguage(localStorage.getItem(CHOICE));
}

/** Remembers the choice for this browser. */
export function keepLanguage(language: Language): void {
  localStorage.setItem(CHOICE, language);
}
