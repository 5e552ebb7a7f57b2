// The second half of `vigie scan --classify`: what stands in the open stores, and how many people it concerns.
// Only the door for stores: the whole package, like the document, loads classification, which takes 90 MB that the reading threads
// have too.
import type { SensesOptions } from '@vigie/exposure';
import { measureExposure, openFoundStore } from '@vigie/exposure/stores';
import { resolveBySystem, type ScanReport, type Scope, type StoreReport } from '@vigie/probe';
import type { ClassifyDocument } from './classify/document.ts';
import { shownName } from './classify/shown-names.ts';
import { count, place, productName } from './formats/words.ts';
import type { World } from './world.ts';

/** What a store holds, or why that was not looked at. */
export type StoreExposure = Omit<ClassifyDocument, 'schema' | 'product' | 'skipped'>;

/** A store of a report, with its exposure where it was asked for and the store is open. */
export type ExposedStore = StoreReport & {
  readonly people?: StoreExposure['people'];
  readonly kinds?: readonly { readonly kind: string; readonly rows: number }[];
  readonly exposure?: StoreExposure;
};

export type ExposureReport = Omit<ScanReport, 'stores'> & { readonly stores: readonly ExposedStore[] };

export interface ExposureOptions {
  readonly scope: Scope;
  readonly senses: SensesOptions;
  readonly threads: number;
  readonly mostRows: number | undefined;
  readonly signal: AbortSignal;
  readonly world: World;
  readonly progress: boolean;
}

/**
 * The report with the exposure of each store that a stranger can read, one store after the other.
 *
 * @returns what could not be read is told in the exposure's faults and in the store's caveats
 */
export async function withExposures(report: ScanReport, options: ExposureOptions): Promise<ExposureReport> {
  const stores: ExposedStore[] = [];
  for (const store of report.stores) {
    const isReadable = store.posture.read === 'yes' && !options.signal.aborted;
    stores.push(isReadable ? await withExposure(store, options) : store);
  }
  return { ...report, stores };
}

async function withExposure(store: StoreReport, options: ExposureOptions): Promise<ExposedStore> {
  const { scope, senses, threads, mostRows, signal, world, progress } = options;
  const source = openFoundStore(store, { scope, resolve: resolveBySystem });
  if (!source)
    return withCaveat(store, 'The rows of this product cannot be read yet, so its content was not classified.');
  const tell = (text: string) => (progress ? world.err.write(`vigie: ${text}\n`).catch(() => {}) : undefined);
  void tell(`${productName(store)} at ${place(store)}: looking at what stands in it`);
  try {
    const exposure = await measureExposure(source, {
      key: world.random(32),
      threads,
      senses,
      signal,
      ...(mostRows !== undefined && { mostRows }),
      onProfile: ({ container, name, rows, kinds }) => {
        const found = kinds.map(({ kind }) => kind).slice(0, 8);
        const what = found.length > 0 ? found.join(', ') : 'nothing in the sample';
        void tell(`${shownName(container)}.${shownName(name)}, ${count(rows.estimate)} rows: ${what}`);
      },
    });
    if ('code' in exposure) return withCaveat(store, `Its content was not classified: ${exposure.message}.`);
    const { documentOf, withSafeNames } = await import('./classify/document.ts');
    const {
      schema: _schema,
      product: _product,
      skipped: _skipped,
      ...document
    } = withSafeNames(documentOf({ exposure, notes: [], faults: [], rules: senses.rules }));
    return {
      ...withKinds(withViews(store, document), document),
      people: document.people,
      kinds: document.kinds.map(({ kind, rows }) => ({ kind, rows: rows.estimate })),
      exposure: document,
    };
  } finally {
    await source.close();
  }
}

function withViews(store: StoreReport, { files }: Pick<ClassifyDocument, 'files'>): StoreReport {
  const views = files.filter(({ derived }) => derived).length;
  if (views === 0) return store;
  const which = views === 1 ? 'One view was' : `${count(views)} views were`;
  return withCaveat(store, `${which} read as a sample only: the rows are counted in the tables that hold them.`);
}

function withCaveat(store: StoreReport, caveat: string): StoreReport {
  return { ...store, caveats: [...(store.caveats ?? []), caveat] };
}

/** The inventory with the kinds of its columns; a key of a map counts for the column that holds the map. */
function withKinds(store: StoreReport, { files }: Pick<ClassifyDocument, 'files'>): StoreReport {
  if (!store.inventory) return store;
  const found = new Map<string, Set<string>>();
  for (const { path, table = '', columns } of files) {
    for (const column of columns) {
      for (const name of [column.path, column.path.replace(/\[.*$/, '')]) {
        const key = JSON.stringify([path, table, name]);
        found.set(key, new Set([...(found.get(key) ?? []), ...column.kinds]));
      }
    }
  }
  const kindsOf = (container: string, collection: string, column: string) => [
    ...(found.get(JSON.stringify([container, collection, column].map(shownName))) ?? []),
  ];
  const containers = store.inventory.containers.map((container) => ({
    ...container,
    collections: container.collections.map((collection) => ({
      ...collection,
      columns: collection.columns.map((column) => ({
        ...column,
        kinds: kindsOf(container.name, collection.name, column.name),
      })),
    })),
  }));
  return { ...store, inventory: { ...store.inventory, containers } };
}
