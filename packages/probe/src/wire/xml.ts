// XML from strangers: the texts of leaf elements in the order in which they stand, with the path to each. No document
// types, no entities but the five of XML 1.0 and numbers, nothing external: https://www.w3.org/TR/xml/

/** Deeper nesting than any store's reply has; it only serves to grow a stack. */
const MAX_DEPTH = 32;
/** A text longer than this is no name, number or token. */
const MAX_TEXT = 8 * 1024;

/** An element without elements in it. */
export interface XmlLeaf {
  /** Names from the root down, without their prefixes: `ListBucketResult/Contents/Size`. */
  readonly path: string;
  readonly text: string;
}

/**
 * The leaves of a document; it ends without a word where the document is cut off or is none.
 *
 * @returns whether the document was whole: its root element was closed
 */
export function* xmlLeaves(xml: string): Generator<XmlLeaf, boolean> {
  const open: string[] = [];
  let text = '';
  let isLeaf = false;
  let at = 0;
  for (;;) {
    const start = xml.indexOf('<', at);
    if (start < 0) return false;
    if (isLeaf) text += xml.slice(at, Math.min(start, at + MAX_TEXT));
    const mark = markupAt(xml, start);
    if (!mark) return false;
    at = mark.end;
    if (mark.type === 'other') continue;
    if (mark.type === 'close') {
      if (open.at(-1) !== mark.name) return false;
      if (isLeaf) yield { path: open.join('/'), text: withoutEntities(text.slice(0, MAX_TEXT)) };
      open.pop();
      isLeaf = false;
      if (open.length === 0) return true;
      continue;
    }
    if (mark.type === 'empty') {
      yield { path: [...open, mark.name].join('/'), text: '' };
      isLeaf = false;
      if (open.length === 0) return true;
      continue;
    }
    if (open.length === MAX_DEPTH) return false;
    open.push(mark.name);
    isLeaf = true;
    text = '';
  }
}

interface Markup {
  readonly type: 'open' | 'close' | 'empty' | 'other';
  readonly name: string;
  /** The place after it. */
  readonly end: number;
}

function markupAt(xml: string, start: number): Markup | undefined {
  const next = xml[start + 1];
  if (next === '?' || next === '!') {
    const isComment = xml.startsWith('<!--', start);
    const end = xml.indexOf(isComment ? '-->' : '>', start);
    return end < 0 ? undefined : { type: 'other', name: '', end: end + (isComment ? 3 : 1) };
  }
  const end = xml.indexOf('>', start);
  if (end < 0) return undefined;
  const inside = xml.slice(start + 1, Math.min(end, start + MAX_TEXT));
  const name = inside.match(/^\/?(?:[\w.-]{1,100}:)?([\w.-]{1,100})(?=[\s/]|$)/)?.[1];
  if (name === undefined) return undefined;
  const type = inside.startsWith('/') ? 'close' : inside.endsWith('/') ? 'empty' : 'open';
  return { type, name, end: end + 1 };
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function withoutEntities(text: string): string {
  return text.replace(/&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));/g, (whole, name, decimal, hex) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
