import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Block } from '../../api/shapes/cases.ts';
import { type ComparedLine, comparedTexts, wordCounts } from './notice-comparison.ts';

const place = { id: 'x', part: 0, edited: false };
const paragraph = (text: string): Block => ({ ...place, kind: 'paragraph', text });
const question = (text: string): Block => ({ ...place, kind: 'question', question: text, gap: 'g' });
const told = (lines: readonly ComparedLine[]) =>
  lines.map(({ parts }) =>
    parts.map(({ what, text }) => ({ same: text, added: `[+${text}]`, removed: `[-${text}]` })[what]).join(''),
  );

describe('two versions of a notice', () => {
  it('are told by the words that came and went', () => {
    const lines = comparedTexts(
      [paragraph('The port is open since Monday.'), paragraph('We are sorry.')],
      [paragraph('The port is closed since Thursday.'), paragraph('We are sorry.')],
      'en',
    );
    assert.deepEqual(told(lines), ['The port is [-open][+closed] since [-Monday][+Thursday].', 'We are sorry.']);
    assert.deepEqual(wordCounts(lines, 'en'), { added: 2, removed: 2 });
    assert.deepEqual(
      lines.map(({ what }) => what),
      ['changed', 'same'],
    );
  });

  it('keep a gap a gap, and tell that it was answered', () => {
    const asked = question('What follows for the people?');
    const lines = comparedTexts(
      [asked, question('Who?')],
      [paragraph('They may be defrauded.'), question('Who?')],
      'en',
    );
    assert.deepEqual(
      lines.map(({ kind, what }) => [kind, what]),
      [
        ['question', 'removed'],
        ['paragraph', 'added'],
        ['question', 'same'],
      ],
    );
  });

  it('keep what is like each other together, where lines came between', () => {
    const list = (items: string[]): Block => ({ ...place, kind: 'list', items });
    const lines = comparedTexts(
      [list(['Port closed', 'Logs kept'])],
      [list(['Port closed', 'Keys changed', 'Access logs kept'])],
      'en',
    );
    assert.deepEqual(told(lines), ['Port closed', '[+Keys changed]', '[-Logs][+Access logs] kept']);
  });

  it('are told apart by words in a language that writes none apart', () => {
    const lines = comparedTexts([paragraph('端口已经关闭。')], [paragraph('端口已经打开。')], 'zh');
    assert.deepEqual(told(lines), ['端口已经[-关闭][+打开]。']);
  });

  it('can both be read from the comparison, whatever they are', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const [before, after] = [madeText(seed), madeText(seed * 7919)];
      const lines = comparedTexts(before, after, 'en');
      // White space at the ends of runs is the library's to place.
      assert.deepEqual(bare(without(lines, 'added')), bare(before.flatMap(textsOf)), `seed ${seed}`);
      assert.deepEqual(bare(without(lines, 'removed')), bare(after.flatMap(textsOf)), `seed ${seed}`);
    }
  });
});

const WORDS = ['port', 'open', 'closed', 'since', 'Monday', 'the', 'people', '12', 'é', '', '?', 'keys,'];

/** Any text of a few blocks, the same for the same seed (a linear congruential generator, Numerical Recipes). */
function madeText(seed: number): Block[] {
  let state = seed;
  const pick = (below: number) => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * below);
  };
  const sentence = () => Array.from({ length: pick(7) }, () => WORDS[pick(WORDS.length)]).join(' ');
  return Array.from({ length: pick(6) }, (): Block => {
    const makes = [
      () => paragraph(sentence()),
      () => question(sentence()),
      (): Block => ({ ...place, kind: 'list', items: Array.from({ length: pick(4) }, sentence) }),
    ];
    return (makes[pick(makes.length)] ?? (() => paragraph('')))();
  });
}

function textsOf(block: Block): readonly string[] {
  if (block.kind === 'list') return block.items;
  return [block.kind === 'question' ? block.question : 'text' in block ? block.text : ''];
}

/** One side of a comparison. */
function without(lines: readonly ComparedLine[], gone: 'added' | 'removed'): readonly string[] {
  const rest = lines.filter(({ what }) => what !== gone).map(({ parts }) => parts.filter(({ what }) => what !== gone));
  return rest.map((parts) => parts.map(({ text }) => text).join(''));
}

const bare = (texts: readonly string[]) => texts.map((text) => text.replace(/\s+/g, ''));
