// Decoys at a socket, asked by real clients.
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { connect as secureConnect } from 'node:tls';
import { promisify } from 'node:util';
import pg from 'pg';
import { HONEY } from '../../testing/visits.ts';
import type { DecoyKind } from '../decoy.ts';
import type { Touch } from '../touch.ts';
import { MAX_TRANSCRIPT } from '../transcript.ts';
import { type Limits, type RunningDecoy, startDecoy } from './start-decoy.ts';

const running: RunningDecoy[] = [];
after(async () => {
  for (const decoy of running) await decoy.close();
});

let drawn = 0;
async function decoyOf(kind: DecoyKind, limits: Partial<Limits> = {}) {
  const random = (count: number) => {
    drawn += 1;
    return new Uint8Array(count).fill(drawn);
  };
  const decoy = await startDecoy(kind, { honey: HONEY, now: Date.now, random, limits });
  running.push(decoy);
  return decoy;
}

/** All touches up to the decoy's end, which this brings about. */
async function touchesOf(decoy: RunningDecoy): Promise<Touch[]> {
  await decoy.close();
  const all: Touch[] = [];
  for await (const touch of decoy.touches) all.push(touch);
  return all;
}

/** The reason to leave a test out, where its client is not on this machine. */
function lacks(client: string): false | string {
  return spawnSync(client, ['--version']).error ? `${client} is not installed` : false;
}

/** A certificate for this run alone; undefined where OpenSSL is not there. */
function certificate(): { cert: string; key: string } | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-decoy-tls-'));
  const [key, cert] = [join(folder, 'k'), join(folder, 'c')];
  const words = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 1 -subj /CN=localhost'.split(' ');
  const made = spawnSync('openssl', [...words, '-keyout', key, '-out', cert]);
  const pair = made.status === 0 ? { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') } : undefined;
  rmSync(folder, { recursive: true });
  return pair;
}

describe('a decoy with TLS', () => {
  const pair = certificate();
  const skip = pair === undefined && 'openssl is not installed';
  const secured = async (kind: DecoyKind) => {
    const decoy = await startDecoy(kind, {
      honey: HONEY,
      now: Date.now,
      random: randomBytes,
      ...(pair && { tls: pair }),
    });
    running.push(decoy);
    return decoy;
  };

  it('of PostgreSQL goes over to it where a client asks, and is read without it, too', { skip }, async () => {
    const { port } = await secured('postgresql');
    for (const ssl of [{ rejectUnauthorized: false }, false]) {
      const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', database: 'postgres', ssl });
      await client.connect();
      assert.equal((await client.query('SELECT id FROM customers LIMIT 1')).rows[0].id, 1001);
      await client.end();
    }
  });

  it('of the others speaks nothing else, and keeps what was said under it', { skip }, async () => {
    const decoy = await secured('redis');
    const socket = secureConnect({ port: decoy.port, host: '127.0.0.1', rejectUnauthorized: false });
    socket.write('GET nothing\r\n');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    assert.equal(answer.toString(), '$-1\r\n');
    socket.destroy();
    const plain = connect(decoy.port, '127.0.0.1').on('error', () => {});
    plain.write('PING\r\n');
    plain.resume();
    await once(plain, 'close');
    const [touch] = await touchesOf(decoy);
    assert.match(Buffer.concat(touch?.transcript.parts.map(({ bytes }) => bytes) ?? []).toString(), /GET nothing/);
  });
});

