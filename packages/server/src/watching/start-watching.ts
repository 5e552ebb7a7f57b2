// Starts what watches accesses: the inputs of the records, one thread that follows them, and what it tells kept in records and events.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DEFAULT_RETENTION } from '../events/retention.ts';
import { recordChange } from '../live/changes.ts';
import type { Room } from '../room.ts';
import { allowedFile } from './allowed-file.ts';
import { type InputRow, settingsOf } from './input-settings.ts';
import { createAccessKeeper } from './keep-accesses.ts';
import { forgetOldFirings, keepDetections } from './keep-detections.ts';
import type { InputOrder, ToldBatch, WatchOrders } from './orders.ts';
import { pollPlaces } from './poll-places.ts';
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
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** What an input told is written down this often. */
const NOTE_USE_MS = 10_000;

/** @returns how to stop */
export async function startWatching(room: Room): Promise<() => Promise<void>> {
  const folder = join(room.settings.dataDir, 'watching');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const closing = new AbortController();
  const keep = keeperOf(room, closing.signal);
  const watcher = createWatcher(
    { folder, key: room.vault.secret('watching'), keptMs: DEFAULT_RETENTION.accesses * DAY_MS },
    {
      keep,
      note: (input, text) => void noteOf(room, input, text).catch(mistake(room)),
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
  void follow();
  const tidy = setInterval(() => void forgetOldFirings(room).catch(mistake(room)), TIDY_MS);
  return async () => {
    clearInterval(tidy);
    watchers.delete(room);
    closing.abort();
    await turn;
    await watcher.stop();
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
  for (const row of rows) {
    const order = await orderOf(room, row);
    if (order !== undefined) inputs.push(order);
  }
  const polls = inputs.some(({ from }) => from.kind === 'poll');
  return { inputs, allowed: polls ? await pollPlaces(room.records, room.clock.now()) : [] };
}

/** A file is looked at again at each start: the folders that may be watched may be others now. */
async function orderOf(room: Room, row: InputRow): Promise<InputOrder | undefined> {
  const settings = settingsOf(room, row);
  if (settings === undefined) return undefined;
  const order = { id: row.id, place: row.store_id ?? row.id, format: row.format ?? undefined };
  if (settings.kind === 'poll') return { ...order, from: { ...settings, password: settings.password } };
  if (settings.kind === 'push') return { ...order, from: settings };
  const allowed = await allowedFile(settings.path, room.settings.watchFolders);
  if (!('why' in allowed)) return { ...order, from: { ...settings, path: allowed.path } };
  await noteOf(room, row.id, allowed.why);
  return undefined;
}

const MAX_NOTE = 500;

async function noteOf(room: Room, id: string, text: string): Promise<void> {
  await room.records.transaction().execute(async (trx) => {
    await trx
      .updateTable('input')
      .set({ note: text.slice(0, MAX_NOTE) })
      .where('id', '=', id)
      .execute();
    await recordChange(trx, { kind: 'input', id, what: 'updated', at: room.clock.now() });
  });
}

const OUT_OF_TIME =
  'accesses are older than is kept, or their clock runs more than a day ahead; they are judged, and not kept';

/** Keeps a batch, however long it takes: the thread waits meanwhile, and so do its sources. */
function keeperOf(room: Room, closing: AbortSignal): (batch: ToldBatch) => Promise<boolean> {
  const accesses = room.events && createAccessKeeper(room.events);
  const usedAt = new Map<string, number>();
  const told = new Set<string>();
  const keepOnce = async ({ input, detections, accesses: rows, outOfTime }: ToldBatch): Promise<string | undefined> => {
    const row = await room.records.selectFrom('input').select('store_id').where('id', '=', input).executeTakeFirst();
    if (row === undefined) return undefined;
    await keepDetections(room, { input, storeId: row.store_id }, detections);
    const now = room.clock.now();
    if (now.getTime() - (usedAt.get(input) ?? 0) >= NOTE_USE_MS) {
      usedAt.set(input, now.getTime());
      await room.records.updateTable('input').set({ last_event_at: now }).where('id', '=', input).execute();
    }
    if (outOfTime > 0 && !told.has(input)) {
      told.add(input);
      await noteOf(room, input, OUT_OF_TIME);
    }
    const fault = await accesses?.keep(input, rows).catch((error: unknown) => {
      // They would be unfit the next time too, and must not hold up what comes after them.
      mistake(room)(error);
      return undefined;
    });
    return fault?.message;
  };
  return async (batch) => {
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2)) {
      const fault = await keepOnce(batch).catch((error: unknown) => {
        mistake(room)(error);
        return 'a mistake of the program';
      });
      if (fault === undefined) return true;
      room.log.warn(`accesses wait to be kept: ${fault}`);
      if (closing.aborted) return false;
      await pause(pauseMs, undefined, { signal: closing }).catch(() => {});
    }
  };
}
