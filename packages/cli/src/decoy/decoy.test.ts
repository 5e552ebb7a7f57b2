// Decoys as users run them, and as scanners see them.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { connect as secureConnect } from 'node:tls';
import { DECOY_KINDS, DECOYS, type DecoyKind, makeHoney, type RunningDecoy, startDecoy } from '@vigie/decoy';
import { createTokenRecogniser } from '@vigie/detect';
import { vigieInProcess } from '../../testing/in-process.ts';
import { main } from '../main.ts';
import type { World } from '../world.ts';
import { DECOY_NAMES } from './options.ts';

const home = mkdtempSync(join(tmpdir(), 'vigie-decoy-'));
after(() => rmSync(home, { recursive: true, force: true }));
const keyFile = join(home, 'keys', 'honeytokens.key');

/** Runs a decoy until `during` is done, then interrupts it. */
async function decoyRun(words: readonly string[], during: (port: number) => Promise<void>) {
  const seen = { out: '', err: '' };
  let stop = () => {};
  let drawn = 0;
  const ready = Promise.withResolvers<number>();
  const sink = (to: 'out' | 'err') => ({
    write: (text: string | Uint8Array) => {
      seen[to] += Buffer.from(text).toString('utf8');
      const port = /listens at \S+, port (\d+)/.exec(seen.err)?.[1];
      if (port !== undefined) ready.resolve(Number(port));
      return Promise.resolve();
    },
    columns: undefined,
    colour: false,
  });
  const world: World = {
    in: (async function* () {})(),
    out: sink('out'),
    err: sink('err'),
    now: Date.now,
    random: (count) => {
      drawn += 1;
      return new Uint8Array(count).fill(drawn);
    },
    onInterrupt: (call) => {
      stop = call;
    },
  };
  const done = main(['decoy', ...words, '--port', '0', '--key-file', keyFile], world);
  await during(await ready.promise);
  stop();
  const status = await done;
  return { ...seen, status };
}

