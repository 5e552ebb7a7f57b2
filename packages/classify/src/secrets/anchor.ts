// Where to look for an expression's matches: words that stand in every match, each with what has to follow it.
import { clip, foldAscii, has, normalise, type Ranges, size, WORD } from './code-points.ts';
import { lengths, type Tree } from './regex-tree.ts';

interface Anchor {
  /** Lower-case latin1: a word that the trigger pass looks for. */
  readonly word: string;
  /** Bytes of the tail before the word. */
  readonly offset: number;
}

/** One way in which a match can go. */
interface Way {
  readonly anchors: readonly Anchor[];
  /** From the first byte that the anchors' words depend on to the end of the match. */
  readonly tail: readonly Tree[];
  /**
   * Lower-case latin1 words of which one has to follow somewhere. Only for tails that may go on for long (`curl … -u`); empty
   * otherwise.
   */
  readonly followers: readonly string[];
  /** Bytes of which one has to come soon, such as the sign between a name and its value. */
  readonly sign: Sign | undefined;
}

export interface Sign {
  /** 1 for each byte that is one. */
  readonly isSign: Uint8Array;
  /** Where the first can stand, and where the last: bytes from the beginning of the tail. */
  readonly first: number;
  readonly last: number;
}

export interface AnchorPlan {
  readonly ways: readonly Way[];
  /** Most bytes of a match before its tail. */
  readonly lead: number;
  /** Whether every match has one of the keywords that were given. */
  readonly impliesKeyword: boolean;
}

/** A word of our own choice has to have this length, or it would be met everywhere. */
const SHORTEST_OWN_WORD = 3;
const LONGEST_WORD = 24;
const MOST_WORDS = 64;
/** A start is tried at each of these bytes before a hit. */
const LONGEST_LEAD = 512;
const MOST_WAYS = 32;
const DEEPEST_SPLIT = 3;

/**
 * Finds the words.
 *
 * @param keywords lower-case latin1; preferred to words of our own
 * @returns undefined where there are no such words: then the whole text has to be searched
 */
export function anchorPlan(tree: Tree, keywords: readonly string[]): AnchorPlan | undefined {
  const found = waysOf(flatten(tree), { keywords, beginnings: new Map() }, 0);
  if (!found || found.length > MOST_WAYS) return undefined;
  return {
    ways: found,
    lead: Math.max(...found.map((way) => way.lead)),
    impliesKeyword: found.every((way) => way.impliesKeyword),
  };
}

/** What is known while the ways of one expression are looked for. */
interface Outlook {
  readonly keywords: readonly string[];
  readonly beginnings: Beginnings;
}

interface FoundWay extends Way {
  readonly lead: number;
  readonly impliesKeyword: boolean;
}

/** The items of a tree in a row, groups and sequences opened. */
function flatten(tree: Tree): readonly Tree[] {
  if (tree.kind === 'group') return flatten(tree.item);
  if (tree.kind === 'sequence') return tree.items.flatMap(flatten);
  if (tree.kind === 'repeat' && tree.min === 1 && tree.max === 1) return flatten(tree.item);
  return [tree];
}

function waysOf(items: readonly Tree[], outlook: Outlook, depth: number): readonly FoundWay[] | undefined {
  const single = bestWay(items, outlook);
  if (single) return [single];
  if (depth === DEEPEST_SPLIT) return undefined;
  for (const [at, item] of items.entries()) {
    if (item.kind !== 'choice') continue;
    const split = item.options.map((option) =>
      waysOf([...items.slice(0, at), ...flatten(option), ...items.slice(at + 1)], outlook, depth + 1),
    );
    const whole = split.filter((ways) => ways !== undefined);
    if (whole.length === split.length) return whole.flat();
  }
  return undefined;
}

