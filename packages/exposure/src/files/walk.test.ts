import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type WalkOptions, walk } from './walk.ts';

let dir = '';
const ALL: WalkOptions = { include: [], exclude: [] };

before(() => {
  dir = mkdtempSync(join(tmpdir(), 'vigie-walk-'));
  for (const folder of ['b/deep', '.git', 'node_modules/x', 'outside', 'in'])
    mkdirSync(join(dir, folder), { recursive: true });
  for (const file of ['in', 'b', 'b/deep', '.git', 'node_modules/x', 'outside'])
    writeFileSync(join(dir, file, 'one.log'), 'x');
  writeFileSync(join(dir, 'a.txt'), 'x');
});
after(() => {
  chmodSync(join(dir, 'in'), 0o700);
  rmSync(dir, { recursive: true, force: true });
});

async function pathsOf(options: WalkOptions, path = dir): Promise<readonly string[]> {
  const found = await walk(path, options);
  return (found?.files ?? []).map((file) => file.path.slice(dir.length + 1));
}

describe('the files of a path', () => {
  it('are in the order of their names, without what programs put there', async () => {
    assert.deepEqual(await pathsOf(ALL), ['a.txt', 'b/deep/one.log', 'b/one.log', 'in/one.log', 'outside/one.log']);
    assert.deepEqual(await pathsOf(ALL, join(dir, '.git')), ['.git/one.log']);
  });

  it('are chosen by patterns', async () => {
    assert.deepEqual(await pathsOf({ include: ['*.txt'], exclude: [] }), ['a.txt']);
    assert.deepEqual(await pathsOf({ include: ['b/*.log'], exclude: [] }), ['b/one.log']);
    assert.deepEqual(await pathsOf({ include: ['b/**/*.{log,txt}'], exclude: ['deep'] }), ['b/one.log']);
    assert.deepEqual(await pathsOf({ include: [], exclude: ['[bio]*'] }), ['a.txt']);
  });

  it('end in spite of links in a circle, and do not lead out of the folder', async () => {
    symlinkSync('..', join(dir, 'in', 'up'));
    symlinkSync(join(dir, 'outside'), join(dir, 'in', 'out'));
    const found = await walk(join(dir, 'in'), ALL);
    assert.equal(found?.files.length, 1);
    assert.equal(found?.left.get('a symbolic link'), 2);
    assert.equal((await walk(join(dir, 'in', 'out'), ALL))?.files.length, 1, 'a link that is named is followed');
  });

  it('are none where there is no such path', async () => {
    assert.equal(await walk(join(dir, 'nope'), ALL), undefined);
  });

  it('of a folder without rights are told', {
    skip: process.getuid?.() === 0 && 'root may read everything',
  }, async () => {
    chmodSync(join(dir, 'in'), 0);
    const found = await walk(join(dir, 'in'), ALL);
    assert.equal(found?.faults[0]?.code, 'refused');
  });
});
