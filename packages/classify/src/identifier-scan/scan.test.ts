import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { compileForms } from '../forms/automaton.ts';
import { firstRunsOf } from '../forms/first-runs.ts';
import { BLOCK } from './layout.ts';
import { createFormScan } from './scan.ts';

const LOUD = [
  '9{3}-9{2}-9{4}',
  'A{2}9{6}A',
  '1X{5,33}',
  'FN ?9{1,6} ?A',
  '\\D\\E~9{9}',
  '9{13,16}',
  '(9{3}) 9{4}',
  'HH:HH:HH:HH:HH:HH',
];
const BEYOND = ['京A9{5}', '9{2,3}さ9{4}'];
const OTHERS = ['9{4,12}', 'A9{5}', '+9{6,9}', 'A-9{4}'];

const forms = {
  any: firstRunsOf([...LOUD, ...BEYOND, ...OTHERS]),
  loud: firstRunsOf(LOUD),
  loudBeyond: firstRunsOf(BEYOND),
  automaton: (room?: Parameters<typeof compileForms>[2]) => compileForms(LOUD, (ended) => ended.join(), room),
};
const inParts = createFormScan(forms, 8);
const plainly = createFormScan(forms, 8, true);

/** Places with their sorts and ends. */
function scanned(begin: typeof inParts, text: Uint8Array, readsForms = true): unknown[] {
  const places: unknown[] = [];
  for (const scan = begin(text, readsForms); scan.next(); ) {
    for (let place = scan.from, end = 0; place < scan.to; place += 1) {
      const count = scan.counts[place] as number;
      const ends = Array.from({ length: count }, (_, i) => [
        scan.base + (scan.ends[end + i] ?? 0),
        scan.endingAt(end + i),
      ]);
      places.push([scan.base + (scan.starts[place] ?? 0), scan.sorts[place], ends]);
      end += count;
    }
  }
  return places;
}

function isSame(text: Uint8Array): void {
  assert.deepEqual(
    scanned(inParts, text),
    scanned(plainly, text),
    JSON.stringify(Buffer.from(text).toString('latin1')),
  );
}

describe('the scan for identifiers', () => {
  it('finds in instructions what it finds in plain words', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '1',
        '12',
        '078-05-1120',
        'a',
        'DE',
        'Z',
        ' ',
        '-',
        '.',
        '/',
        ':',
        '+',
        '(',
        ')',
        '\\',
        '\\n',
        '\\u00e9',
        '京',
        '\n',
        '"',
        ',',
      ),
      fc.constantFrom(
        '2025-01-06T00:00:00.067Z',
        '00:00:00,598',
        '2025.01.06 00:00:00',
        '09:41:05:11',
        'f',
        '0123456789abcdef',
      ),
      fc.constantFrom(
        '0123456789'.repeat(14),
        'abcdef'.repeat(25),
        'c29746700c8f95fab0d4c22156339614',
        'aa:bb:cc:dd:ee:ff',
      ),
      fc.constantFrom(...[20, 21, 22, 23].map((letters) => `+1${'g'.repeat(letters)}-1234567`)),
      fc.string({ maxLength: 3 }),
    );
    const text = fc.array(piece, { maxLength: 24, size: 'max' }).map((pieces) => Buffer.from(pieces.join('')));
    fc.assert(fc.property(text, isSame), { numRuns: 3000 });
    const escapes = fc.array(fc.constantFrom('\\u00e9', '\\n', 'a', ' ', '1', '-'), { maxLength: 16, size: 'max' });
    fc.assert(
      fc.property(escapes, (pieces) => isSame(Buffer.from(pieces.join('')))),
      { numRuns: 3000 },
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 80, size: 'max' }), isSame), { numRuns: 500 });
  });

  it('finds the same over the borders of parts, and where there are none', () => {
    const line = 'FN 12345 A at 2025-01-06 00:00:00,393 call 078-05-1120, "DE 123456789" \\u00e9a 12\n';
    isSame(Buffer.from(line.repeat(Math.ceil((2.5 * BLOCK) / line.length))));
    isSame(Buffer.from('123 '.repeat(BLOCK)));
    isSame(Buffer.from(`${'12,'.repeat(BLOCK / 4)}"${'1234567 '.repeat(BLOCK / 4)}`));
  });

  it('begins anew where there are too many ends or states', () => {
    isSame(Buffer.from('1aaaaaaaaaaaaaaaaaaaaaaa-1bbbbbbb\n'.repeat(3000)));
    isSame(Buffer.from('078-05-1120 '.repeat(2000)));
  });

  it('tells only places where no forms are wanted', () => {
    isSame(Buffer.from('078-05-1120'));
    assert.deepEqual(scanned(inParts, Buffer.from('call 078-05-1120'), false), [[5, 3, []]]);
  });
});
