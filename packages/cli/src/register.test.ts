// `vigie register` as users run it: breaches added and changed, exported, proved by the log, and what a forger or a crash leaves behind.
import assert from 'node:assert/strict';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { NO_POPPLER, pagesOf } from '@vigie/paper/testing/pdf-text';
import type { RegisterDocument } from '@vigie/respond';
import { parse } from 'csv-parse/sync';
import { runVigie } from '../testing/run-vigie.ts';

const NOW = Date.parse('2026-03-28T09:00:00Z');

const FACTS = {
  facts: {
    nature: ['confidentiality'],
    data: ['contact', 'payment-methods'],
    persons: { value: { lower: 190, upper: 210 }, by: 'the hosting team' },
    aware: '2026-03-27T10:15:00+01:00',
    measuresTaken: [{ what: 'Port closed', at: '2026-03-27T11:00:00+01:00' }],
  },
};

const DECIDED = ['--notify', 'yes', '--tell', 'no', '--reason', 'No harm is likely', '--decided-by', 'the DPO'];

let dir = '';
let folder = '';
let facts = '';

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'vigie-register-'));
  folder = join(dir, 'register');
  facts = join(dir, 'facts.json');
  writeFileSync(facts, JSON.stringify(FACTS));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function register(...words: readonly string[]) {
  return runVigie(['register', ...words, '--register', folder], NOW);
}

async function added(...words: readonly string[]): Promise<void> {
  const { status, err } = await register('add', '2026-014', facts, '--title', 'Open store', ...words);
  assert.equal(status, 0, err);
}

async function exported(): Promise<RegisterDocument> {
  const { out } = await register('export', '--format', 'json');
  return JSON.parse(out) as RegisterDocument;
}

const caseFile = () => join(folder, 'cases', '2026-014.json');

function forge(from: string, to: string): void {
  const text = readFileSync(caseFile(), 'utf8');
  assert.ok(text.includes(from));
  writeFileSync(caseFile(), text.replaceAll(from, to));
}