function bestWay(items: readonly Tree[], outlook: Outlook): FoundWay | undefined {
  let best: { way: FoundWay; score: number } | undefined;
  let lead = 0;
  for (const [at, item] of items.entries()) {
    if (lead > LONGEST_LEAD) break;
    const words = beginningsFrom(items, at, outlook.beginnings).map(({ text }) => anchorIn(text, outlook.keywords));
    if (words.every((word) => word !== undefined)) {
      const impliesKeyword = words.every((word) => word.isKeyword);
      const shortest = Math.min(...words.map(({ word }) => word.length));
      const anchors = distinct(words.map(({ word, offset }) => ({ word, offset })));
      const score = Math.min(shortest, 10) * 10 + (impliesKeyword ? 50 : 0) - 4 * anchors.length - lead / 10;
      if (!best || score > best.score)
        best = { way: { anchors, tail: items.slice(at), followers: [], sign: undefined, lead, impliesKeyword }, score };
    }
    lead += lengths(item).max;
  }
  return (
    best && { ...best.way, followers: followersIn(best.way.tail, outlook.beginnings), sign: signIn(best.way.tail) }
  );
}

/** A tail shorter than this is walked through faster than a word is looked for. */
const LONG_TAIL = 1024;
const MOST_FOLLOWERS = 16;

function followersIn(tail: readonly Tree[], beginnings: Beginnings): readonly string[] {
  if (lengths({ kind: 'sequence', items: tail }).max < LONG_TAIL) return [];
  let best: readonly string[] = [];
  let longest = 1;
  // What stands before the part that may go on for long is met at once.
  const long = tail.findIndex((item) => lengths(item).max >= LONG_TAIL);
  // Long only as a whole: there is no part that goes on, and none behind it to wait for.
  if (long === -1) return [];
  const first = long + 1;
  for (let at = first; at < tail.length; at += 1) {
    const words = [...new Set(beginningsFrom(tail, at, beginnings, MOST_FOLLOWERS).map(({ text }) => text))];
    const shortest = Math.min(...words.map(({ length }) => length));
    const tellsLittle = words.some((word) => new Set(word).size < 2); // `-----` stands everywhere, and at each byte
    if (words.length > MOST_FOLLOWERS || shortest <= longest || tellsLittle) continue;
    best = words;
    longest = shortest;
  }
  return best;
}

const FURTHEST_SIGN = 64;
const MOST_SIGNS = 12;

function signIn(tail: readonly Tree[]): Sign | undefined {
  let first = 0;
  let last = 0;
  for (const item of tail) {
    const { min, max } = lengths(item);
    const bytes = min > 0 ? firstBytes(item) : [];
    const isTelling = bytes.length > 0 && !bytes.some(([from, to]) => overlapsWords(from, to));
    if (isTelling && last > first + 1 && size(bytes) <= MOST_SIGNS) {
      const isSign = Uint8Array.from({ length: 256 }, (_, byte) => (has(bytes, byte) ? 1 : 0));
      return { isSign, first, last };
    }
    first += min;
    last += max;
    if (last > FURTHEST_SIGN) return undefined;
  }
  return undefined;
}

/** Letters, digits, `_` and white space are too common to tell anything. */
function overlapsWords(from: number, to: number): boolean {
  return [...WORD, [0x09, 0x0d] as const, [0x20, 0x20] as const].some(([first, last]) => from <= last && first <= to);
}

/** Bytes that a match of the tree can begin with, where it has any. */
function firstBytes(tree: Tree): Ranges {
  switch (tree.kind) {
    case 'set':
      return tree.ranges;
    case 'group':
    case 'repeat':
      return firstBytes(tree.item);
    case 'choice':
      return normalise(tree.options.flatMap(firstBytes));
    case 'sequence': {
      const end = tree.items.findIndex((item) => lengths(item).min > 0);
      return normalise(tree.items.slice(0, end === -1 ? undefined : end + 1).flatMap(firstBytes));
    }
    default:
      return [];
  }
}

function distinct(anchors: readonly Anchor[]): readonly Anchor[] {
  return [...new Map(anchors.map((anchor) => [`${anchor.offset} ${anchor.word}`, anchor])).values()];
}

function anchorIn(text: string, keywords: readonly string[]): (Anchor & { readonly isKeyword: boolean }) | undefined {
  let found: Anchor | undefined;
  for (const word of keywords) {
    const offset = text.indexOf(word);
    if (offset === -1) continue;
    if (!found || offset < found.offset || (offset === found.offset && word.length > found.word.length)) {
      found = { word, offset };
    }
  }
  if (found) return { ...found, isKeyword: true };
  return text.length < SHORTEST_OWN_WORD ? undefined : { word: text, offset: 0, isKeyword: false };
}

