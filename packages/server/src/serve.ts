// Opens the watch room: data directory, room, listener; and closes them in reverse order.

import { startAlerts } from './alerts/start-alerts.ts';
import { hearCommands } from './backup/source.ts';
import { type DataDir, openDataDir } from './data-dir/data-dir.ts';
import type { DataDirFault } from './data-dir/fault.ts';
import { startHousekeeping } from './housekeeping.ts';
import { createApp } from './http/app.ts';
import { createAddresses, type ListenFault, listen, refusalOf } from './http/listen.ts';
import { serveFolder } from './http/static.ts';
import { startClockReminders } from './jobs/clock-reminders.ts';
import { startForgettingDetections } from './jobs/forget-detections.ts';
import { startLetters } from './letters/start-letters.ts';
import { openColleagueMail } from './mail/colleague-mail.ts';
import { type OpenRoom, openRoom, type RoomFault } from './open-room.ts';
import { OPERATIONS } from './operations/index.ts';
import { createAllowedAddresses } from './outgoing/allowed-address.ts';
import { isSetUpNeeded, issueInvitation } from './people/invitation.ts';
import { offerProviders } from './people/openid-provider.ts';
import { openAnswerDesk } from './public/affected-questions.ts';
import { openPublicPages } from './public/public-pages.ts';
import type { Clock, Log, Room } from './room.ts';
import { originOf, type Settings } from './settings.ts';
import { openVault, type Vault } from './vault/vault.ts';
import { startWatch } from './watch/start-watch.ts';
import { startWatching } from './watching/start-watching.ts';
import { startWebhooks } from './webhooks/follow.ts';

/** What the platform gets from the process that runs it. */
export interface Surroundings {
  readonly clock: Clock;
  readonly newId: () => string;
  readonly random: (count: number) => Uint8Array;
  readonly log: Log;
  readonly pid: number;
  /** `$XDG_CONFIG_HOME`, or `.config` in the home of the user: where keys are kept. */
  readonly configFolder: string;
  /** Where the built app of the browser's side is. */
  readonly webFolder: string;
}

export interface Platform {
  /** What people open. */
  readonly url: string;
  /** The one-time link of the first administrator, while nobody has an account. */
  readonly setUpUrl: string | undefined;
  /** Where a key ring was made just now, which its owner has to keep safe. */
  readonly newKeyRing: string | undefined;
  readonly room: Room;
  close(): Promise<void>;
}

export type StartFault = DataDirFault | RoomFault | ListenFault | WebFault;

interface WebFault {
  readonly code: 'app-not-built';
  readonly message: string;
  readonly remedy: string;
}

/**
 * Starts the platform.
 *
 * @returns the running platform, or why it cannot run and what to do
 */
export async function startPlatform(settings: Settings, around: Surroundings): Promise<Platform | StartFault> {
  const refusal = refusalOf(settings);
  if (refusal !== undefined) return refusal;
  const addresses = createAddresses(settings.trustedProxies);
  if ('code' in addresses) return addresses;
  const page = await serveFolder(around.webFolder);
  if (page === undefined) return notBuilt(around.webFolder);
  const dataDir = await openDataDir({
    path: settings.dataDir,
    keyFile: settings.keyFile,
    configFolder: around.configFolder,
    holder: { pid: around.pid, startedAt: around.clock.now() },
    now: () => around.clock.now(),
    newId: around.newId,
    random: around.random,
  });
  if ('code' in dataDir) return dataDir;
  const opened = await openRoom(partsOf(settings, around, dataDir));
  if ('code' in opened) {
    dataDir.close();
    return opened;
  }
  const { room } = opened;
  const closing = new AbortController();
  const app = createApp({ room, operations: OPERATIONS, addressOf: addresses.of, page, closing: closing.signal });
  const listener = await listen(app.fetch, settings, addresses.note);
  if ('code' in listener) {
    await closeAll([opened.close, async () => dataDir.close()]);
    return listener;
  }
  const publicPages = await openPublicPages(room);
  if (publicPages !== undefined && 'code' in publicPages) {
    await closeAll([listener.close, opened.close, async () => dataDir.close()]);
    return publicPages;
  }
  const stopParts = await startParts(room);
  const stopHearing = await hearCommandsIn(opened, dataDir);
  const url = originOf({ ...settings, port: listener.port });
  return {
    url,
    setUpUrl: await setUpUrl(room, url),
    newKeyRing: dataDir.keyRing.isNew ? dataDir.keyRing.path : undefined,
    room,
    close: () =>
      closeAll([
        async () => closing.abort(),
        stopHearing,
        stopParts,
        async () => publicPages?.close(),
        listener.close,
        opened.close,
        async () => dataDir.close(),
      ]),
  };
}

