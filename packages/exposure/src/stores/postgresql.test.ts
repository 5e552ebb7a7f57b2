// PostgreSQL as a source, against the real server.
import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { resolveBySystem, scopeOf } from '@vigie/probe';
import { settledLog } from '@vigie/probe/testing/log-reading';
import type { LoggedServer } from '@vigie/probe/testing/logged-server';
import { lacksPostgresql, type PostgresqlState, startPostgresql } from '@vigie/probe/testing/postgresql';
import pg from 'pg';
import { openLocation, parseStoreUrl } from '../net/location.ts';
import { type Block, type Dataset, isFault, type Source, type SourceFault } from '../source.ts';
import { openPostgresql } from './postgresql.ts';

const HOST = { scope: scopeOf(undefined), resolve: resolveBySystem };
const { signal } = new AbortController();
const HOSTILE = 'a"b\\c`d\'e\nf; DROP TABLE customers --é漢';

function byUrl(url: string): Source {
  const location = parseStoreUrl(url);
  if ('code' in location) throw new Error(location.message);
  return openPostgresql(location, HOST);
}

async function datasetOf(source: Source, name: string): Promise<Dataset> {
  const datasets = await source.datasets(signal);
  if ('code' in datasets) throw new Error(datasets.message);
  const found = datasets.find((dataset) => dataset.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
}

async function gather(items: AsyncIterable<Block | SourceFault> | undefined) {
  const rows: unknown[][] = [];
  let fault: SourceFault | undefined;
  for await (const item of items ?? []) {
    assert.equal(fault, undefined, 'a fault is the last item');
    if (isFault(item)) fault = item;
    else {
      const lines = Buffer.from(item.bytes).toString().trimEnd().split('\n');
      assert.equal(lines.length, item.rows);
      for (const line of lines) rows.push(JSON.parse(line));
    }
  }
  return { rows, fault };
}

async function write(server: LoggedServer, ...statements: readonly string[]): Promise<void> {
  const settings = { host: '127.0.0.1', port: server.port, user: 'keeper', database: 'shop', ssl: false };
  const client = new pg.Client({ ...settings, application_name: 'the test itself' });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/** The processes that serve us: each has a session of its own, so that a signal to the server's group misses them. */
async function backendsOf(server: LoggedServer): Promise<readonly number[]> {
  const settings = { host: '127.0.0.1', port: server.port, user: 'keeper', database: 'shop', ssl: false };
  const client = new pg.Client(settings);
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query("SELECT pid FROM pg_stat_activity WHERE application_name = 'vigie'");
  await client.end();
  return rows.map(({ pid }) => pid);
}

describe('PostgreSQL', { skip: lacksPostgresql() }, () => {
  let server: LoggedServer;
  const open = () => byUrl(`postgresql://127.0.0.1:${server.port}/shop`);
  before(async () => {
    server = await startPostgresql('open');
    const name = `"${HOSTILE.replaceAll('"', '""')}"`;
    await write(
      server,
      `CREATE TABLE log (id bigint PRIMARY KEY, who text, doc jsonb, tags text[], raw bytea)`,
      `INSERT INTO log SELECT n, CASE WHEN n % 10 > 0 THEN (CASE WHEN n % 20 < 10 THEN 'P' ELSE 'p' END) || n % 5000 || '@Example.org' END,
        jsonb_build_object('user_id', 'U-' || n % 1000, 'text', repeat('lorem ', 10)), ARRAY['a', 'b' || n % 7], 'bytes'::bytea
        FROM generate_series(1, 200000) n`,
      'ANALYZE log',
      `CREATE TABLE ${name} (${name} text)`,
      `INSERT INTO ${name} VALUES (E'x"\\n\\\\y'), ('ü'), (NULL)`,
      `CREATE TABLE types (j json, f float8, d timestamptz, t text, r bytea, s bytea, n numeric)`,
      `INSERT INTO types VALUES (E'{"a":\\n1}', 'NaN', '2025-01-02 03:04:05Z', E'\\t\\u0001', '\\xc3a9', '\\xff00414243', 12345678901234567890.5)`,
      'CREATE VIEW watched AS SELECT id, who FROM log',
      'CREATE TABLE parted (at date, v int) PARTITION BY RANGE (at)',
      `CREATE TABLE parted_1 PARTITION OF parted FOR VALUES FROM ('2025-01-01') TO ('2025-02-01')`,
      `CREATE TABLE parted_2 PARTITION OF parted FOR VALUES FROM ('2025-02-01') TO ('2025-03-01')`,
      `INSERT INTO parted SELECT '2025-01-01'::date + n % 50, n FROM generate_series(1, 5000) n`,
      'CREATE TABLE nobody (a int)',
      `CREATE TABLE wide (${Array.from({ length: 230 }, (_, index) => `c${index} int DEFAULT ${index}`).join(', ')})`,
      'INSERT INTO wide DEFAULT VALUES',
    );
  });
  after(() => server?.stop());

  it('lists tables of all databases with columns, and rows as an estimate within honest bounds', async () => {
    const source = byUrl(`postgresql://127.0.0.1:${server.port}`);
    const datasets = await source.datasets(signal);
    assert.ok(!('code' in datasets));
    const names = datasets.filter(({ container }) => container === 'shop').map(({ name }) => name);
    const expected = ['customers', 'log', 'nobody', 'parted', 'products', 'types', 'watched', 'wide', HOSTILE];
    assert.deepEqual(names.sort(), expected.map((name) => `public.${name}`).sort());
    const log = datasets.find(({ name }) => name === 'public.log');
    assert.ok(log?.rows && log.rows.lower <= 200_000 && log.rows.upper >= 200_000);
    assert.ok(Math.abs(log.rows.estimate - 200_000) < 10_000, `${log.rows.estimate}`);
    assert.deepEqual(log.columns[2], { name: 'doc', type: 'jsonb' });
    const nobody = datasets.find(({ name }) => name === 'public.nobody');
    assert.deepEqual(nobody?.rows, { lower: 0, estimate: 0, upper: 0 });
    assert.equal(datasets.find(({ name }) => name === 'public.watched')?.derived, true);
    await source.close();
  });

  it('streams every row, and lets the server wait while the reader does', async () => {
    const source = open();
    const dataset = await datasetOf(source, 'public.log');
    let rows = 0;
    let blocks = 0;
    const grown: number[] = [];
    for await (const block of source.read({ dataset, signal })) {
      assert.ok(!isFault(block));
      assert.ok(block.bytes.length <= 1.1 * 2 ** 20);
      assert.equal(block.bytes.at(-1), 10);
      assert.deepEqual(block.columns, ['id', 'who', 'doc', 'tags', 'raw']);
      rows += block.rows;
      blocks += 1;
      if (blocks % 8 !== 1) continue;
      await sleep(100);
      const before = process.memoryUsage().arrayBuffers;
      await sleep(100);
      grown.push(process.memoryUsage().arrayBuffers - before);
    }
    assert.equal(rows, 200_000);
    assert.ok(blocks > 20, `${blocks} blocks`);
    // What lies ready is four blocks; the rest of the table waits in the server.
    assert.ok(Math.max(...grown) < 6 * 2 ** 20, `${grown} bytes came while nobody read`);
    await source.close();
  });

  it('takes a sample spread over a large table, a small one, a partitioned one; of a view the first rows', async () => {
    const source = open();
    const large = await gather(source.read({ dataset: await datasetOf(source, 'public.log'), sample: 1000, signal }));
    assert.equal(large.rows.length, 1000);
    const tenths = new Set(large.rows.map((row) => Math.floor(Number(row[0]) / 20_001)));
    assert.equal(tenths.size, 10);
    const again = await gather(source.read({ dataset: await datasetOf(source, 'public.log'), sample: 1000, signal }));
    assert.deepEqual(again.rows, large.rows);
    const parted = await gather(
      source.read({ dataset: await datasetOf(source, 'public.parted'), sample: 100, signal }),
    );
    assert.equal(parted.fault, undefined);
    assert.equal(parted.rows.length, 100);
    assert.equal(new Set(parted.rows.map((row) => String(row[0]).slice(0, 7))).size, 2);
    const view = await gather(source.read({ dataset: await datasetOf(source, 'public.watched'), sample: 10, signal }));
    assert.deepEqual([view.rows.length, view.fault], [10, undefined]);
    await source.close();
  });

  it('counts in place what a reader of all rows counts', async () => {
    const source = open();
    const dataset = await datasetOf(source, 'public.log');
    const { rows } = await gather(source.read({ dataset, columns: ['who', 'doc', 'tags'], signal }));
    const texts = rows.flatMap((row) => (typeof row[0] === 'string' ? [row[0].toLowerCase()] : []));
    const who = await source.inPlace?.count(dataset, 'who', signal);
    assert.ok(who && !('code' in who));
    assert.deepEqual([who.rows.lower, who.distinct.upper], [texts.length, new Set(texts).size]);
    const users = await source.inPlace?.count(dataset, 'doc[user_id]', signal);
    assert.ok(users && !('code' in users));
    assert.deepEqual([users.rows.estimate, users.distinct.estimate], [200_000, 1000]);
    const tags = await source.inPlace?.count(dataset, 'tags', signal);
    assert.ok(tags && !('code' in tags));
    assert.deepEqual([tags.rows.estimate, tags.distinct.estimate], [200_000, 8]);
    const groups = await gather(source.inPlace?.groups(dataset, ['doc[user_id]', 'tags'], signal));
    assert.equal(groups.fault, undefined);
    assert.equal(groups.rows.length, 7000);
    for (const [form, isSo] of [
      ['^.*@.*$', texts.every((text) => text === '' || text.includes('@'))],
      ['^[0-9a-f]{32}$', false],
      ['^.+$', true],
    ] as const) {
      assert.equal(await source.inPlace?.isThroughout?.(dataset, 'who', form, signal), isSo, form);
    }
    assert.equal(
      groups.rows.reduce((sum, row) => sum + Number(row[2]), 0),
      200_000,
    );
    await source.close();
  });

  it('reads hostile names, every kind of value, and more columns than a function takes', async () => {
    const source = open();
    const hostile = await datasetOf(source, `public.${HOSTILE}`);
    assert.deepEqual((await gather(source.read({ dataset: hostile, signal }))).rows, [['x"\n\\y'], ['ü'], [null]]);
    const counted = await source.inPlace?.count(hostile, HOSTILE, signal);
    assert.ok(counted && !('code' in counted) && counted.distinct.estimate === 2);
    const { rows } = await gather(source.read({ dataset: await datasetOf(source, 'public.types'), signal }));
    const [first] = rows;
    assert.deepEqual(first?.slice(0, 2), [{ a: 1 }, 'NaN']);
    assert.deepEqual(first?.slice(3, 6), ['\t\u0001', 'é', '\\377\\000ABC']);
    const wide = await gather(source.read({ dataset: await datasetOf(source, 'public.wide'), signal }));
    assert.deepEqual(
      wide.rows[0],
      Array.from({ length: 230 }, (_, index) => index),
    );
    await source.close();
  });

  it('keeps what came before an error in the middle of the rows, and does not pass its text on', async () => {
    await write(
      server,
      `CREATE VIEW breaks AS SELECT CASE WHEN id = 150000 THEN 'canary' ELSE id::text END::int AS v FROM log`,
    );
    const source = open();
    const { rows, fault } = await gather(source.read({ dataset: await datasetOf(source, 'public.breaks'), signal }));
    await write(server, 'DROP VIEW breaks');
    assert.ok(rows.length > 100_000 && rows.length < 200_000, `${rows.length} rows`);
    assert.equal(fault?.code, 'broken');
    assert.match(fault?.message ?? '', /22P02/);
    assert.doesNotMatch(JSON.stringify(fault), /canary/);
    await source.close();
  });

  it('is read-only by the server’s own hand: a view that writes is refused', async () => {
    await write(
      server,
      `CREATE FUNCTION public.scribble() RETURNS int LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.nobody VALUES (1); RETURN 1; END'`,
      'CREATE VIEW scribbles AS SELECT public.scribble() AS v',
    );
    const source = open();
    const { rows, fault } = await gather(source.read({ dataset: await datasetOf(source, 'public.scribbles'), signal }));
    assert.deepEqual(rows, []);
    assert.match(fault?.message ?? '', /25006/);
    const nobody = await gather(source.read({ dataset: await datasetOf(source, 'public.nobody'), signal }));
    assert.deepEqual(nobody, { rows: [], fault: undefined });
    await write(server, 'DROP VIEW scribbles', 'DROP FUNCTION public.scribble');
    await source.close();
    const log = await settledLog(server);
    const ours = log.match(/statement: [^\n]*/g)?.filter((line) => /READ ONLY|COPY/.test(line)) ?? [];
    assert.ok(ours.length > 10);
    const writers = log
      .split('\n')
      .filter((line) => /postgres@shop.*statement: (?:INSERT|UPDATE|DELETE|CREATE|DROP|ALTER)/.test(line));
    assert.deepEqual(writers, []);
  });

  it('does not wait long for a table that somebody has locked', async () => {
    const settings = { host: '127.0.0.1', port: server.port, user: 'keeper', database: 'shop', ssl: false };
    const holder = new pg.Client(settings);
    await holder.connect();
    await holder.query('BEGIN; LOCK TABLE products IN ACCESS EXCLUSIVE MODE');
    const source = open();
    const dataset = await datasetOf(source, 'public.products');
    assert.equal(dataset.rows, undefined, 'its size could not be asked for');
    const { fault } = await gather(source.read({ dataset, signal }));
    assert.equal(fault?.code, 'timeout');
    await holder.end();
    await source.close();
  });

  it('stops when it is told to, and says so', async () => {
    const source = open();
    const dataset = await datasetOf(source, 'public.log');
    const stop = new AbortController();
    let fault: SourceFault | undefined;
    for await (const item of source.read({ dataset, signal: stop.signal })) {
      if (isFault(item)) fault = item;
      stop.abort();
    }
    assert.equal(fault?.code, 'lost');
    await source.close();
  });

  it('connects to nothing out of scope', async () => {
    let connections = 0;
    const trap = createServer(() => {
      connections += 1;
    });
    await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve));
    const address = trap.address();
    assert.ok(address && typeof address === 'object');
    const nowhere = { ...HOST, scope: { ...HOST.scope, allowed: [] } };
    const source = openPostgresql(openLocation('postgresql', '127.0.0.1', address.port, false), nowhere);
    const fault = await source.datasets(signal);
    trap.close();
    assert.ok('code' in fault && fault.code === 'out of scope');
    assert.equal(connections, 0);
  });

  it('keeps what came when the server is killed half-way', async () => {
    const victim = await startPostgresql('open');
    await write(
      victim,
      `CREATE TABLE many AS SELECT n, repeat(md5(n::text), 10) AS t FROM generate_series(1, 200000) n`,
    );
    const source = byUrl(`postgresql://127.0.0.1:${victim.port}/shop`);
    const dataset = await datasetOf(source, 'public.many');
    let rows = 0;
    let fault: SourceFault | undefined;
    for await (const item of source.read({ dataset, signal })) {
      if (isFault(item)) fault = item;
      else if (rows === 0) for (const pid of await backendsOf(victim)) process.kill(pid, 'SIGKILL');
      if (!isFault(item)) rows += item.rows;
    }
    await victim.stop();
    assert.equal(fault?.code, 'lost');
    assert.ok(rows > 0 && rows < 200_000, `${rows} rows`);
    await source.close();
  });
});

