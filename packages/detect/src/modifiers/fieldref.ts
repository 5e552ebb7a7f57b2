// `fieldref`: the value names another field of the same event. `startswith`, `endswith` and `contains` go with it, before or after.
import { Rejection } from '../sigma/rejection.ts';
import { RUN } from '../values/pattern.ts';
import type { Anchor } from '../values/value.ts';
import { eachValue } from './modifier.ts';
import { plainText } from './text-of.ts';

const ANCHORS: Readonly<Record<string, Anchor>> = { startswith: 'start', endswith: 'end', contains: 'anywhere' };

export const fieldref = eachValue('fieldref', (draft, state) => {
  if (state.field === undefined) throw new Rejection('modifier', 'fieldref needs a field');
  const anchor = state.before.map((name) => ANCHORS[name]).find((one) => one !== undefined) ?? 'whole';
  const bare = draft.kind === 'text' ? { ...draft, pattern: draft.pattern.filter((part) => part !== RUN) } : draft;
  const name = plainText(anchor === 'whole' ? draft : bare, 'fieldref');
  return { kind: 'field', name, anchor, isCased: draft.kind === 'text' && draft.isCased };
});
