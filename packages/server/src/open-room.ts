// Opens the services of the room over what was found or made in the data directory, in the order in which they need each other.
import { type Events, type EventsPlace, openEvents } from './events/events.ts';
import type { EventsFault } from './events/fault.ts';
import { type BookFault, openBook } from './evidence/book.ts';
import { originsOf } from './http/client.ts';
import { openJobs } from './jobs/jobs.ts';
import { openChanges } from './live/changes.ts';
import { createSignIn } from './people/sign-in.ts';
import { openRecords, type RecordsFault, type RecordsPlace, type RecordsStore } from './records/database.ts';
import { type MigrationFault, migrate } from './records/migrate.ts';
import type { Clock, Log, Room } from './room.ts';
import { originOf, type Settings } from './settings.ts';
import type { Vault } from './vault/vault.ts';

export interface RoomParts {
  readonly settings: Settings;
  readonly records: RecordsPlace;
  /** Undefined opens none. */
  readonly events: EventsPlace | undefined;
  readonly evidence: { readonly path: string; readonly keyPath: string };
  readonly vault: Vault;
  /** Secrets drawn from the key ring, which no rotation changes. */
  readonly secrets: { readonly signIn: string; readonly commitments: Uint8Array };
  readonly clock: Clock;
  readonly newId: () => string;
  readonly random: (count: number) => Uint8Array;
  readonly log: Log;
}

export interface OpenRoom {
  readonly room: Room;
  readonly freezeRecords: RecordsStore['freeze'];
  close(): Promise<void>;
}

export type RoomFault = RecordsFault | MigrationFault | BookFault | EventsFault;

export async function openRoom(parts: RoomParts): Promise<OpenRoom | RoomFault> {
  const { settings, clock, newId, random, log, vault } = parts;
  // Both stores take seconds to open, and each has threads of its own for it.
  const [store, events] = await Promise.all([openMigrated(parts), eventsOf(parts)]);
  const evidence = await openBook({
    ...parts.evidence,
    salt: parts.secrets.commitments,
    now: () => clock.now().getTime(),
    random,
  });
  if ('code' in store || (events !== undefined && 'code' in events) || 'code' in evidence) {
    return firstFault([store, events, evidence]);
  }
  const origin = originOf(settings);
  const signIn = createSignIn({
    records: store.db,
    evidence,
    random,
    secret: parts.secrets.signIn,
    origin,
    otherOrigins: originsOf(settings).all.filter((one) => one !== origin),
  });
  const changes = await openChanges(store);
  const jobs = await openJobs(store, log, newId);
  return {
    room: { settings, records: store.db, events, changes, jobs, evidence, vault, signIn, clock, newId, random, log },
    freezeRecords: store.freeze,
    async close() {
      await jobs.stop();
      await changes.close();
      await events?.close();
      await evidence.close();
      await store.close();
    },
  };
}

async function openMigrated({ records, clock }: RoomParts): Promise<RecordsStore | RecordsFault | MigrationFault> {
  const store = await openRecords(records);
  if ('code' in store) return store;
  const ran = await migrate(store.db, () => clock.now());
  if (!('code' in ran)) return store;
  await store.close();
  return ran;
}

/** Closes what was opened, and tells the first fault. */
async function firstFault(opened: readonly ({ close(): Promise<void> } | RoomFault | undefined)[]): Promise<RoomFault> {
  const faults: RoomFault[] = [];
  for (const one of opened) {
    if (one === undefined) continue;
    if ('code' in one) faults.push(one);
    else await one.close();
  }
  const [first] = faults;
  if (first === undefined) throw new Error('nothing failed');
  return first;
}

/** A machine without a build of the embedded engine runs without a store of events, and says so. */
async function eventsOf({ events, clock, log }: RoomParts): Promise<Events | EventsFault | undefined> {
  if (events === undefined) return undefined;
  const opened = await openEvents({ place: events, now: () => clock.now() });
  if (!('code' in opened) || opened.code !== 'not-supported-here') return opened;
  log.warn(`${opened.message}; ${opened.remedy}`);
  return undefined;
}
