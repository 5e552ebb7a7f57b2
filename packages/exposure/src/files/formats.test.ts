import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, it } from 'node:test';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { parquetWriteFile } from 'hyparquet-writer';
import { isFault, type SourceFault } from '../source.ts';
import { openFileSource } from './file-source.ts';
import { inputOfFile, inputOfStream } from './input-file.ts';

let dir = '';
before(() => {
  dir = mkdtempSync(join(tmpdir(), 'vigie-files-'));
});
after(() => rmSync(dir, { recursive: true, force: true }));

interface Read {
  readonly rows: unknown[];
  readonly columns: readonly string[] | undefined;
  readonly faults: readonly SourceFault[];
  readonly format: string | undefined;
  readonly encoding: string | undefined;
  readonly tables: readonly string[];
}

async function readSource(source: ReturnType<typeof openFileSource>): Promise<Read> {
  const signal = new AbortController().signal;
  const datasets = await source.datasets(signal);
  assert.ok(!isFault(datasets));
  const rows: unknown[] = [];
  const faults: SourceFault[] = [];
  let columns: readonly string[] | undefined;
  for (const dataset of datasets) {
    for await (const item of source.read({ dataset, signal })) {
      if (isFault(item)) faults.push(item);
      else {
        columns = item.columns;
        const lines = Buffer.from(item.bytes).toString('utf8').trimEnd().split('\n');
        assert.equal(lines.length, item.rows, 'a block says how many rows it has');
        rows.push(...lines.map((line) => JSON.parse(line)));
      }
    }
  }
  await source.close();
  const [note] = source.notes();
  const tables = datasets.map(({ name }) => name);
  return { rows, columns, faults, format: note?.format, encoding: note?.encoding, tables };
}

function read(name: string, content: string | Uint8Array): Promise<Read> {
  const path = join(dir, name);
  writeFileSync(path, content);
  return readSource(openFileSource([inputOfFile({ path, isNamed: true, isRegular: true })]));
}

async function* inParts(bytes: Uint8Array, size = 1000) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

describe('CSV', () => {
  it('has quotes, line ends in quotes, and the separator that the first lines have', async () => {
    for (const separator of [',', ';', '\t', '|']) {
      const text = [
        ['id', 'full name', 'note'],
        ['1', '"Lovelace, ""Ada"""', '"two\nlines"'],
        ['2', 'Bo', ''],
      ]
        .map((row) => row.join(separator))
        .join('\r\n');
      const { rows, columns, format, faults } = await read('a.csv', `${text}\r\n`);
      assert.deepEqual([format, faults], ['csv', []]);
      assert.deepEqual(columns, ['id', 'full name', 'note']);
      assert.deepEqual(rows, [
        ['1', 'Lovelace, "Ada"', 'two\nlines'],
        ['2', 'Bo', ''],
      ]);
    }
  });

  it('is told without its name, and prose with commas is not CSV', async () => {
    assert.equal((await read('table', 'name,city\nBo,Oslo\nCy,Rome\n')).format, 'csv');
    assert.equal((await read('prose', 'Dear Bo, thank you, really.\nWe met, we talked.\n')).format, 'text');
    assert.equal(
      (await read('log', '2026-01-01 12:00:00,123 INFO a\n2026-01-01 12:00:01,124 INFO b\n')).format,
      'text',
    );
  });

  it('takes no values for a header: names would be told by name', async () => {
    const firstRows = [
      'Ottilie,Quillfeather,Oslo',
      'Ottilie Quillfeather;x;y',
      'X4RTBPFW46,AKIA7CANARY2ZJ6PLM',
      'gold,Oslo',
    ];
    for (const first of firstRows) {
      const separator = first.includes(';') ? ';' : ',';
      const second =
        first === 'gold,Oslo'
          ? 'silver,Oslo'
          : first
              .split(separator)
              .map(() => 'z')
              .join(separator);
      const { columns, rows } = await read('values.csv', `${first}\n${second}\n`);
      assert.ok(
        columns?.every((name) => name.startsWith('column ')),
        first,
      );
      assert.equal(rows.length, 2);
    }
    const { columns } = await read('names.csv', 'First Name,sha256,address2,Order Priority\na,b,c,d\n');
    assert.deepEqual(columns, ['First Name', 'sha256', 'address2', 'Order Priority']);
  });

  it('without a header numbers its columns, and loses no field of a longer line', async () => {
    const { rows, columns } = await read('b.csv', '1,bo@example.org\n2,cy@example.org\n3,x,y,z\n');
    assert.deepEqual(columns, ['column 1', 'column 2']);
    assert.deepEqual(rows, [
      ['1', 'bo@example.org'],
      ['2', 'cy@example.org'],
      ['3', ['x', 'y', 'z']],
    ]);
  });

  it('of Latin-1 keeps its letters', async () => {
    const { rows, encoding } = await read('c.csv', Buffer.from('id,name\n1,M\u00fcller\n', 'latin1'));
    assert.deepEqual([rows, encoding], [[['1', 'M\u00fcller']], 'other']);
  });

  it('is read or told as broken, whatever its bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const { faults } = await read('fuzz.csv', bytes);
        for (const fault of faults) assert.ok(fault.message.length > 0);
      }),
      { numRuns: 60 },
    );
  });

  it('with a quote that is never closed ends with a fault after 4 MiB, not with the memory', async () => {
    const { faults } = await read('open.csv', `a,b\n1,2\n3,"${'x'.repeat(6 << 20)}`);
    assert.equal(faults.length, 1);
    assert.match(faults[0]?.message ?? '', /CSV_MAX_RECORD_SIZE/);
  });
});

