// The shape of examples: sentences that tell of a category, and ordinary ones, one a line.
import type { SpecialCategory } from '../category.ts';

export interface Examples {
  readonly statements: Readonly<Partial<Record<SpecialCategory, string>>>;
  readonly ordinary: string;
}
