// `exists`: whether the field is there, whatever stands in it, null included.
import { quoted, Rejection } from '../sigma/rejection.ts';
import { eachValue } from './modifier.ts';

const WORDS: Readonly<Record<string, boolean>> = { true: true, yes: true, false: false, no: false };

export const exists = eachValue('exists', (draft, state) => {
  if (state.field === undefined) throw new Rejection('modifier', 'exists needs a field');
  if (state.before.length > 0) throw new Rejection('modifier', `exists cannot follow ${state.before.join('|')}`);
  const isWanted = draft.kind === 'scalar' ? WORDS[String(draft.value).toLowerCase()] : undefined;
  if (isWanted === undefined) {
    throw new Rejection(
      'value',
      `exists takes true or false, not ${draft.kind === 'scalar' ? quoted(draft.value) : draft.kind}`,
    );
  }
  return { kind: 'exists', isWanted };
});
