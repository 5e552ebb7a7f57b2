// Keys as replicas get them.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Keyspace } from './keyspace.ts';
import { crc64, dumpOf, rdbOf } from './rdb.ts';

describe('an RDB', () => {
  it('is summed up by the CRC that Redis has', () => {
    assert.equal(crc64(Buffer.from('123456789')).readBigUInt64LE().toString(16), 'e9c6d914c4b8d9ca');
  });

  it('has each key with its kind, between its head and its end', () => {
    const keys: Keyspace = new Map([['a', { type: 'string', value: 'b' }]]);
    const bytes = rdbOf(new Map([[0, keys]]), '7.2.5', 0, () => undefined);
    assert.equal(bytes.toString('latin1', 0, 9), 'REDIS0011');
    assert.ok(bytes.includes(Buffer.from([0xfe, 0, 0xfb, 1, 0, 0, 1, 0x61, 1, 0x62, 0xff])));
    assert.deepEqual(bytes.subarray(-8), crc64(bytes.subarray(0, -8)));
  });

  it('of one key is what DUMP of Redis 7.2 gives', () => {
    // redis-cli DUMP of SET k 10 would be packed as a number; of a text it is as it stands.
    const dumped = dumpOf({ type: 'string', value: 'send' });
    assert.equal(dumped.toString('latin1', 0, 8), '\0\x04send\x0b\0');
    assert.deepEqual(dumped.subarray(-8), crc64(dumped.subarray(0, -8)));
  });
});
