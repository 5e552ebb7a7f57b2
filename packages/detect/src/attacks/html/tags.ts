// A fragment of HTML as a browser's tokenizer takes it (html.spec.whatwg.org, 13.2.5): tags with their attributes, closed or not.
// Only what can start a tag is looked at, and no sign more often than a few times.

interface Attribute {
  /** In lower case. */
  readonly name: string;
  readonly value: string;
}

export interface Tag {
  /** In lower case, without a namespace. */
  readonly name: string;
  readonly attributes: readonly Attribute[];
  readonly isClosing: boolean;
  readonly start: number;
  readonly end: number;
}

const MAX_TAGS = 200;
const MAX_ATTRIBUTES = 60;
const MAX_VALUE = 4096;
// biome-ignore lint/suspicious/noControlCharactersInRegex: old browsers skip them, and attacks put them there
const OPENING = /<([\s\x00/?]{0,4})([a-zA-Z][^\s\x00/>"'`<=(]{0,40})/g;
const SPACE = /[\s/\0]*/y;
const NAME = /[^\s/>="'`<][^\s/>=]{0,80}/y;

export function readTags(text: string): readonly Tag[] {
  const tags: Tag[] = [];
  OPENING.lastIndex = 0;
  while (tags.length < MAX_TAGS) {
    const found = OPENING.exec(text);
    if (!found) return tags;
    const [all, before = '', name = ''] = found;
    // `a < b` has a space; only a closing sign or what cannot be seen may stand before the name.
    if (before !== '' && /^[ \t]/.test(before)) continue;
    const { attributes, end } = readAttributes(text, found.index + all.length);
    const local = name.toLowerCase().replace(/^[a-z]+:/, '');
    tags.push({ name: local, attributes, isClosing: before.includes('/'), start: found.index, end });
    // Inside of a tag another may begin, since filters that take tags out leave such things behind.
    OPENING.lastIndex = Math.max(found.index + all.length, Math.min(end, firstOpening(text, found.index + 1)));
  }
  return tags;
}

function firstOpening(text: string, from: number): number {
  const at = text.indexOf('<', from);
  return at < 0 ? text.length : at;
}

function readAttributes(
  text: string,
  from: number,
): { readonly attributes: readonly Attribute[]; readonly end: number } {
  const attributes: Attribute[] = [];
  let at = from;
  while (attributes.length < MAX_ATTRIBUTES) {
    at += matchAt(SPACE, text, at).length;
    const sign = text[at];
    if (sign === undefined || sign === '>') return { attributes, end: at + 1 };
    const name = matchAt(NAME, text, at);
    if (name === '') {
      at += 1;
      continue;
    }
    at += name.length;
    const afterName = at + matchAt(SPACE, text, at).length;
    if (text[afterName] !== '=') {
      attributes.push({ name: name.toLowerCase(), value: '' });
      continue;
    }
    at = afterName + 1;
    at += /^\s{0,20}/.exec(text.slice(at, at + 20))?.[0].length ?? 0;
    const { value, end } = readValue(text, at);
    attributes.push({ name: name.toLowerCase(), value });
    at = end;
  }
  return { attributes, end: at };
}

function readValue(text: string, at: number): { readonly value: string; readonly end: number } {
  const quote = text[at];
  if (quote === '"' || quote === "'" || quote === '`') {
    const close = text.slice(at + 1, at + 1 + MAX_VALUE).indexOf(quote);
    if (close >= 0) return { value: text.slice(at + 1, at + 1 + close), end: at + 2 + close };
  }
  const value = /^[^\s>]{0,4096}/.exec(text.slice(at, at + MAX_VALUE))?.[0] ?? '';
  return { value, end: at + value.length };
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
