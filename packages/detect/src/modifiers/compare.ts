// `lt`, `lte`, `gt`, `gte`: the field is a number, less or more than the value; also after a part of a time (`hour|gte`).
import { quoted, Rejection } from '../sigma/rejection.ts';
import type { Comparison } from '../values/value.ts';
import { type Draft, eachValue, type Modifier } from './modifier.ts';
import { kindText } from './text-of.ts';

function comparing(comparison: Comparison): Modifier {
  return eachValue(comparison, (draft): Draft => {
    if (draft.kind === 'time' && draft.comparison === 'eq') return { ...draft, comparison };
    return { kind: 'number', comparison, number: numberOf(draft, comparison) };
  });
}

/** The number that a value is, or that its text writes. */
export function numberOf(draft: Draft, modifier: string): number {
  if (draft.kind !== 'scalar')
    throw new Rejection('modifier', `${modifier} takes numbers, and what it was given is ${kindText(draft)}`);
  const number = typeof draft.value === 'string' && /^\s*[-+]?\d/.test(draft.value) ? Number(draft.value) : draft.value;
  if (typeof number !== 'number' || !Number.isFinite(number)) {
    throw new Rejection('value', `${modifier} takes numbers, and ${quoted(draft.value)} is none`);
  }
  return number;
}

export const lt = comparing('lt');
export const lte = comparing('lte');
export const gt = comparing('gt');
export const gte = comparing('gte');
