import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type Kept, keptOptions, openKept } from '@vigie/server/testing/kept-platform';
import { vigieInProcess } from '../testing/in-process.ts';

describe('vigie backup, restore and keys', () => {
  let base: string;
  let kept: Kept;
  const configFolder = process.env.XDG_CONFIG_HOME;
  const inBase = (name: string) => join(base, name);

  before(async () => {
    base = await mkdtemp(join(tmpdir(), 'vigie-keep-'));
    process.env.XDG_CONFIG_HOME = inBase('config');
    kept = await openKept(keptOptions(inBase('data'), inBase('config'), undefined));
  });

  after(async () => {
    if (configFolder === undefined) delete process.env.XDG_CONFIG_HOME;
    else process.env.XDG_CONFIG_HOME = configFolder;
    await rm(base, { recursive: true });
  });

  it('works while the watch room is open, and tells where the keys are', async () => {
    const key = await vigieInProcess(['keys', 'rotate', '--data-dir', inBase('data')]);
    assert.equal(key.status, 0, key.stderr);
    assert.equal(key.stdout, `${kept.vault.currentKey}\n`);
    const made = await vigieInProcess(['backup', inBase('one.backup'), '--data-dir', inBase('data')]);
    assert.equal(made.status, 0, made.stderr);
    assert.equal(made.stdout, `${inBase('one.backup')}\n`);
    assert.ok(made.stderr.includes(kept.dataDir.keyRing.path));
    assert.match(made.stderr, /the keys are not in it/);
  });

  it('tells which older keys are out of use, and retires them only once backups are spoken for', async () => {
    const [older] = kept.vault.olderKeys;
    const words = ['keys', 'retire', '--data-dir', inBase('data')];
    const told = await vigieInProcess(words);
    assert.equal(told.status, 0, told.stderr);
    assert.equal(told.stdout, `${older?.id} of ${older?.madeAt}: out of use\n`);
    assert.match(told.stderr, /Backups from before need these keys[\s\S]*--old-backups-gone/);
    assert.equal(kept.vault.olderKeys.length, 1);
    const retired = await vigieInProcess([...words, '--old-backups-gone']);
    assert.equal(retired.stdout, `${older?.id} of ${older?.madeAt}: retired\n`);
    assert.equal(kept.vault.olderKeys.length, 0);
    assert.match((await vigieInProcess(words)).stderr, /no older keys/);
  });

  it('restores what it backed up, and says where the keys have to be', async () => {
    await kept.close();
    const { keyRing } = kept.dataDir;
    const restored = await vigieInProcess(['restore', inBase('one.backup'), '--data-dir', inBase('restored')]);
    assert.equal(restored.status, 0, restored.stderr);
    assert.match(restored.stderr, /evidence log with its \d+ entries verifies/);
    assert.ok(restored.stderr.includes(`its keys are in ${keyRing.path}`));
    await rm(keyRing.path);
    const elsewhere = await vigieInProcess(['restore', inBase('one.backup'), '--data-dir', inBase('elsewhere')]);
    assert.ok(elsewhere.stderr.includes(`put its keys to ${keyRing.path}`));
  });

  it('says what to do where it cannot', async () => {
    const again = await vigieInProcess(['restore', inBase('one.backup'), '--data-dir', inBase('restored')]);
    assert.equal(again.status, 3);
    assert.match(again.stderr, /is not empty[\s\S]*what to do:/);
    const nothing = await vigieInProcess(['backup', inBase('two.backup'), '--data-dir', inBase('nowhere')]);
    assert.equal(nothing.status, 3);
    assert.match(nothing.stderr, /holds nothing of Vigie/);
    assert.equal(existsSync(inBase('nowhere')), false);
    const url = await vigieInProcess(['backup', inBase('two.backup'), '--database-url', 'mysql://root:secret@db']);
    assert.equal(url.status, 2);
    assert.ok(!url.stderr.includes('secret'));
  });
});
