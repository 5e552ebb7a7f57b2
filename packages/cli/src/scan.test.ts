import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startHttpStandIn, startTcpStandIn } from '@vigie/probe/testing';

const BIN = fileURLToPath(new URL('../bin/vigie.mjs', import.meta.url));
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const ENV = { ...process.env, PATH: `${join(ROOT, 'node_modules/.bin')}:${process.env.PATH}`, NO_COLOR: '' };

function vigie(...words: string[]) {
  return spawnSync(BIN, words, { encoding: 'utf8', env: ENV, cwd: dir });
}

/** Runs it without blocking this process, in which the stand-ins live. */
function vigieAsync(words: readonly string[], options: { signalAfterMs?: number; shell?: string } = {}) {
  const child =
    options.shell === undefined
      ? spawn(BIN, words, { env: ENV, cwd: dir })
      : spawn('/bin/bash', ['-c', options.shell.replace('VIGIE', `'${BIN}'`)], { env: ENV, cwd: dir });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (data) => {
    stdout += String(data);
  });
  child.stderr.on('data', (data) => {
    stderr += String(data);
  });
  if (options.signalAfterMs !== undefined) setTimeout(() => child.kill('SIGINT'), options.signalAfterMs);
  return new Promise<{ status: number | null; stdout: string; stderr: string }>((resolve) => {
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
}

let dir = '';
let redis: Awaited<ReturnType<typeof startTcpStandIn>>;

/** A Redis that answers what a Redis without a password answers to the questions of a scan. */
const answers: [RegExp, string][] = [
  [/^GET \//, "-ERR wrong number of arguments for 'get' command\r\n"],
  [/PING/, '+PONG\r\n'],
  [/DBSIZE/, ':42\r\n'],
  [/INFO/, '$24\r\nredis_version:6.0.1\r\nx:1\r\n'],
  [/SCAN/, '*2\r\n$1\r\n0\r\n*0\r\n'],
  [/STRLEN/, ':0\r\n'],
  [/CONFIG/, '*2\r\n$9\r\ndatabases\r\n$2\r\n16\r\n'],
  [/ACL/, "-NOPERM this user has no permissions to run the 'acl' command\r\n"],
];

before(async () => {
  dir = mkdtempSync(join(tmpdir(), 'vigie-cli-'));
  redis = await startTcpStandIn((socket) => {
    socket.on('data', (data) => {
      const text = data.toString();
      const answer = answers.find(([question]) => question.test(text));
      socket.write(answer?.[1] ?? '-ERR unknown command\r\n');
    });
  });
});

after(async () => {
  await redis.stop();
  rmSync(dir, { recursive: true, force: true });
});

describe('vigie scan with bad input', () => {
  const cases: [string, string[], RegExp][] = [
    ['no target', ['scan'], /^vigie: targets: name at least one, as in: vigie scan 127\.0\.0\.1/],
    [
      'an address outside scope',
      ['scan', '8.8.8.8'],
      /^vigie: targets: "8\.8\.8\.8": it is not in scope.*--scope FILE/,
    ],
    ['a network that is partly outside', ['scan', '126.0.0.0/7'], /126\.0\.0\.0-126\.255\.255\.255 is not in scope/],
    ['a mapped address outside scope', ['scan', '::ffff:8.8.8.8'], /not in scope/],
    ['the metadata service of a cloud', ['scan', '169.254.169.254'], /not in scope/],
    ['a wrong address', ['scan', '127.0.0.300'], /^vigie: targets: "127\.0\.0\.300": it is no address/],
    ['a wrong CIDR', ['scan', '10.0.0.0/33'], /"10\.0\.0\.0\/33": it is no address, name, range/],
    ['too many addresses', ['scan', 'fd00::/64'], /more than one scan takes.*split it/],
    ['a wrong port', ['scan', '127.0.0.1', '--ports', '0-10'], /^vigie: --ports: 0-10: ports go from 1 to 65535/],
    ['a backward range', ['scan', '127.0.0.1', '--ports', '10-1'], /write 1-10/],
    ['a word for a port', ['scan', '127.0.0.1', '--ports', 'http'], /"http" is no port/],
    ['a wrong format', ['scan', '127.0.0.1', '--format', 'xml'], /Allowed choices are text, json/],
    ['a missing scope file', ['scan', '127.0.0.1', '--scope', 'none.json'], /^vigie: --scope: cannot read none\.json/],
    ['a missing list', ['scan', '--targets', 'none.txt'], /^vigie: --targets: cannot read none\.txt/],
    ['a folder for an output', ['scan', '127.0.0.1', '-o', '.'], /it is a folder/],
    ['an output in no folder', ['scan', '127.0.0.1', '-o', 'no/such/x.json'], /its folder does not exist/],
    ['a wrong rate', ['scan', '127.0.0.1', '--rate', 'fast'], /Write a number from 1/],
    ['an unknown flag', ['scan', '127.0.0.1', '--prots', '1'], /Did you mean --ports/],
    ['everything excluded', ['scan', '127.0.0.1', '-x', '127.0.0.0/8'], /nothing is left to scan/],
  ];
  for (const [what, words, message] of cases) {
    it(`says in one line what is wrong with ${what}, and exits with 2`, () => {
      const { status, stderr, stdout } = vigie(...words);
      assert.match(stderr.trim(), message);
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.ok(stderr.trim().split('\n').length <= 2, stderr);
    });
  }

  it('says what is wrong in a scope file', () => {
    const files: [string, RegExp][] = [
      ['{', /it is not JSON/],
      ['{"owner":"A"}', /"authorisedBy"/],
      ['{"owner":"A","authorisedBy":"B","networks":["8.8.8.0/99"]}', /"8\.8\.8\.0\/99" is no address/],
      ['{"owner":"A","authorisedBy":"B","networks":["8.8.8.0/24"],"until":"2020-01-01"}', /it ended on 2020-01-01/],
      ['{"owner":"A","authorisedBy":"B","networks":["8.8.8.0/24"],"extra":1}', /extra/],
    ];
    for (const [text, message] of files) {
      writeFileSync(join(dir, 'scope.json'), text);
      const { status, stderr } = vigie('scan', '8.8.8.8', '--scope', 'scope.json');
      assert.match(stderr, message);
      assert.equal(status, 2);
    }
  });

  it('sends nothing when one of several targets is outside scope', async () => {
    let connections = 0;
    const server: Server = createServer(() => {
      connections += 1;
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const { status } = await vigieAsync(['scan', '127.0.0.1', '8.8.8.8', '--ports', String(port)]);
    assert.equal(status, 2);
    assert.equal(connections, 0);
    server.close();
  });
});

describe('vigie scan', () => {
  it('exits with 1 for a grave finding, and with 0 when told to', async () => {
    const words = ['scan', '127.0.0.1', '--ports', String(redis.port), '--format', 'json'];
    const graver = await vigieAsync(words);
    assert.equal(graver.status, 1, graver.stderr);
    const report = JSON.parse(graver.stdout);
    assert.equal(report.schema, 'vigie.scan/1');
    assert.equal(report.stores[0].product, 'redis');
    assert.equal(report.stores[0].verdict, 'open');
    assert.equal((await vigieAsync([...words, '--fail-on', 'never'])).status, 0);
  });

  it('prints every format, and no colour where there is no terminal', async () => {
    const words = ['scan', '127.0.0.1', '--ports', String(redis.port), '--format'];
    const text = await vigieAsync([...words, 'text']);
    assert.match(text.stdout, /OPEN {2}Redis 6\.0\.1 at 127\.0\.0\.1:/);
    assert.ok(!(text.stdout + text.stderr).includes('\u001b'));
    const lines = (await vigieAsync([...words, 'ndjson'])).stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      lines.map((line) => line.type),
      ['store', 'scan'],
    );
    const sarif = JSON.parse((await vigieAsync([...words, 'sarif'])).stdout);
    assert.equal(sarif.runs[0].results[0].ruleId, 'redis/no-authentication');
    const html = (await vigieAsync([...words, 'html'])).stdout;
    assert.match(html, /^<!doctype html>[\s\S]*1 data store stands open to anyone who connects/);
    assert.doesNotMatch(html, /<script|src=|@import|url\(/);
    const csv = (await vigieAsync([...words, 'csv'])).stdout.trim().split('\r\n');
    assert.equal(csv.length, 2);
    assert.match(csv[1] ?? '', /redis,6\.0\.1,open,yes,yes,yes,yes/);
  });

  it('gives the same findings twice', async () => {
    const words = ['scan', '127.0.0.1', '--ports', String(redis.port), '--format', 'json'];
    const [first, second] = [
      JSON.parse((await vigieAsync(words)).stdout),
      JSON.parse((await vigieAsync(words)).stdout),
    ];
    assert.deepEqual(first.stores, second.stores);
  });

  it('writes a transcript of what it sent, with hashes instead of answers', async () => {
    await vigieAsync(['scan', '127.0.0.1', '--ports', String(redis.port), '--transcript', 'sent.ndjson']);
    const entries = readFileSync(join(dir, 'sent.ndjson'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const sent = entries.map((entry) => Buffer.from(entry.sent ?? '', 'base64').toString());
    assert.ok(sent.some((text) => text.includes('DBSIZE')));
    for (const entry of entries) assert.match(entry.receivedSha256 ?? '', /^[0-9a-f]{64}$/);
    assert.doesNotMatch(JSON.stringify(entries), /PONG|redis_version/);
  });

  it('never connects to an excluded address', async () => {
    const { stdout } = await vigieAsync([
      'scan',
      '127.0.0.1-2',
      '-x',
      '127.0.0.1',
      '--ports',
      String(redis.port),
      '-f',
      'json',
    ]);
    assert.deepEqual(JSON.parse(stdout).stores, []);
    assert.equal(JSON.parse(stdout).scope.addresses, 1);
  });

  it('reads targets from a file with comments', async () => {
    writeFileSync(join(dir, 'targets.txt'), '# the test bench\n127.0.0.1 # loopback\n');
    const { stdout } = await vigieAsync([
      'scan',
      '--targets',
      'targets.txt',
      '--ports',
      String(redis.port),
      '-f',
      'json',
    ]);
    assert.equal(JSON.parse(stdout).stores.length, 1);
  });

  it('does not follow a redirect to another address', async (t) => {
    const elsewhere = await startHttpStandIn(() => ({ status: 200, body: 'here' }));
    const server = await startHttpStandIn(() => ({
      status: 302,
      headers: { location: `http://127.0.0.2:${elsewhere.port}/` },
    }));
    t.after(elsewhere.stop);
    t.after(server.stop);
    await vigieAsync(['scan', '127.0.0.1', '--ports', String(server.port)]);
    assert.ok(server.requests.length > 0);
    assert.deepEqual(elsewhere.requests, []);
  });
});

describe('vigie scan, where things are named after people', () => {
  it('names nobody in any format, also where nothing was classified', async (t) => {
    // A CouchDB of version 2 that lets everybody in, from its documentation.
    const database = (name: string) => ({ db_name: name, doc_count: 3, doc_del_count: 0, sizes: { file: 10 } });
    const names = ['letters-ottilie-quillfeather', 'order-items'];
    const answers: Record<string, unknown> = {
      'GET /': { couchdb: 'Welcome', version: '2.3.1', features: ['pluggable-storage-engines'], vendor: { name: 'x' } },
      'GET /_session': { ok: true, userCtx: { name: null, roles: ['_admin'] }, info: {} },
      'GET /_all_dbs': names,
      'POST /_dbs_info': names.map((key) => ({ key, info: database(key) })),
      ...Object.fromEntries(names.map((name) => [`GET /${name}`, database(name)])),
    };
    const server = await startHttpStandIn((method, path) => {
      const body = answers[`${method} ${path.replace(/\?.*/, '')}`];
      return body === undefined ? undefined : { status: 200, body };
    });
    t.after(server.stop);
    for (const format of ['json', 'ndjson', 'text', 'html']) {
      const asked = ['scan', '127.0.0.1', '--ports', String(server.port), '--format', format, '--fail-on', 'never'];
      const { status, stdout, stderr } = await vigieAsync(asked);
      assert.equal(status, 0, stderr);
      assert.match(stdout, /letters-‹name›/, format);
      assert.match(stdout, /order-items/, format);
      assert.doesNotMatch(stdout, /ottilie|quillfeather/i, format);
    }
  });
});

describe('vigie scan, interrupted', () => {
  const range = () => `${redis.port},20000-29999`;

  it('prints what it found and says that it is not complete', async () => {
    const words = ['scan', '127.0.0.1', '--ports', range(), '--rate', '2000', '-f', 'json'];
    const { status, stdout, stderr } = await vigieAsync(words, { signalAfterMs: 1500 });
    assert.equal(status, 3);
    const report = JSON.parse(stdout);
    assert.equal(report.complete, false);
    assert.equal(report.untested.at(-1).reason, 'interrupted');
    assert.match(stderr, /interrupted/);
  });

  it('gives the same findings when it is resumed as when it ran through', async () => {
    const words = ['scan', '127.0.0.1', '--ports', range(), '-f', 'json'];
    const through = JSON.parse((await vigieAsync(words)).stdout);
    const first = await vigieAsync([...words, '--rate', '3000', '--resume', 'state'], { signalAfterMs: 1500 });
    assert.equal(first.status, 3);
    assert.ok(existsSync(join(dir, 'state')));
    const wrong = vigie('scan', '127.0.0.1', '--ports', '1-10', '--resume', 'state');
    assert.equal(wrong.status, 2);
    assert.match(wrong.stderr, /--resume: state is of a scan of other targets or ports/);
    const second = await vigieAsync([...words, '--resume', 'state']);
    assert.equal(second.status, 1);
    const resumed = JSON.parse(second.stdout);
    assert.equal(resumed.complete, true);
    assert.deepEqual(resumed.stores, through.stores);
    assert.deepEqual(resumed.untested, through.untested);
    assert.ok(!existsSync(join(dir, 'state')));
  });
});

describe('vigie scan, with nowhere to write', () => {
  it('prints the report when the disk of its output is full', { skip: !existsSync('/dev/full') }, async () => {
    const words = ['scan', '127.0.0.1', '--ports', String(redis.port), '-f', 'json', '-o', '/dev/full'];
    const { status, stdout, stderr } = await vigieAsync(words);
    assert.equal(status, 3);
    assert.equal(JSON.parse(stdout).stores.length, 1);
    assert.match(stderr, /cannot write \/dev\/full \(ENOSPC\); the report follows/);
  });

  it('says that it is not complete when standard output is full', { skip: !existsSync('/dev/full') }, async () => {
    const shell = `VIGIE scan 127.0.0.1 --ports ${redis.port} -f json > /dev/full`;
    const { status, stderr } = await vigieAsync([], { shell });
    assert.equal(status, 3);
    assert.match(stderr, /standard output/);
  });

  it('ends with 3 when the pipe is closed', async () => {
    const shell = `set -o pipefail; VIGIE scan 127.0.0.1 --ports ${redis.port} -f html | true`;
    const { status } = await vigieAsync([], { shell });
    await sleep(0);
    assert.equal(status, 3);
  });
});
