import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { resolveBySystem, scopeOf } from '@vigie/probe';
import { createConnector } from './connect.ts';
import { openLocation } from './location.ts';

const { signal } = new AbortController();

describe('connecting to a store', () => {
  let server: Server;
  let port = 0;
  let connections = 0;
  before(async () => {
    server = createServer((socket) => {
      connections += 1;
      socket.on('error', () => {});
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    port = address && typeof address === 'object' ? address.port : 0;
  });
  after(() => server.close());

  it('asks for a name once, and stays with the address that it meant', async () => {
    let asked = 0;
    const resolve = async () => {
      asked += 1;
      return asked === 1 ? ['127.0.0.1'] : ['127.0.0.2'];
    };
    const connector = createConnector(openLocation('mysql', 'db.example.org', port, false), {
      scope: scopeOf(undefined),
      resolve,
    });
    for (let turn = 0; turn < 3; turn += 1) {
      const socket = await connector.open(signal);
      assert.ok('remoteAddress' in socket);
      assert.equal(socket.remoteAddress, '127.0.0.1');
      socket.destroy();
    }
    assert.equal(asked, 1);
  });

  it('goes on to the next address of a name that has several', async () => {
    const connector = createConnector(openLocation('mysql', 'db.example.org', port, false), {
      scope: scopeOf(undefined),
      resolve: async () => ['127.0.0.9', '127.0.0.1'],
    });
    const socket = await connector.open(signal);
    assert.ok('remoteAddress' in socket && socket.remoteAddress === '127.0.0.1');
    socket.destroy();
  });

  const outside = ['203.0.113.7', '::ffff:203.0.113.7', '2001:db8::1', '169.254.169.254', '0.0.0.0'];
  for (const address of outside) {
    it(`opens no socket to ${address}, and none to a name one of whose addresses it is`, async () => {
      const before = connections;
      for (const name of [address, 'db.example.org']) {
        const connector = createConnector(openLocation('mysql', name, port, false), {
          scope: scopeOf(undefined),
          resolve: async () => ['127.0.0.1', address],
        });
        const fault = await connector.open(signal);
        assert.ok('code' in fault && fault.code === 'out of scope', JSON.stringify(fault));
      }
      assert.equal(connections, before);
    });
  }

  it('opens a socket to an address that a scope file allows, exclusions apart', async () => {
    const file = { owner: 'o', authorisedBy: 'a', networks: ['203.0.113.0/24'] };
    const connector = createConnector(openLocation('mysql', '203.0.113.7', 1, false), {
      scope: scopeOf(file),
      resolve: resolveBySystem,
      connectMs: 50,
    });
    const fault = await connector.open(AbortSignal.abort());
    assert.ok('code' in fault && fault.code === 'lost', 'past the scope, and stopped before the socket');
  });

  it('says of a name without an address and of a closed port that they are unreachable', async () => {
    const nobody = createConnector(openLocation('mysql', 'no.example.org', port, false), {
      scope: scopeOf(undefined),
      resolve: async () => undefined,
    });
    const noAddress = await nobody.open(signal);
    assert.ok('code' in noAddress && noAddress.code === 'unreachable');
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const address = closed.address();
    assert.ok(address && typeof address === 'object');
    await new Promise((resolve) => closed.close(resolve));
    const shut = createConnector(openLocation('mysql', '127.0.0.1', address.port, false), {
      scope: scopeOf(undefined),
      resolve: resolveBySystem,
    });
    const refused = await shut.open(signal);
    assert.ok('code' in refused && refused.code === 'unreachable');
  });

  it('ends a TLS handshake with something that has no TLS', async () => {
    const connector = createConnector(openLocation('mysql', '127.0.0.1', port, false), {
      scope: scopeOf(undefined),
      resolve: resolveBySystem,
    });
    const plain = createServer((socket) => socket.end('no TLS here\r\n'));
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
    const address = plain.address();
    assert.ok(address && typeof address === 'object');
    const other = createConnector(openLocation('mysql', '127.0.0.1', address.port, false), {
      scope: scopeOf(undefined),
      resolve: resolveBySystem,
    });
    const socket = await other.open(signal);
    assert.ok('remoteAddress' in socket);
    const fault = await other.secure(socket, true);
    assert.ok('code' in fault && fault.code === 'refused');
    plain.close();
    assert.equal(connector.where, `mysql at 127.0.0.1:${port}`);
  });
});
