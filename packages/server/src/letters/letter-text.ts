// An approved text as the two parts of a mail: plain text, and HTML that loads nothing and needs no style.
import type { Block } from '@vigie/respond';

export interface LetterText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** @param title the subject, where no heading of the first level stands in the text; questions are left out: an approved text has none */
export function letterText(blocks: readonly Block[], language: string, title: string): LetterText {
  const first = blocks.find((block) => block.kind === 'heading' && block.level === 1);
  const subject = first?.kind === 'heading' ? first.text : title;
  const body = blocks.filter((block) => block !== first);
  return {
    subject: subject.replace(/\s+/g, ' ').trim(),
    text: `${body.map(plainBlock).filter(Boolean).join('\n\n')}\n`,
    html: `<!doctype html><html lang="${safe(language)}"><head><meta charset="utf-8"><title>${safe(subject)}</title></head><body>${body.map(htmlBlock).join('')}</body></html>`,
  };
}

function plainBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${block.text}\n${'-'.repeat(Math.min(72, block.text.length))}`;
    case 'paragraph':
      return block.text;
    case 'list':
      return block.items.map((item) => `* ${item}`).join('\n');
    case 'table':
      return block.rows.map(([label, value]) => `${label}: ${value}`).join('\n');
    case 'question':
      return '';
  }
}

function htmlBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${safe(block.text)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${safe(block.text).replaceAll('\n', '<br>')}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${safe(item)}</li>`).join('')}</ul>`;
    case 'table':
      return `<table>${block.rows.map(([label, value]) => `<tr><th scope="row" align="left">${safe(label)}</th><td>${safe(value)}</td></tr>`).join('')}</table>`;
    case 'question':
      return '';
  }
}

function safe(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
