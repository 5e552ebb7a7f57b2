// A document as DOCX, to be worked on in Word or LibreOffice; the same bytes for the same document.
import type { Block } from '@vigie/respond';
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type IBorderOptions,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { unzipSync, zipSync } from 'fflate';
import type { Paper } from './paper.ts';
import { PAPER_WORDS, type PaperWords } from './words.ts';

/** A4 with margins of 2 cm, in twentieths of a point. */
const PAGE = { size: { width: 11906, height: 16838 }, margin: { top: 1700, right: 1134, bottom: 1500, left: 1134 } };
const CONTENT_WIDTH = PAGE.size.width - PAGE.margin.left - PAGE.margin.right;
const LABEL_WIDTH = Math.round(CONTENT_WIDTH * 0.34);

const NAVY = '17324F';
const RULE = 'C5CED8';
const GREY = '4C5661';
const RED = 'A4161A';
const AMBER = 'B26A00';

const FONT = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Calibri', eastAsia: 'Microsoft YaHei' };
const BULLETS = 'bullets';
const LEVELS = { 1: HeadingLevel.HEADING_2, 2: HeadingLevel.HEADING_3, 3: HeadingLevel.HEADING_4 } as const;

/** The file's bytes. */
export async function docx(paper: Paper): Promise<Uint8Array> {
  const words = PAPER_WORDS[paper.language];
  const document = new Document({
    title: paper.title,
    creator: 'Vigie',
    styles: stylesFor(paper.language),
    numbering: { config: [bullets()] },
    sections: [
      {
        properties: { page: PAGE },
        headers: { default: header(paper, words) },
        footers: { default: footerOf(paper, words) },
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(paper.title)] }),
          ...(paper.particulars.length > 0 ? [table(paper.particulars)] : []),
          ...paper.blocks.flatMap((block) => [...setBlock(block, words)]),
        ],
      },
    ],
  });
  const core = { path: 'docProps/core.xml', data: coreProperties(paper) };
  return withoutClock(await Packer.toBuffer(document, undefined, [core]));
}

function stylesFor(language: string) {
  const heading = (size: number, before: number, colour = NAVY) => ({
    run: { size, bold: true, color: colour, font: FONT },
    paragraph: { spacing: { before, after: 100 }, keepNext: true },
  });
  return {
    default: {
      document: { run: { font: FONT, size: 21, language: { value: language, eastAsia: 'zh-CN' } } },
      heading1: heading(38, 0),
      heading2: heading(26, 320),
      heading3: heading(22, 240),
      heading4: heading(21, 160, '1B1F24'),
    },
  };
}

function bullets() {
  const paragraph = { indent: { left: 360, hanging: 260 } };
  return {
    reference: BULLETS,
    levels: [{ level: 0, format: 'bullet', text: '•', alignment: AlignmentType.LEFT, style: { paragraph } } as const],
  };
}

function setBlock(block: Block, words: PaperWords): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: LEVELS[block.level], children: textRuns(block.text) })];
    case 'paragraph':
      return [new Paragraph({ spacing: { after: 140 }, children: textRuns(block.text) })];
    case 'list':
      return block.items.map(
        (item) => new Paragraph({ numbering: { reference: BULLETS, level: 0 }, children: textRuns(item) }),
      );
    case 'table':
      return [table(block.rows), gap()];
    case 'question':
      return [question(block.question, words), gap()];
  }
}

/** Lines of a text as runs with breaks between them. */
function textRuns(text: string, look: { readonly bold?: boolean } = {}): TextRun[] {
  return text.split('\n').map((line, row) => new TextRun({ text: line, ...look, ...(row > 0 && { break: 1 }) }));
}

