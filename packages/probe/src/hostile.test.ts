// Hostile servers over real sockets: every conversation ends within its budgets, and what is known of the store is told.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { gzipSync } from 'node:zlib';
import { startTcpStandIn } from '../testing/stand-in.ts';
import type { ScanReport } from './scan.ts';
import { startScan } from './scan.ts';
import { scopeOf } from './scope.ts';
import { resolveTargets, TargetFault } from './targets.ts';

/** Budgets as in a real scan but shorter in time, so that the test need not wait as long as a scan would. */
const BUDGETS = {
  replyMs: 400,
  connectionMs: 1200,
  endpointMs: 4000,
  replyBytes: 256 * 1024,
  inflatedBytes: 256 * 1024,
};

async function scanHostile(t: TestContext, serve: (socket: Socket) => void): Promise<ScanReport & { ms: number }> {
  const server = await startTcpStandIn(serve);
  t.after(server.stop);
  const scope = scopeOf(undefined);
  const targets = await resolveTargets(['127.0.0.1'], [], scope, () => Promise.resolve(undefined));
  assert.ok(!(targets instanceof TargetFault));
  const startedAt = performance.now();
  const faults: unknown[] = [];
  const { report } = startScan(
    { targets, ports: [server.port], scope, budgets: BUDGETS },
    { now: Date.now, random: (count) => randomBytes(count), onFault: (fault) => faults.push(fault) },
  );
  const result = { ...(await report), ms: performance.now() - startedAt };
  assert.deepEqual(faults, []);
  // The last hello may begin just before the endpoint's time is over, and has the time of one connection left.
  assert.ok(result.ms < BUDGETS.endpointMs + 2 * BUDGETS.connectionMs, `it took ${result.ms} ms`);
  return result;
}

/** Sends chunks until the other side has gone. */
function flood(socket: Socket, chunk: Buffer | string): void {
  const push = () => {
    while (!socket.destroyed && socket.write(chunk));
    if (!socket.destroyed) socket.once('drain', push);
  };
  push();
}

function drip(socket: Socket, text: string, everyMs: number): void {
  let at = 0;
  const timer = setInterval(() => {
    socket.write(text[at % text.length] ?? '');
    at += 1;
  }, everyMs);
  socket.on('close', () => clearInterval(timer));
}

const http = (headers: string, body: Buffer | string = '') =>
  Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${headers}\r\n\r\n`), Buffer.from(body)]);

const ELASTICSEARCH = JSON.stringify({
  name: 'node',
  cluster_name: 'c',
  version: { number: '7.10.2', lucene_version: '8.7.0', build_flavor: 'default' },
  tagline: 'You Know, for Search',
});

describe('a hostile server', () => {
  it('that sends a banner without end is left within its budget of bytes', async (t) => {
    let sent = 0;
    const report = await scanHostile(t, (socket) => {
      socket.on('close', () => {
        sent += socket.bytesWritten;
      });
      flood(socket, Buffer.alloc(16 * 1024, 'A'));
    });
    assert.deepEqual(report.stores, []);
    assert.equal(report.others.length, 1);
    assert.ok(sent < 64 * 1024 * 1024, `${sent} bytes were taken`);
  });

  it('that sends a byte at a time is left within its budget of time', async (t) => {
    const report = await scanHostile(t, (socket) => drip(socket, 'HTTP/1.1 200 OK\r\nX-A: b\r\n', 100));
    assert.deepEqual(report.stores, []);
  });

  it('that never says a word is left within its budget of time', async (t) => {
    const report = await scanHostile(t, () => {});
    assert.deepEqual(
      report.others.map((other) => other.spoke),
      ['nothing'],
    );
  });

  it('that sends ten gigabytes of JSON is reported as what is known of it', async (t) => {
    const report = await scanHostile(t, (socket) => {
      socket.once('data', (data) => {
        if (data.toString().startsWith('GET / ')) socket.end(http('Content-Type: application/json', ELASTICSEARCH));
        else {
          socket.write(http('Content-Type: application/json\r\nContent-Length: 10000000000', '['));
          flood(socket, '{"index":"logs","docs.count":"1"},'.repeat(1000));
        }
      });
    });
    assert.equal(report.stores[0]?.product, 'elasticsearch');
    assert.equal(report.stores[0]?.version, '7.10.2');
  });

  it('that nests JSON a million deep is survived', async (t) => {
    const report = await scanHostile(t, (socket) => {
      socket.once('data', (data) => {
        const root = data.toString().startsWith('GET / ');
        socket.end(http('Content-Type: application/json', root ? ELASTICSEARCH : '['.repeat(200_000)));
      });
    });
    assert.equal(report.stores[0]?.product, 'elasticsearch');
    assert.notEqual(report.stores[0]?.posture.read, 'yes');
  });

  it('that sends a compressed bomb is survived', async (t) => {
    const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024));
    const before = process.memoryUsage().rss;
    await scanHostile(t, (socket) => {
      socket.once('data', () => socket.end(http(`Content-Encoding: gzip\r\nContent-Length: ${bomb.length}`, bomb)));
    });
    assert.ok(process.memoryUsage().rss - before < 150 * 1024 * 1024);
  });

  it('that answers with TLS garbage is survived', async (t) => {
    const garbage = Buffer.concat([Buffer.from([0x16, 3, 3, 0x40, 0]), randomBytes(0x4000)]);
    const report = await scanHostile(t, (socket) => socket.on('data', () => socket.write(garbage)));
    assert.deepEqual(report.stores, []);
  });

  it('that asks for TLS and breaks the handshake off is survived', async (t) => {
    const alert = Buffer.from([0x15, 3, 3, 0, 2, 2, 40]);
    const report = await scanHostile(t, (socket) => socket.on('data', () => socket.end(alert)));
    assert.deepEqual(report.stores, []);
  });

  it('that has a thousand headers, or one without end, is survived', async (t) => {
    await scanHostile(t, (socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      flood(socket, `X-${'a'.repeat(100)}: ${'b'.repeat(1000)}\r\n`);
    });
  });

  it('that sends chunks without end is survived', async (t) => {
    await scanHostile(t, (socket) => {
      socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n');
      flood(socket, '1\r\nA\r\n'.repeat(1000));
    });
  });

  it('that speaks every protocol at once is named as one store or none', async (t) => {
    const words = '+OK\r\n-ERR wrong\r\nHTTP/1.0 200 OK\r\n\r\n220 ftp\r\n@RSYNCD: 31.0\nINFO {}\r\n\u0000\u0000';
    const report = await scanHostile(t, (socket) => socket.write(words));
    assert.ok(report.stores.length <= 1);
  });

  it('that closes after each byte it gets is survived', async (t) => {
    const report = await scanHostile(t, (socket) => socket.once('data', () => socket.destroy()));
    assert.deepEqual(report.stores, []);
  });

  it('that redirects in a circle is left after the budget of redirects', async (t) => {
    let requests = 0;
    await scanHostile(t, (socket) => {
      socket.on('data', () => {
        requests += 1;
        socket.end(`HTTP/1.1 302 Found\r\nLocation: /a${requests}\r\nContent-Length: 0\r\n\r\n`);
      });
    });
    assert.ok(requests < 60, `${requests} requests`);
  });
});
