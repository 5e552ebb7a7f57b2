// Looks at what waits for one channel: messages that are due are handed over to their delivery, what has to wait is looked at again in time.
import { type Selectable, sql, type Transaction } from 'kysely';
import type { Records } from '../records/tables.ts';
import type { Room } from '../room.ts';
import { type Alert, levelOf, MOST_TOPICS } from './alert.ts';
import type { ChannelRow } from './channel.ts';
import { DELIVER_ALERT, GATHER_ALERTS } from './job-names.ts';
import { type MessagePlan, planMessages, type WaitingTopic } from './plan-messages.ts';
import { quietUntil } from './quiet-hours.ts';
import { silencesThatHold } from './silences-that-hold.ts';

const HOUR_MS = 60 * 60 * 1000;
const MINUTE_MS = 60 * 1000;
/** Longer than a delivery is tried. */
const LONGEST_WAIT_MS = 7 * 24 * HOUR_MS;
/** For how long it is kept what was delivered when. */
const KEPT_MS = 30 * 24 * HOUR_MS;

type TopicRow = Selectable<Records['alert_topic']>;
type Topic = WaitingTopic & { readonly row: TopicRow };

export async function gatherAlerts(room: Room, channelId: string): Promise<void> {
  const now = room.clock.now();
  await room.records.transaction().execute(async (trx) => {
    const channel = await trx
      .selectFrom('channel')
      .selectAll()
      .where('id', '=', channelId)
      // Whoever counts a detection into one of its topics need not wait.
      .forNoKeyUpdate()
      .executeTakeFirst();
    if (channel === undefined) return;
    const topics = await waitingTopics(trx, channel, now);
    await giveUpLost(trx, channelId, now);
    const plan = planMessages(topics, {
      now,
      windowMs: channel.window_minutes * MINUTE_MS,
      mostPerHour: channel.most_per_hour,
      quietUntil: channel.quiet === null ? undefined : quietUntil(channel.quiet, now),
      ...(await standingOf(trx, channelId, now)),
    });
    for (const message of plan.messages) await handOver(room, trx, channelId, message, now);
    await holdBack(trx, plan);
    await forgetOld(trx, channel, now);
    if (plan.nextAt === undefined) return;
    const once = `${channelId}/${plan.nextAt.toISOString()}`;
    await room.jobs.send(GATHER_ALERTS, { channelId }, { within: trx, after: plan.nextAt, once });
  });
}

/** What was silenced meanwhile, or waits for a channel that was switched off, is told to nobody. */
async function waitingTopics(trx: Transaction<Records>, channel: ChannelRow, now: Date): Promise<readonly Topic[]> {
  const rows = await trx
    .selectFrom('alert_topic')
    .selectAll()
    .where('channel_id', '=', channel.id)
    .where('waiting', '>', 0)
    // In the order in which announcements hold them.
    .orderBy(sql`rule COLLATE "C"`)
    .orderBy(sql`store COLLATE "C"`)
    .forUpdate()
    .execute();
  const isSilenced = await silencesThatHold(trx, now);
  const isDropped = ({ rule, store, rank }: TopicRow) =>
    !channel.enabled || rank > channel.least_rank || isSilenced(rule, store === '' ? undefined : store);
  for (const row of rows.filter(isDropped)) await setTopic(trx, row, { waiting: 0, is_held: false });
  return rows
    .filter((row) => !isDropped(row))
    .map((row) => ({
      row,
      level: levelOf(row.rank),
      lastAt: row.last_at,
      told:
        row.told_at === null || row.told_rank === null ? undefined : { at: row.told_at, level: levelOf(row.told_rank) },
      isHeld: row.is_held,
    }));
}

/** A delivery whose job is gone would keep all others waiting. */
async function giveUpLost(trx: Transaction<Records>, channelId: string, now: Date): Promise<void> {
  await trx
    .updateTable('alert_delivery')
    .set({ state: 'given-up', done_at: now })
    .where('channel_id', '=', channelId)
    .where('state', '=', 'waiting')
    .where('planned_at', '<', new Date(now.getTime() - LONGEST_WAIT_MS))
    .execute();
}

