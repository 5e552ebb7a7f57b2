import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { type RedisOptions, type RedisState, redisCommands, startRedis } from '../../testing/redis.ts';
import { meet, meetStore } from '../../testing/scenes.ts';
import { lacks } from '../../testing/server.ts';
import { startTcpStandIn } from '../../testing/stand-in.ts';

const SOURCE = 'Debian 12 redis-server 7.0.15';
const EVERYTHING = { identify: 'yes', list: 'yes', count: 'yes', read: 'yes', write: 'yes', administer: 'yes' };
const NOTHING = { identify: 'no', list: 'no', count: 'no', read: 'no', write: 'no', administer: 'no' };

async function started(t: TestContext, state: RedisState, options?: RedisOptions) {
  const server = await startRedis(state, options);
  t.after(server.stop);
  const scene = options?.tls === true ? `${state}-tls` : state;
  return { server, scene, met: () => meetStore('redis', scene, server.port, { source: SOURCE }) };
}

const rulesOf = (report: { readonly findings: readonly { readonly rule: string }[] }) =>
  report.findings.map((finding) => finding.rule);

describe('redis', { skip: lacks('redis-server') }, () => {
  for (const tls of [false, true]) {
    it(`calls a Redis without a password open${tls ? ' under TLS' : ''}, with version and keys counted`, async (t) => {
      const report = await (await started(t, 'open', { tls })).met();
      assert.equal(report.product, 'redis');
      assert.equal(report.tls, tls);
      assert.match(report.version ?? '', /^\d+\.\d+\.\d+/);
      assert.equal(report.verdict, 'open');
      assert.deepEqual(report.posture, EVERYTHING);
      assert.deepEqual(report.inventory, {
        containers: [
          {
            name: 'keyspace',
            collections: [
              { name: 'db0', rows: 5, rowsBasis: 'exact', columns: [] },
              { name: 'db3', rows: 1, rowsBasis: 'exact', columns: [] },
            ],
          },
        ],
      });
      assert.deepEqual(rulesOf(report), ['redis/no-authentication']);
    });
  }

  for (const state of ['closed', 'default-off'] as const) {
    it(`calls a Redis closed that is ${state}`, async (t) => {
      const report = await (await started(t, state)).met();
      assert.equal(report.product, 'redis');
      assert.equal(report.verdict, 'closed');
      assert.deepEqual(report.posture, NOTHING);
      assert.deepEqual(report.findings, []);
    });
  }

  it('calls a Redis that only answers PING partial, not open', async (t) => {
    const report = await (await started(t, 'half-open')).met();
    assert.equal(report.verdict, 'partial');
    assert.equal(report.posture.list, 'no');
    assert.equal(report.posture.count, 'no');
    assert.notEqual(report.posture.read, 'yes');
    assert.deepEqual(rulesOf(report), ['redis/anonymous-user']);
  });

  it('counts by INFO where nothing else is allowed, and does not call that open', async (t) => {
    const report = await (await started(t, 'ping-and-info')).met();
    assert.equal(report.verdict, 'partial');
    assert.equal(report.posture.count, 'yes');
    assert.equal(report.posture.list, 'no');
    assert.match(report.version ?? '', /^7\./);
  });

  it('tells a stranger who may read everything from one who may write', async (t) => {
    const report = await (await started(t, 'read-only')).met();
    assert.equal(report.verdict, 'open');
    assert.equal(report.posture.read, 'yes');
    assert.notEqual(report.posture.write, 'yes');
    assert.equal(report.posture.administer, 'no');
  });

  it('does not claim that all keys can be read where only some can', async (t) => {
    const report = await (await started(t, 'some-keys')).met();
    assert.equal(report.verdict, 'partial');
    assert.notEqual(report.posture.read, 'yes');
  });

  it('recognises an open Redis whose PING, INFO and DBSIZE were renamed', async (t) => {
    const report = await (await started(t, 'renamed')).met();
    assert.equal(report.verdict, 'open');
    assert.equal(report.posture.read, 'yes');
  });

  it('claims nothing of a server that demands a client certificate', async (t) => {
    const { server } = await started(t, 'client-certificate');
    const met = await meet('redis', 'client-certificate', server.port, { source: SOURCE });
    assert.ok(!('product' in met));
  });

  it('leaves no command in the slow log that reads or writes a key', async (t) => {
    const { server, met } = await started(t, 'open');
    await met();
    const commands = (await redisCommands(server)).map((command) => [command].flat().join(' '));
    assert.ok(commands.some((command) => /dbsize/i.test(command)));
    for (const command of commands) assert.doesNotMatch(command, /customer|session|^(?:GET|HGETALL|SET|DEL|AUTH)\b/i);
  });
});

describe('what speaks the protocol of Redis (stand-in from the documentation)', () => {
  const INFO: [string, string, string][] = [
    ['valkey', 'redis_version:7.2.4\r\nserver_name:valkey\r\nvalkey_version:8.1.1', '8.1.1'],
    ['dragonfly', 'redis_version:7.4.0\r\ndragonfly_version:df-v1.27.1', '1.27.1'],
    ['keydb', 'redis_version:6.3.4\r\nexecutable:/opt/keydb-server', '6.3.4'],
  ];
  for (const [product, info, version] of INFO) {
    it(`names ${product} by its INFO`, async (t) => {
      const answers: Record<string, string> = {
        GET: "-ERR wrong number of arguments for 'get' command\r\n",
        PING: '+PONG\r\n',
        DBSIZE: ':7\r\n',
        INFO: `$${info.length}\r\n${info}\r\n`,
      };
      const server = await startTcpStandIn((socket) => {
        socket.on('data', (data) => {
          const word = data.toString().match(/[A-Z]{3,}/)?.[0] ?? '';
          socket.write(answers[word] ?? '-NOPERM this user has no permissions\r\n');
        });
      });
      t.after(server.stop);
      const report = await meetStore('redis', product, server.port, { source: 'stand-in from the documentation' });
      assert.equal(report.product, product);
      assert.equal(report.version, version);
      assert.equal(report.verdict, 'partial');
    });
  }

  it('calls protected mode closed', async (t) => {
    const server = await startTcpStandIn((socket) => {
      socket.end('-DENIED Redis is running in protected mode because protected mode is enabled\r\n');
    });
    t.after(server.stop);
    const report = await meetStore('redis', 'protected-mode', server.port, {
      source: 'stand-in from the documentation',
    });
    assert.equal(report.verdict, 'closed');
  });
});
