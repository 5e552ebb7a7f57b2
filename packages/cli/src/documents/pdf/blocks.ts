// One block of a document on the sheet.
import type { Block, Question } from '@vigie/respond';
import { PAPER_WORDS } from '../words.ts';
import {
  broken,
  CONTENT_WIDTH,
  decorate,
  drawLines,
  type Element,
  keepTogether,
  nextPage,
  PAGE,
  roomLeft,
  type Sheet,
  writeLines,
} from './sheet.ts';
import { AMBER, AMBER_GROUND, HEADINGS, LABEL_GROUND, RULE, STYLES } from './styles.ts';

const GAP = 7;
const INDENT = 16;
const LABEL_WIDTH = CONTENT_WIDTH * 0.34;
const PADDING = 5;

/** Sets a block, as a child of a structure element. */
export function setBlock(sheet: Sheet, block: Block, parent: Element): void {
  switch (block.kind) {
    case 'heading':
      setHeading(sheet, block.text, block.level, parent);
      break;
    case 'paragraph':
      setParagraph(sheet, block.text, parent);
      break;
    case 'list':
      setList(sheet, block.items, parent);
      break;
    case 'table':
      setTable(sheet, block.rows, parent);
      break;
    case 'question':
      setQuestion(sheet, block.question, parent);
      break;
  }
}

function setHeading(sheet: Sheet, text: string, level: 1 | 2 | 3, parent: Element): void {
  const { style, above, below } = HEADINGS[level];
  const lines = broken(sheet, text, CONTENT_WIDTH, style);
  // A heading stands over at least three lines of what it heads.
  keepTogether(sheet, above + lines.length * style.leading + below + 3 * STYLES.body.leading);
  if (sheet.y > PAGE.top) sheet.y += above;
  const element = child(sheet, parent, `H${level + 1}`);
  writeLines(sheet, lines, style, PAGE.left, element);
  element.end();
  sheet.y += below;
}

function setParagraph(sheet: Sheet, text: string, parent: Element): void {
  const element = child(sheet, parent, 'P');
  const lines = broken(sheet, text, CONTENT_WIDTH, STYLES.body);
  keepTogether(sheet, Math.min(lines.length, 2) * STYLES.body.leading);
  writeLines(sheet, lines, STYLES.body, PAGE.left, element);
  element.end();
  sheet.y += GAP;
}

function setList(sheet: Sheet, items: readonly string[], parent: Element): void {
  const list = child(sheet, parent, 'L');
  for (const item of items) {
    const element = child(sheet, list, 'LI');
    const lines = broken(sheet, item, CONTENT_WIDTH - INDENT, STYLES.body);
    keepTogether(sheet, Math.min(lines.length, 2) * STYLES.body.leading);
    const label = child(sheet, element, 'Lbl');
    drawLines(sheet, broken(sheet, '•', INDENT, STYLES.body), STYLES.body, PAGE.left + 4, sheet.y, label);
    label.end();
    const body = child(sheet, element, 'LBody');
    writeLines(sheet, lines, STYLES.body, PAGE.left + INDENT, body);
    body.end();
    element.end();
    sheet.y += 2;
  }
  list.end();
  sheet.y += GAP - 2;
}

/** A table of labels and values; a row that does not fit goes on over the page. */
export function setTable(sheet: Sheet, rows: readonly (readonly [string, string])[], parent: Element): void {
  const table = child(sheet, parent, 'Table');
  for (const [label, value] of rows) {
    const row = child(sheet, table, 'TR');
    setRow(sheet, label, value, row);
    row.end();
  }
  table.end();
  sheet.y += GAP + 2;
}

function setRow(sheet: Sheet, label: string, value: string, row: Element): void {
  const { leading } = STYLES.cell;
  const head = child(sheet, row, 'TH');
  const data = child(sheet, row, 'TD');
  let labels = broken(sheet, label, LABEL_WIDTH - 2 * PADDING, STYLES.label);
  let values = broken(sheet, value, CONTENT_WIDTH - LABEL_WIDTH - 2 * PADDING, STYLES.cell);
  const all = Math.max(labels.length, values.length);
  keepTogether(sheet, Math.min(all, 3) * leading + 2 * PADDING);
  while (labels.length > 0 || values.length > 0) {
    const fit = Math.max(1, Math.floor((roomLeft(sheet) - 2 * PADDING) / leading));
    const shown = Math.min(fit, Math.max(labels.length, values.length));
    drawCells(sheet, shown * leading + 2 * PADDING);
    drawLines(sheet, labels.slice(0, shown), STYLES.label, PAGE.left + PADDING, sheet.y + PADDING, head);
    drawLines(sheet, values.slice(0, shown), STYLES.cell, PAGE.left + LABEL_WIDTH + PADDING, sheet.y + PADDING, data);
    sheet.y += shown * leading + 2 * PADDING;
    labels = labels.slice(shown);
    values = values.slice(shown);
    if (labels.length > 0 || values.length > 0) nextPage(sheet);
  }
  head.end();
  data.end();
}

function drawCells({ pdf, y }: Sheet, height: number): void {
  decorate(pdf, 'Layout', () => {
    pdf.rect(PAGE.left, y, LABEL_WIDTH, height).fill(LABEL_GROUND);
    pdf.lineWidth(0.5).strokeColor(RULE);
    pdf.rect(PAGE.left, y, CONTENT_WIDTH, height).stroke();
    pdf
      .moveTo(PAGE.left + LABEL_WIDTH, y)
      .lineTo(PAGE.left + LABEL_WIDTH, y + height)
      .stroke();
  });
}

/** What a person has to state, in a box that nobody overlooks. */
function setQuestion(sheet: Sheet, { text, demandedBy }: Question, parent: Element): void {
  const words = PAPER_WORDS[sheet.language];
  const x = PAGE.left + 14;
  const width = CONTENT_WIDTH - 24;
  const parts = [
    { style: STYLES.question, lines: broken(sheet, words.question, width, STYLES.question) },
    { style: STYLES.body, lines: broken(sheet, text, width, STYLES.body) },
    { style: STYLES.demanded, lines: broken(sheet, words.demandedBy(demandedBy), width, STYLES.demanded) },
  ];
  const height = parts.reduce((sum, { style, lines }) => sum + lines.length * style.leading, 0) + 2 * PADDING + 2;
  keepTogether(sheet, height);
  const { pdf, y } = sheet;
  decorate(pdf, 'Layout', () => {
    const shown = Math.min(height, roomLeft(sheet));
    pdf.rect(PAGE.left, y, CONTENT_WIDTH, shown).fill(AMBER_GROUND);
    pdf.lineWidth(0.75).strokeColor(AMBER).rect(PAGE.left, y, CONTENT_WIDTH, shown).stroke();
    pdf.rect(PAGE.left, y, 5, shown).fill(AMBER);
  });
  sheet.y += PADDING;
  const note = child(sheet, parent, 'Note');
  for (const { style, lines } of parts) {
    const element = child(sheet, note, 'P');
    writeLines(sheet, lines, style, x, element);
    element.end();
  }
  note.end();
  sheet.y += PADDING + 2 + GAP;
}

function child({ pdf }: Sheet, parent: Element, tag: string): Element {
  const element = pdf.struct(tag);
  parent.add(element);
  return element;
}
