// Timespans of correlations: a number and a unit. `s m h d` are the specification's, `w M y` are pySigma's, with its lengths.
import { quoted, Rejection } from './rejection.ts';

const UNIT_MS: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
  M: 2_629_746_000,
  y: 31_556_952_000,
};

/** @returns milliseconds */
export function parseTimespan(written: unknown): number {
  const [, count, unit] = /^(\d{1,9})([smhdwMy])$/.exec(String(written)) ?? [];
  const length = Number(count) * (UNIT_MS[unit ?? ''] ?? Number.NaN);
  if (!(length > 0)) {
    throw new Rejection(
      'correlation',
      `the timespan ${quoted(written)} is not a number with one of s, m, h, d, w, M, y`,
    );
  }
  return length;
}