function table(rows: readonly (readonly [string, string])[]): Table {
  const border = { style: BorderStyle.SINGLE, size: 4, color: RULE };
  return new Table({
    width: { size: CONTENT_WIDTH, type: WidthType.DXA },
    columnWidths: [LABEL_WIDTH, CONTENT_WIDTH - LABEL_WIDTH],
    borders: allBorders(border),
    rows: rows.map(
      ([label, value]) =>
        new TableRow({
          children: [
            cell(textRuns(label, { bold: true }), LABEL_WIDTH, 'F1F4F7'),
            cell(textRuns(value), CONTENT_WIDTH - LABEL_WIDTH),
          ],
        }),
    ),
  });
}

function cell(runs: TextRun[], width: number, ground?: string): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    ...(ground !== undefined && { shading: { fill: ground } }),
    children: [new Paragraph({ children: runs })],
  });
}

function allBorders(border: IBorderOptions) {
  return { top: border, bottom: border, left: border, right: border, insideHorizontal: border, insideVertical: border };
}

/** What a person has to state, in a box of its own. */
function question({ text, demandedBy }: { text: string; demandedBy: string }, words: PaperWords): Table {
  const border = { style: BorderStyle.SINGLE, size: 6, color: AMBER };
  return new Table({
    width: { size: CONTENT_WIDTH, type: WidthType.DXA },
    columnWidths: [CONTENT_WIDTH],
    borders: { ...allBorders(border), left: { ...border, size: 36 } },
    rows: [
      new TableRow({
        cantSplit: true,
        children: [
          new TableCell({
            width: { size: CONTENT_WIDTH, type: WidthType.DXA },
            margins: { top: 80, bottom: 80, left: 160, right: 160 },
            shading: { fill: 'FFF7E6' },
            children: [
              new Paragraph({
                children: [new TextRun({ text: words.question, bold: true, size: 18, color: '7A4900' })],
              }),
              new Paragraph({ children: textRuns(text) }),
              new Paragraph({
                children: [new TextRun({ text: words.demandedBy(demandedBy), size: 17, color: '5C4A2F' })],
              }),
            ],
          }),
        ],
      }),
    ],
  });
}

/** Two tables in a row would grow together without it. */
function gap(): Paragraph {
  return new Paragraph({ spacing: { after: 80 }, children: [] });
}

function header({ title, caseName, missing }: Paper, words: PaperWords): Header {
  const running = caseName === undefined ? title : `${title}  ·  ${caseName}`;
  const border = { style: BorderStyle.SINGLE, size: 10, color: RED, space: 4 };
  const mark = new Paragraph({
    alignment: AlignmentType.CENTER,
    border: { top: border, bottom: border, left: border, right: border },
    children: [new TextRun({ text: words.incomplete, bold: true, color: RED, size: 18 })],
  });
  return new Header({
    children: [
      new Paragraph({ spacing: { after: 120 }, children: [new TextRun({ text: running, size: 16, color: GREY })] }),
      ...(missing > 0 ? [mark] : []),
    ],
  });
}

function footerOf({ footer }: Paper, words: PaperWords): Footer {
  const look = { size: 16, color: GREY };
  const [before = '', between = '', after = ''] = words.page('\0', '\0').split('\0');
  return new Footer({
    children: [
      ...(footer === undefined ? [] : [new Paragraph({ children: [new TextRun({ text: footer, ...look })] })]),
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [
          new TextRun({ children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after], ...look }),
        ],
      }),
    ],
  });
}

/** The properties as `docx` writes them, but with the day that was handed in for that of the clock. */
function coreProperties({ title, language, madeAt }: Paper): string {
  const at = new Date(madeAt).toISOString().replace(/\.\d+Z$/, 'Z');
  const safe = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${safe}</dc:title><dc:creator>Vigie</dc:creator><dc:language>${language}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`;
}

/** The same archive with the oldest day that ZIP can write on every file; local, since ZIP knows no time zones. */
function withoutClock(archive: Uint8Array): Uint8Array {
  return zipSync(unzipSync(archive), { mtime: new Date(1980, 0, 1) });
}
