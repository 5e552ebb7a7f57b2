import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isAsked, unknownKinds } from './kinds-asked.ts';

describe('kinds that are asked for', () => {
  it('are names and patterns; without any, all are', () => {
    assert.ok(isAsked(undefined, 'person/email'));
    assert.ok(isAsked(['person/*'], 'person/email'));
    assert.ok(!isAsked(['person/e'], 'person/email'));
    assert.ok(!isAsked(['payment/*', 'secret/*'], 'person/email'));
    assert.ok(!isAsked(['person.email'], 'person/email'), 'a dot is a dot');
  });

  it('that are none are told with the nearest names', () => {
    assert.deepEqual(unknownKinds(['person/email', '*', 'special/*']), []);
    const [misspelt, other] = unknownKinds(['person/emial', 'nothing/*']);
    assert.equal(misspelt?.nearest[0], 'person/email');
    assert.equal(other?.asked, 'nothing/*');
  });

  it('have the rules of the user where those replace ours', () => {
    const rules = { title: '', allowlists: [], rules: [] };
    assert.equal(unknownKinds(['secret/*'], rules).length, 1);
    assert.equal(unknownKinds(['secret/*']).length, 0);
  });
});
