import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { settleFacts } from './contradictions.ts';
import { DATA_CATEGORIES } from './data-category.ts';
import { FACT_NAMES } from './definitions.ts';
import { parseFacts, type ReadFacts } from './document.ts';

const CASES = new URL('../../../../../shared/corpora/respond/edpb-01-2021.json', import.meta.url);
const absent = existsSync(CASES) ? false : 'the corpus ../shared/corpora/respond is not there';

function read(document: unknown): ReadFacts {
  const result = parseFacts(document);
  assert.ok('facts' in result, JSON.stringify(result));
  return result;
}

describe('a document of facts', () => {
  it('takes the facts of the EDPB cases as they are', { skip: absent }, () => {
    const { cases } = JSON.parse(readFileSync(CASES, 'utf8')) as { cases: { facts: Record<string, unknown> }[] };
    for (const one of cases) {
      const { facts, notUnderstood } = read(one);
      assert.deepEqual(notUnderstood, []);
      for (const [name, value] of Object.entries(one.facts)) {
        assert.equal(facts[name as keyof typeof facts].state, value === null ? 'unknown' : 'known', name);
      }
      assert.deepEqual(read(one.facts), { facts, notUnderstood });
    }
  });

  it('keeps who said so and when, and takes a bare value as stated', () => {
    const { facts } = read({
      facts: {
        persons: { value: { lower: 19990, upper: 20010 }, source: 'measured', certainty: 'likely', by: 'vigie scan' },
        backup: true,
      },
    });
    assert.deepEqual(facts.persons, {
      state: 'known',
      value: { lower: 19990, upper: 20010 },
      source: 'measured',
      certainty: 'likely',
      by: 'vigie scan',
    });
    assert.deepEqual(facts.backup, { state: 'known', value: true, source: 'stated', certainty: 'unsaid' });
  });

  it('has a place for what is unknown, which is no zero', () => {
    for (const persons of [
      null,
      'unknown',
      { value: null },
      { value: 'unknown', note: 'the log is gone' },
      undefined,
    ]) {
      const { facts, notUnderstood } = read({ facts: { persons } });
      assert.equal(facts.persons.state, 'unknown');
      assert.deepEqual(notUnderstood, []);
    }
    assert.deepEqual(read({ persons: 0 }).facts.persons.state, 'known');
  });

  it('leaves a bound open where nobody can say how many at most', () => {
    const { persons } = read({ persons: { lower: 500 } }).facts;
    assert.deepEqual(persons.state === 'known' && persons.value, { lower: 500, upper: Number.POSITIVE_INFINITY });
  });

  it('takes letters of field 70 and the words in use', () => {
    const { data } = read({ data: ['a', 'contact', 'medical', 's'] }).facts;
    assert.deepEqual(data.state === 'known' && data.value, ['basic', 'contact', 'health', 'credentials']);
    assert.equal(Object.values(DATA_CATEGORIES).join(''), 'abcdefghijklmnopqrstu');
  });

  it('takes other words in use for the same', () => {
    const { facts, notUnderstood } = read({ exfiltration: 'possible', credentials: 'plaintext', intent: 'negligent' });
    const values = [facts.exfiltration, facts.credentials, facts.intent].map(
      (fact) => fact.state === 'known' && fact.value,
    );
    assert.deepEqual(values, ['unknown', 'plain', 'accidental']);
    assert.deepEqual(notUnderstood, []);
  });

  it('tells what it did not understand, and what it assumes', () => {
    const { facts, notUnderstood } = read({
      persons: 'many',
      intent: 'oops',
      weather: 'fine',
      data: ['contact', 'vibes'],
    });
    assert.deepEqual(
      notUnderstood.map(({ fact, assumed }) => [fact, assumed]),
      [
        ['persons', 'unknown'],
        ['intent', 'unknown'],
        ['weather', 'nothing'],
        ['data', 'other data'],
      ],
    );
    assert.equal(facts.persons.state, 'unknown');
  });

  it('names a country that there is not, a union among them', () => {
    for (const code of ['ZZ', 'EU', 'XA', 'QQ']) {
      const { facts, notUnderstood } = read({ facts: { establishments: [code] } });
      assert.equal(facts.establishments.state, 'unknown', code);
      assert.match(notUnderstood[0]?.why ?? '', /no such country/, code);
    }
    assert.deepEqual(read({ facts: { establishments: ['XK', 'US-CA'] } }).notUnderstood, []);
  });

  it('has to be an object', () => {
    for (const document of [null, 3, 'facts', [], { facts: 3 }]) {
      assert.deepEqual('code' in parseFacts(document), true, JSON.stringify(document));
    }
  });

  it('survives any JSON', () => {
    const names = fc.constantFrom(...FACT_NAMES, 'facts', 'constructor', '__proto__');
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.dictionary(names, fc.jsonValue())), (document) => {
        const result = parseFacts(document);
        if ('facts' in result) settleFacts(result.facts);
      }),
    );
  });
});

describe('contradicting facts', () => {
  const cases: readonly [Record<string, unknown>, readonly string[]][] = [
    [{ unintelligible: true, readByOthers: true }, ['unintelligible', 'readByOthers']],
    [{ persons: 0, personsByCountry: [{ country: 'FR', persons: 12 }] }, ['persons', 'personsByCountry']],
    [{ persons: 0, subjects: ['customers'] }, ['persons', 'subjects']],
    [{ exfiltration: 'ruled-out', readByOthers: true }, ['exfiltration', 'readByOthers']],
    [{ unintelligible: true, credentials: 'plain' }, ['unintelligible', 'credentials']],
    [{ since: '2026-02-01T00:00:00Z', until: '2026-01-01T00:00:00Z' }, ['since', 'until']],
  ];
  for (const [document, names] of cases) {
    it(`are named, with both sources, and taken out: ${names.join(' and ')}`, () => {
      const { facts, contradictions } = settleFacts(read({ facts: document }).facts);
      assert.deepEqual(
        contradictions.map(({ statements }) => statements.map(({ fact }) => fact)),
        [names],
      );
      for (const name of names) assert.equal(facts[name as keyof typeof facts].state, 'unknown');
    });
  }

  it('show who says what', () => {
    const { facts } = read({
      unintelligible: { value: true, source: 'stated', by: 'the provider', at: '2026-03-27T10:15:00Z' },
      readByOthers: { value: true, source: 'measured', by: 'vigie scan' },
    });
    assert.deepEqual(settleFacts(facts).contradictions, [
      {
        what: 'Data that was unintelligible to others cannot have been read by them.',
        statements: [
          { fact: 'unintelligible', value: true, said: 'stated by the provider, 2026-03-27T10:15:00Z' },
          { fact: 'readByOthers', value: true, said: 'measured by vigie scan' },
        ],
      },
    ]);
  });

  it('are not what leaves a number of people open', () => {
    const { contradictions } = settleFacts(
      read({ persons: { lower: 0 }, personsByCountry: [{ country: 'FR', persons: 12 }] }).facts,
    );
    assert.deepEqual(contradictions, []);
  });
});
