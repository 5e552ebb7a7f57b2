// Decoys at a socket, asked by real clients.
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, describe, it } from 'node:test';
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
