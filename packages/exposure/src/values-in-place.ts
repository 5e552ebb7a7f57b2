// Shows that columns hold nothing by all of their values, in the store: it groups them, and each is read once, while none of the rows
// is; or it says that each of them is a hash or an id.
import type { Profile } from './profile.ts';
import type { ReaderPool } from './reading/reader-pool.ts';
import { ENOUGH_HEX, HEX_FORMS } from './rows/hex-values.ts';
import { type Dataset, isFault, type Source } from './source.ts';

/** A column of more different values is read with its rows. */
const MOST_VALUES = 20_000;

export interface ValuesInPlace {
  readonly source: Source;
  readonly dataset: Dataset;
  readonly profile: Profile;
  /** Its threads read the values: a regular expression of a user must not hang this one. */
  readonly pool: ReaderPool;
  readonly signal: AbortSignal;
}

/**
 * Whether none of the values of these columns holds anything.
 *
 * @param columns in which the sample held nothing
 * @returns false too where a column has very many values that are no hashes, or where the store cannot tell
 */
export async function holdNothing(values: ValuesInPlace, columns: readonly string[]): Promise<boolean> {
  for (const column of columns) {
    if (!(await holdsHashes(values, column)) && !(await holdsNothing(values, column))) return false;
  }
  return true;
}

/** Enough of one form in the sample held nothing, and all others are of that form: see hex-values.ts. */
async function holdsHashes({ source, dataset, profile, signal }: ValuesInPlace, column: string): Promise<boolean> {
  const { isThroughout } = source.inPlace ?? {};
  if (!isThroughout || (profile.tally.columns.get(column)?.filled ?? 0) < ENOUGH_HEX) return false;
  for (const form of HEX_FORMS) if ((await isThroughout(dataset, column, form, signal)) === true) return true;
  return false;
}

async function holdsNothing({ source, dataset, pool, signal }: ValuesInPlace, column: string): Promise<boolean> {
  let values = 0;
  for await (const item of source.inPlace?.groups(dataset, [column], signal) ?? []) {
    if (isFault(item)) return false;
    values += item.rows;
    if (values > MOST_VALUES) return false;
    const states = await pool.sample(item);
    const found = states?.flatMap(({ tallies }) => tallies.flatMap(([, tally]) => tally.columns));
    // The number of rows stands beside each value, in a column of its own.
    if (!found || found.some(([path, , kinds]) => path !== 'rows' && kinds.length > 0)) return false;
  }
  return values > 0;
}
