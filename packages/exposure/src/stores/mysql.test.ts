// MySQL and MariaDB as a source, against a real MariaDB.
import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { after, afterEach, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { resolveBySystem, scopeOf } from '@vigie/probe';
import { lacks } from '@vigie/probe/testing';
import { settledLog } from '@vigie/probe/testing/log-reading';
import type { LoggedServer } from '@vigie/probe/testing/logged-server';
import { startMariadb } from '@vigie/probe/testing/mariadb';
import mysql from 'mysql2/promise';
import { openLocation, parseStoreUrl } from '../net/location.ts';
import { type Block, type Dataset, isFault, type Source, type SourceFault } from '../source.ts';
import { openMysql } from './mysql.ts';

const HOST = { scope: scopeOf(undefined), resolve: resolveBySystem };
const { signal } = new AbortController();
const HOSTILE = 'a`b\\c"d\'e\nf; DROP TABLE customers --é漢';

function byUrl(url: string): Source {
  const location = parseStoreUrl(url);
  if ('code' in location) throw new Error(location.message);
  return openMysql(location, HOST);
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
  const client = await mysql.createConnection({ host: '127.0.0.1', port: server.port, user: 'root', database: 'shop' });
  for (const statement of statements) await client.query(statement);
  await client.end();
}

describe('MariaDB', { skip: lacks('mariadbd', 'mariadb-server') }, () => {
  let server: LoggedServer;
  const open = () => byUrl(`mysql://127.0.0.1:${server.port}/shop`);
  before(async () => {
    server = await startMariadb('open');
    const name = `\`${HOSTILE.replaceAll('`', '``')}\``;
    await write(
      server,
      'CREATE TABLE log (id BIGINT PRIMARY KEY, who VARCHAR(80), doc JSON, filler TEXT)',
      `INSERT INTO log SELECT seq * 3, IF(seq % 10 > 0, CONCAT(IF(seq % 20 < 10, 'P', 'p'), seq % 5000, '@Example.org'), NULL),
        JSON_OBJECT('user_id', CONCAT('U-', seq % 1000)), REPEAT('lorem ipsum ', 40) FROM seq_1_to_200000`,
      'ANALYZE TABLE log',
      `CREATE TABLE ${name} (${name} TEXT) CHARACTER SET utf8mb4`,
      `INSERT INTO ${name} VALUES ('x"\\n\\\\y'), ('ü漢'), (NULL)`,
      'CREATE TABLE types (n BIGINT UNSIGNED, z INT(6) ZEROFILL, d DECIMAL(30,2), f DOUBLE, t DATETIME, b BLOB, c BLOB, y YEAR, l VARCHAR(9) CHARACTER SET latin1)',
      "INSERT INTO types VALUES (18446744073709551615, 42, 12345678901234567890.5, 1.5, '2025-01-02 03:04:05', 'é', 0xff004142, 2025, 'é')",
      'CREATE VIEW watched AS SELECT id, who FROM log',
      'CREATE TABLE cases (v VARCHAR(20)) COLLATE utf8mb4_general_ci',
      "INSERT INTO cases VALUES ('Key'), ('key'), ('A@example.org'), ('a@example.org'), (''), (NULL)",
    );
  });
  after(() => server?.stop());

  it('lists tables with columns and types, rows within honest bounds, and no system tables', async () => {
    const source = byUrl(`mysql://127.0.0.1:${server.port}`);
    const datasets = await source.datasets(signal);
    assert.ok(!('code' in datasets));
    const names = datasets.map(({ container, name }) => [container, name]);
    const expected = ['cases', 'customers', 'log', 'products', 'types', 'watched', HOSTILE];
    assert.deepEqual(names.sort(), expected.map((name) => ['shop', name]).sort());
    const log = datasets.find(({ name }) => name === 'log');
    assert.ok(log?.rows && log.rows.lower <= 200_000 && log.rows.upper >= 200_000);
    assert.deepEqual(log.columns[0], { name: 'id', type: 'bigint(20)' });
    assert.equal(datasets.find(({ name }) => name === 'watched')?.derived, true);
    await source.close();
  });

  it('streams every row, and lets the server wait while the reader does', async () => {
    const source = open();
    const dataset = await datasetOf(source, 'log');
    let rows = 0;
    let blocks = 0;
    const grown: number[] = [];
    for await (const block of source.read({ dataset, signal })) {
      assert.ok(!isFault(block));
      assert.ok(block.bytes.length <= 1.1 * 2 ** 20);
      assert.equal(block.bytes.at(-1), 10);
      rows += block.rows;
      blocks += 1;
      if (blocks % 32 !== 1) continue;
      await sleep(100);
      const before = process.memoryUsage().arrayBuffers;
      await sleep(100);
      grown.push(process.memoryUsage().arrayBuffers - before);
    }
    assert.equal(rows, 200_000);
    assert.ok(blocks > 90, `${blocks} blocks`);
    // What lies ready is four blocks; the rest of the table waits in the server.
    assert.ok(Math.max(...grown) < 6 * 2 ** 20, `${grown} bytes came while nobody read`);
    await source.close();
  });

  it('takes a sample over the range of the key, by chance of a small table, of a view the first rows', async () => {
    const source = open();
    const large = await gather(source.read({ dataset: await datasetOf(source, 'log'), sample: 1000, signal }));
    assert.equal(large.rows.length, 1000);
    assert.equal(new Set(large.rows.map((row) => Math.floor(Number(row[0]) / 60_001))).size, 10);
    const few = await gather(source.read({ dataset: await datasetOf(source, 'cases'), sample: 100, signal }));
    assert.equal(few.rows.length, 6);
    const view = await gather(source.read({ dataset: await datasetOf(source, 'watched'), sample: 10, signal }));
    assert.deepEqual([view.rows.length, view.fault], [10, undefined]);
    await source.close();
  });

  it('counts in place what a reader of all rows counts, whatever the collation puts together', async () => {
    const source = open();
    const dataset = await datasetOf(source, 'log');
    const { rows } = await gather(source.read({ dataset, columns: ['who'], signal }));
    const texts = rows.flatMap((row) => (typeof row[0] === 'string' ? [row[0].toLowerCase()] : []));
    const who = await source.inPlace?.count(dataset, 'who', signal);
    assert.ok(who && !('code' in who));
    assert.deepEqual([who.rows.lower, who.distinct.upper], [texts.length, new Set(texts).size]);
    const users = await source.inPlace?.count(dataset, 'doc[user_id]', signal);
    assert.ok(users && !('code' in users));
    assert.deepEqual([users.rows.estimate, users.distinct.estimate], [200_000, 1000]);
    const cases = await source.inPlace?.count(await datasetOf(source, 'cases'), 'v', signal);
    assert.ok(cases && !('code' in cases));
    assert.deepEqual([cases.rows.estimate, cases.distinct.estimate], [4, 3]);
    const groups = await gather(source.inPlace?.groups(await datasetOf(source, 'cases'), ['v'], signal));
    assert.equal(groups.rows.length, 6);
    assert.ok(groups.rows.every((row) => row[1] === 1));
    await source.close();
  });

  it('reads hostile names and every kind of value', async () => {
    const source = open();
    const hostile = await datasetOf(source, HOSTILE);
    assert.deepEqual((await gather(source.read({ dataset: hostile, signal }))).rows, [['x"\n\\y'], ['ü漢'], [null]]);
    const counted = await source.inPlace?.count(hostile, HOSTILE, signal);
    assert.ok(counted && !('code' in counted) && counted.distinct.estimate === 2);
    const { rows } = await gather(source.read({ dataset: await datasetOf(source, 'types'), signal }));
    assert.deepEqual(rows, [
      [
        '18446744073709551615',
        '000042',
        '12345678901234567890.50',
        1.5,
        '2025-01-02 03:04:05',
        'é',
        'ÿ\u0000AB',
        '2025',
        'é',
      ],
    ]);
    await source.close();
  });

  it('is read-only by the server’s own hand, and has written nothing: the server’s own log', async () => {
    await write(
      server,
      'CREATE TABLE scratch (a INT)',
      'CREATE FUNCTION scribble() RETURNS INT MODIFIES SQL DATA BEGIN INSERT INTO shop.scratch VALUES (1); RETURN 1; END',
      'CREATE VIEW scribbles AS SELECT scribble() AS v',
    );
    const source = open();
    const columns = [{ name: 'v', type: 'int' }];
    const dataset = { ...(await datasetOf(source, 'scribbles')), columns };
    const { rows, fault } = await gather(source.read({ dataset, signal }));
    assert.deepEqual(rows, []);
    assert.match(fault?.message ?? '', /1792/);
    assert.deepEqual(await gather(source.read({ dataset: await datasetOf(source, 'scratch'), signal })), {
      rows: [],
      fault: undefined,
    });
    await source.close();
    await write(server, 'DROP VIEW scribbles', 'DROP FUNCTION scribble', 'DROP TABLE scratch');
    const log = await settledLog(server);
    assert.match(log, /SET SESSION TRANSACTION READ ONLY/);
    const sessions = [...log.matchAll(/^[^\n]*?(\d+) Query\s+SET SESSION TRANSACTION READ ONLY/gm)].map(([, id]) => id);
    assert.ok(sessions.length > 3);
    for (const id of sessions) {
      const writes = log.match(new RegExp(`\\b${id} Query\\s+(?:INSERT|UPDATE|DELETE|CREATE|DROP|ALTER)[^\\n]*`, 'g'));
      assert.equal(writes, null);
    }
  });

  it('keeps what came before an error in the middle of the rows, and does not pass its text on', async () => {
    await write(
      server,
      `CREATE FUNCTION fails(n BIGINT) RETURNS BIGINT BEGIN IF n = 300000 THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'canary'; END IF; RETURN n; END`,
      'CREATE VIEW breaks AS SELECT fails(id) AS v, filler FROM log',
    );
    const source = open();
    const { rows, fault } = await gather(source.read({ dataset: await datasetOf(source, 'breaks'), signal }));
    await write(server, 'DROP VIEW breaks', 'DROP FUNCTION fails');
    assert.ok(rows.length > 50_000 && rows.length < 200_000, `${rows.length} rows`);
    assert.equal(fault?.code, 'broken');
    assert.doesNotMatch(JSON.stringify(fault), /canary/);
    await source.close();
  });

  it('stops when it is told to, and says so', async () => {
    const source = open();
    const dataset = await datasetOf(source, 'log');
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
    const source = openMysql(openLocation('mysql', '127.0.0.1', address.port, false), nowhere);
    const fault = await source.datasets(signal);
    trap.close();
    assert.ok('code' in fault && fault.code === 'out of scope');
    assert.equal(connections, 0);
  });

  it('keeps what came when the server is killed half-way', async () => {
    const victim = await startMariadb('open');
    await write(victim, 'CREATE TABLE many AS SELECT seq, REPEAT(MD5(seq), 10) AS t FROM seq_1_to_200000');
    const source = byUrl(`mysql://127.0.0.1:${victim.port}/shop`);
    const dataset = await datasetOf(source, 'many');
    let rows = 0;
    let fault: SourceFault | undefined;
    for await (const item of source.read({ dataset, signal })) {
      if (isFault(item)) fault = item;
      else if (rows === 0) process.kill(-victim.pid, 'SIGKILL');
      if (!isFault(item)) rows += item.rows;
    }
    await victim.stop();
    assert.equal(fault?.code, 'lost');
    assert.ok(rows > 0 && rows < 200_000, `${rows} rows`);
    await source.close();
  });
});

describe('the door of MariaDB', { skip: lacks('mariadbd', 'mariadb-server') }, () => {
  let server: LoggedServer | undefined;
  afterEach(() => server?.stop());

  it('names a wrong password without the password, and enters with the right one', async () => {
    server = await startMariadb('closed');
    const wrong = byUrl(`mysql://app:not-the-password@127.0.0.1:${server.port}/`);
    const fault = await wrong.datasets(signal);
    await wrong.close();
    assert.ok('code' in fault && fault.code === 'refused');
    assert.match(fault.message, /1045/);
    assert.doesNotMatch(JSON.stringify(fault), /not-the/);
    const right = byUrl(`mysql://app:a-password-of-the-test-bench@127.0.0.1:${server.port}/shop`);
    assert.equal((await datasetOf(right, 'customers')).container, 'shop');
    await right.close();
  });

  it('takes TLS where it is offered, and refuses a certificate that nobody vouches for where it is demanded', async () => {
    server = await startMariadb('tls-required');
    const offered = byUrl(`mysql://127.0.0.1:${server.port}/shop`);
    assert.equal((await datasetOf(offered, 'customers')).container, 'shop');
    await offered.close();
    const demanded = byUrl(`mysql://127.0.0.1:${server.port}/shop?ssl-mode=REQUIRED`);
    const fault = await demanded.datasets(signal);
    await demanded.close();
    assert.ok('code' in fault && fault.code === 'refused', JSON.stringify(fault));
    assert.match(fault.message, /certificate/);
  });
});
