// `neq`: the field is different from each of the values; a field that is not there is different too, as under `not`.
import { Rejection } from '../sigma/rejection.ts';
import type { Modifier } from './modifier.ts';

export const neq: Modifier = {
  name: 'neq',
  apply: (state) => {
    if (state.field === undefined) throw new Rejection('modifier', 'neq needs a field');
    return { ...state, isNegated: true };
  },
};
