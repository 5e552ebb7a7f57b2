// `vigie scan --classify` against a real ClickHouse and a real PostgreSQL whose content is known.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { lacks } from '@vigie/probe/testing';
import { clickhouseQuery, startClickhouse } from '@vigie/probe/testing/clickhouse';
import type { LoggedServer } from '@vigie/probe/testing/logged-server';
import { vigieInProcess } from '../testing/in-process.ts';
import type { ExposureReport } from './exposures.ts';

const PEOPLE = 60;
/** Customers in the table that every ClickHouse of the tests has. */
const OTHERS = 3;
/** Planted values, none of which may come out: assembled here, so that no rule of a repository takes them for real. */
const KEY = `AKIA${'Q7RZ4WNB2XKD6TPV'}`;
const mailOf = (i: number) => `person.${String.fromCharCode(97 + (i % 26))}${i}@posteo.de`;
const cardOf = () => ['4539', '1488', '0343', '6467'].join('');
const TABLE = `mails of ${mailOf(7)}`;
const PLANTED = [KEY, mailOf(0), mailOf(7), mailOf(59), cardOf(), 'Ich bin schwanger'];

async function vigie(...words: string[]): Promise<{ status: number; out: string; err: string }> {
  const { status, stdout, stderr } = await vigieInProcess(words);
  return { status, out: stdout, err: stderr };
}

