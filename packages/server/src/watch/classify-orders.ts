// What goes to the thread that classifies one store, and what comes back: numbers and names, no value.
import type { ScopeFile } from '@vigie/probe';
import type { ColumnKinds, CountryCount, PeopleBounds, StoreKind } from '../records/tables/stores.ts';

export interface ClassifyOrders {
  readonly store: {
    readonly product: string;
    readonly transport: string;
    readonly address: string;
    readonly port: number;
    readonly tls: boolean;
  };
  readonly scopeFile: ScopeFile | undefined;
  /** Threads that read, beside this one. */
  readonly threads: number;
  /** Of larger tables, so many rows are read, and the numbers are intervals. */
  readonly mostRows: number;
}

export type ClassifyAnswer =
  | {
      readonly people: PeopleBounds;
      /** Of whom the data tells the country. */
      readonly countries: readonly CountryCount[];
      readonly kinds: readonly StoreKind[];
      readonly columnKinds: readonly ColumnKinds[];
      /** False where something was not read that should have been. */
      readonly complete: boolean;
    }
  /** Why nothing could be read. */
  | { readonly fault: string };
