// Reads a regular expression in the syntax of Go's package regexp, which is RE2's
// (https://github.com/google/re2/wiki/Syntax, https://pkg.go.dev/regexp/syntax), into a tree over code points.
import {
  clip,
  complement,
  DIGITS,
  foldAscii,
  LAST_CODE_POINT,
  normalise,
  type Range,
  type Ranges,
  size,
  WORD,
} from './code-points.ts';
import { EMPTY, type Tree } from './regex-tree.ts';

/** RE2 refuses more: the expression would grow too large. */
const MOST_REPEATS = 1000;
/** A pattern of ten thousand brackets must not exhaust the stack. */
const DEEPEST_GROUP = 250;
const NEWLINE: Ranges = [[0x0a, 0x0a]];
/** RE2's \s: no vertical tab, nothing beyond ASCII. */
const SPACE: Ranges = [
  [0x09, 0x0a],
  [0x0c, 0x0d],
  [0x20, 0x20],
];

const POSIX: Readonly<Record<string, Ranges>> = {
  alnum: [
    [0x30, 0x39],
    [0x41, 0x5a],
    [0x61, 0x7a],
  ],
  alpha: [
    [0x41, 0x5a],
    [0x61, 0x7a],
  ],
  ascii: [[0, 0x7f]],
  blank: [
    [0x09, 0x09],
    [0x20, 0x20],
  ],
  cntrl: [
    [0, 0x1f],
    [0x7f, 0x7f],
  ],
  digit: DIGITS,
  graph: [[0x21, 0x7e]],
  lower: [[0x61, 0x7a]],
  print: [[0x20, 0x7e]],
  punct: [
    [0x21, 0x2f],
    [0x3a, 0x40],
    [0x5b, 0x60],
    [0x7b, 0x7e],
  ],
  space: [
    [0x09, 0x0d],
    [0x20, 0x20],
  ],
  upper: [[0x41, 0x5a]],
  word: WORD,
  xdigit: [
    [0x30, 0x39],
    [0x41, 0x46],
    [0x61, 0x66],
  ],
};

const CONTROL: Readonly<Record<string, number>> = { a: 7, f: 12, t: 9, n: 10, r: 13, v: 11 };

interface Flags {
  readonly ignoreCase: boolean;
  readonly multiline: boolean;
  readonly dotAll: boolean;
}

interface Reader {
  readonly pattern: readonly string[];
  at: number;
  depth: number;
  flags: Flags;
  readonly names: Set<string>;
}

/**
 * Reads a pattern.
 *
 * @throws SyntaxError with what is wrong with it, in a few words
 */
export function parseGoRegex(pattern: string): Tree {
  const reader: Reader = {
    pattern: [...pattern],
    at: 0,
    depth: 0,
    flags: { ignoreCase: false, multiline: false, dotAll: false },
    names: new Set(),
  };
  const tree = readChoice(reader);
  if (reader.at < reader.pattern.length) throw new SyntaxError('an unexpected )');
  return tree;
}

function peek(reader: Reader, ahead = 0): string | undefined {
  return reader.pattern[reader.at + ahead];
}

function accept(reader: Reader, wanted: string): boolean {
  for (let i = 0; i < wanted.length; i += 1) if (peek(reader, i) !== wanted[i]) return false;
  reader.at += wanted.length;
  return true;
}

function readChoice(reader: Reader): Tree {
  const options = [readSequence(reader)];
  while (accept(reader, '|')) options.push(readSequence(reader));
  return options.length === 1 ? (options[0] ?? EMPTY) : { kind: 'choice', options };
}

function readSequence(reader: Reader): Tree {
  const items: Tree[] = [];
  for (let next = peek(reader); next !== undefined && next !== '|' && next !== ')'; next = peek(reader)) {
    if (accept(reader, '\\Q')) {
      readQuoted(reader, items);
      continue;
    }
    const atom = readAtom(reader);
    if (atom !== undefined) items.push(readRepeat(reader, atom));
  }
  return items.length === 1 ? (items[0] ?? EMPTY) : { kind: 'sequence', items };
}

/** `\Q…\E`; a repetition behind it counts for its last character. */
function readQuoted(reader: Reader, items: Tree[]): void {
  while (reader.at < reader.pattern.length && !accept(reader, '\\E')) {
    items.push(literal(reader, codePoint(peek(reader))));
    reader.at += 1;
  }
  const last = items.pop();
  if (last !== undefined) items.push(readRepeat(reader, last));
}

