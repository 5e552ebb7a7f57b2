// The names of values of facts in a language, for every paper that names them: one word for one thing, in the register as in a notice.
import type { DataCategory } from '../data-category.ts';
import type { FactValue } from '../definitions.ts';

export interface FactWords {
  /** What became of the data. */
  readonly nature: Readonly<Record<FactValue<'nature'>[number], string>>;
  /** Whether others had the data. */
  readonly exfiltration: Readonly<Record<FactValue<'exfiltration'>, string>>;
  /** Types of data, as they stand in a list. */
  readonly data: Readonly<Record<DataCategory, string>>;
}
