import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { settledLog } from '../../testing/log-reading.ts';
import { meetStore } from '../../testing/scenes.ts';
import { lacks } from '../../testing/server.ts';
import { startTcpStandIn } from '../../testing/stand-in.ts';
import { startZookeeper, type ZookeeperOptions, type ZookeeperState } from '../../testing/zookeeper.ts';

const source = 'Debian 12 zookeeper 3.8.0';
const standIn = 'stand-in from the documentation';

async function started(t: TestContext, state: ZookeeperState, options?: ZookeeperOptions) {
  const server = await startZookeeper(state, options);
  t.after(server.stop);
  const before = (await settledLog(server)).length;
  const meetAt = (role: string, scene: string) => meetStore('zookeeper', scene, server.ports[role] ?? 0, { source });
  /** The operations that the server has carried out since, as its log names them. */
  const operations = () => {
    const done = server
      .log()
      .slice(before)
      .matchAll(/Processing request:: sessionid:\S+ type:(\w+)/g);
    return [...new Set([...done].map((match) => match[1]))].sort();
  };
  return { meetAt, operations };
}

const EVERYTHING = { identify: 'yes', list: 'yes', count: 'yes', read: 'yes', write: 'yes', administer: 'yes' };
const NOTHING = { identify: 'yes', list: 'no', count: 'no', read: 'no', write: 'no', administer: 'no' };

type Report = Awaited<ReturnType<typeof meetStore>>;
const rulesOf = (report: Report) => report.findings.map((finding) => finding.rule);
const collectionsOf = (report: Report) =>
  report.inventory?.containers.flatMap(({ collections }) =>
    collections.map(({ name, rows, rowsBasis }) => [name, rows, rowsBasis]),
  );

describe('zookeeper', { skip: lacks('java', 'zookeeper default-jre-headless') }, () => {
  it('calls a ZooKeeper as it is installed open, without envi and ruok, and counts the children of its nodes', async (t) => {
    const { meetAt } = await started(t, 'open');
    const report = await meetAt('client', 'open');
    assert.equal(report.product, 'zookeeper');
    assert.equal(report.version, '3.8.0');
    assert.equal(report.transport, 'jute');
    assert.equal(report.tls, false);
    assert.equal(report.verdict, 'open');
    assert.deepEqual(report.posture, EVERYTHING);
    assert.deepEqual(collectionsOf(report), [
      ['/app', 2, 'estimate'],
      ['/zookeeper', 2, 'estimate'],
      ['deeper nodes', 1, 'estimate'],
    ]);
    assert.deepEqual(rulesOf(report), ['zookeeper/no-authentication']);
    assert.match(report.findings[0]?.remedy.configuration?.text ?? '', /enforce\.auth\.enabled=true/);
  });

  it('asks for names and rights only: the log of the server shows no data read and no node changed', async (t) => {
    const { meetAt, operations } = await started(t, 'open');
    await meetAt('client', 'open');
    assert.deepEqual(await operations(), ['closeSession', 'createSession', 'getACL', 'getChildren']);
  });

  it('calls a ZooKeeper with every four-letter word open', async (t) => {
    const { meetAt } = await started(t, 'wide');
    assert.equal((await meetAt('client', 'wide')).verdict, 'open');
  });

  it('calls a ZooKeeper that opens a session and protects its root partial', async (t) => {
    const { meetAt, operations } = await started(t, 'half-open');
    const report = await meetAt('client', 'half-open');
    assert.equal(report.verdict, 'partial');
    assert.deepEqual(report.posture, {
      identify: 'yes',
      list: 'no',
      count: 'yes',
      read: 'unknown',
      write: 'unknown',
      administer: 'unknown',
    });
    assert.deepEqual(rulesOf(report), ['zookeeper/anonymous-session']);
    assert.ok(!(await operations()).includes('getData'));
  });

  it('calls a ZooKeeper that demands SASL closed although it opens a session and answers srvr', async (t) => {
    const { meetAt } = await started(t, 'closed');
    const report = await meetAt('client', 'closed');
    assert.equal(report.version, '3.8.0');
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(report.posture, NOTHING);
    assert.equal(report.inventory, undefined);
    assert.deepEqual(report.findings, []);
    assert.equal(report.caveats?.length, 1);
  });

  it('calls the admin server of a closed ZooKeeper partial: it tells how many nodes there are', async (t) => {
    const { meetAt } = await started(t, 'closed', { admin: true });
    const report = await meetAt('admin', 'admin');
    assert.equal(report.transport, 'admin');
    assert.equal(report.version, '3.8.0');
    assert.equal(report.verdict, 'partial');
    assert.equal(report.posture.read, 'no');
    assert.deepEqual(collectionsOf(report), [['nodes', 5, 'exact']]);
    assert.deepEqual(rulesOf(report), ['zookeeper/admin-server']);
  });
});

