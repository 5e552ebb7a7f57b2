// Kinds of answers that many issuers have in common, so that their files only say how each is told.
import type { AnswerRule } from './issuer.ts';

type Told = Pick<AnswerRule, 'where' | 'holds'>;

/** It did what was asked, and the answer has what only an accepted secret gets. */
export function accepted(told: Told): AnswerRule {
  return { status: 200, ...told, verdict: 'live', means: 'is accepted' };
}

/** The issuer says that it does not accept it. */
export function refused(status: number, told: Told = {}, why = 'it was revoked, has expired or never was'): AnswerRule {
  return { status, ...told, verdict: 'revoked', means: `is not accepted: ${why}` };
}

/** It was known, and this question was refused all the same: it may do other things, or the same from another place. */
export function limited(status: number, told: Told = {}, why = 'it may not do what was asked'): AnswerRule {
  return { status, ...told, verdict: 'restricted', means: `is known, but ${why}` };
}

/** A refusal that others than a revoked secret get as well. */
export function undecided(status: number, told: Told, why: string): AnswerRule {
  return { status, ...told, verdict: 'cannot tell', means: why };
}
