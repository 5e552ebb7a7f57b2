import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readMapping } from './elasticsearch-mapping.ts';

const properties = { mail: { type: 'text', fields: { raw: { type: 'keyword', ignore_above: 256 } } } };

describe('mappings of Elasticsearch', () => {
  it('tell fields by their paths, and by which field their values can be counted', () => {
    const mapping = readMapping({
      mappings: {
        properties: {
          ...properties,
          user: { properties: { id: { type: 'keyword' }, low: { type: 'keyword', normalizer: 'lower' } } },
          parts: { type: 'nested', properties: { name: { type: 'keyword' } } },
          n: { type: 'long', doc_values: false },
        },
      },
    });
    assert.equal(mapping?.isOpen, false);
    assert.deepEqual(mapping?.fields, [
      { name: 'mail', type: 'text', countedBy: 'mail.raw', mayLack: true },
      { name: 'user.id', type: 'keyword', countedBy: 'user.id' },
      { name: 'user.low', type: 'keyword' },
      { name: 'parts.name', type: 'keyword' },
      { name: 'n', type: 'long' },
    ]);
  });

  it('stand below the name of a type before release 7', () => {
    const mapping = readMapping({ mappings: { logs: { properties } } });
    assert.deepEqual(
      mapping?.fields.map(({ name }) => name),
      ['mail'],
    );
  });

  for (const [why, mappings] of [
    ['new fields are kept without a mapping', { dynamic: false, properties }],
    ['an object is kept as it is', { properties: { ...properties, raw: { type: 'object', enabled: false } } }],
    ['an object is one field', { properties: { ...properties, labels: { type: 'flattened' } } }],
  ] as const) {
    it(`are open where ${why}`, () => assert.equal(readMapping({ mappings })?.isOpen, true));
  }

  it('of any other form are none, or have no end to their depth', () => {
    assert.equal(readMapping({ error: 1 }), undefined);
    let deep: object = { type: 'keyword' };
    for (let depth = 0; depth < 5000; depth += 1) deep = { properties: { a: deep } };
    assert.equal(readMapping({ mappings: deep })?.isOpen, true);
    fc.assert(fc.property(fc.jsonValue(), (mappings) => void readMapping({ mappings })));
  });
});
