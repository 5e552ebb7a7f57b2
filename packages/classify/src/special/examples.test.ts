// How well statements are told from ordinary sentences, by the examples of each language. Told as a chat row holds them: JSON
// inside a JSON string.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findAll } from '../../testing/find.ts';
import type { Examples } from './examples/examples.ts';
import { TOLD } from './examples/told/index.ts';
import { UNSEEN } from './examples/unseen/index.ts';
import { specialFinder } from './index.ts';

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}

function kindsIn(sentence: string): string[] {
  const messages = JSON.stringify([{ role: 'user', content: sentence }]);
  const row = JSON.stringify({ names: ['messages'], values: [messages] });
  return findAll(specialFinder, row).matches.map(({ kind }) => kind);
}

interface Score {
  readonly told: number;
  readonly missed: readonly string[];
  readonly ordinary: number;
  readonly wrong: readonly string[];
}

function scoreOf({ statements, ordinary }: Examples): Score {
  const told = Object.entries(statements).flatMap(([category, lines]) =>
    linesOf(lines).map((sentence) => ({ category, sentence })),
  );
  const missed = told.filter(({ category, sentence }) => !kindsIn(sentence).includes(`special/${category}`));
  const plainLines = linesOf(ordinary);
  return {
    told: told.length,
    missed: missed.map(({ sentence }) => sentence),
    ordinary: plainLines.length,
    wrong: plainLines.filter((sentence) => kindsIn(sentence).length > 0),
  };
}

describe('what people tell in confidence', () => {
  const LEAST_FOUND = 0.97;
  const MOST_WRONG = 0.05;
  for (const [language, examples] of Object.entries(TOLD)) {
    it(`is told from ordinary sentences in ${language}`, () => {
      const { told, missed, ordinary, wrong } = scoreOf(examples);
      assert.ok(missed.length <= told * (1 - LEAST_FOUND), missed.join('\n'));
      assert.ok(wrong.length <= ordinary * MOST_WRONG, wrong.join('\n'));
    });
  }
});

describe('sentences that were not seen before', () => {
  // Measured when they were first met: 155 of 161 statements found, one of 80 ordinary sentences taken for one.
  const LEAST_RECALL = 0.95;
  const LEAST_PRECISION = 0.98;
  it('are told with a recall of 0.95 and a precision of 0.98', () => {
    const scores = Object.values(UNSEEN).map(scoreOf);
    const sum = (count: (score: Score) => number) => scores.reduce((all, score) => all + count(score), 0);
    const found = sum(({ told, missed }) => told - missed.length);
    const wrong = sum((score) => score.wrong.length);
    assert.ok(found / sum(({ told }) => told) >= LEAST_RECALL, scores.flatMap(({ missed }) => missed).join('\n'));
    assert.ok(found / (found + wrong) >= LEAST_PRECISION, scores.flatMap((score) => score.wrong).join('\n'));
  });
});
