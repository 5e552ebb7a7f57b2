// How much of a value is plain words: a sentence about an attack is none.
import type { Where } from './attack.ts';

/** Words of letters, counted no further than `most`. */
export function wordCount(text: string, most: number): number {
  let words = 0;
  for (const _ of text.slice(0, 1000).matchAll(/(?<![^\s"'(>*_])\p{L}[\p{L}\p{M}'’-]*(?=[\s.,;:!?)"'<]|$)/gu)) {
    words += 1;
    if (words >= most) break;
  }
  return words;
}

/** Whether it is a text that somebody wrote into a field for texts. */
export function isText(text: string, where: Where): boolean {
  return where === 'body' && wordCount(text, 8) >= 8;
}

/** Whether the place stands in code of Markdown that is shown, with a text around it: between backquotes, or in a fence. */
export function isQuotedCode(text: string, at: number): boolean {
  const from = Math.max(0, at - 4000);
  const before = text.slice(from, at);
  const after = text.slice(at, at + 4000);
  const fences = before.split('```').length - 1;
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const isFenced = fences % 2 === 1 && after.includes('```');
  const isIndented = /^(?: {4}|\t)/.test(line) && from + before.length > line.length;
  const isInline = line.split('`').length % 2 === 0 && (after.split('\n')[0] ?? '').includes('`');
  return isFenced || ((isInline || isIndented) && wordCount(text, 6) >= 6);
}
