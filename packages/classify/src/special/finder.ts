// Finds sentences that tell of a special category of personal data, and values that stand under a column or key for one.
import type { Finder, Hits, Report } from '../finder.ts';
import { decode, type Text } from '../text.ts';
import { SPECIAL_KINDS } from './category.ts';
import { CHILD_TRIGGERS, tellsOfChild } from './children.ts';
import { FIELD_TRIGGERS, statementUnder } from './fields.ts';
import { mayTellOfPerson } from './person-bytes.ts';
import type { Statement } from './sense.ts';
import { type Bounds, isLetterOrDigit, readSentence, sentenceAround } from './sentence.ts';
import { statementsIn } from './statement.ts';
import { triggersOfVocabularies } from './trigger.ts';

type Purpose = 'statement' | 'child' | 'field';

interface Watched {
  readonly text: string;
  readonly length: number;
  readonly purpose: Purpose;
  readonly startsWord: boolean;
  readonly endsWord: boolean;
  readonly inCapitals: boolean;
}

const WATCHED: readonly Watched[] = [
  ...triggersOfVocabularies().map((trigger) => ({ ...trigger, purpose: 'statement' as const })),
  ...CHILD_TRIGGERS.map((text) => ({
    text,
    purpose: 'child' as const,
    startsWord: false,
    endsWord: false,
    inCapitals: false,
  })),
  ...FIELD_TRIGGERS.map((text) => ({
    text,
    purpose: 'field' as const,
    startsWord: false,
    endsWord: false,
    inCapitals: false,
  })),
].map((watched) => ({ ...watched, length: Buffer.byteLength(watched.text, 'utf8') }));

/** The finder of the special categories, criminal matters and children. All it finds is possible, never certain. */
export const specialFinder: Finder = {
  name: 'special',
  kinds: Object.values(SPECIAL_KINDS),
  triggers: WATCHED.map(({ text }) => text),
  placeOf: (trigger) => (WATCHED[trigger]?.startsWord ? 'word start' : 'anywhere'),
  find(text, hits, report) {
    findUnderField(text, report);
    if (hits.length > 0) findInSentences(text, hits, report);
  },
};

function findUnderField(text: Text, report: Report): void {
  if (text.field === undefined || text.bytes.length === 0 || text.bytes.length > LONGEST_FIELD) return;
  const statement = statementUnder(text.field, decode(text, 0, text.bytes.length));
  if (statement === undefined) return;
  const { category, confidence, reasons } = statement;
  report.found({
    kind: SPECIAL_KINDS[category].id,
    rule: 'special-field',
    start: 0,
    end: text.bytes.length,
    confidence,
    reasons,
  });
}

const LONGEST_FIELD = 4000;

function findInSentences(text: Text, hits: Hits, report: Report): void {
  const statementsOf = createReader();
  let told = 0;
  let aged = 0;
  for (let i = 0; i < hits.length; i += 1) {
    const watched = WATCHED[hits.trigger[i] as number];
    const end = hits.end[i] as number;
    if (watched === undefined) continue;
    if (watched.purpose === 'field') findUnderKey(text, end, report);
    else if (watched.purpose === 'child') aged = end > aged ? findChild(text, end, report) : aged;
    else if (end > told && standsAlone(text.bytes, end - watched.length, end, watched))
      told = findStatements(text, end, statementsOf, report);
  }
}

/**
 * Reads sentences, each wording once: every request of a conversation carries what was said before, so that sentences come
 * again within a text. It is forgotten with the text.
 */
function createReader(): (sentence: string) => readonly Statement[] {
  const read = new Map<string, readonly Statement[]>();
  return (sentence) => {
    const known = read.get(sentence);
    if (known !== undefined) return known;
    const statements = statementsIn(sentence);
    if (read.size < MOST_REMEMBERED) read.set(sentence, statements);
    return statements;
  };
}

const MOST_REMEMBERED = 1000;

