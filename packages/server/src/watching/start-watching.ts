// Starts what watches accesses: the inputs of the records, one thread that follows them, and what it tells kept in records and events.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DEFAULT_RETENTION } from '../events/retention.ts';
import type { Room } from '../room.ts';
import { allowedFile } from './allowed-file.ts';
import { noteInput } from './input-note.ts';
import { type InputRow, settingsOf } from './input-settings.ts';
import { forgetOldFirings } from './keep-detections.ts';
import { toldKeeper } from './keep-told.ts';
import type { InputOrder, WatchOrders } from './orders.ts';
import { pollPlaces } from './poll-places.ts';
import { ruleBookOf } from './rules/rule-book.ts';
import { watchFolders } from './rules/watch-folders.ts';
import { readWatchSettings } from './watch-settings.ts';
import { createWatcher, type Watcher } from './watcher.ts';

const watchers = new WeakMap<Room, InputWatch>();

/** What operations ask of what watches. */
export interface InputWatch extends Pick<Watcher, 'push' | 'judge' | 'standingOf'> {
  /** Inputs were added or removed: they are followed, or no longer. */
  inputsChanged(): Promise<void>;
}

/** @returns undefined where nothing watches in this process */
export function inputWatchOf(room: Room): InputWatch | undefined {
  return watchers.get(room);
}

const DAY_MS = 24 * 60 * 60 * 1000;
const TIDY_MS = 60 * 60 * 1000;

/** @returns how to stop */
export async function startWatching(room: Room): Promise<() => Promise<void>> {
  const folder = join(room.settings.dataDir, 'watching');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const closing = new AbortController();
  const keep = toldKeeper(room, closing.signal);
  const watcher = createWatcher(
    { folder, key: room.vault.secret('watching'), keptMs: DEFAULT_RETENTION.accesses * DAY_MS },
    {
      keep,
      note: (input, text) => void noteInput(room, input, text).catch(mistake(room)),
      warn: (text) => room.log.warn(text),
    },
  );
  let turn = Promise.resolve();
  const follow = () => {
    turn = turn.then(async () => watcher.watch(await ordersOf(room))).catch(mistake(room));
    return turn;
  };
  watchers.set(room, {
    push: (push) => watcher.push(push),
    judge: (detection, opinion, time) => watcher.judge(detection, opinion, time),
    standingOf: (input) => watcher.standingOf(input),
    inputsChanged: follow,
  });
  const book = ruleBookOf(room);
  book.follow(follow);
  const stopFolders = watchFolders(room, book);
  void follow();
  const tidy = setInterval(() => void forgetOldFirings(room).catch(mistake(room)), TIDY_MS);
  return async () => {
    clearInterval(tidy);
    stopFolders();
    watchers.delete(room);
    closing.abort();
    await turn;
    await watcher.stop();
    await book.close();
  };
}

function mistake(room: Room): (error: unknown) => void {
  return (error) => room.log.mistake(error, { part: 'watching' });
}

async function ordersOf(room: Room): Promise<WatchOrders> {
  const rows = await room.records
    .selectFrom('input')
    .selectAll()
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute();
  const inputs: InputOrder[] = [];
  for (const row of rows.filter(({ paused_at }) => paused_at === null)) {
    const order = await orderOf(room, row);
    if (order !== undefined) inputs.push(order);
  }
  const polls = inputs.some(({ from }) => from.kind === 'poll');
  const { alertsPerDay, tokenKey } = await readWatchSettings(room);
  return {
    inputs,
    paused: rows.filter(({ paused_at }) => paused_at !== null).map(({ id }) => id),
    allowed: polls ? await pollPlaces(room.records, room.clock.now()) : [],
    rules: await ruleBookOf(room).orders(),
    alertsPerDay,
    tokenKey,
  };
}

/** A file is looked at again at each start: the folders that may be watched may be others now. */
async function orderOf(room: Room, row: InputRow): Promise<InputOrder | undefined> {
  const settings = settingsOf(room, row);
  if (settings === undefined) return undefined;
  const mapping = settings.kind === 'poll' ? undefined : settings.mapping;
  const order = { id: row.id, place: row.store_id ?? row.id, format: row.format ?? undefined, mapping };
  if (settings.kind === 'poll')
    return { ...order, from: { ...settings, password: settings.password, everyMs: settings.everyMs } };
  if (settings.kind === 'push') return { ...order, from: settings };
  const allowed = await allowedFile(settings.path, room.settings.watchFolders);
  if (!('why' in allowed)) return { ...order, from: { ...settings, path: allowed.path } };
  await noteInput(room, row.id, allowed.why);
  return undefined;
}
