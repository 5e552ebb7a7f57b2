// What a site says of its events, in our words and as a pipeline of pySigma.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fires, lineRule } from '../../testing/rules.ts';
import { readSite } from './read-site.ts';

describe('a site', () => {
  it('names fields and gives placeholders their values', () => {
    const site = readSite('placeholders:\n  servers: [srv1, srv2]\nfields:\n  f: host.name\n');
    assert.ok('mappings' in site);
    assert.ok(fires(lineRule("f|expand: '%servers%'"), { host: { name: 'SRV2' } }, site));
    assert.ok(!fires(lineRule("f|expand: '%servers%'"), { f: 'srv2' }, site));
  });

  it('may be a pipeline of pySigma', () => {
    const site = readSite(`name: ours
vars:
  servers: srv1
transformations:
  - id: names
    type: field_name_mapping
    mapping:
      f: [host.name, host]
    rule_conditions:
      - type: logsource
        category: test
  - type: value_placeholders
`);
    assert.ok('mappings' in site);
    assert.ok(fires(lineRule("f|expand: '%servers%'"), { host: 'srv1' }, site));
  });

  for (const [text, reason] of [
    ['transformations:\n  - type: explode\n', /"explode" is not known/],
    [
      'transformations:\n  - type: field_name_mapping\n    mapping: {a: b}\n    field_name_conditions: []\n',
      /field_name_conditions/,
    ],
    ['field: {a: b}\n', /"field" is not one of/],
    ['fields: {a: 1}\n', /no field/],
    ['fields: [a]\n', /not a map/],
    ['vars: [a]\n', /vars is not a map/],
    ['a: [', /not YAML/],
  ] as const) {
    it(`is refused for ${JSON.stringify(text)}`, () => {
      const site = readSite(text);
      assert.match('fault' in site ? site.fault : '', reason);
    });
  }
});
