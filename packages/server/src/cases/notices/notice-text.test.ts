import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Block } from '@vigie/respond';
import { blockIds, draftOf, hashOf, keptEdits, type NoticeText, placedBlocks, withMarks } from './notice-text.ts';

const SENDER: Block = { kind: 'paragraph', text: 'We are Example.', marks: ['sender'] };
const SORRY: Block = { kind: 'paragraph', text: 'We are sorry.' };
const ASKED: Block = { kind: 'question', question: { id: 'contact', text: 'Who?', demandedBy: 'Article 34(2)' } };

function text(change: Partial<NoticeText> = {}): NoticeText {
  const base = [SENDER, SORRY, SORRY, ASKED];
  return { notice: 'x', language: 'en', title: 'T', base, edits: [], answers: {}, draftedAt: '', ...change };
}

describe('the text of a notice', () => {
  it('gives blocks that say the same ids of their own', () => {
    const ids = blockIds(text().base);
    assert.equal(new Set(ids).size, ids.length);
    assert.deepEqual(blockIds([SORRY]), [ids[1]], 'the id of a block does not hang on what is around it');
  });

  it('puts what a person wrote in the place of a block, keeps what the block was about, and asks no more', () => {
    const ids = blockIds(text().base);
    const replacement = withMarks(SENDER, [
      { kind: 'heading', level: 2, text: 'From' },
      { kind: 'paragraph', text: 'We are Other.' },
    ]);
    assert.deepEqual(
      replacement.map(({ marks }) => marks),
      [undefined, ['sender']],
    );
    const edited = text({
      edits: [
        { block: ids[0] ?? '', replacement },
        { block: ids[3] ?? '', replacement: [] },
      ],
    });
    assert.deepEqual(
      placedBlocks(edited).map(({ part, edited: isEdited }) => [part, isEdited]),
      [
        [0, true],
        [1, true],
        [0, false],
        [0, false],
      ],
    );
    assert.equal(draftOf(text()).missing.length, 1);
    assert.equal(draftOf(edited).missing.length, 0);
    assert.notEqual(hashOf(edited), hashOf(text()));
  });

  it('keeps edits of blocks that are drafted the same, wherever they stand, and names the others', () => {
    const ids = blockIds(text().base);
    const edits = ids.slice(0, 2).map((block) => ({ block, replacement: [] }));
    const { kept, lost } = keptEdits([ASKED, SORRY], edits);
    assert.deepEqual([kept.map(({ block }) => block), lost.map(({ block }) => block)], [[ids[1]], [ids[0]]]);
  });
});