// ---- stand-ins: answers by operation and path, in the records of zookeeper.jute

const [GET_ACL, GET_CHILDREN] = [6, 8];
const NO_AUTH = -102;
type Answers = (operation: number, path: string) => { error?: number; body?: Buffer } | 'hang up';

const int = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};
const text = (value: string) => Buffer.concat([int(value.length), Buffer.from(value)]);
const frame = (...parts: Buffer[]) => Buffer.concat([int(Buffer.concat(parts).length), ...parts]);
const names = (...all: string[]) => ({ body: Buffer.concat([int(all.length), ...all.map(text)]) });
/** An access list of one entry, and the node's numbers. */
function access(rights: number, scheme: string, id: string, children: number) {
  const stat = Buffer.concat([Buffer.alloc(56), int(children), Buffer.alloc(8)]);
  return { body: Buffer.concat([int(1), int(rights), text(scheme), text(id), stat]) };
}

/**
 * @param granted - whether sessions are
 * @param srvr - the answer to the four-letter word; without it the connection ends, as for a length of 1.9 GB
 */
function startStandIn(
  answers: Answers,
  { granted = true, version = 0, srvr }: { granted?: boolean; version?: number; srvr?: string } = {},
) {
  return startTcpStandIn((socket) => {
    let bytes = Buffer.alloc(0);
    let isConnected = false;
    socket.on('data', (chunk) => {
      bytes = Buffer.concat([bytes, chunk]);
      if (bytes.subarray(0, 4).toString() === 'srvr') return void socket.end(srvr ?? '');
      for (;;) {
        const length = bytes.length < 4 ? 0 : bytes.readInt32BE(0);
        if (length < 0 || length > 1024) return void socket.destroy();
        if (length === 0 || bytes.length < 4 + length) return;
        const record = bytes.subarray(4, 4 + length);
        bytes = bytes.subarray(4 + length);
        if (!isConnected) {
          isConnected = true;
          const session = Buffer.alloc(8, granted ? 1 : 0);
          socket.write(
            frame(int(version), int(granted ? 4000 : 0), session, int(16), Buffer.alloc(16), Buffer.from([0])),
          );
          continue;
        }
        const [xid, operation] = [record.readInt32BE(0), record.readInt32BE(4)];
        const path = length > 12 ? record.subarray(12, 12 + record.readInt32BE(8)).toString() : '';
        const answer = answers(operation, path);
        if (answer === 'hang up') return void socket.destroy();
        // A ping of the server stands before every answer.
        socket.write(frame(int(-2), Buffer.alloc(8), int(0)));
        socket.write(frame(int(xid), Buffer.alloc(8), int(answer.error ?? 0), answer.body ?? Buffer.alloc(0)));
      }
    });
  });
}

