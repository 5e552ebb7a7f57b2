// Measures an exposure: lists the datasets, profiles their columns on a sample, decides what has to be read, counts, and puts
// the numbers together.

import { assemble, type MeasuredDataset } from './assemble.ts';
import { type BlockMemory, createBlockMemory } from './block-memory.ts';
import type { DatasetExposure, Exposure } from './exposure.ts';
import type { InPlaceCounter } from './in-place.ts';
import { createPeopleCounter, type PeopleCounter } from './people/people-counter.ts';
import { isWorthAsking, planOf, type ReadingPlan, readingPlanOf } from './plan.ts';
import { createProfiler, type Profile } from './profile.ts';
import { type ReaderPool, startReaderPool } from './reading/reader-pool.ts';
import type { SensesOptions } from './reading/senses.ts';
import { createTally, mergeTally, type Tally } from './rows/tally.ts';
import { type Dataset, isFault, type Source, type SourceFault } from './source.ts';
import { holdNothing } from './values-in-place.ts';

export interface MeasureOptions {
  /** 32 random bytes, made for this run; they are wiped when it ends. */
  readonly key: Uint8Array;
  /** Threads that read. */
  readonly threads: number;
  readonly senses: SensesOptions;
  readonly signal: AbortSignal;
  /** A part that takes longer to read is given up, and told. */
  readonly deadlineMs?: number;
  /** Rows of a dataset beyond which only a sample of so many is read, and the numbers are intervals. */
  readonly mostRows?: number;
  /** Called with each dataset as the sample shows it, before anything is counted. */
  readonly onProfile?: (dataset: DatasetExposure) => void;
  /** Called as rows are read. */
  readonly onRows?: (rows: number) => void;
}

/** Rows of the sample that shows what a dataset's columns hold. */
const SAMPLE_ROWS = 2000;

/**
 * What stands in a source, and how many people it is about.
 *
 * @returns a fault only where not even the datasets could be listed; otherwise an exposure, complete or with its faults
 */
export async function measureExposure(source: Source, options: MeasureOptions): Promise<Exposure | SourceFault> {
  const memory = createBlockMemory();
  const orders = { key: options.key, senses: options.senses };
  const pool = startReaderPool(orders, options.threads, memory, options.deadlineMs);
  try {
    // They load while the datasets are listed and the sample is asked for.
    pool.prepare(1);
    const datasets = await source.datasets(options.signal);
    if (isFault(datasets)) return datasets;
    if (datasets.some(isLarge)) pool.prepare(options.threads);
    return await measureDatasets(source, datasets, pool, memory, options);
  } finally {
    await pool.end();
    options.key.fill(0);
  }
}

/** So many rows that all threads will have work. */
function isLarge({ rows }: Dataset): boolean {
  return rows !== undefined && rows.upper >= SAMPLE_ROWS;
}

interface PlannedDataset {
  readonly dataset: Dataset;
  readonly profile: Profile;
  readonly plan: ReadingPlan;
}

async function measureDatasets(
  source: Source,
  datasets: readonly Dataset[],
  pool: ReaderPool,
  memory: BlockMemory,
  options: MeasureOptions,
): Promise<Exposure> {
  const faults: SourceFault[] = [];
  const people = createPeopleCounter();
  const profiler = createProfiler({ pool, memory });
  const plans: PlannedDataset[] = [];
  // Where only views can be seen, their rows stand nowhere else that could be counted.
  const hasTables = datasets.some(({ derived }) => !derived);
  for (const dataset of datasets) {
    const profile = await profiler.profile(source, dataset, SAMPLE_ROWS, options.signal);
    faults.push(...profile.faults);
    options.onProfile?.(profile.exposure);
    if (dataset.derived && hasTables) plans.push({ dataset, profile, plan: { by: 'sample alone' } });
    else plans.push(await planned(source, dataset, profile, pool, options));
  }
  const readings = new Map<number, { fault?: SourceFault }>();
  for (const [number, { dataset, plan }] of plans.entries()) {
    if (plan.by !== 'reading') continue;
    readings.set(number, await readDataset(source, dataset, number, plan, pool, memory, options));
  }
  const { tallies, lostThreads, lostDatasets } = await gather(pool, people);
  if (lostThreads > 0) faults.push(lostThread([...lostDatasets].map((number) => datasets[number])));
  const inPlace = plans.some(({ plan }) => plan.by === 'store') ? await loadInPlaceCounter(options) : undefined;
  const measured: MeasuredDataset[] = [];
  for (const [number, { dataset, profile, plan }] of plans.entries()) {
    const reading = readings.get(number);
    if (reading?.fault) faults.push(reading.fault);
    const counted =
      plan.by === 'store' ? await inPlace?.count(source, dataset, plan, people, options.signal) : undefined;
    if (counted) faults.push(...counted.faults);
    measured.push({
      dataset,
      profile,
      plan,
      tally: counted?.tally ?? tallies.get(number) ?? createTally(),
      isPartial: reading?.fault !== undefined || lostThreads > 0 || (counted?.faults.length ?? 0) > 0,
    });
  }
  return assemble(source.product, measured, people.count(), distinctFaults(faults));
}

