// Trigger words of the vocabularies: for each term its rarest run of words, in all spellings in which bytes show it.
import { listTerms } from './lexicon.ts';
import { PAIRS } from './pairs.ts';
import { isBeyondAscii, plain } from './plain.ts';
import { VOCABULARIES } from './vocabularies.ts';
import type { Tongue } from './vocabulary.ts';

export interface Trigger {
  readonly text: string;
  /** What stands before must be no letter and no digit. */
  readonly startsWord: boolean;
  /** What stands behind must be no letter and no digit. */
  readonly endsWord: boolean;
  /** An acronym: written in capitals alone. */
  readonly inCapitals: boolean;
}

/** Characters of Chinese and Japanese that a trigger keeps. */
const KEPT_UNSPACED = 6;
/** Characters of a phrase that a trigger keeps: it tells by then. */
const KEPT_PHRASE = 14;

/** Latin words up to this length take no ending of letters, whatever the term says: `hiv` is not in `hive`. */
const ACRONYM = 3;
/** Shorter Latin words stand in everything; vocabularies have them in phrases, too: "habe ms", "le rn". */
const SHORTEST = 3;

/** Short words that are written small as often as not; the others are acronyms and count in capitals alone. */
const WRITTEN_SMALL = new Set(
  'hiv vih gay jew nun guz rak gej żyd zyd rom réu reu reo sij imã ima ivf fiv ivg avc ocd toc soa hpv pma std sti ibs ptss'.split(
    ' ',
  ),
);

/** The triggers, each spelling once, without those in which another one stands. */
export function triggersOfVocabularies(): Trigger[] {
  const triggers = new Map<string, Trigger>();
  for (const { tongue, terms } of listsThatTell()) {
    for (const term of listTerms(terms)) for (const trigger of triggersOfTerm(term, tongue)) add(triggers, trigger);
  }
  return withoutContained(triggers);
}

function listsThatTell(): { readonly tongue: Tongue; readonly terms: string }[] {
  const alone = VOCABULARIES.flatMap(({ tongues }) =>
    Object.entries(tongues).flatMap(([tongue, parts]) =>
      Object.entries(parts).flatMap(([part, terms]) => (part === 'topic' ? [] : [{ tongue: tongue as Tongue, terms }])),
    ),
  );
  const paired = Object.entries(PAIRS).flatMap(([tongue, pairs]) =>
    pairs.map(({ word }) => ({ tongue: tongue as Tongue, terms: word })),
  );
  return [...alone, ...paired];
}

/** Where two triggers differ in their limits, the laxer holds. */
function add(triggers: Map<string, Trigger>, trigger: Trigger): void {
  const known = triggers.get(trigger.text);
  triggers.set(trigger.text, {
    text: trigger.text,
    startsWord: trigger.startsWord && (known?.startsWord ?? true),
    endsWord: trigger.endsWord && (known?.endsWord ?? true),
    inCapitals: trigger.inCapitals && (known?.inCapitals ?? true),
  });
}

/** Without triggers whose every place is a place of another one: `diagnos` stands in "was diagnosed with". */
function withoutContained(triggers: ReadonlyMap<string, Trigger>): Trigger[] {
  const isMetBy = (start: string, isWhole: boolean) => {
    const met = triggers.get(start);
    return met !== undefined && !met.inCapitals && (isWhole || !met.endsWord);
  };
  return [...triggers.values()].filter(({ text, startsWord, endsWord }) => {
    if (!startsWord) return true;
    for (const { index, 0: word } of text.matchAll(/[^ '-]+/g)) {
      const isCut = index + word.length === text.length && !endsWord;
      for (let end = index + SHORTEST; end <= index + word.length; end += 1) {
        const start = text.slice(index, end);
        if (start !== text && isMetBy(start, end === index + word.length && !isCut)) return false;
      }
    }
    return true;
  });
}

function triggersOfTerm(term: string, tongue: Tongue): Trigger[] {
  return tongue === 'zh' || tongue === 'ja' ? triggersOfUnspaced(term) : triggersOfSpaced(term, tongue);
}

function triggersOfUnspaced(term: string): Trigger[] {
  // A byte beyond ASCII beside a Latin acronym joins it to no word.
  if (!isBeyondAscii(term)) return [{ text: term, startsWord: true, endsWord: true, inCapitals: false }];
  const characters = Array.from(term.replace(/^[ -~]+/, ''));
  return [characters.slice(0, KEPT_UNSPACED).join(''), ...escapedFirst(characters)].map((text) => ({
    text,
    startsWord: false,
    endsWord: false,
    inCapitals: false,
  }));
}

function triggersOfSpaced(term: string, tongue: Tongue): Trigger[] {
  const word = anchorOf(term);
  const bare = word.replaceAll('*', '');
  const isLatin = !/[\u0370-\uffff]/.test(bare);
  if (isLatin && bare.length < SHORTEST) return [];
  const kept = bare.includes(' ') ? bare.slice(0, KEPT_PHRASE).trimEnd() : bare;
  const isShort = isLatin && bare.length <= ACRONYM;
  const limits = {
    startsWord: !word.startsWith('*'),
    endsWord: (!word.endsWith('*') || isShort) && kept.length === bare.length,
    inCapitals: isShort && !WRITTEN_SMALL.has(bare),
  };
  const spellings = [kept];
  if (isBeyondAscii(kept)) {
    if (isBeyondAscii(kept.charAt(0))) spellings.push(capitalised(kept));
    spellings.push(...(isLatin ? [plain(kept), escaped(kept)] : escapedFirst(Array.from(kept))));
  }
  if (isLatin && bare.split(' ').length === 2 && tongue === 'en')
    spellings.push(...spellings.map((spelling) => spelling.replaceAll(' ', '-')));
  return spellings.map((text) => ({ ...limits, text, startsWord: limits.startsWord && !text.startsWith('\\') }));
}

/**
 * The part of a term that a trigger waits for: its longest run of written words, without those of one letter, beside which an
 * apostrophe may stand, and ended by an open word.
 */
function anchorOf(term: string): string {
  const runs: string[] = [];
  let run = '';
  const close = () => {
    if (run !== '') runs.push(run);
    run = '';
  };
  for (const word of term.split(' ')) {
    if (/^[^aeoy]$/.test(word)) close();
    else {
      if (word.startsWith('*')) close();
      run = run === '' ? word : `${run} ${word}`;
      if (word.endsWith('*')) close();
    }
  }
  close();
  return runs.reduce(
    (longest, one) => (one.length >= longest.length ? one : longest),
    term.split(' ').length > 1 ? '' : term,
  );
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** The first character as JSON writers that keep to ASCII write it; within it what an ASCII writer made of JSON text. */
function escapedFirst([first = '']: readonly string[]): string[] {
  return [escaped(first)];
}

function escaped(word: string): string {
  return Array.from(word, (character) =>
    isBeyondAscii(character) ? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}` : character,
  ).join('');
}
