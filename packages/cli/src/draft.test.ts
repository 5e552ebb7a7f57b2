// `vigie draft` as users run it: a case in, files out that nobody else can read, and no value of the data in any of them.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { NO_POPPLER, pagesOf } from '@vigie/paper/testing/pdf-text';
import { unzipSync } from 'fflate';
import { runVigie } from '../testing/run-vigie.ts';

const NOW = Date.parse('2026-03-28T09:00:00Z');
const AWARE = '2026-03-27T10:15:00+01:00[Europe/Paris]';

let dir = '';
before(() => {
  dir = mkdtempSync(join(tmpdir(), 'vigie-draft-'));
});
after(() => rmSync(dir, { recursive: true, force: true }));

function file(name: string, content: unknown): string {
  const path = join(dir, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

function vigie(...words: readonly string[]) {
  return runVigie(words, NOW);
}

/** Invented people: none of these values may be in what is drafted. */
const PEOPLE = Array.from({ length: 40 }, (_, i) => ({
  user_id: `canary-user-${i}`,
  email: `canary.person.${i}@posteo.de`,
  iban: ['DE89370400440532013000', 'FR1420041010050500013M02606'][i % 2],
  note: `canary note ${i}`,
}));

/** A scan with the exposure that Vigie itself measures of these people. */
async function scanOfPeople(): Promise<string> {
  const rows = file('rows.ndjson', PEOPLE.map((row) => JSON.stringify(row)).join('\n'));
  const { out, status, err } = await vigie('classify', rows, '--format', 'json', '--no-progress');
  assert.equal(status, 0, err);
  const store = {
    address: '203.0.113.5',
    port: 8123,
    product: 'clickhouse',
    posture: { read: 'yes', write: 'unknown' },
    exposure: JSON.parse(out) as unknown,
  };
  return file('scan.json', {
    schema: 'vigie.scan/1',
    startedAt: '2026-03-27T09:00:00.000Z',
    finishedAt: '2026-03-27T09:00:12.000Z',
    stores: [store],
  });
}

const FACTS = { facts: { establishments: ['FR'], role: 'controller', subjects: ['customers', 'employees'] } };

interface Summary {
  readonly drafts: readonly {
    readonly notice: string;
    readonly language: string;
    readonly complete: boolean;
    readonly missing: readonly { readonly id: string }[];
    readonly files: readonly string[];
  }[];
}

describe('vigie draft', () => {
  it('writes the form of the CNIL, the breach record and a letter a group, in three formats, for nobody else to read', async () => {
    const output = join(dir, 'all');
    const words = ['--authority', 'cnil', '--lang', 'fr', '--case', '2026-014', '--aware', AWARE, '--output', output];
    const { status, out, err } = await vigie(
      'draft',
      await scanOfPeople(),
      file('facts.json', FACTS),
      ...words,
      '-f',
      'json',
    );
    assert.equal(status, 0, err);
    const { drafts } = JSON.parse(out) as Summary;
    assert.deepEqual(
      drafts.map(({ notice, language }) => `${notice} ${language}`),
      ['cnil fr', 'breach-record fr', 'article-34 fr', 'article-34 fr'],
    );
    const names = ['authority-cnil', 'breach-record', 'letter-customers', 'letter-employees'];
    const expected = names.flatMap((name) => ['docx', 'json', 'pdf'].map((ending) => `${name}.${ending}`));
    assert.deepEqual(readdirSync(output).sort(), expected.sort());
    assert.equal(statSync(output).mode & 0o777, 0o700);
    for (const name of expected) assert.equal(statSync(join(output, name)).mode & 0o777, 0o600, name);
    assert.ok(drafts.every(({ complete, missing }) => complete === (missing.length === 0)));
  });

  it('gives the data of the EDPB’s template as JSON, with the numbers of the scan', async () => {
    const output = join(dir, 'template');
    await vigie('draft', await scanOfPeople(), '-o', output, '--only', 'authority', '--as', 'json', '--aware', AWARE);
    const document = JSON.parse(readFileSync(join(output, 'authority-edpb.json'), 'utf8')) as Record<string, unknown>;
    assert.ok(Object.keys(document).every((name) => /^field_\d+$/.test(name)));
    assert.equal(document.field_68, PEOPLE.length);
  });

  it('puts no value of the data into any file', async () => {
    const output = join(dir, 'canary');
    const words = ['--as', 'pdf,docx,html,md,json', '--output', output, '--case', '2026-014'];
    assert.equal((await vigie('draft', await scanOfPeople(), file('facts.json', FACTS), ...words)).status, 0);
    const texts = readdirSync(output).flatMap((name) => textsOf(join(output, name)));
    assert.ok(texts.length > 20);
    for (const { email, iban, user_id, note } of PEOPLE) {
      for (const value of [email, iban ?? '', user_id, note]) {
        for (const { where, text } of texts) assert.ok(!text.includes(value), `${value} in ${where}`);
      }
    }
  });

  it('marks every page of an incomplete draft', { skip: NO_POPPLER }, async () => {
    const output = join(dir, 'marks');
    await vigie('draft', await scanOfPeople(), '-o', output, '--as', 'pdf', '--lang', 'fr', '--authority', 'cnil');
    for (const name of readdirSync(output)) {
      for (const page of pagesOf(join(output, name))) assert.match(page, /PROJET INCOMPLET/, name);
    }
  });

  it('replaces nothing without --force, and writes none of the others either', async () => {
    const output = join(dir, 'twice');
    const facts = file('facts.json', FACTS);
    const words = ['draft', facts, '--only', 'record', '--as', 'md,json', '--output', output];
    assert.equal((await vigie(...words)).status, 0);
    writeFileSync(join(output, 'breach-record.json'), 'worked on by hand');
    rmSync(join(output, 'breach-record.md'));
    const { status, err } = await vigie(...words);
    assert.equal(status, 2);
    assert.match(err, /breach-record\.json: it is there already; .*--force/);
    assert.deepEqual(readdirSync(output), ['breach-record.json']);
    assert.equal(readFileSync(join(output, 'breach-record.json'), 'utf8'), 'worked on by hand');
    assert.equal((await vigie(...words, '--force')).status, 0);
    assert.match(readFileSync(join(output, 'breach-record.json'), 'utf8'), /vigie\.notice\/1/);
  });

  it('writes no letter where the people need not be told', async () => {
    const harmless = { nature: ['availability'], serviceImpact: 'none', backup: true, persons: 12, data: ['contact'] };
    const output = join(dir, 'harmless');
    const facts = file('harmless.json', { facts: { ...harmless, exfiltration: 'ruled-out' } });
    const { status, out } = await vigie('draft', facts, '-o', output, '-f', 'json', '--as', 'md');
    assert.equal(status, 0);
    const { drafts } = JSON.parse(out) as Summary;
    assert.deepEqual(
      drafts.map(({ notice }) => notice),
      ['edpb', 'breach-record'],
    );
  });

  it('drafts for a processor the notice to its customers, in English where it is not written in the language', async () => {
    const facts = file('processor.json', { facts: { ...FACTS.facts, role: 'processor' } });
    const words = ['-o', join(dir, 'processor'), '--lang', 'de', '--as', 'md', '-f', 'json'];
    const { out, err } = await vigie('draft', facts, ...words);
    const { drafts } = JSON.parse(out) as Summary;
    assert.deepEqual(
      drafts.map(({ notice, language }) => `${notice} ${language}`),
      ['processor-33-2 en', 'breach-record en'],
    );
    assert.match(err, /processor-33-2 is not written in de/);
  });

  it('drafts a press release and a web page where telling each person is too much', async () => {
    const facts = file('many.json', { facts: { ...FACTS.facts, disproportionateEffort: true } });
    const { out } = await vigie('draft', facts, '-o', join(dir, 'many'), '--lang', 'zh', '--as', 'md', '-f', 'json');
    const notices = (JSON.parse(out) as Summary).drafts.map(({ notice }) => notice);
    assert.ok(notices.includes('press') && notices.includes('web-page'));
  });

  it('takes what persons stated for the form, and tells what of it is not understood', async () => {
    const answers = file('answers.json', { field_12: 'Example SAS', field_999: 'x' });
    const output = join(dir, 'answers');
    const words = ['--answers', answers, '-o', output, '--only', 'authority', '--as', 'json,md'];
    const { status, err } = await vigie('draft', file('facts.json', FACTS), ...words);
    assert.equal(status, 0);
    assert.match(err, /not understood: field_999/);
    const document = JSON.parse(readFileSync(join(output, 'authority-edpb.json'), 'utf8')) as Record<string, unknown>;
    assert.equal(document.field_12, 'Example SAS');
    assert.match(readFileSync(join(output, 'authority-edpb.md'), 'utf8'), /Example SAS/);
  });

  it('tells what was left out of the drafts', async () => {
    const facts = file('odd.json', { facts: { persons: 'lots', unintelligible: true, readByOthers: true } });
    const { status, err } = await vigie('draft', facts, '-o', join(dir, 'odd'), '--only', 'record', '--as', 'md');
    assert.equal(status, 0);
    assert.match(err, /not understood: persons/);
    assert.match(err, /contradiction, left out of the drafts/);
  });

  it('ends with 2 where the words are wrong, and says what to write', async () => {
    const facts = file('facts.json', FACTS);
    const wrong: readonly (readonly [readonly string[], RegExp])[] = [
      [[facts], /required option '-o, --output/],
      [[facts, '-o', join(dir, 'x'), '--authority', 'atlantis'], /Allowed choices are edpb, cnil/],
      [[facts, '-o', join(dir, 'x'), '--as', 'pdf,odt'], /one or more of pdf, docx, html, md, json/],
      [[facts, '-o', join(dir, 'x'), '--answers', file('bad.json', '{')], /bad\.json is not JSON/],
      [[facts, '-o', facts], /cannot make the folder/],
      [[join(dir, 'none.json'), '-o', join(dir, 'x')], /no such file/],
    ];
    for (const [words, complaint] of wrong) {
      const { status, err } = await vigie('draft', ...words);
      assert.equal(status, 2, words.join(' '));
      assert.match(err, complaint);
    }
  });
});

/** The texts in a file: those of its parts where it is an archive, those of its pages where it is a PDF. */
function textsOf(path: string): { where: string; text: string }[] {
  if (path.endsWith('.pdf')) return NO_POPPLER ? [] : pagesOf(path).map((text) => ({ where: path, text }));
  const bytes = readFileSync(path);
  if (!path.endsWith('.docx')) return [{ where: path, text: bytes.toString('utf8') }];
  return Object.entries(unzipSync(bytes)).map(([name, part]) => ({
    where: `${path}/${name}`,
    text: Buffer.from(part).toString('utf8'),
  }));
}
