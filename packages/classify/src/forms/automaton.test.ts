import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { compileForms } from './automaton.ts';
import { FormFault } from './notation.ts';

/** Forms that match the whole text. */
function matching(forms: readonly string[], text: string): readonly number[] {
  const bytes = Buffer.from(text);
  const ends = new Int32Array(64);
  const endings: (readonly number[])[] = [];
  const count = compileForms(forms, (ended) => ended).endsFrom(bytes, 0, new Uint8Array(256), ends, endings);
  const last = ends.subarray(0, count).indexOf(bytes.length);
  return last === -1 ? [] : (endings[last] ?? []);
}

describe('written forms', () => {
  it('reads digits, letters, separators and repetitions', () => {
    const forms = ['9{3}~9{2}~9{4}', 'A{2}9{7}', '9~9{2}~9{2}~X{2}~9{3}~9{3}~9{2}'];
    assert.deepEqual(matching(forms, '078-05-1120'), [0]);
    assert.deepEqual(matching(forms, '078051120'), [0]);
    assert.deepEqual(matching(forms, '078\u00a005 1120'), [0]);
    assert.deepEqual(matching(forms, 'ab1234567'), [1]);
    assert.deepEqual(matching(forms, '2 55 08 2A 168 025 38'), [2]);
    assert.deepEqual(matching(forms, '078--05-1120'), []);
  });

  it('reads groups, options and literals, a digit among them', () => {
    assert.deepEqual(matching(['\\+33[~9{1,2}]{5,8}'], '+33 6 12 34 56 78'), [0]);
    assert.deepEqual(matching(['\\HRB ?9{1,6}'], 'hrb 12345'), [0]);
    assert.deepEqual(matching(['\\9\\99'], '993'), [0]);
    assert.deepEqual(matching(['\\9\\99'], '893'), []);
    assert.deepEqual(matching(['第9{2}号'], '第12号'), [0]);
  });

  it('refuses a form that is written wrong', () => {
    for (const form of ['', '9{3,1}', '9{1,1000}', '[9', '?9', '9?{2}', 'A?']) {
      assert.throws(() => compileForms([form], (ended) => ended), FormFault, form);
    }
  });

  it('agrees with regular expressions on any mix of forms', () => {
    const part = fc.constantFrom(['9{2}', '[0-9]{2}'], ['A?', '[A-Za-z]?'], ['X{1,3}', '[0-9A-Za-z]{1,3}'], ['-', '-']);
    const form = fc.array(part, { minLength: 1, maxLength: 5 }).filter((list) => list.some(([own]) => own !== 'A?'));
    const sign = fc.constantFrom('0', '1', '9', 'a', 'Z', '-', ' ');
    const text = fc.array(sign, { maxLength: 9 }).map((list) => list.join(''));
    fc.assert(
      fc.property(fc.array(form, { minLength: 1, maxLength: 6 }), fc.array(text, { maxLength: 20 }), (forms, texts) => {
        const ours = forms.map((parts) => parts.map(([own]) => own).join(''));
        const theirs = forms.map((parts) => new RegExp(`^${parts.map(([, regex]) => regex).join('')}$`));
        for (const one of texts) {
          const expected = theirs.flatMap((regex, index) => (regex.test(one) ? [index] : []));
          assert.deepEqual([...matching(ours, one)].sort(), expected);
        }
      }),
      { numRuns: 200 },
    );
  });
});
