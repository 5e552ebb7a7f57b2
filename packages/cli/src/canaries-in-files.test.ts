// No value of a file leaves memory: every format, whole and broken, by folder and by standard input, in every format of results;
// and what redact lets through under each policy.
import assert from 'node:assert/strict';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { builtInKinds } from '@vigie/classify';
import { allCanaries, type Canary } from '@vigie/classify/testing/canaries';
import { createSandbox, type Ran, type Sandbox } from '../testing/command.ts';
import { vigieInProcess } from '../testing/in-process.ts';
import { createLeakSearch, type LeakSearch } from '../testing/leak-search.ts';
import { plantFiles } from '../testing/planted-files.ts';
import type { ClassifyDocument } from './classify/document.ts';
import { classifyText } from './classify/text.ts';

const canaries = allCanaries();
const first = (kind: string) => canaries.find((canary) => canary.kind === kind)?.value ?? assert.fail(kind);
const names = { email: first('person/email'), person: first('person/name'), token: first('secret/github-pat') };
const search = createLeakSearch(canaries);

let box: Sandbox;
before(() => {
  box = createSandbox();
  plantFiles(join(box.cwd, 'planted'), canaries, names);
  writeFileSync(join(box.cwd, 'key'), 'a secret of the tests alone');
  box.changed();
});
after(() => box.remove());

/** @param made - the files that were asked for; no other one may be there */
function assertClean(
  { stdout, stderr }: Pick<Ran, 'stdout' | 'stderr'>,
  isLeak: LeakSearch = search,
  made: readonly string[] = [],
): void {
  assert.deepEqual(isLeak.in(stdout), []);
  assert.deepEqual(isLeak.in(stderr), []);
  const changed = box.changed();
  for (const { path, bytes } of changed) assert.deepEqual(isLeak.in(bytes), [], path);
  assert.deepEqual(
    changed.map(({ path }) => path),
    made,
  );
}

describe('the search for leaks', () => {
  it('sees a canary in each form in which it may get out', () => {
    const iban = 'GB82 WEST 1234 5698 7654 32';
    const leaks = createLeakSearch([
      { kind: 'payment/iban', value: iban },
      { kind: 'person/email', value: names.email },
    ]);
    const json = JSON.stringify({ note: `to ${names.email}` });
    for (const [form, text] of [
      ['plain', `x ${iban} y`],
      ['lower case', iban.toLowerCase()],
      ['compact', iban.replaceAll(' ', '')],
      ['base64', Buffer.from(`a ${iban} b`).toString('base64')],
      ['base64url', Buffer.from(`${iban} b`).toString('base64url')],
      ['hexadecimal', Buffer.from(`a ${iban}`).toString('hex').toUpperCase()],
      ['URL', `?q=${encodeURIComponent(iban)}`],
      ['form', `?q=${iban.replaceAll(' ', '+')}`],
      ['JSON in JSON', JSON.stringify({ json })],
      ['UTF-16', Buffer.from(iban, 'utf16le')],
      ['last digits', 'ending in 8765432.'],
      ['local part', `user ${names.email.split('@')[0]} is`],
    ] as const) {
      assert.notDeepEqual(leaks.in(text), [], form);
    }
    assert.deepEqual(leaks.in('a 9d8765432 f, AA99 AAAA 9999, {"offset":8765432}'), []);
  });
});

