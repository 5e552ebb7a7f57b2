// Looks for English on a page that is to be in French: messages that stayed English, and sentences that are in no list of messages. What is
// marked as another language is meant to be one.
import type { Page } from 'playwright-core';
import { en } from '../packages/web/src/words/en/index.ts';
import { fr } from '../packages/web/src/words/fr/index.ts';

/** Words that no French sentence has. */
const ENGLISH_WORDS = /\b(?:the|and|with|this|that|which|been|from|your|you|are|has|was|were|will|have|not yet)\b/i;

/**
 * @param ours what people wrote themselves, and may be in any language
 * @returns what is English; without what the page marks as English, also where a name repeats it
 */
export async function englishIn(page: Page, ours: readonly string[]): Promise<readonly string[]> {
  const french = new Set(messagesIn(fr));
  const english = new Set([...messagesIn(en)].filter((message) => !french.has(message)));
  const { shown, foreign } = await page.evaluate(wordsShown);
  const left = shown.map((words) =>
    [...ours, ...foreign].reduce((rest, one) => rest.replaceAll(one, ''), words).trim(),
  );
  return left.filter((words) => english.has(words) || ENGLISH_WORDS.test(words));
}

function* messagesIn(words: unknown): Generator<string> {
  if (typeof words === 'string') yield words;
  else if (typeof words === 'object' && words !== null) for (const one of Object.values(words)) yield* messagesIn(one);
}

/** Runs in the page: its texts and names, and apart from them those that say that they are of another language. */
function wordsShown(): { shown: string[]; foreign: string[] } {
  const shown = new Set<string>();
  const foreign = new Set<string>();
  const note = (element: Element, text: string | null) => {
    const words = (text ?? '').trim();
    if (words === '') return;
    const isFrench = element.closest('[lang]')?.getAttribute('lang') === 'fr';
    if (isFrench) shown.add(words);
    else foreign.add(words);
  };
  for (const element of document.body.querySelectorAll('*')) {
    if (['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(element.tagName)) continue;
    for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) note(element, node.textContent);
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) note(element, element.getAttribute(name));
  }
  note(document.documentElement, document.title);
  return { shown: [...shown], foreign: [...foreign].filter((words) => words.length > 3) };
}