describe('a decoy in a flood', () => {
  it('lives, counts whom it refused, and tells of everybody else', async () => {
    const decoy = await decoyOf('redis', { connections: 20, connectionsPerAddress: 20 });
    const sockets = Array.from({ length: 300 }, () => connect(decoy.port, '127.0.0.1').on('error', () => {}));
    await Promise.all(sockets.slice(20).map((one) => (one.destroyed ? undefined : once(one, 'close'))));
    assert.equal(decoy.counts().refused, 280);
    for (const one of sockets) one.destroy();
    const again = connect(decoy.port, '127.0.0.1');
    await once(again, 'connect');
    again.destroy();
    assert.ok((await touchesOf(decoy)).filter(({ intent }) => intent === 'connect').length >= 20);
  });

  it('tells of a session that never stops asking its first touches, and the first of each kind after them', async () => {
    const decoy = await decoyOf('redis', { touches: 50 });
    const socket = connect(decoy.port, '127.0.0.1').on('error', () => {});
    socket.resume();
    socket.end(Buffer.from(`${'PING\r\n'.repeat(3_000)}FLUSHALL\r\n`));
    await once(socket, 'close');
    const touches = await touchesOf(decoy);
    assert.equal(touches.length, 51);
    assert.equal(touches.at(-1)?.intent, 'destroy');
    assert.equal(decoy.counts().beyond, 3_002 - 51);
  });

  it('hangs up on a session whose questions cost too much', async () => {
    let clock = 0;
    const now = () => {
      clock += 100;
      return clock;
    };
    const decoy = await startDecoy('redis', { honey: HONEY, now, random: randomBytes, limits: { workMs: 500 } });
    running.push(decoy);
    const socket = connect(decoy.port, '127.0.0.1').on('error', () => {});
    socket.resume();
    const asking = setInterval(() => socket.write('PING\r\n'), 5);
    await once(socket, 'close');
    clearInterval(asking);
  });
});

