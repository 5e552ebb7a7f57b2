// The answers of a regime to whether it applies.
import type { FactName } from '../facts/definitions.ts';
import type { Applicability } from './regime.ts';

export function applies(why: string): Applicability {
  return { answer: 'yes', why, isPresumed: false, assumed: [], decidedBy: [] };
}

export function appliesNot(why: string): Applicability {
  return { answer: 'no', why, isPresumed: false, assumed: [], decidedBy: [] };
}

/** It is not known, and it is named as a regime to look at. */
export function mayApply(why: string, decidedBy: readonly FactName[]): Applicability {
  return { answer: 'unknown', why, isPresumed: false, assumed: [], decidedBy };
}

/**
 * It is not known, and its duties are shown all the same, since to miss them would be worse.
 *
 * @param assumed what is taken for granted
 */
export function presumedToApply(why: string, assumed: string, decidedBy: readonly FactName[]): Applicability {
  return { answer: 'unknown', why, isPresumed: true, assumed: [assumed], decidedBy };
}
