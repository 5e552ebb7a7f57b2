// `vigie watch` as users run it: a process that follows a log, is killed, and tells each detection once.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { takeLock } from '@vigie/evidence';
import { vigieInProcess } from '../../testing/in-process.ts';

const PROGRAM = fileURLToPath(new URL('../../bin/vigie.mjs', import.meta.url));
const folders: string[] = [];
const running = new Set<ChildProcess>();
after(() => {
  for (const child of running) child.kill('SIGKILL');
  for (const one of folders) rmSync(one, { recursive: true, force: true });
});

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'vigie-watch-'));
  folders.push(made);
  return made;
}

interface Watching {
  readonly child: ChildProcess;
  readonly said: () => string;
}

async function watching(home: string, words: readonly string[]): Promise<Watching> {
  const child = spawn(process.execPath, [PROGRAM, 'watch', '--state', join(home, 'state'), ...words], {
    env: { ...process.env, XDG_CONFIG_HOME: join(home, 'config') },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  running.add(child);
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  await until(
    () => /watching with/.test(said) || child.exitCode !== null,
    () => `it watches: ${said}`,
  );
  return { child, said: () => said };
}

async function until(is: () => boolean, what: () => string): Promise<void> {
  const end = Date.now() + 90_000;
  while (!is()) {
    if (Date.now() > end) assert.fail(`not in time: ${what()}`);
    await pause(20);
  }
}

const request = (n: number) =>
  `203.0.113.${n % 250} - canary-person [29/Nov/2026:20:00:${String(n % 60).padStart(2, '0')} +0000] "GET /item?id=${n}%27%20or%20%27a%27=%27a HTTP/1.1" 200 2 "-" "curl/8"\n`;
const lines = (path: string) =>
  existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .filter((one) => one !== '')
    : [];

describe('vigie watch', () => {
  it('tells each attack once into a file, however it is killed, and keeps nobody in its state', async () => {
    const home = folder();
    const [log, out] = [join(home, 'access.log'), join(home, 'detections.ndjson')];
    writeFileSync(log, '');
    const words = [log, '--from', 'start', '--format', 'ndjson', '--output', out];
    for (let round = 0; round < 3; round += 1) {
      const { child } = await watching(home, words);
      for (let n = 0; n < 100; n += 1) appendFileSync(log, request(round * 100 + n));
      await until(
        () => lines(out).length > round * 100 + 20,
        () => 'detections',
      );
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    const { child, said } = await watching(home, words);
    await until(
      () => lines(out).length >= 300,
      () => `${lines(out).length} lines`,
    );
    child.kill('SIGINT');
    const [status] = (await once(child, 'exit')) as [number];
    assert.equal(status, 0, said());
    const told = lines(out).map((one) => JSON.parse(one) as { id: string; rule: string; byte: number; author: string });
    const injections = told.filter(({ rule }) => rule === 'vigie-sql-injection');
    assert.equal(injections.length, 300);
    assert.equal(new Set(told.map(({ id }) => id)).size, told.length);
    assert.ok(injections.every(({ author, byte }) => author === 'Vigie' && Number.isInteger(byte)));
    for (const name of readdirSync(join(home, 'state'), { recursive: true, withFileTypes: true })) {
      if (name.isFile()) assert.ok(!readFileSync(join(name.parentPath, name.name)).includes('canary-person'));
    }
    assert.ok(!said().includes('canary-person'));
    const [key = ''] = readdirSync(join(home, 'config/vigie/keys'));
    assert.equal(statSync(join(home, 'config/vigie/keys', key)).mode & 0o777, 0o600);
  });

  it('reads nothing more while its output cannot be written, says so as it ends, and tells all of it once later', {
    skip: existsSync('/dev/full') ? false : 'there is no /dev/full',
  }, async () => {
    const home = folder();
    const [log, out] = [join(home, 'access.log'), join(home, 'detections.ndjson')];
    writeFileSync(log, request(0) + request(1));
    const words = [log, '--from', 'start', '--format', 'ndjson', '--output'];
    const full = await watching(home, [...words, '/dev/full']);
    await until(() => /\/dev\/full cannot be written \(ENOSPC\); nothing more is read/.test(full.said()), full.said);
    appendFileSync(log, request(2));
    full.child.kill('SIGINT');
    const [status] = (await once(full.child, 'exit')) as [number];
    assert.equal(status, 2, full.said());
    assert.match(full.said(), /make room there and start again: what was not written is told then/);
    const { child, said } = await watching(home, [...words, out]);
    await until(() => lines(out).length >= 3, said);
    child.kill('SIGINT');
    await once(child, 'exit');
    const told = lines(out).filter((one) => one.includes('vigie-sql-injection'));
    assert.equal(told.length, 3);
    assert.equal(new Set(told).size, 3);
  });

  it('refuses a state that it cannot use, and says which file to move', async () => {
    const home = folder();
    const log = join(home, 'access.log');
    writeFileSync(log, request(0));
    const state = join(home, 'state');
    mkdirSync(state);
    const stored = join(state, 'state.sealed');
    writeFileSync(stored, 'of another program');
    const words = ['watch', '--state', state, '--key-file', join(home, 'key'), log];
    const { status, stderr } = await vigieInProcess(words);
    assert.equal(status, 2, stderr);
    assert.ok(stderr.includes(`mv ${stored} ${stored}.unread`), stderr);
  });

  it('says what is wrong with its arguments, and what to write', async () => {
    const state = join(folder(), 'state');
    const said = async (...words: string[]) => {
      const { status, stderr } = await vigieInProcess([
        'watch',
        '--state',
        state,
        '--key-file',
        join(folder(), 'key'),
        ...words,
      ]);
      assert.equal(status, 2, stderr);
      return stderr;
    };
    assert.match(await said(), /name files to follow, --poll a store, or --listen-syslog or --listen-http/);
    mkdirSync(state, { recursive: true });
    const unlock = takeLock(join(state, 'lock'));
    assert.match(await said('x.log'), /another process watches with .*; end it, or name another folder/);
    unlock?.();
    assert.match(await said(folder()), /is a folder; name the files in it/);
    assert.match(await said('x.log', '--source', 'nope'), /there is no format nope; the known ones are /);
    assert.match(await said('x.log', '--time-zone', 'Atlantis'), /no time zone of the IANA/);
    assert.match(await said('x.log', '--output', 'y'), /write --format ndjson/);
    assert.match(await said('--listen-http', 'x'), /Write a port/);
    assert.match(await said('--listen-http', '0.0.0.0:0'), /beyond this machine; give --tls-cert/);
    assert.match(await said('--listen-syslog', '0.0.0.0:0'), /beyond this machine/);
    assert.match(await said('--poll', '/var/log/x'), /write the URL of a store/);
    assert.match(
      await said('--poll', 'couchdb://127.0.0.1:5984'),
      /known are clickhouse:\/\/, mongodb:\/\/, mysql:\/\//,
    );
    const twice = ['--poll', 'redis://127.0.0.1', '--poll', 'redis://somebody@127.0.0.1:6379'];
    assert.match(await said(...twice), /redis at 127\.0\.0\.1:6379 is named twice/);
    assert.match(await said('x.log', '--key-file', join(state, 'key')), /keep it elsewhere/);
    assert.match(await said('x.log', '--token-key-file', join(state, 'no.key')), /vigie decoy token makes one/);
  });
});