describe('no value of a file leaves memory', () => {
  it('in a list of spans, to a file', async () => {
    const words = [
      'classify',
      'planted',
      '--format',
      'ndjson',
      '--explain',
      '--kinds',
      ['*', ...onRequest()].join(','),
    ];
    const ran = await box.run([...words, '-o', 'spans.ndjson']);
    assert.equal(ran.status, 3, ran.stderr);
    for (const broken of [
      '‹token›.log.gz: the packed data end too early',
      'truncated.log.gz: the packed data end too early',
      'damaged.log.zst: the packed data are damaged',
      'damaged.db, table notes: it cannot be read further',
      'damaged.parquet: it cannot be read further',
    ]) {
      assert.ok(ran.stderr.includes(broken), broken);
    }
    const lines = readFileSync(join(box.cwd, 'spans.ndjson'), 'utf8').trimEnd().split('\n');
    const found = new Set(lines.map((line) => (JSON.parse(line) as { kind?: string }).kind));
    assert.ok(found.size > 750, `the values are found: ${found.size} kinds`);
    assertClean(ran, search, ['/folder/spans.ndjson']);
  });

  it('in a report, as JSON and as text', async () => {
    const ran = await box.run(['classify', 'planted', '--format', 'json']);
    assert.equal(ran.status, 3, ran.stderr);
    assert.match(ran.stderr, /deep\.json: 1 of its rows/);
    assert.match(ran.stderr, /dump\.sql: it ends inside of a quoted text/);
    assertClean(ran);
    const document: ClassifyDocument = JSON.parse(ran.stdout);
    assert.ok(document.kinds.length > 700);
    assert.deepEqual(search.in(classifyText(document, { colour: false, columns: 100 })), []);
  });

  it('that comes by standard input, packed and cut', async () => {
    const stdin = readFileSync(join(box.cwd, 'planted/truncated.log.gz'));
    const ran = await box.run(['classify', '-', '--format', 'json'], { stdin });
    assert.equal(ran.status, 3, ran.stderr);
    assertClean(ran);
  });

  it('that may not be read', { skip: process.getuid?.() === 0 && 'root may read everything' }, async () => {
    writeFileSync(join(box.cwd, `of ${names.email}.txt`), names.email);
    chmodSync(join(box.cwd, `of ${names.email}.txt`), 0);
    const ran = await box.run(['classify', `of ${names.email}.txt`]);
    assert.equal(ran.status, 3);
    assertClean(ran);
  });
});

describe('redact lets no value pass', () => {
  /** Alone on a line, as most of them are not in logs, some have too little around them to be told. */
  const told = canaries.filter((canary) => canary.path === undefined && !isOnRequest(canary));
  const isLeak = createLeakSearch(told);
  const lines = `${told.map(({ text }) => text.replaceAll('\n', '\\n')).join('\n')}\n`;

  for (const action of ['mask', 'drop', 'hash', 'token']) {
    it(`under the policy ${action}`, async () => {
      const words = ['redact', `--${action}`, '*', '--key-file', join(box.cwd, 'key'), '--summary'];
      // Each in a process of its own would load the tables of all kinds once more.
      const ran = action === 'mask' ? await box.run(words, { stdin: lines }) : await vigieInProcess(words, lines);
      assert.equal(ran.status, 0, ran.stderr);
      assert.match(ran.stderr, /^vigie: redacted: \d+ /m);
      assertClean(ran, isLeak);
    });
  }

  it('as JSON, and tells nothing on standard error of what it was told to keep', async () => {
    // What is a line as a whole, or a command of a shell, is not told inside of a string.
    const inStrings = told.filter(({ kind }) => !/^secret\/(?:pgpass-line|curl-auth-user)$/.test(kind));
    const json = inStrings.map(({ text }) => JSON.stringify({ level: 30, msg: text, [names.email]: 1 })).join('\n');
    const masked = await box.run(['redact', '--json', '--summary'], { stdin: `${json}\n{broken ${names.token}\n` });
    assert.equal(masked.status, 0, masked.stderr);
    assertClean(masked, createLeakSearch(inStrings));
    const kept = await vigieInProcess(['redact', '--json', '--keep', '*', '--summary'], `${json}\n`);
    assert.deepEqual(search.in(kept.stderr), []);
  });
});

function onRequest(): readonly string[] {
  return builtInKinds().flatMap((kind) => (kind.onRequest ? [kind.id] : []));
}

function isOnRequest({ kind }: Canary): boolean {
  return onRequest().includes(kind);
}
