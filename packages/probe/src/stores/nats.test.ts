import assert from 'node:assert/strict';
import { on } from 'node:events';
import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { settledLog } from '../../testing/log-reading.ts';
import { type NatsOptions, type NatsState, startNats } from '../../testing/nats.ts';
import { meetStore } from '../../testing/scenes.ts';
import { freePort, lacks, makeDir, startServer } from '../../testing/server.ts';
import { startHttpStandIn, startTcpStandIn } from '../../testing/stand-in.ts';

const source = 'Debian 12 nats-server 2.9.10';
const standIn = 'stand-in from the documentation';

async function started(t: TestContext, state: NatsState, options?: NatsOptions) {
  const server = await startNats(state, options);
  t.after(server.stop);
  const before = (await settledLog(server)).length;
  return {
    log: async () => (await settledLog(server)).slice(before),
    meetAt: (role: string, scene: string) => meetStore('nats', scene, server.ports[role] ?? 0, { source }),
  };
}

/** Starts a server with settings of its own; the text `OTHER` in them becomes the address of a second port. */
async function startedWith(t: TestContext, settings: string) {
  const [port, other, dir] = [await freePort(), await freePort(), makeDir('nats')];
  const config = join(dir, 'nats.conf');
  writeFileSync(config, `listen: "127.0.0.1:${port}"\n${settings.replace('OTHER', `127.0.0.1:${other}`)}\n`);
  const server = await startServer({
    name: 'nats',
    command: 'nats-server',
    args: ['-c', config],
    dir,
    ports: { client: port, ...(settings.includes('OTHER') && { other }) },
  });
  t.after(server.stop);
  return { port, other };
}

/** Connects a client that stays; the one that saw the server start may still be counted, so it is tried again. */
async function takeThePlace(t: TestContext, port: number): Promise<void> {
  for (;;) {
    const client = connect({ host: '127.0.0.1', port });
    client.on('error', () => client.destroy());
    client.write('CONNECT {}\r\nPING\r\n');
    let said = '';
    for await (const chunk of on(client, 'data', { close: ['close'] })) {
      said += String(chunk);
      if (!said.includes('PONG')) continue;
      t.after(() => client.destroy());
      return;
    }
  }
}

const LET_IN = {
  identify: 'yes',
  list: 'unknown',
  count: 'unknown',
  read: 'yes',
  write: 'unknown',
  administer: 'unknown',
};
const RESTRICTED = { ...LET_IN, list: 'no', count: 'no', read: 'unknown' };
const NOTHING = { identify: 'yes', list: 'no', count: 'no', read: 'no', write: 'no', administer: 'no' };

type Report = Awaited<ReturnType<typeof meetStore>>;
const rulesOf = (report: Report) => report.findings.map((finding) => finding.rule);