describe('the door of PostgreSQL', { skip: lacksPostgresql() }, () => {
  const servers = new Map<PostgresqlState, LoggedServer>();
  after(async () => {
    for (const server of servers.values()) await server.stop();
  });
  const serverIn = async (state: PostgresqlState) => {
    const server = servers.get(state) ?? (await startPostgresql(state));
    servers.set(state, server);
    return server;
  };
  const visit = async (state: PostgresqlState, url: (port: number) => string) => {
    const server = await serverIn(state);
    const source = byUrl(url(server.port));
    const answer = await source.datasets(signal);
    await source.close();
    return { answer, log: await settledLog(server) };
  };

  it('names a wrong password without the password', async () => {
    const { answer } = await visit('closed', (port) => `postgresql://keeper:not-the-password@127.0.0.1:${port}/shop`);
    assert.ok('code' in answer && answer.code === 'refused');
    assert.match(answer.message, /28P01/);
    assert.doesNotMatch(JSON.stringify(answer), /not-the/);
  });

  it('sends no password that the URL does not have, not even from the environment', async () => {
    process.env.PGPASSWORD = 'a-password-of-the-test-bench';
    const { answer, log } = await visit('password', (port) => `postgresql://keeper@127.0.0.1:${port}/shop`);
    delete process.env.PGPASSWORD;
    assert.ok('code' in answer && answer.code === 'refused');
    assert.match(answer.message, /a password is asked for/);
    assert.doesNotMatch(log, /password authentication failed|connection authorized/);
  });

  it('enters with the right password, and through TLS where the server wants it', async () => {
    const right = await visit(
      'closed',
      (port) => `postgresql://keeper:a-password-of-the-test-bench@127.0.0.1:${port}/shop`,
    );
    assert.ok(!('code' in right.answer), JSON.stringify(right.answer));
    const tls = await visit(
      'tls-required',
      (port) => `postgresql://postgres@127.0.0.1:${port}/shop?sslmode=require&insecure=true`,
    );
    assert.ok(!('code' in tls.answer), JSON.stringify(tls.answer));
    const offered = await visit('tls-required', (port) => `postgresql://postgres@127.0.0.1:${port}/shop`);
    assert.ok(!('code' in offered.answer), JSON.stringify(offered.answer));
  });

  it('refuses a certificate that nobody vouches for, where a password would travel or TLS is demanded', async () => {
    const demanded = await visit(
      'tls-required',
      (port) => `postgresql://postgres@127.0.0.1:${port}/shop?sslmode=require`,
    );
    assert.ok('code' in demanded.answer && demanded.answer.code === 'refused');
    assert.match(demanded.answer.message, /certificate/);
    const { answer } = await visit('tls-required', (port) => `postgresql://postgres:x-secret@127.0.0.1:${port}/shop`);
    assert.ok('code' in answer && answer.code === 'refused');
    assert.match(answer.message, /certificate/);
  });

  it('puts a database that lets nobody in into the list, with its reason', async () => {
    const server = await serverIn('half-open');
    const source = byUrl(`postgresql://postgres@127.0.0.1:${server.port}`);
    const closed = await datasetOf(source, '*');
    assert.equal(closed.container, 'shop');
    const { fault } = await gather(source.read({ dataset: closed, signal }));
    assert.equal(fault?.code, 'refused');
    await source.close();
  });
});

