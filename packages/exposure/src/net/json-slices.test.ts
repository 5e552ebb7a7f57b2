import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { itemSlices, memberSlice, parsedSlice, rootSlice, valueAt } from './json-slices.ts';

describe('slices of JSON', () => {
  it('finds the values of any document, whatever its strings hold and however it is spaced', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.constantFrom(undefined, 1, '\t'), (object, space) => {
        const plain: Record<string, unknown> = JSON.parse(JSON.stringify(object));
        const bytes = Buffer.from(JSON.stringify(object, undefined, space));
        const root = rootSlice(bytes);
        assert.ok(root);
        for (const [key, value] of Object.entries(plain)) {
          assert.deepEqual(parsedSlice(bytes, memberSlice(bytes, root, key)), value);
        }
      }),
    );
  });

  it('gives the items of any list', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (list) => {
        const bytes = Buffer.from(` {"hits":{"list": ${JSON.stringify(list)}}}\n`);
        const root = rootSlice(bytes);
        const found = root && valueAt(bytes, root, ['hits', 'list']);
        const items = found && itemSlices(bytes, found);
        assert.deepEqual(
          items?.map((item) => parsedSlice(bytes, item)),
          JSON.parse(JSON.stringify(list)),
        );
      }),
    );
  });

  it('ends on any bytes, and never points outside of them', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (noise) => {
        const bytes = Buffer.concat([Buffer.from('{"a":['), noise]);
        const all = { from: 0, to: bytes.length };
        for (const slice of [
          rootSlice(bytes),
          memberSlice(bytes, all, 'a'),
          ...(itemSlices(bytes, { from: 5, to: bytes.length }) ?? []),
        ]) {
          if (slice) assert.ok(slice.from >= 0 && slice.to <= bytes.length && slice.from <= slice.to);
        }
      }),
    );
  });

  it('says of a text that is cut off that it is none', () => {
    const whole = Buffer.from('{"hits":{"hits":[{"_source":{"a":"x\\"]}"}}]}}');
    for (let length = 0; length < whole.length; length += 1)
      assert.equal(rootSlice(whole.subarray(0, length)), undefined);
    assert.ok(rootSlice(whole));
  });

  it('takes a million brackets without a stack', () => {
    const bytes = Buffer.from(`${'['.repeat(1e6)}${']'.repeat(1e6)}`);
    assert.deepEqual(rootSlice(bytes), { from: 0, to: 2e6 });
  });
});