/** How a dataset is counted: by its store only where all of its values allow it. */
async function planned(
  source: Source,
  dataset: Dataset,
  profile: Profile,
  pool: ReaderPool,
  { mostRows, signal }: MeasureOptions,
): Promise<PlannedDataset> {
  const described = await withColumns(source, dataset, profile, signal);
  const plan = planOf(described, profile, source, mostRows);
  if (plan.by === 'store' && (await holdNothing({ source, dataset: described, profile, pool, signal }, plan.unproven)))
    return { dataset: described, profile, plan };
  return { dataset, profile, plan: plan.by === 'store' ? readingPlanOf(dataset, profile, mostRows) : plan };
}

/** A dataset without a schema with the columns that its store sees in it, where it may be counted by them. */
async function withColumns(source: Source, dataset: Dataset, profile: Profile, signal: AbortSignal): Promise<Dataset> {
  if (dataset.columns.length > 0 || !source.inPlace?.columns || !isWorthAsking(profile)) return dataset;
  const columns = await source.inPlace.columns(dataset, signal);
  // Where it cannot tell, its rows are read.
  return columns === undefined || 'code' in columns ? dataset : { ...dataset, columns };
}

/** Classification takes 90 MB of memory, which this thread needs only where a store counts by itself. */
async function loadInPlaceCounter({ key, senses }: MeasureOptions): Promise<InPlaceCounter> {
  const { createInPlaceCounter } = await import('./in-place.ts');
  return createInPlaceCounter(key, senses);
}

/** What all threads have counted, by the numbers of the datasets; their people go to `people`. */
async function gather(pool: ReaderPool, people: PeopleCounter) {
  const { states, lostThreads, lostDatasets } = await pool.finish();
  // Their memory is free before what they counted is put together.
  await pool.end();
  const tallies = new Map<number, Tally>();
  for (const state of states) {
    people.merge(state.people);
    for (const [number, tally] of state.tallies) {
      const sum = tallies.get(number) ?? createTally();
      mergeTally(sum, tally);
      tallies.set(number, sum);
    }
  }
  return { tallies, lostThreads, lostDatasets };
}

async function readDataset(
  source: Source,
  dataset: Dataset,
  number: number,
  plan: Extract<ReadingPlan, { by: 'reading' }>,
  pool: ReaderPool,
  memory: BlockMemory,
  options: MeasureOptions,
): Promise<{ fault?: SourceFault }> {
  const request = {
    dataset,
    memory,
    signal: options.signal,
    ...(plan.columns && { columns: plan.columns }),
    ...(plan.sample !== undefined && { sample: plan.sample }),
  };
  for await (const item of source.read(request)) {
    if (isFault(item)) return { fault: item };
    options.onRows?.(item.rows);
    await pool.read(number, item);
  }
  return {};
}

function lostThread(datasets: readonly (Dataset | undefined)[]): SourceFault {
  const names = datasets.flatMap((dataset) =>
    dataset ? [[dataset.container, dataset.name].filter(Boolean).join(', ')] : [],
  );
  return {
    code: 'broken',
    where: names.join('; ') || 'the reading threads',
    message:
      'a thread ended or did not answer in time, so a part of the rows is not counted; with rules of your own, look for a regular expression that runs without end, otherwise please report it',
  };
}

/** What ends the reading of a sample ends the reading of the whole too. */
function distinctFaults(faults: readonly SourceFault[]): readonly SourceFault[] {
  return [...new Map(faults.map((fault) => [`${fault.code} ${fault.where} ${fault.message}`, fault])).values()];
}
