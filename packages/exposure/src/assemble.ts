// Puts the counts of all datasets together into an exposure.
import type {
  Basis,
  ColumnExposure,
  Conversations,
  DatasetExposure,
  Exposure,
  KindExposure,
  Searches,
} from './exposure.ts';
import { exactly, scaleUp, sumOf } from './interval.ts';
import type { PeopleCount } from './people/people-counter.ts';
import type { ReadingPlan } from './plan.ts';
import type { Profile } from './profile.ts';
import {
  createTally,
  distinctOf,
  type KindTally,
  type LevelCount,
  mergeTally,
  stateOf,
  type Tally,
} from './rows/tally.ts';
import type { Count, Dataset, SourceFault } from './source.ts';

export interface MeasuredDataset {
  readonly dataset: Dataset;
  readonly profile: Profile;
  readonly plan: ReadingPlan;
  readonly tally: Tally;
  readonly isPartial: boolean;
}

export function assemble(
  product: string,
  measured: readonly MeasuredDataset[],
  { people, personOf }: PeopleCount,
  faults: readonly SourceFault[],
): Exposure {
  const counted = measured.filter(({ plan }) => plan.by !== 'sample alone');
  const total = totalOf(counted);
  const valuesOf = createValueCounts(personOf);
  const exposures = new Map(counted.map((one) => [one, datasetOf(one, valuesOf)]));
  const rowsOfKind = (kind: string) =>
    sumOf(
      [...exposures.values()].flatMap(({ kinds }) => kinds.filter((one) => one.kind === kind).map(({ rows }) => rows)),
    );
  const kinds = [...total.kinds].map(([kind, tally]) => kindExposure(kind, tally, rowsOfKind(kind), valuesOf));
  const conversations = conversationsOf(total, rowsOfKind('conversation'));
  const searches = searchesOf(total, rowsOfKind('search-history'));
  return {
    product,
    datasets: measured.map((one) => exposures.get(one) ?? one.profile.exposure),
    kinds: kinds.sort((a, b) => b.rows.estimate - a.rows.estimate || a.kind.localeCompare(b.kind)),
    people,
    ...(conversations && { conversations }),
    ...(searches && { searches }),
    rowsRead: counted.reduce((sum, { plan, tally }) => sum + (plan.by === 'store' ? 0 : tally.rows), 0),
    bytesRead: total.bytes,
    brokenRows: total.brokenRows,
    complete: faults.length === 0,
    faults,
  };
}

/** All that was counted; of one dataset it is the same. */
function totalOf(measured: readonly MeasuredDataset[]): Tally {
  const [only] = measured;
  if (only && measured.length === 1) return only.tally;
  const total = createTally();
  for (const { tally } of measured) mergeTally(total, stateOf(tally));
  return total;
}

/** Distinct values of a kind and the people whom they concern. */
type ValueCounts = (counted: KindTally) => { readonly distinct: Count; readonly people: Count };

/** Each is counted once, though a kind may be told of its dataset and of the whole. */
function createValueCounts(personOf: PeopleCount['personOf']): ValueCounts {
  const known = new Map<KindTally, ReturnType<ValueCounts>>();
  return (counted) => {
    const values = known.get(counted) ?? {
      distinct: distinctOf(counted),
      people: counted.concerned.countAs(personOf),
    };
    known.set(counted, values);
    return values;
  };
}

function datasetOf(
  { dataset, profile, plan, tally, isPartial }: MeasuredDataset,
  valuesOf: ValueCounts,
): DatasetExposure {
  const basis = basisOf(plan, tally, isPartial);
  const rows = basis === 'whole' ? exactly(tally.rows) : profile.rows;
  const scale = scaleOf(basis, tally, rows);
  const types = new Map(dataset.columns.map(({ name, type }) => [name, type]));
  const columns = [...tally.columns].map(([path, column]): ColumnExposure => {
    const type = types.get(path) ?? types.get(path.replace(/[[.].*$/, ''));
    return {
      path,
      ...(type !== undefined && { type }),
      kinds: [...column.kinds].map(([kind, count]) => ({ kind, rows: scale(count) })),
    };
  });
  return {
    container: dataset.container,
    name: dataset.name,
    rows,
    rowsRead: plan.by === 'store' ? 0 : tally.rows,
    basis,
    columns,
    kinds: [...tally.kinds].map(([kind, counted]) => kindExposure(kind, counted, scale(counted.rows), valuesOf)),
  };
}

function basisOf(plan: ReadingPlan, tally: Tally, isPartial: boolean): Basis {
  if (isPartial) return tally.rows === 0 ? 'not read' : 'partial';
  if (plan.by === 'store') return 'in place';
  return plan.by === 'reading' && plan.sample === undefined ? 'whole' : 'sample';
}

/** From rows that were counted to rows of the dataset. */
function scaleOf(basis: Basis, tally: Tally, rows: Count): (count: LevelCount) => Count {
  return ({ certain, possible }) => {
    const known = certain + possible;
    if (basis === 'sample') {
      const [sure, all] = [scaleUp(certain, tally.rows, rows), scaleUp(known, tally.rows, rows)];
      return { lower: sure.lower, estimate: certain > 0 ? sure.estimate : all.estimate, upper: all.upper };
    }
    // What was not read may hold more.
    const more = basis === 'partial' ? Math.max(0, rows.upper - tally.rows) : 0;
    return { lower: certain, estimate: certain > 0 ? certain : possible, upper: known + more };
  };
}

/** Kinds that are always possible: all of them count. */
function isNeverCertain({ rows }: KindTally): boolean {
  return rows.certain === 0;
}

function kindExposure(kind: string, counted: KindTally, rows: Count, valuesOf: ValueCounts): KindExposure {
  const { distinct, people } = valuesOf(counted);
  return {
    kind,
    rows,
    ...(distinct.upper > 0 && { distinct }),
    ...(people.upper > 0 && { people }),
    certain: !isNeverCertain(counted),
  };
}

function conversationsOf(total: Tally, rows: Count): Conversations | undefined {
  if (rows.upper === 0) return undefined;
  const threads = total.threads.count();
  return {
    rows,
    messages: total.messages,
    conversations: sumOf([threads, exactly(total.unthreaded)]),
    participants: total.participants.count(),
    languages: [...total.languages]
      .map(([language, count]) => ({ language, rows: count }))
      .sort((a, b) => b.rows - a.rows || a.language.localeCompare(b.language)),
  };
}

function searchesOf(total: Tally, rows: Count): Searches | undefined {
  if (rows.upper === 0) return undefined;
  return {
    rows,
    topics: [...total.topics]
      .map(([topic, searches]) => ({ topic, searches }))
      .sort((a, b) => b.searches - a.searches || a.topic.localeCompare(b.topic)),
  };
}
