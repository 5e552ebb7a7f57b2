import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { describe, it } from 'node:test';
import { startTcpStandIn } from '../testing/stand-in.ts';
import { parseRange } from './addresses.ts';
import { DEFAULT_BUDGETS } from './budgets.ts';
import { Ended } from './line.ts';
import { createDialler } from './net/dial.ts';
import { createLimiter } from './net/rate.ts';
import { startScan } from './scan.ts';
import { inScope, parseScopeFile, ScopeFault, scopeOf } from './scope.ts';
import { resolveTargets, TargetFault } from './targets.ts';
import { createTranscript, type TranscriptEntry } from './transcript.ts';

const noName = () => Promise.resolve(undefined);

function diallerFor(scope = scopeOf(undefined)) {
  return createDialler({
    scope,
    budgets: DEFAULT_BUDGETS,
    limiter: createLimiter({ total: Infinity, perHost: Infinity }, Date.now),
    transcript: createTranscript(() => {}, Date.now),
    signal: new AbortController().signal,
    now: Date.now,
  });
}

describe('scope', () => {
  const inside = [
    '127.0.0.1',
    '127.255.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '::1',
    'fd12::1',
    'fe80::1',
    '::ffff:127.0.0.1',
  ];
  const outside = [
    '8.8.8.8',
    '172.32.0.1',
    '192.169.0.1',
    '100.64.0.1',
    '2001:db8::1',
    '0.0.0.0',
    '::',
    '255.255.255.255',
    '224.0.0.1',
    '169.254.169.254',
    'fd00:ec2::254',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    'localhost',
    '',
  ];
  for (const address of inside)
    it(`has ${address} in it by default`, () => assert.ok(inScope(scopeOf(undefined), address)));
  for (const address of outside) {
    it(`leaves ${JSON.stringify(address)} out by default`, () => assert.ok(!inScope(scopeOf(undefined), address)));
  }

  it('has the networks of a scope file in it, exclusions left out, and never the metadata service', () => {
    const text =
      '{"owner":"Example","authorisedBy":"A. Person","networks":["203.0.113.0/24","0.0.0.0/0"],"until":"2030-01-01"}';
    const file = parseScopeFile(text, '2026-11-23');
    assert.ok(!(file instanceof ScopeFault));
    const hole = parseRange('203.0.113.7');
    assert.ok(hole);
    const scope = scopeOf(file, [hole]);
    assert.ok(inScope(scope, '203.0.113.6'));
    assert.ok(!inScope(scope, '203.0.113.7'));
    assert.ok(!inScope(scope, '169.254.169.254'));
  });

  it('is enforced where sockets are opened: an address outside is refused without a connection', async () => {
    const ended = await diallerFor().dial({ address: '192.0.2.1', port: 9, host: '192.0.2.1' });
    assert.ok(ended instanceof Ended);
    assert.equal(ended.reason, 'out-of-scope');
  });

  it('is enforced against an exclusion of an address that listens', async (t) => {
    let connections = 0;
    const server = await startTcpStandIn(() => {
      connections += 1;
    });
    t.after(server.stop);
    const hole = parseRange('127.0.0.1');
    assert.ok(hole);
    const ended = await diallerFor(scopeOf(undefined, [hole])).dial({
      address: '127.0.0.1',
      port: server.port,
      host: 'x',
    });
    assert.ok(ended instanceof Ended);
    assert.equal(connections, 0);
  });
});

describe('targets', () => {
  const scope = scopeOf(undefined);

  it('resolve a name once and pin what it meant', async () => {
    let asked = 0;
    const targets = await resolveTargets(['db.example.org'], [], scope, () => {
      asked += 1;
      return Promise.resolve(['10.0.0.5', 'fd00::5']);
    });
    assert.ok(!(targets instanceof TargetFault));
    assert.equal(asked, 1);
    assert.deepEqual(
      [...targets.names],
      [
        ['10.0.0.5', 'db.example.org'],
        ['fd00::5', 'db.example.org'],
      ],
    );
  });

  it('refuse a name of which one address is outside scope', async () => {
    const fault = await resolveTargets(['x.example.org'], [], scope, () => Promise.resolve(['10.0.0.5', '8.8.8.8']));
    assert.ok(fault instanceof TargetFault);
    assert.match(fault.message, /8\.8\.8\.8 is not in scope/);
  });

  for (const text of ['http://10.0.0.1/', '10.0.0.1:80', 'a b', '-', '10.0.0', '*.example.org']) {
    it(`refuse ${JSON.stringify(text)} with a reason`, async () => {
      assert.ok((await resolveTargets([text], [], scope, noName)) instanceof TargetFault);
    });
  }

  it('never grow beyond what one scan takes', async () => {
    const fault = await resolveTargets(['fd00::/16'], [], scope, noName);
    assert.ok(fault instanceof TargetFault);
  });
});

describe('the rate', () => {
  it('of connections to one host is kept, as the host itself sees it', async () => {
    const times: number[] = [];
    const server = createServer((socket) => {
      times.push(performance.now());
      socket.destroy();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const dialler = createDialler({
      scope: scopeOf(undefined),
      budgets: DEFAULT_BUDGETS,
      limiter: createLimiter({ total: Infinity, perHost: 50 }, () => performance.now()),
      transcript: createTranscript(() => {}, Date.now),
      signal: new AbortController().signal,
      now: () => performance.now(),
    });
    await Promise.all(
      Array.from({ length: 40 }, async () => {
        const line = await dialler.dial({ address: '127.0.0.1', port, host: '127.0.0.1' });
        if (!(line instanceof Ended)) line.close();
      }),
    );
    const took = (times.at(-1) ?? 0) - (times[0] ?? 0);
    assert.ok(took > 600, `40 connections at 50 a second took ${took} ms`);
    server.close();
  });
});

describe('the transcript', () => {
  it('holds every byte that the server got, and no byte that it sent', async (t) => {
    const got: Buffer[] = [];
    const server = await startTcpStandIn((socket) => {
      socket.on('data', (data) => {
        got.push(data);
        socket.end('HTTP/1.0 200 OK\r\n\r\ncanary-of-the-server');
      });
    });
    t.after(server.stop);
    const targets = await resolveTargets(['127.0.0.1'], [], scopeOf(undefined), noName);
    assert.ok(!(targets instanceof TargetFault));
    const entries: TranscriptEntry[] = [];
    const { report } = startScan(
      { targets, ports: [server.port], scope: scopeOf(undefined) },
      { now: Date.now, random: (count) => randomBytes(count), onTranscript: (entry) => entries.push(entry) },
    );
    await report;
    const sent = entries.map((entry) => Buffer.from(entry.sent ?? '', 'base64').toString('latin1'));
    assert.deepEqual([...sent].sort(), got.map((data) => data.toString('latin1')).sort());
    assert.doesNotMatch(JSON.stringify(entries), /canary/);
  });
});
