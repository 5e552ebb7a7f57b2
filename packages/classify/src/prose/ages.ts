// Ages: a number of years that someone has lived, in ten languages.

import { hashOf } from './hash.ts';
import { type PhraseSet, phraseSet } from './phrase-set.ts';
import {
  endOf,
  hashOfToken,
  isMark,
  isNumber,
  isWord,
  phraseBefore,
  type Reading,
  sizeOf,
  startOf,
  word,
} from './reading.ts';

export interface Age {
  readonly first: number;
  readonly last: number;
  readonly confidence: number;
  readonly reasons: readonly string[];
}

const BEFORE: PhraseSet = phraseSet(
  `aged, age of, age, age is, turned, turn, turns, turning, turned to, im, i am, was, is, just turned, age at, am, shes, hes,
âgé de, âgée de, agé de, âge, a, ai, im alter von, alter, bin, ist, wurde, werde, tengo, tiene, edad, edad de, cumplí, cumple, ho, ha, età, età di,
compie, tenho, tem, idade, fez, ben, is, leeftijd, leeftijd van, word, mam, ma, wiek, w wieku, skończył, skończyła, lat`,
);
/** The phrases before that mean an age without more behind the number. */
const PLAIN_BEFORE: PhraseSet = phraseSet(
  `aged, age of, age, age is, turned, turn, turns, turning, just turned, âgé de, âgée de, im alter von, alter, edad, edad de, età, età di, idade,
leeftijd, wiek, w wieku, compie, cumple`,
);
const YEARS = /^(year|years|yr|yrs|ans|an|jahre|jahren|anos|ano|anni|jaar|lat|lata|år|ar|vuotta)$/;
/** Hashes of all words that may stand behind the number, hyphenated ones by their last part. */
const UNIT_WORDS: ReadonlySet<number> = new Set(
  'year years yr yrs ans an jahre jahren anos ano anni jaar lat lata ar vuotta old olds jahrige jahriger jahriges jahrigen jarige y yo'
    .split(' ')
    .map(hashOf),
);
const OLD = /^(old|alt|oud|young)$/;
const PRONOUN_BEFORE: PhraseSet = phraseSet('im, i am, shes, hes, he was, she was, was');

/** Ages in a reading. */
export function findAges(reading: Reading): Age[] {
  const found: Age[] = [];
  const { leads, leadCount } = reading;
  for (let lead = 0; lead < leadCount; lead++) {
    const at = leads[lead] as number;
    if (reading.taken[at] !== 0 || !isNumber(reading, at)) continue;
    const years = sizeOf(reading, at) > 3 ? 0 : numberOf(reading, at);
    if (years === 0 || years > 122) continue;
    const age = ageAt(reading, at);
    if (age !== undefined) found.push(age);
  }
  return found;
}

function ageAt(reading: Reading, at: number): Age | undefined {
  const unitAt = isMark(reading, at + 1, '-') ? at + 2 : at + 1;
  const unitNear = isWord(reading, unitAt) && UNIT_WORDS.has(hashOfToken(reading, unitAt));
  return (unitNear ? byUnit(reading, at) : undefined) ?? byWordBefore(reading, at);
}

function one(at: number, confidence: number, reason: string): Age {
  return { first: at, last: at, confidence, reasons: [reason] };
}

/** `79 years old`, `45-year-old`, `31 y/o`, `52 años de edad`. */
function byUnit(reading: Reading, at: number): Age | undefined {
  const hyphen = isMark(reading, at + 1, '-') ? 1 : 0;
  const unit = word(reading, at + 1 + hyphen);
  if (/^(year|years)-(old|olds)/.test(unit)) return one(at, 0.78, 'years old');
  if (/^(jahrige|jahriger|jahriges|jahrigen|jarige)$/.test(unit)) return one(at, 0.6, 'years old');
  if (YEARS.test(unit)) {
    const behind = word(reading, at + 2 + hyphen);
    if (OLD.test(behind)) return one(at, 0.78, 'years old');
    if (isMark(reading, at + 2, '-') && OLD.test(word(reading, at + 3))) return one(at, 0.78, 'years old');
    if (
      (behind === 'de' && word(reading, at + 3) === 'edad') ||
      (behind === 'di' && word(reading, at + 3) === 'eta') ||
      (behind === 'de' && word(reading, at + 3) === 'idade')
    )
      return one(at, 0.78, 'years of age');
    if (behind === 'of' && word(reading, at + 3) === 'age') return one(at, 0.78, 'years of age');
    if (!/^(year|years|yr|yrs)$/.test(unit) && phraseBefore(reading, at, BEFORE) !== undefined)
      return one(at, 0.6, 'a number of years that someone has');
  }
  if (
    (unit === 'y' || unit === 'yo') &&
    (unit === 'yo' || (isMark(reading, at + 2, '/') && word(reading, at + 3) === 'o'))
  )
    return one(at, 0.7, 'years old');
  return undefined;
}

/** The number that a token of digits is. */
function numberOf(reading: Reading, at: number): number {
  let number = 0;
  for (let byte = startOf(reading, at); byte < endOf(reading, at); byte++)
    number = number * 10 + (reading.bytes[byte] as number) - 0x30;
  return number;
}

/** `aged 45`, `just turned 30`, `I'm 26`. */
function byWordBefore(reading: Reading, at: number): Age | undefined {
  const ends =
    !isWord(reading, at + 1) &&
    !isMark(reading, at + 1, '%') &&
    !isMark(reading, at + 1, '-') &&
    !isMark(reading, at + 1, '/') &&
    !isMark(reading, at + 1, '$');
  if (!ends) return undefined;
  const before = phraseBefore(reading, at, PLAIN_BEFORE);
  if (before !== undefined)
    return one(at, before === 'turn' || before === 'turns' || before === 'turned' ? 0.5 : 0.6, 'behind a word for age');
  const years = numberOf(reading, at);
  if (
    years >= 12 &&
    years <= 105 &&
    !isMark(reading, at + 1, ':') &&
    phraseBefore(reading, at, PRONOUN_BEFORE) !== undefined
  )
    return one(at, 0.35, 'a number that someone is');
  return undefined;
}
