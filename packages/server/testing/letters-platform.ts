// A platform that does nothing but send letters, as a process that can be killed: data directory, room and post office as the server has them.
//
//   node letters-platform.ts FOLDER import COUNT PORT   makes a case with so many contacts and starts a run; prints times and memory
//   node letters-platform.ts FOLDER send                sends until no run is left to run; prints how it stands twice a second
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { openDataDir } from '../src/data-dir/data-dir.ts';
import { newId } from '../src/ids.ts';
import { openPostOffice } from '../src/letters/sending/post-office.ts';
import { openRoom } from '../src/open-room.ts';
import { createAllowedAddresses } from '../src/outgoing/allowed-address.ts';
import type { Room } from '../src/room.ts';
import { openVault } from '../src/vault/vault.ts';
import { customers, importList, judged, setRelay, startedRun } from './letters.ts';
import { TEST_SETTINGS } from './test-settings.ts';

const [folder = '', what = '', count = '0', port = '0'] = process.argv.slice(2);
const clock = { now: () => new Date() };
const databaseUrl = process.env.VIGIE_TEST_DATABASE_URL;

async function open() {
  const dataDir = await openDataDir({
    path: join(folder, 'data'),
    keyFile: undefined,
    configFolder: join(folder, 'config'),
    holder: { pid: process.pid, startedAt: clock.now() },
    now: clock.now,
    newId,
    random: randomBytes,
  });
  if ('code' in dataDir) throw new Error(`${dataDir.message}: ${dataDir.remedy}`);
  const vault = openVault({ ring: dataDir.keyRing.ring, random: randomBytes, addKey: dataDir.keyRing.addKey });
  const opened = await openRoom({
    settings: { ...TEST_SETTINGS, dataDir: dataDir.paths.root },
    records:
      databaseUrl === undefined
        ? { kind: 'embedded', folder: dataDir.paths.records }
        : { kind: 'server', url: databaseUrl },
    events: undefined,
    evidence: { path: dataDir.paths.evidenceLog, keyPath: dataDir.evidenceKey },
    vault,
    secrets: { signIn: randomBytes(32).toString('base64url'), commitments: vault.secret('evidence/commitments') },
    clock,
    newId,
    random: randomBytes,
    log: {
      warn: (text) => process.stderr.write(`${text}\n`),
      mistake: (error) => process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`),
    },
  });
  if ('code' in opened) throw new Error(`${opened.message}: ${opened.remedy}`);
  return { ...opened, dataDir };
}

async function importAndStart(room: Room): Promise<void> {
  const memory = [process.memoryUsage.rss()];
  const sampling = setInterval(() => memory.push(process.memoryUsage.rss()), 500);
  let lastMs = performance.now();
  const lap = () => {
    const ms = performance.now() - lastMs;
    lastMs += ms;
    return ms;
  };
  await setRelay(room, Number(port), 10);
  const caseId = newId();
  let readMs = 0;
  function* lines() {
    yield* customers(Number(count));
    readMs = lap();
  }
  const imported = await importList(room, caseId, lines());
  const joinMs = lap();
  await judged(room, imported);
  const confirmMs = lap();
  const { total } = await startedRun(room, { caseId, perMinute: 60_000_000 });
  const makeMs = lap();
  clearInterval(sampling);
  const report = { total, readMs, joinMs, confirmMs, makeMs, memory };
  process.stdout.write(`${JSON.stringify(report)}\n`);
}

async function send(room: Room): Promise<void> {
  const office = await openPostOffice({ room, allowed: createAllowedAddresses(['127.0.0.0/8']), firstPauseMs: 500 });
  for (;;) {
    const run = await room.records
      .selectFrom('letter_run')
      .select(['state', 'total', 'sent', 'failed', 'uncertain', 'sheets'])
      .executeTakeFirstOrThrow();
    const isDone = run.state === 'done';
    process.stdout.write(`${JSON.stringify(isDone ? { ...run, unproved: await countUnproved(room) } : run)}\n`);
    if (isDone) break;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  await office.close();
}

/** Letters that were sent and have no proof. */
async function countUnproved(room: Room): Promise<number> {
  const { count } = await room.records
    .selectFrom('letter')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('state', '=', 'sent')
    .where('sheet', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

const house = await open();
await (what === 'import' ? importAndStart(house.room) : send(house.room));
await house.close();
house.dataDir.close();
