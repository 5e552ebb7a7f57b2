// Decides how a dataset is counted, from what its sample showed: by the store itself where each column holds one thing or nothing,
// by reading where texts hold this and that. That a column holds nothing is then shown by all of its values (values-in-place.ts).
import type { Profile } from './profile.ts';
import type { ColumnTally } from './rows/tally.ts';
import type { Dataset, Source } from './source.ts';

export type ReadingPlan =
  /** A view: its rows stand in other datasets, and are counted there. */
  | { readonly by: 'sample alone' }
  | { readonly by: 'reading'; readonly columns: readonly string[] | undefined; readonly sample: number | undefined }
  | {
      readonly by: 'store';
      /** Columns that hold one kind throughout, and which. */
      readonly uniform: readonly { readonly column: string; readonly kind: string }[];
      /** Columns of text in which the sample held nothing: the store has to show that none of their values does. */
      readonly unproven: readonly string[];
    };

/** Below so many rows, reading is quicker than asking. */
const WORTH_ASKING = 50_000;
/** A column is of one kind where so many of its values in the sample are. */
const THROUGHOUT = 0.97;
/** Fewer values than these in a sample tell nothing. */
const ENOUGH = 100;

/** Types whose values are never text: numbers, dates, truth values, in the words of SQL, ClickHouse and document stores. */
const NO_TEXT =
  /^(?:nullable\()?(?:u?int\d*|long|bigint|smallint|tinyint|mediumint|integer|int[248]|serial|bigserial|float\d*|double|real|decimal|numeric|bool|boolean|bit|date|date32|datetime|datetime64|timestamp|timestamptz|time|interval|year|enum\d*|uuid|objectid)\b/i;

/** Whether a dataset is large enough, and its sample such, that its store may count it by itself. */
export function isWorthAsking(profile: Profile): boolean {
  return profile.rows.estimate >= WORTH_ASKING && !holdsTexts(profile);
}

export function planOf(
  dataset: Dataset,
  profile: Profile,
  source: Source,
  mostRows: number | undefined,
): Exclude<ReadingPlan, { by: 'sample alone' }> {
  const sorted = source.inPlace && isWorthAsking(profile) ? sortedColumns(dataset, profile) : undefined;
  return sorted ? { by: 'store', ...sorted } : readingPlanOf(dataset, profile, mostRows);
}

/** @param mostRows rows beyond which a sample of so many has to do */
export function readingPlanOf(
  dataset: Dataset,
  profile: Profile,
  mostRows: number | undefined,
): Extract<ReadingPlan, { by: 'reading' }> {
  const sample = mostRows !== undefined && profile.rows.estimate > mostRows ? mostRows : undefined;
  return { by: 'reading', columns: columnsWorthReading(dataset, profile), sample };
}

/** The columns of one kind and those that seem to hold nothing, where every column is one of them; undefined where one is mixed. */
function sortedColumns(
  dataset: Dataset,
  { tally }: Profile,
): Pick<Extract<ReadingPlan, { by: 'store' }>, 'uniform' | 'unproven'> | undefined {
  if (dataset.columns.length === 0) return undefined;
  const names = new Set(dataset.columns.map(({ name }) => name));
  // What was found below a column, under keys of its own, can only be read.
  for (const [path, { kinds }] of tally.columns) if (kinds.size > 0 && !names.has(path)) return undefined;
  const uniform: { column: string; kind: string }[] = [];
  const unproven: string[] = [];
  for (const { name, type } of dataset.columns) {
    const column = tally.columns.get(name);
    const kind = column && kindThroughout(column);
    if (kind !== undefined) uniform.push({ column: name, kind });
    else if (column && column.kinds.size > 0) return undefined;
    else if (!NO_TEXT.test(type)) unproven.push(name);
  }
  return { uniform, unproven };
}

function kindThroughout({ filled, kinds }: ColumnTally): string | undefined {
  if (filled < ENOUGH || kinds.size !== 1) return undefined;
  const [only] = kinds;
  return only && only[1].certain >= filled * THROUGHOUT ? only[0] : undefined;
}

/** Conversations and what is said in them have to be read, however regular their columns are. */
function holdsTexts({ tally }: Profile): boolean {
  return [...tally.kinds.keys()].some(
    (kind) => kind === 'conversation' || kind === 'search-history' || kind.startsWith('special/'),
  );
}

/** All columns but those whose type has no text and whose sample held nothing. */
function columnsWorthReading(dataset: Dataset, { tally }: Profile): readonly string[] | undefined {
  if (dataset.columns.length === 0) return undefined;
  const worth = dataset.columns.filter(
    ({ name, type }) => !NO_TEXT.test(type) || (tally.columns.get(name)?.kinds.size ?? 0) > 0,
  );
  return worth.length > 0 && worth.length < dataset.columns.length ? worth.map(({ name }) => name) : undefined;
}
