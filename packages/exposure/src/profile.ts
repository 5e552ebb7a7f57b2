// Profiles of datasets: what a sample of rows shows of each column.

import type { BlockMemory } from './block-memory.ts';
import type { DatasetExposure } from './exposure.ts';
import { scaleUp } from './interval.ts';
import type { ReaderPool } from './reading/reader-pool.ts';
import { createTally, mergeTally, type Tally } from './rows/tally.ts';
import { type Count, type Dataset, isFault, type Source, type SourceFault } from './source.ts';

export interface Profile {
  /** What the sample held. */
  readonly tally: Tally;
  readonly rows: Count;
  readonly exposure: DatasetExposure;
  readonly faults: readonly SourceFault[];
}

export interface Profiler {
  /** @param rows how many to look at, spread over the dataset where the store can */
  profile(source: Source, dataset: Dataset, rows: number, signal: AbortSignal): Promise<Profile>;
}

export function createProfiler({
  pool,
  memory,
}: {
  /** Its threads read the samples too: a regular expression of a user must not hang this one. */
  readonly pool: ReaderPool;
  readonly memory: BlockMemory;
}): Profiler {
  return {
    async profile(source, dataset, rows, signal) {
      const tally = createTally();
      const faults: SourceFault[] = [];
      let seen = 0;
      for await (const item of source.read({ dataset, sample: rows, memory, signal })) {
        if (isFault(item)) {
          faults.push(item);
          break;
        }
        seen += item.rows;
        const states = await pool.sample(item);
        if (!states) {
          faults.push(lostSample(dataset));
          break;
        }
        for (const [, counted] of states.flatMap(({ tallies }) => tallies)) mergeTally(tally, counted);
        if (seen >= rows) break;
      }
      const known = dataset.rows ?? { lower: tally.rows, estimate: tally.rows, upper: tally.rows };
      return { tally, rows: known, exposure: sketch(dataset, tally, known), faults };
    },
  };
}

function lostSample({ container, name }: Dataset): SourceFault {
  return {
    code: 'timeout',
    where: container === '' ? name : `${container}, ${name}`,
    message:
      'its first rows were not read in time; with rules of your own, look for a regular expression that runs without end, otherwise please report it',
  };
}

/** A first picture of a dataset, scaled up from its sample. */
function sketch(dataset: Dataset, tally: Tally, rows: Count): DatasetExposure {
  const types = new Map(dataset.columns.map(({ name, type }) => [name, type]));
  return {
    container: dataset.container,
    name: dataset.name,
    ...(dataset.derived && { derived: true as const }),
    rows,
    rowsRead: tally.rows,
    basis: 'sample',
    columns: [...tally.columns].map(([path, { kinds }]) => {
      const type = types.get(path) ?? types.get(path.replace(/[[.].*$/, ''));
      return {
        path,
        ...(type !== undefined && { type }),
        kinds: [...kinds].map(([kind, { certain, possible }]) => ({
          kind,
          rows: scaleUp(certain + possible, tally.rows, rows),
        })),
      };
    }),
    kinds: [...tally.kinds].map(([kind, counted]) => ({
      kind,
      rows: scaleUp(counted.rows.certain + counted.rows.possible, tally.rows, rows),
      certain: counted.rows.certain > 0,
    })),
  };
}
