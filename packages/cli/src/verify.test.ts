import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createSigningKey, openLog, readRoots, requestTimeStamp } from '@vigie/evidence';
import { startTimeAuthority } from '@vigie/evidence/testing/time-authority';

const BIN = fileURLToPath(new URL('../bin/vigie.mjs', import.meta.url));
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const ENV = { ...process.env, PATH: `${join(ROOT, 'node_modules/.bin')}:${process.env.PATH}`, NO_COLOR: '' };
const KEY = createSigningKey('example.com/vigie', new Uint8Array(32).fill(1));
const OTHER = createSigningKey('example.com/vigie', new Uint8Array(32).fill(2));

let dir = '';
let lines: string[] = [];

before(async () => {
  dir = mkdtempSync(join(tmpdir(), 'vigie-verify-'));
  const authority = await startTimeAuthority();
  const roots = readRoots(authority.rootPem);
  assert.ok(roots);
  const log = await openLog({ path: join(dir, 'log'), key: KEY, author: 'test', now: Date.now });
  assert.ok(!('code' in log));
  const payload = { subject: 'breach-1', decision: 'notify-authority' };
  await log.append({ type: 'decision', author: 'user-7', payload });
  const early = await log.checkpoint();
  const random = (bytes: number) => new Uint8Array(bytes).fill(5);
  await log.timeStamp((imprint) => requestTimeStamp({ url: authority.url, roots, timeoutMs: 10_000 }, imprint, random));
  await log.close();
  await authority.close();
  assert.ok('checkpoint' in early);
  writeFileSync(join(dir, 'early'), early.checkpoint);
  writeFileSync(join(dir, 'newest'), readFileSync(join(dir, 'log.checkpoint')));
  writeFileSync(join(dir, 'key'), `${KEY.verifier.text}\n`);
  writeFileSync(join(dir, 'roots.pem'), authority.rootPem);
  lines = readFileSync(join(dir, 'log'), 'utf8').trimEnd().split('\n');
});

after(() => rmSync(dir, { recursive: true, force: true }));

function verify(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(BIN, ['verify', ...words], { encoding: 'utf8', env: ENV, cwd: dir });
  return { status, stdout, stderr };
}

function write(name: string, text: string): string {
  writeFileSync(join(dir, name), text);
  return name;
}

describe('vigie verify', () => {
  it('says what holds, and what cannot be known', () => {
    const { status, stdout, stderr } = verify('log');
    assert.equal(stderr, '');
    assert.equal(status, 0);
    assert.match(stdout, /^log: verified\n {2}log: {7}example\.com\/vigie, 6 entries, root [A-Za-z0-9+/]{43}=\n/);
    assert.match(stdout, /complete: {2}the first 6, by the checkpoint log\.checkpoint/);
    assert.match(
      stdout,
      /not proven:[\s\S]*put back an older checkpoint[\s\S]*--key[\s\S]*not trusted here: 1[\s\S]*--time-roots/,
    );
  });

  it('leaves nothing open when checkpoint, key and root come from outside', () => {
    for (const key of ['key', KEY.verifier.text]) {
      const { status, stdout } = verify('log', '--checkpoint', 'newest', '--key', key, '--time-roots', 'roots.pem');
      assert.equal(status, 0);
      assert.doesNotMatch(stdout, /not proven/);
      assert.match(stdout, /existed: {3}the first 3 at \d{4}-[^\n]*, says CN=Vigie test tsa\n/);
    }
  });

  it('says that the end could have been cut off when no checkpoint is there', () => {
    const { status, stdout } = verify(write('alone', `${lines.slice(0, 3).join('\n')}\n`));
    assert.equal(status, 0);
    assert.match(stdout, /entries at the end could have been cut off[\s\S]*what to do: give the newest checkpoint/);
    assert.match(
      verify('alone', '--checkpoint', 'newest').stdout,
      /TAMPERED WITH\n {2}line 4, entry 3 to 5: .*\(cut-off\)/,
    );
  });

  it('says that nothing is signed yet', () => {
    const { status, stdout } = verify(write('young', `${lines[0]}\n`));
    assert.equal(status, 0);
    assert.match(stdout, /signed: {4}none; the key is example[\s\S]*no entry is under a signed checkpoint/);
  });

  it('names the first bad entry, with line and number, and exits with 1', () => {
    const changed = lines.with(1, (lines[1] ?? '').replace('breach-1', 'breach-2')).join('\n');
    const { status, stdout } = verify(write('changed', `${changed}\n`));
    assert.equal(status, 1);
    assert.match(stdout, /^changed: TAMPERED WITH\n {2}line 2, entry 1: .*\(changed\)\n {2}what to do: /);
    assert.equal(verify('log', '--key', OTHER.verifier.text).status, 1);
  });

  it('takes an earlier checkpoint, and says that it is older', () => {
    const { status, stdout } = verify('log', '--checkpoint', 'early');
    assert.equal(status, 0);
    assert.match(stdout, /entries after the first 3 could have been cut off: early is older/);
  });

  it('prints the same as JSON', () => {
    const { status, stdout } = verify('log', '--format', 'json', '--checkpoint', 'newest');
    assert.equal(status, 0);
    const document = JSON.parse(stdout) as Record<string, unknown>;
    assert.equal(document.schema, 'vigie.verify/1');
    assert.equal(document.outcome, 'verified');
    assert.equal((document.limits as unknown[]).length, 1);
    const torn = verify(write('torn', lines.join('\n').slice(0, -5)), '-f', 'json');
    assert.equal(torn.status, 3);
    assert.equal((JSON.parse(torn.stdout) as { fault: { code: string } }).fault.code, 'unfinished');
  });

  it('exits with 2 for a wrong argument and with 3 for what it cannot read', () => {
    assert.match(verify('log', '--checkpoint', 'log').stderr, /^vigie: --checkpoint: log is no signed checkpoint/);
    assert.match(verify('log', '--checkpoint', 'none').stderr, /^vigie: --checkpoint: cannot read none/);
    assert.match(verify('log', '--key', 'roots.pem').stderr, /^vigie: --key: roots\.pem holds no key/);
    assert.match(verify('log', '--time-roots', 'key').stderr, /^vigie: --time-roots: key holds no certificates/);
    for (const words of [['log', '--checkpoint', 'log'], ['log', '--key', 'x'], []])
      assert.equal(verify(...words).status, 2);
    const { status, stdout } = verify('none');
    assert.equal(status, 3);
    assert.match(stdout, /^none: not verified\n {2}the file cannot be read \(ENOENT\)/);
  });
});
