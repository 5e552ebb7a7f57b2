// No value of a store leaves memory: every product is read by its URL and as a scan found it, in every format, with logs of the
// servers' own. Each store holds every canary, names that are values, and a part that fails with a value in the server's words.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { allCanaries } from '@vigie/classify/testing/canaries';
import {
  type Planted,
  type PlantedServer,
  plantClickhouse,
  plantMariadb,
  plantPostgresql,
  plantRedis,
} from '@vigie/exposure/testing/planted-servers';
import { plantCouchdb, plantElasticsearch, plantMongodb, plantS3 } from '@vigie/exposure/testing/planted-stand-ins';
import { lacks } from '@vigie/probe/testing';
import { lacksPostgresql } from '@vigie/probe/testing/postgresql';
import { createSandbox, type Ran, type Sandbox } from '../testing/command.ts';
import { vigieInProcess } from '../testing/in-process.ts';
import { createLeakSearch } from '../testing/leak-search.ts';
import type { ExposureReport } from './exposures.ts';
import { FORMATS, formatReport } from './formats/index.ts';

const STORES: Record<
  string,
  { readonly plant: (planted: Planted) => Promise<PlantedServer>; readonly lacks?: false | string }
> = {
  clickhouse: { plant: plantClickhouse, lacks: lacks('clickhouse-server') },
  postgresql: { plant: plantPostgresql, lacks: lacksPostgresql() },
  mysql: { plant: plantMariadb, lacks: lacks('mariadbd', 'mariadb-server') },
  redis: { plant: plantRedis, lacks: lacks('redis-server') },
  'a stand-in for mongodb': { plant: plantMongodb },
  'a stand-in for elasticsearch': { plant: plantElasticsearch },
  'a stand-in for couchdb': { plant: plantCouchdb },
  'a stand-in for s3': { plant: plantS3 },
};
/** What a server writes down by itself, of its own errors and of the statements inside of its own functions. */
const OWN_WORDS = /^.*(?:ERROR|DETAIL|HINT|CONTEXT|WARNING|SIGNAL SQLSTATE|<Error>|Code: \d+).*$/gm;

const canaries = allCanaries();
const [email = '', , value = ''] = canaries.filter(({ kind }) => kind === 'person/email').map((canary) => canary.value);
const person = canaries.find(({ kind }) => kind === 'person/name')?.value ?? '';
const password = ['Tr0ub4dor', '&quill', '/@:77'].join('');
/** One of each kind: what differs between two of a kind is no matter of stores. */
const notes = [...new Map(canaries.map(({ kind, text }) => [kind, text])).values()];
const planted: Planted = { notes, email, person, value, password };
const search = createLeakSearch([...canaries, { kind: 'the password', value: password }]);
/** In questions to a server its own names of tables stand. */
const searchInLogs = createLeakSearch(canaries.filter((canary) => !/quillfeather/i.test(canary.value)));

describe('no value of a store leaves memory', () => {
  const servers = new Map<string, PlantedServer>();
  let box: Sandbox;
  before(async () => {
    box = createSandbox();
    const start = async ([name, { plant, lacks: missing = false }]: [string, (typeof STORES)[string]]) => {
      if (missing === false) servers.set(name, await plant(planted));
    };
    await Promise.all(Object.entries(STORES).map(start));
  });
  after(async () => {
    await Promise.all([...servers.values()].map((server) => server.stop()));
    box.remove();
  });

  const assertClean = ({ stdout, stderr }: Pick<Ran, 'stdout' | 'stderr'>) => {
    assert.deepEqual(search.in(stdout), []);
    assert.deepEqual(search.in(stderr), []);
    for (const { path, bytes } of box.changed()) assert.deepEqual(search.in(bytes), [], path);
  };

  for (const [name, { lacks: skip = false }] of Object.entries(STORES)) {
    it(`of ${name}, read by its URL with a login`, { skip }, async () => {
      const { product, user, port, database, log, ...server } = servers.get(name) ?? assert.fail();
      const login = `${encodeURIComponent(user)}:${encodeURIComponent(server.password)}`;
      const url = `${product}://${login}@127.0.0.1:${port}${database === undefined ? '' : `/${database}`}`;
      const words = ['classify', url, '--format', 'json', '--threads', '1'];
      // Each in a process of its own would load the tables of all kinds once more.
      const ran = name.startsWith('a stand-in') ? await vigieInProcess(words) : await box.run(words);
      assert.equal(ran.status, 3, ran.stderr);
      assert.match(ran.stderr, /^vigie: \S*(?:failing|db0|planted) of /m, 'what fails is told');
      assertClean(ran);
      const found: { kind: string }[] = JSON.parse(ran.stdout).kinds;
      assert.ok(found.length > 700, `the values were read: ${found.length} kinds`);
      assert.deepEqual(searchInLogs.in((await log()).replaceAll(OWN_WORDS, '')), [], 'what was asked of the server');
    });
  }

  it('of all that a scan finds open, in every format, with transcript, state and output', async () => {
    const ports = [...servers.values()].map(({ port }) => port).join(',');
    const words = [
      'scan',
      '127.0.0.1',
      '--ports',
      ports,
      '--classify',
      '--threads',
      '1',
      '--kinds',
      'person/*,secret/*',
    ];
    const files = ['--transcript', 'sent.ndjson', '--resume', 'state.json', '--output', 'report.json'];
    const ran = await box.run([...words, '--format', 'json', '--fail-on', 'never', ...files]);
    assert.equal(ran.status, 0, ran.stderr);
    const report: ExposureReport = JSON.parse(readFileSync(join(box.cwd, 'report.json'), 'utf8'));
    const open = [...servers.keys()].filter((name) => !name.startsWith('a stand-in'));
    assert.equal(report.stores.filter(({ exposure }) => (exposure?.kinds.length ?? 0) > 300).length, open.length);
    const sent = readFileSync(join(box.cwd, 'sent.ndjson'), 'utf8').matchAll(/"sent":"([^"]*)"/g);
    assert.deepEqual(
      searchInLogs.in(Buffer.concat([...sent].map(([, bytes = '']) => Buffer.from(bytes, 'base64')))),
      [],
    );
    assertClean(ran);
    for (const format of FORMATS) {
      const text = formatReport(format, report, { columns: 100, colour: false });
      assert.deepEqual(search.in(text), [], format);
    }
    const [first = ''] = ports.split(',');
    assertClean(await box.run([...words, '--ports', first, '--format', 'ndjson']));
  });
});
