// `vigie detect` as users run it: what it prints, what it says of rules and lines that it cannot read, and how it ends.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { vigieInProcess } from '../../testing/in-process.ts';

const RULE = `title: Who am I
id: 11111111-1111-4111-8111-111111111111
author: A. Author, B. Author
level: high
references: [https://example.org/why]
logsource:
  product: windows
  category: process_creation
detection:
  selection:
    Image|endswith: '\\whoami.exe'
  condition: selection
`;
const MANY = `title: Many denied
id: 22222222-2222-4222-8222-222222222222
level: medium
correlation:
  type: event_count
  rules: [denied]
  group-by: [user]
  timespan: 1m
  condition:
    gte: 3
---
title: Denied
name: denied
logsource:
  category: test
detection:
  selection:
    what: denied
  condition: selection
`;
const EVENT = { Image: 'C:\\Windows\\System32\\whoami.exe', UtcTime: '2026-01-02 03:04:05.678' };

let dir = '';
before(() => {
  dir = mkdtempSync(join(tmpdir(), 'vigie-detect-'));
  mkdirSync(join(dir, 'rules/deeper'), { recursive: true });
  writeFileSync(join(dir, 'rules/deeper/whoami.yml'), RULE);
  writeFileSync(join(dir, 'rules/many.yaml'), MANY);
  writeFileSync(join(dir, 'rules/LICENSE'), 'Detection Rule License (DRL) 1.1\n');
});
after(() => rmSync(dir, { recursive: true, force: true }));

const write = (name: string, content: string | Uint8Array): string => {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
};
const detect = (words: readonly string[], stdin = '') =>
  vigieInProcess(['detect', '--rules', join(dir, 'rules'), ...words], stdin);
const parsed = (stdout: string): Record<string, unknown>[] =>
  stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

