// Which open field is asked first: what decides the case, then what makes it late, then what Article 33(3) wants, then the rest.
import type { Assessment } from '../../assessment.ts';
import { type FieldNumber, fieldOf } from './fields.ts';

/** The fields in the order in which they matter; among equals in the order of the template. */
export function byImportance(asked: readonly FieldNumber[], { toFindOut }: Assessment): readonly FieldNumber[] {
  const rank = (number: FieldNumber): number => {
    const { fact, article = '' } = fieldOf(number);
    const decisive = toFindOut.findIndex((question) => question.fact === fact);
    if (fact !== undefined && decisive !== -1) return decisive;
    const contents = article.startsWith('33(1)') ? 0 : article.includes('33(3)') ? 1 : article === '' ? 3 : 2;
    return toFindOut.length + contents;
  };
  return [...asked].sort((a, b) => rank(a) - rank(b) || a - b);
}
