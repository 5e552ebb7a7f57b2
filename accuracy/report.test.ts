import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { writePage } from './page.ts';
import { type CorpusReport, markdownOf, measuresOf, skippedReport, totalOf } from './report.ts';

const kind = (name: string, truePositives: number, falsePositives: number, falseNegatives: number) => ({
  name,
  truePositives,
  falsePositives,
  falseNegatives,
});

const report = (corpus: string, wrong: number): CorpusReport => ({
  corpus,
  title: `Corpus ${corpus}`,
  how: ['By hand.'],
  tables: [{ title: 'Kinds', kinds: [kind('a', 9999, wrong, 0)] }],
  facts: [],
  misses: wrong > 0 ? [{ what: 'x | y', times: wrong, why: 'no reason' }] : [],
});

describe('the accuracy report', () => {
  it('weighs recall twice in F2', () => {
    const { precision, recall, f1, f2 } = measuresOf(kind('a', 6, 2, 6));
    assert.equal(precision, 0.75);
    assert.equal(recall, 0.5);
    assert.equal(f1, 0.6);
    assert.ok(Math.abs((f2 ?? 0) - 15 / 28) < 1e-12);
  });
  it('says nothing of precision where nothing was found', () => {
    assert.deepEqual(measuresOf(kind('a', 0, 0, 0)), {
      precision: undefined,
      recall: undefined,
      f1: undefined,
      f2: undefined,
    });
  });
  it('never rounds up to a perfect score', () => {
    assert.match(markdownOf(report('a', 1), false), /\| 0\.999 \|/);
    assert.match(markdownOf(report('a', 0), false), /\| 1\.000 \|/);
  });
  it('adds kinds up, and escapes what would break a table', () => {
    const total = totalOf('all', [kind('a', 1, 2, 3), kind('b', 10, 20, 30)]);
    assert.deepEqual([total.truePositives, total.falsePositives, total.falseNegatives], [11, 22, 33]);
    assert.match(markdownOf(report('a', 1), false), /x \\\| y/);
  });
  it('renews the part of one corpus, and keeps the others, also where a corpus is not there', () => {
    const order = ['a', 'b'];
    const first = writePage(writePage('', report('b', 0), order), report('a', 0), order);
    const second = writePage(first, report('b', 3), order);
    assert.ok(second.indexOf('Corpus a') < second.indexOf('Corpus b'));
    assert.match(second, /no reason/);
    assert.equal(writePage(second, skippedReport('b', 'Corpus b', 'absent'), order), second);
    assert.match(writePage('', skippedReport('b', 'Corpus b', 'absent'), order), /Skipped: absent/);
  });
});
