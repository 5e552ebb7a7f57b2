// How an identifier is written: in one piece, or in groups with one separator between them. A number in its usual groups
// is far less often something else than the same number in one piece.
import type { Verdict } from './verdict.ts';

const NO_BREAK_SPACE = '\u00a0';

/** The separators of a written identifier, in their order: `- -` of `1-2-3`. No-break spaces count as spaces. */
function separatorsOf(written: string): string {
  let separators = '';
  for (const sign of written) {
    if (sign === NO_BREAK_SPACE) separators += ' ';
    else if (sign === ' ' || sign === '-' || sign === '.' || sign === '/' || sign === ':') separators += sign;
  }
  return separators;
}

/**
 * True where it is written in this many groups or more with the same separator between all of them: `4111 1111 1111 1111`
 * is in four, `4111-1111 11111111` is in none.
 */
function inGroups(written: string, groups = 2): boolean {
  const separators = separatorsOf(written);
  if (separators.length < groups - 1) return false;
  for (let i = 1; i < separators.length; i += 1) if (separators[i] !== separators[0]) return false;
  return true;
}

/** Verdict on a number for a rule of its grouped form; its other form has a rule of its own. */
export function grouped(written: string, groups = 2): Verdict {
  return inGroups(written, groups) ? true : 'not in its groups';
}

/** Verdict on a number for a rule of its form in one piece or in odd groups. */
export function ungrouped(written: string, groups = 2): Verdict {
  return inGroups(written, groups) ? 'in groups, which another rule reads' : true;
}
