// The check digit of machine-readable travel documents, weights 7, 3, 1 (ICAO Doc 9303 part 3, section 4.9).
import { base36At } from './digits.ts';

const WEIGHTS: readonly number[] = [7, 3, 1];

/**
 * Check digit of a field of a machine-readable zone.
 *
 * @param characters digits and upper-case letters; the filler `<` counts nothing
 * @returns 0 to 9
 */
export function icaoCheckDigit(characters: string): number {
  let sum = 0;
  for (let i = 0; i < characters.length; i += 1) {
    const value = base36At(characters, i);
    if (value > 0) sum += value * (WEIGHTS[i % 3] ?? 0);
  }
  return sum % 10;
}

/** Whether the last character is the check digit of those before it. */
export function icaoHolds(characters: string): boolean {
  const last = characters.length - 1;
  return base36At(characters, last) === icaoCheckDigit(characters.slice(0, last));
}
