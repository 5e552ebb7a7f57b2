// How sure a run of words with capitals is a name: by vocabulary, shape, and what stands around it.

import {
  BODY,
  FAMILY,
  FAMILY_OFTEN,
  FOREIGN_WORD,
  GIVEN,
  GIVEN_OFTEN,
  GROUP,
  NAME,
  PARTICLE,
  PLACE,
  PLACE_BEGINS,
  PLACE_LARGE,
  STREET,
  THING,
  TITLE,
  UNCLEAN,
  UNIT,
  WORD,
} from './flags.ts';
import { BODY_HINTS, DEEDS, HINTS, NAME_LABELS, PLACE_HINTS, VAGUE_LABELS } from './phrases.ts';
import {
  beginsSentence,
  endOf,
  flagsOf,
  gapBefore,
  hashOfToken,
  isCapitalised,
  isOneOf,
  isPossessive,
  isWord,
  kindOf,
  markOf,
  phraseBefore,
  type Reading,
  shapeOf,
  startOf,
  word,
  wordBehind,
  written,
} from './reading.ts';
import { CAMEL, INITIAL, TITLE_CASE, UPPER } from './shapes.ts';
import { MARK_TOKEN } from './tokens.ts';
import { wordSet } from './word-set.ts';

export type Named = 'person/name' | 'person/title' | 'place/name' | 'organisation/name';

/** What stands behind a name and belongs to it. */
export const SUFFIX = wordSet('jr sr ii iii iv v phd md esq junior senior');

/** Names seen in the text with certainty, so that a family name alone is known again. */
export type Acquainted = Set<number>;

interface Weight {
  readonly value: number;
  readonly reasons: readonly string[];
  readonly kind?: Named;
}

const NONE: Weight = { value: 0, reasons: [] };

/** How sure a run is a person's name; or what else it may be. */
export function weigh(
  reading: Reading,
  first: number,
  last: number,
  introduced: boolean,
  acquainted: Acquainted,
): Weight {
  const words = nameWords(reading, first, last);
  const head = words[0];
  const tail = words.at(-1);
  if (head === undefined || tail === undefined) return NONE;
  if (followedByStreet(reading, last)) return NONE;
  const hint = phraseBefore(reading, first, HINTS) !== undefined;
  const deed = isPossessive(reading, last) || isOneOf(reading, wordBehind(reading, last), DEEDS);
  if (introduced) {
    const plain = words.every(
      (at) => (flagsOf(reading, at) & (WORD | THING | GROUP)) !== 0 && (flagsOf(reading, at) & NAME) === 0,
    );
    const strange = words.every(
      (at) => shapeOf(reading, at) !== TITLE_CASE && flagsOf(reading, at) === 0 && !isNobiliary(reading, at),
    );
    if (!plain && !strange) return { value: 0.86, reasons: ['behind an introduction'] };
  }
  const label = labelBefore(reading, first);
  if (label !== undefined) {
    const weight = weighLabelled(reading, words, VAGUE_LABELS.phrases.has(label));
    if (weight !== undefined) return weight;
  }
  return words.length === 1
    ? weighOne(reading, head, hint, deed, acquainted)
    : weighSeveral(reading, words, last, hint, deed);
}

/** By mark: whether it stands between a label and its value, or may stand around either. */
const ASSIGNING = 1;
const QUOTING = 2;
const LABEL_MARKS = Uint8Array.from({ length: 256 }, (_, byte) => {
  const mark = String.fromCharCode(byte);
  return ':=>'.includes(mark) ? ASSIGNING : '"\'\\'.includes(mark) ? QUOTING : 0;
});

/** The label before a colon or an equals sign that says a name follows: `Nachname: `, `"card_holder":"`. */
function labelBefore(reading: Reading, first: number): string | undefined {
  let at = first - 1;
  let assigned = false;
  for (; at >= 0 && first - at < 5 && kindOf(reading, at) === MARK_TOKEN; at--) {
    const use = LABEL_MARKS[markOf(reading, at)];
    if (use === ASSIGNING) assigned = true;
    else if (use !== QUOTING) return undefined;
  }
  return assigned ? phraseBefore(reading, at + 1, NAME_LABELS) : undefined;
}

