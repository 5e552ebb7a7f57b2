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
