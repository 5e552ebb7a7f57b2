// A source: where rows come from (a store by its protocol, a file by its format), read in blocks and forgotten.
import type { BlockMemory } from './block-memory.ts';

/** A table, an index, a collection, a key space, a file: what holds rows. */
export interface Dataset {
  /** Database, schema, bucket or folder. */
  readonly container: string;
  readonly name: string;
  /** What is known before a row is read; a source without a schema has none. */
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows?: Count;
  /** A view: its rows stand in other datasets, and would be counted twice. */
  readonly derived?: boolean;
}

/** A number with what is known of it: exact where lower equals upper. */
export interface Count {
  readonly lower: number;
  readonly estimate: number;
  readonly upper: number;
}

/**
 * Rows on their way: lines of JSON, each an array of values in the order of `columns`, or an object where rows have keys of
 * their own. Cut at line ends, at most about 1 MiB each. The receiver owns the bytes and may hand them to another thread.
 */
export interface Block {
  readonly columns: readonly string[] | undefined;
  readonly bytes: Uint8Array;
  readonly rows: number;
}

export interface ReadRequest {
  readonly dataset: Dataset;
  /** Absent: all. */
  readonly columns?: readonly string[];
  /** Where blocks may have their memory from. Absent: each has its own. */
  readonly memory?: BlockMemory;
  /** At most so many rows, spread over the dataset where the store can (not its head). Absent: all rows. */
  readonly sample?: number;
  readonly signal: AbortSignal;
}

/** Why a source could not be read, or not to its end. */
export interface SourceFault {
  readonly code:
    | 'refused'
    | 'unreachable'
    | 'out of scope'
    | 'lost'
    | 'broken'
    | 'too large'
    | 'unsupported'
    | 'timeout';
  /** Which source or dataset. */
  readonly where: string;
  /** What went wrong and what to do, without a value of a row and without a password. */
  readonly message: string;
}

export interface Source {
  /** Product or format: `clickhouse`, `parquet`. */
  readonly product: string;
  datasets(signal: AbortSignal): Promise<readonly Dataset[] | SourceFault>;
  /** Blocks until the end, or a fault as the last item: what came before it counts as partial. */
  read(request: ReadRequest): AsyncIterable<Block | SourceFault>;
  /** Counting inside the store. Absent: only reading is possible. */
  readonly inPlace?: InPlace | undefined;
  close(): Promise<void>;
}

interface InPlace {
  /** Rows in which the column holds something, and distinct values, e-mail-like text compared without case. */
  count(dataset: Dataset, column: string, signal: AbortSignal): Promise<ColumnCount | SourceFault>;
  /** Each distinct tuple of these columns, with the number of rows that have it as the last value. */
  groups(dataset: Dataset, columns: readonly string[], signal: AbortSignal): AsyncIterable<Block | SourceFault>;
  /**
   * Whether each text in a column is empty or of a form.
   *
   * @param form a regular expression from its first to its last character, of what all stores understand: sets, groups, counts
   */
  isThroughout?(dataset: Dataset, column: string, form: string, signal: AbortSignal): Promise<boolean | SourceFault>;
  /**
   * The columns of a dataset that has no schema, as all of its rows have them, where each could be counted by itself; undefined
   * where not: lists, rows of many forms. Absent: the store's datasets list their columns.
   */
  columns?(dataset: Dataset, signal: AbortSignal): Promise<Dataset['columns'] | undefined | SourceFault>;
}

export interface ColumnCount {
  readonly rows: Count;
  readonly distinct: Count;
}

export function isFault(item: Block | SourceFault | readonly Dataset[] | ColumnCount): item is SourceFault {
  return 'code' in item;
}
