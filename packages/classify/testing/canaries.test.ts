// Canaries prove something only if there is one of every kind, and if each is a value that the classifier takes for one.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { builtInKinds, CATALOGUE, createDefaultClassifier } from '../src/index.ts';
import { allCanaries } from './canaries.ts';

const canaries = allCanaries();

describe('the canaries', () => {
  it('are of every kind and of every secret: whoever adds one adds its canary', () => {
    const kinds = [...builtInKinds().map(({ id }) => id), ...CATALOGUE.map(({ id }) => `secret/${id}`)];
    const planted = new Set(canaries.map(({ kind }) => kind));
    assert.deepEqual(
      kinds.filter((kind) => !planted.has(kind)),
      [],
    );
  });

  it('are values: each of them is found, as what it is or as what has the same form', () => {
    const onRequest = builtInKinds().flatMap(({ id, onRequest: isAsked }) => (isAsked ? [id] : []));
    const classifier = createDefaultClassifier({ kinds: ['*', ...onRequest] });
    const missed = canaries.filter(({ text, path, value }) => {
      const at = Buffer.from(text.slice(0, Math.max(0, text.indexOf(value)))).length;
      const end = at + Buffer.byteLength(value);
      const spans = classifier.classify(Buffer.from(text), path === undefined ? {} : { path });
      return !spans.some((span) => span.start < end && at < span.end);
    });
    assert.deepEqual(
      missed.map(({ kind, text }) => `${kind}: ${text}`),
      [],
    );
  });
});
