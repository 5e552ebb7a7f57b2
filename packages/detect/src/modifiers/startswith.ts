// `startswith`: the field begins with the value.
import { RUN } from '../values/pattern.ts';
import { eachValue } from './modifier.ts';
import { asText, patternOf } from './text-of.ts';

export const startswith = eachValue('startswith', (draft) => {
  if (draft.kind === 'regex') return { ...draft, source: `\\A(?:${draft.source})` };
  if (draft.kind === 'field') return { ...draft, anchor: draft.anchor === 'end' ? 'anywhere' : 'start' };
  const text = asText([...patternOf(draft, 'startswith'), RUN]);
  return draft.kind === 'text' && text.kind === 'text' ? { ...text, isCased: draft.isCased } : text;
});
