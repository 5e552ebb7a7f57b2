// Redis as a source, against the real server; against stand-ins where a real one does no such thing.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { lacks } from '@vigie/probe/testing';
import type { LoggedServer } from '@vigie/probe/testing/logged-server';
import { redisCommands, startRedis } from '@vigie/probe/testing/redis';
import { type StandIn, startTcpStandIn } from '@vigie/probe/testing/stand-in';
import { datasetOf, gather, LOCAL_HOST, located } from '../../testing/reading.ts';
import { respCommand } from '../net/resp.ts';
import { isFault } from '../source.ts';
import { openRedis } from './redis.ts';

const { signal } = new AbortController();
const open = (url: string) => openRedis(located(url), LOCAL_HOST);

/** A server that has loaded its keys: before, it answers with LOADING. */
async function started(...how: Parameters<typeof startRedis>): Promise<LoggedServer> {
  const server = await startRedis(...how);
  const scheme = how[1]?.tls ? 'rediss' : 'redis';
  for (let turn = 0; turn < 100; turn += 1) {
    const found = await open(`${scheme}://127.0.0.1:${server.port}?insecure=true`).datasets(signal);
    if (!('code' in found) || found.code !== 'unreachable') return server;
    await sleep(50);
  }
  throw new Error('it did not load its keys');
}

type Row = [key: string | null, type: string, field: string | null, value: string | null];

async function write(server: LoggedServer, commands: readonly (readonly (string | Buffer)[])[]): Promise<void> {
  const socket = connect(server.port, server.host);
  const parts: Buffer[] = [];
  socket.on('data', (part: Buffer) => parts.push(part));
  const ended = once(socket, 'close');
  socket.write(Buffer.concat([...commands, ['QUIT']].map(respCommand)));
  await ended;
  assert.doesNotMatch(Buffer.concat(parts).toString('latin1').slice(-200), /^-/m);
}

