// What changed between two texts of a notice, line by line: for whoever completes what was filed before.
import type { Block } from '@vigie/respond';

export interface DiffLine {
  readonly what: 'same' | 'added' | 'removed';
  readonly says: string;
}

/** The lines of both, in the order of the second, by the longest common part. */
export function diffOf(before: readonly Block[], after: readonly Block[]): readonly DiffLine[] {
  const [a, b] = [before.flatMap(linesOf), after.flatMap(linesOf)];
  const common = commonLengths(a, b);
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push({ what: 'same', says: a[i] ?? '' });
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && at(common, i + 1, j) >= at(common, i, j + 1))) {
      lines.push({ what: 'removed', says: a[i] ?? '' });
      i += 1;
    } else {
      lines.push({ what: 'added', says: b[j] ?? '' });
      j += 1;
    }
  }
  return lines;
}

function linesOf(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.text];
    case 'list':
      return [...block.items];
    case 'table':
      return block.rows.map(([label, value]) => `${label}: ${value}`);
    case 'question':
      return [`? ${block.question.text}`];
  }
}

/** Of the rest from each pair of places on. */
function commonLengths(a: readonly string[], b: readonly string[]): readonly (readonly number[])[] {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = table[i];
      if (row === undefined) continue;
      row[j] = a[i] === b[j] ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), at(table, i, j + 1));
    }
  }
  return table;
}

function at(table: readonly (readonly number[])[], i: number, j: number): number {
  return table[i]?.[j] ?? 0;
}
