import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applicability } from '../../testing/regime-cases.ts';
import { noFacts, withFact } from '../facts/facts.ts';
import australia from './australia.ts';
import brazil from './brazil.ts';
import canada from './canada.ts';
import china from './china.ts';
import india from './india.ts';
import japan from './japan.ts';
import korea from './korea.ts';
import newZealand from './new-zealand.ts';
import { isWithin, livesIn } from './places.ts';
import singapore from './singapore.ts';
import southAfrica from './south-africa.ts';
import switzerland from './switzerland.ts';

const LAWS = [
  { regime: australia, place: 'AU' },
  { regime: brazil, place: 'BR' },
  { regime: canada, place: 'CA' },
  { regime: china, place: 'CN' },
  { regime: india, place: 'IN' },
  { regime: japan, place: 'JP' },
  { regime: korea, place: 'KR' },
  { regime: newZealand, place: 'NZ' },
  { regime: singapore, place: 'SG' },
  { regime: southAfrica, place: 'ZA' },
  { regime: switzerland, place: 'CH' },
];

describe('a law that follows a place', () => {
  for (const { regime, place } of LAWS) {
    it(`applies in ${place} by establishment or offer, and is presumed where people live there`, () => {
      const answer = (facts: Record<string, unknown>) => {
        const { answer: given, isPresumed } = applicability(regime, facts);
        return [given, isPresumed];
      };
      assert.deepEqual(answer({ establishments: [place] }), ['yes', false]);
      assert.deepEqual(answer({ offersTo: ['FR', place] }), ['yes', false]);
      assert.deepEqual(answer({ personsByCountry: [{ country: place, persons: 1 }] }), ['unknown', true]);
      assert.deepEqual(answer({ personsByCountry: [{ country: 'FR', persons: 1 }] }), ['no', false]);
      assert.deepEqual(answer({ establishments: ['FR'], offersTo: ['FR'] }), ['no', false]);
      assert.deepEqual(answer({}), ['unknown', false]);
      assert.deepEqual(applicability(regime, {}).decidedBy, ['establishments', 'offersTo', 'personsByCountry']);
    });
  }

  it('is not ruled out by a count that is not the whole', () => {
    const counted = { value: [{ country: 'FR', persons: { lower: 5 } }], certainty: 'possible' };
    assert.equal(applicability(singapore, { personsByCountry: counted }).answer, 'unknown');
  });
});

describe('people in a place', () => {
  const counted = (country: string, persons: number) =>
    withFact(noFacts(), 'personsByCountry', [{ country, persons: { lower: persons, upper: persons } }], {
      source: 'stated',
      certainty: 'proved',
    });

  it('are those of its states, and perhaps those of whom only the country is known', () => {
    assert.equal(livesIn(counted('US-CA', 500), 'US', 'the United States', 500).answer, 'yes');
    assert.equal(livesIn(counted('US-CA', 500), 'US-CA', 'California', 501).answer, 'no');
    assert.equal(livesIn(counted('US', 501), 'US-CA', 'California', 501).answer, 'unknown');
    assert.equal(livesIn(counted('US', 500), 'US-CA', 'California', 501).answer, 'no');
    assert.equal(livesIn(counted('US-NY', 900), 'US-CA', 'California').answer, 'no');
  });

  it('may be anywhere where nothing is known', () => {
    const unknown = livesIn(noFacts(), 'SG', 'Singapore');
    assert.equal(unknown.answer, 'unknown');
    assert.deepEqual(unknown.decidedBy, ['personsByCountry']);
  });

  it('are no more than all people concerned', () => {
    const few = withFact(noFacts(), 'persons', { lower: 10, upper: 400 }, { source: 'stated', certainty: 'proved' });
    assert.equal(livesIn(few, 'US-CA', 'California', 501).answer, 'no');
  });

  it('live in territories that have two codes', () => {
    assert.equal(isWithin('PR', 'US-PR'), true);
    assert.equal(isWithin('US-PR', 'PR'), true);
    assert.equal(isWithin('PR', 'US'), true);
    assert.equal(isWithin('US-PR', 'US-PA'), false);
  });
});
