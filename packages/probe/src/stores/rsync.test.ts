import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { logTells, settledLog } from '../../testing/log-reading.ts';
import { type RsyncState, startRsync } from '../../testing/rsync.ts';
import { meet, meetStore } from '../../testing/scenes.ts';
import { lacks } from '../../testing/server.ts';
import { startTcpStandIn } from '../../testing/stand-in.ts';
import { underTls } from '../../testing/tls-front.ts';

const RSYNC = 'Debian 12 rsync 3.5.0';
const OPEN = { identify: 'yes', list: 'yes', count: 'unknown', read: 'yes', write: 'unknown', administer: 'no' };
const NAMES_ONLY = { identify: 'yes', list: 'yes', count: 'no', read: 'no', write: 'no', administer: 'no' };

async function started(t: TestContext, state: RsyncState) {
  const server = await startRsync(state);
  t.after(server.stop);
  return server;
}

type Report = Awaited<ReturnType<typeof meetStore>>;
const rulesOf = (report: Report) => report.findings.map((finding) => finding.rule);
const modulesOf = (report: Report) =>
  report.inventory?.containers.map(({ name, collections }) => [name, ...collections.map((one) => one.name)]);

describe('rsync', { skip: lacks('rsync') }, () => {
  for (const [state, posture, verdict, modules, rules] of [
    ['open', OPEN, 'open', [['modules without a login', 'backup']], ['rsync/anonymous-module']],
    ['writable', OPEN, 'open', [['modules without a login', 'backup']], ['rsync/anonymous-module']],
    [
      'half-open',
      OPEN,
      'open',
      [
        ['modules without a login', 'public'],
        ['modules with a login', 'backup'],
      ],
      ['rsync/anonymous-module'],
    ],
    ['closed', NAMES_ONLY, 'partial', [['modules with a login', 'backup']], ['rsync/modules-listed']],
    ['host-refused', NAMES_ONLY, 'partial', [['modules that refuse this address', 'backup']], ['rsync/modules-listed']],
  ] as const) {
    it(`calls an rsync daemon ${verdict} whose state is ${state}, and says which module is what`, async (t) => {
      const server = await started(t, state);
      const report = await meetStore('rsync', state, server.port, { source: RSYNC });
      assert.equal(report.product, 'rsync');
      assert.equal(report.version, undefined, 'the protocol tells no version');
      assert.equal(report.transport, 'rsync');
      assert.equal(report.tls, false);
      assert.deepEqual(report.posture, posture);
      assert.equal(report.verdict, verdict);
      assert.deepEqual(modulesOf(report), modules);
      assert.deepEqual(rulesOf(report), rules);
      assert.doesNotMatch(JSON.stringify(report), /nightly copies/, 'descriptions are not kept');
    });
  }

  it('does not call a daemon closed that lists nothing: a hidden module may be open', async (t) => {
    const server = await started(t, 'unlisted');
    const report = await meetStore('rsync', 'unlisted', server.port, { source: RSYNC });
    assert.equal(report.verdict, 'partial');
    assert.equal(report.posture.list, 'no');
    assert.equal(report.posture.read, 'unknown');
    assert.match(report.caveats?.join(' ') ?? '', /hidden from the list/);
    assert.deepEqual(report.findings, []);
  });

  it('asks for the list and each listed module, and for no file; it answers no demand for a login', async (t) => {
    const server = await started(t, 'half-open');
    await meetStore('rsync', 'half-open', server.port, { source: RSYNC });
    await logTells(server, /access on module public/);
    const log = await settledLog(server);
    assert.equal(log.match(/module-list request/g)?.length, 1);
    assert.equal(log.match(/allowed access on module/g)?.length, 2);
    assert.doesNotMatch(log, /unknown module|building file list|rsync on |\b(?:send|recv) |for keeper/);
    assert.match(log, /auth failed on module backup .*: invalid challenge response/);
  });

  it('finds a daemon behind TLS, as stunnel and rsync-ssl serve it', async (t) => {
    const server = await startRsync('open');
    const front = await underTls({ port: server.port, requests: [], stop: server.stop });
    t.after(front.stop);
    const report = await meetStore('rsync', 'open-tls', front.port, { source: `${RSYNC} behind a TLS proxy` });
    assert.equal(report.tls, true);
    assert.equal(report.verdict, 'open');
  });
});

interface Daemon {
  readonly greeting?: string;
  readonly motd?: string;
  readonly list?: string;
  /** What is answered to a module's name. */
  readonly modules?: Readonly<Record<string, string>>;
}