describe('a decoy at a socket', () => {
  it('of PostgreSQL is read by a driver, with values bound to a statement', async () => {
    const decoy = await decoyOf('postgresql');
    const client = new pg.Client({ host: '127.0.0.1', port: decoy.port, user: 'postgres', database: 'postgres' });
    await client.connect();
    const found = await client.query('SELECT id, full_name, created_at FROM customers WHERE id = $1', [1003]);
    assert.equal(found.rows[0].id, 1003);
    assert.ok(found.rows[0].created_at instanceof Date);
    await assert.rejects(client.query('SELECT * FROM elsewhere'), { code: '42P01' });
    assert.equal((await client.query('SELECT count(*) AS n FROM orders')).rows[0].n, '3000');
    await client.end();
    const touches = await touchesOf(decoy);
    const read = touches.filter(({ intent }) => intent === 'read');
    assert.equal(read.length, 1);
    const [{ detection, event }] = read as [Touch];
    assert.equal(detection.about.level, 'high');
    assert.match(detection.why(), /read 1 rows of customers/);
    assert.deepEqual(event.table, { name: 'customers' });
    assert.equal((event.query_info as { query_string: string }).query_string.includes('1003'), false);
  });

  it('of PostgreSQL tells psql its tables, and what they are made of', { skip: lacks('psql') }, async () => {
    const decoy = await decoyOf('postgresql');
    const psql = async (command: string) => {
      const words = ['-X', '-w', '-c', command, `host=127.0.0.1 port=${decoy.port} user=postgres dbname=postgres`];
      return (await promisify(execFile)('psql', words)).stdout;
    };
    assert.match(await psql('\\dt'), /public \| customers \| table \| postgres/);
    assert.match(await psql('\\d customers'), /full_name\s+\| text/);
    assert.match(await psql('\\l'), /template1/);
    assert.match(await psql('COPY api_keys TO STDOUT CSV'), /AKIA[A-Z2-7]{16}/);
  });

  it('of PostgreSQL is dumped by pg_dump', { skip: lacks('pg_dump') }, async () => {
    const decoy = await decoyOf('postgresql');
    const target = `host=127.0.0.1 port=${decoy.port} user=postgres dbname=postgres`;
    const { stdout } = await promisify(execFile)('pg_dump', ['-w', target], { maxBuffer: 1 << 24 });
    assert.match(stdout, /CREATE TABLE public\.customers \(\n {4}id integer NOT NULL,\n {4}uid uuid,/);
    assert.match(stdout, /\nCOPY public\.api_keys .* FROM stdin;\n1\t/);
    assert.ok(stdout.includes(String(HONEY.tables[0]?.rows[1_999]?.[1])));
    assert.ok((await touchesOf(decoy)).some(({ intent }) => intent === 'read'));
  });

  const noClient = lacks('clickhouse-client');
  it('of ClickHouse is read by clickhouse-client, which packs its blocks', { skip: noClient }, async () => {
    const decoy = await decoyOf('clickhouse-native');
    const client = async (query: string) => {
      const words = ['--host', '127.0.0.1', '--port', String(decoy.port), '--query', query];
      return (await promisify(execFile)('clickhouse-client', words)).stdout;
    };
    assert.equal(
      await client('SELECT id, full_name FROM customers LIMIT 1'),
      `1001\t${HONEY.tables[0]?.rows[0]?.[2]}\n`,
    );
    assert.equal(await client('SELECT count(), max(id) FROM orders'), '3000\t53000\n');
    await assert.rejects(client('SELECT * FROM nowhere'), /Table default\.nowhere does not exist/);
    await client('DROP TABLE api_keys');
    assert.equal(await client('SHOW TABLES'), 'customers\norders\n');
    const intents = (await touchesOf(decoy)).map(({ intent }) => intent);
    assert.ok(intents.includes('read') && intents.includes('destroy'), intents.join());
  });

  it('of Redis is read by redis-cli in both versions of the protocol', { skip: lacks('redis-cli') }, async () => {
    const decoy = await decoyOf('redis');
    const cli = async (...words: string[]) =>
      (await promisify(execFile)('redis-cli', ['-p', String(decoy.port), ...words])).stdout;
    assert.match(await cli('-2', 'HGETALL', 'customer:1001'), /^id\n1001\n/);
    assert.match(await cli('-3', 'HGETALL', 'customer:1001'), /1001/);
    assert.match(await cli('--scan', '--pattern', 'secrets:*'), /secrets:\w+/);
    const touches = await touchesOf(decoy);
    assert.equal(touches.filter(({ intent }) => intent === 'read').length, 2);
  });

  it('keeps the conversation of a session in both directions, up to a bound', async () => {
    const decoy = await decoyOf('elasticsearch');
    for (let count = 0; count < 3; count += 1) {
      await (await fetch(`http://127.0.0.1:${decoy.port}/customers/_search?size=5000`)).text();
    }
    const [first] = await touchesOf(decoy);
    assert.ok(first);
    await first.ended;
    const { parts, dropped } = first.transcript;
    const size = parts.reduce((sum, { bytes }) => sum + bytes.length, 0);
    assert.ok(size <= MAX_TRANSCRIPT);
    assert.ok(dropped > 0);
    assert.match(Buffer.from(parts[0]?.bytes ?? []).toString(), /^GET \/customers\/_search\?size=5000 HTTP/);
    assert.equal(parts[1]?.from, 'decoy');
  });

  it('refuses connections beyond its number, and counts them', async () => {
    const decoy = await decoyOf('redis', { connections: 2 });
    const sockets = [1, 2, 3].map(() => connect(decoy.port, '127.0.0.1'));
    for (const socket of sockets) socket.on('error', () => {});
    await once(sockets[2] as never, 'close');
    assert.equal(decoy.counts().refused, 1);
    for (const socket of sockets) socket.destroy();
  });

  it('hangs up on who says nothing, and on who says too much', async () => {
    const silent = await decoyOf('redis', { idleMs: 30 });
    const waiting = connect(silent.port, '127.0.0.1');
    await once(waiting, 'close');
    const loud = await decoyOf('redis', { bytesIn: 10_000 });
    const talking = connect(loud.port, '127.0.0.1').on('error', () => {});
    talking.write('PING\r\n'.repeat(5_000));
    talking.resume();
    await once(talking, 'close');
  });

  it('sends no more than its bound to a visitor who never stops asking', async () => {
    const decoy = await decoyOf('http-bucket', { bytesOut: 300_000 });
    const socket = connect(decoy.port, '127.0.0.1').on('error', () => {});
    let received = 0;
    socket.on('data', (bytes) => {
      received += bytes.length;
    });
    socket.write('GET /backups/db/customers.csv HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(20));
    await once(socket, 'close');
    assert.ok(received <= 300_000, `${received}`);
  });
});
