// All migrations of the store of events in their order. One is never changed once it has left this house: what has to be mended is a new
// one. The engine has no transactions over tables, so a statement may run again after a crash and has to bear it.
import { migration as observationsAndAccesses } from './0001-observations-and-accesses.ts';

export interface EventsMigration {
  /** Number and name, as in `0001-observations-and-accesses`. */
  readonly name: string;
  readonly statements: readonly string[];
}

export const EVENTS_MIGRATIONS: readonly EventsMigration[] = [observationsAndAccesses];
