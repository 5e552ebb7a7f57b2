import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TOLD } from './examples/told/index.ts';
import { languagesOf } from './language.ts';
import { mayTellOfPerson } from './person-bytes.ts';
import { plain, wordsOf } from './plain.ts';
import { spacedStatements } from './spaced.ts';

function may(sentence: string): boolean {
  const bytes = Buffer.from(sentence);
  return mayTellOfPerson(bytes, { start: 0, end: bytes.length });
}

describe('the bytes of a sentence', () => {
  it('speak of nobody in lines of a log', () => {
    for (const line of [
      'election granted to node-3 for term 12',
      'feature disabled, court=none, strike count 4',
      'GET /health 200 0.003',
      'registry.internal/checkout@sha256:84d9e4deda97a6d0db41m4ac3i66d',
    ]) {
      assert.equal(may(line), false, line);
    }
  });

  it('may speak of somebody where a word of a person, an accent or an escape stands', () => {
    for (const line of [
      'MY dad',
      'so do I',
      'Meine Mutter',
      'wczoraj bylam',
      'déjà',
      String.raw`\u6211`,
      String.raw`so\tI am`,
    ]) {
      assert.equal(may(line), true, line);
    }
  });

  it('never put a sentence aside that tells something', () => {
    const sentences = Object.values(TOLD).flatMap(({ statements }) =>
      Object.values(statements).flatMap((lines) => lines.split('\n')),
    );
    const lost = sentences.map(plain).filter((sentence) => {
      const words = wordsOf(sentence);
      const tells = languagesOf(sentence, words).some(
        (language) => language !== 'zh' && language !== 'ja' && spacedStatements(sentence, words, language).length > 0,
      );
      return tells && !may(sentence);
    });
    assert.deepEqual(lost, []);
  });
});