function standIn({ greeting = '@RSYNCD: 31.0\n', motd = '', list = '@RSYNCD: EXIT\n', modules = {} }: Daemon) {
  return startTcpStandIn((socket) => {
    socket.write(`${greeting}${motd}`);
    let received = '';
    socket.on('data', (data) => {
      received += data.toString('utf8');
      const question = received.match(/^@RSYNCD: [^\n]*\n([^\n]*)\n/)?.[1];
      if (question === undefined) return;
      if (question === '#list') return void socket.end(list);
      const answer = modules[question] ?? `@ERROR: Unknown module '${question}'\n`;
      if (answer.startsWith('@ERROR')) socket.end(answer);
      else socket.write(answer);
    });
  });
}

describe('rsync, a stand-in from the documentation', () => {
  const source = 'stand-in from the documentation';
  const meeting = async (t: TestContext, scene: string, daemon: Daemon): Promise<Report> => {
    const server = await standIn(daemon);
    t.after(server.stop);
    return meetStore('rsync', scene, server.port, { source });
  };

  it('tells modules from a message of the day, even where a line of it has a tab', async (t) => {
    const report = await meeting(t, 'message-of-the-day', {
      motd: 'Welcome to the mirror\nMail\tadmin@example.org\n\n',
      list: 'data           \teverything\n@RSYNCD: EXIT\n',
      modules: { data: '@RSYNCD: OK\n' },
    });
    assert.deepEqual(modulesOf(report), [['modules without a login', 'data']]);
    assert.equal(report.verdict, 'open');
  });

  it('says that an open daemon of before 3.4 has known holes', async (t) => {
    const report = await meeting(t, 'before-3.4', {
      greeting: '@RSYNCD: 31.0 sha512 sha256 sha1 md5 md4\n',
      list: 'data           \t\n@RSYNCD: EXIT\n',
      modules: { data: '@RSYNCD: OK\n' },
    });
    assert.deepEqual(rulesOf(report), ['rsync/anonymous-module', 'rsync/before-3.4']);
  });

  it('does not say so of another program that speaks an older protocol', async (t) => {
    const report = await meeting(t, 'openrsync', {
      greeting: '@RSYNCD: 27\n',
      list: 'data\tdata\n@RSYNCD: EXIT\n',
      modules: { data: '@RSYNCD: OK\n' },
    });
    assert.deepEqual(rulesOf(report), ['rsync/anonymous-module']);
  });

  it('does not call a module closed that has too many connections at the moment', async (t) => {
    const report = await meeting(t, 'too-many', {
      list: 'data           \t\n@RSYNCD: EXIT\n',
      modules: { data: '@ERROR: max connections (4) reached -- try again later\n' },
    });
    assert.equal(report.posture.read, 'unknown');
    assert.deepEqual(modulesOf(report), [['modules whose access is not known', 'data']]);
  });

  it('calls a daemon closed that refuses the list to this address', async (t) => {
    const report = await meeting(t, 'list-denied', { list: '@ERROR: access denied to UNKNOWN from x (192.0.2.9)\n' });
    assert.equal(report.verdict, 'closed');
  });

  it('does not take a list that breaks off for an empty one', async (t) => {
    const report = await meeting(t, 'breaks-off', { list: 'Welcome\n' });
    assert.equal(report.posture.list, 'unknown');
    assert.equal(report.verdict, 'unknown');
  });

  it('asks for twenty modules at most, and names the others', async (t) => {
    const names = Array.from({ length: 30 }, (_, i) => `module-${i}`);
    const report = await meeting(t, 'many-modules', {
      list: `${names.map((name) => `${name.padEnd(15)}\t\n`).join('')}@RSYNCD: EXIT\n`,
      modules: Object.fromEntries(names.map((name) => [name, '@RSYNCD: AUTHREQD x\n'])),
    });
    assert.equal(report.posture.read, 'unknown');
    assert.deepEqual(
      modulesOf(report)?.map((names) => names.length - 1),
      [20, 10],
    );
    assert.match(report.caveats?.join(' ') ?? '', /first 20/);
  });

  it('does not take a server for rsync that greets in another way', async (t) => {
    const server = await startTcpStandIn((socket) => void socket.write('@RSYNC 31\n'));
    t.after(server.stop);
    assert.ok(!('product' in (await meet('rsync', 'not-rsync', server.port, { source }))));
  });
});
