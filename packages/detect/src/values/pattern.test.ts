// Wildcards and escapes, by the table of the specification ("Escape Character").
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ONE, type Pattern, parsePattern, RUN } from './pattern.ts';

describe('patterns', () => {
  const table: readonly (readonly [string, Pattern])[] = [
    ['plain', ['plain']],
    ['a*b?', ['a', RUN, 'b', ONE]],
    [String.raw`a\b`, ['a\\b']],
    [String.raw`a\\b`, ['a\\b']],
    [String.raw`a\*`, ['a*']],
    [String.raw`a\?`, ['a?']],
    [String.raw`a\\*`, ['a\\', RUN]],
    [String.raw`a\\\*`, ['a\\*']],
    [String.raw`\\\\host`, ['\\\\host']],
    [String.raw`\\\host`, ['\\\\host']],
    ['a\\', ['a\\']],
    ['', []],
  ];
  for (const [text, pattern] of table) it(JSON.stringify(text), () => assert.deepEqual(parsePattern(text), pattern));
});
