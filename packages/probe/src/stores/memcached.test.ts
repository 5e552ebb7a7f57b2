import assert from 'node:assert/strict';
import { chownSync } from 'node:fs';
import { describe, it, type TestContext } from 'node:test';
import { settledLog } from '../../testing/log-reading.ts';
import { type MemcachedOptions, type MemcachedState, startMemcached } from '../../testing/memcached.ts';
import { meetStore } from '../../testing/scenes.ts';
import { accountOf, freePort, lacks, makeDir, startServer } from '../../testing/server.ts';
import { startTcpStandIn } from '../../testing/stand-in.ts';

const source = 'Debian 12 memcached 1.6.18';
/** Operations of the binary protocol, as the log shows them. */
const [VERSION, STAT] = ['0x0b', '0x10'];
const rulesOf = (report: Awaited<ReturnType<typeof meetStore>>) => report.findings.map((finding) => finding.rule);

async function met(t: TestContext, state: MemcachedState, scene: string, options?: MemcachedOptions) {
  const server = await startMemcached(state, options);
  t.after(server.stop);
  const before = (await settledLog(server)).length;
  const report = await meetStore('memcached', scene, server.port, { source });
  return { report, log: async () => (await settledLog(server)).slice(before) };
}

describe('memcached', { skip: lacks('memcached'), concurrency: 4 }, () => {
  it('calls a memcached without a login open, with its version and its items counted', async (t) => {
    const { report } = await met(t, 'open', 'open');
    assert.equal(report.product, 'memcached');
    assert.equal(report.transport, 'memcache');
    assert.equal(report.version, '1.6.18');
    assert.equal(report.tls, false);
    assert.equal(report.verdict, 'open');
    assert.deepEqual(report.posture, {
      identify: 'yes',
      list: 'yes',
      count: 'yes',
      read: 'yes',
      write: 'yes',
      administer: 'yes',
    });
    const [container] = report.inventory?.containers ?? [];
    const [items] = container?.collections ?? [];
    assert.equal(items?.rows, 3);
    assert.equal(items?.rowsBasis, 'exact');
    assert.ok((items?.bytes ?? 0) > 100);
    assert.deepEqual(rulesOf(report), ['memcached/no-authentication']);
  });

  it('asks for statistics only: no key is named, dumped, set or flushed', async (t) => {
    const { log } = await met(t, 'open', 'open');
    const said = await log();
    const operations = [...said.matchAll(/<\d+ +0x80 (0x..)/g)].map((match) => match[1]);
    assert.deepEqual([...new Set(operations)], [VERSION, STAT]);
    assert.doesNotMatch(said, /\b(?:metadump|cachedump|gets?|gat|mg|set|add|delete|touch|incr|flush_all|watch)\b/);
    assert.doesNotMatch(said, /session:|greeting/);
  });

  it('says that keys cannot be listed where dumping is turned off, and that what is known by name can be read', async (t) => {
    const { report } = await met(t, 'half-open', 'half-open');
    assert.equal(report.verdict, 'open');
    assert.equal(report.posture.list, 'no');
    assert.equal(report.posture.read, 'yes');
    assert.equal(report.posture.administer, 'unknown');
    assert.equal(report.inventory?.containers[0]?.collections[0]?.rows, 3);
  });

  it('calls a memcached with a password file closed, though it tells no version', async (t) => {
    const { report, log } = await met(t, 'closed', 'closed');
    assert.equal(report.verdict, 'closed');
    assert.equal(report.version, undefined);
    assert.deepEqual(report.posture, {
      identify: 'no',
      list: 'no',
      count: 'no',
      read: 'no',
      write: 'no',
      administer: 'no',
    });
    assert.deepEqual(report.findings, []);
    assert.doesNotMatch(await log(), /\bset\b/, 'the login of this protocol is a `set`');
  });

  it('calls a memcached with SASL closed although it tells its version and says nothing to text', async (t) => {
    const { report, log } = await met(t, 'sasl', 'sasl');
    assert.equal(report.verdict, 'closed');
    assert.equal(report.version, '1.6.18');
    assert.equal(report.posture.identify, 'yes');
    assert.doesNotMatch(await log(), /mech|SASL_AUTH/i);
  });

  it('calls a memcached that speaks the binary protocol only open', async (t) => {
    const { report } = await met(t, 'binary-only', 'binary-only');
    assert.equal(report.verdict, 'open');
    assert.equal(report.posture.list, 'yes');
    assert.equal(report.inventory?.containers[0]?.collections[0]?.rows, 0);
  });

  for (const state of ['open', 'closed'] as const) {
    it(`tells a memcached under TLS ${state}`, async (t) => {
      const { report } = await met(t, state, `${state}-tls`, { tls: true });
      assert.equal(report.tls, true);
      assert.equal(report.verdict, state);
    });
  }

  it('reports UDP where the settings show it, in a server that speaks text only', async (t) => {
    const [port, udpPort] = [await freePort(), await freePort()];
    const dir = makeDir('memcached', 'memcache');
    const ids = accountOf('memcache');
    if (ids) chownSync(dir, ids.uid, ids.gid);
    const args = ['-l', '127.0.0.1', '-p', `${port}`, '-U', `${udpPort}`, '-B', 'ascii', '-t', '1', '-m', '8'];
    if (process.getuid?.() === 0) args.push('-u', 'memcache');
    const command = { name: 'memcached', command: 'memcached', args, dir, ports: { memcached: port } };
    const server = await startServer({ ...command, stopSignal: 'SIGKILL' });
    t.after(server.stop);
    const report = await meetStore('memcached', 'udp', port, { source });
    assert.equal(report.verdict, 'open');
    assert.deepEqual(rulesOf(report), ['memcached/no-authentication', 'memcached/udp']);
  });
});

