import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parseFacts } from '../facts/document.ts';
import { bandOf, enisaSeverity, type SeverityInputs } from './enisa.ts';
import { severityOf } from './severity.ts';

const VECTORS = new URL('../../../../../shared/corpora/respond/enisa-severity.json', import.meta.url);
const absent = existsSync(VECTORS) ? false : 'the corpus ../shared/corpora/respond is not there';

function severity(document: Record<string, unknown>) {
  const read = parseFacts(document);
  assert.ok('facts' in read);
  return severityOf(read.facts);
}

/** All that the scores need to be a value. */
const DECIDED = {
  nature: ['confidentiality'],
  intent: 'malicious',
  exfiltration: 'proved',
  unintelligible: false,
  recipients: 'unknown',
  persons: 5000,
  data: ['basic', 'contact', 'health'],
  serviceImpact: 'none',
  ongoing: false,
  paymentData: false,
} as const;

describe('the formula of ENISA', () => {
  it('gives every published vector', { skip: absent }, () => {
    const { vectors } = JSON.parse(readFileSync(VECTORS, 'utf8')) as {
      vectors: readonly (SeverityInputs & { what: string; se: number; band: string })[];
    };
    assert.ok(vectors.length > 0);
    for (const { what, se, band, ...inputs } of vectors) {
      assert.equal(enisaSeverity(inputs), se, what);
      assert.equal(bandOf(enisaSeverity(inputs)), band, what);
    }
  });

  it('has bands that begin at 2, 3 and 4', () => {
    assert.deepEqual([1.99, 2, 2.99, 3, 3.99, 4].map(bandOf), ['low', 'medium', 'medium', 'high', 'high', 'veryHigh']);
  });
});

describe('the severity of a breach', () => {
  it('is a value where the facts decide it, with a reason for each score', () => {
    const { from, to, bands, scores, movedBy, flags } = severity(DECIDED);
    assert.deepEqual([from, to], [5, 5]);
    assert.deepEqual(bands, { from: 'veryHigh', to: 'veryHigh' });
    assert.deepEqual(
      scores.map(({ of, from: points }) => [of, points]),
      [
        ['DPC', 4],
        ['EI', 1],
        ['CB confidentiality', 0.5],
        ['CB integrity', 0],
        ['CB availability', 0],
        ['CB malicious', 0.5],
      ],
    );
    assert.deepEqual(movedBy, []);
    assert.deepEqual(flags, ['more than 100 people']);
    for (const { why } of scores) assert.notEqual(why, '');
  });

  it('is a range where they do not, with the facts that would move it, the most decisive first', () => {
    const { from, to, movedBy } = severity({ ...DECIDED, intent: null, data: null });
    assert.deepEqual([from, to], [0.75, 5]);
    assert.equal(movedBy[0]?.fact, 'data');
    assert.ok(movedBy.some(({ fact, by }) => fact === 'intent' && by === 0.5));
  });

  it('counts data that nobody can read as hardly identifying, and flags it', () => {
    const { to, flags } = severity({ ...DECIDED, unintelligible: true });
    assert.equal(to, 1.5);
    assert.deepEqual(flags, ['more than 100 people', 'data unintelligible']);
  });

  it('leaves open what a password opens', () => {
    const { scores, movedBy } = severity({
      ...DECIDED,
      data: ['basic', 'contact', 'credentials'],
      credentials: 'plain',
    });
    assert.deepEqual([scores[0]?.from, scores[0]?.to], [1, 4]);
    assert.equal(movedBy[0]?.fact, 'categoryScores');
  });

  it('takes the judgement of a person in the place of the table', () => {
    const { scores } = severity({
      ...DECIDED,
      categoryScores: [{ category: 'sensitive', score: 2, why: 'only that a general check-up took place' }],
      identifiability: 'significant',
    });
    assert.deepEqual(
      scores.slice(0, 2).map(({ from, why }) => [from, why]),
      [
        [2, 'only that a general check-up took place'],
        [0.75, 'judged to be significant'],
      ],
    );
  });

  it('is a range of all where nothing is known', () => {
    const { from, to } = severity({});
    assert.deepEqual([from, to], [0.25, 6]);
  });
});