function partsOf(
  settings: Settings,
  around: Surroundings,
  { paths, keyRing, evidenceKey }: DataDir,
): Parameters<typeof openRoom>[0] {
  const vault: Vault = openVault({ ring: keyRing.ring, random: around.random, addKey: keyRing.addKey });
  return {
    settings,
    records:
      settings.databaseUrl === undefined
        ? { kind: 'embedded', folder: paths.records }
        : { kind: 'server', url: settings.databaseUrl },
    events:
      settings.eventsUrl === undefined
        ? { kind: 'embedded', folder: paths.events }
        : { kind: 'server', url: settings.eventsUrl },
    evidence: { path: paths.evidenceLog, keyPath: evidenceKey },
    vault,
    secrets: {
      signIn: Buffer.from(vault.secret('sign-in')).toString('base64url'),
      commitments: vault.secret('evidence/commitments'),
    },
    clock: around.clock,
    newId: around.newId,
    random: around.random,
    log: around.log,
  };
}

/** Commands on this machine ask for backups and new keys. */
async function hearCommandsIn({ room, freezeRecords }: OpenRoom, dataDir: DataDir): Promise<() => Promise<void>> {
  const { records, events, evidence, vault, log } = room;
  if (events === undefined) return async () => {};
  return hearCommands(
    { dataDir, records, freeze: freezeRecords, events, evidence, vault, now: () => room.clock.now() },
    log,
  );
}

/** What runs by itself while the room is open. Resolves to how to stop it. */
async function startParts(room: Room): Promise<() => Promise<void>> {
  const allowed = createAllowedAddresses(room.settings.outgoingNetworks);
  const answers = openAnswerDesk(room, allowed);
  const watch = await startWatch(room);
  await startAlerts(room, allowed);
  await startForgettingDetections(room);
  const stops: readonly (() => void | Promise<void>)[] = [
    watch.stop,
    await startClockReminders(room, await openColleagueMail(room, allowed)),
    startHousekeeping(room),
    await offerProviders(room, allowed),
    await startWebhooks(room),
    answers.close,
    await startLetters(room, allowed),
    await startWatching(room),
  ];
  return async () => {
    for (const stop of stops) await stop();
  };
}

/** The token stands in the fragment, which no server and no proxy logs. A new link at each start; older ones end after a week. */
async function setUpUrl(room: Room, url: string): Promise<string | undefined> {
  if (!(await isSetUpNeeded(room.records))) return undefined;
  const issuing = { newId: room.newId, random: room.random, now: room.clock.now() };
  const { token } = await issueInvitation(room.records, 'administrator', null, issuing);
  return `${url}/setup#${token}`;
}

async function closeAll(steps: readonly (() => Promise<void>)[]): Promise<void> {
  for (const step of steps) await step();
}

function notBuilt(folder: string): WebFault {
  return {
    code: 'app-not-built',
    message: `there is no built app in ${folder}`,
    remedy: 'start with npm start, which builds it, or build it with: node scripts/build-web.mjs',
  };
}