describe(`zookeeper (${standIn})`, () => {
  const open: Answers = (operation, path) => {
    if (operation === GET_CHILDREN) return names('brokers', 'zookeeper');
    return operation === GET_ACL ? access(31, 'world', 'anyone', path === '/brokers' ? 3 : 2) : {};
  };

  it('calls a ZooKeeper that knows no four-letter word at all open, without a version', async (t) => {
    const server = await startStandIn(open);
    t.after(server.stop);
    const report = await meetStore('zookeeper', 'no-words', server.port, { source: standIn });
    assert.equal(report.product, 'zookeeper');
    assert.equal(report.version, undefined);
    assert.equal(report.verdict, 'open');
    assert.deepEqual(collectionsOf(report), [
      ['/brokers', 3, 'estimate'],
      ['/zookeeper', 2, 'estimate'],
    ]);
  });

  it('names ClickHouse Keeper, and tells how that is mended', async (t) => {
    const srvr =
      'ClickHouse Keeper version: v23.3.1.2823-lts-46e85357ce2da2a99f56ee83a079e892d7ec3726\nLatency min/avg/max: 0/0/0\n' +
      'Received: 2\nSent : 2\nConnections: 1\nOutstanding: 0\nZxid: 34\nMode: leader\nNode count: 8\n';
    const server = await startStandIn(open, { srvr });
    t.after(server.stop);
    const report = await meetStore('zookeeper', 'clickhouse-keeper', server.port, { source: standIn });
    assert.equal(report.product, 'clickhouse-keeper');
    assert.equal(report.version, '23.3.1.2823');
    assert.deepEqual(rulesOf(report), ['zookeeper/keeper-no-authentication']);
    assert.deepEqual(collectionsOf(report), [
      ['/brokers', 3, 'exact'],
      ['/zookeeper', 2, 'exact'],
    ]);
  });

  it('does not say that nodes can be read which have an access list of their own, though everybody may write at the root', async (t) => {
    const server = await startStandIn((operation, path) => {
      if (operation === GET_CHILDREN) return names('kafka', 'zookeeper');
      if (path === '/kafka') return { error: NO_AUTH };
      return access(31, 'world', 'anyone', 2);
    });
    t.after(server.stop);
    const report = await meetStore('zookeeper', 'own-list', server.port, { source: standIn });
    assert.equal(report.posture.list, 'yes');
    assert.equal(report.posture.read, 'unknown');
    assert.equal(report.posture.write, 'yes');
    assert.equal(report.verdict, 'open');
    assert.deepEqual(collectionsOf(report), [
      ['/kafka', undefined, undefined],
      ['/zookeeper', 2, 'estimate'],
    ]);
  });

  it('calls a ZooKeeper partial where everybody may list and the rights are those of a user', async (t) => {
    const server = await startStandIn((operation, path) => {
      if (operation === GET_CHILDREN) return names('solr');
      return path === '/' ? access(1, 'world', 'anyone', 1) : access(31, 'sasl', 'solr', 4);
    });
    t.after(server.stop);
    const report = await meetStore('zookeeper', 'list-only', server.port, { source: standIn });
    assert.equal(report.verdict, 'partial');
    assert.equal(report.posture.read, 'unknown');
    assert.deepEqual(rulesOf(report), ['zookeeper/anonymous-session']);
  });

  const unclear: [string, Parameters<typeof startStandIn>[1], Answers][] = [
    ['grants no session', { granted: false }, open],
    ['has no leader (ClickHouse Keeper)', { version: 42 }, open],
    ['hangs up at the first request', {}, () => 'hang up'],
    ['answers with an error of its own', {}, () => ({ error: -4 })],
  ];
  for (const [name, options, answers] of unclear) {
    it(`calls a ZooKeeper that ${name} unknown, neither open nor closed`, async (t) => {
      const server = await startStandIn(answers, options);
      t.after(server.stop);
      const report = await meetStore('zookeeper', name.replaceAll(/\W+/g, '-'), server.port, { source: standIn });
      assert.equal(report.verdict, 'unknown');
      assert.deepEqual(report.findings, []);
    });
  }
});
