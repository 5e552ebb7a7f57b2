// A letter as text that a person can edit and hand back: Markdown, with what a block is about as a comment above it.
//
//   <!-- nature -->
//   By mistake, a place where we keep data stood open.
//
// A comment holds for what follows it until the next comment or heading, so that a paragraph may be split. A question stands as
// `[?] text`; whoever writes something else in its place has answered it.
import { FACTS, type FactName } from '../../facts/definitions.ts';
import type { Block, Question } from '../notice.ts';

const QUESTION = '[?] ';
/** How a line begins that is no paragraph. */
const BLOCK_START = /^(?:#{1,3} |- |\| |\[\?\] |<!--|\\)/;

/** The letter as marked text. */
export function markedText(blocks: readonly Block[]): string {
  let above: readonly string[] = [];
  const parts = blocks.map((block) => {
    const marks = block.marks ?? [];
    const isSame = block.kind === 'heading' || (marks.join() === above.join() && block.kind !== 'question');
    above = block.kind === 'heading' ? [] : marks;
    return isSame ? written(block) : `${comment(block)}\n${written(block)}`;
  });
  return `${parts.join('\n\n')}\n`;
}

function comment(block: Block): string {
  const marks = (block.marks ?? []).join(' ');
  if (block.kind !== 'question') return marks === '' ? '<!-- -->' : `<!-- ${marks} -->`;
  const { id, fact = '', demandedBy } = block.question;
  return `<!-- ${[marks, id, fact, demandedBy].join(' | ')} -->`;
}

function written(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${oneLine(block.text)}`;
    case 'paragraph':
      return escaped(oneLine(block.text));
    case 'list':
      return block.items.map((item) => `- ${oneLine(item)}`).join('\n');
    case 'table':
      return block.rows.map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');
    case 'question':
      return `${QUESTION}${oneLine(block.question.text)}`;
  }
}

function oneLine(text: string): string {
  return text.trim().replace(/\s*\n\s*/g, ' ');
}

function escaped(text: string): string {
  return BLOCK_START.test(text) ? `\\${text}` : text;
}

function cell(text: string): string {
  return oneLine(text).replace(/[\\|]/g, '\\$&');
}

/** What the last comment says of the blocks below it. */
interface Above {
  readonly marks: readonly string[];
  readonly question: Omit<Question, 'text'>;
}

const NOTHING_ABOVE: Above = { marks: [], question: { id: 'question', demandedBy: 'Article 34(2)' } };

/**
 * Reads marked text back, as a person left it.
 *
 * @returns the blocks with their marks; text without a comment above it has none
 */
export function readMarkedText(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let above = NOTHING_ABOVE;
  for (const part of partsOf(text)) {
    const comment = /^<!--(.*)-->$/.exec(part[0] ?? '')?.[1];
    if (comment !== undefined) above = readComment(comment);
    else blocks.push(readBlock(part, above));
    if (blocks.at(-1)?.kind === 'heading' && comment === undefined) above = NOTHING_ABOVE;
  }
  return blocks;
}

/** Lines that belong together: up to an empty line, a comment, a heading, a question, or a change between list, table and text. */
function partsOf(text: string): readonly (readonly [string, ...string[]])[] {
  const parts: [string, ...string[]][] = [];
  let isOpen = false;
  for (const line of text.split(/\r?\n/).map((one) => one.trimEnd())) {
    const last = parts.at(-1);
    if (line === '') isOpen = false;
    else if (isOpen && last !== undefined && continues(last[0], line)) last.push(line);
    else {
      parts.push([line]);
      isOpen = true;
    }
  }
  return parts;
}

function continues(first: string, line: string): boolean {
  const start = (text: string) => BLOCK_START.exec(text)?.[0] ?? '';
  if (/^(?:#|<!--|\[\?\])/.test(first)) return false;
  return start(line) === '' || (start(line) === start(first) && /^[-|]/.test(line));
}

function readComment(comment: string): Above {
  const [marks = '', id = '', fact = '', demandedBy = ''] = comment.split('|').map((field) => field.trim());
  const question = id === '' ? NOTHING_ABOVE.question : { id, demandedBy, ...(isFactName(fact) && { fact }) };
  return { marks: marks.split(/\s+/).filter((mark) => mark !== ''), question };
}

function isFactName(name: string): name is FactName {
  return Object.hasOwn(FACTS, name);
}

function readBlock(lines: readonly [string, ...string[]], { marks, question }: Above): Block {
  const [first] = lines;
  const marked = marks.length === 0 ? {} : { marks };
  const hashes = /^(#{1,3}) /.exec(first)?.[1];
  if (hashes !== undefined) return { kind: 'heading', level: levelOf(hashes), text: first.slice(hashes.length + 1) };
  if (first.startsWith(QUESTION)) {
    return { kind: 'question', question: { ...question, text: first.slice(QUESTION.length) }, ...marked };
  }
  if (first.startsWith('- ')) return { kind: 'list', items: itemsOf(lines), ...marked };
  if (first.startsWith('| ')) return { kind: 'table', rows: lines.map(rowOf), ...marked };
  return { kind: 'paragraph', text: lines.join(' ').replace(/^\\/, ''), ...marked };
}

function levelOf(hashes: string): 1 | 2 | 3 {
  return hashes.length === 1 ? 1 : hashes.length === 2 ? 2 : 3;
}

/** A line that begins no item goes on with the one before it. */
function itemsOf(lines: readonly string[]): readonly string[] {
  return lines
    .join('\n')
    .split(/^- /m)
    .slice(1)
    .map((item) => item.trim().replace(/\s*\n\s*/g, ' '));
}

/** Cells between bars; a bar or a backslash within a cell has a backslash before it. */
function rowOf(line: string): readonly [string, string] {
  const cells = [...line.matchAll(/(?:\\.|[^\\|])+/g)].map(([one]) => one.trim().replace(/\\([\\|])/g, '$1'));
  return [cells[0] ?? '', cells[1] ?? ''];
}
