// Pages that say one thing: that there is nothing, or that there was too much.
import { html } from '../html.ts';
import type { PublicLanguage } from '../words.ts';
import { wordsIn } from '../words-in.ts';
import { document } from './layout.ts';

export function notFoundPage(language: PublicLanguage): string {
  const words = wordsIn(language);
  const body = html`<p>${words.notFound}</p><p><a href="/?lang=${language}">${words.back}</a></p>`;
  return document({ language, title: words.notFoundTitle, path: undefined, body });
}

export function tooManyPage(language: PublicLanguage): string {
  const words = wordsIn(language);
  return document({ language, title: words.tooManyTitle, path: undefined, body: html`<p>${words.tooMany}</p>` });
}
