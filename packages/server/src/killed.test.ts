import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { freePort } from '@vigie/probe/testing/server';
import { killUnderLoad } from '../testing/kill-under-load.ts';
import { DATABASES } from '../testing/records.ts';

const KILLS = 4;

for (const database of DATABASES) {
  describe(`SIGKILL under a write load, in ${database.name}`, { skip: database.skip }, () => {
    it('loses nothing that was acknowledged, and starts again by itself', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'vigie-kill-'));
      const { place, stop } = await database.start();
      const settings = place.kind === 'server' ? { databaseUrl: place.url } : {};
      const port = await freePort();
      const report = await killUnderLoad({ folder, port, settings, kills: KILLS, longestMs: 600, random: Math.random });
      assert.equal(report.lost, 0, JSON.stringify(report));
      assert.deepEqual(report.badLogs, []);
      assert.ok(report.acknowledged > KILLS, JSON.stringify(report));
      await stop();
      await rm(folder, { recursive: true, force: true });
    });
  });
}
