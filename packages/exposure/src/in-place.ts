// Counts a dataset inside of its store: rows and distinct values of each column of one kind, and the groups of identifiers that
// stand together, from which people are counted.
import type { Kind } from '@vigie/classify';
import { kindById } from '@vigie/classify';
import { createKeyedHash } from './keyed-hash.ts';
import type { PeopleCounter } from './people/people-counter.ts';
import type { ReadingPlan } from './plan.ts';
import { createSenses, type SensesOptions } from './reading/senses.ts';
import { createRowReader, type RowReader } from './rows/row-reader.ts';
import type { RowSenses } from './rows/row-senses.ts';
import { createTally, kindOf, mergeTally, type Tally } from './rows/tally.ts';
import { type Dataset, isFault, type Source, type SourceFault } from './source.ts';

interface CountedInPlace {
  readonly tally: Tally;
  readonly faults: readonly SourceFault[];
}

export interface InPlaceCounter {
  /**
   * Numbers of one dataset as the store counts them; its people go to `people`.
   *
   * The groups of identifiers come out of the store one by one, are hashed here and forgotten.
   */
  count(
    source: Source,
    dataset: Dataset,
    plan: Extract<ReadingPlan, { by: 'store' }>,
    people: PeopleCounter,
    signal: AbortSignal,
  ): Promise<CountedInPlace>;
}

/** Kinds of which people are counted. */
const OF_PEOPLE: readonly Kind['identifies'][] = ['one person', 'contact', 'account', 'device'];

/** @param key of the run, so that its people can be merged with those of the threads */
export function createInPlaceCounter(key: Uint8Array, options: SensesOptions): InPlaceCounter {
  let senses: RowSenses | undefined;
  const reader = () => {
    senses ??= createSenses(options);
    return createRowReader(senses, createKeyedHash(key));
  };
  return {
    count: (source, dataset, plan, people, signal) => countInPlace(source, dataset, plan, reader, people, signal),
  };
}

async function countInPlace(
  source: Source,
  dataset: Dataset,
  { uniform }: Extract<ReadingPlan, { by: 'store' }>,
  readerOfGroups: () => RowReader,
  people: PeopleCounter,
  signal: AbortSignal,
): Promise<CountedInPlace> {
  const tally = createTally();
  const faults: SourceFault[] = [];
  if (!source.inPlace) return { tally, faults };
  const identifying = uniform.filter(({ kind }) => OF_PEOPLE.includes(kindById(kind)?.identifies ?? 'nobody'));
  if (identifying.length > 0) {
    const reader = readerOfGroups();
    const columns = identifying.map(({ column }) => column);
    for await (const item of source.inPlace.groups(dataset, columns, signal)) {
      if (isFault(item)) {
        faults.push(item);
        break;
      }
      reader.read(0, item);
    }
    const state = reader.state();
    people.merge(state.people);
    for (const [, counted] of state.tallies) mergeTally(tally, counted);
    // Rows of groups are not rows of the dataset; only the distinct values and people of this pass count.
    for (const kind of tally.kinds.values()) Object.assign(kind.rows, { certain: 0, possible: 0 });
    tally.columns.clear();
  }
  for (const { column, kind } of uniform) {
    const count = await source.inPlace.count(dataset, column, signal);
    if (isFault(count)) {
      faults.push(count);
      continue;
    }
    const counted = kindOf(tally, kind);
    // A row with two columns of a kind is one row of that kind; the greater column is the least there can be.
    counted.rows.certain = Math.max(counted.rows.certain, count.rows.estimate);
    tally.columns.set(column, {
      filled: count.rows.estimate,
      kinds: new Map([[kind, { certain: count.rows.estimate, possible: 0 }]]),
    });
  }
  tally.rows = dataset.rows?.estimate ?? Math.max(0, ...[...tally.columns.values()].map(({ filled }) => filled));
  return { tally, faults };
}
