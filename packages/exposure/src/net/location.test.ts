import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inspect } from 'node:util';
import { describeLocation, openLocation, parseStoreUrl, productOfUrl, type StoreLocation } from './location.ts';

function parsed(url: string): StoreLocation {
  const location = parseStoreUrl(url);
  if ('code' in location) throw new Error(location.message);
  return location;
}

describe('the URL of a store', () => {
  it('names product, host, port, user, password and database', () => {
    const location = parsed('clickhouse://us%40er:p%3Ass%2F%E6%BC%A2@db.example.org:9999/logs%2Fa');
    assert.equal(location.product, 'clickhouse');
    assert.deepEqual([location.host, location.port], ['db.example.org', 9999]);
    assert.deepEqual([location.user, location.password?.reveal(), location.database], ['us@er', 'p:ss/漢', 'logs/a']);
  });

  const defaults = [
    ['clickhouse://h', 'clickhouse', 8123, 'never'],
    ['clickhouse://h:8443', 'clickhouse', 8443, 'always'],
    ['clickhouse://h?secure=true', 'clickhouse', 8123, 'always'],
    ['postgres://h', 'postgresql', 5432, 'offered'],
    ['postgresql://h?sslmode=verify-full', 'postgresql', 5432, 'always'],
    ['postgresql://h?sslmode=disable', 'postgresql', 5432, 'never'],
    ['mysql://h', 'mysql', 3306, 'offered'],
    ['mariadb://h?ssl-mode=REQUIRED', 'mysql', 3306, 'always'],
  ] as const;
  for (const [url, product, port, tls] of defaults) {
    it(`reads ${url}`, () => {
      const location = parsed(url);
      assert.deepEqual([location.product, location.port, location.tls, location.insecure], [product, port, tls, false]);
      assert.deepEqual([location.user, location.password, location.database], [undefined, undefined, undefined]);
    });
  }

  it('reads addresses of IPv6 and names of other scripts', () => {
    assert.equal(parsed('mysql://[::1]:3307/').host, '::1');
    assert.equal(describeLocation(parsed('mysql://[::1]:3307/')), 'mysql at [::1]:3307');
    assert.equal(parsed('mysql://b%C3%BCcher.example/').host, 'xn--bcher-kva.example');
  });

  it('does without verifying only where the URL says so', () => {
    assert.equal(parsed('postgresql://h?sslmode=require&insecure=true').insecure, true);
    assert.equal(parsed('postgresql://h?insecure=false').insecure, false);
  });

  it('refuses what it does not know, and never shows a password', () => {
    const urls = [
      'oracle://u:hidden-word@h/x',
      'mysql://u:hidden-word@/x',
      'mysql://u:hidden-word%@h/x',
      'postgresql://u:hidden-word@h/x?sslrootcert=hidden-word',
      'postgresql://u:hidden-word@h/x?sslmode=hidden-word',
      'clickhouse://u:hidden-word@h:99999/',
      'nothing',
    ];
    for (const url of urls) {
      const fault = parseStoreUrl(url);
      assert.ok('code' in fault, url);
      assert.doesNotMatch(JSON.stringify(fault), /hidden-word/);
    }
    const location = parsed('mysql://u:hidden-word@h/x');
    assert.doesNotMatch(JSON.stringify(location) + inspect(location, { depth: 9 }), /hidden-word/);
  });

  it('tells products by their schemes, and says nothing of others', () => {
    assert.equal(productOfUrl('MariaDB://h'), 'mysql');
    assert.equal(productOfUrl('https://h'), undefined);
    assert.equal(openLocation('mysql', '127.0.0.1', 1, false).password, undefined);
  });
});
