import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type EncodedForm, nextEncoded } from './encoded-forms.ts';

/** The same forms as one expression, which takes far longer. */
const FORMS =
  /(?<percent>%[0-9A-Fa-f]{2})|(?<escaped>\\(?:u[0-9A-Fa-f]{4}|["\\/bfnrt])|U\+[0-9A-Fa-f]{4}(?:\s|$))|(?<hex>[0-9A-Fa-f]{32,})|(?<base64>[\w+/-]{16,}={0,2})/g;

function byExpression(latin1: string): readonly EncodedForm[] {
  return [...latin1.matchAll(FORMS)].map(({ index, 0: { length }, groups }) => {
    const { percent, escaped, hex } = groups ?? {};
    const encoding = percent ? 'percent-encoding' : escaped ? 'escapes' : hex ? 'hex' : 'base64';
    return { encoding, from: index, to: index + length };
  });
}

function byWalk(latin1: string): readonly EncodedForm[] {
  const all: EncodedForm[] = [];
  for (let form = nextEncoded(latin1, 0); form; form = nextEncoded(latin1, form.to)) all.push(form);
  return all;
}

describe('forms of what is encoded', () => {
  it('are told apart where they touch', () => {
    const text = `%41${'ab'.repeat(16)}${'xyz'.repeat(6)}==\\u0041U+0042 \\n`;
    assert.deepEqual(
      byWalk(text).map(({ encoding, from, to }) => `${encoding} ${text.slice(from, to)}`),
      [
        'percent-encoding %41',
        `hex ${'ab'.repeat(16)}`,
        `base64 ${'xyz'.repeat(6)}==`,
        'escapes \\u0041',
        'escapes U+0042 ',
        'escapes \\n',
      ],
    );
  });

  it('are those that an expression finds, in any text', () => {
    const parts = [
      '%',
      '%4',
      '%41',
      '\\',
      '\\n',
      '\\u00',
      '\\u0041',
      'U',
      'U+',
      'U+0041',
      'U+0041 ',
      '=',
      '-',
      'g',
      ' ',
    ];
    const part = fc.oneof(
      fc.constantFrom(...parts, '\u00a0', '\n'),
      fc.integer({ min: 1, max: 40 }).map((count) => 'a'.repeat(count)),
      fc.integer({ min: 1, max: 20 }).map((count) => 'xY'.repeat(count)),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (texts) => {
        const text = texts.join('');
        assert.deepEqual(byWalk(text), byExpression(text));
      }),
      { numRuns: 3000 },
    );
  });
});
