// What a check of an identifier answers, and the reasons that most of them share.

/** True, or why it is none (see `Identifier.check`). The reason holds nothing of the value. */
export type Verdict = true | string;

export const WRONG_CHECK_DIGIT = 'check digits do not hold';
export const NO_SUCH_DATE = 'no such date';
export const NOT_ISSUED = 'not in a range that is issued';
export const ONE_DIGIT_REPEATED = 'one digit repeated';

/** True where the condition holds, else the reason. */
export function unless(holds: boolean, why: string): Verdict {
  return holds ? true : why;
}

/** The first verdict that speaks against it, or true. Later ones are computed only where the earlier ones hold. */
export function allOf(...verdicts: readonly (() => Verdict)[]): Verdict {
  for (const verdict of verdicts) {
    const answer = verdict();
    if (answer !== true) return answer;
  }
  return true;
}
