import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { logTells, settledLog } from '../../testing/log-reading.ts';
import { meet, meetStore } from '../../testing/scenes.ts';
import { lacks } from '../../testing/server.ts';
import { startTcpStandIn } from '../../testing/stand-in.ts';
import { startVsftpd, type VsftpdState } from '../../testing/vsftpd.ts';
import { ftpListing, ftpReply } from '../wire/ftp.ts';

const VSFTPD = 'Debian 12 vsftpd 3.0.3';
const REFUSED = { list: 'no', count: 'no', read: 'no', write: 'no', administer: 'no' };
const READABLE = { identify: 'yes', list: 'yes', count: 'yes', read: 'yes', write: 'unknown', administer: 'unknown' };

async function started(t: TestContext, state: VsftpdState) {
  const server = await startVsftpd(state);
  t.after(server.stop);
  return server;
}

type Report = Awaited<ReturnType<typeof meetStore>>;
const rulesOf = (report: Report) => report.findings.map((finding) => finding.rule);
const countsOf = (report: Report) =>
  report.inventory?.containers[0]?.collections.map(({ name, rows, bytes }) => [name, rows, bytes]);

describe('ftp', { skip: lacks('vsftpd') }, () => {
  it('calls a vsftpd with anonymous login open, and counts what lies where the login lands', async (t) => {
    const server = await started(t, 'open');
    const report = await meetStore('ftp', 'open', server.port, { source: VSFTPD });
    assert.equal(report.product, 'ftp');
    assert.equal(report.software, 'vsftpd');
    assert.equal(report.version, '3.0.3');
    assert.equal(report.transport, 'ftp');
    assert.equal(report.tls, false);
    assert.equal(report.verdict, 'open');
    assert.deepEqual(report.posture, READABLE);
    assert.deepEqual(report.inventory, {
      containers: [
        {
          name: 'top folder',
          collections: [
            { name: 'files', rows: 1, rowsBasis: 'exact', bytes: 23, bytesBasis: 'exact', columns: [] },
            { name: 'folders', rows: 2, rowsBasis: 'exact', columns: [] },
          ],
        },
      ],
      truncated: true,
    });
    assert.deepEqual(rulesOf(report), ['ftp/anonymous-login']);
    assert.doesNotMatch(
      JSON.stringify(report),
      /customers\.csv|"2024|2024\/|notes|incoming/,
      'no name of a file is kept',
    );
  });

  it('says nothing of writing where the server does not tell of it', async (t) => {
    const server = await started(t, 'writable');
    const report = await meetStore('ftp', 'writable', server.port, { source: VSFTPD });
    assert.equal(report.posture.write, 'unknown');
    assert.equal(report.verdict, 'open');
  });

  it('calls a vsftpd partial that lets strangers in and lists nothing to them', async (t) => {
    const server = await started(t, 'half-open');
    const report = await meetStore('ftp', 'half-open', server.port, { source: VSFTPD });
    assert.equal(report.verdict, 'partial');
    assert.deepEqual(report.posture, { ...READABLE, list: 'no', count: 'no', read: 'unknown' });
    assert.equal(report.inventory, undefined);
    assert.deepEqual(rulesOf(report), ['ftp/anonymous-restricted']);
  });

  it('calls a vsftpd partial that has nothing in its folder', async (t) => {
    const server = await started(t, 'empty');
    const report = await meetStore('ftp', 'empty', server.port, { source: VSFTPD });
    assert.equal(report.verdict, 'partial');
    assert.deepEqual(countsOf(report), [
      ['files', 0, 0],
      ['folders', 0, undefined],
    ]);
    assert.equal(report.inventory?.truncated, undefined);
  });

  it('calls a vsftpd as it is installed closed, though it asks everybody for the line after PASS', async (t) => {
    const server = await started(t, 'closed');
    const report = await meetStore('ftp', 'closed', server.port, { source: VSFTPD });
    assert.equal(report.verdict, 'closed');
    assert.deepEqual(report.posture, { identify: 'yes', ...REFUSED });
    assert.equal(report.version, '3.0.3');
    assert.deepEqual(report.findings, []);
  });

  it('goes on under TLS where anonymous clients are heard only there', async (t) => {
    const server = await started(t, 'tls-required');
    const report = await meetStore('ftp', 'tls-required', server.port, { source: VSFTPD });
    assert.equal(report.verdict, 'open');
    assert.match(report.caveats?.join(' ') ?? '', /AUTH TLS/);
  });

  it('sends one word that says who it is in place of a password, stores nothing and fetches nothing', async (t) => {
    for (const state of ['writable', 'closed'] as const) {
      const server = await started(t, state);
      await meetStore('ftp', state, server.port, { source: VSFTPD });
      await logTells(server, state === 'closed' ? /FAIL LOGIN/ : /"QUIT"/);
      const log = await settledLog(server);
      const commands = [...log.matchAll(/FTP command: [^"]*"[^"]*", "([^"]*)"|FTP command: [^"]*"([^"]*)"$/gm)];
      const words = commands.map((match) => match[1] ?? match[2] ?? '');
      const login = ['USER anonymous', 'PASS <password>'];
      assert.deepEqual(words, state === 'closed' ? login : [...login, 'STAT .', 'MLST', 'QUIT']);
    }
  });
});

