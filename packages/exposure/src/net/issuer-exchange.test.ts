import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { TLSSocket } from 'node:tls';
import { httpAnswer, type IssuerStandIn, startIssuerStandIn } from '../../testing/issuer-stand-in.ts';
import type { Question } from '../issuers/question.ts';
import { exchange, type IssuerHost, isExchangeFault, systemIssuerHost } from './issuer-exchange.ts';

const { signal } = new AbortController();
const QUESTION: Question = {
  method: 'GET',
  host: 'api.openai.com',
  path: '/v1/models',
  headers: { Host: 'api.openai.com', Authorization: 'Bearer invented' },
};

describe('the connection to an issuer', () => {
  let standIn: IssuerStandIn;
  before(async () => {
    standIn = await startIssuerStandIn();
  });
  after(() => standIn.stop());

  async function faultOf(host: Partial<IssuerHost>, reply?: (socket: TLSSocket) => void, stopped = signal) {
    standIn.requests.length = 0;
    standIn.looked.length = 0;
    if (reply) standIn.answer(reply);
    const fault = await exchange(QUESTION, { ...standIn.host, ...host }, stopped);
    assert.ok(isExchangeFault(fault), JSON.stringify(fault));
    return fault;
  }

  it('gives the answer with its status, headers and JSON', async () => {
    standIn.answer(httpAnswer(200, '{"object":"list"}', { 'X-Thing': 'a' }));
    const answer = await exchange(QUESTION, standIn.host, signal);
    assert.ok(!isExchangeFault(answer));
    assert.deepEqual([answer.status, answer.header('x-thing'), answer.json], [200, 'a', { object: 'list' }]);
  });

  it('leads to hosts of issuers and to no other', async () => {
    standIn.looked.length = 0;
    for (const host of ['example.org', 'localhost', '127.0.0.1', 'api.openai.com.example.org', 'evil.api.openai.com']) {
      await assert.rejects(exchange({ ...QUESTION, host }, standIn.host, signal), /is the host of no issuer/);
    }
    assert.deepEqual(standIn.looked, []);
  });

  it('goes to public addresses only, whatever the name means here', async () => {
    const addresses = ['127.0.0.1', '10.1.2.3', '192.168.0.9', '169.254.169.254', '100.64.0.1', '0.0.0.0', '::1'];
    for (const address of [...addresses, '::ffff:127.0.0.1', 'fd00:ec2::254', 'fe80::1', 'not an address']) {
      const { message, sent } = await faultOf({ resolve: async () => ['203.0.113.7', address] });
      assert.match(message, /not public/, address);
      assert.equal(sent, false);
      assert.deepEqual(standIn.looked, [], address);
    }
  });

  it('follows no redirect', async () => {
    standIn.answer(httpAnswer(302, '', { Location: 'https://api.anthropic.com/v1/models' }));
    standIn.requests.length = 0;
    standIn.looked.length = 0;
    const answer = await exchange(QUESTION, standIn.host, signal);
    assert.ok(!isExchangeFault(answer) && answer.status === 302);
    assert.equal(standIn.requests.length, 1);
    assert.deepEqual(standIn.looked, ['api.openai.com', '203.0.113.7:443']);
  });

  it('sends nothing where the name has no address or nothing answers', async () => {
    for (const host of [{ resolve: async () => undefined }, { resolve: async () => [] }]) {
      assert.match((await faultOf(host)).message, /no address here/);
    }
    const { message, sent } = await faultOf({ connect: async () => undefined });
    assert.match(message, /could not be reached/);
    assert.equal(sent, false);
  });

  it('sends nothing to what cannot prove by its certificate that it is the issuer', async () => {
    const other = await startIssuerStandIn(['api.example.org']);
    try {
      // Signed by an authority that is trusted, for another name.
      const named = await faultOf({ connect: other.host.connect, authorities: other.host.authorities ?? [] });
      assert.match(named.message, /could not prove .*ERR_TLS_CERT_ALTNAME_INVALID/);
      // For the right name, and by an authority that nobody knows.
      const unknown = await faultOf({ authorities: other.host.authorities ?? [] });
      assert.match(unknown.message, /could not prove .*(?:VERIFY|SELF_SIGNED|UNABLE)/);
      assert.deepEqual([...other.requests, ...standIn.requests], []);
      assert.deepEqual([named.sent, unknown.sent], [false, false]);
    } finally {
      await other.stop();
    }
  });

  it('trusts no authority of a test where none is handed in, whatever the environment says', async (t) => {
    const { authorities: _, ...host } = standIn.host;
    const before = process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    t.after(() => {
      if (before === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
      else process.env.NODE_TLS_REJECT_UNAUTHORIZED = before;
    });
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
    standIn.requests.length = 0;
    const fault = await exchange(QUESTION, host, signal);
    assert.ok(isExchangeFault(fault) && !fault.sent);
    assert.deepEqual(standIn.requests, []);
  });

  const strange: readonly [string, (socket: TLSSocket) => void, RegExp][] = [
    ['no HTTP', (socket) => void socket.end('220 mail ready\r\n\r\n'), /no HTTP/],
    ['nothing', (socket) => void socket.end(), /without an answer/],
    ['an answer of endless length', httpAnswer(200, 'x'.repeat(300 << 10)), /larger than any/],
    [
      'a head of endless length',
      (socket) => void socket.end(`HTTP/1.1 200 OK\r\nX: ${'x'.repeat(64 << 10)}\r\n\r\n`),
      /no HTTP/,
    ],
    [
      'half an answer',
      (socket) => void socket.end('HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{"object"'),
      /in the middle/,
    ],
  ];
  for (const [what, reply, message] of strange) {
    it(`says that it got ${what}, and that the question was sent`, async () => {
      const fault = await faultOf({}, reply);
      assert.match(fault.message, message);
      assert.equal(fault.sent, true);
      assert.equal(standIn.requests.length, 1);
    });
  }

  it('ends at its deadline, whether nothing comes or a byte now and then', async () => {
    const drip = (socket: TLSSocket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n');
      const timer = setInterval(() => socket.write('x'), 20);
      socket.on('close', () => clearInterval(timer));
    };
    for (const reply of [() => {}, drip]) {
      const began = performance.now();
      const { message, sent } = await faultOf({ deadlineMs: 200 }, reply);
      assert.match(message, /not answered about in time/);
      assert.equal(sent, true);
      assert.ok(performance.now() - began < 3000);
    }
    const slow = await faultOf({ deadlineMs: 50, resolve: () => new Promise(() => {}) });
    assert.equal(slow.sent, false);
  });

  it('ends where it is stopped', async () => {
    const stop = new AbortController();
    const fault = await faultOf({}, () => stop.abort(), stop.signal);
    assert.match(fault.message, /it was stopped/);
    assert.equal(fault.sent, true);
    assert.equal((await faultOf({}, undefined, AbortSignal.abort())).sent, false);
  });

  it('by the system goes to the next address where one does not answer', async () => {
    const { connect } = systemIssuerHost(Date.now);
    assert.equal(await connect('127.0.0.1', 1, signal), undefined);
    const fault = await faultOf({
      resolve: async () => ['203.0.113.8', '203.0.113.9'],
      connect: async (address, port) => void standIn.looked.push(`${address}:${port}`),
    });
    assert.match(fault.message, /could not be reached/);
    assert.deepEqual(standIn.looked, ['203.0.113.8:443', '203.0.113.9:443']);
  });
});
