// Regular expressions in Go's syntax (RE2) as V8's, over text with one character a byte: a character beyond ASCII becomes the
// bytes of its UTF-8 form (https://www.rfc-editor.org/rfc/rfc3629, section 3).
import { clip, LAST_CODE_POINT, type Range, type Ranges } from './code-points.ts';
import { parseGoRegex } from './go-syntax.ts';
import { groupsIn, type Tree } from './regex-tree.ts';

export interface GoRegex {
  readonly regex: RegExp;
  /** How many capturing groups it has. */
  readonly groups: number;
}

/**
 * A pattern in Go's syntax, ready to run on latin1 text.
 *
 * It matches what Go matches on valid UTF-8, but for two things: the Kelvin sign and the long s are no `k` and `s` under
 * `(?i)`, and a repetition that may go on for ever (`.*`) may also end within a character.
 *
 * @param flags V8's, `g` or `y`; all others are of no effect here
 * @returns the reason why it is none, in a few words, in `fault`
 */
export function goRegex(pattern: string, flags: '' | 'g' = ''): GoRegex | { readonly fault: string } {
  try {
    const tree = parseGoRegex(pattern);
    const regex = new RegExp(emit(tree), flags);
    regex.exec(''); // V8 tells only now that an expression is too large
    regex.lastIndex = 0;
    return { regex, groups: groupsIn(tree) };
  } catch (error) {
    if (error instanceof SyntaxError) return { fault: error.message };
    throw error;
  }
}

/** A character of two bytes or more; bytes that are no UTF-8 count as one each. Never two ways to read the same bytes. */
const BEYOND_ASCII = [
  '[\\x80-\\xc1\\xf5-\\xff]',
  '[\\xc2-\\xdf](?:[\\x80-\\xbf]|(?![\\x80-\\xbf]))',
  '[\\xe0-\\xef](?:[\\x80-\\xbf]{2}|[\\x80-\\xbf]?(?![\\x80-\\xbf]))',
  '[\\xf0-\\xf4](?:[\\x80-\\xbf]{3}|[\\x80-\\xbf]{0,2}(?![\\x80-\\xbf]))',
].join('|');

function emit(tree: Tree): string {
  switch (tree.kind) {
    case 'set':
      return tree.bytes ? emitClass(tree.ranges) : emitSet(tree.ranges);
    case 'sequence':
      return tree.items.map((item) => (item.kind === 'choice' ? `(?:${emit(item)})` : emit(item))).join('');
    case 'choice':
      return tree.options.map(emit).join('|');
    case 'group':
      return `(${emit(tree.item)})`;
    case 'repeat':
      return emitRepeat(tree);
    case 'edge':
      return EDGES[tree.edge];
    case 'look':
      return '';
  }
}

const EDGES = {
  'text start': '^',
  'text end': '$',
  'line start': '(?<![^\\n])',
  'line end': '(?![^\\n])',
  word: '\\b',
  'no word': '\\B',
} as const;

function emitRepeat({ item, min, max, lazy }: Extract<Tree, { kind: 'repeat' }>): string {
  const tail = lazy ? '?' : '';
  if (max === Infinity && item.kind === 'set' && !item.bytes && holdsAllBeyondAscii(item.ranges)) {
    // Without an upper bound, bytes do as well as characters, and run far quicker.
    const bytes = emitClass([...clip(item.ranges, 0, 0x7f), [0x80, 0xff]]);
    if (min === 0) return `${bytes}*${tail}`;
    if (min === 1) return `${bytes}+${tail}`;
    return `(?:${emit(item)}{${min}}${bytes}*${tail})`;
  }
  const inner = emit(item);
  const one = item.kind === 'set' || item.kind === 'group' ? inner : `(?:${inner})`;
  if (max === Infinity) return `${one}${min === 0 ? '*' : min === 1 ? '+' : `{${min},}`}${tail}`;
  if (min === 0 && max === 1) return `${one}?${tail}`;
  return `${one}{${min}${min === max ? '' : `,${max}`}}${tail}`;
}

function holdsAllBeyondAscii(ranges: Ranges): boolean {
  return ranges.some(([first, last]) => first <= 0x80 && last === LAST_CODE_POINT);
}

/** One character of the set, as a class or a group. */
function emitSet(ranges: Ranges): string {
  const ascii = clip(ranges, 0, 0x7f);
  const beyond = clip(ranges, 0x80, LAST_CODE_POINT);
  if (beyond.length === 0) return emitClass(ascii);
  const options = ascii.length === 0 ? [] : [emitClass(ascii)];
  if (holdsAllBeyondAscii(ranges)) options.push(BEYOND_ASCII);
  else for (const [first, last] of beyond) options.push(...utf8Options(first, last));
  return `(?:${options.join('|')})`;
}

function emitClass(ranges: Ranges): string {
  const [only] = ranges;
  if (ranges.length === 1 && only && only[0] === only[1]) return escapeByte(only[0]);
  return `[${ranges.map(([first, last]) => (first === last ? escapeByte(first) : `${escapeByte(first)}-${escapeByte(last)}`)).join('')}]`;
}

function escapeByte(byte: number): string {
  const character = String.fromCharCode(byte);
  return /[0-9A-Za-z_]/.test(character) ? character : `\\x${byte.toString(16).padStart(2, '0')}`;
}

/** The UTF-8 forms of a range of code points, each as a sequence of byte classes. */
function utf8Options(first: number, last: number): string[] {
  return scalarRanges(first, last).flatMap(([from, to]) => splitByBytes(from, to));
}

/** Without the surrogates, which UTF-8 has not, and cut where the number of bytes changes. */
function scalarRanges(first: number, last: number): Ranges {
  const lengths: Ranges = [
    [0x80, 0x7ff],
    [0x800, 0xd7ff],
    [0xe000, 0xffff],
    [0x10000, LAST_CODE_POINT],
  ];
  return lengths.flatMap(([from, to]) => clip([[first, last]], from, to));
}

/** Cut until each byte runs through a range of its own, whatever the others are. */
function splitByBytes(first: number, last: number): string[] {
  for (let shift = 6; shift <= 18; shift += 6) {
    const mask = (1 << shift) - 1;
    if ((first & ~mask) === (last & ~mask)) continue;
    if ((first & mask) !== 0) return [...splitByBytes(first, first | mask), ...splitByBytes((first | mask) + 1, last)];
    if ((last & mask) !== mask) {
      return [...splitByBytes(first, (last & ~mask) - 1), ...splitByBytes(last & ~mask, last)];
    }
  }
  const from = Buffer.from(String.fromCodePoint(first), 'utf8');
  const to = Buffer.from(String.fromCodePoint(last), 'utf8');
  return [Array.from(from, (byte, i) => emitClass([[byte, to[i] ?? byte] satisfies Range])).join('')];
}
