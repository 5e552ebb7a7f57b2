import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ABSENT, PUBLISHED } from '../../../testing/published-template.ts';
import { FIELD_NUMBERS, fieldOf } from './fields.ts';
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
    const followers = new Set([19, 34, 35, 36, 41, 45, 46, 73, 114, 118, 126]);
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