/** Answers each command by its first word, or by the whole line; `greeting` comes first. */
function standIn(greeting: string, replies: Readonly<Record<string, string>>) {
  const asked: string[] = [];
  const server = startTcpStandIn((socket) => {
    socket.write(greeting);
    let received = '';
    socket.on('data', (data) => {
      received += data.toString('latin1');
      for (let end = received.indexOf('\r\n'); end >= 0; end = received.indexOf('\r\n')) {
        const command = received.slice(0, end);
        received = received.slice(end + 2);
        asked.push(command);
        const [word = ''] = command.split(' ');
        const reply = replies[command] ?? replies[word] ?? '500 Unknown command\r\n';
        if (reply === 'hang up') return void socket.end();
        socket.write(reply);
      }
    });
  });
  return server.then((running) => ({ ...running, asked }));
}

const LETS_IN = { USER: '331 Send your e-mail address\r\n', PASS: '230 Logged in\r\n', QUIT: '221 Bye\r\n' };

describe('ftp, a stand-in from the documentation', () => {
  const source = 'stand-in from the documentation';
  const met = async (
    t: TestContext,
    scene: string,
    greeting: string,
    replies: Readonly<Record<string, string>>,
  ): Promise<{ report: Report; asked: readonly string[] }> => {
    const server = await standIn(greeting, replies);
    t.after(server.stop);
    return { report: await meetStore('ftp', scene, server.port, { source }), asked: server.asked };
  };

  it('reads the listing of Microsoft’s server', async (t) => {
    const listing =
      '213-Status follows:\r\n01-02-26  03:04PM       <DIR>          pub\r\n11-12-2025  09:10AM                 1234 list.csv\r\n213 End\r\n';
    const { report } = await met(t, 'microsoft', '220 Microsoft FTP Service\r\n', { ...LETS_IN, STAT: listing });
    assert.equal(report.software, 'microsoft-ftp');
    assert.equal(report.posture.read, 'yes');
    assert.deepEqual(countsOf(report), [
      ['files', 1, 1234],
      ['folders', 1, undefined],
    ]);
  });

  it('reads from the facts of the folder that strangers may store files in it', async (t) => {
    const { report } = await met(t, 'may-create', '220 ftp.example.org ready\r\n', {
      ...LETS_IN,
      MLST: '250-Listing\r\n type=dir;perm=cdeflmp; /\r\n250 End\r\n',
    });
    assert.equal(report.posture.write, 'yes');
    assert.equal(report.verdict, 'open');
    assert.equal(report.posture.list, 'yes');
    assert.equal(report.posture.read, 'unknown');
    assert.deepEqual(rulesOf(report), ['ftp/anonymous-restricted', 'ftp/anonymous-write']);
  });

  it('sends no password line to a server that asks for none', async (t) => {
    const { report, asked } = await met(t, 'no-password', '220 FTP server ready\r\n', {
      USER: '230 Anonymous user logged in\r\n',
    });
    assert.equal(report.verdict, 'unknown');
    assert.equal(report.posture.identify, 'yes');
    assert.ok(!asked.some((line) => line.startsWith('PASS')));
  });

  it('asks the status for the version where the greeting does not tell it', async (t) => {
    const { report } = await met(t, 'version-in-status', '220 Welcome to blah FTP service.\r\n', {
      ...LETS_IN,
      STAT: '211-FTP server status:\r\n     vsFTPd 3.0.5 - secure, fast, stable\r\n211 End of status\r\n',
    });
    assert.equal(report.software, 'vsftpd');
    assert.equal(report.version, '3.0.5');
    assert.equal(report.posture.list, 'unknown', 'the status of the server is no listing');
  });

  it('does not say that files nobody may read are open', async (t) => {
    const { report } = await met(t, 'unreadable', '220 FTP\r\n', {
      ...LETS_IN,
      'STAT .':
        '213-List\r\n-rw-r-----  1 root  root  9 Jan  1 2026 a b\r\ndrwx-wx-wx 2 ftp ftp 4096 Jan 1 2026 in\r\n213 End\r\n',
    });
    assert.equal(report.posture.read, 'unknown');
    assert.equal(report.verdict, 'partial');
  });

  it('waits for a server that says it will be ready in a while', async (t) => {
    const { report } = await met(t, 'later', '120 FTP ready in 1 minute\r\n220 Ready\r\n', {
      USER: '530 Not logged in\r\n',
    });
    assert.equal(report.verdict, 'closed');
    assert.equal(report.posture.identify, 'no');
  });

  for (const [name, greeting, replies] of [
    ['too-many', '421 FTP: too many connections\r\n', {}],
    ['hangs-up', '220 FTP ready\r\n', { USER: 'hang up' }],
    ['error', '220 FTP ready\r\n', { USER: '451 Local error\r\n' }],
    ['tls-fails', '220 FTP ready\r\n', { USER: '534 Policy requires SSL\r\n', AUTH: '431 No\r\n' }],
  ] as const) {
    it(`does not call a server closed that cannot be asked (${name})`, async (t) => {
      const { report } = await met(t, name, greeting, replies);
      assert.equal(report.verdict, 'unknown');
    });
  }

  for (const [name, greeting] of [
    ['postfix', '220 mail.example.org ESMTP Postfix\r\n'],
    ['mail-on-ftp-host', '220 ftp.example.org ESMTP\r\n'],
    ['nameless', '220 Welcome\r\n'],
    ['hylafax', '220 fax.example.org server (HylaFAX (tm) Version 6.0.7) ready.\r\n'],
    ['vmware', '220 VMware Authentication Daemon Version 1.10: SSL Required, ServerDaemonProtocol:SOAP\r\n'],
  ] as const) {
    it(`takes no other server for FTP that greets with 220, and says nothing to it (${name})`, async (t) => {
      const server = await standIn(greeting, {});
      t.after(server.stop);
      assert.ok(!('product' in (await meet('ftp', `not-${name}`, server.port, { source }))));
      assert.deepEqual(server.asked, []);
    });
  }

  it('cuts a listing that is longer than what is read, and says so', () => {
    const line = '-rw-r--r--    1 0        0              10 Jan 01 00:00 x\r\n';
    const framed = ftpReply(Buffer.from(`213-List\r\n${line.repeat(10_000)}`), false);
    assert.ok(typeof framed === 'object' && framed.reply.cut);
    assert.ok((ftpListing(framed.reply)?.files ?? 0) > 5000);
  });
});
