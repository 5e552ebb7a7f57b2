// ClickHouse as a source, against the real server.
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { resolveBySystem, scopeOf } from '@vigie/probe';
import { lacks } from '@vigie/probe/testing';
import { clickhouseQuery, createClickhouseTable, startClickhouse } from '@vigie/probe/testing/clickhouse';
import { settledLog } from '@vigie/probe/testing/log-reading';
import type { LoggedServer } from '@vigie/probe/testing/logged-server';
import { startStopwatch } from '@vigie/probe/testing/own-time';
import { openLocation, parseStoreUrl } from '../net/location.ts';
import { type Block, type Dataset, isFault, type Source, type SourceFault } from '../source.ts';
import { openClickhouse } from './clickhouse.ts';

const HOST = { scope: scopeOf(undefined), resolve: resolveBySystem };
const { signal } = new AbortController();

function open(port: number): Source {
  return openClickhouse(openLocation('clickhouse', '127.0.0.1', port, false), HOST);
}

function byUrl(url: string): Source {
  const location = parseStoreUrl(url);
  if ('code' in location) throw new Error(location.message);
  return openClickhouse(location, HOST);
}

async function datasetOf(source: Source, name: string): Promise<Dataset> {
  const datasets = await source.datasets(signal);
  if ('code' in datasets) throw new Error(datasets.message);
  const found = datasets.find((dataset) => dataset.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
}

async function gather(items: AsyncIterable<Block | SourceFault>) {
  const rows: unknown[][] = [];
  const faults: SourceFault[] = [];
  let columns: readonly string[] | undefined;
  for await (const item of items) {
    assert.equal(faults.length, 0, 'a fault is the last item');
    if (isFault(item)) faults.push(item);
    else {
      const lines = Buffer.from(item.bytes).toString().trimEnd().split('\n');
      assert.equal(lines.length, item.rows);
      for (const line of lines) rows.push(JSON.parse(line));
      columns = item.columns;
    }
  }
  return { rows, columns, fault: faults[0] };
}

describe('ClickHouse', { skip: lacks('clickhouse-server') }, () => {
  let server: LoggedServer;
  const http = () => server.ports.http ?? 0;
  before(async () => {
    server = await startClickhouse('open', { queryLog: true });
    await clickhouseQuery(server, 'CREATE DATABASE big');
    await clickhouseQuery(
      server,
      `CREATE TABLE big.log (at DateTime, who Nullable(String), string Nested(names String, values String), n UInt64)
       ENGINE = MergeTree PARTITION BY toYYYYMM(at) ORDER BY at`,
    );
    // 200,000 rows over five months; 5,000 people, each in two spellings.
    await clickhouseQuery(
      server,
      `INSERT INTO big.log SELECT toDateTime('2025-01-01 00:00:00') + number * 60,
        if(number % 10 = 0, NULL, concat(if(number % 20 < 10, 'P', 'p'), toString(number % 5000), '@Example.org')),
        ['level', 'user_id'], ['info', if(number % 4 = 0, '', concat('U-', toString(number % 1000)))],
        number * 1000000007 FROM numbers(200000)`,
    );
  });
  after(() => server?.stop());

  it('lists tables with columns, types and exact rows, and no system tables', async () => {
    const source = open(http());
    const datasets = await source.datasets(signal);
    assert.ok(!('code' in datasets));
    const names = datasets.map(({ container, name }) => `${container}.${name}`);
    assert.deepEqual(names, ['big.log', 'public.products', 'shop.customers']);
    const [log] = datasets;
    assert.deepEqual(log?.rows, { lower: 200_000, estimate: 200_000, upper: 200_000 });
    assert.deepEqual(log?.columns[1], { name: 'who', type: 'Nullable(String)' });
    assert.deepEqual(log?.columns[2], { name: 'string.names', type: 'Array(String)' });
    await source.close();
  });

  it('reads one database only where the URL names one', async () => {
    const source = byUrl(`clickhouse://127.0.0.1:${http()}/shop`);
    const datasets = await source.datasets(signal);
    assert.ok(!('code' in datasets));
    assert.deepEqual(
      datasets.map(({ container }) => container),
      ['shop'],
    );
    await source.close();
  });

  it('streams every row in blocks of about a mebibyte with memory of their own', async () => {
    const source = open(http());
    const dataset = await datasetOf(source, 'log');
    let rows = 0;
    let total = 0;
    const first: string[] = [];
    for await (const block of source.read({ dataset, signal })) {
      assert.ok(!isFault(block));
      assert.ok(block.bytes.length < 1.3 * 2 ** 20);
      assert.equal(block.bytes.at(-1), 10, 'cut at a line end');
      // Handing the memory to another thread must not take anything else with it.
      structuredClone(block.bytes, { transfer: [block.bytes.buffer as ArrayBuffer] });
      rows += block.rows;
      total += 1;
      if (first.length === 0 && block.columns) first.push(...block.columns);
    }
    assert.equal(rows, 200_000);
    assert.ok(total >= 10);
    assert.deepEqual(first, ['at', 'who', 'string.names', 'string.values', 'n']);
    await source.close();
  });

  it('lets the server wait while the reader does', async () => {
    const source = open(http());
    const dataset = await datasetOf(source, 'log');
    const grown: number[] = [];
    let blocks = 0;
    for await (const block of source.read({ dataset, signal })) {
      assert.ok(!isFault(block));
      blocks += 1;
      if (blocks % 4 !== 1) continue;
      const before = process.memoryUsage().arrayBuffers;
      await sleep(150);
      grown.push(process.memoryUsage().arrayBuffers - before);
    }
    assert.ok(blocks >= 10);
    // The rest of the table would come within this time if somebody took it.
    assert.ok(Math.max(...grown) < 2 ** 20, `${grown} bytes came while nobody read`);
    await source.close();
  });

  it('takes a sample that is spread over the table, the same one each time, within 1.5 s of the connection', async () => {
    const sinceStarted = startStopwatch();
    const source = open(http());
    const dataset = await datasetOf(source, 'log');
    const sample = await gather(source.read({ dataset, sample: 1000, signal }));
    const tookMs = sinceStarted();
    assert.ok(tookMs < 1500, `${tookMs} ms`);
    assert.ok(sample.rows.length > 800 && sample.rows.length <= 1000, `${sample.rows.length} rows`);
    const months = new Set(sample.rows.map((row) => String(row[0]).slice(0, 7)));
    assert.equal(months.size, 5, 'a month is a part of its own');
    const again = await gather(source.read({ dataset, sample: 1000, signal }));
    assert.deepEqual(again.rows, sample.rows);
    await source.close();
  });

  it('counts in place what a reader of all rows counts', async () => {
    const source = open(http());
    const dataset = await datasetOf(source, 'log');
    const { rows } = await gather(source.read({ dataset, signal }));
    const texts = rows.flatMap((row) => (typeof row[1] === 'string' && row[1] !== '' ? [row[1]] : []));
    const counted = await source.inPlace?.count(dataset, 'who', signal);
    assert.ok(counted && !('code' in counted));
    assert.equal(counted.rows.estimate, texts.length);
    assert.equal(counted.distinct.estimate, new Set(texts.map((text) => text.toLowerCase())).size);
    const users = rows.flatMap((row) => {
      const [names, values] = [row[2] as string[], row[3] as string[]];
      return values[names.indexOf('user_id')] || [];
    });
    const byKey = await source.inPlace?.count(dataset, 'string.values[user_id]', signal);
    assert.ok(byKey && !('code' in byKey));
    assert.equal(byKey.rows.lower, users.length);
    assert.equal(byKey.distinct.upper, new Set(users).size);
    const all = await source.inPlace?.count(dataset, 'string.values', signal);
    assert.ok(all && !('code' in all));
    assert.deepEqual([all.rows.estimate, all.distinct.estimate], [200_000, new Set(users).size + 1]);
    const none = await source.inPlace?.count(dataset, "string.values[no'\\such]", signal);
    assert.ok(none && !('code' in none));
    assert.equal(none.rows.upper, 0);
    const missing = await source.inPlace?.count(dataset, 'nowhere', signal);
    assert.ok(missing && 'code' in missing && missing.code === 'unsupported');
    await source.close();
  });

  it('groups by columns and keys, with the number of rows as a number', async () => {
    const source = open(http());
    const dataset = await datasetOf(source, 'log');
    const groups = source.inPlace?.groups(dataset, ['string.values[user_id]', 'string.values[level]'], signal);
    assert.ok(groups);
    const { rows, columns, fault } = await gather(groups);
    assert.equal(fault, undefined);
    assert.deepEqual(columns, ['string.values[user_id]', 'string.values[level]', 'rows']);
    assert.equal(rows.length, 751);
    assert.deepEqual(
      rows.find((row) => row[0] === ''),
      ['', 'info', 50_000],
    );
    assert.deepEqual(
      rows.find((row) => row[0] === 'U-1'),
      ['U-1', 'info', 200],
    );
    await source.close();
  });

  it('reads and counts tables and columns with hostile names', async () => {
    const name = 'a`b\\c"d\'e\nf; DROP TABLE shop.customers --é漢';
    const escaped = name.replace(/[\\`]/g, '\\$&');
    await clickhouseQuery(
      server,
      `CREATE TABLE big.\`${escaped}\` (\`${escaped}\` String) ENGINE = MergeTree ORDER BY tuple()`,
    );
    await clickhouseQuery(server, `INSERT INTO big.\`${escaped}\` VALUES ('x"\\n\\\\y'), ('ü')`);
    const source = open(http());
    const dataset = await datasetOf(source, name);
    assert.equal(dataset.columns[0]?.name, name);
    const { rows } = await gather(source.read({ dataset, signal }));
    assert.deepEqual(rows, [['x"\n\\y'], ['ü']]);
    const counted = await source.inPlace?.count(dataset, name, signal);
    assert.ok(counted && !('code' in counted) && counted.distinct.estimate === 2);
    await source.close();
    await clickhouseQuery(server, `DROP TABLE big.\`${escaped}\``);
  });

  it('writes every kind of type as JSON, and no rows at all of an empty table', async () => {
    const columns =
      "a Array(Array(UInt8)), t Tuple(String, Nullable(Float64)), f FixedString(4), u UUID, d Date, e Enum8('x' = 1)";
    await createClickhouseTable(server, { database: 'types', name: 'empty', columns }, []);
    await createClickhouseTable(server, { database: 'types', name: 'few', columns }, []);
    await clickhouseQuery(
      server,
      "INSERT INTO types.few VALUES ([[1,2],[]], ('q', NULL), 'ab', '00000000-0000-0000-0000-000000000001', '2025-01-02', 'x')",
    );
    const source = open(http());
    const few = await gather(source.read({ dataset: await datasetOf(source, 'few'), signal }));
    assert.equal(few.fault, undefined);
    assert.deepEqual(few.rows[0]?.[0], [[1, 2], []]);
    assert.deepEqual(few.rows[0]?.[1], ['q', null]);
    const empty = await gather(source.read({ dataset: await datasetOf(source, 'empty'), signal }));
    assert.deepEqual(empty, { rows: [], columns: undefined, fault: undefined });
    const fixed = await source.inPlace?.count(await datasetOf(source, 'few'), 'f', signal);
    assert.ok(fixed && !('code' in fixed) && fixed.rows.estimate === 1);
    await source.close();
  });

  it('keeps what came before an exception in the middle of the rows, and does not pass its text on', async () => {
    await clickhouseQuery(
      server,
      `CREATE VIEW big.breaks AS SELECT concat('value-', toString(number)) AS v,
       toUInt8(if(number = 150000, 'canary', '1')) AS z FROM system.numbers LIMIT 200000`,
    );
    const source = open(http());
    const dataset = await datasetOf(source, 'breaks');
    assert.equal(dataset.derived, true);
    const { rows, fault } = await gather(source.read({ dataset, signal }));
    assert.ok(rows.length > 50_000 && rows.length <= 150_000, `${rows.length} rows`);
    assert.equal(fault?.code, 'broken');
    assert.match(fault?.message ?? '', /error 6$/);
    assert.doesNotMatch(JSON.stringify(fault), /canary/);
    await source.close();
    await clickhouseQuery(server, 'DROP TABLE big.breaks');
  });

  it('leaves a table alone that would make the server fetch its rows from elsewhere', async () => {
    await clickhouseQuery(server, "CREATE TABLE big.afar (x UInt8) ENGINE = URL('http://127.0.0.1:1/', 'CSV')");
    const source = open(http());
    const { rows, fault } = await gather(source.read({ dataset: await datasetOf(source, 'afar'), signal }));
    assert.deepEqual(rows, []);
    assert.equal(fault?.code, 'unsupported');
    assert.match(fault?.message ?? '', /engine URL/);
    const another = open(http());
    const unlisted = await another.inPlace?.count({ container: 'big', name: 'afar', columns: [] }, 'x', signal);
    assert.ok(unlisted && 'code' in unlisted);
    assert.match(unlisted.message, /engine URL/);
    await Promise.all([source.close(), another.close()]);
    await clickhouseQuery(server, 'DROP TABLE big.afar');
  });

  it('reads as a user who may change no setting', async () => {
    const readOnly = await startClickhouse('read-only');
    try {
      const source = open(readOnly.port);
      const { rows, fault } = await gather(source.read({ dataset: await datasetOf(source, 'customers'), signal }));
      assert.equal(fault, undefined);
      assert.equal(rows.length, 3);
      await source.close();
    } finally {
      await readOnly.stop();
    }
  });

  it('names a wrong password without the password', async () => {
    const source = byUrl(`clickhouse://keeper:not-the-p%40ssword@127.0.0.1:${http()}/`);
    const fault = await source.datasets(signal);
    assert.ok('code' in fault && fault.code === 'refused');
    assert.match(fault.message, /password/);
    assert.doesNotMatch(JSON.stringify(fault), /not-the/);
    await source.close();
  });

  it('stops when it is told to, and says so', async () => {
    const source = open(http());
    const dataset = await datasetOf(source, 'log');
    const stop = new AbortController();
    let rows = 0;
    let fault: SourceFault | undefined;
    for await (const item of source.read({ dataset, signal: stop.signal })) {
      if (isFault(item)) fault = item;
      else rows += item.rows;
      stop.abort();
    }
    assert.equal(fault?.code, 'lost');
    assert.ok(rows > 0 && rows < 200_000);
    await source.close();
  });

  it('has read and written nothing else: the server’s own log', async () => {
    const source = open(http());
    const dataset = await datasetOf(source, 'customers');
    await gather(source.read({ dataset, signal }));
    await gather(source.read({ dataset, sample: 2, signal }));
    await source.inPlace?.count(dataset, 'email', signal);
    await source.close();
    const log = await settledLog(server);
    const statements = log.match(/executeQuery: \(from [^)]*\)[^\n]*/g) ?? [];
    const ours = statements.filter((line) => !line.includes('keeper') && /FROM `shop`/.test(line));
    assert.ok(ours.length >= 3);
    assert.doesNotMatch(ours.join('\n'), /INSERT|CREATE|ALTER|DROP|SET /);
    const readonly = await clickhouseQuery(
      server,
      "SELECT count() FROM system.query_log WHERE user = 'default' AND type = 1 AND Settings.Values[indexOf(Settings.Names, 'readonly')] != '2' FORMAT TSV",
    );
    assert.equal(readonly.trim(), '0', 'every query of ours was made read-only');
  });

  it('connects to nothing out of scope', async () => {
    let connections = 0;
    const trap = createTcpServer(() => {
      connections += 1;
    });
    await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve));
    const address = trap.address();
    assert.ok(address && typeof address === 'object');
    const nowhere = { ...HOST, scope: { ...HOST.scope, allowed: [] } };
    const source = openClickhouse(openLocation('clickhouse', '127.0.0.1', address.port, false), nowhere);
    const fault = await source.datasets(signal);
    trap.close();
    assert.ok('code' in fault && fault.code === 'out of scope');
    assert.equal(connections, 0);
  });

  it('keeps what came when the server is killed half-way', async () => {
    const victim = await startClickhouse('open');
    await clickhouseQuery(victim, 'CREATE TABLE shop.many (s String) ENGINE = MergeTree ORDER BY tuple()');
    await clickhouseQuery(
      victim,
      "INSERT INTO shop.many SELECT concat(toString(number), '-', toString(rand64())) FROM numbers(3000000)",
    );
    const source = open(victim.port);
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
    assert.ok(rows > 0 && rows < 3_000_000, `${rows} rows`);
    const gone = await source.datasets(signal);
    assert.ok('code' in gone && gone.code === 'unreachable');
    await source.close();
  });
});

