// Stores as every format shows them: nobody is named in the names of what they hold. Who a name may be is known from a vocabulary, some
// hundred milliseconds to load, so it is loaded where there is a name that could be somebody's, and a scan that finds nothing open pays nothing.
import type { Inventory, StoreReport } from '@vigie/probe';

/** Two words, however they are joined: one alone is never taken for a person (persons-in-names.ts). */
const TWO_WORDS = /\p{L}[^\p{L}\p{M}]+\p{L}|\p{Ll}\p{Lu}|\p{Lu}\p{Lu}\p{Ll}/u;

/** A report in which no inventory names anybody. */
export async function shownReport<Report extends { readonly stores: readonly StoreReport[] }>(
  report: Report,
): Promise<Report> {
  const stores: StoreReport[] = [];
  for (const store of report.stores) stores.push(await shownStore(store));
  return { ...report, stores };
}

/** A store whose inventory names nobody. */
export async function shownStore<Store extends StoreReport>(store: Store): Promise<Store> {
  const { inventory } = store;
  if (!inventory || !namesOf(inventory).some((name) => TWO_WORDS.test(name))) return store;
  const { shownName } = await import('../classify/shown-names.ts');
  return { ...store, inventory: withNames(inventory, shownName) };
}

function namesOf({ containers }: Inventory): string[] {
  return containers.flatMap(({ name, collections }) => [
    name,
    ...collections.flatMap((collection) => [collection.name, ...collection.columns.map((column) => column.name)]),
  ]);
}

function withNames(inventory: Inventory, shown: (name: string) => string): Inventory {
  const containers = inventory.containers.map((container) => ({
    ...container,
    name: shown(container.name),
    collections: container.collections.map((collection) => ({
      ...collection,
      name: shown(collection.name),
      columns: collection.columns.map((column) => ({ ...column, name: shown(column.name) })),
    })),
  }));
  return { ...inventory, containers };
}
