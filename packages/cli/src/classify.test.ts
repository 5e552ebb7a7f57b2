// `vigie classify` as users run it: what it finds and where, and how it ends. That no value leaves it: canaries-in-files.test.ts.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { vigieInProcess } from '../testing/in-process.ts';

const BIN = fileURLToPath(new URL('../bin/vigie.mjs', import.meta.url));
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

let dir = '';
before(() => {
  dir = mkdtempSync(join(tmpdir(), 'vigie-classify-'));
  mkdirSync(join(dir, 'tmp'));
  process.chdir(dir);
});
after(() => {
  process.chdir(ROOT);
  rmSync(dir, { recursive: true, force: true });
});

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function vigie(words: readonly string[], options: { stdin?: string } = {}): Promise<Ran> {
  const env = {
    ...process.env,
    PATH: `${join(ROOT, 'node_modules/.bin')}:${process.env.PATH}`,
    NO_COLOR: '',
    TMPDIR: join(dir, 'tmp'),
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
      // A process for one of them: each would load the tables of all kinds once more.
      const { status, stdout, stderr } = await (words.length === 0 ? vigie : vigieInProcess)(['classify', ...words]);
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
