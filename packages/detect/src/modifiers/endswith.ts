// `endswith`: the field ends with the value.
import { RUN } from '../values/pattern.ts';
import { eachValue } from './modifier.ts';
import { asText, patternOf } from './text-of.ts';

export const endswith = eachValue('endswith', (draft) => {
  if (draft.kind === 'regex') return { ...draft, source: `(?:${draft.source})\\z` };
  if (draft.kind === 'field') return { ...draft, anchor: draft.anchor === 'start' ? 'anywhere' : 'end' };
  const text = asText([RUN, ...patternOf(draft, 'endswith')]);
  return draft.kind === 'text' && text.kind === 'text' ? { ...text, isCased: draft.isCased } : text;
});