function findStatements(
  text: Text,
  end: number,
  statementsOf: (sentence: string) => readonly Statement[],
  report: Report,
): number {
  const bounds = sentenceAround(text, end - 1);
  if (!mayTellOfPerson(text.bytes, bounds)) return bounds.end;
  const sentence = readSentence(text, bounds);
  for (const { category, confidence, reasons } of statementsOf(sentence)) {
    report.found({ kind: SPECIAL_KINDS[category].id, rule: 'special-statement', ...bounds, confidence, reasons });
  }
  return bounds.end;
}

function findChild(text: Text, end: number, report: Report): number {
  if (!hasDigitNear(text.bytes, end)) return end;
  const bounds: Bounds = sentenceAround(text, end - 1);
  const child = tellsOfChild(readSentence(text, bounds));
  if (child !== undefined) report.found({ kind: SPECIAL_KINDS.child.id, rule: 'special-age', ...bounds, ...child });
  return bounds.end;
}

/** A value of a JSON key: `"diagnosis": "…"`, its quotes escaped or not. `end` is just behind the key's closing quote. */
function findUnderKey(text: Text, end: number, report: Report): void {
  const written = text.latin1.slice(end, end + LONGEST_KEYED);
  const value = /^\s*:\s*(\\*)"((?:(?!\1")[^\n])*)\1"/.exec(written);
  const key = /([\w.-]{1,80}|[\x80-\xff]{1,80})\\*"$/.exec(text.latin1.slice(Math.max(0, end - 90), end));
  if (value === null || key === null) return;
  const [whole, slashes = '', inside = ''] = value;
  const from = end + whole.length - slashes.length - 1 - inside.length;
  const name = Buffer.from(key[1] ?? '', 'latin1').toString('utf8');
  const statement = statementUnder(name, decode(text, from, from + inside.length));
  if (statement === undefined) return;
  const { category, confidence, reasons } = statement;
  report.found({
    kind: SPECIAL_KINDS[category].id,
    rule: 'special-field',
    start: from,
    end: from + inside.length,
    confidence,
    reasons,
  });
}

const LONGEST_KEYED = 400;

/** Whether a trigger stands where a word may begin and end, told by its neighbours' bytes before anything is decoded. */
function standsAlone(
  bytes: Uint8Array,
  start: number,
  end: number,
  { startsWord, endsWord, inCapitals }: Watched,
): boolean {
  if (endsWord && isJoined(bytes[end])) return false;
  if (inCapitals && !isWrittenLarge(bytes, start, end)) return false;
  return !startsWord || !isJoined(bytes[start - 1]) || isEscapedBefore(bytes, start);
}

/** `ALS` and `AfD`, not the German "als": both ends are capitals or digits. */
function isWrittenLarge(bytes: Uint8Array, start: number, end: number): boolean {
  return isLarge(bytes[start]) && isLarge(bytes[end - 1]);
}

function isLarge(byte: number | undefined): boolean {
  return byte !== undefined && (byte < 0x61 || byte > 0x7a);
}

function isJoined(byte: number | undefined): boolean {
  return byte !== undefined && (isLetterOrDigit(byte) || byte === 0x5f);
}

/** The letter before belongs to `\n`, `\t` or `\r`. */
function isEscapedBefore(bytes: Uint8Array, start: number): boolean {
  const letter = bytes[start - 1];
  return bytes[start - 2] === 0x5c && (letter === 0x6e || letter === 0x74 || letter === 0x72);
}

/** A digit, or a number's word before "-year-old", within the bytes in which an age stands. */
function hasDigitNear(bytes: Uint8Array, end: number): boolean {
  for (let at = Math.max(0, end - 24); at < Math.min(bytes.length, end + 8); at += 1) {
    const byte = bytes[at] as number;
    if (byte >= 0x30 && byte <= 0x39) return true;
    if (byte === 0x2d) return true;
  }
  return false;
}