/** A vague label (`name`) needs words that look like a person's; servers and files have names too. */
function weighLabelled(reading: Reading, words: readonly number[], vague: boolean): Weight | undefined {
  const flags = words.map((at) => flagsOf(reading, at));
  if (words.length > 5 || flags.some((bits) => (bits & (WORD | THING)) !== 0 && (bits & NAME) === 0)) return undefined;
  if (flags.some((bits) => (bits & (BODY | UNIT)) !== 0 && (bits & NAME) === 0)) return undefined;
  if (words.some((at) => shapeOf(reading, at) === CAMEL && flagsOf(reading, at) === 0 && !isNobiliary(reading, at)))
    return undefined;
  if (words.length === 1 && flags[0] === 0 && shapeOf(reading, words[0] as number) === UPPER) return undefined;
  const reasons = ['behind a label for names'];
  if (!vague) return { value: 0.86, reasons };
  const known = words.some((at) => (flagsOf(reading, at) & NAME) !== 0 && clean(flagsOf(reading, at)));
  if (words.length > 1 && known) return { value: 0.8, reasons };
  return known || (words.length > 1 && words.some((at) => endsAsFamily(reading, at)))
    ? { value: 0.6, reasons }
    : undefined;
}

/** The words of a run that can be looked up: without initials and particles. */
function nameWords(reading: Reading, first: number, last: number): number[] {
  const words: number[] = [];
  for (let at = first; at <= last; at++) {
    if (!isWord(reading, at) || shapeOf(reading, at) === INITIAL || isOneOf(reading, at, SUFFIX)) continue;
    if ((flagsOf(reading, at) & PARTICLE) !== 0 && shapeOf(reading, at) === 0) continue;
    words.push(at);
  }
  return words;
}

function followedByStreet(reading: Reading, last: number): boolean {
  return (
    isWord(reading, last + 1) &&
    gapBefore(reading, last + 1) === 1 &&
    (flagsOf(reading, last + 1) & STREET) !== 0 &&
    (flagsOf(reading, last + 1) & (NAME | PARTICLE | GIVEN)) === 0 &&
    isCapitalised(reading, last + 1)
  );
}

function clean(flags: number): boolean {
  return (flags & UNCLEAN) === 0;
}

