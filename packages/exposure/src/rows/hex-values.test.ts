import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { createHexValues } from './hex-values.ts';

const traceOf = (i: number) => createHash('md5').update(`${i}`).digest('hex');
const uuidOf = (i: number) => traceOf(i).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

describe('hashes and ids in hexadecimal digits under one name', () => {
  it('are taken for the same once enough of them held nothing, each length by itself', () => {
    const values = createHexValues();
    for (let i = 0; i < 256; i += 1) {
      assert.ok(!values.isDull(traceOf(i)));
      values.read(traceOf(i), false);
    }
    assert.ok(values.isDull(traceOf(1000)));
    assert.ok(!values.isDull(uuidOf(1000)));
    assert.ok(!values.isDull(`${traceOf(1)}${traceOf(2)}`));
  });

  it('are read for good once something was found in one', () => {
    const values = createHexValues();
    for (let i = 0; i < 200; i += 1) values.read(uuidOf(i), false);
    values.read(uuidOf(200), true);
    for (let i = 201; i < 2000; i += 1) values.read(uuidOf(i), false);
    assert.ok(!values.isDull(uuidOf(3000)));
  });

  it('are read where one is more even than all that held nothing, as a key is among numbers that were filled up', () => {
    const values = createHexValues();
    for (let i = 0; i < 300; i += 1) values.read(`${'0'.repeat(24)}f${String(i).padStart(7, '0')}`, false);
    assert.ok(values.isDull(`${'0'.repeat(24)}f0000301`));
    assert.ok(!values.isDull('0123456789abcdef0a1b2c3d4e5f6789'));
  });

  it('are read where a UUID has digits enough beside each other for a number of their own', () => {
    const values = createHexValues();
    for (let i = 0; i < 300; i += 1) values.read(uuidOf(i), false);
    for (const other of [
      '12345678-ab12-4f12-8a12-0123456789ab',
      'ab12cd34-ab12-4f12-8a12-491711223344',
      'ab12cd34-4111-1111-1111-0123456789ab',
    ]) {
      assert.ok(!values.isDull(other), other);
    }
  });

  it('are no numbers, no capitals and no other text', () => {
    const values = createHexValues();
    for (let i = 0; i < 300; i += 1) values.read(traceOf(i), false);
    for (const other of [
      '4'.repeat(32),
      `${'F'.repeat(31)}1`,
      `${traceOf(1).slice(0, 31)}-`,
      'call me at +33 6 12 34 56 78 now',
    ]) {
      assert.ok(!values.isDull(other), other);
    }
  });
});
