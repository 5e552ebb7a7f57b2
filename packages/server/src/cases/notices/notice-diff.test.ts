import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Block } from '@vigie/respond';
import fc from 'fast-check';
import { diffOf } from './notice-diff.ts';

const paragraphs = (lines: readonly string[]): Block[] => lines.map((text) => ({ kind: 'paragraph', text }));
const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });

describe('what changed between two texts', () => {
  it('holds all of both, each in its order', () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const diff = diffOf(paragraphs(before), paragraphs(after));
        const told = (gone: 'added' | 'removed') => diff.filter(({ what }) => what !== gone).map(({ says }) => says);
        assert.deepEqual(told('added'), before);
        assert.deepEqual(told('removed'), after);
      }),
    );
  });

  it('calls nothing changed that is the same', () => {
    fc.assert(
      fc.property(lines, (same) => {
        assert.ok(diffOf(paragraphs(same), paragraphs(same)).every(({ what }) => what === 'same'));
      }),
    );
  });

  it('tells the one row of a table that changed, and not the table', () => {
    const table = (persons: string): Block[] => [
      {
        kind: 'table',
        rows: [
          ['Data', 'names'],
          ['People', persons],
        ],
      },
    ];
    assert.deepEqual(diffOf(table('20'), table('30')), [
      { what: 'same', says: 'Data: names' },
      { what: 'removed', says: 'People: 20' },
      { what: 'added', says: 'People: 30' },
    ]);
  });
});