async function standingOf(
  trx: Transaction<Records>,
  channelId: string,
  now: Date,
): Promise<{ readonly sentAt: readonly Date[]; readonly isAway: boolean }> {
  const rows = await trx
    .selectFrom('alert_delivery')
    .select(['state', 'tries', 'done_at'])
    .where('channel_id', '=', channelId)
    .where((eb) =>
      eb.or([
        eb('state', '=', 'waiting'),
        eb.and([eb('state', '=', 'told'), eb('done_at', '>', new Date(now.getTime() - HOUR_MS))]),
      ]),
    )
    .execute();
  return {
    sentAt: rows.map(({ done_at }) => done_at ?? now),
    isAway: rows.some(({ state, tries }) => state === 'waiting' && tries > 0),
  };
}

async function handOver(
  { newId, jobs }: Room,
  trx: Transaction<Records>,
  channelId: string,
  message: readonly Topic[],
  now: Date,
): Promise<void> {
  const id = newId();
  await trx
    .insertInto('alert_delivery')
    .values({
      id,
      channel_id: channelId,
      alert: JSON.stringify(await alertOf(trx, message)),
      detections: message.reduce((sum, { row }) => sum + row.waiting, 0),
      rank: Math.min(...message.map(({ row }) => row.rank)),
      state: 'waiting',
      planned_at: now,
      done_at: null,
    })
    .execute();
  for (const { row } of message) {
    await setTopic(trx, row, { waiting: 0, is_held: false, told_at: now, told_rank: row.rank });
  }
  await jobs.send(DELIVER_ALERT, { deliveryId: id }, { within: trx });
}

async function alertOf(trx: Transaction<Records>, message: readonly Topic[]): Promise<Alert> {
  const shown = message.slice(0, MOST_TOPICS);
  const others = message.slice(MOST_TOPICS);
  const names = await storeNames(
    trx,
    [...new Set(shown.map(({ row }) => row.store))].filter((id) => id !== ''),
  );
  return {
    kind: 'detections',
    topics: shown.map(({ row, level }) => {
      const store = names.get(row.store);
      return {
        rule: row.rule,
        title: row.title,
        level,
        why: row.why,
        ...(store === undefined ? {} : { store }),
        detection: row.detection_id,
        count: row.waiting,
        firstAt: row.first_at.toISOString(),
        lastAt: row.last_at.toISOString(),
      };
    }),
    others: { topics: others.length, detections: others.reduce((sum, { row }) => sum + row.waiting, 0) },
  };
}

async function storeNames(trx: Transaction<Records>, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom('store')
    .select(['id', 'product', 'address', 'port'])
    .where('id', 'in', ids)
    .execute();
  return new Map(
    rows.map(({ id, product, address, port }) => [
      id,
      `${product} ${address.includes(':') ? `[${address}]` : address}:${port}`,
    ]),
  );
}

async function holdBack(trx: Transaction<Records>, { held }: MessagePlan<Topic>): Promise<void> {
  for (const { row } of held.filter(({ isHeld }) => !isHeld)) await setTopic(trx, row, { is_held: true });
}

async function setTopic(
  trx: Transaction<Records>,
  { channel_id, rule, store }: TopicRow,
  to: Partial<Pick<TopicRow, 'waiting' | 'is_held' | 'told_at' | 'told_rank'>>,
): Promise<void> {
  await trx
    .updateTable('alert_topic')
    .set(to)
    .where('channel_id', '=', channel_id)
    .where('rule', '=', rule)
    .where('store', '=', store)
    .execute();
}

/** Topics whose window is over begin anew, so that rules that fired once do not stay for ever. */
async function forgetOld(trx: Transaction<Records>, { id, window_minutes }: ChannelRow, now: Date): Promise<void> {
  await trx
    .deleteFrom('alert_topic')
    .where('channel_id', '=', id)
    .where('waiting', '=', 0)
    .where((eb) =>
      eb.or([eb('told_at', 'is', null), eb('told_at', '<', new Date(now.getTime() - window_minutes * MINUTE_MS))]),
    )
    .execute();
  await trx
    .deleteFrom('alert_delivery')
    .where('channel_id', '=', id)
    .where('done_at', '<', new Date(now.getTime() - KEPT_MS))
    .execute();
}
