// A document as one HTML file: it loads nothing, runs no script, and prints with the same marks on every page.
import type { Block } from '@vigie/respond';
import type { Paper } from './paper.ts';
import { PAPER_WORDS, type PaperWords } from './words.ts';

const STYLE = `
:root { color-scheme: light; }
body { font: 16px/1.5 "Noto Sans", "Noto Sans SC", system-ui, sans-serif; color: #1b1f24; margin: 0 auto; max-width: 46rem; padding: 2rem 1.25rem; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 1rem; color: #17324f; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; padding-bottom: .25rem; border-bottom: 1px solid #c5ced8; color: #17324f; }
h3 { font-size: 1.05rem; margin: 1.4rem 0 .4rem; color: #17324f; }
h4 { font-size: 1rem; margin: 1.2rem 0 .4rem; }
table { border-collapse: collapse; width: 100%; margin: .75rem 0; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border: 1px solid #c5ced8; overflow-wrap: anywhere; white-space: pre-line; }
th { width: 34%; background: #f1f4f7; font-weight: 600; }
p, li { white-space: pre-line; }
.mark { border: 2px solid #a4161a; color: #a4161a; font-weight: 700; letter-spacing: .06em; text-align: center; padding: .35rem; margin: 0 0 1.5rem; background: #fff; }
.question { border: 1.5px solid #b26a00; border-left-width: 6px; background: #fff7e6; padding: .6rem .8rem; margin: .75rem 0; break-inside: avoid; }
.question b { display: block; color: #7a4900; font-size: .85rem; }
.question small { color: #5c4a2f; }
footer { margin-top: 2.5rem; padding-top: .5rem; border-top: 1px solid #c5ced8; color: #4c5661; font-size: .85rem; }
@page { size: A4; margin: 24mm 20mm 20mm; }
@media print { body { padding: 0; max-width: none; font-size: 10.5pt; } .mark { position: fixed; top: -16mm; left: 0; right: 0; } h2, h3, h4 { break-after: avoid; } tr { break-inside: avoid; } }
`;

export function html({ title, language, particulars, blocks, footer, missing }: Paper): string {
  const words = PAPER_WORDS[language];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${safe(missing > 0 ? `${title} · ${words.incomplete}` : title)}</title>
<style>${STYLE}</style>
</head>
<body>
${missing > 0 ? `<p class="mark" role="note">${safe(words.incomplete)}</p>\n` : ''}<h1>${safe(title)}</h1>
${particulars.length > 0 ? table(particulars) : ''}
${blocks.map((block) => blockHtml(block, words)).join('\n')}
${footer === undefined ? '' : `<footer>${safe(footer)}</footer>`}
</body>
</html>
`;
}

function blockHtml(block: Block, words: PaperWords): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level + 1}>${safe(block.text)}</h${block.level + 1}>`;
    case 'paragraph':
      return `<p>${safe(block.text)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${safe(item)}</li>`).join('')}</ul>`;
    case 'table':
      return table(block.rows);
    case 'question': {
      const { text, demandedBy } = block.question;
      return `<div class="question" role="note"><b>${safe(words.question)}</b>${safe(text)} <small>(${safe(words.demandedBy(demandedBy))})</small></div>`;
    }
  }
}

function table(rows: readonly (readonly [string, string])[]): string {
  const lines = rows.map(([label, value]) => `<tr><th scope="row">${safe(label)}</th><td>${safe(value)}</td></tr>`);
  return `<table>${lines.join('')}</table>`;
}

function safe(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
