// The thread that looks what stands in one store. It ends with its work, and what it saw ends with it.
import { randomBytes } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { withoutPersons } from '@vigie/classify/names';
import { type Exposure, measureExposure, openFoundStore } from '@vigie/exposure';
import { resolveBySystem, safeName, scopeOf } from '@vigie/probe';
import type { ColumnKinds, StoreKind } from '../records/tables/stores.ts';
import type { ClassifyAnswer, ClassifyOrders } from './classify-orders.ts';

async function classify(
  { store, scopeFile, threads, mostRows }: ClassifyOrders,
  signal: AbortSignal,
): Promise<ClassifyAnswer> {
  const source = openFoundStore(store, { scope: scopeOf(scopeFile), resolve: resolveBySystem });
  if (source === undefined) return { fault: 'the rows of this product cannot be read yet' };
  try {
    const options = { key: randomBytes(32), threads, senses: {}, signal, mostRows };
    const exposure = await measureExposure(source, options);
    if ('code' in exposure) return { fault: shown(exposure.message) };
    const { lower, estimate, upper } = exposure.people;
    const columnKinds = columnKindsOf(exposure);
    return {
      people: { lower, estimate, upper },
      countries: exposure.people.byCountry,
      kinds: kindsOf(exposure, columnKinds),
      columnKinds,
      complete: exposure.complete,
    };
  } finally {
    await source.close();
  }
}

/** A name may be named after somebody. */
function shown(name: string): string {
  return withoutPersons(safeName(name));
}

/** Columns that are named beside a kind: enough to know where to look. */
const MOST_COLUMNS = 20;

function kindsOf({ kinds }: Exposure, columns: readonly ColumnKinds[]): StoreKind[] {
  return kinds.map(({ kind, certain, rows }) => {
    const places = columns.filter(([, , , found]) => found.includes(kind));
    const names = places.slice(0, MOST_COLUMNS).map(([, collection, column]) => `${collection}.${column}`);
    return {
      kind,
      level: certain ? 'certain' : 'possible',
      rows: rows.estimate,
      ...(names.length > 0 && { columns: names }),
    };
  });
}

function columnKindsOf({ datasets }: Exposure): ColumnKinds[] {
  return datasets.flatMap(({ container, name, columns }) =>
    columns
      .filter(({ kinds }) => kinds.length > 0)
      .map(({ path, kinds }): ColumnKinds => {
        return [shown(container), shown(name), shown(path), kinds.map(({ kind }) => kind)];
      }),
  );
}

const stop = new AbortController();
parentPort?.once('message', () => stop.abort());
parentPort?.postMessage(await classify(workerData as ClassifyOrders, stop.signal));
parentPort?.close();
