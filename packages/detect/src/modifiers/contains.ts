// `contains`: the value stands anywhere in the field.
import { RUN } from '../values/pattern.ts';
import { eachValue } from './modifier.ts';
import { asText, patternOf } from './text-of.ts';

export const contains = eachValue('contains', (draft) => {
  // A regular expression is searched for anywhere already.
  if (draft.kind === 'regex') return draft;
  if (draft.kind === 'field') return { ...draft, anchor: 'anywhere' };
  const text = asText([RUN, ...patternOf(draft, 'contains'), RUN]);
  return draft.kind === 'text' && text.kind === 'text' ? { ...text, isCased: draft.isCased } : text;
});