describe('vigie decoy', () => {
  it('offers every decoy that there is', () => {
    assert.deepEqual([...DECOY_NAMES].sort(), [...DECOY_KINDS].sort());
  });

  it('prints a line for each touch, with who it was and without what was sent', async () => {
    const transcripts = join(home, 'transcripts');
    const run = await decoyRun(['elasticsearch', '--format', 'ndjson', '--transcripts', transcripts], async (port) => {
      await (await fetch(`http://127.0.0.1:${port}/customers/_search?q=city:nowhere-in-particular`)).text();
      await (await fetch(`http://127.0.0.1:${port}/customers/_search?size=25`)).text();
      await (await fetch(`http://127.0.0.1:${port}/customers`, { method: 'DELETE' })).text();
    });
    assert.equal(run.status, 0, run.err);
    const lines = run.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const levels = lines.map(({ level, rule }) => `${level} ${rule}`);
    assert.ok(levels.includes('medium vigie/decoy/connect'), levels.join());
    assert.ok(levels.includes('high vigie/decoy/read'), levels.join());
    assert.ok(levels.includes('critical vigie/decoy/destroy'), levels.join());
    const read = lines.find(({ rule }) => rule === 'vigie/decoy/read');
    assert.equal(read.address, '127.0.0.1');
    assert.match(read.why, /read 25 documents/);
    assert.equal(read.event.class_uid, 6005);
    assert.equal(read.event.unmapped.rows_returned, 25);
    assert.doesNotMatch(run.out, /nowhere-in-particular/);
    const files = readdirSync(transcripts);
    assert.ok(files.length >= 1);
    for (const file of files) assert.equal(statSync(join(transcripts, file)).mode & 0o777, 0o600);
    const parts = files.flatMap((file) =>
      readFileSync(join(transcripts, file), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    );
    const said = parts
      .filter(({ from }) => from === 'visitor')
      .map(({ base64 }) => Buffer.from(base64, 'base64').toString());
    assert.ok(said.some((text) => text.includes('nowhere-in-particular')));
  });

  it('tells of a request its path, and not what stands behind it', async () => {
    const run = await decoyRun(['clickhouse', '--format', 'ndjson'], async (port) => {
      await (await fetch(`http://127.0.0.1:${port}/admin?token=hidden-in-an-address`)).text();
    });
    const [, asked] = run.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(asked.event.http_request.url, { path: '/admin' });
    assert.doesNotMatch(run.out, /hidden-in-an-address/);
  });

  it('tells people the same in words, and that a key was made once', async () => {
    const run = await decoyRun(['redis'], async (port) => {
      await fetch(`http://127.0.0.1:${port}/`).catch(() => {});
    });
    assert.match(run.out, /^MEDIUM {2}A decoy was connected to\n {2}where {2}decoy redis/);
    assert.match(run.out, /who {4}127\.0\.0\.1, port \d+/);
    assert.doesNotMatch(run.err, /key was made/);
    assert.equal(statSync(keyFile).mode & 0o777, 0o600);
  });

  it('stands ClickHouse up with both of its ports, which are one store', async () => {
    const run = await decoyRun(['clickhouse', '--format', 'ndjson'], async (port) => {
      const said = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: 'DROP TABLE api_keys' });
      assert.equal(said.status, 200);
    });
    assert.equal(run.status, 0, run.err);
    assert.match(run.err, /a decoy of ClickHouse, native protocol listens at 127\.0\.0\.1, port \d+/);
    const alone = await decoyRun(['clickhouse', '--native-port', 'none'], async () => {});
    assert.doesNotMatch(alone.err, /native protocol/);
  });

  const noOpenssl = spawnSync('openssl', ['version']).error ? 'openssl is not installed' : false;
  it('makes a certificate for TLS once, and shows the same the next time', { skip: noOpenssl }, async () => {
    const before = process.env.XDG_CONFIG_HOME;
    process.env.XDG_CONFIG_HOME = join(home, 'config');
    const shown: string[] = [];
    for (let time = 0; time < 2; time += 1) {
      const run = await decoyRun(['elasticsearch', '--tls', 'db-7.internal'], async (port) => {
        const socket = secureConnect({ host: '127.0.0.1', port, rejectUnauthorized: false });
        await once(socket, 'secureConnect');
        shown.push(socket.getPeerCertificate().fingerprint256);
        assert.equal(socket.getPeerCertificate().subject.CN, 'db-7.internal');
        socket.destroy();
      });
      assert.match(run.err, /port \d+ with TLS/);
    }
    process.env.XDG_CONFIG_HOME = before;
    if (before === undefined) delete process.env.XDG_CONFIG_HOME;
    assert.equal(shown[0], shown[1]);
    assert.equal(statSync(join(home, 'config', 'vigie', 'decoy-tls', 'db-7.internal.key')).mode & 0o777, 0o600);
  });

  it('says what is wrong with a certificate', async () => {
    const words = ['decoy', 'redis', '--port', '0', '--key-file', keyFile];
    const half = await vigieInProcess([...words, '--tls-cert', keyFile]);
    assert.match(half.stderr, /--tls-key go together/);
    const none = await vigieInProcess([...words, '--tls-cert', keyFile, '--tls-key', keyFile]);
    assert.match(none.stderr, /no certificate in PEM/);
    const name = await vigieInProcess([...words, '--tls', '../x']);
    assert.match(name.stderr, /write the name of a host/);
  });

  it('listens at loopback alone, and warns where it is told otherwise', async () => {
    const words = ['decoy', 'redis', '--port', '0', '--key-file', keyFile];
    // An address of documentation (RFC 5737), which no machine has: the warning comes before anything listens.
    const outside = await vigieInProcess([...words, '--host', '192.0.2.1']);
    assert.equal(outside.status, 2);
    assert.match(outside.stderr, /warning: whoever reaches 192\.0\.2\.1/);
    assert.match(outside.stderr, /this machine has no such address/);
    const named = await vigieInProcess(['decoy', 'redis', '--host', 'localhost', '--key-file', keyFile]);
    assert.equal(named.status, 2);
    assert.match(named.stderr, /write an address/);
  });

  it('says where it cannot listen', async () => {
    await decoyRun(['redis'], async (port) => {
      const second = await vigieInProcess(['decoy', 'redis', '--port', String(port), '--key-file', keyFile]);
      assert.equal(second.status, 2);
      assert.match(second.stderr, /something listens there already/);
    });
  });

  it('prints tokens that are known again by the key, the same for the same label', async () => {
    const words = ['decoy', 'token', '--kind', 'db-url', '--label', 'wiki', '--key-file', keyFile];
    const [first, again] = [await vigieInProcess(words), await vigieInProcess(words)];
    assert.equal(first.stdout, again.stdout);
    const key = Buffer.from(readFileSync(keyFile, 'utf8').trim(), 'hex');
    const [found] = createTokenRecogniser(key, ['label wiki']).find(`connect to ${first.stdout}`);
    assert.deepEqual([found?.kind, found?.name], ['db-url', 'label wiki']);
    const planted = await vigieInProcess([...words, '--into', 'public.jobs.url']);
    assert.equal(planted.stdout, `INSERT INTO public.jobs (url) VALUES ('${first.stdout.trim()}');\n`);
    const astray = await vigieInProcess([...words, '--into', "jobs'; DROP TABLE x"]);
    assert.equal(astray.status, 2);
    const pair = await vigieInProcess(['decoy', 'token', '--key-file', keyFile]);
    assert.match(pair.stdout, /^AKIA[A-Z2-7]{16}\n[A-Za-z0-9]{40}\n$/);
  });
});

describe('a scan of decoys', () => {
  const decoys = new Map<DecoyKind, RunningDecoy>();
  before(async () => {
    const honey = makeHoney(new Uint8Array(32).fill(9), Date.now());
    const random = (count: number) => new Uint8Array(count).fill(decoys.size);
    for (const kind of DECOY_KINDS) decoys.set(kind, await startDecoy(kind, { honey, now: Date.now, random }));
  });
  after(async () => {
    for (const decoy of decoys.values()) await decoy.close();
  });

  for (const kind of DECOY_KINDS) {
    it(`finds the decoy of ${kind} as what it looks like, and open`, async () => {
      const port = String(decoys.get(kind)?.port);
      const run = await vigieInProcess(['scan', '127.0.0.1', '--ports', port, '--format', 'json']);
      const report = JSON.parse(run.stdout);
      const [store] = report.stores;
      const { posture, product, inventory } = store;
      assert.equal(product, DECOYS[kind].product);
      for (const what of ['identify', 'list', 'count', 'read'])
        assert.equal(posture[what], 'yes', `${what}: ${JSON.stringify(posture)}`);
      const rows = inventory.containers.flatMap((one: { collections: { rows?: number }[] }) => one.collections);
      assert.ok(
        rows.some((one: { rows?: number }) => (one.rows ?? 0) > 3),
        JSON.stringify(rows),
      );
    });
  }
});