describe('a server that is no good ClickHouse', () => {
  let server: Server;
  let port = 0;
  let answer: (write: (text: string | Uint8Array) => void, end: (cut: boolean) => void) => void = () => {};
  let version = '18.16.1';
  before(async () => {
    server = createServer((request, response) => {
      let sql = '';
      request.on('data', (bytes) => {
        sql += bytes;
      });
      request.on('end', () => {
        if (sql.startsWith('SELECT version()')) response.end(`{"data":\n[\n["${version}"]\n]}`);
        else if (sql.startsWith('SELECT engine')) response.end('{"data":\n[\n["MergeTree"]\n]}');
        else {
          const cut = (isCut: boolean) => (isCut ? response.destroy() : response.end());
          answer((text) => response.write(text), cut);
        }
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    port = address && typeof address === 'object' ? address.port : 0;
  });
  after(() => server.close());
  const dataset: Dataset = { container: 'a', name: 'b', columns: [{ name: 'c', type: 'String' }] };

  it('is lost where it ends the answer in the middle', async () => {
    version = '25.1.1';
    answer = (write, end) => {
      write('["one"]\n["tw');
      setTimeout(end, 50, true);
    };
    const { rows, fault } = await gather(open(port).read({ dataset, signal }));
    assert.deepEqual(rows, [['one']]);
    assert.equal(fault?.code, 'lost');
  });

  it('is lost where a whole answer ends in the middle of a row, and where the tail tells of more rows', async () => {
    version = '25.1.1';
    answer = (write, end) => {
      write('["one"]\n["tw');
      end(false);
    };
    assert.equal((await gather(open(port).read({ dataset, signal }))).fault?.code, 'lost');
    version = '18.16.1';
    answer = (write, end) => {
      write('{\n\t"meta":\n\t[\n\t],\n\n\t"data":\n\t[\n\t\t["one"]\n\t],\n\n\t"rows": 2,\n');
      end(false);
    };
    const { rows, fault } = await gather(open(port).read({ dataset, signal }));
    assert.deepEqual(rows, [['one']]);
    assert.equal(fault?.code, 'lost');
  });

  it('gives the reason of an exception that stands behind rows, in the forms of all versions', async () => {
    version = '25.1.1';
    const forms = [
      'Code: 159. DB::Exception: Timeout exceeded: canary. (TIMEOUT_EXCEEDED) (version 25.1.1)\n',
      '__exception__\r\nabcdefgh\r\nCode: 159. DB::Exception: canary\r\n12 abcdefgh\r\n__exception__\r\n',
      '["half of a roCode: 159, e.displayText() = DB::Exception: canary, e.what() = DB::Exception\n',
    ];
    for (const form of forms) {
      answer = (write, end) => {
        write(`["one"]\n${form}`);
        end(false);
      };
      const { rows, fault } = await gather(open(port).read({ dataset, signal }));
      assert.deepEqual(rows, [['one']]);
      assert.equal(fault?.code, 'timeout', form);
      assert.doesNotMatch(JSON.stringify(fault), /canary/);
    }
  });

  it('is cut off where it sends a line without an end', async () => {
    version = '25.1.1';
    let isOpen = true;
    const piece = Buffer.alloc(1 << 20, 'x');
    let sent = 0;
    answer = (write) => {
      write('["one"]\n["');
      const more = () => {
        if (!isOpen || sent > 1024) return;
        for (let count = 0; count < 8; count += 1, sent += 1) write(piece);
        setImmediate(more);
      };
      more();
    };
    const { rows, fault } = await gather(open(port).read({ dataset, signal }));
    isOpen = false;
    assert.deepEqual(rows, [['one']]);
    assert.equal(fault?.code, 'too large');
  });

  it('is broken where it speaks something else', async () => {
    version = '<html>';
    const fault = await open(port).datasets(signal);
    assert.ok('code' in fault && fault.code === 'broken');
  });
});