function readRepeat(reader: Reader, item: Tree): Tree {
  const count = readCount(reader);
  if (count === undefined) return item;
  const [min, max] = count;
  const lazy = accept(reader, '?');
  const behind = reader.at;
  if (readCount(reader) !== undefined) {
    reader.at = behind;
    throw new SyntaxError('a repetition of a repetition');
  }
  return { kind: 'repeat', item, min, max, lazy };
}

function readCount(reader: Reader): readonly [number, number] | undefined {
  if (accept(reader, '*')) return [0, Infinity];
  if (accept(reader, '+')) return [1, Infinity];
  if (accept(reader, '?')) return [0, 1];
  if (peek(reader) !== '{') return undefined;
  const close = reader.pattern.indexOf('}', reader.at);
  const parts = /^(\d{1,9})(?:(,)(\d{0,9}))?$/.exec(
    reader.pattern.slice(reader.at + 1, Math.max(close, reader.at)).join(''),
  );
  if (close === -1 || !parts) return undefined; // a brace that is no count stands for itself
  const min = Number(parts[1]);
  const max = parts[2] === undefined ? min : parts[3] === '' ? Infinity : Number(parts[3]);
  if (min > MOST_REPEATS || (max !== Infinity && max > MOST_REPEATS)) {
    throw new SyntaxError(`a repetition of more than ${MOST_REPEATS}`);
  }
  if (max < min) throw new SyntaxError('a repetition whose upper bound is below its lower one');
  reader.at = close + 1;
  return [min, max];
}

function readAtom(reader: Reader): Tree | undefined {
  const next = peek(reader);
  if (next === '*' || next === '+' || next === '?') throw new SyntaxError(`nothing before ${next} to repeat`);
  reader.at += 1;
  switch (next) {
    case '(':
      return readGroup(reader);
    case '[':
      return { kind: 'set', ranges: readClass(reader) };
    case '.':
      return {
        kind: 'set',
        ranges: reader.flags.dotAll ? [[0, LAST_CODE_POINT]] : complement(NEWLINE, LAST_CODE_POINT),
      };
    case '^':
      return { kind: 'edge', edge: reader.flags.multiline ? 'line start' : 'text start' };
    case '$':
      return { kind: 'edge', edge: reader.flags.multiline ? 'line end' : 'text end' };
    case '\\':
      return readEscape(reader);
    default:
      return literal(reader, codePoint(next));
  }
}

function readGroup(reader: Reader): Tree | undefined {
  reader.depth += 1;
  if (reader.depth > DEEPEST_GROUP) throw new SyntaxError(`brackets nested deeper than ${DEEPEST_GROUP}`);
  const outer = reader.flags;
  let capturing = true;
  if (accept(reader, '?')) {
    if (accept(reader, 'P<') || (peek(reader) === '<' && peek(reader, 1) !== '=' && peek(reader, 1) !== '!')) {
      accept(reader, '<');
      readName(reader);
    } else if (readFlags(reader) === 'for the rest') {
      reader.depth -= 1;
      return undefined;
    } else capturing = false;
  }
  const item = readChoice(reader);
  if (!accept(reader, ')')) throw new SyntaxError('a missing )');
  reader.flags = outer;
  reader.depth -= 1;
  return capturing ? { kind: 'group', item } : item;
}

function readName(reader: Reader): void {
  const close = reader.pattern.indexOf('>', reader.at);
  const name = reader.pattern.slice(reader.at, Math.max(close, reader.at)).join('');
  if (close === -1 || !/^\w+$/.test(name)) throw new SyntaxError('a group name that is no word');
  if (reader.names.has(name)) throw new SyntaxError('two groups of one name');
  reader.names.add(name);
  reader.at = close + 1;
}

