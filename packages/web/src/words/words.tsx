// The words of the room in the reader's language. English is the form; another language that lacks a message does not compile.
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import type { en } from './en/index.ts';
import { type Format, formatFor } from './format.ts';
import { keepLanguage, type Language } from './language.ts';

export type Words = typeof en;

/** Fetches the messages of one language. */
export async function loadWords(language: Language): Promise<Words> {
  return language === 'fr' ? (await import('./fr/index.ts')).fr : (await import('./en/index.ts')).en;
}

interface Spoken {
  readonly words: Words;
  readonly format: Format;
  readonly speak: (language: Language) => void;
}

const SpokenContext = createContext<Spoken | undefined>(undefined);

/** Gives everything below it the words of a language, and a way to change it. */
export function WordsProvider({
  first,
  children,
}: {
  first: { language: Language; words: Words };
  children: ReactNode;
}) {
  const [{ language, words }, setSpoken] = useState(first);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const spoken = useMemo(
    () => ({
      words,
      format: formatFor(language),
      speak: (next: Language) => {
        keepLanguage(next);
        void loadWords(next).then((nextWords) => setSpoken({ language: next, words: nextWords }));
      },
    }),
    [language, words],
  );
  return <SpokenContext value={spoken}>{children}</SpokenContext>;
}

function useSpoken(): Spoken {
  const spoken = use(SpokenContext);
  if (spoken === undefined) throw new Error('words are used outside of WordsProvider');
  return spoken;
}

/** The messages of the reader's language. */
export const useWords = (): Words => useSpoken().words;

/** How numbers and moments are written in it. */
export const useFormat = (): Format => useSpoken().format;

/** Changes the language. */
export const useSpeak = (): ((language: Language) => void) => useSpoken().speak;
