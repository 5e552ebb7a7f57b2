import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createLandmarks } from './landmarks.ts';
import { PART, SORTS } from './marking.ts';

const inInstructions = createLandmarks(SORTS);
const plainly = createLandmarks(SORTS, true);

function isSame(bytes: Uint8Array): void {
  const text = JSON.stringify(Buffer.from(bytes).toString('latin1'));
  assert.deepEqual(inInstructions(bytes), plainly(bytes), text.slice(0, 500));
}

describe('landmarks of a text', () => {
  it('are capitals that begin words, stops, colons and digits as addresses and base64 have them', () => {
    const { capitals, quads, groups, base64 } = plainly(
      Buffer.from('Ada fooBar 10.0.0.1 at 00:00:00 fe80:0:0:0:1 c29746700c8f95fa É'),
    );
    assert.deepEqual([...capitals], [0, 62]);
    assert.deepEqual([...quads], [13]);
    assert.deepEqual([...groups], [36, 38]);
    assert.deepEqual([...base64], [45]);
  });

  it('are the same in instructions as in plain words', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '.',
        '1.',
        '12.',
        '123.',
        ':',
        'a:',
        'ab:',
        'abcd:',
        'abcde:',
        '::',
        ' ',
        'A',
        'É',
        'é',
        '語',
        '\n',
        '=',
        '\\',
        '0',
      ),
      fc.constantFrom('0123456789abcde', '0123456789abcdef', '0123456789+/-_XYZ', '10.0.0.1'),
      fc.string({ maxLength: 3 }),
    );
    const text = fc.array(piece, { maxLength: 60, size: 'max' }).map((pieces) => Buffer.from(pieces.join('')));
    fc.assert(fc.property(text, isSame), { numRuns: 1000 });
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200, size: 'max' }), isSame), { numRuns: 300 });
  });

  it('are only those that are wanted', () => {
    const text = Buffer.from('Ada 10.0.0.1 c29746700c8f95fa');
    for (const isPlain of [false, true]) {
      const { capitals, quads, base64 } = createLandmarks(['base64'], isPlain)(text);
      assert.deepEqual([capitals.length, quads.length, ...base64], [0, 0, 13]);
    }
  });

  it('are seen on the border of two parts', () => {
    const pieces = ['Ada', '10.0.0.1', 'fe80:0:0:0:1', '0123456789abcdef', '0123456789abcdef0123456789abcdef', '::'];
    for (const piece of pieces) {
      for (let at = PART - 40; at < PART + 4; at += 1) {
        const text = Buffer.alloc(PART + 100, ' ');
        text.write(piece, at);
        isSame(text);
      }
    }
  });
});