/** `i`, `m`, `s`, `U` and `-`, up to `)`: for the rest of this group, or up to `:`: for a group of their own. */
function readFlags(reader: Reader): 'for the rest' | 'for the group' {
  let { ignoreCase, multiline, dotAll } = reader.flags;
  let on = true;
  let signed = false;
  let named = 0;
  for (;;) {
    const next = peek(reader);
    reader.at += 1;
    if (next === 'i') ignoreCase = on;
    else if (next === 'm') multiline = on;
    else if (next === 's') dotAll = on;
    else if (next === 'U') throw new SyntaxError('the flag U (greedy and lazy swapped): write the lazy forms out');
    else if (next === '-' && !signed) {
      signed = true;
      on = false;
      named = 0;
      continue;
    } else if ((next === ')' || next === ':') && (!signed || named > 0)) {
      reader.flags = { ignoreCase, multiline, dotAll };
      return next === ')' ? 'for the rest' : 'for the group';
    } else if (next === '=' || next === '!' || next === '<') {
      throw new SyntaxError('a look ahead or behind, which RE2 does not have');
    } else throw new SyntaxError('an unknown group (?…');
    named += 1;
  }
}

function readEscape(reader: Reader): Tree {
  const next = peek(reader);
  switch (next) {
    case 'A':
      reader.at += 1;
      return { kind: 'edge', edge: 'text start' };
    case 'z':
      reader.at += 1;
      return { kind: 'edge', edge: 'text end' };
    case 'b':
      reader.at += 1;
      return { kind: 'edge', edge: 'word' };
    case 'B':
      reader.at += 1;
      return { kind: 'edge', edge: 'no word' };
    case 'C':
      reader.at += 1;
      return { kind: 'set', ranges: [[0, 0xff]], bytes: true };
    default: {
      const ranges = readClassEscape(reader);
      if (ranges) return { kind: 'set', ranges: folded(reader, ranges) };
      return literal(reader, readCharacterEscape(reader));
    }
  }
}

/** `\d`, `\pL` and their like, just behind the backslash; undefined where it is none of them. */
function readClassEscape(reader: Reader): Ranges | undefined {
  const next = peek(reader);
  const negated = next === 'D' || next === 'S' || next === 'W' || next === 'P';
  let ranges: Ranges;
  if (next === 'd' || next === 'D') ranges = DIGITS;
  else if (next === 's' || next === 'S') ranges = SPACE;
  else if (next === 'w' || next === 'W') ranges = WORD;
  else if (next === 'p' || next === 'P') {
    reader.at += 1;
    return readProperty(reader, negated);
  } else return undefined;
  reader.at += 1;
  return negated ? complement(ranges, LAST_CODE_POINT) : ranges;
}

function readProperty(reader: Reader, outerNegated: boolean): Ranges {
  let name = peek(reader) ?? '';
  reader.at += 1;
  if (name === '{') {
    const close = reader.pattern.indexOf('}', reader.at);
    if (close === -1) throw new SyntaxError('a \\p{ without }');
    name = reader.pattern.slice(reader.at, close).join('');
    reader.at = close + 1;
  }
  const negated = name.startsWith('^') !== outerNegated;
  const ranges = unicodeProperty(name.replace(/^\^/, ''));
  return negated ? complement(ranges, LAST_CODE_POINT) : ranges;
}

const properties = new Map<string, Ranges>();

function unicodeProperty(name: string): Ranges {
  const known = properties.get(name);
  if (known) return known;
  if (name === 'Any') return [[0, LAST_CODE_POINT]];
  const test = ['General_Category', 'Script'].map((property) => {
    try {
      return /^\w+$/.test(name) ? new RegExp(`^\\p{${property}=${name}}$`, 'u') : undefined;
    } catch {
      return undefined;
    }
  });
  const member = test.find((one) => one !== undefined);
  if (!member) throw new SyntaxError('an unknown \\p class');
  const ranges: Range[] = [];
  let first = -1;
  for (let point = 0; point <= LAST_CODE_POINT + 1; point += 1) {
    const inside = point <= LAST_CODE_POINT && member.test(String.fromCodePoint(point));
    if (inside && first === -1) first = point;
    if (!inside && first !== -1) {
      ranges.push([first, point - 1]);
      first = -1;
    }
  }
  properties.set(name, ranges);
  return ranges;
}

/** An escape for one character, just behind the backslash. */
function readCharacterEscape(reader: Reader): number {
  const next = peek(reader);
  if (next === undefined) throw new SyntaxError('a \\ at the end');
  if (next === '0' || (/[1-7]/.test(next) && /[0-7]/.test(peek(reader, 1) ?? ''))) {
    const digits = /^[0-7]{1,3}/.exec(reader.pattern.slice(reader.at, reader.at + 3).join(''))?.[0] ?? '0';
    reader.at += digits.length;
    return Number.parseInt(digits, 8);
  }
  reader.at += 1;
  if (next === 'x') return readHex(reader);
  const control = CONTROL[next];
  if (control !== undefined) return control;
  const point = codePoint(next);
  if (point < 0x80 && !/[0-9A-Za-z]/.test(next)) return point;
  throw new SyntaxError(/[1-9]/.test(next) ? 'a reference to a group, which RE2 does not have' : 'an unknown escape');
}

