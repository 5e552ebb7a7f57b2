// The indexed evaluator and the plain one agree on every event: for made rules and events, and for those of the corpus.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { Fields } from '../events/event.ts';
import { createEventReader } from '../events/read-event.ts';
import { taxonomyWith } from '../events/taxonomy.ts';
import { loadRules, type RuleSet } from '../sigma/rule-set.ts';
import { createEvaluator, createPlainEvaluator } from './evaluator.ts';

const PIECES = [
  'a',
  'B',
  'abcd',
  'ABCDE',
  '\\x.exe',
  '/x.exe',
  'cmd',
  ' -f',
  ' ',
  '.',
  '\u00c4\u00df',
  '\u0130',
  '\u03a3',
  '\u{1f600}',
  '\u017f',
  '1',
  '4688',
];
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 5 }).map((pieces) => pieces.join(''));
const pattern = fc.array(fc.constantFrom(...PIECES, '*', '?', '\\'), { maxLength: 5 }).map((pieces) => pieces.join(''));
const FIELDS = ['f', 'g', 'a.b', 'Threat Name'];
const MODIFIERS = [
  '',
  '',
  '|contains',
  '|startswith',
  '|endswith',
  '|contains|all',
  '|windash|contains',
  '|cased',
  '|contains|cased',
  '|endswith|cased',
  '|neq',
];
const REGEXES = [
  'abc+',
  '^a.*cd$',
  '(?i)ABCD',
  'b|c',
  'x\\.exe',
  'a?bcd',
  '[ab]cde',
  'abcde*',
  '\\bcmd\\b',
  '(cmd| -f)',
];

const item = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(...FIELDS),
      fc.constantFrom(...MODIFIERS),
      fc.array(pattern, { minLength: 1, maxLength: 10 }),
    )
    .map(([field, modifiers, values]) => ({ [`${field}${modifiers}`]: values })),
  fc
    .tuple(fc.constantFrom(...FIELDS), fc.constantFrom(...REGEXES))
    .map(([field, source]) => ({ [`${field}|re`]: source })),
  fc.constantFrom(
    { f: null },
    { 'f|exists': false },
    { 'g|exists': true },
    { 'f|gt': 3 },
    { 'f|fieldref': 'g' },
    { 'f|endswith|fieldref': 'g' },
    { f: [1, 4688] },
    { 'f|cidr': '10.0.0.0/8' },
    { 'f|re|i': 'ASK' },
  ),
);
const search = fc.oneof(
  fc.tuple(item, item).map(([one, two]): unknown => ({ ...one, ...two })),
  fc.array(item, { minLength: 1, maxLength: 3 }),
  fc.array(
    pattern.filter((one) => one !== ''),
    { minLength: 1, maxLength: 9 },
  ),
);
const CONDITIONS = ['x', 'x and y', 'x or y', 'x and not y', 'not x', '1 of them', 'all of them', 'not (x or y)'];
const rule = fc.record({
  title: fc.constant('t'),
  logsource: fc.constantFrom({ product: 'windows' }, { category: 'proxy' }, { product: 'linux', service: 'auth' }),
  detection: fc.record({ x: search, y: search, condition: fc.constantFrom(...CONDITIONS) }),
});
const value = fc.oneof(
  text,
  text,
  fc.constantFrom(null, 1, 4688, true, '10.1.2.3', 'ask', 'a\u017f\u212a'),
  fc.array(text, { maxLength: 3 }),
);
const event = fc.record(
  {
    f: value,
    g: value,
    'a.b': value,
    a: fc.oneof(fc.record({ b: value }), fc.array(fc.record({ b: value }), { maxLength: 2 }), value),
    ThreatName: value,
    'Threat Name': value,
    product: fc.constantFrom('windows', 'linux', 'shoes'),
    category: fc.constantFrom('proxy', 'dns'),
  },
  { requiredKeys: [] },
);

function assertAgree(rules: RuleSet, events: readonly Fields[]): void {
  const read = createEventReader(taxonomyWith(rules.rules.map(({ logSource }) => logSource)));
  const [indexed, plain] = [createEvaluator(rules.rules), createPlainEvaluator(rules.rules)];
  for (const one of events) assert.deepEqual(indexed.match(read(one)), plain.match(read(one)), JSON.stringify(one));
}

const CORPUS = fileURLToPath(new URL('../../../../../shared/corpora/detect/', import.meta.url));
const absent = existsSync(CORPUS) ? false : '../shared/corpora/detect is not beside the repository';
const linesOf = (path: string) =>
  gunzipSync(readFileSync(`${CORPUS}${path}`))
    .toString()
    .split('\n')
    .filter(Boolean);

describe('the indexed and the plain evaluator', () => {
  it('agree on made rules and events', () => {
    const property = fc.property(
      fc.array(rule, { minLength: 1, maxLength: 4 }),
      fc.array(event, { minLength: 1, maxLength: 8 }),
      (rules, events) => {
        const texts = rules.map((one) => ({ text: JSON.stringify(one), origin: { path: 'made' } }));
        assertAgree(loadRules(texts), events);
      },
    );
    fc.assert(property, { numRuns: 1500 });
  });

  it('agree on all rules of the corpus, over a sample of each lane', { skip: absent }, () => {
    const rules = loadRules(
      linesOf('sigma-rules.ndjson.gz').map((line) => {
        const { path, yaml } = JSON.parse(line) as { path: string; yaml: string };
        return { text: yaml, origin: { path } };
      }),
    );
    assert.deepEqual(rules.faults, []);
    assert.equal(rules.rules.length, 3757);
    const lanes = [
      'structured_windows',
      'raw_windows',
      'cisco_syslog',
      'sysmon_file_event',
      'mixed_schema',
      'match_heavy',
      'no_match',
    ];
    const sample = lanes.flatMap((lane) => linesOf(`lanes/${lane}.ndjson.gz`).filter((_, index) => index % 1000 === 0));
    assertAgree(
      rules,
      sample.map((line): Fields => JSON.parse(line)),
    );
  });
});
