// What a watch that was killed left behind is put right by the next one, and what was missed meanwhile is run once.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '@vigie/probe/testing';
import { DATABASES } from '../../testing/records.ts';
import { openWatchedRoom, startSilence, until, type WatchedRoom } from '../../testing/watched.ts';
import type { RecordsPlace } from '../records/database.ts';

const CHILD = fileURLToPath(new URL('../../testing/watch-until-killed.ts', import.meta.url));
const HOUR_MS = 60 * 60 * 1000;

for (const database of DATABASES) {
  describe(`a watch that is killed, in ${database.name}`, { skip: database.skip }, () => {
    let folder: string;
    let place: RecordsPlace;
    let stopDatabase: () => Promise<void>;
    let watched: WatchedRoom | undefined;
    let port: number;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'vigie-killed-'));
      port = await freePort();
      const started = await database.start();
      stopDatabase = started.stop;
      place = started.place.kind === 'server' ? started.place : { kind: 'embedded', folder: join(folder, 'records') };
    });
    after(async () => {
      await watched?.close();
      await stopDatabase();
      await rm(folder, { recursive: true, force: true });
    });

    it('marks the scan that ran, and runs it again for who asked for it', async () => {
      const silence = await startSilence(port);
      const child = spawn(process.execPath, [CHILD, JSON.stringify(place), String(port)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const [line] = await once(child.stdout, 'data');
      const { scopeId, scanId } = JSON.parse(String(line));
      child.kill('SIGKILL');
      await once(child, 'exit');
      await silence.stop();
      watched = await openWatchedRoom({
        name: 'kept records',
        skip: false,
        start: async () => ({ place, stop: async () => {} }),
      });
      const { ask } = watched;
      const again = await until('the scan that is run again', async () => {
        const { items } = await ask('GET', `/api/scans?scope=${scopeId}`);
        return items[0]?.state === 'done' ? items : undefined;
      });
      assert.deepEqual(
        again.map(({ id, state }: { id: string; state: string }) => [id === scanId, state]),
        [
          [false, 'done'],
          [true, 'failed'],
        ],
      );
      assert.match(again[1].error, /it is run again/);
      assert.equal(again[0].askedBy, again[1].askedBy);
      assert.deepEqual(watched.test.logged, []);
    });

    it('runs once what was due many times while nobody watched', async () => {
      assert.ok(watched);
      const { ask, test } = watched;
      const scope = await ask('POST', '/api/scopes', {
        name: 'hourly',
        targets: ['127.0.0.1'],
        ports: String(port),
        interval: 3600,
      });
      const doneScans = async () =>
        (await ask('GET', `/api/scans?scope=${scope.id}`)).items.filter(
          ({ state }: { state: string }) => state === 'done',
        ).length;
      await until('the first scan', async () => ((await doneScans()) === 1 ? true : undefined));
      test.turnClock(10 * HOUR_MS);
      await until('what was missed', async () => ((await doneScans()) > 1 ? true : undefined));
      await sleep(500);
      assert.equal(await doneScans(), 2);
      const { nextScanAt } = await ask('GET', `/api/scopes/${scope.id}`);
      const aheadMs = Date.parse(nextScanAt) - test.room.clock.now().getTime();
      assert.ok(aheadMs > HOUR_MS / 2 && aheadMs <= HOUR_MS, String(aheadMs));
    });
  });
}
