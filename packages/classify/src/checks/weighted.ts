// Weighted sums of digits, the root of most national check digits; each country says what it makes of the remainder.
import { digitAt } from './digits.ts';

/**
 * Sum of digit times weight, from the first digit on, over as many digits as there are weights.
 *
 * @param digits ASCII digits, at least as many as weights
 */
export function weightedSum(digits: string, weights: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i += 1) sum += digitAt(digits, i) * (weights[i] ?? 0);
  return sum;
}

/**
 * The weighted sum modulo 11, the commonest form.
 *
 * @param digits ASCII digits, at least as many as weights
 * @returns 0 to 10
 */
export function weightedMod11(digits: string, weights: readonly number[]): number {
  return weightedSum(digits, weights) % 11;
}

/**
 * The check digit of "11 less the remainder", with 11 written as 0.
 *
 * @param digits ASCII digits, at least as many as weights
 * @returns 0 to 10; 10 as a rule means that such a number is not issued
 */
export function complementMod11(digits: string, weights: readonly number[]): number {
  return (11 - weightedMod11(digits, weights)) % 11;
}

/**
 * The check digit of "10 less the remainder modulo 10", with 10 written as 0.
 *
 * @param digits ASCII digits, at least as many as weights
 */
export function complementMod10(digits: string, weights: readonly number[]): number {
  return (10 - (weightedSum(digits, weights) % 10)) % 10;
}