describe('JSON', () => {
  it('lines are rows as they stand, and broken lines between them are text', async () => {
    const { rows, format } = await read('a.ndjson', '{"a":1}\n{"a": 1234567890123}\n{broken\n\n{"a":3}');
    assert.equal(format, 'ndjson');
    assert.deepEqual(rows, [{ a: 1 }, { a: 1234567890123 }, { line: '{broken' }, { a: 3 }]);
  });

  it('one array over many lines is its items, one object is a row', async () => {
    const { rows } = await read('a.json', JSON.stringify([{ a: 1 }, { b: [2] }], null, 2));
    assert.deepEqual(rows, [{ a: 1 }, { b: [2] }]);
    assert.deepEqual((await read('b.json', JSON.stringify({ a: { b: 1 } }, null, 2))).rows, [{ a: { b: 1 } }]);
  });

  it('that is cut is read as the text that is there', async () => {
    const { rows } = await read('c.json', '[\n  {"a": "bo@example.org"},\n  {"a": "cy');
    assert.ok(JSON.stringify(rows).includes('bo@example.org'));
  });

  it('nested without end costs no stack', async () => {
    const { rows, faults } = await read('deep.json', `[\n${'['.repeat(200_000)}${']'.repeat(200_000)}]`);
    assert.equal(rows.length, 0);
    assert.equal(faults[0]?.code, 'too large');
  });
});

describe('text', () => {
  it('is lines, and a key in PEM is one row', async () => {
    const pem = ['-----BEGIN TEST KEY-----', 'AAAA', '-----END TEST KEY-----'];
    const { rows, format } = await read('a.log', ['one', ...pem, '', 'two\r'].join('\n'));
    assert.deepEqual([format, rows], ['text', [['one'], [pem.join('\n')], ['two']]]);
  });

  it('of UTF-16 is read as the UTF-8 of it, with or without its mark', async () => {
    const text = 'mail bo@example.org caf\u00e9\n';
    const little = Buffer.from(text, 'utf16le');
    const marked = await read('a.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), little]));
    assert.deepEqual([marked.encoding, marked.rows], ['utf-16le', [[text.trimEnd()]]]);
    assert.deepEqual((await read('b.txt', little)).rows, [[text.trimEnd()]]);
    const big = await read('c.txt', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(little).swap16()]));
    assert.deepEqual([big.encoding, big.rows], ['utf-16be', [[text.trimEnd()]]]);
  });

  it('in one line of 1 GB is read in parts', { timeout: 120_000 }, async () => {
    const part = Buffer.alloc(1 << 20, 'word ');
    async function* line() {
      for (let i = 0; i < 1024; i += 1) yield part;
    }
    const before = process.memoryUsage().rss;
    const source = openFileSource([inputOfStream(line(), '-')]);
    const signal = new AbortController().signal;
    const [dataset] = (await source.datasets(signal)) as { name: string; container: string; columns: [] }[];
    assert.ok(dataset);
    let bytes = 0;
    for await (const item of source.read({ dataset, signal })) if (!isFault(item)) bytes += item.bytes.length;
    assert.ok(bytes >= 1 << 30, String(bytes));
    assert.ok(process.memoryUsage().rss - before < 400e6);
  });

  it('that is empty has no rows and no faults', async () => {
    const { rows, faults } = await read('empty', '');
    assert.deepEqual([rows, faults], [[], []]);
  });
});

