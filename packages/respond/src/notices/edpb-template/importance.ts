// Which open field is asked first: what decides the case, then what makes it late, then what happened and what was done, then who reports.
import type { Assessment } from '../../assessment.ts';
import { SECTION_STARTS } from './field.ts';
import { type FieldNumber, fieldOf } from './fields.ts';

/** When they became aware, and why they are late. */
const DEADLINE: ReadonlySet<FieldNumber> = new Set([48, 49]);

/** The fields in the order in which they matter; among equals in the order of the template. */
export function byImportance(asked: readonly FieldNumber[], { toFindOut }: Assessment): readonly FieldNumber[] {
  const rank = (number: FieldNumber): number => {
    const { fact } = fieldOf(number);
    const decisive = toFindOut.findIndex((question) => question.fact === fact);
    if (fact !== undefined && decisive !== -1) return decisive;
    return toFindOut.length + (DEADLINE.has(number) ? 0 : restRank(number));
  };
  return [...asked].sort((a, b) => rank(a) - rank(b) || a - b);
}

/** What the authority judges the breach by goes before who is who, and both before other authorities and attachments. */
function restRank(number: FieldNumber): number {
  if (number >= SECTION_STARTS.authorities) return 3;
  return number >= SECTION_STARTS.timeline ? 1 : 2;
}
