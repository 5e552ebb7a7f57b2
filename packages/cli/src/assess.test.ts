// `vigie assess` as users run it: facts and scans in, what has to be done out, and how it ends.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Assessment } from '@vigie/respond';
import { main } from './main.ts';
import type { World } from './world.ts';

const NOW = Date.parse('2026-03-28T09:00:00Z');
const AWARE = '2026-03-27T10:15:00+01:00[Europe/Paris]';

let dir = '';
before(() => {
  dir = mkdtempSync(join(tmpdir(), 'vigie-assess-'));
});
after(() => rmSync(dir, { recursive: true, force: true }));

function file(name: string, content: unknown): string {
  const path = join(dir, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

async function vigie(words: readonly string[], stdin = ''): Promise<{ status: number; out: string; err: string }> {
  const seen = { out: '', err: '' };
  const sink = (to: 'out' | 'err') => ({
    write: (text: string | Uint8Array) => {
      seen[to] += typeof text === 'string' ? text : Buffer.from(text).toString('utf8');
      return Promise.resolve();
    },
    columns: undefined,
    colour: false,
  });
  const world: World = {
    in: (async function* () {
      yield new TextEncoder().encode(stdin);
    })(),
    out: sink('out'),
    err: sink('err'),
    now: () => NOW,
    random: (count) => new Uint8Array(count),
    onInterrupt: () => {},
  };
  const status = await main(words, world);
  return { status, ...seen };
}

async function assessment(...words: readonly string[]): Promise<Assessment> {
  const { status, out, err } = await vigie(['assess', ...words, '--format', 'json']);
  assert.equal(status, 0, err);
  return JSON.parse(out) as Assessment;
}

/** EDPB Guidelines 01/2021, case 05. */
const APPLICATIONS = {
  facts: {
    nature: ['confidentiality'],
    intent: 'malicious',
    exfiltration: 'proved',
    unintelligible: false,
    serviceImpact: 'none',
    recipients: 'unknown',
    recipientsTrusted: false,
    deletionConfirmed: false,
    persons: 213,
    data: ['basic', 'contact', 'profile'],
    specialCategories: [],
    nationalId: false,
    paymentData: false,
    vulnerablePersons: false,
    identityTheftPossible: true,
    ongoing: false,
  },
};

/** The examples of the German and the French bank associations. */
const IBANS = ['DE89370400440532013000', 'FR1420041010050500013M02606'];

const exact = (n: number) => ({ lower: n, estimate: n, upper: n });

const SCAN = {
  schema: 'vigie.scan/1',
  startedAt: '2026-03-27T09:00:00.000Z',
  finishedAt: '2026-03-27T09:00:12.000Z',
  stores: [
    {
      address: '127.0.0.1',
      port: 8123,
      product: 'clickhouse',
      posture: { read: 'yes', write: 'unknown' },
      exposure: {
        people: { lower: 19_990, estimate: 20_000, upper: 20_010, byCountry: [] },
        kinds: [{ kind: 'person/email', edpb: ['b'], rows: exact(21_000) }],
        files: [{ rows: exact(1_000_000) }],
        complete: true,
      },
    },
  ],
};

describe('vigie assess', () => {
  it('says in JSON what has to be done, until when and why', async () => {
    const result = await assessment(file('facts.json', APPLICATIONS), '--aware', AWARE);
    assert.equal(result.schema, 'vigie.assessment/1');
    assert.ok('value' in result.severity && result.severity.band === 'high');
    const { register, notifyAuthority, communicateToPersons, reasons } = result.decision;
    assert.deepEqual([register, notifyAuthority, communicateToPersons], [true, true, true]);
    assert.ok(reasons.some(({ facts }) => facts.identityTheftPossible === true));
    const notify = result.duties.find(({ regime, article }) => regime === 'gdpr' && article === '33(1)');
    assert.equal(notify?.due, '2026-03-30T11:15:00+02:00');
    assert.equal(notify?.latest, '2026-03-30T12:00:00+02:00');
    assert.equal(notify?.late, undefined);
    assert.ok(result.toFindOut.some(({ fact }) => fact === 'establishments'));
  });

  it('begins the text with the decision and its deadline', async () => {
    const { out } = await vigie(['assess', file('facts.json', APPLICATIONS), '--aware', AWARE]);
    const [register, notify, tell] = out.split('\n');
    assert.match(register ?? '', /YES\s+Put it in the register/);
    assert.match(
      notify ?? '',
      /YES\s+Notify the authority {2}until Mon 30 Mar 2026, 11:15 \(\+02:00\), in 48 h 15 min/,
    );
    assert.match(tell ?? '', /YES\s+Tell the people concerned/);
    for (const section of [
      'What is due',
      'To find out',
      'Severity 3.00, high',
      'Why',
      'Nearest cases',
      'no legal advice',
    ]) {
      assert.ok(out.includes(section), section);
    }
    for (const line of out.split('\n')) assert.ok(line.length <= 100, line);
  });

  it('says LATE, and that reasons are asked for', async () => {
    const { out } = await vigie(['assess', file('facts.json', APPLICATIONS), '--aware', '2026-03-20T10:00:00Z']);
    assert.match(out, /LATE: Mon 23 Mar 2026, 10:00 \(\+00:00\), 4 days ago/);
    assert.match(out, /reasons for the delay/);
  });

  it('takes a scan, and what people add to it', async () => {
    const scan = file('scan.json', SCAN);
    const alone = await assessment(scan);
    assert.equal(alone.decision.notifyAuthority, true);
    assert.equal(alone.duties.find(({ article }) => article === '33(1)')?.due, 'unknown');
    assert.ok(alone.toFindOut.some(({ fact }) => fact === 'aware'));
    const added = file('added.json', { exfiltration: 'ruled-out', establishments: ['FR'], aware: AWARE });
    const both = await assessment(scan, added);
    assert.equal(both.decision.notifyAuthority, false);
    assert.deepEqual(
      both.duties.map(({ article }) => article),
      ['33(5)'],
    );
  });

  it('reads an exposure as the product measures it', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => ({
      user_id: `u${i}`,
      email: `person.${i}@posteo.de`,
      iban: IBANS[i % 2],
    }));
    const data = file('rows.ndjson', rows.map((row) => JSON.stringify(row)).join('\n'));
    const classified = await vigie(['classify', data, '--format', 'json', '--no-progress']);
    assert.equal(classified.status, 0, classified.err);
    const exposure = JSON.parse(classified.out) as object;
    const stores = SCAN.stores.map((store) => ({ ...store, exposure }));
    const { facts } = await assessment(file('measured.json', { ...SCAN, stores }));
    const told = (name: string) => facts.find(({ fact }) => fact === name)?.value;
    assert.deepEqual(told('persons'), { lower: 30, estimate: 30, upper: 30 });
    assert.deepEqual(told('records'), { lower: 30, estimate: 30, upper: 30 });
    assert.deepEqual(told('data'), ['contact', 'financial', 'identification-numbers', 'payment-methods']);
    assert.equal(told('paymentData'), true);
  });

  it('shows both sources where they contradict each other', async () => {
    const added = file('added.json', { persons: { value: 0, by: 'the hosting team' } });
    const { out } = await vigie(['assess', file('scan.json', SCAN), added]);
    assert.match(out, /contradict each other/);
    assert.match(out, /"lower":19990.*measured by vigie scan/);
    assert.match(out, /stated by the hosting team/);
  });

  it('reads standard input, and writes a file', async () => {
    const output = join(dir, 'assessment.json');
    const { status, out } = await vigie(['assess', '-', '-f', 'json', '-o', output], JSON.stringify(APPLICATIONS));
    assert.equal(status, 0);
    assert.equal(out, '');
    assert.equal((JSON.parse(readFileSync(output, 'utf8')) as Assessment).schema, 'vigie.assessment/1');
  });

  it('says what it does not understand, and what it assumes', async () => {
    const { out } = await vigie([
      'assess',
      file('odd.json', { persons: 'lots', establishments: ['QX'], moon: 'full' }),
    ]);
    assert.match(out, /Not understood/);
    for (const word of ['persons', 'establishments', 'moon', 'assumed: unknown']) assert.ok(out.includes(word), word);
  });

  it('ends with 2 where the words are wrong, and says what to write', async () => {
    const facts = file('facts.json', APPLICATIONS);
    const wrong: readonly (readonly [readonly string[], RegExp])[] = [
      [['assess'], /missing required argument/],
      [['assess', join(dir, 'none.json')], /no such file/],
      [['assess', file('broken.json', '{"facts"')], /it is not JSON/],
      [['assess', file('list.json', '[]')], /JSON object/],
      [['assess', file('classified.json', { schema: 'vigie.classify/1', kinds: [] })], /holds no facts/],
      [['assess', file('closed.json', { ...SCAN, stores: [] })], /no store in this scan/],
      [['assess', facts, '--aware', 'yesterday'], /Write it as/],
      [['assess', facts, '--aware', '2026-02-30T10:00:00Z'], /no such day/],
      [['assess', facts, '--aware', '2026-03-27T10:15:00'], /no such day, hour, offset/],
      [['assess', facts, '--aware', '2026-03-27T10:15:00+01:00[Europe/Atlantis]'], /time zone/],
    ];
    for (const [words, complaint] of wrong) {
      const { status, err, out } = await vigie(words);
      assert.equal(status, 2, words.join(' '));
      assert.match(err, complaint);
      assert.equal(out, '');
    }
  });
});