describe('packed files', () => {
  const lines = Array.from({ length: 20_000 }, (_, i) => `line ${i} ${(i * 2654435761) % 4294967296}`);
  const plain = Buffer.from(`${lines.join('\n')}\n`);

  it('are unpacked, also within each other', async () => {
    for (const packed of [gzipSync(plain), zstdCompressSync(plain), zstdCompressSync(gzipSync(plain))]) {
      const { rows, faults } = await read('a.log.gz', packed);
      assert.deepEqual([rows.length, faults], [20_000, []]);
    }
    const { faults } = await read(
      'b.gz',
      [1, 2, 3, 4].reduce<Buffer>((inner) => gzipSync(inner), plain),
    );
    assert.equal(faults[0]?.code, 'too large');
  });

  it('that end too early are read up to there', async () => {
    for (const packed of [gzipSync(plain), zstdCompressSync(plain)]) {
      const { rows, faults } = await read('c.log.gz', packed.subarray(0, packed.length >> 1));
      assert.ok(rows.length > 2000, String(rows.length));
      assert.match(faults[0]?.message ?? '', /end too early/);
      assert.deepEqual(rows[2000], [lines[2000]]);
    }
  });

  it('that are damaged are read up to there', async () => {
    for (const packed of [gzipSync(plain), zstdCompressSync(plain)]) {
      const damaged = Buffer.from(packed);
      const at = Math.floor(damaged.length * 0.7);
      damaged.fill(0x55, at, at + 16);
      const { rows, faults } = await read('d.log.gz', damaged);
      assert.ok(rows.length > 2000 || packed[0] === 0x28, String(rows.length));
      assert.match(faults[0]?.message ?? '', /damaged/);
    }
  });

  it('that are bombs are read in bounded memory', { timeout: 120_000 }, async () => {
    // 256 MiB of a's, twice over: 1 kB on the disk.
    const once = gzipSync(Buffer.alloc(256 << 20, 'a'));
    const before = process.memoryUsage().rss;
    const source = openFileSource([inputOfStream(inParts(gzipSync(once)), '-')]);
    const signal = new AbortController().signal;
    const [dataset] = (await source.datasets(signal)) as { name: string; container: string; columns: [] }[];
    assert.ok(dataset);
    let bytes = 0;
    for await (const item of source.read({ dataset, signal })) if (!isFault(item)) bytes += item.bytes.length;
    assert.ok(bytes >= 256 << 20);
    assert.ok(process.memoryUsage().rss - before < 300e6);
  });
});