/** Answers whole lines; what stands before the line `version` in the first question is a line of its own. */
function textStandIn(answers: Readonly<Record<string, string>>) {
  return startTcpStandIn((socket) => {
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      const lines = text.split('\r\n');
      text = lines.pop() ?? '';
      if (lines[0]?.startsWith('GET ')) socket.destroy();
      else for (const line of lines) socket.write(answers[line] ?? 'ERROR\r\n');
    });
  });
}

describe('memcached (stand-in from the documentation)', () => {
  it('knows that the keys of a server before 1.4.34 can always be listed, and advises for that version', async (t) => {
    const server = await textStandIn({
      version: 'VERSION 1.4.13\r\n',
      stats: 'STAT pid 1\r\nSTAT version 1.4.13\r\nSTAT curr_items 12\r\nSTAT bytes 4096\r\nEND\r\n',
      'stats settings': 'STAT maxbytes 67108864\r\nSTAT udpport 11211\r\nEND\r\n',
    });
    t.after(server.stop);
    const report = await meetStore('memcached', 'old', server.port, { source: 'stand-in from the documentation' });
    assert.equal(report.version, '1.4.13');
    assert.equal(report.posture.list, 'yes');
    assert.equal(report.posture.administer, 'unknown');
    assert.deepEqual(rulesOf(report), ['memcached/no-authentication', 'memcached/udp']);
    const configuration = report.findings[0]?.remedy.configuration?.text ?? '';
    assert.doesNotMatch(configuration, /-Y/, 'the password file came later');
  });

  it('does not call a server open that hangs up instead of giving its statistics', async (t) => {
    const server = await startTcpStandIn((socket) => {
      socket.on('data', (chunk) => {
        if (chunk.includes('version')) socket.write('ERROR\r\nVERSION 1.6.39\r\n');
        else socket.destroy();
      });
    });
    t.after(server.stop);
    const source = 'stand-in from the documentation';
    const report = await meetStore('memcached', 'hangs-up', server.port, { source });
    assert.equal(report.verdict, 'unknown');
    assert.deepEqual(report.findings, []);
  });
});
