// Whether text is a person's or a machine's: of one value by its words, of a column by its statistics.
import { isFunctionWord, isPersonWord } from './function-words.ts';

/** Characters of one value that are looked at. */
const LOOKED_AT = 600;

type Script = 'latin' | 'han' | 'kana' | 'hangul' | 'cyrillic' | 'arabic' | 'other';

/** What stands in one text. */
export interface TextEvidence {
  readonly characters: number;
  /** Words of letters only, in scripts that put spaces between words. */
  readonly words: number;
  readonly functionWords: number;
  /** Words for I and you. */
  readonly personWords: number;
  /** Tokens with digits, underscores, slashes, equals signs: what logs are made of. */
  readonly machineTokens: number;
  readonly questionMarks: number;
  readonly letters: Readonly<Record<Script, number>>;
}

export type TextKind = 'human' | 'machine' | 'unclear';

/** What stands in the first characters of a text. One pass over the units, since this runs on every message of a store. */
export function evidenceOf(text: string): TextEvidence {
  const end = text.length > LOOKED_AT ? LOOKED_AT : text.length;
  const letters: Record<Script, number> = { latin: 0, han: 0, kana: 0, hangul: 0, cyrillic: 0, arabic: 0, other: 0 };
  const found = {
    characters: text.length,
    words: 0,
    functionWords: 0,
    personWords: 0,
    machineTokens: 0,
    questionMarks: 0,
    letters,
  };
  let at = 0;
  while (at < end) {
    if (isSpace(text.charCodeAt(at))) at++;
    else at = readToken(text, at, end, found);
  }
  return found;
}

type Counting = { -readonly [key in keyof TextEvidence]: TextEvidence[key] } & {
  readonly letters: Record<Script, number>;
};

const SPACE = 1;
const LETTER = 2;
const UPPER = 4;
const DIGIT = 8;
/** Signs that programs put into words: `=_{}<>|\\`. */
const SIGN = 16;
const JOINER = 32;
/** What a unit below U+0250 is. */
const CLASSES = new Uint8Array(0x250);
for (let unit = 0; unit < 0x250; unit++) {
  const character = String.fromCharCode(unit);
  if (unit <= 32 || unit === 0xa0) CLASSES[unit] = SPACE;
  else if (/\p{Lu}/u.test(character)) CLASSES[unit] = LETTER | UPPER;
  else if (/\p{L}/u.test(character)) CLASSES[unit] = LETTER;
  else if (/\d/.test(character)) CLASSES[unit] = DIGIT;
  else if ('=_{}<>|\\'.includes(character)) CLASSES[unit] = SIGN;
  else if (character === "'" || character === '-') CLASSES[unit] = JOINER;
}

function isSpace(unit: number): boolean {
  return unit <= 32 || unit === 0xa0 || unit === 0x3000 || unit === 0x202f;
}

/** Counts the token that starts here, and returns where it ends. */
function readToken(text: string, start: number, limit: number, into: Counting): number {
  let first = -1;
  let last = -1;
  let seen = 0;
  let inner = false;
  let hump = false;
  let foreign = 0;
  let before = 0;
  let at = start;
  for (; at < limit; at++) {
    const unit = text.charCodeAt(at);
    if (isSpace(unit)) break;
    if (unit >= 0x250) {
      foreign += countForeign(unit, into);
      before = unit === 0x2019 ? JOINER : 0;
      continue;
    }
    const kind = CLASSES[unit] ?? 0;
    if ((kind & LETTER) !== 0) {
      if (first === -1) first = at;
      else if ((kind & UPPER) !== 0 && before === LETTER) hump = true;
      // A stop between two letters, without a space: a dotted name, or a path.
      else if (last !== at - 1 && before === 0) inner = true;
      last = at;
      into.letters.latin++;
    } else if (unit === 0x3f) into.questionMarks = 1;
    seen |= kind;
    before = kind;
  }
  if (foreign > 0) return at;
  const plain = (seen & (DIGIT | SIGN)) === 0 && !hump && !inner && text.charCodeAt(start) !== 0x2f;
  if (!plain) into.machineTokens++;
  else if (first !== -1) countWord(text.slice(first, last + 1), (seen & UPPER) !== 0, into);
  return at;
}

function countWord(word: string, hasUpper: boolean, into: Counting): void {
  into.words++;
  // Longer than any function word, its elisions included.
  if (word.length > 14) return;
  let lower = hasUpper ? word.toLowerCase() : word;
  if (lower.includes('’')) lower = lower.replaceAll('’', "'");
  const person = isPersonWord(lower) || isElided(lower);
  if (person) into.personWords++;
  if (person || isFunctionWord(lower)) into.functionWords++;
}

/** French elides the pronoun: j'habite, m'aider, t'appelle. */
function isElided(word: string): boolean {
  return word.charCodeAt(1) === 0x27 && word.length > 3 && 'jmt'.includes(word.charAt(0));
}

/** Counts a unit beyond Latin to its script; 1 where it is a letter. */
function countForeign(unit: number, into: Counting): number {
  if (unit === 0xff1f || unit === 0x61f) into.questionMarks = 1;
  const script = scriptOf(unit);
  if (script === undefined) return 0;
  into.letters[script]++;
  return 1;
}

