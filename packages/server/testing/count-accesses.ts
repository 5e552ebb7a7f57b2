// Counts what an embedded store of events holds, for whoever measured a platform that has ended.
import { join } from 'node:path';
import * as v from 'valibot';
import { openEvents } from '../src/events/events.ts';

const COUNTS = {
  sql: 'SELECT count() AS rows, uniqExact(uid) AS different FROM accesses WHERE source = {source:String}',
  row: v.object({ rows: v.number(), different: v.number() }),
};

/** @param dataDir of a platform that runs no longer @param source the format of the log that told of them */
export async function countAccesses(dataDir: string, source: string): Promise<v.InferOutput<typeof COUNTS.row>> {
  const events = await openEvents({
    place: { kind: 'embedded', folder: join(dataDir, 'events') },
    now: () => new Date(),
  });
  if ('code' in events) throw new Error(events.message);
  const answer = await events.query(COUNTS, { source });
  await events.close();
  if ('code' in answer) throw new Error(answer.message);
  const [counts] = answer.rows;
  if (counts === undefined) throw new Error('a count has one row');
  return counts;
}
