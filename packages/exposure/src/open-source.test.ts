import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { scopeOf } from '@vigie/probe';
import { type ByteReply, startByteServer } from '../testing/byte-server.ts';
import { LOCAL_HOST } from '../testing/reading.ts';
import { isStoreUrl, openSource } from './open-source.ts';

const host = { scope: scopeOf(undefined), resolve: () => Promise.resolve(undefined) };
const PASSWORD = 'of-nobody-in-particular';

describe('a store by its URL', () => {
  it('is told from a path', () => {
    assert.deepEqual(['redis://127.0.0.1', 'couchdb+https://h', './a://b', 'C:\\a', 'dump.sql', '-'].map(isStoreUrl), [
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('is opened for each product, and nothing is connected to before the first question', async () => {
    for (const product of ['clickhouse', 'postgresql', 'mysql', 'elasticsearch', 'mongodb', 'redis', 'couchdb', 's3']) {
      const source = openSource(`${product}://bo:${PASSWORD}@127.0.0.1:1/x`, host, PASSWORD);
      assert.ok('read' in source, product);
      await source.close();
    }
  });

  describe('that is a web address', () => {
    const answers: readonly (readonly [string, ByteReply, string])[] = [
      ['CouchDB', { status: 200, body: { couchdb: 'Welcome', version: '3.3.3' } }, 'couchdb'],
      ['a CouchDB that is closed', { status: 401, headers: { server: 'CouchDB/3.3.3' }, body: {} }, 'couchdb'],
      ['Elasticsearch', { status: 200, body: { cluster_name: 'a', version: { number: '8.15.0' } } }, 'elasticsearch'],
      ['ClickHouse', { status: 200, body: 'Ok.\n' }, 'clickhouse'],
      ['S3', { status: 403, body: '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>' }, 's3'],
    ];
    const { signal } = new AbortController();
    for (const [name, answer, product] of answers) {
      it(`is asked who it is, and is ${name}`, async () => {
        const server = await startByteServer(() => answer);
        const source = openSource(`http://bo:${PASSWORD}@127.0.0.1:${server.port}`, LOCAL_HOST);
        assert.ok('read' in source);
        await source.datasets(signal);
        assert.equal(source.product, product);
        await source.close();
        await server.stop();
      });
    }

    it('and says what to do where a login is asked for, or where it is none of them', async () => {
      const server = await startByteServer((_path, { headers }) => ({ status: headers.authorization ? 401 : 404 }));
      for (const [login, words] of [
        [`bo:${PASSWORD}@`, /user or password is missing or wrong: put them into the URL/],
        ['', /does not say what it is: name the product in the URL, as in elasticsearch/],
      ] as const) {
        const source = openSource(`http://${login}127.0.0.1:${server.port}/x`, LOCAL_HOST);
        assert.ok('read' in source);
        const fault = await source.datasets(signal);
        assert.ok('code' in fault);
        assert.match(fault.message, words);
        assert.equal(fault.where, `http at 127.0.0.1:${server.port}`);
      }
      await server.stop();
    });
  });

  it('that names a database that is not there is told, not read as an empty one', async () => {
    const server = await startByteServer((path, _request, body) => {
      const data = path.includes('version') || body.includes('version()') ? [['24.8.1.1']] : [];
      return { status: 200, body: { data } };
    });
    const source = openSource(`clickhouse://127.0.0.1:${server.port}/nowhere`, LOCAL_HOST);
    assert.ok('read' in source);
    const fault = await source.datasets(new AbortController().signal);
    assert.ok('code' in fault);
    assert.match(fault.message, /is not there, or holds nothing that this user may see: check the name/);
    await source.close();
    await server.stop();
  });

  it('that is none says so without what stands in it', () => {
    for (const url of [
      `gopher://bo:${PASSWORD}@h`,
      `redis://bo:${PASSWORD}%@h`,
      `mysql://bo:${PASSWORD}@h/x?what=${PASSWORD}`,
    ]) {
      const fault = openSource(url, host);
      assert.ok('code' in fault);
      assert.ok(!JSON.stringify(fault).includes(PASSWORD));
    }
  });
});
