// `minute`, `hour`, `day`, `week`, `month`, `year`: a part of the time in the field, as it is written there, in whatever zone.
import { Rejection } from '../sigma/rejection.ts';
import type { TimePart } from '../values/value.ts';
import { numberOf } from './compare.ts';
import { type Draft, eachValue, type Modifier } from './modifier.ts';

const BOUNDS: Readonly<Record<TimePart, readonly [number, number]>> = {
  minute: [0, 59],
  hour: [0, 23],
  day: [1, 31],
  week: [1, 53],
  month: [1, 12],
  year: [0, 9999],
};

function timePart(part: TimePart): Modifier {
  return eachValue(part, (draft): Draft => {
    const isCompared = draft.kind === 'number';
    const number = isCompared ? draft.number : numberOf(draft, part);
    const [least, most] = BOUNDS[part];
    if (!Number.isInteger(number) || number < least || number > most) {
      throw new Rejection('value', `${part} is a whole number from ${least} to ${most}, not ${number}`);
    }
    return { kind: 'time', part, comparison: isCompared ? draft.comparison : 'eq', number };
  });
}

export const minute = timePart('minute');
export const hour = timePart('hour');
export const day = timePart('day');
export const week = timePart('week');
export const month = timePart('month');
export const year = timePart('year');
