// Reads a V8 regular expression (https://tc39.es/ecma262/#sec-patterns) into a tree over bytes, to learn which words every
// match has. Only for expressions without the flags u and v, which latin1 text has no use for.
import { clip, complement, DIGITS, foldAscii, normalise, type Range, type Ranges, WORD } from './code-points.ts';
import { EMPTY, type Tree } from './regex-tree.ts';

const LAST_BYTE = 0xff;
const ANY: Ranges = [[0, LAST_BYTE]];
const LINE_ENDS: Ranges = [
  [0x0a, 0x0a],
  [0x0d, 0x0d],
];
const SPACE: Ranges = [
  [0x09, 0x0d],
  [0x20, 0x20],
  [0xa0, 0xa0],
];
const CONTROL: Readonly<Record<string, number>> = { f: 12, n: 10, r: 13, t: 9, v: 11 };
const DEEPEST_GROUP = 500;

interface Reader {
  readonly source: string;
  at: number;
  depth: number;
  ignoreCase: boolean;
  multiline: boolean;
  dotAll: boolean;
}

/** The tree of a regular expression, or undefined where it uses what this reader does not know. */
export function treeOf(regex: RegExp): Tree | undefined {
  if (regex.unicode || regex.unicodeSets) return undefined;
  const { source, ignoreCase, multiline, dotAll } = regex;
  try {
    return readChoice({ source, at: 0, depth: 0, ignoreCase, multiline, dotAll });
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function accept(reader: Reader, wanted: string): boolean {
  if (!reader.source.startsWith(wanted, reader.at)) return false;
  reader.at += wanted.length;
  return true;
}

/** What a sticky expression matches at the reader's place, or undefined. */
function take(reader: Reader, form: RegExp): RegExpExecArray | undefined {
  form.lastIndex = reader.at;
  const found = form.exec(reader.source);
  if (!found) return undefined;
  reader.at += found[0].length;
  return found;
}

function readChoice(reader: Reader): Tree {
  const options = [readSequence(reader)];
  while (accept(reader, '|')) options.push(readSequence(reader));
  return options.length === 1 ? (options[0] ?? EMPTY) : { kind: 'choice', options };
}

function readSequence(reader: Reader): Tree {
  const items: Tree[] = [];
  for (let next = reader.source[reader.at]; next !== undefined && next !== '|' && next !== ')'; ) {
    items.push(readRepeat(reader, readAtom(reader)));
    next = reader.source[reader.at];
  }
  return items.length === 1 ? (items[0] ?? EMPTY) : { kind: 'sequence', items };
}

const COUNT_SIGNS = '*+?{';

function readRepeat(reader: Reader, item: Tree): Tree {
  if (!COUNT_SIGNS.includes(reader.source[reader.at] ?? ' ')) return item;
  const count = take(reader, /(?:([*+?])|\{(\d+)(,?)(\d*)\})(\??)/y);
  if (!count) return item;
  const [, sign, least, comma, most, lazy] = count;
  const min = sign ? (sign === '+' ? 1 : 0) : Number(least);
  const max = sign ? (sign === '?' ? 1 : Infinity) : most ? Number(most) : comma ? Infinity : min;
  return { kind: 'repeat', item, min, max, lazy: lazy === '?' };
}

function readAtom(reader: Reader): Tree {
  const next = reader.source[reader.at];
  reader.at += 1;
  switch (next) {
    case '(':
      return readGroup(reader);
    case '[':
      return { kind: 'set', ranges: readClass(reader) };
    case '.':
      return { kind: 'set', ranges: reader.dotAll ? ANY : complement(LINE_ENDS, LAST_BYTE) };
    case '^':
      return { kind: 'edge', edge: reader.multiline ? 'line start' : 'text start' };
    case '$':
      return { kind: 'edge', edge: reader.multiline ? 'line end' : 'text end' };
    case '\\':
      return readEscape(reader);
    default:
      return character(reader, next?.charCodeAt(0) ?? 0);
  }
}

function readGroup(reader: Reader): Tree {
  reader.depth += 1;
  if (reader.depth > DEEPEST_GROUP) throw new SyntaxError('brackets nested too deep');
  const { ignoreCase, multiline, dotAll } = reader;
  const look = take(reader, /\?<?[=!]/y)?.[0];
  const flags = look ? undefined : take(reader, /\?([ims]*)(?:-([ims]*))?:/y);
  const capturing = !look && !flags && (take(reader, /\?<[^>]*>/y) !== undefined || reader.source[reader.at] !== '?');
  if (!look && !flags && !capturing) throw new SyntaxError('an unknown group');
  setFlags(reader, flags?.[1] ?? '', true);
  setFlags(reader, flags?.[2] ?? '', false);
  const item = readChoice(reader);
  if (!accept(reader, ')')) throw new SyntaxError('a missing )');
  Object.assign(reader, { ignoreCase, multiline, dotAll });
  reader.depth -= 1;
  if (look) return look === '?!' ? { kind: 'look', never: item } : { kind: 'look' };
  return capturing ? { kind: 'group', item } : item;
}

function setFlags(reader: Reader, flags: string, on: boolean): void {
  if (flags.includes('i')) reader.ignoreCase = on;
  if (flags.includes('m')) reader.multiline = on;
  if (flags.includes('s')) reader.dotAll = on;
}

function readEscape(reader: Reader): Tree {
  if (accept(reader, 'b')) return { kind: 'edge', edge: 'word' };
  if (accept(reader, 'B')) return { kind: 'edge', edge: 'no word' };
  if (/[1-9k]/.test(reader.source[reader.at] ?? '') && take(reader, /[1-9]\d*|k<[^>]*>/y)) {
    // A reference to a group repeats what stood there: anything, for what is asked here.
    return { kind: 'repeat', item: { kind: 'set', ranges: ANY }, min: 0, max: Infinity, lazy: false };
  }
  const ranges = readClassEscape(reader);
  return ranges ? { kind: 'set', ranges } : character(reader, readCharacterEscape(reader));
}

const CLASS_NAMES: ReadonlySet<string> = new Set('dDsSwW');

function readClassEscape(reader: Reader): Ranges | undefined {
  const name = reader.source[reader.at] ?? '';
  if (!CLASS_NAMES.has(name)) return undefined;
  reader.at += 1;
  const lower = name.toLowerCase();
  const ranges = lower === 'd' ? DIGITS : lower === 's' ? SPACE : WORD;
  return name === lower ? ranges : complement(ranges, LAST_BYTE);
}

function readCharacterEscape(reader: Reader): number {
  const next = reader.source[reader.at];
  if (next === 'x' || next === 'u') {
    const hex = take(reader, /x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})/y);
    if (hex) return Number.parseInt(hex[1] ?? hex[2] ?? '', 16);
  }
  const control = next === 'c' ? take(reader, /c([A-Za-z])/y)?.[1] : undefined;
  if (control !== undefined) return control.charCodeAt(0) % 32;
  if (next === undefined) throw new SyntaxError('a \\ at the end');
  reader.at += 1;
  if (next === '0') return 0;
  return CONTROL[next] ?? next.charCodeAt(0);
}

