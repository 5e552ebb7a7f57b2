// Detections are told to the channels in the transaction that keeps them: counted by rule and store, with a job that sends what is due.
import { type Insertable, sql, type Transaction } from 'kysely';
import type { Records } from '../records/tables.ts';
import type { Room } from '../room.ts';
import { rankOf } from './alert.ts';
import type { AlertedDetection } from './alerted-detection.ts';
import { GATHER_ALERTS } from './job-names.ts';
import { silencesThatHold } from './silences-that-hold.ts';

/** Rows of one statement: its parameters are counted in 16 bits. */
const AT_ONCE = 2000;

type TopicRow = Insertable<Records['alert_topic']>;

/**
 * Lets every channel know that listens for detections so bad. Those that are silenced are told to nobody.
 *
 * @param trx what records the detections; call it before `recordChange`, which comes last
 */
export async function announceDetections(
  { jobs, clock }: Pick<Room, 'jobs' | 'clock'>,
  trx: Transaction<Records>,
  detections: readonly AlertedDetection[],
): Promise<void> {
  if (detections.length === 0) return;
  const channels = await trx
    .selectFrom('channel')
    .select(['id', 'least_rank'])
    .where('enabled', '=', true)
    .orderBy('id')
    // Nobody removes one before what waits for it is counted.
    .forKeyShare()
    .execute();
  if (channels.length === 0) return;
  const isSilenced = await silencesThatHold(trx, clock.now());
  const heard = detections.filter((one) => !isSilenced(one.rule, one.storeId));
  for (const { id, least_rank } of channels) {
    const topics = topicsOf(
      id,
      heard.filter(({ level }) => rankOf(level) <= least_rank),
    );
    if (topics.length === 0) continue;
    for (let from = 0; from < topics.length; from += AT_ONCE) await count(trx, topics.slice(from, from + AT_ONCE));
    await jobs.send(GATHER_ALERTS, { channelId: id }, { within: trx, once: `${id}/now` });
  }
}

/** In the order of their keys, as everybody holds them: nobody then waits for somebody who waits for them. */
function topicsOf(channelId: string, detections: readonly AlertedDetection[]): readonly TopicRow[] {
  const grouped = Map.groupBy(detections, ({ rule, storeId = '' }) => `${rule}\n${storeId}`);
  return [...grouped.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, group]) => {
      const byTime = group.toSorted((one, other) => one.at.getTime() - other.at.getTime());
      const first = byTime[0];
      const last = byTime.at(-1);
      if (first === undefined || last === undefined) return [];
      return {
        channel_id: channelId,
        rule: last.rule,
        store: last.storeId ?? '',
        detection_id: last.id,
        title: last.title,
        why: last.why,
        rank: Math.min(...group.map(({ level }) => rankOf(level))),
        waiting: group.length,
        first_at: first.at,
        last_at: last.at,
      };
    });
}

async function count(trx: Transaction<Records>, topics: readonly TopicRow[]): Promise<void> {
  await trx
    .insertInto('alert_topic')
    .values([...topics])
    .onConflict((conflict) =>
      conflict.columns(['channel_id', 'rule', 'store']).doUpdateSet((eb) => ({
        detection_id: eb.ref('excluded.detection_id'),
        title: eb.ref('excluded.title'),
        why: eb.ref('excluded.why'),
        waiting: eb('alert_topic.waiting', '+', eb.ref('excluded.waiting')),
        rank: sql<number>`CASE WHEN alert_topic.waiting = 0 THEN excluded.rank ELSE least(alert_topic.rank, excluded.rank) END`,
        first_at: sql<Date>`CASE WHEN alert_topic.waiting = 0 THEN excluded.first_at ELSE least(alert_topic.first_at, excluded.first_at) END`,
        last_at: sql<Date>`CASE WHEN alert_topic.waiting = 0 THEN excluded.last_at ELSE greatest(alert_topic.last_at, excluded.last_at) END`,
      })),
    )
    .execute();
}