function readHex(reader: Reader): number {
  const rest = reader.pattern.slice(reader.at, reader.at + 12).join('');
  const parts = /^(?:([0-9A-Fa-f]{2})|\{([0-9A-Fa-f]{1,8})\})/.exec(rest);
  const point = Number.parseInt(parts?.[1] ?? parts?.[2] ?? '', 16);
  if (!parts || !(point <= LAST_CODE_POINT)) throw new SyntaxError('a \\x without a code point');
  reader.at += parts[0].length;
  return point;
}

/** A class, just behind its `[`. */
function readClass(reader: Reader): Ranges {
  const negated = accept(reader, '^');
  let ranges: Range[] = [];
  for (let first = true; first || peek(reader) !== ']'; first = false) {
    if (peek(reader) === undefined) throw new SyntaxError('a missing ]');
    const named = readPosix(reader) ?? (peek(reader) === '\\' ? readEscapedClass(reader) : undefined);
    if (named) {
      ranges = ranges.concat(named);
      continue;
    }
    const from = readClassCharacter(reader);
    let to = from;
    if (peek(reader) === '-' && peek(reader, 1) !== ']' && peek(reader, 1) !== undefined) {
      reader.at += 1;
      to = readClassCharacter(reader);
      if (to < from) throw new SyntaxError('a range from a later to an earlier character');
    }
    ranges.push([from, to]);
  }
  reader.at += 1;
  const set = folded(reader, normalise(ranges));
  return negated ? complement(set, LAST_CODE_POINT) : set;
}

function readEscapedClass(reader: Reader): Ranges | undefined {
  reader.at += 1;
  const ranges = readClassEscape(reader);
  if (!ranges) reader.at -= 1;
  return ranges;
}

function readPosix(reader: Reader): Ranges | undefined {
  if (peek(reader) !== '[' || peek(reader, 1) !== ':') return undefined;
  const parts = /^\[:(\^?)(\w+):\]/.exec(reader.pattern.slice(reader.at, reader.at + 20).join(''));
  if (!parts) return undefined;
  const ranges = Object.hasOwn(POSIX, parts[2] ?? '') ? POSIX[parts[2] ?? ''] : undefined;
  if (!ranges) throw new SyntaxError('an unknown class [:…:]');
  reader.at += parts[0].length;
  return parts[1] === '^' ? complement(ranges, LAST_CODE_POINT) : ranges;
}

function readClassCharacter(reader: Reader): number {
  const next = peek(reader);
  reader.at += 1;
  if (next === '\\') return readCharacterEscape(reader);
  if (next === undefined) throw new SyntaxError('a missing ]');
  return codePoint(next);
}

function literal(reader: Reader, point: number): Tree {
  return { kind: 'set', ranges: folded(reader, [[point, point]]) };
}

function codePoint(character: string | undefined): number {
  return character?.codePointAt(0) ?? 0;
}

/** Sets up to this size get the other cases of their members beyond ASCII, one by one. */
const MOST_FOLDED = 4096;

/**
 * The set with both cases, where case is ignored. ASCII letters fold to ASCII letters only: the Kelvin sign and the long s,
 * which RE2 takes for k and s, would make a three-byte alternative of every k.
 */
function folded(reader: Reader, ranges: Ranges): Ranges {
  if (!reader.flags.ignoreCase) return ranges;
  const beyond = clip(ranges, 0x80, LAST_CODE_POINT);
  const more: Range[] = [];
  if (size(beyond) <= MOST_FOLDED) {
    for (const [first, last] of beyond) {
      for (let point = first; point <= last; point += 1) {
        const character = String.fromCodePoint(point);
        for (const other of [character.toLowerCase(), character.toUpperCase()]) {
          if ([...other].length === 1) more.push([codePoint(other), codePoint(other)]);
        }
      }
    }
  }
  return foldAscii(more.length === 0 ? ranges : normalise([...ranges, ...more]));
}
