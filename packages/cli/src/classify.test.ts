// `vigie classify` as users run it: what it finds and where, how it ends, and that no value ever leaves it.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync, zstdCompressSync } from 'node:zlib';

const BIN = fileURLToPath(new URL('../bin/vigie.mjs', import.meta.url));
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

let dir = '';
before(() => {
  dir = mkdtempSync(join(tmpdir(), 'vigie-classify-'));
  mkdirSync(join(dir, 'tmp'));
});
after(() => rmSync(dir, { recursive: true, force: true }));

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function vigie(
  words: readonly string[],
  options: { stdin?: string; during?: (child: ChildProcess) => void; env?: Record<string, string> } = {},
): Promise<Ran> {
  const env = {
    ...process.env,
    PATH: `${join(ROOT, 'node_modules/.bin')}:${process.env.PATH}`,
    NO_COLOR: '',
    TMPDIR: join(dir, 'tmp'),
    ...options.env,
  };
  const child = spawn(BIN, words, { env, cwd: dir });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (data) => {
    stdout += String(data);
  });
  child.stderr.on('data', (data) => {
    stderr += String(data);
  });
  child.stdin.on('error', () => {});
  child.stdin.end(options.stdin ?? '');
  options.during?.(child);
  return new Promise((resolve) => {
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
}

interface Line {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly offset: number;
  readonly length: number;
  readonly kind: string;
  readonly level: string;
  readonly table?: string;
  readonly row?: number;
  readonly field?: string;
  readonly fault?: { readonly where: string };
}

function linesOf(stdout: string): Line[] {
  return stdout
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
}

describe('vigie classify', () => {
  it('tells each place by line, column, offset and length', async () => {
    const text = 'first line\ncaf\u00e9 \u{1f600} bo.hansen@mail-corp.com, IBAN DE89 3704 0044 0532 0130 00\r\nlast';
    writeFileSync(join(dir, 'places.txt'), text);
    const { stdout, status, stderr } = await vigie(['classify', 'places.txt', '--format', 'ndjson']);
    assert.equal(status, 0, stderr);
    const bytes = Buffer.from(text);
    const found = linesOf(stdout).map(({ offset, length, kind, line, column }) => {
      return { value: bytes.toString('utf8', offset, offset + length), kind, line, column };
    });
    assert.deepEqual(found, [
      { value: 'bo.hansen@mail-corp.com', kind: 'person/email', line: 2, column: 8 },
      { value: 'DE89 3704 0044 0532 0130 00', kind: 'payment/iban', line: 2, column: 38 },
    ]);
    const [first = ''] = stdout.split('\n');
    assert.deepEqual(Object.keys(JSON.parse(first)), [
      'path',
      'line',
      'column',
      'offset',
      'length',
      'kind',
      'rule',
      'level',
      'confidence',
      'masked',
    ]);
  });

  it('reads standard input, narrows to kinds, and fails on what is certain', async () => {
    const stdin = 'mail bo.hansen@mail-corp.com from +12025550143\n'.repeat(3);
    const words = ['classify', '-', '--format', 'json', '--kinds', 'person/em*', '--fail-on', 'certain'];
    const { stdout, status } = await vigie(words, { stdin });
    assert.equal(status, 1);
    const document = JSON.parse(stdout);
    assert.equal(document.schema, 'vigie.classify/1');
    assert.deepEqual(
      document.kinds.map(({ kind, certain, distinct }: { kind: string; certain: number; distinct: unknown }) => [
        kind,
        certain,
        distinct,
      ]),
      [['person/email', 3, { lower: 1, estimate: 1, upper: 1 }]],
    );
    assert.equal(document.complete, true);
  });

  it('complains about its arguments before anything is read', async () => {
    writeFileSync(join(dir, 'bad.toml'), '[[rules]]\nid = "my-rule"\nregex = "(("\n');
    const cases: [readonly string[], RegExp][] = [
      [[], /^vigie: paths: name at least one, as in: vigie classify/],
      [['nope.txt'], /^vigie: paths: nope\.txt: there is no such file/],
      [['.', '--kinds', 'person/emial'], /no kind is called "person\/emial"; the nearest are person\/email/],
      [['.', '--rules', 'bad.toml'], /^vigie: --rules: bad\.toml: rule my-rule: regex does not compile/],
      [['.', '--explain'], /add --format ndjson/],
      [['redis://127.0.0.1:1', 'a.txt'], /a store is classified by itself/],
      [['gopher://127.0.0.1'], /no URL of a known store/],
      [['.', '--threads', '0'], /whole number/],
      [['.', '-o', 'no/such/folder'], /its folder does not exist/],
    ];
    for (const [words, complaint] of cases) {
      const { status, stdout, stderr } = await vigie(['classify', ...words]);
      assert.equal(status, 2, words.join(' '));
      assert.equal(stdout, '');
      assert.match(stderr, complaint);
    }
  });

  it('gives up a part on which a rule runs without end, names it, and reads the rest', async () => {
    writeFileSync(join(dir, 'slow.toml'), "[[rules]]\nid = 'slow'\nregex = '''(a+)+$'''\nkeywords = ['aaaa']\n");
    const lines = Array.from({ length: 30_000 }, (_, i) => `line ${i} bo${i}@mail-corp.com and more words`);
    writeFileSync(join(dir, 'slow.txt'), [`${'a'.repeat(60)}!`, ...lines].join('\n'));
    const words = ['classify', 'slow.txt', '--rules', 'slow.toml', '--deadline', '2', '--format', 'ndjson'];
    const { status, stdout, stderr } = await vigie(words);
    assert.equal(status, 3);
    assert.match(stderr, /slow\.txt, from byte 0: this part was not read/);
    const found = linesOf(stdout);
    assert.equal(found.filter(({ fault }) => fault).length, 1);
    assert.ok(found.some(({ kind }) => kind === 'person/email'));
  });
});

// ---- no value leaves ---------------------------------------------------------------------------------------------------

/** Invented values of real form, put together here so that none of them stands in this file. */
function canaries(): Record<string, string> {
  const joined = (...parts: string[]) => parts.join('');
  return {
    email: joined('ottilie.quillfeather', '@', 'canary-post.net'),
    phone: joined('+33 6 ', '39 98 ', '41 27'),
    name: joined('Ottilie ', 'Quillfeather'),
    street: joined('4711 ', 'Canarybird', ' Street'),
    card: joined('4539', '1488', '0343', '6467'),
    iban: joined('GB82', 'WEST', '12345698', '765432'),
    insee: joined('2550', '8141', '68025', '38'),
    ssn: joined('536', '-22', '-8471'),
    passport: joined('X4RT', 'BPFW', '46'),
    birth: joined('1987', '-11-', '23'),
    ip: joined('81.2.', '69.', '143'),
    mac: joined('3c:22:', 'fb:9e:', '71:0d'),
    imei: joined('49015', '42032', '37518'),
    bitcoin: joined('bc1qar0srrr7xfkvy5l643', 'lydnw9re59gtzzwf5mdq'),
    password: joined('Tr0ub4dor', '&canary', '77'),
    stripe: joined('sk', '_live_', '51HcAnArY0987654321zYxWvUtS'),
    github: joined('gh', 'p_', 'cAnArY7Qw3Er5Ty7Ui9Op1As3Df5Gh7Jk9L0'),
    openai: joined('sk', '-proj-', 'cAnArY9d8s7f6g5h4j3k2l1', 'T3Blbk', 'FJzXcVbNmQwErTyUiOp12'),
    aws: joined('AKI', 'A', 'QX7CANARY2ZJ6PLM'),
    health: joined('diagnosed with ', 'canariform ', 'epilepsy last spring'),
    search: joined('canary ', 'divorce lawyer ', 'near the harbour'),
    chat: joined('my canary ', 'boss found out that ', 'I drink'),
    key: joined('MIICanary', 'KeyMaterial', '0123456789abcdefABCDEF'),
  };
}

/** Files of every format, all with the same values. */
function plant(folder: string, values: Record<string, string>): void {
  mkdirSync(folder, { recursive: true });
  const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
  const text = `${Object.entries(values)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')}\n-----BEGIN RSA PRIVATE KEY-----\n${values.key}\n-----END RSA PRIVATE KEY-----\n`;
  const many = Array.from({ length: 400 }, (_, i) => text.replaceAll('\n', ` ${i}\n`)).join('');
  const row = {
    ...values,
    messages: [
      { role: 'user', content: values.chat },
      { role: 'assistant', content: 'I see.' },
    ],
  };
  const keyed = { byMail: { [values.email as string]: 1, [values.ssn as string]: 2 } };
  write('a.log', text);
  write(
    'b.ndjson',
    `${JSON.stringify(row)}\n${JSON.stringify(keyed)}\n{broken ${text.replaceAll('\n', ' ')}\n${JSON.stringify(row)}\n`,
  );
  write('c.json', JSON.stringify([row, row], null, 2));
  write('d.json', JSON.stringify([row, row], null, 2).slice(0, -20));
  const cells = Object.values(values).map((value) => `"${value}"`);
  write('e.csv', `${Object.keys(values).join(';')}\n${cells.join(';')}\n${cells.join(';')}\n"open ${values.email}`);
  const literals = Object.values(values).map((value) => `'${value.replaceAll("'", "''")}'`);
  write(
    'f.sql',
    `-- PostgreSQL database dump\nINSERT INTO t (${Object.keys(values).join(', ')}) VALUES (${literals.join(', ')}), ('${values.email}`,
  );
  write('g.txt', Buffer.from(`\u00e9 ${text}`, 'latin1'));
  write('h.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]));
  const packed = gzipSync(many);
  write('i.log.gz', packed.subarray(0, packed.length - 40));
  const damaged = Buffer.from(zstdCompressSync(many));
  damaged.fill(0x55, damaged.length - 60, damaged.length - 30);
  write('j.log.zst', damaged);
  write('k.bin', Buffer.concat([Buffer.alloc(64), Buffer.from(text)]));
  write('l.json', `[\n${'['.repeat(100_000)}"${values.email}"${']'.repeat(100_000)}]`);
  const database = new DatabaseSync(join(folder, 'm.db'));
  database.exec(`CREATE TABLE people (${Object.keys(values).join(' TEXT, ')} TEXT)`);
  const insert = database.prepare(
    `INSERT INTO people VALUES (${Object.keys(values)
      .map(() => '?')
      .join(', ')})`,
  );
  insert.run(...Object.values(values));
  database.close();
  const whole = readFileSync(join(folder, 'm.db'));
  write('n.db', Buffer.concat([whole.subarray(0, 1500), Buffer.alloc(200, 0x41), whole.subarray(1700)]));
}

describe('no value leaves', () => {
  const values = canaries();
  const shown = (ran: Ran) => `${ran.stdout}\n${ran.stderr}`;
  const assertClean = (text: string, what: string) => {
    for (const [name, value] of Object.entries(values)) {
      for (const form of [value, value.toLowerCase(), value.replace(/[ -]/g, ''), encodeURIComponent(value)]) {
        assert.ok(!text.includes(form), `${what}: the value of ${name} is shown`);
      }
      assert.ok(!text.includes(Buffer.from(value).toString('base64').slice(0, 16)), `${what}: ${name} in base64`);
    }
  };
  before(() => plant(join(dir, 'canaries'), values));

  it('in any format, with files of every kind and every fault', async () => {
    for (const words of [
      ['text'],
      ['json'],
      ['ndjson', '--explain'],
      ['ndjson', '--kinds', '*', '-o', 'spans.ndjson'],
    ]) {
      const ran = await vigie(['classify', 'canaries', '--format', ...words]);
      assert.equal(ran.status, 3, ran.stderr);
      assertClean(shown(ran), words.join(' '));
      assert.match(ran.stderr, /i\.log\.gz: the packed data end too early/);
      assert.match(ran.stderr, /j\.log\.zst: the packed data are damaged/);
      if (words[0] !== 'text') assert.ok(shown(ran).includes('person/email') || existsSync(join(dir, 'spans.ndjson')));
    }
    assert.ok(!existsSync(join(dir, 'spans.ndjson.part')));
  });

  it('and the values are found: the test would see them', async () => {
    const ran = await vigie(['classify', 'canaries/a.log', 'canaries/m.db', '--format', 'ndjson']);
    const kinds = new Set(linesOf(ran.stdout).map(({ kind }) => kind));
    for (const kind of ['person/email', 'person/phone', 'payment/card', 'payment/iban'])
      assert.ok(kinds.has(kind), kind);
    assert.ok([...kinds].some((kind) => kind.startsWith('secret/')));
    assert.throws(() => assertClean(`x ${values.email} y`, 'planted'));
  });

  it('by a rule of the user that is wrong, or that quotes a value', async () => {
    writeFileSync(join(dir, 'leaky.toml'), `[[rules]]\nid = "leaky"\nregex = '''((${values.github}'''\n`);
    const ran = await vigie(['classify', 'canaries', '--rules', 'leaky.toml']);
    assert.equal(ran.status, 2);
    assertClean(shown(ran), 'a rule that does not compile');
    writeFileSync(join(dir, 'broken.toml'), `[[rules]]\nid = "broken\nregex = ${values.github}\n`);
    assertClean(shown(await vigie(['classify', 'canaries', '--rules', 'broken.toml'])), 'a file that is no TOML');
  });

  it('by a rule that runs without end, in every format', async () => {
    writeFileSync(join(dir, 'endless.toml'), "[[rules]]\nid = 'endless'\nregex = '''(a+)+$'''\nkeywords = ['aaaa']\n");
    const text = `${values.email} ${'a'.repeat(60)}!\n${values.stripe}\n`;
    writeFileSync(join(dir, 'endless.txt'), text);
    for (const format of ['text', 'json', 'ndjson']) {
      const ran = await vigie([
        'classify',
        'endless.txt',
        '--rules',
        'endless.toml',
        '--deadline',
        '1',
        '--format',
        format,
      ]);
      assert.equal(ran.status, 3, format);
      assert.match(ran.stderr, /endless\.txt/);
      assertClean(shown(ran), `endless, ${format}`);
    }
  });

  it('by a password in a URL, a store that is not there, or one that breaks off', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', () => socket.end(`-ERR ${values.email} ${values.password}\r\n`));
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    try {
      const secret = encodeURIComponent(values.password as string);
      for (const url of [
        `redis://bo:${secret}@127.0.0.1:1`,
        `redis://bo:${secret}@127.0.0.1:${port}`,
        `postgresql://bo:${secret}@127.0.0.1:${port}/x`,
        `mysql://bo:${secret}%@127.0.0.1:${port}/x`,
        `clickhouse://bo:${secret}@203.0.113.7:8123/x`,
      ]) {
        const ran = await vigie(['classify', url, '--format', 'json']);
        assert.ok(ran.status === 2 || ran.status === 3, String(ran.status));
        assertClean(shown(ran), url.slice(0, 10));
      }
      writeFileSync(join(dir, 'password.txt'), `${values.password}\n`);
      const ran = await vigie(['classify', `redis://bo@127.0.0.1:${port}`, '--password-file', 'password.txt']);
      assertClean(shown(ran), 'a password file');
    } finally {
      server.close();
    }
  });

  it('when it is interrupted, its output closed, or a file may not be read', async () => {
    const big = Array.from({ length: 60_000 }, (_, i) => `${values.email} ${values.name} ${i}`).join('\n');
    writeFileSync(join(dir, 'big.log'), big);
    const words = ['classify', 'big.log', '--format', 'ndjson'];
    const interrupted = await vigie(words, {
      during: (child) => child.stdout?.once('data', () => child.kill('SIGINT')),
    });
    assert.equal(interrupted.status, 3);
    assertClean(shown(interrupted), 'interrupted');
    const closed = await vigie(words, { during: (child) => child.stdout?.once('data', () => child.stdout?.destroy()) });
    assert.equal(closed.status, 3);
    assertClean(shown(closed), 'closed');
    if (process.getuid?.() !== 0) {
      chmodSync(join(dir, 'big.log'), 0);
      const ran = await vigie(words);
      assert.equal(ran.status, 3);
      assertClean(shown(ran), 'no rights');
    }
  });

  it('to a file beside what was asked for, or to a diagnostic report', async () => {
    // Node keeps the compiled sources of the command there, and nothing else.
    assert.deepEqual(
      readdirSync(join(dir, 'tmp')).filter((name) => name !== 'node-compile-cache'),
      [],
    );
    const made = readdirSync(dir, { recursive: true }).map(String);
    assert.deepEqual(
      made.filter((name) => /report\..*\.json$|core|\.part$|-(?:wal|shm|journal)$|heapsnapshot/.test(name)),
      [],
    );
    assertClean(readFileSync(join(dir, 'spans.ndjson'), 'utf8'), 'the output file');
    assert.doesNotMatch(readFileSync(BIN, 'utf8'), /--report-|--heapsnapshot|--abort-on/);
    // Asked of the command itself: the test runner turns reports on in its own process.
    const asks = `process.on('exit',()=>{const r=process.report;console.error('on',r.reportOnFatalError||r.reportOnUncaughtException||r.reportOnSignal)})`;
    const ran = await vigie(['classify', 'canaries/a.log'], {
      env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(asks)}` },
    });
    assert.match(ran.stderr, /on false/);
    assert.doesNotMatch(ran.stderr, /on true/);
  });
});
