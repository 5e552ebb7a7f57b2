// The notices to people, customers and the public, by id, and the language in which each can be had.
import { ARTICLE_34 } from './article-34.ts';
import type { Language, Notice } from './notice.ts';
import { PROCESSOR_33_2 } from './processor-33-2.ts';
import { PRESS, WEB_PAGE } from './public.ts';

export const NOTICES: readonly Notice[] = [ARTICLE_34, PROCESSOR_33_2, PRESS, WEB_PAGE];

/** The language in which a notice is written, where it is not the one that was asked for. */
export interface NoticeLanguage {
  readonly language: Language;
  /** Why it is another one; it is told to whoever asked. */
  readonly fallback?: string;
}

/**
 * The language in which a notice can be had.
 *
 * @param wanted an ISO 639-1 code, as in `nl`
 */
export function noticeLanguage(notice: Notice, wanted: string): NoticeLanguage {
  const written = notice.languages.find((language) => language === wanted);
  if (written !== undefined) return { language: written };
  const [first] = notice.languages;
  const language = notice.languages.find((other) => other === 'en') ?? first;
  const fallback = `${notice.id} is not written in ${wanted}; it is in ${notice.languages.join(', ')}. This one is in ${language}: have it translated before it is sent.`;
  return { language, fallback };
}
