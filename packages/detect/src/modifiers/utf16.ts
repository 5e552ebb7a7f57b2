// `utf16le`, `wide`, `utf16be`, `utf16`: the value in UTF-16, mostly so that Base64 can encode what PowerShell does. As text in a
// field, each character stands beside a NUL, which is how UTF-16 looks to a log that reads it byte by byte.
import { merged, type PatternPart } from '../values/pattern.ts';
import { type Draft, eachValue } from './modifier.ts';
import { patternOf, spellings } from './text-of.ts';

type Order = 'little' | 'big';

function encoded(text: string, order: Order): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return order === 'big' ? bytes.swap16() : bytes;
}

/** Bytes where there are no wildcards; with wildcards there is only the text. */
function wide(draft: Draft, modifier: string, order: Order, mark: 'marked' | 'bare'): Draft | readonly Draft[] {
  const pattern = patternOf(draft, modifier);
  const besideNul = (text: string) => [...text].map((sign) => (order === 'big' ? `\0${sign}` : `${sign}\0`)).join('');
  const markText = mark === 'marked' ? ['\ufeff'] : [];
  if (pattern.some((part) => typeof part === 'symbol')) {
    const parts = pattern.map((part): PatternPart => (typeof part === 'string' ? besideNul(part) : part));
    return { kind: 'text', pattern: merged([...markText, ...parts]), isCased: false };
  }
  return spellings(pattern, modifier).map((text): Draft => {
    const bytes = encoded(mark === 'marked' ? `\ufeff${text}` : text, order);
    return { kind: 'bytes', bytes, pattern: merged([...markText, besideNul(text)]) };
  });
}

export const utf16le = eachValue('utf16le', (draft) => wide(draft, 'utf16le', 'little', 'bare'), ['wide']);
export const utf16be = eachValue('utf16be', (draft) => wide(draft, 'utf16be', 'big', 'bare'));
/** With a byte order mark, FF FE. */
export const utf16 = eachValue('utf16', (draft) => wide(draft, 'utf16', 'little', 'marked'));
