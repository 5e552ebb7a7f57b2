// `all`: every value has to match, not one of them. On a single value it changes nothing.
import type { Modifier } from './modifier.ts';

export const all: Modifier = { name: 'all', apply: (state) => ({ ...state, areAll: true }) };
