// French sets a space before double punctuation and inside its quotation marks; it must not break, or a line begins with a colon.
import type { Block, Language } from '../notice.ts';

const NO_BREAK = '\u00a0';

/** The blocks with the spaces of their language. */
export function typeset(blocks: readonly Block[], language: Language): readonly Block[] {
  return language === 'fr' ? blocks.map(withFrenchSpaces) : blocks;
}

function withFrenchSpaces(block: Block): Block {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, text: frenchSpaces(block.text) };
    case 'list':
      return { ...block, items: block.items.map(frenchSpaces) };
    case 'table':
      return { ...block, rows: block.rows.map(([label, value]) => [label, frenchSpaces(value)] as const) };
    case 'question':
      return { ...block, question: { ...block.question, text: frenchSpaces(block.question.text) } };
  }
}

function frenchSpaces(text: string): string {
  return text.replace(/ (?=[:;?!»])/g, NO_BREAK).replace(/(?<=«) /g, NO_BREAK);
}