function readClass(reader: Reader): Ranges {
  const negated = accept(reader, '^');
  const ranges: Range[] = [];
  while (!accept(reader, ']')) {
    if (reader.at >= reader.source.length) throw new SyntaxError('a missing ]');
    const from = readClassMember(reader);
    if (typeof from !== 'number') {
      ranges.push(...from);
      continue;
    }
    const behind = reader.at;
    const to = accept(reader, '-') && reader.source[reader.at] !== ']' ? readClassMember(reader) : undefined;
    if (typeof to === 'number') ranges.push([from, to]);
    else {
      reader.at = behind;
      ranges.push([from, from]);
      if (to !== undefined) {
        // `a-\d`: three members.
        accept(reader, '-');
        ranges.push([0x2d, 0x2d]);
      }
    }
  }
  const inOrder = clip(normalise(ranges), 0, LAST_BYTE);
  const set = reader.ignoreCase ? foldLatin1(inOrder) : inOrder;
  return negated ? complement(set, LAST_BYTE) : set;
}

function readClassMember(reader: Reader): number | Ranges {
  const next = reader.source[reader.at] ?? '';
  reader.at += 1;
  if (next !== '\\') return next.charCodeAt(0);
  if (accept(reader, 'b')) return 8;
  return readClassEscape(reader) ?? readCharacterEscape(reader);
}

function character(reader: Reader, code: number): Tree {
  const trees = reader.ignoreCase ? BYTES_OF_ANY_CASE : BYTES;
  return trees[code] ?? { kind: 'set', ranges: [] };
}

/** With both cases where case is ignored, those of latin1's letters too: V8 folds them. */
function foldLatin1(ranges: Ranges): Ranges {
  const lowered = clip(ranges, 0xc0, 0xde).map(([first, last]): Range => [first + 0x20, last + 0x20]);
  const raised = clip(ranges, 0xe0, 0xfe).map(([first, last]): Range => [first - 0x20, last - 0x20]);
  return foldAscii(normalise([...ranges, ...lowered, ...raised]));
}

/** The tree of each character, made once: expressions consist of them. */
const BYTES = Array.from({ length: 256 }, (_, byte): Tree => ({ kind: 'set', ranges: [[byte, byte]] }));
const BYTES_OF_ANY_CASE = Array.from(
  { length: 256 },
  (_, byte): Tree => ({ kind: 'set', ranges: foldLatin1([[byte, byte]]) }),
);
