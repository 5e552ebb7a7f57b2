// Sections of a document, the same in every format: the title stands above them, the highest ones are numbered 1, the next 1.1.
import type { Block } from '@vigie/respond';

type Level = 1 | 2 | 3;

/** The blocks without a heading that repeats the title, and with their highest headings at the first level. */
export function sectioned(blocks: readonly Block[], title: string): Block[] {
  const [first, ...rest] = blocks;
  const body = first?.kind === 'heading' && first.text === title ? rest : blocks;
  const levels = body.flatMap((block) => (block.kind === 'heading' ? [block.level] : []));
  const above = Math.min(...levels, 3) - 1;
  return body.map((block) => (block.kind === 'heading' ? { ...block, level: raised(block.level, above) } : block));
}

function raised(level: Level, by: number): Level {
  const higher = level - by;
  return higher <= 1 ? 1 : higher === 2 ? 2 : 3;
}

/** The blocks with numbered headings. A section that brings its own number keeps it, and the third level has none. */
export function numbered(blocks: readonly Block[]): Block[] {
  let section = 0;
  let subsection = 0;
  let isOurs = false;
  return blocks.map((block) => {
    if (block.kind !== 'heading' || block.level === 3) return block;
    if (block.level === 1) {
      isOurs = !/^\d/.test(block.text);
      subsection = 0;
      if (isOurs) section += 1;
    } else subsection += 1;
    if (!isOurs) return block;
    return {
      ...block,
      text: block.level === 1 ? `${section}. ${block.text}` : `${section}.${subsection} ${block.text}`,
    };
  });
}
