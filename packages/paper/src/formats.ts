// The formats in which a document leaves the house, one renderer each over the same blocks.
import { html } from './html.ts';
import { markdown } from './markdown.ts';
import type { Paper } from './paper.ts';

export const PAPER_FORMATS = ['pdf', 'docx', 'html', 'md'] as const;

export type PaperFormat = (typeof PAPER_FORMATS)[number];

/** The bytes of a document. The libraries of a format are loaded when it is asked for. */
export async function rendered(paper: Paper, format: PaperFormat): Promise<Uint8Array> {
  switch (format) {
    case 'pdf':
      return (await import('./pdf/render.ts')).pdf(paper);
    case 'docx':
      return (await import('./docx.ts')).docx(paper);
    case 'html':
      return Buffer.from(html(paper));
    case 'md':
      return Buffer.from(markdown(paper));
  }
}
