// A mapping as an application's owner would write it, records of that application, and every fault with its line.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readsAnyJson } from '../../testing/spoiled-records.ts';
import type { Fields } from '../events/event.ts';
import { mappedSource } from './mapped.ts';
import type { Source } from './source.ts';

const FILE = `# Who asks our data service for what
class: datastore
product: shop-audit
service: audit
when: { type: query }
fields:
  time: ts
  user: who.login
  ip: client
  database: db
  query: sql
  rows-returned: n
  bytes-returned: bytes
dialect: postgresql
outcome: { field: ok, success: [true], failure: [false] }
---
class: datastore
when: { type: [get, put] }
fields: { time: ts, user: who.login, table: collection }
activity: { field: type, values: { get: read, PUT: write }, otherwise: other }
---
class: authentication
when: { type: login }
fields: { time: ts, user: name, ip: client, protocol: how }
outcome: { field: result, success: OK }
---
class: http
when: { type: web }
fields: { time: ts, method: m, target: url, status: code }
---
class: api
fields: { operation: call, resource: on }
activity: { field: call, values: { drop: delete } }
`;
const RECORDS: readonly Fields[] = [
  {
    type: 'query',
    ts: '2026-11-29T20:37:03Z',
    who: { login: 'ada' },
    client: '203.0.113.9:4711',
    db: 'crm',
    sql: "SELECT * FROM people WHERE mail = 'eve@example.org'",
    n: 7,
    bytes: '1024',
    ok: true,
  },
  { type: 'put', ts: 1795989910, who: { login: 'ada' }, collection: 'people' },
  { type: 'login', ts: 1795989910300, name: 'ada', client: '203.0.113.9', how: 'password', result: 'NO' },
  { type: 'web', ts: '2026-11-29T20:37:03Z', m: 'get', url: '/a?b=%3Cscript%3E', code: 404 },
  { call: 'drop', on: 'people' },
];
const made = (text: string): Source => {
  const result = mappedSource(text);
  assert.ok('source' in result, JSON.stringify(result));
  return result.source;
};
const faultsOf = (text: string): readonly string[] => {
  const result = mappedSource(text);
  return 'faults' in result ? result.faults.map(({ line, message }) => `${line}: ${message}`) : [];
};
const read = (at: number): Fields =>
  made(FILE)
    .open()
    .fromJson?.(RECORDS[at] ?? {})?.[0] ?? {};

describe('a mapping', () => {
  it('makes accesses to stores of records, and statements of their queries', () => {
    const event = read(0);
    assert.deepEqual([event.type_uid, event.status_id, event.time], [600501, 1, Date.UTC(2026, 10, 29, 20, 37, 3)]);
    assert.deepEqual([event.actor, event.src_endpoint], [{ user: { name: 'ada' } }, { ip: '203.0.113.9', port: 4711 }]);
    const { rows_returned: rows, bytes_returned: bytes, tables } = event.unmapped as Fields;
    assert.deepEqual([rows, bytes, tables], [7, 1024, ['people']]);
    assert.doesNotMatch(JSON.stringify(event.query_info), /eve@/);
    assert.equal((event.who as Fields).login, 'ada');
    assert.deepEqual(event.logsource, { product: 'shop-audit', category: 'database', service: 'audit' });
  });

  it('translates values, and takes the first document that a record is meant for', () => {
    assert.deepEqual([read(1).type_uid, read(1).table, read(1).time], [600505, { name: 'people' }, 1795989910000]);
    assert.deepEqual([read(2).type_uid, read(2).status_id, read(2).auth_protocol], [300201, 2, 'password']);
    assert.deepEqual([read(3).type_uid, read(3).status_id, read(3)['cs-uri-stem']], [400203, 2, '/a']);
    assert.deepEqual([read(4).type_uid, read(4).resources], [600304, [{ name: 'people' }]]);
    assert.equal(made(FILE).open().fromJson?.({ type: 'other' }), undefined);
  });

  it('says of each fault in which line it is, and what is known there', () => {
    assert.deepEqual(faultsOf('class: datastores\n'), [
      '1: "datastores" is not one of datastore, http, api, authentication',
    ]);
    const [unknown = ''] = faultsOf('class: datastore\nfields:\n  time: ts\n  usr: who\n');
    assert.match(unknown, /^4: "usr" is not one of time, uid, user, /);
    assert.deepEqual(faultsOf('class: http\nfields: {time: ts}\n'), ['2: http needs the field target']);
    assert.deepEqual(faultsOf('class: api\nfields:\n  operation: [a]\n').slice(0, 1), [
      '3: operation is the name of a field, not ["a"]',
    ]);
    const activity = faultsOf(
      'class: datastore\nfields: {time: t}\nactivity:\n  field: op\n  values:\n    GET: reads\n',
    );
    assert.match(activity[0] ?? '', /^6: "reads" is not one of read, update, connect, /);
    assert.deepEqual(faultsOf('class: datastore\nfields: {time: t}\ndialect: oracle\n'), [
      '3: "oracle" is not one of clickhouse, postgresql, mysql, generic',
    ]);
    assert.deepEqual(faultsOf('class: http\nfields: {target: t}\nactivity: {field: x}\n'), [
      '3: the activity of http is its method',
    ]);
    const second = faultsOf(
      'class: datastore\nfields: {time: t}\n---\nclass: datastore\nfields: {time: t}\noutcom: {}\n',
    );
    assert.match(second[0] ?? '', /^6: "outcom" is not one of class, product, /);
    assert.match(faultsOf('class: [datastore\n')[0] ?? '', /^\d: it is not YAML: /);
    assert.deepEqual(faultsOf(''), ['1: there is no mapping in the file']);
  });

  it('throws at nothing', () => {
    readsAnyJson(made(FILE), RECORDS);
    const piece = fc.constantFrom(
      ...FILE.split(/(?<=\n)/),
      '- a\n',
      '  ? [x]\n',
      '&a ',
      '*a\n',
      '!!set\n',
      '"',
      '{',
      '\t',
    );
    fc.assert(fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => void mappedSource(pieces.join(''))));
  });
});