describe('Redis', { skip: lacks('redis-server') }, () => {
  let server: LoggedServer;
  const url = (rest = '') => `redis://127.0.0.1:${server.port}${rest}`;
  before(async () => {
    server = await started('open');
    await write(server, [
      ['SELECT', '5'],
      ...Array.from({ length: 5000 }, (_, n) => [
        'SET',
        `user:${n}`,
        JSON.stringify({ mail: `p${n}@example.org` }),
        'EX',
        '5000',
      ]),
      ['SELECT', '7'],
      ['HSET', 'h', ...Array.from({ length: 2000 }, (_, n) => [`f${n}`, `v${n}`]).flat()],
      ['RPUSH', 'l', ...Array.from({ length: 1200 }, (_, n) => `item${n}`)],
      ['SADD', 's', ...Array.from({ length: 1300 }, (_, n) => `member${n}`)],
      ['ZADD', 'z', ...Array.from({ length: 1400 }, (_, n) => [String(n), `ranked${n}`]).flat()],
      ...Array.from({ length: 1100 }, (_, n) => ['XADD', 'x', `1-${n + 1}`, 'name', `n${n}`, 'text', 'hello']),
      ...Array.from({ length: 300 }, (_, n) => ['HSET', `small:${n}`, 'name', `P ${n}`, 'mail', `p${n}@example.org`]),
      ['SET', 'binary', Buffer.from([0xff, 0xfe, 0x00, 0x80])],
      ['SET', 'long', 'é'.repeat(800_000)],
    ]);
  });
  after(() => server?.stop());

  it('lists the logical databases that hold keys', async () => {
    const source = open(url());
    const datasets = await source.datasets(signal);
    assert.ok(!('code' in datasets));
    assert.deepEqual(
      datasets.map(({ container, name, rows }) => [container, name, rows?.lower]),
      [
        ['keyspace', 'db0', 5],
        ['keyspace', 'db3', 1],
        ['keyspace', 'db5', 5000],
        ['keyspace', 'db7', 307],
      ],
    );
    const only = await open(url('/3')).datasets(signal);
    assert.deepEqual('code' in only ? only : only.map(({ name }) => name), ['db3']);
  });

  it('reads every key once, and JSON stays a text', async () => {
    const source = open(url());
    const { rows, fault } = await gather(source.read({ dataset: await datasetOf(source, 'db5', signal), signal }));
    assert.equal(fault, undefined);
    assert.equal(rows.length, 5000);
    const values = new Map((rows as Row[]).map(([key, type, field, value]) => [key, [type, field, value]]));
    assert.deepEqual(values.get('user:42'), ['string', null, '{"mail":"p42@example.org"}']);
    assert.equal(values.size, 5000);
  });

  it('reads hashes, lists, sets, sorted sets and streams to their end, and says what is no text and what is too long', async () => {
    const source = open(url());
    const { rows, fault } = await gather(source.read({ dataset: await datasetOf(source, 'db7', signal), signal }));
    const of = (key: string) => (rows as Row[]).filter((row) => row[0] === key);
    assert.deepEqual(
      ['h', 'l', 's', 'z', 'x', 'binary', 'long'].map((key) => of(key).length),
      [2000, 1200, 1300, 1400, 2200, 1, 1],
    );
    const small = (rows as Row[]).filter(([key]) => key?.startsWith('small:'));
    assert.equal(new Set(small.map((row) => JSON.stringify(row))).size, 600);
    assert.ok(of('h').some(([, , field, value]) => field === 'f1999' && value === 'v1999'));
    assert.deepEqual(of('l').at(-1), ['l', 'list', null, 'item1199']);
    assert.ok(of('z').some(([, type, , value]) => type === 'zset' && value === 'ranked7'));
    assert.equal(new Set(of('x').map(([, , field, value]) => `${field} ${value}`)).size, 1101);
    assert.deepEqual(of('binary'), [['binary', 'string', null, null]]);
    assert.equal(of('long')[0]?.[3], 'é'.repeat(2 ** 19));
    assert.equal(fault?.code, 'too large');
    assert.match(fault?.message ?? '', /1 values are no text and were left out; of 1 values only the first mebibyte/);
  });

  it('takes a sample of keys by chance, and of long keys only some elements', async () => {
    const source = open(url());
    const many = await gather(source.read({ dataset: await datasetOf(source, 'db5', signal), sample: 500, signal }));
    assert.equal(many.rows.length, 500);
    const numbers = (many.rows as Row[]).map(([key]) => Number(key?.slice(5)));
    assert.equal(new Set(numbers).size, 500);
    // Half of them in each half, within seven standard deviations.
    assert.ok(Math.abs(numbers.filter((number) => number < 2500).length - 250) < 80);
    const few = await gather(source.read({ dataset: await datasetOf(source, 'db7', signal), sample: 150, signal }));
    assert.ok(few.rows.length <= 150 && new Set((few.rows as Row[]).map(([key]) => key)).size >= 8);
  });

  it('sends only commands that read, and leaves the time of expiry alone', async () => {
    const names = new Set((await redisCommands(server)).map((command) => command.split(' ')[0]?.toUpperCase()));
    for (const writing of ['XADD', 'SET', 'HSET', 'RPUSH', 'SADD', 'ZADD', 'PFADD', 'QUIT']) names.delete(writing);
    const reading =
      'DBSIZE GETRANGE HSCAN INFO LLEN LRANGE MEMORY RANDOMKEY SCAN SELECT SSCAN STRLEN TYPE XRANGE ZSCAN'.split(' ');
    assert.deepEqual(
      [...names].filter((name) => !reading.includes(name ?? '')),
      [],
    );
  });

  it('lets the server wait while the reader does', async () => {
    const source = open(url('/5'));
    const items = source.read({ dataset: await datasetOf(source, 'db5', signal), signal })[Symbol.asyncIterator]();
    const commands = async () => (await redisCommands(server)).length;
    await items.next();
    const first = await commands();
    await sleep(150);
    assert.equal(await commands(), first);
    await items.return?.();
  });

  it('ends when it is told to, with a fault', async () => {
    const control = new AbortController();
    const source = open(url('/5'));
    const dataset = await datasetOf(source, 'db5', signal);
    control.abort();
    const { fault } = await gather(source.read({ dataset, signal: control.signal }));
    assert.equal(fault?.code, 'lost');
  });
});

describe('Redis with a password', { skip: lacks('redis-server') }, () => {
  it('enters with the right one, and says what is wrong otherwise without showing it', async () => {
    const server = await started('closed');
    try {
      const enter = (login: string) => open(`redis://${login}127.0.0.1:${server.port}`).datasets(signal);
      const inside = await enter(':a-password-of-the-test-bench@');
      assert.ok(!('code' in inside) && inside.length === 2);
      const named = await enter('keeper:a-password-of-the-test-bench@');
      assert.ok(!('code' in named));
      for (const login of ['', ':hidden-word@', 'nobody:hidden-word@']) {
        const fault = await enter(login);
        assert.ok('code' in fault && fault.code === 'refused');
        assert.doesNotMatch(JSON.stringify(fault), /hidden-word/);
      }
    } finally {
      await server.stop();
    }
  });

  it('speaks TLS, and verifies the certificate unless told not to', async () => {
    const server = await started('open', { tls: true });
    try {
      const verified = await open(`rediss://127.0.0.1:${server.port}`).datasets(signal);
      assert.ok('code' in verified && verified.code === 'refused');
      const source = open(`rediss://127.0.0.1:${server.port}?insecure=true`);
      const { rows } = await gather(source.read({ dataset: await datasetOf(source, 'db3', signal), signal }));
      assert.deepEqual(rows, [['session:ada', 'string', null, 'a-session-of-the-test-bench']]);
    } finally {
      await server.stop();
    }
  });

  it('reads the keys that a restricted user may, and says where it may not list', async () => {
    const server = await started('some-keys');
    try {
      const source = open(`redis://127.0.0.1:${server.port}`);
      const { rows, fault } = await gather(source.read({ dataset: await datasetOf(source, 'db0', signal), signal }));
      assert.deepEqual([rows, fault?.code], [[], 'refused']);
    } finally {
      await server.stop();
    }
  });
});

