// A document as Markdown that also reads as plain text.
import type { Block } from '@vigie/respond';
import type { Paper } from './paper.ts';
import { PAPER_WORDS, type PaperWords } from './words.ts';

export function markdown({ title, language, particulars, blocks, footer, missing }: Paper): string {
  const words = PAPER_WORDS[language];
  const parts = [
    `# ${safe(title)}`,
    ...(missing > 0 ? [`**${words.incomplete}**`] : []),
    ...(particulars.length > 0 ? [pairs(particulars)] : []),
    ...blocks.map((block) => blockText(block, words)),
    ...(missing > 0 ? [`**${words.incomplete}**`] : []),
    ...(footer === undefined ? [] : [`_${footer}_`]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function blockText(block: Block, words: PaperWords): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${safe(block.text)}`;
    case 'paragraph':
      return asLines(block.text);
    case 'list':
      return block.items.map((item) => `- ${inItem(item)}`).join('\n');
    case 'table':
      return pairs(block.rows);
    case 'question': {
      const { text, demandedBy } = block.question;
      return `> **${words.question}:** ${inItem(text)} (${safe(words.demandedBy(demandedBy))})`;
    }
  }
}

/** Pairs as a list: a table of Markdown has no cell of several lines. */
function pairs(rows: readonly (readonly [string, string])[]): string {
  return rows.map(([label, value]) => `- **${safe(label)}:** ${inItem(value)}`).join('\n');
}

function inItem(text: string): string {
  return asLines(text).replaceAll('\n', '\n  ');
}

/** Lines of their own, which are neither headings nor items, whatever they begin with. */
function asLines(text: string): string {
  return safe(text).replace(/^(\d*)([#+.-])/gm, '$1\\$2');
}

/** What Markdown or HTML in it would take for their own marks is escaped, since facts hold words of others. */
function safe(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, '\\$&');
}