describe('vigie register', () => {
  it('begins a register, tells plainly that it made a key, and keeps all of it from others', async () => {
    const { status, err, out } = await register('add', '2026-014', facts, '--title', 'Open store');
    assert.equal(status, 0);
    assert.match(err, /a signing key was made in .*register\.key\. Whoever has it can write another history/);
    assert.match(out, /2026-014: version 1, .*entry 1 of /);
    assert.match(out, /Still missing for Article 33\(5\): effects, decision, decided-by, reasons/);
    for (const name of ['register.key', 'evidence.jsonl', 'cases/2026-014.json']) {
      assert.equal(statSync(join(folder, name)).mode & 0o777, 0o600, name);
    }
    assert.doesNotMatch((await register('add', '2026-015')).err, /signing key/);
  });

  it('keeps every version, and adds to what was there', async () => {
    await added('--effect', 'Phishing');
    const change = ['--effect', 'Fraudulent debits', '--action', 'Cards replaced', ...DECIDED];
    const sent = [
      '--sent',
      'article-33,CNIL,2026-03-28T10:00:00+01:00,NOT-1',
      '--sent',
      'article-34,customers,2026-03-28T12:00:00Z',
    ];
    assert.equal((await register('change', '2026-014', ...change, ...sent)).status, 0);
    const { proven, records } = await exported();
    const [first] = records;
    assert.ok(proven && first && records.length === 1);
    assert.equal(first.version, 2);
    assert.deepEqual(first.missing, []);
    const { record } = first;
    assert.deepEqual(record.effects, ['Phishing', 'Fraudulent debits']);
    assert.deepEqual(record.facts.persons, {
      value: { lower: 190, upper: 210 },
      source: 'stated',
      certainty: 'unsaid',
      by: 'the hosting team',
    });
    assert.equal(record.decision.notifyAuthority, 'yes');
    assert.deepEqual(
      record.notices.map(({ to, reference }) => [to, reference]),
      [
        ['CNIL', 'NOT-1'],
        ['customers', undefined],
      ],
    );
    const versions = (JSON.parse(readFileSync(caseFile(), 'utf8')) as { versions: { record: { effects: string[] } }[] })
      .versions;
    assert.deepEqual(versions[0]?.record.effects, ['Phishing']);
  });

  it('assesses all facts of a record anew when some are added', async () => {
    const record = async () => (await exported()).records[0]?.record;
    await added();
    const before = (await record())?.assessed;
    writeFileSync(
      facts,
      JSON.stringify({ facts: { exfiltration: 'proved', identityTheftPossible: true, intent: 'malicious' } }),
    );
    assert.equal((await register('change', '2026-014', facts)).status, 0);
    const after = await record();
    assert.notDeepEqual(after?.assessed, before);
    assert.ok(after?.facts.persons && after.facts.exfiltration);
  });

  it('puts no word of a record into the log, and vigie verify proves the log', async () => {
    await added(...DECIDED);
    const log = readFileSync(join(folder, 'evidence.jsonl'), 'utf8');
    for (const word of ['Open store', 'the DPO', 'No harm', 'hosting team', 'payment'])
      assert.ok(!log.includes(word), word);
    const { status, out } = await runVigie(['verify', join(folder, 'evidence.jsonl')], NOW);
    assert.equal(status, 0);
    assert.match(out, /verified/);
  });

  it('exports CSV that a spreadsheet reads as it is and runs nothing of', async () => {
    await register(
      'add',
      '2026-014',
      facts,
      '--title',
      '=HYPERLINK("http://x")',
      '--effect',
      'one, "two"\nthree',
      '--reason',
      '@SUM(1)',
    );
    await register('add', '2026-015', '--title', '+1', '--effect', '-2', '--decided-by', '\t=3');
    const { out } = await register('export');
    assert.ok(out.endsWith('\r\n'));
    const rows: Record<string, string>[] = parse(out, { columns: true, record_delimiter: '\r\n' });
    assert.equal(rows.length, 2);
    assert.equal(rows[0]?.personsAtLeast, '190');
    assert.equal(rows[0]?.personsAtMost, '210');
    assert.equal(rows[0]?.aware, '2026-03-27T10:15:00+01:00');
    assert.equal(rows[0]?.effects, 'one, "two"\nthree');
    for (const row of rows) for (const cell of Object.values(row)) assert.doesNotMatch(cell, /^[=+\-@\t\r]/);
  });

  it('exports a PDF in French, a section each case', { skip: NO_POPPLER }, async () => {
    await added();
    const output = join(dir, 'register.pdf');
    assert.equal((await register('export', '--format', 'pdf', '--lang', 'fr', '--output', output)).status, 0);
    const text = pagesOf(output).join('\n');
    assert.match(text, /1\. Dossier 2026-014 : Open store/);
    assert.match(text, /1\.1 Faits/);
    assert.match(text, /27 mars 2026 à 10:15/);
  });

  it('names a record that was changed, taken away or put in past the log, and writes nothing more', async () => {
    const forgeries: readonly (readonly [string, () => void, RegExp])[] = [
      [
        'changed',
        () => forge('the DPO', 'nobody'),
        /2026-014: version 1 is not what entry 1 of the log was written for/,
      ],
      ['taken away', () => rmSync(caseFile()), /2026-014: the log tells of this case, and its file is gone/],
      [
        'renamed',
        () => renameSync(caseFile(), join(folder, 'cases', 'other.json')),
        /other: the file says that it is of the case 2026-014/,
      ],
      ['emptied', () => writeFileSync(caseFile(), '{}'), /2026-014: schema/],
    ];
    await added(...DECIDED);
    const whole = readFileSync(caseFile());
    for (const [what, forgery, complaint] of forgeries) {
      forgery();
      const listed = await register('list');
      assert.equal(listed.status, 1, what);
      assert.match(listed.err, complaint);
      assert.equal((await exported()).proven, false, what);
      assert.equal((await register('add', '2026-016')).status, 1, what);
      for (const name of readdirSync(join(folder, 'cases'))) rmSync(join(folder, 'cases', name));
      writeFileSync(caseFile(), whole);
      assert.equal((await register('list')).status, 0, what);
    }
  });

  it('names a version put back to an older one', async () => {
    await added();
    const older = readFileSync(caseFile());
    await register('change', '2026-014', ...DECIDED);
    writeFileSync(caseFile(), older);
    assert.match((await register('list')).err, /1 of the 2 versions in the log are not in its file/);
  });

  it('says so where the log itself was changed', async () => {
    await added();
    const log = join(folder, 'evidence.jsonl');
    writeFileSync(log, readFileSync(log, 'utf8').replace('"version":1', '"version":2'));
    const { status, err } = await register('list');
    assert.equal(status, 1);
    assert.match(err, /evidence\.jsonl: line 2: .*\(changed\)/);
  });

  it('goes on after a crash between the log and the file', async () => {
    await added();
    const older = join(dir, 'older.json');
    copyFileSync(caseFile(), older);
    await register('change', '2026-014', ...DECIDED);
    renameSync(caseFile(), `${caseFile()}.pending`);
    copyFileSync(older, caseFile());
    assert.equal((await exported()).records[0]?.version, 2);
    assert.equal((await register('change', '2026-014', '--state', 'closed')).status, 0);
    assert.equal((await exported()).records[0]?.version, 3);
    assert.ok(!existsSync(`${caseFile()}.pending`));
  });

  it('forgets a version that a crash kept from the log', async () => {
    await added();
    writeFileSync(`${caseFile()}.pending`, readFileSync(caseFile(), 'utf8').replace('Open store', 'Never logged'));
    assert.equal((await exported()).records[0]?.record.title, 'Open store');
    assert.equal((await register('change', '2026-014', '--state', 'closed')).status, 0);
    assert.ok(!existsSync(`${caseFile()}.pending`));
    assert.equal((await register('list')).status, 0);
  });

  it('stops where a version that waits for its place cannot be read, and leaves it there', async () => {
    await added();
    mkdirSync(`${caseFile()}.pending`);
    const { status, err } = await register('change', '2026-014', '--state', 'closed');
    assert.equal(status, 3);
    assert.match(err, /2026-014\.json\.pending cannot be read \(EISDIR\)/);
    assert.ok(existsSync(`${caseFile()}.pending`));
  });

  it('erases a case whose time is over, so that the log tells no word of it and proves the others', async () => {
    await added(...DECIDED);
    await register('add', '2026-015', '--title', 'Lost laptop');
    const erased = readFileSync(caseFile());
    assert.equal((await register('erase', '2026-014')).status, 0);
    assert.ok(!existsSync(caseFile()));
    assert.equal((await register('list')).status, 0);
    assert.deepEqual(
      (await exported()).records.map(({ record }) => record.case),
      ['2026-015'],
    );
    assert.match((await register('erase', '2026-014')).err, /not in the register/);
    writeFileSync(caseFile(), erased);
    assert.match(
      (await register('list')).err,
      /2026-014: the log says that this case was erased, and its file is there/,
    );
    assert.equal((await register('change', '2026-015', '--state', 'closed')).status, 0);
    assert.ok(!existsSync(caseFile()));
    assert.equal((await register('add', '2026-014', '--title', 'Another')).status, 0);
    assert.equal((await register('list')).status, 0);
  });

  it('ends with 2 where the words are wrong, and says what to write', async () => {
    await added();
    const wrong: readonly (readonly [readonly string[], RegExp])[] = [
      [['add', '2026-014'], /in the register already; change it/],
      [['change', '2026-099'], /not in the register; add it/],
      [['add', 'Jean Martin'], /no person’s name/],
      [['add', '../../etc'], /write up to 64 letters/],
      [['change', '2026-014', '--notify', 'perhaps'], /Allowed choices are yes, no, undecided/],
      [['change', '2026-014', '--sent', 'CNIL'], /Write it as article-33,CNIL/],
      [['change', '2026-014', '--decided-at', '2026-02-30T10:00:00Z'], /no such day/],
      [['change', '2026-014', '--effect', ' '], /write at least a word/],
      [['change', '2026-014', '--key', facts], /holds no Ed25519 key/],
      [['export', '--output', dir], /it is a folder/],
    ];
    for (const [words, complaint] of wrong) {
      const { status, err } = await register(...words);
      assert.equal(status, 2, words.join(' '));
      assert.match(err, complaint);
    }
    folder = join(dir, 'none');
    for (const words of [['list'], ['export'], ['change', '2026-014']]) {
      assert.match((await register(...words)).err, /holds no register; begin one/);
    }
  });

  it('refuses another key than that of its log', async () => {
    await added();
    const other = join(dir, 'other');
    await runVigie(['register', 'add', 'x', '--register', other, '--title', 'x'], NOW, 100);
    const { status, err } = await register(
      'change',
      '2026-014',
      '--key',
      join(other, 'register.key'),
      '--state',
      'closed',
    );
    assert.equal(status, 3);
    assert.match(err, /another key in force/);
    assert.equal((await exported()).records[0]?.version, 1);
  });
});