describe('a stand-in for a hostile Redis', () => {
  const dataset = { container: 'keyspace', name: 'db0', columns: [] };
  const answers = (reply: (text: string) => string | Buffer): Promise<StandIn> =>
    startTcpStandIn((socket) => {
      socket.on('data', (bytes) => {
        for (const command of bytes.toString('latin1').split(/(?=\*\d+\r\n)/)) socket.write(reply(command));
      });
    });
  const readFrom = async (standIn: StandIn) => {
    try {
      return await gather(open(`redis://127.0.0.1:${standIn.port}`).read({ dataset, signal }));
    } finally {
      await standIn.stop();
    }
  };

  it('names a key that another member of the cluster has, and goes nowhere', async () => {
    const other = await startTcpStandIn(() => assert.fail('it was connected to'));
    const reply = (text: string) =>
      text.includes('TYPE')
        ? `-MOVED 3999 127.0.0.1:${other.port}\r\n`
        : text.includes('SCAN')
          ? '*2\r\n$1\r\n0\r\n*1\r\n$6\r\nhidden\r\n'
          : ':1\r\n';
    const { rows, fault } = await readFrom(await answers(reply));
    await other.stop();
    assert.deepEqual([rows, fault?.code], [[], 'unsupported']);
    assert.match(fault?.message ?? '', /member of the cluster/);
    assert.doesNotMatch(JSON.stringify(fault), /hidden/);
  });

  it('ends a scan that goes round, and one that goes on for ever', async () => {
    const same = await readFrom(
      await answers((text) => (text.includes('SCAN') ? '*2\r\n$1\r\n7\r\n*0\r\n' : ':0\r\n')),
    );
    assert.equal(same.fault?.code, 'broken');
    let cursor = 1;
    const forever = (text: string) => {
      cursor += 1;
      return text.includes('SCAN') ? `*2\r\n$${String(cursor).length}\r\n${cursor}\r\n*0\r\n` : ':0\r\n';
    };
    const on = await readFrom(await answers(forever));
    assert.equal(on.fault?.code, 'broken');
  });

  it('does not wait for a value of a gigabyte', async () => {
    const { fault } = await readFrom(
      await answers((text) => (text.includes('SCAN') ? '$1073741824\r\nhidden' : ':1\r\n')),
    );
    assert.equal(fault?.code, 'too large');
  });

  it('tells a server that goes away, and one that is none', async () => {
    const gone = await startTcpStandIn((socket) => socket.once('data', () => socket.end('*2\r\n$1\r\n')));
    assert.equal((await readFrom(gone)).fault?.code, 'lost');
    const other = await answers(() => 'HTTP/1.1 400 hidden\r\n\r\n');
    const { fault } = await readFrom(other);
    assert.equal(fault?.code, 'broken');
    assert.doesNotMatch(JSON.stringify(fault), /hidden/);
  });

  it('gives what came before the end', async () => {
    let scans = 0;
    const half = await startTcpStandIn((socket) => {
      socket.on('data', (bytes) => {
        const text = bytes.toString('latin1');
        if (text.includes('GETRANGE')) socket.write('$5\r\nvalue\r\n');
        else if (text.includes('TYPE')) socket.write('+string\r\n');
        else if (!text.includes('SCAN')) socket.write(':1\r\n');
        else if (scans++ === 0) socket.write('*2\r\n$1\r\n7\r\n*1\r\n$1\r\nk\r\n');
        else socket.destroy();
      });
    });
    const { rows, fault } = await readFrom(half);
    assert.deepEqual([rows, fault?.code], [[['k', 'string', null, 'value']], 'lost']);
  });

  it('stays out where the address is not in scope', async () => {
    const fault = await open('redis://203.0.113.7').datasets(signal);
    assert.ok(!isFault(fault) ? false : fault.code === 'out of scope');
  });
});