function weighSeveral(reading: Reading, words: readonly number[], last: number, hint: boolean, deed: boolean): Weight {
  const head = flagsOf(reading, words[0] as number);
  const tail = flagsOf(reading, words.at(-1) as number);
  const all = words.map((at) => flagsOf(reading, at));
  const initial = hasInitial(reading, words[0] as number, last);
  const wordsOnly = all.filter((flags) => (flags & (WORD | THING)) !== 0 && (flags & NAME) === 0).length;
  const strange = all.some(
    (flags) => (flags & (BODY | UNIT | STREET | GROUP)) !== 0 && (flags & (GIVEN_OFTEN | FAMILY_OFTEN)) === 0,
  );
  const more = (hint ? 0.08 : 0) + (deed ? 0.08 : 0) + (initial ? 0.1 : 0);
  const plainAll = all.every((flags) => (flags & (WORD | THING)) !== 0);
  if (plainAll && words.some((at) => shapeOf(reading, at) === UPPER)) return NONE;
  if (plainAll && (head & GIVEN_OFTEN) === 0 && !initial)
    return hint && wordsOnly === 0
      ? { value: 0.3, reasons: ['words that are names too'] }
      : guessBody(reading, words, wordsOnly === 0 ? words.length : wordsOnly);
  if (words.length > 4 || wordsOnly > 0 || all.some((flags) => (flags & THING) !== 0 && (flags & NAME) === 0)) {
    return wordsOnly === words.length || !deed || words.length > 4
      ? guessBody(reading, words, wordsOnly)
      : { value: 0.3, reasons: ['words with capitals before what people do'] };
  }
  if (all.every((flags) => (flags & THING) !== 0)) return NONE;
  const upper = words.some((at) => shapeOf(reading, at) === UPPER);
  const camel = words.some(
    (at) => shapeOf(reading, at) === CAMEL && flagsOf(reading, at) === 0 && !isNobiliary(reading, at),
  );
  if (camel) return guessBody(reading, words, 0);
  const given = (head & GIVEN) !== 0;
  const byEnding = tail === 0 && endsAsFamily(reading, words.at(-1) as number);
  const family = (tail & FAMILY) !== 0 || byEnding;
  if (given && family) {
    const reasons = [byEnding ? 'given name and a word that ends as family names do' : 'given name and family name'];
    if (byEnding && !(clean(head) && (head & GIVEN_OFTEN) !== 0)) return { value: 0.6 + more, reasons };
    const sureFamily = clean(tail);
    const sureGiven = clean(head) && (head & GIVEN_OFTEN) !== 0;
    if (strange) return { value: 0.45 + more, reasons };
    if (upper) return sureFamily && sureGiven ? { value: Math.min(0.7, 0.5 + more), reasons } : NONE;
    if (sureFamily && (clean(head) || (head & GIVEN_OFTEN) !== 0)) return { value: 0.82 + more, reasons };
    if (sureGiven && (tail & FAMILY_OFTEN) !== 0 && (tail & (THING | BODY | STREET | GROUP | PLACE_LARGE)) === 0)
      return { value: 0.78 + more, reasons };
    return { value: Math.min(0.7, 0.5 + more), reasons };
  }
  if (upper) return NONE;
  if ((head & FAMILY) !== 0 && (tail & GIVEN) !== 0)
    return { value: Math.min(0.72, 0.5 + more), reasons: ['family name and given name'] };
  if (given) {
    const base = clean(head) && (head & GIVEN_OFTEN) !== 0 ? 0.6 : clean(head) ? 0.5 : 0.35;
    return {
      value: Math.min(initial && base === 0.6 ? 0.78 : 0.72, base + more),
      reasons: ['given name and a word with a capital'],
    };
  }
  if (family)
    return {
      value: Math.min(0.72, (clean(tail) ? 0.42 : 0.2) + more),
      reasons: ['a word with a capital and a family name'],
    };
  if (initial) return { value: 0.5 + more, reasons: ['an initial between words with capitals'] };
  if (hint || deed) return { value: 0.35 + more, reasons: ['unknown words with capitals where a name may stand'] };
  if (phraseBefore(reading, words[0] as number, BODY_HINTS) !== undefined)
    return { value: 0.35, kind: 'organisation/name', reasons: ['unknown words with capitals'] };
  return { value: 0.25, reasons: ['unknown words with capitals'] };
}

