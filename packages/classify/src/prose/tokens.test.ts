import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { textOf } from '../text.ts';
import { isFloor, isHouseNumber, isOrdinal, isRomanceOrdinal } from './numbered.ts';
import { type Reading, word, written } from './reading.ts';
import { CAMEL, INITIAL, LOWER, TITLE_CASE, UPPER } from './shapes.ts';
import { kindAt, MARK_TOKEN, MIXED_TOKEN, NUMBER_TOKEN, newTokens, shapeAt, tokenise, WORD_TOKEN } from './tokens.ts';

function read(characters: string): Reading {
  const text = textOf(Buffer.from(characters));
  const reading = { ...newTokens(), text, bytes: text.bytes, nearest: { of: -1, word: -1 }, taken: new Uint8Array(64) };
  tokenise(text.bytes, 0, text.bytes.length, reading);
  return reading;
}

function all<T>(reading: Reading, ask: (index: number) => T): T[] {
  return Array.from({ length: reading.count }, (_, index) => ask(index));
}

describe('tokens', () => {
  it('tells words, numbers, marks and what is mixed', () => {
    const reading = read(`Jean-Pierre's "3" rooms, 19b and 20’s É5`);
    assert.deepEqual(
      all(reading, (index) => written(reading, index)),
      ['Jean-Pierre', "'", 's', '"', '3', '"', 'rooms', ',', '19b', 'and', '20', '’', 's', 'É5'],
    );
    const [w, n, m, x] = [WORD_TOKEN, NUMBER_TOKEN, MARK_TOKEN, MIXED_TOKEN];
    assert.deepEqual(
      all(reading, (index) => kindAt(reading, index)),
      [w, m, w, m, n, m, w, m, x, w, n, m, w, x],
    );
  });
  it('tells how a word is written, with and without letters beyond ASCII', () => {
    for (const [characters, shape] of [
      ['word', LOWER],
      ['été', LOWER],
      ['Word', TITLE_CASE],
      ['Élan', TITLE_CASE],
      ["O'Neil", TITLE_CASE],
      ['Jean-Pierre', TITLE_CASE],
      ['WORD', UPPER],
      ['ÉTÉ', UPPER],
      ['W', INITIAL],
      ['É', INITIAL],
      ['McDonald', CAMEL],
      ['iPhone', CAMEL],
      ['MüllerHaus', CAMEL],
    ] as const)
      assert.equal(shapeAt(read(characters), 0), shape, characters);
  });
  it('folds words, the same one twice', () => {
    const reading = read("O'Brien MÜLLER Müller müller O’BRIEN obrien");
    assert.deepEqual(
      all(reading, (index) => word(reading, index)),
      ['obrien', 'muller', 'muller', 'muller', 'obrien', 'obrien'],
    );
  });
  it('leads to numbers, capitals and words with a role, and to nothing else', () => {
    const reading = read('the window of giuseppe is open at 12a, american Road');
    const leads = [...reading.leads.subarray(0, reading.leadCount)];
    assert.deepEqual(
      leads.map((index) => word(reading, index)),
      ['giuseppe', '12a', 'american', 'road'],
    );
  });
});

describe('numbers with letters behind', () => {
  const forms = (characters: string) => {
    const reading = read(characters);
    return [isHouseNumber, isOrdinal, isRomanceOrdinal, isFloor].map((form) => form(reading, 0));
  };
  it('are told apart', () => {
    assert.deepEqual(forms('12a'), [true, false, false, false]);
    assert.deepEqual(forms('12345a'), [false, false, false, false]);
    assert.deepEqual(forms('3É'), [true, false, true, false]);
    assert.deepEqual(forms('105TH'), [false, true, false, false]);
    assert.deepEqual(forms('3e'), [true, false, true, false]);
    assert.deepEqual(forms('1er'), [false, false, true, false]);
    assert.deepEqual(forms('3º'), [false, false, false, true]);
    assert.deepEqual(forms('20607d92d9'), [false, false, false, false]);
    assert.deepEqual(forms('12'), [false, false, false, false]);
  });
});
