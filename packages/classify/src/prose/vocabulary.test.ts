import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NAMES } from './data/names.ts';
import { PLACES } from './data/places.ts';
import { WORDS } from './data/words.ts';
import { FAMILY, GIVEN, GIVEN_OFTEN, GROUP, PLACE, PLACE_LARGE, STREET, THING, TITLE, WORD } from './flags.ts';
import { fold } from './fold.ts';
import { hashOf } from './hash.ts';
import { vocabulary } from './vocabulary.ts';

const flags = (written: string) => vocabulary().flags(hashOf(fold(written)));

describe('vocabulary', () => {
  it('folds case, accents, apostrophes and letters of their own', () => {
    for (const [written, folded] of [
      ['ÉLODIE', 'elodie'],
      ["O'Brien", 'obrien'],
      ['O’Brien', 'obrien'],
      ['Müller', 'muller'],
      ['Straße', 'strasse'],
      ['Søren', 'soren'],
      ['Łukasz', 'lukasz'],
      ['Þórunn', 'thorunn'],
    ] as const) {
      assert.equal(fold(written), folded);
    }
  });
  it('knows names, places, words and roles', () => {
    assert.ok(flags('Giuseppe') & GIVEN_OFTEN);
    assert.ok(flags('Kowalski') & FAMILY);
    assert.ok(flags('Zürich') & PLACE);
    assert.ok(flags('Uruguay') & PLACE_LARGE);
    assert.ok(flags('new york') & PLACE);
    assert.ok(flags('window') & WORD);
    assert.ok(flags('Frau') & TITLE);
    assert.ok(flags('Rue') & STREET);
    assert.ok(flags('Norwegian') & GROUP);
    assert.ok(flags('Kubernetes') & THING);
  });
  it('knows nothing of words that are none', () => {
    for (const word of ['xqzvw', 'blorptastic', 'qwfpgj'])
      assert.equal(flags(word) & (GIVEN | FAMILY | PLACE | WORD), 0);
  });
  it('stays below its size', () => {
    assert.ok(NAMES.length + PLACES.length + WORDS.length < 1_500_000);
  });
});
