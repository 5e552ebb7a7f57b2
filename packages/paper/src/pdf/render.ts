// A document as PDF: A4, tagged, with embedded fonts; the same bytes for the same document.
import PDFDocument from 'pdfkit';
import type { Paper } from '../paper.ts';
import { PAPER_WORDS } from '../words.ts';
import { setBlocks, setTable } from './blocks.ts';
import { registerFonts } from './fonts.ts';
import { linesOf, type TextStyle } from './lines.ts';
import { broken, CONTENT_WIDTH, createSheet, decorate, PAGE, type Sheet, writeLine, writeLines } from './sheet.ts';
import { NAVY, RED, RULE, STYLES } from './styles.ts';

/** The file's bytes. */
export async function pdf(paper: Paper): Promise<Uint8Array> {
  const document = newDocument(paper);
  const bytes = collect(document);
  registerFonts(document);
  const sheet = createSheet(document, paper);
  const root = document.struct('Document');
  document.addStructure(root);
  setTitle(sheet, paper, root);
  setBlocks(sheet, paper.blocks, root);
  root.end();
  setRunningHeads(sheet, paper);
  document.end();
  return bytes;
}

function newDocument({ title, language, madeAt }: Paper) {
  const at = new Date(madeAt);
  return new PDFDocument({
    size: 'A4',
    // Our own layout decides where pages end; a margin would make pdfkit begin new ones under the footer.
    margin: 0,
    pdfVersion: '1.7',
    bufferPages: true,
    tagged: true,
    lang: language,
    displayTitle: true,
    info: { Title: title, Creator: 'Vigie', Producer: 'Vigie', CreationDate: at, ModDate: at },
  });
}

function collect(document: ReturnType<typeof newDocument>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    document.on('data', (part: Uint8Array) => parts.push(part));
    document.on('end', () => resolve(Buffer.concat(parts)));
    document.on('error', reject);
  });
}

function setTitle(sheet: Sheet, { title, particulars }: Paper, root: PDFKit.PDFStructureElement): void {
  const heading = sheet.pdf.struct('H1');
  root.add(heading);
  writeLines(sheet, broken(sheet, title, CONTENT_WIDTH, STYLES.title), STYLES.title, PAGE.left, heading);
  heading.end();
  const y = sheet.y + 6;
  decorate(sheet.pdf, 'Layout', () => sheet.pdf.rect(PAGE.left, y, 48, 2.5).fill(NAVY));
  sheet.y += 20;
  if (particulars.length > 0) setTable(sheet, particulars, root);
}

/** What stands on every page: the document's name and its case above, the page number below, and that it is incomplete. */
function setRunningHeads({ pdf: document, language }: Sheet, { title, caseName, footer, missing }: Paper): void {
  const words = PAPER_WORDS[language];
  const { start, count } = document.bufferedPageRange();
  const put = (text: string, style: TextStyle, width: number, y: number, align: 'left' | 'right' | 'centre') => {
    const [line] = linesOf(document, text, width, style, language);
    if (!line) return;
    const slack = CONTENT_WIDTH - line.width;
    writeLine(document, line, style, PAGE.left + { left: 0, right: slack, centre: slack / 2 }[align], y);
  };
  for (let page = start; page < start + count; page += 1) {
    document.switchToPage(page);
    decorate(document, 'Pagination', () => {
      put(title, STYLES.running, CONTENT_WIDTH * 0.7, 36, 'left');
      if (caseName !== undefined) put(caseName, STYLES.running, CONTENT_WIDTH * 0.28, 36, 'right');
      rule(document, 50);
      if (missing > 0) {
        document.lineWidth(1.2).strokeColor(RED).rect(PAGE.left, 60, CONTENT_WIDTH, 20).stroke();
        put(words.incomplete, STYLES.mark, CONTENT_WIDTH - 8, 64, 'centre');
      }
      rule(document, PAGE.height - 54);
      if (footer !== undefined) put(footer, STYLES.running, CONTENT_WIDTH * 0.8, PAGE.height - 48, 'left');
      put(words.page(page - start + 1, count), STYLES.running, CONTENT_WIDTH * 0.2, PAGE.height - 48, 'right');
    });
  }
}

function rule(document: ReturnType<typeof newDocument>, y: number): void {
  document
    .lineWidth(0.5)
    .strokeColor(RULE)
    .moveTo(PAGE.left, y)
    .lineTo(PAGE.width - PAGE.right, y)
    .stroke();
}