describe('a server that is no good PostgreSQL', () => {
  it('is cut off where it sends a row without an end', async () => {
    const filler = Buffer.alloc(1 << 20);
    const server = createServer((socket) => {
      socket.on('error', () => {});
      socket.on('close', () => socket.destroy());
      const message = (type: string, body: Buffer) => {
        const head = Buffer.alloc(5);
        head.write(type);
        head.writeUInt32BE(body.length + 4, 1);
        return Buffer.concat([head, body]);
      };
      const ready = message('Z', Buffer.from('I'));
      let hasStarted = false;
      socket.on('data', (bytes) => {
        const text = bytes.toString('latin1');
        if (!hasStarted) {
          hasStarted = true;
          socket.write(Buffer.concat([message('R', Buffer.alloc(4)), ready]));
        } else if (text.includes('COPY')) {
          socket.write(message('H', Buffer.from([1, 0, 1, 0, 1])));
          socket.write(Buffer.from([0x64, 0x40, 0, 0, 4]));
          const more = () => {
            if (socket.destroyed) return;
            if (socket.write(filler)) setImmediate(more);
            else socket.once('drain', more);
          };
          more();
        } else socket.write(Buffer.concat([message('C', Buffer.from('BEGIN\0')), ready]));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    assert.ok(address && typeof address === 'object');
    const source = byUrl(`postgresql://127.0.0.1:${address.port}/x?sslmode=disable`);
    const dataset: Dataset = { container: 'x', name: 'public.t', columns: [{ name: 'c', type: 'text' }] };
    const { fault } = await gather(source.read({ dataset, signal }));
    assert.equal(fault?.code, 'too large');
    await source.close();
    server.close();
  });
});
