import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { type ClickhouseOptions, type ClickhouseState, startClickhouse } from '../../testing/clickhouse.ts';
import { meetStore } from '../../testing/scenes.ts';
import { lacks } from '../../testing/server.ts';

const SOURCE = 'Debian 12 clickhouse-server 18.16.1';

async function started(t: TestContext, state: ClickhouseState, options?: ClickhouseOptions) {
  const server = await startClickhouse(state, options);
  t.after(server.stop);
  const port = (role: string) => server.ports[role] ?? 0;
  return {
    server,
    meetAt: (role: string, scene: string) => meetStore('clickhouse', scene, port(role), { source: SOURCE }),
  };
}

const EVERYTHING = { identify: 'yes', list: 'yes', count: 'yes', read: 'yes', write: 'yes', administer: 'yes' };

const SHOP = {
  name: 'shop',
  collections: [
    {
      name: 'customers',
      rows: 3,
      rowsBasis: 'exact',
      columns: [
        { name: 'id', type: 'UInt32', kinds: [] },
        { name: 'email', type: 'String', kinds: [] },
        { name: 'name', type: 'String', kinds: [] },
      ],
    },
  ],
};

function shopOf(report: Awaited<ReturnType<typeof meetStore>>) {
  const shop = report.inventory?.containers.find((container) => container.name === 'shop');
  return shop && { ...shop, collections: shop.collections.map(({ bytes, bytesBasis, ...rest }) => rest) };
}

describe('clickhouse', { skip: lacks('clickhouse-server') }, () => {
  for (const role of ['http', 'native']) {
    it(`calls an open ClickHouse open on its ${role} port, with its version and its tables`, async (t) => {
      const { meetAt } = await started(t, 'open');
      const report = await meetAt(role, `open-${role}`);
      assert.equal(report.product, 'clickhouse');
      assert.equal(report.transport, role);
      assert.equal(report.version, '18.16.1');
      assert.deepEqual(report.posture, EVERYTHING);
      assert.equal(report.verdict, 'open');
      assert.deepEqual(shopOf(report), SHOP);
      assert.deepEqual(
        report.findings.map((finding) => finding.rule),
        ['clickhouse/no-authentication'],
      );
    });

    it(`calls a ClickHouse with a password closed on its ${role} port`, async (t) => {
      const { meetAt } = await started(t, 'closed');
      const report = await meetAt(role, `closed-${role}`);
      assert.equal(report.product, 'clickhouse');
      assert.equal(report.transport, role);
      assert.equal(report.verdict, 'closed');
      assert.deepEqual(report.findings, []);
    });

    it(`sees only the database that a restricted stranger sees on the ${role} port, and that it may not write`, async (t) => {
      const { meetAt } = await started(t, 'half-open');
      const report = await meetAt(role, `half-open-${role}`);
      assert.deepEqual(report.posture, { ...EVERYTHING, write: 'no', administer: 'no' });
      assert.deepEqual(
        report.inventory?.containers.map((container) => container.name),
        ['public'],
      );
    });

    it(`calls a ClickHouse that refuses the network of the stranger closed on its ${role} port`, async (t) => {
      const { meetAt } = await started(t, 'network-refused');
      assert.equal((await meetAt(role, `network-refused-${role}`)).verdict, 'closed');
    });

    it(`calls a ClickHouse without a default user closed on its ${role} port`, async (t) => {
      const { meetAt } = await started(t, 'no-default-user');
      assert.equal((await meetAt(role, `no-default-user-${role}`)).verdict, 'closed');
    });
  }

  it('recognises the native port of a server in the time zone Asia/Shanghai', async (t) => {
    const { meetAt } = await started(t, 'open', { timezone: 'Asia/Shanghai' });
    const report = await meetAt('native', 'open-native-shanghai');
    assert.equal(report.verdict, 'open');
    assert.equal(report.version, '18.16.1');
  });

  it('tells that a second user without a password is not a stranger without a name', async (t) => {
    const { meetAt } = await started(t, 'second-user');
    assert.equal((await meetAt('http', 'second-user-http')).verdict, 'closed');
  });

  it('recognises a server whose root page was replaced', async (t) => {
    const page = '<html><head><title>Tabix</title></head><body><script src="tabix.js"></script></body></html>';
    const { meetAt } = await started(t, 'open', { rootPage: page });
    assert.equal((await meetAt('http', 'open-http-tabix')).version, '18.16.1');
  });

  it('recognises both ports under TLS', async (t) => {
    const { meetAt } = await started(t, 'open', { tls: true });
    for (const [role, transport] of [
      ['https', 'http'],
      ['nativeTls', 'native'],
    ] as const) {
      const report = await meetAt(role, `open-${transport}-tls`);
      assert.equal(report.transport, transport);
      assert.equal(report.tls, true);
      assert.equal(report.verdict, 'open');
    }
  });

  it('names the interserver port, and does not claim to know whether parts can be fetched there', async (t) => {
    const { meetAt } = await started(t, 'closed');
    const report = await meetAt('interserver', 'interserver');
    assert.equal(report.transport, 'interserver');
    assert.equal(report.posture.read, 'unknown');
    assert.deepEqual(
      report.findings.map((finding) => finding.rule),
      ['clickhouse/interserver-reachable'],
    );
  });

  it('leaves no write and no read of a row in the log of the server', async (t) => {
    const { server, meetAt } = await started(t, 'open', { queryLog: true });
    const before = server.log().length;
    for (const role of ['http', 'native', 'interserver'])
      await meetAt(role, role === 'interserver' ? role : `open-${role}`);
    const queries = server
      .log()
      .slice(before)
      .split('\n')
      .filter((line) => line.includes('executeQuery') && line.includes('from '));
    assert.ok(queries.length >= 10, 'the log shows the queries');
    for (const query of queries) {
      assert.match(query, /SELECT version\(\)|FROM system\./);
      assert.doesNotMatch(query, /INSERT|CREATE|ALTER|DROP|\bSET\b|FROM (?:shop|public)\./);
    }
  });
});