/** How a match of the items can begin: lower-case text that is fixed, and whether more could be fixed behind it. */
interface Beginning {
  readonly text: string;
  readonly open: boolean;
}

const NOTHING_FIXED: readonly Beginning[] = [{ text: '', open: true }];
const NOTHING: readonly Beginning[] = [{ text: '', open: false }];

/** How each item can begin, once it was asked: an item stands in many tails. */
type Beginnings = Map<Tree, readonly Beginning[]>;

function beginningsFrom(
  items: readonly Tree[],
  from: number,
  known: Beginnings,
  most = MOST_WORDS,
): readonly Beginning[] {
  let all = NOTHING;
  for (let at = from; at < items.length && all.some(({ open }) => !open); at += 1) {
    const longer = extend(all, beginningsOf(items[at] as Tree, known));
    if (longer.length > most) break;
    all = longer;
  }
  return all;
}

function extend(heads: readonly Beginning[], tails: readonly Beginning[]): readonly Beginning[] {
  if (tails === NOTHING) return heads;
  const [head, tail] = [heads[0], tails[0]];
  if (head && tail && heads.length === 1 && tails.length === 1) return [joined(head, tail)];
  return extendAll(heads, tails);
}

function extendAll(heads: readonly Beginning[], tails: readonly Beginning[]): readonly Beginning[] {
  const all: Beginning[] = [];
  const known = [new Set<string>(), new Set<string>()] as const;
  for (const head of heads) {
    for (const tail of head.open ? NOTHING : tails) {
      const one = joined(head, tail);
      const same = known[one.open ? 0 : 1];
      if (same.has(one.text)) continue;
      same.add(one.text);
      all.push(one);
    }
    if (all.length > MOST_WORDS) break;
  }
  return all;
}

function joined(head: Beginning, tail: Beginning): Beginning {
  if (head.open) return head;
  const text = head.text + tail.text;
  const open = tail.open || text.length >= LONGEST_WORD;
  return { text: text.length > LONGEST_WORD ? text.slice(0, LONGEST_WORD) : text, open };
}

/** Sets with more members than this count as anything. */
const MOST_SPELLINGS = 4;

function beginningsOf(item: Tree, known: Beginnings): readonly Beginning[] {
  const old = known.get(item);
  if (old) return old;
  const fresh = readBeginnings(item, known);
  known.set(item, fresh);
  return fresh;
}

function readBeginnings(item: Tree, known: Beginnings): readonly Beginning[] {
  switch (item.kind) {
    case 'edge':
    case 'look':
      return NOTHING;
    case 'group':
      return beginningsOf(item.item, known);
    case 'sequence':
      return beginningsFrom(item.items, 0, known);
    case 'choice': {
      const all = item.options.flatMap((option) => beginningsOf(option, known));
      return all.length > MOST_WORDS ? NOTHING_FIXED : extend(NOTHING, all);
    }
    case 'set': {
      // Upper-case letters are met under their lower-case forms.
      const folded = foldAscii(item.ranges);
      const members = [...clip(folded, 0, 0x40), ...clip(folded, 0x5b, 0xff)];
      const bytes: string[] = [];
      for (const [first, last] of members) {
        if (last - first >= MOST_SPELLINGS) return NOTHING_FIXED;
        for (let byte = first; byte <= last; byte += 1) bytes.push(String.fromCharCode(byte));
      }
      return bytes.length > MOST_SPELLINGS ? NOTHING_FIXED : bytes.map((text) => ({ text, open: false }));
    }
    case 'repeat':
      return beginningsOfRepeat(item, known);
  }
}

const MOST_COPIES = 8;

function beginningsOfRepeat(
  { item, min, max }: Extract<Tree, { kind: 'repeat' }>,
  known: Beginnings,
): readonly Beginning[] {
  const one = beginningsOf(item, known);
  let copies = NOTHING;
  const all: Beginning[] = [];
  const last = Math.min(max, Math.min(min, MOST_COPIES) + 2);
  for (let count = 0; count <= last; count += 1) {
    if (count > 0) copies = extend(copies, one);
    if (count === last && max > last) all.push(...copies.map(({ text }) => ({ text, open: true })));
    else if (count >= min) all.push(...copies);
    if (all.length > MOST_WORDS || copies.length > MOST_WORDS) return NOTHING_FIXED;
  }
  return all;
}