describe('vigie scan --classify', { skip: lacks('clickhouse-server') }, () => {
  let server: LoggedServer;
  before(async () => {
    server = await startClickhouse('open');
    await clickhouseQuery(
      server,
      'CREATE TABLE default.events (at DateTime, span String, string Nested(names String, values String)) ENGINE = MergeTree ORDER BY at',
    );
    await clickhouseQuery(server, `CREATE TABLE default.\`${TABLE}\` (note String) ENGINE = MergeTree ORDER BY note`);
    await clickhouseQuery(server, `INSERT INTO default.\`${TABLE}\` FORMAT JSONEachRow`, '{"note":"x"}');
    const rows: object[] = [];
    const add = (span: string, fields: Record<string, string>) =>
      rows.push({
        at: '2026-01-01 00:00:00',
        span,
        'string.names': Object.keys(fields),
        'string.values': Object.values(fields),
      });
    for (let i = 0; i < PEOPLE; i += 1) {
      // Everybody has two accounts and one mailbox, written in two ways.
      for (const account of [`acc-${i}-a`, `acc-${i}-b`]) {
        add('/login', { user_id: account, email: account.endsWith('a') ? mailOf(i) : mailOf(i).toUpperCase() });
      }
      const said =
        i < 12 ? 'Ich bin schwanger und habe es noch niemandem gesagt.' : 'Kannst du mir bitte bei einem Brief helfen?';
      const messages = [
        { role: 'user', content: said },
        { role: 'assistant', content: 'Gerne. Worum geht es?' },
      ];
      add('/chat', { user_id: `acc-${i}-a`, request: JSON.stringify({ messages }) });
      add('/ping', { msg: `cache hit ratio 0.${i}` });
    }
    add('/charge', { user_id: 'acc-0-a', pan: cardOf() });
    add('/config', { line: `loaded key ${KEY}` });
    await clickhouseQuery(
      server,
      'INSERT INTO default.events FORMAT JSONEachRow',
      rows.map((row) => JSON.stringify(row)).join('\n'),
    );
  });
  after(() => server.stop());

  const scan = (format: string) =>
    vigie('scan', '127.0.0.1', '--ports', String(server.port), '--classify', '--format', format, '--fail-on', 'never');

  it('counts rows, distinct values and people, and keeps no value', async () => {
    const { out, err, status } = await scan('json');
    assert.equal(status, 0, err);
    const report = JSON.parse(out) as ExposureReport;
    const [store] = report.stores;
    const exposure = store?.exposure;
    assert.ok(exposure, 'the store was not classified');
    const kind = (id: string) => exposure.kinds.find((one) => one.kind === id);
    const mails = kind('person/email')?.distinct;
    assert.equal(mails?.estimate, PEOPLE);
    assert.ok((mails?.lower ?? 0) <= PEOPLE && PEOPLE <= (mails?.upper ?? 0));
    assert.equal(kind('conversation')?.certain, PEOPLE);
    assert.equal(kind('special/health')?.possible, 12);
    assert.equal(kind('special/health')?.certain, 0, 'a special category is never certain');
    assert.equal(kind('payment/card')?.certain, 1);
    assert.equal(store?.people?.estimate, PEOPLE + OTHERS);
    assert.equal(store?.people?.lower, PEOPLE + OTHERS);
    assert.equal(store?.people?.upper, PEOPLE + OTHERS);
    assert.deepEqual(
      exposure.secrets.map(({ rule, issuer, distinct }) => [rule, issuer, distinct.estimate]),
      [['aws-access-token', 'Amazon Web Services', 1]],
    );
    assert.ok((exposure.secrets[0]?.rotate.length ?? 0) > 0);
    const columns = store?.inventory?.containers.flatMap(({ collections }) =>
      collections.flatMap((one) => one.columns),
    );
    const values = columns?.find(({ name, kinds }) => name === 'string.values' && kinds.length > 0);
    assert.ok(values?.kinds.includes('person/email'), 'the inventory does not name the kinds of its columns');
    for (const value of PLANTED) assert.ok(!`${out}${err}`.toLowerCase().includes(value.toLowerCase()));
  });

  it('drafts the notices in the same go, readable by the owner alone and without a value', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vigie-drafts-'));
    const drafts = join(folder, 'drafts');
    const words = ['scan', '127.0.0.1', '--ports', String(server.port), '--classify', '--fail-on', 'never'];
    const { out, err, status } = await vigie(...words, '--draft', drafts, '--authority', 'cnil', '--lang', 'fr');
    assert.equal(status, 0, err);
    assert.match(out, /A stranger may/);
    assert.match(err, /INCOMPLETE/);
    const form = JSON.parse(readFileSync(join(drafts, 'authority-cnil.json'), 'utf8')) as Record<string, unknown>;
    assert.equal(form.field_68, PEOPLE + OTHERS);
    for (const file of readdirSync(drafts)) {
      assert.equal(statSync(join(drafts, file)).mode & 0o077, 0, file);
      const content = readFileSync(join(drafts, file), 'latin1').toLowerCase();
      for (const value of PLANTED) assert.ok(!content.includes(value.toLowerCase()), `${file} holds a value`);
    }
    const again = await vigie(...words, '--draft', drafts);
    assert.equal(again.status, 3);
    assert.match(again.err, /is there already; name another folder with --draft/);
    assert.equal(
      (await vigie('scan', '127.0.0.1', '--draft', drafts)).status,
      2,
      'without --classify there is nothing to draft',
    );
    rmSync(folder, { recursive: true });
  });

  for (const format of ['text', 'html', 'sarif', 'csv', 'ndjson']) {
    it(`says in ${format} what stands in it, without a value`, async () => {
      const { out, err } = await scan(format);
      for (const value of PLANTED) assert.ok(!`${out}${err}`.toLowerCase().includes(value.toLowerCase()), value);
      // A table of stores has no room for what is in them; NDJSON streams the stores before they are read.
      if (format === 'csv' || format === 'ndjson') return;
      assert.match(out, /aws-access-token|AWS|Amazon/);
      assert.match(out, /conversation/i);
    });
  }

  it('refuses a kind that nobody knows before anything is connected to', async () => {
    const { status, err } = await vigie('scan', '127.0.0.1', '--classify', '--kinds', 'person/emial');
    assert.equal(status, 2);
    assert.match(err, /person\/email/);
  });
});