describe('vigie detect', () => {
  it('prints a line for each detection, with author, link and licence of the rule', async () => {
    const file = write('events.ndjson', `{"Image":"x"}\n${JSON.stringify(EVENT)}\n`);
    const { stdout, status } = await detect(['--format', 'ndjson', file]);
    const [line, ...more] = parsed(stdout);
    assert.equal(more.length, 0);
    assert.deepEqual(
      { ...line, id: undefined },
      {
        rule: '11111111-1111-4111-8111-111111111111',
        title: 'Who am I',
        level: 'high',
        author: 'A. Author, B. Author',
        file,
        line: 2,
        time: '2026-01-02T03:04:05.678Z',
        why: 'selection: Image ends with "\\whoami.exe"',
        id: undefined,
        kind: 'rule',
        rulePath: join(dir, 'rules/deeper/whoami.yml'),
        link: 'https://github.com/SigmaHQ/sigma',
        licence: 'DRL-1.1',
        tags: [],
      },
    );
    assert.equal(status, 1);
  });

  it('ends by --fail-on', async () => {
    const file = write('one.ndjson', JSON.stringify(EVENT));
    assert.equal((await detect(['--fail-on', 'critical', file])).status, 0);
    assert.equal((await detect(['--fail-on', 'never', file])).status, 0);
    assert.equal((await detect(['--fail-on', 'low', file])).status, 1);
    assert.equal((await detect([write('none.ndjson', '{"Image":"x"}\n')])).status, 0);
  });

  it('reads standard input, arrays, objects over several lines, evtx_dump, UTF-16 and gzip', async () => {
    const pretty = JSON.stringify(EVENT, null, 2);
    const texts = {
      array: JSON.stringify([EVENT]),
      'array over lines': `[\n${JSON.stringify(EVENT)},\n${JSON.stringify({ a: 1 })}\n]\n`,
      pretty: `${JSON.stringify({ a: { b: [1] } }, null, 2)}\n${pretty}\n`,
      'pretty array': JSON.stringify([{ a: 1 }, EVENT], null, 4),
      evtx_dump: `Record 1\n${pretty}\n`,
      crlf: `${JSON.stringify({ a: 1 })}\r\n${JSON.stringify(EVENT)}\r\n`,
    };
    for (const [name, text] of Object.entries(texts)) {
      const { stdout, stderr } = await detect(['--format', 'ndjson', '-'], text);
      assert.equal(parsed(stdout).length, 1, name);
      assert.equal(stderr, '', name);
    }
    const wide = write('wide.json', Buffer.from(`\ufeff${JSON.stringify(EVENT)}\n`, 'utf16le'));
    const packed = write('packed.ndjson.gz', gzipSync(JSON.stringify(EVENT)));
    const { stdout } = await detect(['--format', 'ndjson', wide, packed]);
    assert.deepEqual(
      parsed(stdout).map(({ file }) => file),
      [wide, packed],
    );
  });

  it('counts and names lines that are broken, and goes on', async () => {
    const file = write(
      'broken.ndjson',
      `{"Image":\nnonsense ada@example.org\n7\n{\n"a": 1\n${JSON.stringify(EVENT)}\n`,
    );
    const { stdout, stderr, status } = await detect(['--format', 'ndjson', file]);
    assert.deepEqual(
      parsed(stdout).map(({ line }) => line),
      [6],
    );
    for (const line of [1, 2, 3, 4]) assert.match(stderr, new RegExp(`broken.ndjson:${line}: `));
    assert.doesNotMatch(stderr, /ada@/);
    assert.equal(status, 3);
  });

  it('tells correlations with their group masked', async () => {
    const file = write(
      'denied.ndjson',
      [1, 2, 3]
        .map((s) => JSON.stringify({ what: 'denied', user: 'ada.lovelace', '@timestamp': `2026-01-02T03:04:0${s}Z` }))
        .join('\n'),
    );
    const { stdout, status } = await detect(['--format', 'ndjson', '--fail-on', 'medium', file]);
    const [line] = parsed(stdout);
    assert.equal(line?.rule, '22222222-2222-4222-8222-222222222222');
    assert.equal(line?.line, 3);
    assert.deepEqual(line?.group, { user: 'a…e' });
    assert.doesNotMatch(stdout, /lovelace/);
    assert.equal(status, 1);
  });

  it('says loudly which rules do not compile, and runs the others', async () => {
    const bad = write('bad.yml', RULE.replace('endswith', 'sounds_like'));
    const file = write('event.ndjson', JSON.stringify(EVENT));
    const { stdout, stderr, status } = await detect(['--rules', bad, '--format', 'ndjson', file]);
    assert.equal(parsed(stdout).length, 1);
    assert.match(stderr, /bad\.yml.*does not compile: there is no modifier "sounds_like"/);
    assert.equal(status, 2);
  });

  it('reads names of fields from a site', async () => {
    const site = write(
      'site.yml',
      'fields:\n  - logsource: {category: process_creation}\n    fields: {Image: process.executable}\n',
    );
    const file = write('ecs.ndjson', JSON.stringify({ process: { executable: 'C:\\whoami.exe' } }));
    assert.equal((await detect(['--site', site, file])).status, 1);
    const strange = write('strange.yml', 'transformations:\n  - type: explode\n');
    assert.equal((await detect(['--site', strange, file])).status, 2);
  });

  it("reads one's own JSON by a mapping, and says which of its lines is not understood", async () => {
    const mapping = write('mapping.yml', 'class: datastore\nfields: {time: ts, user: who, query: sql}\n');
    const file = write('own.ndjson', JSON.stringify({ ts: 1795989910, who: 'ada', sql: 'DROP TABLE people' }));
    const rule = RULE.replace(
      /logsource:[\s\S]*$/,
      'logsource:\n  category: database\ndetection:\n  sel:\n    unmapped.verb: DROP\n    actor.user.name: ada\n  condition: sel\n',
    );
    const { stdout, status } = await detect([
      '--rules',
      write('drop.yml', rule),
      '--format',
      'ndjson',
      '--mapping',
      mapping,
      file,
    ]);
    assert.equal(parsed(stdout)[0]?.time, '2026-11-29T22:05:10.000Z');
    assert.equal(status, 1);
    const wrong = write('wrong.yml', 'class: datastore\nfields:\n  usr: who\n');
    const refused = await detect(['--mapping', wrong, file]);
    assert.equal(refused.status, 2);
    assert.match(refused.stderr, /wrong\.yml:3: "usr" is not one of time, uid, user/);
  });

  it('takes the log source of the user where events say none', async () => {
    const file = write('bare.ndjson', JSON.stringify(EVENT));
    assert.equal((await detect(['--log-source', 'product=linux', file])).status, 0);
    assert.equal((await detect(['--log-source', 'product=windows,category=process_creation', file])).status, 1);
    assert.equal((await detect(['--log-source', 'os=linux', file])).status, 2);
  });

  it('prints for people who, where and why', async () => {
    const file = write('people.ndjson', JSON.stringify(EVENT));
    const { stdout } = await detect([file]);
    assert.match(stdout, /^HIGH {2}Who am I\n {2}where {2}.*people\.ndjson:1, 2026-01-02T03:04:05\.678Z\n {2}why /);
    assert.match(stdout, /by A\. Author, B\. Author \(DRL-1\.1, /);
    assert.match(stdout, /1 detection in 1 event, by 3 rules\./);
  });

  it('reads logs of stores, known by trying or by name, with the line where each record begins', async () => {
    const rule = write(
      'export.yml',
      RULE.replace('product: windows', 'product: postgresql')
        .replace('category: process_creation', 'category: database')
        .replace("Image|endswith: '\\whoami.exe'", "query|contains: 'from customers'"),
    );
    const statement = (text: string) =>
      `2026-11-29 22:03:42.912 UTC,"ada","shop",7,"10.1.2.3:5",6b0ca13e.5e38,8,"idle",2026-11-29 22:03:42 UTC,3/7,0,LOG,00000,"statement: ${text}",,,,,,,,,"psql","client backend",,0`;
    const file = write('postgresql.csv', `${statement('select 1')}\n${statement('select *\n from customers')}\n`);
    for (const words of [[], ['--source', 'postgresql-csvlog']]) {
      const { stdout, stderr } = await detect(['--rules', rule, '--format', 'ndjson', ...words, file]);
      assert.deepEqual(
        parsed(stdout).map(({ line, time }) => [line, time]),
        [[2, '2026-11-29T22:03:42.912Z']],
      );
      assert.equal(stderr, '');
    }
    const { stderr, status } = await detect(['--rules', rule, '--source', 'mysql-general', file]);
    assert.match(stderr, /postgresql\.csv:1: it is no record of mysql-general/);
    assert.equal(status, 3);
  });

  it('names the formats that it knows where it is asked for another', async () => {
    const { stderr, status } = await detect(['--source', 'pgsql', '-']);
    assert.match(stderr, /--source: there is no format pgsql; the known ones are json, .*postgresql-csvlog/);
    assert.equal(status, 2);
  });

  it('complains of what is not there', async () => {
    assert.equal((await detect([join(dir, 'nothing.ndjson')])).status, 2);
    assert.equal((await detect([])).status, 2);
    assert.equal((await vigieInProcess(['detect', '--rules', join(dir, 'no'), '-'])).status, 2);
  });

  it('without rules tells what ours, attacks and behaviour say', async () => {
    const log = write(
      'own.log',
      `203.0.113.9 - - [29/Nov/2026:20:00:01 +0000] "GET /item?id=1%27%20or%20%27a%27=%27a HTTP/1.1" 200 2 "-" "sqlmap/1.7"\n`,
    );
    const { status, stdout, stderr } = await vigieInProcess(['detect', log, '--format', 'ndjson']);
    assert.equal(status, 1, stderr);
    assert.equal(stderr, '');
    const told = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { rule: string; author: string; rulePath: string });
    assert.ok(told.some(({ rule }) => rule === 'vigie-sql-injection'));
    assert.ok(told.some(({ rulePath }) => rulePath === 'vigie/scanner.yml'));
    assert.ok(told.every(({ author }) => author === 'Vigie'));
  });
});
