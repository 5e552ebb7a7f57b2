import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ABSENT, PUBLISHED } from '../../../testing/published-template.ts';
import { assess } from '../../assess.ts';
import { noFacts, withFact } from '../../facts/facts.ts';
import { FIELD_NUMBERS, type FieldNumber, fieldOf } from './fields.ts';
import { fillTemplate } from './fill.ts';
import type { StatedAnswers } from './stated-answers.ts';
import { labelOf, optionOf } from './words.ts';

describe('the fields of the template', { skip: ABSENT }, () => {
  const { properties, required } = PUBLISHED ?? { properties: {}, required: [] };

  it('are the 100 of the source, with its letters', () => {
    assert.deepEqual(
      FIELD_NUMBERS.map((number) => `field_${number}`),
      Object.keys(properties),
    );
    assert.equal(FIELD_NUMBERS.length, 100);
    for (const number of FIELD_NUMBERS) {
      const { letters, type, writtenOut } = fieldOf(number);
      if (type === 'authorities' || writtenOut) continue;
      assert.equal(letters, properties[`field_${number}`]?.enum?.join(''), `field ${number}`);
    }
  });

  it('have their words in each language', () => {
    for (const number of FIELD_NUMBERS) {
      for (const language of ['en', 'fr'] as const) {
        assert.ok(labelOf(number, language).length > 0);
        for (const letter of fieldOf(number).letters ?? '') {
          assert.notEqual(optionOf(number, letter, language), letter, `field ${number} ${letter} ${language}`);
        }
      }
    }
  });

  it('are required where the source requires them', () => {
    for (const number of FIELD_NUMBERS) {
      const said = properties[`field_${number}`]?.['x-required-if'] ?? '';
      const isOptional =
        !required.includes(`field_${number}`) &&
        !/if visible|mandatory|41a|previous question/.test(said) &&
        number !== 6;
      assert.equal(fieldOf(number).required === undefined, isOptional, `field ${number}`);
    }
  });

  it('are visible under a condition where the source has one', () => {
    // In the source a field may follow another that has the condition, or have it in its name.
    const followers = new Set([19, 34, 35, 36, 41, 46, 73, 114, 118, 126]);
    for (const number of FIELD_NUMBERS) {
      const said = properties[`field_${number}`]?.['x-visible-if'] ?? '';
      const isAlways = said === '' || /^optional|^Optional|^Withdraw|^If 57|^.?.?.?f\) To be/.test(said);
      const isAboutOption = /only available for incomplete/.test(said) && !/only if|visible only|Only if/.test(said);
      const isConditional = followers.has(number) || !(isAlways || isAboutOption);
      assert.equal(fieldOf(number).visibleIf !== undefined, isConditional, `field ${number}: ${said}`);
    }
  });

  it('have a letter for what is to be determined where the source keeps one to incomplete notifications', () => {
    // The source names field 85's letter and does not keep it back.
    for (const number of FIELD_NUMBERS.filter((one) => ![60, 85, 87, 89].includes(one))) {
      const said = properties[`field_${number}`]?.['x-visible-if'] ?? '';
      const isKept = /only available for incomplete/.test(said);
      assert.equal(fieldOf(number).toBeDetermined !== undefined, isKept, `field ${number}`);
    }
  });
});

/** The conditions of the source, read by hand: field, the field that it hangs on, the letters that bring it up, and what must hold before. */
const CONDITIONS: readonly (readonly [FieldNumber, FieldNumber, string, Readonly<Record<number, string>>?])[] = [
  [5, 4, 'c', { 3: 'b' }],
  [5, 3, 'b', { 4: 'c' }],
  [6, 3, 'b'],
  [15, 14, 'a'],
  [16, 15, 'd', { 14: 'a' }],
  [24, 23, 'c'],
  [29, 23, 'bc'],
  [30, 29, 'a'],
  [31, 29, 'a'],
  [34, 33, 'c'],
  [35, 33, 'c'],
  [36, 33, 'c'],
  [39, 38, 'a'],
  [40, 38, 'a'],
  [41, 38, 'a'],
  [46, 44, 'abc'],
  [47, 44, 'ab'],
  [52, 50, 'bcdef'],
  [56, 55, 'a'],
  [57, 55, 'a'],
  [58, 55, 'b'],
  [59, 55, 'c'],
  [68, 67, 'ab'],
  [73, 72, 'ab'],
  [79, 55, 'a'],
  [80, 79, 'd', { 55: 'a' }],
  [81, 55, 'b'],
  [82, 81, 'c', { 55: 'b' }],
  [83, 55, 'c'],
  [84, 83, 'c', { 55: 'c' }],
  [86, 85, 'n'],
  [98, 97, 'a'],
  [99, 97, 'b'],
  [100, 97, 'e'],
  [101, 97, 'e'],
  [102, 97, 'a'],
  [103, 102, 'b', { 97: 'a' }],
  [104, 97, 'a'],
  [105, 97, 'a'],
  [106, 97, 'a'],
  [111, 109, 'a'],
  [111, 110, 'a'],
  [114, 113, 'a'],
  [115, 113, 'a'],
  [116, 113, 'a'],
  [117, 113, 'a'],
  [118, 113, 'a'],
  [121, 120, 'a'],
  [122, 120, 'a'],
  [123, 120, 'a'],
  [126, 125, 'j'],
];

describe('the conditions of the fields', () => {
  const said = { source: 'stated', certainty: 'proved' } as const;
  const [inside, outside] = [noFacts(), withFact(noFacts(), 'establishments', ['US'], said)].map((facts) => ({
    facts,
    assessment: assess(facts),
  }));
  assert.ok(inside && outside);
  const isVisible = (field: FieldNumber, letters: Readonly<Record<number, string>>) => {
    const { facts, assessment } = field > 118 && field < 125 ? outside : inside;
    const stated: StatedAnswers = Object.fromEntries(
      Object.entries(letters).map(([number, letter]) => [number, { kind: 'letters', letters: [letter] }]),
    );
    return fillTemplate(facts, assessment, stated).fields[field].state !== 'hidden';
  };

  for (const [field, hangsOn, letters, before = {}] of CONDITIONS) {
    it(`bring up field ${field} with ${letters} in field ${hangsOn} alone`, () => {
      for (const letter of fieldOf(hangsOn).letters ?? assert.fail()) {
        assert.equal(isVisible(field, { ...before, [hangsOn]: letter }), letters.includes(letter), letter);
      }
    });
  }

  it('hide what hangs on a field that is hidden itself', () => {
    for (const [field, hangsOn, letters, before] of CONDITIONS) {
      if (before !== undefined && field !== 5) assert.equal(isVisible(field, { [hangsOn]: letters[0] ?? '' }), false);
    }
  });

  it('are all there', () => {
    const covered = new Set<number>([...CONDITIONS.map(([field]) => field), 18, 19, 49, 113, 120]);
    for (const number of FIELD_NUMBERS) {
      assert.equal(fieldOf(number).visibleIf !== undefined, covered.has(number), `field ${number}`);
    }
  });
});
