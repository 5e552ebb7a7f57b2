// `cased`: upper and lower case are told apart.
import { eachValue } from './modifier.ts';
import { patternOf } from './text-of.ts';

export const cased = eachValue('cased', (draft) =>
  draft.kind === 'field'
    ? { ...draft, isCased: true }
    : { kind: 'text', pattern: patternOf(draft, 'cased'), isCased: true },
);