/** The script of a letter beyond Latin; undefined for signs and punctuation. */
function scriptOf(unit: number): Script | undefined {
  if (unit >= 0x3400 && unit < 0xa000) return 'han';
  if (unit >= 0x3041 && unit < 0x3100) return 'kana';
  if (unit >= 0x400 && unit < 0x530) return 'cyrillic';
  if (unit >= 0x600 && unit < 0x780) return unit === 0x61f ? undefined : 'arabic';
  if (unit >= 0xac00 && unit < 0xd7a4) return 'hangul';
  if (unit >= 0xf900 && unit < 0xfb00) return 'han';
  if (unit >= 0x1e00 && unit < 0x1f00) return 'latin';
  return (unit >= 0x370 && unit < 0x400) || (unit >= 0x530 && unit < 0x2000) ? 'other' : undefined;
}

/**
 * Whether one text is a person's or a machine's, or too short or mixed to say.
 *
 * Scripts other than Latin count as a person's: log templates are written in ASCII. In Latin script it takes function words
 * without much machinery between them, and more of them where nobody is addressed and nothing asked.
 */
export function textKind(text: string): TextKind {
  return kindOf(evidenceOf(text));
}

export function kindOf(evidence: TextEvidence): TextKind {
  const { words, functionWords, personWords, machineTokens, questionMarks, letters } = evidence;
  const foreign = letters.han + letters.kana + letters.hangul + letters.cyrillic + letters.arabic + letters.other;
  if (foreign >= 2 && foreign * 4 >= letters.latin) return 'human';
  const tokens = words + machineTokens;
  if (tokens === 0) return evidence.characters > 0 ? 'machine' : 'unclear';
  const machinery = machineTokens / tokens;
  if (machinery > 0.34) return 'machine';
  const addressed = personWords > 0 || questionMarks > 0;
  if (addressed && words >= 2 && machinery <= 0.2) return 'human';
  if (functionWords >= 2 && words >= 5 && functionWords / words >= 0.2 && machinery <= 0.15) return 'human';
  if (words <= 1 && functionWords === 0) return machinery > 0 ? 'machine' : 'unclear';
  return machinery > 0.2 ? 'machine' : 'unclear';
}

/** Statistics of a column. All rates from 0 to 1. */
export interface TextStatistics {
  readonly rows: number;
  /** In characters. */
  readonly medianLength: number;
  /** Different values among all. */
  readonly distinct: number;
  /** Different values among all once digits and ids are masked: near 0 for a log written from templates. */
  readonly distinctTemplates: number;
  /** Function words among words. */
  readonly functionWords: number;
  /** Values that ask something. */
  readonly questions: number;
  /** Values that say I or you. */
  readonly persons: number;
  /** Values that are a person's by themselves, and values that are a machine's. */
  readonly human: number;
  readonly machine: number;
  /** Letters of each script among all letters. */
  readonly scripts: Readonly<Record<Script, number>>;
}

/** Values of a sample that are looked at. */
const SAMPLE = 5000;

/** Statistics of a sample of a column's values. Empty values are left out. */
export function textStatistics(values: readonly string[]): TextStatistics {
  const sample = values.filter((value) => value !== '').slice(0, SAMPLE);
  const evidence = sample.map(evidenceOf);
  const rows = sample.length;
  const words = sum(evidence, (one) => one.words);
  const letters = sumOfScripts(evidence);
  const share = (test: (one: TextEvidence) => boolean) => (rows === 0 ? 0 : evidence.filter(test).length / rows);
  return {
    rows,
    medianLength: median(sample.map((value) => value.length)),
    distinct: rows === 0 ? 0 : new Set(sample).size / rows,
    distinctTemplates: rows === 0 ? 0 : new Set(sample.map(templateOf)).size / rows,
    functionWords: words === 0 ? 0 : sum(evidence, (one) => one.functionWords) / words,
    questions: share((one) => one.questionMarks > 0),
    persons: share((one) => one.personWords > 0),
    human: share((one) => kindOf(one) === 'human'),
    machine: share((one) => kindOf(one) === 'machine'),
    scripts: letters,
  };
}

/** A value with what varies in a template masked: numbers, hexadecimal ids, quoted parts. */
function templateOf(value: string): string {
  return value
    .slice(0, LOOKED_AT)
    .replace(/\b[0-9a-f-]*\d[0-9a-f-]*\b/gi, '#')
    .replace(/"[^"]*"|'[^']*'/g, '"')
    .replace(/\d+/g, '#');
}

/**
 * Whether a column holds what people wrote.
 *
 * @returns `human` where a third of the values is a person's and not a tenth of it comes from few templates; `machine` where
 *   templates or machinery prevail; `unclear` for short samples and mixtures
 */
export function columnKind(statistics: TextStatistics): TextKind {
  if (statistics.rows === 0) return 'unclear';
  const fromTemplates = statistics.rows >= 20 && statistics.distinctTemplates < 0.1;
  if (statistics.human >= 0.34 && !(fromTemplates && statistics.distinct > statistics.distinctTemplates * 3))
    return 'human';
  if (fromTemplates || statistics.machine >= 0.5) return 'machine';
  return statistics.human >= 0.15 && statistics.functionWords >= 0.2 ? 'human' : 'unclear';
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

function sumOfScripts(evidence: readonly TextEvidence[]): Record<Script, number> {
  const total: Record<Script, number> = { latin: 0, han: 0, kana: 0, hangul: 0, cyrillic: 0, arabic: 0, other: 0 };
  const scripts = Object.keys(total) as Script[];
  for (const one of evidence) for (const script of scripts) total[script] += one.letters[script];
  const all = sum(scripts, (script) => total[script]);
  if (all > 0) for (const script of scripts) total[script] /= all;
  return total;
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
