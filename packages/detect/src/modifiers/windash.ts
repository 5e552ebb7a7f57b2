// `windash`: where a flag of a command begins, any of the signs that Windows takes for a dash. A dash inside of a word is left alone,
// as pySigma does.
import { merged, type PatternPart } from '../values/pattern.ts';
import { eachValue } from './modifier.ts';
import { patternOf } from './text-of.ts';

/** Hyphen, slash, en dash, em dash, horizontal bar. */
const DASHES = '-/\u2013\u2014\u2015';
const FLAG = /(?<![\p{L}\p{N}_])[-/\u2013\u2014\u2015](?=[\p{L}\p{N}_])/u;

export const windash = eachValue('windash', (draft) => {
  const parts = patternOf(draft, 'windash').flatMap((part): PatternPart[] => {
    if (typeof part !== 'string') return [part];
    return part.split(FLAG).flatMap((text, index) => (index === 0 ? [text] : [{ oneOf: DASHES }, text]));
  });
  return { kind: 'text', pattern: merged(parts), isCased: draft.kind === 'text' && draft.isCased };
});