/** `McKenna`, `DeVries`, `O'Neil`: capitals inside that names have. */
function isNobiliary(reading: Reading, at: number): boolean {
  return /^(?:Mc|Mac|De|Di|Del|Della|Da|Du|La|Le|Van|Von|Fitz|O['’]|D['’]|L['’])\p{Lu}\p{Ll}+/u.test(
    written(reading, at),
  );
}

/** Endings of family names: Slavic, Nordic, Baltic, Finnish, Dutch, German, Greek, Romanian, Armenian, Georgian, Iberian, Italian. */
const FAMILY_ENDING =
  /.{3}(?:ov[aá]?|ev[aá]?|ova|eva|sk[iay]|sky|skaya|sk[aá]|ck[iáý]|wicz|owicz|ewicz|[oe]vi[cč]|vich|vych|czyk|czak|enko|chuk|yuk|sson|sen|son|dottir|nen|stra|sma|inga|ink|sch|mann|berg|stein|bauer|maier|meier|meyer|huber|hofer|poulos|oulou|[iaoe]dis|akis|aki|escu|oiu|yan|ian|shvili|dze|adze|iani|[aeiou]ez|az|etti|elli|ini|ucci|acci|one|eau|ault|eira|inho|oglu|zade|nejad|pour)$/;

function endsAsFamily(reading: Reading, at: number): boolean {
  return FAMILY_ENDING.test(word(reading, at));
}

/** Words with capitals of which some are plain: the name of a company or a work, if anything. */
function guessBody(reading: Reading, words: readonly number[], plain: number): Weight {
  const first = words[0] as number;
  const hinted = phraseBefore(reading, first, BODY_HINTS) !== undefined;
  if (words.some((at) => shapeOf(reading, at) === UPPER) && plain === words.length) return NONE;
  if (plain === words.length && !hinted) return NONE;
  return { value: hinted ? 0.4 : 0.3, kind: 'organisation/name', reasons: ['words with capitals'] };
}

/** An initial with a full stop, or between two names: `Faina D. Yefremova`, `Kate M Begum`. */
function hasInitial(reading: Reading, first: number, last: number): boolean {
  for (let at = first + 1; at < last; at++) if (isWord(reading, at) && shapeOf(reading, at) === INITIAL) return true;
  return false;
}

function weighOne(reading: Reading, at: number, hint: boolean, deed: boolean, acquainted: Acquainted): Weight {
  const flags = flagsOf(reading, at);
  const shape = shapeOf(reading, at);
  const starts = beginsSentence(reading, at);
  const more = (hint ? 0.1 : 0) + (deed ? 0.1 : 0);
  if (shape === INITIAL || (flags & (TITLE | UNIT | BODY | GROUP)) !== 0) return NONE;
  const long = endOf(reading, at) - startOf(reading, at) > 2;
  if (!long) return NONE;
  if (acquainted.has(hashOfToken(reading, at)) && (flags & (WORD | THING)) === 0)
    return { value: 0.6, reasons: ['part of a name seen before'] };
  if ((flags & (WORD | THING)) !== 0) {
    if ((flags & GIVEN_OFTEN) !== 0 && (hint || deed) && !(flags & THING))
      return { value: starts && !hint ? 0.25 : 0.4, reasons: ['a given name that is a word too'] };
    if (
      (flags & GIVEN_OFTEN) !== 0 &&
      !starts &&
      shape === TITLE_CASE &&
      (flags & (THING | FOREIGN_WORD | PLACE)) === 0 &&
      shapeOf(reading, at - 1) === 0
    ) {
      return { value: 0.3, reasons: ['a given name that is a word too, with a capital in mid-sentence'] };
    }
    if ((flags & FAMILY_OFTEN) !== 0 && hint && !starts)
      return { value: 0.3, reasons: ['a family name that is a word too'] };
    return NONE;
  }
  if (
    shape === UPPER &&
    flags === 0 &&
    /^(from|to|in|near|visit)$/.test(phraseBefore(reading, at, PLACE_HINTS) ?? '')
  ) {
    return { value: 0.3, kind: 'place/name', reasons: ['a word in capitals behind a preposition'] };
  }
  if (shape === UPPER)
    return (flags & NAME) !== 0 && hint ? { value: 0.3, reasons: ['a known name in capitals'] } : NONE;
  if ((flags & GIVEN) !== 0) {
    const base = (flags & GIVEN_OFTEN) !== 0 ? 0.42 : 0.34;
    return { value: base + more - ((flags & (PLACE | FOREIGN_WORD)) !== 0 ? 0.08 : 0), reasons: ['a given name'] };
  }
  if ((flags & FAMILY) !== 0)
    return { value: 0.32 + more - ((flags & (PLACE | FOREIGN_WORD)) !== 0 ? 0.08 : 0), reasons: ['a family name'] };
  if ((flags & (PLACE | PLACE_BEGINS | STREET)) !== 0 && flags !== PLACE_BEGINS) return NONE;
  if (hint && (shape === TITLE_CASE || isNobiliary(reading, at))) {
    return {
      value: (starts ? 0.22 : 0.27) + (deed ? 0.1 : 0),
      reasons: ['an unknown word with a capital where a name may stand'],
    };
  }
  const placed = phraseBefore(reading, at, PLACE_HINTS);
  if (phraseBefore(reading, at, BODY_HINTS) !== undefined && placed !== 'from')
    return { value: 0.35, kind: 'organisation/name', reasons: ['an unknown word with a capital'] };
  if (placed !== undefined)
    return { value: 0.35, kind: 'place/name', reasons: ['an unknown word with a capital behind a preposition'] };
  if (shape === CAMEL)
    return { value: 0.3, kind: 'organisation/name', reasons: ['an unknown word with capitals inside'] };
  if (deed && shape === TITLE_CASE) return { value: 0.32, reasons: ['an unknown word before what people do'] };
  return { value: 0.22, reasons: ['an unknown word with a capital'] };
}
