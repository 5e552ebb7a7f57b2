import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { triggersOfVocabularies } from './trigger.ts';

describe('triggers', () => {
  const triggers = triggersOfVocabularies();
  const texts = new Set(triggers.map(({ text }) => text));

  it('are none of two Latin letters, which stand in everything', () => {
    assert.deepEqual(
      [...texts].filter((text) => /^[a-z]{1,2}$/.test(text)),
      [],
    );
  });

  it('leave out a phrase in which another one stands', () => {
    assert.ok(texts.has('mastectomy') || [...texts].some((text) => 'mastectomy'.startsWith(text)));
    assert.ok(!texts.has('my psychiatrist'), 'psychiatr stands in it');
  });

  it('want acronyms in capitals, and those that are written small as they come', () => {
    const capitals = new Set(triggers.filter(({ inCapitals }) => inCapitals).map(({ text }) => text));
    assert.ok(capitals.has('afd'));
    assert.ok(!capitals.has('hiv'));
  });
});