describe('nats', { skip: lacks('nats-server') }, () => {
  it('calls a NATS without a login open, and does not claim to know whether one may publish', async (t) => {
    const { meetAt } = await started(t, 'open');
    const report = await meetAt('client', 'open');
    assert.equal(report.product, 'nats');
    assert.equal(report.version, '2.9.10');
    assert.equal(report.transport, 'nats');
    assert.equal(report.tls, false);
    assert.equal(report.verdict, 'open');
    assert.deepEqual(report.posture, LET_IN);
    assert.deepEqual(rulesOf(report), ['nats/no-authentication']);
  });

  it('publishes nothing, sends no password, and listens to no subject that is in use', async (t) => {
    const { meetAt, log } = await started(t, 'open');
    await meetAt('client', 'open');
    const told = await log();
    const said = [...told.matchAll(/<<- \[([^\]]*)\]/g)].map((match) => match[1] ?? '');
    assert.deepEqual(
      said.map((line) => line.split(' ')[0]),
      ['CONNECT', 'SUB', 'UNSUB', 'PING'],
    );
    assert.match(said[1] ?? '', /^SUB vigie\.[0-9a-f]{16}\b/);
    assert.doesNotMatch(told, /"(?:user|pass|auth_token|jwt|nkey)"/);
  });

  it('calls NATS closed where clients need a login, and its monitoring port partial, which needs none', async (t) => {
    const { meetAt } = await started(t, 'half-open');
    const client = await meetAt('client', 'half-open-client');
    assert.equal(client.verdict, 'closed');
    assert.deepEqual(client.posture, NOTHING);
    assert.deepEqual(client.findings, []);
    const monitoring = await meetAt('monitoring', 'half-open-monitoring');
    assert.equal(monitoring.transport, 'monitoring');
    assert.equal(monitoring.version, '2.9.10');
    assert.equal(monitoring.verdict, 'partial');
    assert.deepEqual(monitoring.posture, { ...NOTHING, list: 'yes', count: 'yes' });
    assert.deepEqual(rulesOf(monitoring), ['nats/monitoring-open']);
    const [account] = monitoring.inventory?.containers ?? [];
    assert.equal(account?.name, '$G');
    const [orders] = account?.collections ?? [];
    assert.equal(orders?.name, 'orders');
    assert.equal(orders?.rows, 2);
    assert.equal(orders?.rowsBasis, 'exact');
    assert.ok((orders?.bytes ?? 0) > 0);
  });

  it('tells the monitoring port of a server without JetStream, which holds no streams', async (t) => {
    const { meetAt } = await started(t, 'open', { jetstream: false });
    const report = await meetAt('monitoring', 'no-jetstream');
    assert.equal(report.verdict, 'partial');
    assert.deepEqual(report.inventory, { containers: [] });
  });

  for (const state of ['closed', 'token'] as const) {
    it(`calls a NATS ${state === 'token' ? 'that wants a token' : 'that wants user and password'} closed`, async (t) => {
      const { meetAt, log } = await started(t, state);
      const report = await meetAt('client', state);
      assert.equal(report.verdict, 'closed');
      assert.deepEqual(report.posture, NOTHING);
      assert.equal(report.version, '2.9.10');
      assert.doesNotMatch(await log(), /"(?:user|pass|auth_token)"/);
    });
  }

  it('calls a NATS partial that makes a restricted guest of one without a login', async (t) => {
    const { meetAt } = await started(t, 'guest');
    const report = await meetAt('client', 'guest');
    assert.equal(report.verdict, 'partial');
    assert.deepEqual(report.posture, RESTRICTED);
    assert.deepEqual(rulesOf(report), ['nats/anonymous-user']);
  });

  it('goes on under TLS after the plain INFO where the server wants it', async (t) => {
    const { meetAt } = await started(t, 'open', { tls: true });
    const report = await meetAt('client', 'open-tls');
    assert.equal(report.verdict, 'open');
    assert.deepEqual(rulesOf(report), ['nats/no-authentication']);
  });

  it('calls a NATS closed that demands a client certificate after the plain INFO', async (t) => {
    const { meetAt } = await started(t, 'client-certificate');
    const report = await meetAt('client', 'client-certificate');
    assert.equal(report.version, '2.9.10');
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(report.findings, []);
  });

  it('calls a NATS open whose limits of an account do not keep strangers out', async (t) => {
    const { port } = await startedWith(
      t,
      'no_auth_user: guest\naccounts { SHOP { users: [ { user: guest, password: none } ], jetstream: { max_mem: 1M, max_file: 1M } } }\njetstream { max_mem: 2M, max_file: 2M }\nmax_subscriptions: 1\nmax_payload: 1K',
    );
    const report = await meetStore('nats', 'account-limits', port, { source });
    assert.equal(report.verdict, 'open');
    assert.deepEqual(report.posture, LET_IN);
  });

  it('calls a NATS unknown that has no place for one more client', async (t) => {
    const { port } = await startedWith(t, 'max_connections: 1');
    await takeThePlace(t, port);
    const report = await meetStore('nats', 'full', port, { source });
    assert.equal(report.version, '2.9.10');
    assert.equal(report.verdict, 'unknown');
    assert.deepEqual(report.findings, []);
    assert.equal(report.caveats?.length, 1);
  });

  for (const [block, verdict] of [
    ['cluster { name: bench, listen: "OTHER" }', 'partial'],
    ['cluster { name: bench, listen: "OTHER", authorization { user: route, password: test-bench } }', 'closed'],
    ['gateway { name: bench, listen: "OTHER" }', 'partial'],
    ['gateway { name: bench, listen: "OTHER", authorization { user: gate, password: test-bench } }', 'closed'],
    ['leafnodes { listen: "OTHER" }', 'partial'],
    ['leafnodes { listen: "OTHER", authorization { user: leaf, password: test-bench } }', 'closed'],
  ] as const) {
    const [name] = block.split(' ');
    it(`calls the port for other servers ${verdict} that is configured with ${block}`, async (t) => {
      const { other } = await startedWith(t, block);
      const report = await meetStore(
        'nats',
        `${name}-${block.includes('authorization') ? 'with' : 'without'}-login`,
        other,
        { source },
      );
      assert.equal(report.verdict, verdict);
      assert.deepEqual(rulesOf(report), verdict === 'partial' ? ['nats/server-port-open'] : []);
    });
  }
});

