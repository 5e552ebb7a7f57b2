import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { FIELD_NUMBERS } from './fields.ts';
import { parseStatedAnswers } from './stated-answers.ts';

describe('what persons state for the notification', () => {
  it('is read after the type of the field', () => {
    const { stated, notUnderstood } = parseStatedAnswers({
      field_12: ' Example SAS ',
      field_50: 'd',
      field_75: ['c', 'a', 'c'],
      field_52: '2026-03-27',
      field_68: { lower: 10, upper: 20 },
      legalRepresentative: 'A. Example',
    });
    assert.deepEqual(notUnderstood, []);
    assert.deepEqual(stated[12], { kind: 'text', text: { en: 'Example SAS', fr: 'Example SAS' } });
    assert.deepEqual(stated[50], { kind: 'letters', letters: ['d'] });
    assert.deepEqual(stated[75], { kind: 'letters', letters: ['a', 'c'] });
    assert.equal(stated[52]?.kind === 'day' && stated[52].day.toString(), '2026-03-27');
    assert.deepEqual(stated[68], { kind: 'count', count: { lower: 10, upper: 20 } });
    assert.equal(stated.legalRepresentative, 'A. Example');
  });

  const wrong: readonly [string, unknown, RegExp][] = [
    ['field_12', '  ', /write something/],
    ['field_50', 'z', /the letters are a, b, c, d, e, f/],
    ['field_50', ['a', 'b'], /write one letter/],
    ['field_75', [], /write a letter/],
    ['field_52', '2026-02-30', /no such day/],
    ['field_48', 'yesterday', /write an instant/],
    ['field_4', 'a', /follows from the other fields/],
    ['field_8', 'x', /no such field/],
    ['constructor', 'x', /no such field/],
  ];
  for (const [name, value, why] of wrong) {
    it(`is told where it is not understood: ${name} ${JSON.stringify(value)}`, () => {
      const { stated, notUnderstood } = parseStatedAnswers({ [name]: value });
      assert.deepEqual(stated, {});
      assert.equal(notUnderstood[0]?.fact, name);
      assert.match(notUnderstood[0]?.why ?? '', why);
    });
  }

  it('is an object', () => {
    for (const document of [null, 3, 'x']) {
      assert.equal(parseStatedAnswers(document).notUnderstood[0]?.fact, 'answers', String(document));
    }
  });

  it('survives any JSON', () => {
    const names = fc.constantFrom(
      ...FIELD_NUMBERS.map((number) => `field_${number}`),
      'legalRepresentative',
      '__proto__',
    );
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.dictionary(names, fc.jsonValue())), (document) => {
        parseStatedAnswers(document);
      }),
    );
  });
});
