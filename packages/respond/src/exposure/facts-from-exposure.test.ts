import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assess } from '../assess.ts';
import { knownValue } from '../facts/fact.ts';
import type { BreachFacts } from '../facts/facts.ts';
import { factsFromExposure, isScanDocument } from './facts-from-exposure.ts';
import { isPublicAddress } from './public-address.ts';

const exact = (n: number) => ({ lower: n, estimate: n, upper: n });
const possible = (n: number) => ({ lower: 0, estimate: n, upper: n });

const EXPOSURE = {
  people: {
    lower: 19_990,
    estimate: 20_000,
    upper: 20_010,
    method: 'union-find on keyed hashes',
    byCountry: [
      { country: 'FR', people: 700 },
      { country: 'IT', people: 300 },
    ],
  },
  kinds: [
    { kind: 'conversation', edpb: ['u', 'r'], rows: exact(340_265) },
    { kind: 'person/email', edpb: ['b'], rows: exact(21_000) },
    { kind: 'payment/card', edpb: ['q', 'l'], rows: exact(700) },
    { kind: 'special/health', edpb: ['k'], rows: possible(225) },
    { kind: 'secret/openai-api-key', edpb: [], rows: exact(48) },
  ],
  files: [{ path: 'default', table: 'log_stream', rows: exact(1_000_000) }],
  complete: true,
};

const STORE = {
  address: '127.0.0.1',
  port: 8123,
  product: 'clickhouse',
  posture: { identify: 'yes', list: 'yes', count: 'yes', read: 'yes', write: 'unknown', administer: 'unknown' },
  exposure: EXPOSURE,
};

const SCAN = {
  schema: 'vigie.scan/1',
  startedAt: '2026-03-27T09:00:00.000Z',
  finishedAt: '2026-03-27T09:00:12.000Z',
  complete: true,
  stores: [STORE],
};

function facts(document: unknown): BreachFacts {
  const read = factsFromExposure(document);
  assert.ok(!('code' in read), JSON.stringify(read));
  return read;
}

describe('the facts of a scan', () => {
  it('say what stands open, whose it is and how many they are, as measured by the scan', () => {
    const known = facts(SCAN);
    assert.deepEqual(knownValue(known.persons), { lower: 19_990, estimate: 20_000, upper: 20_010 });
    assert.deepEqual(knownValue(known.records), { lower: 1_000_000, estimate: 1_000_000, upper: 1_000_000 });
    assert.deepEqual(knownValue(known.data), [
      'contact',
      'financial',
      'payment-methods',
      'profile',
      'credentials',
      'other',
    ]);
    assert.equal(knownValue(known.since), SCAN.startedAt);
    assert.equal(knownValue(known.unintelligible), false);
    assert.equal(knownValue(known.paymentData), true);
    assert.equal(knownValue(known.nationalId), false);
    const { persons } = known;
    assert.ok(persons.state === 'known' && persons.source === 'measured' && persons.by === 'vigie scan');
    assert.equal(persons.at, SCAN.finishedAt);
  });

  it('leave unknown what a scan cannot see', () => {
    const known = facts(SCAN);
    for (const name of ['aware', 'role', 'establishments', 'vulnerablePersons', 'backup', 'detected'] as const) {
      assert.equal(known[name].state, 'unknown', name);
    }
    assert.equal(knownValue(known.exfiltration), 'unknown');
    assert.equal(knownValue(known.intent), 'unknown');
  });

  it('do not say whose keys they are that stand there', () => {
    assert.equal(facts(SCAN).credentials.state, 'unknown');
    const kinds = [{ kind: 'credential/password', edpb: ['s'], rows: exact(9) }];
    const withPasswords = { ...SCAN, stores: [{ ...STORE, exposure: { ...EXPOSURE, kinds } }] };
    assert.equal(knownValue(facts(withPasswords).credentials), 'plain');
    const nothing = { ...SCAN, stores: [{ ...STORE, exposure: { ...EXPOSURE, kinds: [] } }] };
    assert.equal(knownValue(facts(nothing).credentials), 'none');
  });

  it('keep apart what is certain and what may be there', () => {
    const known = facts(SCAN);
    assert.deepEqual(knownValue(known.possibleData), ['health']);
    const { decision, severity, toFindOut } = assess(known);
    assert.ok('from' in severity && severity.to > severity.from);
    assert.equal(decision.notifyAuthority, true);
    assert.equal(decision.communicateToPersons, true, 'card numbers may be with strangers');
    assert.ok(toFindOut.some(({ fact }) => fact === 'data' || fact === 'specialCategories'));
  });

  it('have no upper bound, and types that are not known yet, where rows were not read', () => {
    const partly = facts({ ...SCAN, stores: [{ ...STORE, exposure: { ...EXPOSURE, complete: false } }] });
    assert.equal(knownValue(partly.persons)?.upper, Number.POSITIVE_INFINITY);
    assert.ok(knownValue(partly.data)?.includes('not-yet-known'));
    assert.equal(partly.nationalId.state, 'unknown');
  });

  it('count people of two stores as at least the larger and at most both', () => {
    const both = facts({ ...SCAN, stores: [STORE, { ...STORE, port: 9000 }] });
    assert.deepEqual(knownValue(both.persons), { lower: 19_990, upper: 40_020 });
  });

  it('name each store that stands open, and where it is', () => {
    const both = facts({ ...SCAN, stores: [STORE, { ...STORE, port: 9000 }] });
    assert.deepEqual(knownValue(both.systems), [
      { what: 'clickhouse', where: '127.0.0.1:8123' },
      { what: 'clickhouse', where: '127.0.0.1:9000' },
    ]);
  });

  it('say that it is public only where the address is', () => {
    assert.equal(knownValue(facts(SCAN).recipients), 'unknown');
    assert.equal(knownValue(facts({ ...SCAN, stores: [{ ...STORE, address: '93.184.216.34' }] }).recipients), 'public');
    for (const address of [
      '10.1.2.3',
      '172.31.0.1',
      '192.168.1.1',
      '100.64.0.1',
      '::1',
      'fd00::1',
      'fe80::1',
      '::ffff:10.0.0.1',
    ]) {
      assert.equal(isPublicAddress(address), false, address);
    }
    for (const address of ['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1', '::ffff:8.8.8.8']) {
      assert.equal(isPublicAddress(address), true, address);
    }
  });

  it('know how it stands open without what is in it, where rows were not read', () => {
    const { exposure: _, ...closed } = STORE;
    const known = facts({ ...SCAN, stores: [closed] });
    assert.deepEqual(knownValue(known.nature), ['confidentiality']);
    assert.equal(known.persons.state, 'unknown');
    assert.equal(known.unintelligible.state, 'unknown');
  });

  it('are none where nothing stands open, or where it is no scan', () => {
    const refused = { ...STORE, posture: { ...STORE.posture, read: 'no', write: 'no' } };
    const nothing = factsFromExposure({ ...SCAN, stores: [refused] });
    assert.equal('code' in nothing && nothing.code, 'exposure/nothing-open');
    for (const document of [null, [], {}, { schema: 'vigie.scan/1' }, { facts: {} }]) {
      const read = factsFromExposure(document);
      assert.equal('code' in read && read.code, 'exposure/no-scan');
    }
    assert.equal(isScanDocument(SCAN), true);
    assert.equal(isScanDocument({ facts: {} }), false);
  });
});