describe('SQLite', () => {
  function database(name: string): string {
    const path = join(dir, name);
    rmSync(path, { force: true });
    const db = new DatabaseSync(path);
    db.exec(`CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, photo BLOB);
      INSERT INTO users VALUES (1, 'bo@example.org', x'6869'), (9007199254740993, NULL, NULL);
      CREATE TABLE "odd ""name""" (a); INSERT INTO "odd ""name""" VALUES ('x');`);
    db.close();
    return path;
  }

  it('is its tables with their columns', async () => {
    const path = database('a.db');
    const found = await readSource(openFileSource([inputOfFile({ path, isNamed: true, isRegular: true })]));
    assert.deepEqual(found.tables, ['odd "name"', 'users']);
    assert.deepEqual(found.rows, [['x'], ['1', 'bo@example.org', 'hi'], ['9007199254740993', null, null]]);
    assert.deepEqual(found.columns, ['id', 'email', 'photo']);
  });

  it('is read out of gzip and from standard input', async () => {
    const bytes = readFileSync(database('b.db'));
    assert.equal((await read('b.db.gz', gzipSync(bytes))).rows.length, 3);
    assert.equal((await readSource(openFileSource([inputOfStream(inParts(bytes), '-')]))).rows.length, 3);
  });

  it('that is damaged is told, and nothing is left beside it', async () => {
    const bytes = readFileSync(database('c.db'));
    const { faults } = await read(
      'c.db',
      Buffer.concat([bytes.subarray(0, 100), Buffer.alloc(bytes.length - 100, 0x7f)]),
    );
    assert.ok(faults.length > 0);
    assert.deepEqual(
      readdirSync(dir).filter((name) => /-(?:wal|shm|journal)$/.test(name)),
      [],
    );
  });
});

describe('Parquet', () => {
  it('is its rows with their columns', async () => {
    const path = join(dir, 'a.parquet');
    parquetWriteFile({
      filename: path,
      columnData: [
        { name: 'id', data: [1n, 2n, 3n], type: 'INT64' },
        { name: 'email', data: ['bo@example.org', 'cy@example.org', null], type: 'STRING' },
      ],
    });
    const found = await readSource(openFileSource([inputOfFile({ path, isNamed: true, isRegular: true })]));
    assert.deepEqual([found.format, found.columns], ['parquet', ['id', 'email']]);
    assert.deepEqual(found.rows, [
      ['1', 'bo@example.org'],
      ['2', 'cy@example.org'],
      ['3', null],
    ]);
  });

  it('that is cut, packed or comes from standard input is told', async () => {
    const bytes = readFileSync(join(dir, 'a.parquet'));
    assert.equal((await read('b.parquet', bytes.subarray(0, bytes.length - 20))).faults[0]?.code, 'broken');
    assert.equal((await read('c.parquet', gzipSync(bytes))).faults[0]?.code, 'unsupported');
    const piped = await readSource(openFileSource([inputOfStream(inParts(bytes), '-')]));
    assert.equal(piped.faults[0]?.code, 'unsupported');
  });
});

describe('a file that cannot be read', () => {
  it('has its reason, and the others are read', async () => {
    writeFileSync(join(dir, 'good.txt'), 'one\n');
    const files = ['gone.txt', 'good.txt'].map((name) => ({ path: join(dir, name), isNamed: true, isRegular: true }));
    const { rows, faults } = await readSource(openFileSource(files.map((file) => inputOfFile(file))));
    assert.deepEqual(rows, [['one']]);
    assert.deepEqual(
      faults.map(({ code, where }) => [code, where]),
      [['unreachable', join(dir, 'gone.txt')]],
    );
  });

  it('is left out where it is binary and only met in a folder', async () => {
    const path = join(dir, 'core.bin');
    writeFileSync(path, Buffer.from([0, 1, 2, 3, 255, 0, 7, 7, 7]));
    const source = openFileSource([inputOfFile({ path, isNamed: false, isRegular: true })]);
    assert.deepEqual(await source.datasets(new AbortController().signal), []);
    assert.deepEqual(
      source.notes().map(({ isSkipped }) => isSkipped),
      [true],
    );
  });
});

describe('standard input', () => {
  it('gives its beginning for the sample and then all of it', async () => {
    const text = Array.from({ length: 30_000 }, (_, i) => `line ${i} ${'x'.repeat(100)}`).join('\n');
    const source = openFileSource([inputOfStream(inParts(Buffer.from(text), 70_000), '-')]);
    const signal = new AbortController().signal;
    const [dataset] = (await source.datasets(signal)) as { name: string; container: string; columns: [] }[];
    assert.ok(dataset);
    for await (const item of source.read({ dataset, sample: 10, signal })) {
      assert.ok(!isFault(item) && item.rows >= 10);
      break;
    }
    let rows = 0;
    for await (const item of source.read({ dataset, signal })) if (!isFault(item)) rows += item.rows;
    assert.equal(rows, 30_000);
  });
});
