// `re`: a regular expression, searched for anywhere, case told apart; `i`, `m` and `s` after it, which pySigma also spells out.
import { Rejection } from '../sigma/rejection.ts';
import { eachValue, type Modifier } from './modifier.ts';
import { kindText } from './text-of.ts';

/** What may stand before `re`, since it changes no value. */
const HARMLESS = new Set(['all', 'neq']);

export const re = eachValue('re', (draft, state) => {
  const changed = state.before.filter((name) => !HARMLESS.has(name));
  if (changed.length > 0) throw new Rejection('modifier', `re takes values as written, not after ${changed.join('|')}`);
  if (draft.kind !== 'scalar')
    throw new Rejection('modifier', `re takes strings, and what it was given is ${kindText(draft)}`);
  return { kind: 'regex', source: String(draft.value), flags: '' };
});

function flag(name: string, alias: string): Modifier {
  return eachValue(
    name,
    (draft) => {
      if (draft.kind !== 'regex') throw new Rejection('modifier', `${name} only follows re`);
      return { ...draft, flags: draft.flags.includes(name) ? draft.flags : draft.flags + name };
    },
    [alias],
  );
}

/** Upper and lower case are one. */
export const ignorecase = flag('i', 'ignorecase');
/** `^` and `$` also stand at the ends of lines. */
export const multiline = flag('m', 'multiline');
/** `.` also stands for the end of a line. */
export const dotall = flag('s', 'dotall');
