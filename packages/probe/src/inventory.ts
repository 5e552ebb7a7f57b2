// Inventory: names, columns, counts and bytes of what a store holds; never a value.

/** Whether a count is what the store keeps as its own truth, or its guess. */
export type Basis = 'exact' | 'estimate';

export interface Column {
  readonly name: string;
  /** The store's own word for the type. */
  readonly type: string;
  /** What the column holds, filled by a classifier; a scan alone leaves it empty. */
  readonly kinds: readonly string[];
}

/** A table, an index, a collection, a topic, a bucket: what holds rows. */
export interface Collection {
  readonly name: string;
  /** Rows, documents, messages, keys, objects or points. Absent: the store did not tell. */
  readonly rows?: number;
  readonly rowsBasis?: Basis;
  /** Bytes on the store's disk or in its memory. Absent: the store did not tell. */
  readonly bytes?: number;
  readonly bytesBasis?: Basis;
  readonly columns: readonly Column[];
}

/** A database, a keyspace, a tenant: what holds collections. */
export interface Container {
  readonly name: string;
  readonly collections: readonly Collection[];
}

export interface Inventory {
  readonly containers: readonly Container[];
  /** True where the store holds more than is listed here, since a budget ended the listing. */
  readonly truncated?: true;
}

/** No listing is longer than this: a store with a million tables must not fill the scanner's memory. */
export const MAX_COLLECTIONS = 20_000;
export const MAX_COLUMNS = 200_000;

/** The sums of an inventory. `estimate` in one part makes the sum an estimate. */
export function totalsOf(inventory: Inventory): { collections: number; rows: number; bytes: number; basis: Basis } {
  const all = inventory.containers.flatMap((container) => container.collections);
  const sum = (numbers: readonly (number | undefined)[]) => numbers.reduce<number>((a, b) => a + (b ?? 0), 0);
  return {
    collections: all.length,
    rows: sum(all.map((collection) => collection.rows)),
    bytes: sum(all.map((collection) => collection.bytes)),
    basis: all.some((collection) => collection.rowsBasis === 'estimate') ? 'estimate' : 'exact',
  };
}

/** A column whose content nobody has looked at. */
export function column(name: string, type: string): Column {
  return { name, type, kinds: [] };
}
