// URLs of the stores of documents, keys and objects.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inspect } from 'node:util';
import { located } from '../../testing/reading.ts';
import { openLocation, parseStoreUrl } from './location.ts';

describe('the URL of a store of documents, keys or objects', () => {
  const defaults = [
    ['elasticsearch://h', 'elasticsearch', 9200, 'never'],
    ['elasticsearch+https://h', 'elasticsearch', 9200, 'always'],
    ['elasticsearch://h:443/logs-*', 'elasticsearch', 443, 'always'],
    ['opensearch+https://h:9201', 'elasticsearch', 9201, 'always'],
    ['mongodb://h', 'mongodb', 27017, 'never'],
    ['mongodb://h/?tls=true', 'mongodb', 27017, 'always'],
    ['redis://h', 'redis', 6379, 'never'],
    ['rediss://h/3', 'redis', 6379, 'always'],
    ['valkey://h', 'redis', 6379, 'never'],
    ['couchdb://h', 'couchdb', 5984, 'never'],
    ['couchdb://h:6984', 'couchdb', 6984, 'always'],
    ['couchdb+https://h', 'couchdb', 5984, 'always'],
    ['s3://h', 's3', 9000, 'never'],
    ['s3+https://h/bucket/prefix', 's3', 9000, 'always'],
    // Where nothing can be offered, a wish for TLS "where it is there" is none.
    ['redis://h?sslmode=prefer', 'redis', 6379, 'never'],
  ] as const;
  for (const [url, product, port, tls] of defaults) {
    it(`reads ${url}`, () => {
      const location = located(url);
      assert.deepEqual([location.product, location.port, location.tls, location.insecure], [product, port, tls, false]);
    });
  }

  it('names user, password, database and what else the product needs', () => {
    const mongo = located('mongodb://us%40er:hidden-word@h/shop?authSource=admin&replicaSet=rs0&retryWrites=false');
    assert.deepEqual([mongo.user, mongo.database, mongo.choices?.authSource], ['us@er', 'shop', 'admin']);
    const s3 = located('s3://access:hidden-word@h:9000/bucket/a/b?region=eu-central-1&insecure=true');
    assert.deepEqual([s3.database, s3.choices, s3.insecure], ['bucket/a/b', { region: 'eu-central-1' }, true]);
    assert.equal(located('redis://:hidden-word@h').password?.reveal(), 'hidden-word');
    assert.doesNotMatch(JSON.stringify([mongo, s3]) + inspect([mongo, s3], { depth: 9 }), /hidden-word/);
  });

  it('refuses names of services, several hosts and what it does not know, and never shows a password', () => {
    const urls = [
      'mongodb+srv://u:hidden-word@h/x',
      'mongodb://u:hidden-word@h:1,i:2/x',
      'redis://u:hidden-word@h?region=x',
      's3://u:hidden-word@h?authSource=hidden-word',
    ];
    for (const url of urls) {
      const fault = parseStoreUrl(url);
      assert.ok('code' in fault, url);
      assert.doesNotMatch(JSON.stringify(fault), /hidden-word/);
    }
  });

  it('is not needed for an open store that a scan has found', () => {
    const { tls, insecure, password } = openLocation('elasticsearch', '127.0.0.1', 9200, true);
    assert.deepEqual([tls, insecure, password], ['always', true, undefined]);
  });
});