const INFO = { server_id: 'NABC', version: '2.10.18', go: 'go1.22.5', headers: true, max_payload: 1_048_576 };

/** Says INFO, and answers the question, whole or not. */
function startClientPort(info: object, answer: string | undefined) {
  return startTcpStandIn((socket) => {
    socket.write(`INFO ${JSON.stringify(info)} \r\n`);
    socket.on('data', () => (answer === undefined ? socket.destroy() : socket.write(answer)));
  });
}

describe(`nats (${standIn})`, () => {
  it('calls a NATS partial that lets strangers in and allows no more subscriptions', async (t) => {
    const server = await startClientPort(INFO, "-ERR 'maximum subscriptions exceeded'\r\nPONG\r\n");
    t.after(server.stop);
    const report = await meetStore('nats', 'no-subscriptions', server.port, { source: standIn });
    assert.equal(report.verdict, 'partial');
    assert.deepEqual(report.posture, RESTRICTED);
  });

  it('reads the answer past an INFO of a changing cluster and a PING of the server', async (t) => {
    const server = await startClientPort(INFO, `INFO ${JSON.stringify(INFO)}\r\n+OK\r\nPING\r\nPONG\r\n`);
    t.after(server.stop);
    assert.equal((await meetStore('nats', 'chatty', server.port, { source: standIn })).verdict, 'open');
  });

  it('calls a NATS unknown that hangs up without a word, though its INFO names no login', async (t) => {
    const server = await startClientPort(INFO, undefined);
    t.after(server.stop);
    const report = await meetStore('nats', 'hangs-up', server.port, { source: standIn });
    assert.equal(report.version, '2.10.18');
    assert.equal(report.verdict, 'unknown');
  });

  it('sums the streams up where they are too many for one answer', async (t) => {
    const { server_id, version, max_payload } = INFO;
    const page = '<html><img src="https://nats.io/img/logo.png" alt="NATS"><br/><a href=./varz>varz</a></html>';
    const sum = { server_id, accounts: 3000, streams: 90_000, messages: 7_000_000, bytes: 5_000_000_000 };
    const server = await startHttpStandIn((_method, path) => {
      if (path === '/') return { status: 200, body: page };
      if (path === '/varz') return { status: 200, body: { server_id, version, max_payload } };
      if (path === '/jsz') return { status: 200, body: sum };
      return path === '/jsz?streams=true' ? { status: 500, body: 'timeout' } : undefined;
    });
    t.after(server.stop);
    const report = await meetStore('nats', 'many-streams', server.port, { source: standIn });
    assert.equal(report.verdict, 'partial');
    assert.equal(report.inventory?.truncated, true);
    assert.equal(report.inventory?.containers[0]?.collections[0]?.rows, 7_000_000);
  });
});
