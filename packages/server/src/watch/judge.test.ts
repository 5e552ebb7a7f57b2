import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Posture, StoreReport } from '@vigie/probe';
import { judge } from './judge.ts';
import { type Sight, sightsOf, standingOf } from './sight.ts';

const OPEN: Posture = { identify: 'yes', list: 'yes', count: 'yes', read: 'yes', write: 'yes', administer: 'unknown' };
const CLOSED: Posture = { identify: 'no', list: 'no', count: 'no', read: 'no', write: 'no', administer: 'no' };
const RULE = 'redis/no-authentication';

function seen(report: Partial<StoreReport>): Sight {
  const store: StoreReport = {
    address: '127.0.0.1',
    port: 6379,
    transport: 'resp',
    tls: false,
    product: 'redis',
    posture: OPEN,
    verdict: 'open',
    findings: [],
    ...report,
  };
  return { kind: 'seen', report: store };
}

const FINDING = {
  id: 'x',
  rule: RULE,
  severity: 'critical',
  title: 't',
  explanation: 'e',
  evidence: [],
  remedy: { summary: 's', steps: [], verify: 'v', reference: 'r' },
} as const;

const CASES: readonly (readonly [string, Sight, string, string])[] = [
  ['the rule holds again', seen({ findings: [FINDING] }), 'still-open', 'still-answered'],
  ['everything is refused', seen({ verdict: 'closed', posture: CLOSED }), 'mended', 'questions-refused'],
  [
    'what was answered is refused, and the rest still is',
    seen({ verdict: 'partial', posture: { ...OPEN, read: 'no', write: 'no' } }),
    'mended',
    'questions-refused',
  ],
  [
    'a question that was answered meets silence',
    seen({ verdict: 'partial', posture: { ...OPEN, read: 'unknown' } }),
    'cannot-tell',
    'answers-do-not-tell',
  ],
  [
    'nothing is proven',
    seen({ verdict: 'unknown', posture: { ...CLOSED, list: 'unknown' } }),
    'cannot-tell',
    'answers-do-not-tell',
  ],
  ['the port refuses', { kind: 'refused' }, 'mended', 'port-refused'],
  ['nothing comes in time', { kind: 'unsure', why: 'timeout' }, 'cannot-tell', 'timeout'],
  ['there is no route', { kind: 'unsure', why: 'unreachable' }, 'cannot-tell', 'unreachable'],
  ['the scan was stopped', { kind: 'unsure', why: 'interrupted' }, 'cannot-tell', 'interrupted'],
  ['it is no target any more', { kind: 'unsure', why: 'not-a-target' }, 'cannot-tell', 'not-a-target'],
  [
    'something unknown answers',
    { kind: 'unsure', why: 'something-else-answers' },
    'cannot-tell',
    'something-else-answers',
  ],
  ['another product answers', { kind: 'replaced', product: 'mysql' }, 'mended', 'another-product'],
];

describe('the judgement of a finding', () => {
  for (const [what, sight, result, why] of CASES) {
    it(`is ${result} where ${what}`, () => assert.deepEqual(judge(RULE, OPEN, sight), { result, why }));
  }
});

describe('how a store stands after it was seen', () => {
  const before = { verdict: 'open', posture: OPEN };

  it('keeps a yes that meets silence: a timeout closes no door', () => {
    const posture: Posture = { ...OPEN, read: 'unknown', write: 'unknown' };
    assert.deepEqual(standingOf(before, { verdict: 'partial', posture }), {
      verdict: 'open',
      posture: OPEN,
      unsure: false,
    });
  });

  it('is as it was known to be where the answers prove nothing', () => {
    const { verdict, unsure } = standingOf(before, { verdict: 'unknown', posture: { ...CLOSED, list: 'unknown' } });
    assert.deepEqual([verdict, unsure], ['open', true]);
  });

  it('is closed where everything that tells is refused, whatever was known of the rest', () => {
    const posture: Posture = { ...CLOSED, write: 'unknown' };
    assert.deepEqual(standingOf(before, { verdict: 'closed', posture }), { verdict: 'closed', posture, unsure: false });
  });
});

describe('what a scan says of a place', () => {
  const place = { address: '127.0.0.1', port: 6379 };
  const report = (product: string) => (seen({ product }) as { report: StoreReport }).report;
  const of = (product: string, family = 'redis') =>
    sightsOf([report(product)], [], () => 'tested').of({ ...place, family }).kind;

  it('takes a closed Redis for the Valkey that it was: without a login they cannot be told apart', () => {
    assert.equal(of('valkey'), 'seen');
    assert.equal(of('redis'), 'seen');
  });

  it('sees that another product took its place', () => assert.equal(of('postgresql'), 'replaced'));

  it('calls it gone only where the port refused', () => {
    const empty = (outcome: 'tested' | 'timeout') => sightsOf([], [], () => outcome).of({ ...place, family: 'redis' });
    assert.deepEqual(empty('tested'), { kind: 'refused' });
    assert.deepEqual(empty('timeout'), { kind: 'unsure', why: 'timeout' });
    const other = sightsOf([], [place], () => 'tested').of({ ...place, family: 'redis' });
    assert.deepEqual(other, { kind: 'unsure', why: 'something-else-answers' });
  });
});
