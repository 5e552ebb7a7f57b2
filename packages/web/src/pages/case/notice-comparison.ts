// Two texts of a notice compared: line by line, and by words within a line that changed. A gap stays a gap on either side.
import { diffArrays, diffWords } from 'diff';
import type { Block } from '../../api/shapes/cases.ts';

/** A run of words. */
export interface ComparedPart {
  readonly what: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** A paragraph, an item, a row or a question. */
export interface ComparedLine {
  readonly kind: Block['kind'];
  readonly what: 'same' | 'changed' | 'added' | 'removed';
  readonly parts: readonly ComparedPart[];
}

interface Line {
  readonly kind: Block['kind'];
  readonly text: string;
}

/** @param language of the notice, by whose rules words are told apart */
export function comparedTexts(before: readonly Block[], after: readonly Block[], language: string): ComparedLine[] {
  const intlSegmenter = new Intl.Segmenter(language, { granularity: 'word' });
  const runs = diffArrays(before.flatMap(linesOf), after.flatMap(linesOf), {
    comparator: (a, b) => a.kind === b.kind && a.text === b.text,
  });
  return runs.flatMap(({ value, added, removed }, index): ComparedLine[] => {
    const next = runs[index + 1];
    if (removed && next?.added) return changedLines(value, next.value, intlSegmenter);
    if (added && runs[index - 1]?.removed) return [];
    return value.map((line) => whole(line, added ? 'added' : removed ? 'removed' : 'same'));
  });
}

/** How many words came and went. */
export function wordCounts(lines: readonly ComparedLine[], language: string) {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  const count = (what: ComparedPart['what']) =>
    lines
      .flatMap(({ parts }) => parts.filter((part) => part.what === what))
      .reduce((sum, { text }) => sum + [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).length, 0);
  return { added: count('added'), removed: count('removed') };
}

function linesOf(block: Block): Line[] {
  const { kind } = block;
  switch (kind) {
    case 'heading':
    case 'paragraph':
      return [{ kind, text: block.text }];
    case 'list':
      return block.items.map((text) => ({ kind, text }));
    case 'table':
      return block.rows.map(([label, value]) => ({ kind, text: `${label}: ${value}` }));
    case 'question':
      return [{ kind, text: block.question }];
  }
}

function whole({ kind, text }: Line, what: ComparedPart['what']): ComparedLine {
  return { kind, what, parts: [{ what, text }] };
}

/** Lines that stand in each other's place: each earlier one beside the next later one that is like it, all others told whole. */
function changedLines(before: readonly Line[], after: readonly Line[], intlSegmenter: Intl.Segmenter): ComparedLine[] {
  const told: ComparedLine[] = [];
  let next = 0;
  for (const old of before) {
    const candidates = after.slice(next).map((young) => likeness(old, young, intlSegmenter));
    const like = candidates.findIndex((parts) => parts !== undefined);
    const parts = candidates[like];
    if (parts === undefined) {
      told.push(whole(old, 'removed'));
      continue;
    }
    told.push(...after.slice(next, next + like).map((line) => whole(line, 'added')));
    told.push({ kind: old.kind, what: 'changed', parts });
    next += like + 1;
  }
  return [...told, ...after.slice(next).map((line) => whole(line, 'added'))];
}

/** The words of both; undefined where the kinds differ or too little is common. */
function likeness(old: Line, young: Line, intlSegmenter: Intl.Segmenter): ComparedPart[] | undefined {
  if (old.kind !== young.kind) return undefined;
  const parts = diffWords(old.text, young.text, { intlSegmenter }).map(
    ({ value, added, removed }): ComparedPart => ({
      what: added ? 'added' : removed ? 'removed' : 'same',
      text: value,
    }),
  );
  return sameShare(parts, old, young) < LEAST_COMMON ? undefined : parts;
}

/** Below this, words that happen to be the same only make a riddle of two sentences. */
const LEAST_COMMON = 0.25;

function sameShare(parts: readonly ComparedPart[], old: Line, young: Line): number {
  const same = parts.filter(({ what }) => what === 'same').reduce((sum, { text }) => sum + text.length, 0);
  return same / Math.max(1, old.text.length, young.text.length);
}
