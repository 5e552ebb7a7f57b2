import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { answerFormOf } from './answer-form.ts';
import { parseStatedAnswers } from './stated-answers.ts';

describe('the form of an answer', () => {
  it('lists the letters of a choice with their words, each of which is taken as an answer', () => {
    const form = answerFormOf({ id: 'field-57' }, 'fr');
    assert.ok(form !== undefined && form.options.length > 0);
    for (const { letter, says } of form.options) {
      assert.notEqual(says, letter);
      assert.deepEqual(parseStatedAnswers({ field_57: letter }).notUnderstood, []);
    }
  });

  it('is there for questions of the template only', () => {
    assert.equal(answerFormOf({ id: 'contact' }, 'en'), undefined);
    assert.equal(answerFormOf({ id: 'field-999' }, 'en'), undefined);
  });
});
