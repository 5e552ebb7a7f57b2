import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { scopeOf } from '@vigie/probe';
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
