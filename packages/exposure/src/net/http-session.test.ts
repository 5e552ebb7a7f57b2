import assert from 'node:assert/strict';
import { createServer as createTcpServer } from 'node:net';
import { describe, it } from 'node:test';
import { startHttpStandIn, startTcpStandIn } from '@vigie/probe/testing/stand-in';
import { underTls } from '@vigie/probe/testing/tls-front';
import { startByteServer } from '../../testing/byte-server.ts';
import { LOCAL_HOST, located } from '../../testing/reading.ts';
import { createHttpSession } from './http-session.ts';

const { signal } = new AbortController();
const ask = { method: 'GET', path: '/', signal } as const;

describe('an HTTP conversation', () => {
  it('keeps its connection for the next question, and opens another where the server has ended it', async () => {
    let connections = 0;
    const server = await startTcpStandIn((socket) => {
      connections += 1;
      let answers = 0;
      socket.on('data', () => {
        answers += 1;
        // The third question to a connection finds it closed.
        if (answers > 2) return void socket.destroy();
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok');
      });
    });
    const session = createHttpSession(located(`couchdb://127.0.0.1:${server.port}`), LOCAL_HOST);
    for (let turn = 0; turn < 5; turn += 1) {
      const answer = await session.askWhole(ask, 100);
      assert.ok(!('code' in answer) && answer.body.toString() === 'ok');
    }
    assert.equal(connections, 3);
    session.close();
    await server.stop();
  });

  it('verifies the certificate of TLS unless it is told not to', async () => {
    const server = await underTls(await startHttpStandIn(() => ({ status: 200, body: 'ok' })));
    const open = (rest: string) =>
      createHttpSession(located(`couchdb+https://127.0.0.1:${server.port}${rest}`), LOCAL_HOST);
    const refused = await open('').askWhole(ask, 100);
    assert.ok('code' in refused && refused.code === 'refused');
    assert.match(refused.message, /certificate/);
    const session = open('?insecure=true');
    const answer = await session.askWhole(ask, 100);
    assert.ok(!('code' in answer) && answer.body.toString() === 'ok');
    session.close();
    await server.stop();
  });

  it('takes from the socket only what is asked for', async () => {
    let sent = 0;
    const server = createTcpServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        const more = () => {
          while (socket.writable && sent < 512 << 20) {
            sent += 1 << 20;
            if (!socket.write(Buffer.alloc(1 << 20))) return void socket.once('drain', more);
          }
        };
        more();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    assert.ok(typeof address === 'object' && address);
    const session = createHttpSession(located(`couchdb://127.0.0.1:${address.port}`), LOCAL_HOST);
    const answer = await session.ask(ask);
    assert.ok(!('code' in answer));
    await new Promise((resolve) => setTimeout(resolve, 300));
    // What the system's own buffers on both sides hold.
    assert.ok(sent < 64 << 20, `${sent} bytes were sent while nobody read`);
    answer.close();
    session.close();
    server.close();
  });

  it('says what is too long, what is cut off and what is no HTTP, and ends when it is told to', async () => {
    const faultFrom = async (server: { readonly port: number; readonly stop: () => Promise<void> }) => {
      const answer = await createHttpSession(located(`couchdb://127.0.0.1:${server.port}`), LOCAL_HOST).askWhole(
        ask,
        100,
      );
      await server.stop();
      return 'code' in answer ? answer.code : 'an answer';
    };
    assert.equal(await faultFrom(await startByteServer(() => ({ status: 200, body: 'x'.repeat(101) }))), 'too large');
    const cut = 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx';
    assert.equal(
      await faultFrom(await startTcpStandIn((socket) => socket.once('data', () => socket.end(cut)))),
      'lost',
    );
    const other = await startTcpStandIn((socket) => socket.once('data', () => socket.end('-ERR hidden-word\r\n')));
    const fault = await createHttpSession(located(`couchdb://127.0.0.1:${other.port}`), LOCAL_HOST).ask(ask);
    assert.ok('code' in fault && fault.code === 'broken');
    assert.doesNotMatch(JSON.stringify(fault), /hidden-word/);
    await other.stop();
    const silent = await startTcpStandIn(() => {});
    const session = createHttpSession(located(`couchdb://127.0.0.1:${silent.port}`), LOCAL_HOST);
    const late = await session.ask({ ...ask, headMs: 50 });
    assert.ok('code' in late && late.code === 'timeout');
    const stopped = await session.ask({ ...ask, signal: AbortSignal.timeout(50) });
    assert.ok('code' in stopped && stopped.code === 'lost');
    await silent.stop();
  });

  it('never connects outside of scope, nor to another address of the name', async () => {
    const outside = createHttpSession(located('couchdb://203.0.113.7'), LOCAL_HOST);
    const fault = await outside.ask(ask);
    assert.ok('code' in fault && fault.code === 'out of scope');
    let asked = 0;
    const server = await startByteServer(() => ({ status: 200, body: 'ok' }));
    const resolve = async () => {
      asked += 1;
      return asked === 1 ? ['127.0.0.1'] : ['203.0.113.7'];
    };
    const session = createHttpSession(located(`couchdb://db.example.org:${server.port}`), { ...LOCAL_HOST, resolve });
    for (let turn = 0; turn < 2; turn += 1) {
      const answer = await session.askWhole({ ...ask, headMs: 2000 }, 100);
      assert.ok(!('code' in answer));
      session.close();
    }
    assert.equal(asked, 1);
    await server.stop();
  });
});
