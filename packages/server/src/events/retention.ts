// How long events are kept: the engine itself forgets rows that are older.
import * as v from 'valibot';
import type { EventEngine } from './engine.ts';
import type { EventsFault } from './fault.ts';

/** Days, for each table. */
export interface Retention {
  readonly observations: number;
  readonly accesses: number;
}

/** Observations show how long a door stood open, which is asked years later; accesses tell of people, so they are kept for as short as
 * an investigation needs: intrusions are found after months. */
export const DEFAULT_RETENTION: Retention = { observations: 1095, accesses: 180 };

const Described = v.object({ text: v.string() });

/** Sets what is not set so already. @throws where a number of days is none */
export async function setRetention(engine: EventEngine, retention: Retention): Promise<EventsFault | undefined> {
  for (const [table, days] of Object.entries(retention)) {
    if (!Number.isInteger(days) || days < 1) throw new Error(`${table} are kept for whole days, not ${days}`);
    const answer = await engine.select(
      'SELECT create_table_query AS text FROM system.tables WHERE database = currentDatabase() AND name = {table:String}',
      { table },
    );
    if ('code' in answer) return answer;
    const isSet = answer.rows.some((row) => v.parse(Described, row).text.includes(`toIntervalDay(${days})`));
    if (isSet) continue;
    const fault = await engine.command(`ALTER TABLE ${table} MODIFY TTL toDateTime(at) + toIntervalDay(${days})`);
    if (fault !== undefined) return fault;
  }
  return undefined;
}
