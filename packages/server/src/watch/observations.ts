// What was seen of stores over time, kept in the records: one line a minute at most, and whenever something changed.
import { type Observation, recordObservations } from '../events/observations.ts';
import type { RecordsDatabase } from '../records/database.ts';
import type { Room } from '../room.ts';

/** One point of a store's past. */
interface Observed {
  readonly at: Date;
  readonly verdict: string;
  readonly rows: number | null;
  /** The estimate. */
  readonly people: number | null;
}

/** Where observations go. The store of events takes the same rows. */
export interface Observations {
  write(observations: readonly Observation[]): Promise<void>;
  /** Oldest first: the latest so many. */
  ofStore(storeId: string, limit: number): Promise<readonly Observed[]>;
}

/** How often a store that stays as it is gets an observation. */
export const OBSERVED_EVERY_MS = 60_000;

const AT_ONCE = 5000;

export function observationsIn(records: RecordsDatabase): Observations {
  return {
    async write(observations) {
      for (let from = 0; from < observations.length; from += AT_ONCE) {
        const rows = observations.slice(from, from + AT_ONCE).map(({ store, at, verdict, rows: count, people }) => ({
          store_id: store,
          at,
          verdict,
          rows: count,
          people: people?.estimate ?? null,
        }));
        await records
          .insertInto('observation')
          .values(rows)
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }
    },
    async ofStore(storeId, limit) {
      const rows = await records
        .selectFrom('observation')
        .select(['at', 'verdict', 'rows', 'people'])
        .where('store_id', '=', storeId)
        .orderBy('at', 'desc')
        .limit(limit)
        .execute();
      return rows.reverse();
    },
  };
}

/**
 * Observations in the records, from which pages are made, and beside them in the store of events, which keeps them for as long as its
 * retention says and lends itself to questions over years. A store of events that is away holds no scan up.
 */
export function observationsOver({ records, events, log }: Pick<Room, 'records' | 'events' | 'log'>): Observations {
  const inRecords = observationsIn(records);
  if (events === undefined) return inRecords;
  return {
    ...inRecords,
    async write(observations) {
      await inRecords.write(observations);
      const fault = await recordObservations(events, observations);
      if (fault !== undefined)
        log.warn(`what was observed is not in the store of events: ${fault.message}`, { rows: observations.length });
    },
  };
}
