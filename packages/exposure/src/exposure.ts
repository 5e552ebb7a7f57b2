// What stands in a source, whose it is, and how many people: the result of a measurement. Numbers and names of columns only.
import type { People } from './people/people-counter.ts';
import type { Count, SourceFault } from './source.ts';

/** A kind in a dataset or in all of them. */
export interface KindExposure {
  readonly kind: string;
  /** Rows that have it: certain ones are the lower bound, certain and possible ones the upper. */
  readonly rows: Count;
  /** Distinct values; absent for what is a stretch of text. */
  readonly distinct?: Count;
  /** People whose rows have it; absent where no row says whose it is. */
  readonly people?: Count;
  /** True where at least one was certain. */
  readonly certain: boolean;
}

export interface ColumnExposure {
  /** As in `email` or `string.values[user_id]`. */
  readonly path: string;
  readonly type?: string;
  readonly kinds: readonly { readonly kind: string; readonly rows: Count }[];
}

/**
 * How a dataset was measured. `whole`: every row was read; `in place`: the store counted; `sample`: some rows were read and the
 * numbers scaled up; `partial`: reading ended early, so that the numbers are lower bounds; `not read`: nothing was.
 */
export type Basis = 'whole' | 'in place' | 'sample' | 'partial' | 'not read';

export interface DatasetExposure {
  readonly container: string;
  readonly name: string;
  /** A view: a sample of it was read, and its rows are counted where they stand, in other datasets. */
  readonly derived?: true;
  readonly rows: Count;
  readonly rowsRead: number;
  readonly basis: Basis;
  readonly columns: readonly ColumnExposure[];
  readonly kinds: readonly KindExposure[];
}

export interface Conversations {
  readonly rows: Count;
  readonly messages: number;
  readonly conversations: Count;
  readonly participants: Count;
  /** Rows by the language of their first words, the most first. */
  readonly languages: readonly { readonly language: string; readonly rows: number }[];
}

export interface Searches {
  readonly rows: Count;
  /** What the searches are about, where it is a special category. */
  readonly topics: readonly { readonly topic: string; readonly searches: number }[];
}

export interface Exposure {
  readonly product: string;
  readonly datasets: readonly DatasetExposure[];
  readonly kinds: readonly KindExposure[];
  readonly people: People;
  readonly conversations?: Conversations;
  readonly searches?: Searches;
  readonly rowsRead: number;
  readonly bytesRead: number;
  /** Rows that could not be read, and values too long to be read to their ends. */
  readonly brokenRows: number;
  /** False where something was not read that should have been; the faults say what. */
  readonly complete: boolean;
  readonly faults: readonly SourceFault[];
}
