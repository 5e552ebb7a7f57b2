import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseFacts } from './document.ts';
import { knownValue } from './fact.ts';
import type { BreachFacts } from './facts.ts';
import { mergeFacts } from './merge.ts';

function factsOf(document: Record<string, unknown>): BreachFacts {
  const read = parseFacts({ facts: document });
  assert.ok('facts' in read);
  return read.facts;
}

describe('facts of two sources', () => {
  it('know what one of them knows', () => {
    const { facts, contradictions } = mergeFacts(factsOf({ backup: true }), factsOf({ intent: 'accidental' }));
    assert.equal(knownValue(facts.backup), true);
    assert.equal(knownValue(facts.intent), 'accidental');
    assert.deepEqual(contradictions, []);
  });

  it('prefer who can tell to who cannot, and what is said to what is only possible', () => {
    const measured = factsOf({
      exfiltration: 'unknown',
      personsByCountry: { value: [{ country: 'FR', persons: 3 }], certainty: 'possible' },
    });
    const said = factsOf({ exfiltration: 'proved', personsByCountry: [{ country: 'IT', persons: 5 }] });
    for (const { facts } of [mergeFacts(measured, said), mergeFacts(said, measured)]) {
      assert.equal(knownValue(facts.exfiltration), 'proved');
      assert.equal(knownValue(facts.personsByCountry)?.[0]?.country, 'IT');
    }
  });

  it('narrow bounds that overlap, and join lists', () => {
    const { facts } = mergeFacts(
      factsOf({ persons: { lower: 19_990, estimate: 20_000, upper: 20_010 }, data: ['contact'] }),
      factsOf({ persons: { lower: 20_005 }, data: ['health', 'contact'] }),
    );
    assert.deepEqual(knownValue(facts.persons), { lower: 20_005, upper: 20_010 });
    assert.deepEqual(knownValue(facts.data), ['contact', 'health']);
  });

  it('are believed by nobody where they do not agree', () => {
    const { facts, contradictions } = mergeFacts(
      factsOf({ persons: { value: 20_000, source: 'measured', by: 'vigie scan' }, unintelligible: false }),
      factsOf({ persons: { value: 0, by: 'the DPO' }, unintelligible: true }),
    );
    assert.equal(facts.persons.state, 'unknown');
    assert.equal(facts.unintelligible.state, 'unknown');
    assert.deepEqual(
      contradictions.map(({ statements }) => statements.map(({ fact, said }) => [fact, said])),
      [
        [
          ['unintelligible', 'stated'],
          ['unintelligible', 'stated'],
        ],
        [
          ['persons', 'measured by vigie scan'],
          ['persons', 'stated by the DPO'],
        ],
      ],
    );
  });
});
