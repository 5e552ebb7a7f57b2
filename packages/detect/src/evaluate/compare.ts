// Numbers against numbers: a text counts as one where it writes a decimal number and nothing else.
import { type WrittenTime, weekOf } from '../events/times.ts';
import type { Comparison, TimePart } from '../values/value.ts';

export function holds(comparison: Comparison, left: number, right: number): boolean {
  switch (comparison) {
    case 'lt':
      return left < right;
    case 'lte':
      return left <= right;
    case 'gt':
      return left > right;
    case 'gte':
      return left >= right;
    case 'eq':
      return left === right;
    case 'neq':
      return left !== right;
  }
}

const DECIMAL = /^\s*[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d{1,3})?\s*$/;

export function numberIn(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.length <= 64 && DECIMAL.test(value) ? Number(value) : undefined;
}

export function partOf(time: WrittenTime, part: TimePart): number {
  return part === 'week' ? weekOf(time) : time[part];
}
