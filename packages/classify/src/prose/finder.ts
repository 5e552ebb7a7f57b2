// The prose finder: names of people, postal addresses, ages, titles, nationalities, places and organisations, in running text
// and in columns. Regions that are worth it are read in words; rules take tokens in the order below.
import type { Finder, Hits, Report } from '../finder.ts';
import { findAddresses } from './addresses.ts';
import { findAges } from './ages.ts';
import { CJK_TRIGGERS, findCjk } from './cjk.ts';
import { findInField } from './field.ts';
import {
  FAMILY,
  FAMILY_OFTEN,
  FOREIGN_WORD,
  GIVEN_OFTEN,
  GROUP,
  PARTICLE,
  PLACE,
  STREET,
  THING,
  TITLE,
  UNIT,
  WORD,
} from './flags.ts';
import { hashBefore, hashOf } from './hash.ts';
import { PROSE_KINDS } from './kinds.ts';
import { findNames } from './persons.ts';
import { SPOKEN_INTRODUCTIONS } from './phrases.ts';
import { findPostcodes } from './postcodes.ts';
import { findProfessions } from './professions.ts';
import {
  endOf,
  flagsOf,
  hashOfToken,
  isBreak,
  isCapitalised,
  isMark,
  isWord,
  type Reading,
  shapeOf,
  startOf,
  word,
} from './reading.ts';
import { forEachRegion } from './regions.ts';
import { INITIAL, TITLE_CASE } from './shapes.ts';
import { addLeads, leadEverywhere, MOST_TOKENS, newTokens, reshape, tokenise } from './tokens.ts';
import { vocabulary } from './vocabulary.ts';
import type { Acquainted } from './weigh.ts';

/** Words beside ages, postcodes and boxes that make a line worth reading where no name stands in it. */
const MARKS: readonly string[] = [
  ...[
    'year old',
    'years old',
    'year-old',
    'years of age',
    ' aged ',
    ' age of ',
    ' turned ',
    "'ll turn ",
    ' y/o',
    ' ans ',
    ' ans,',
    ' ans.',
    'âgé',
    ' jahre',
    'jährig',
    ' años',
    ' anni',
    ' anos',
    ' jaar',
    ' lat ',
    ' lata ',
  ],
  ...[
    'zip code',
    'zip: ',
    'zipcode',
    'postcode',
    'postal code',
    'code postal',
    'postleitzahl',
    'código postal',
    'kod pocztowy',
    'p.o. box',
    'po box',
    'psc ',
  ],
  ...[
    'last name',
    'last_name',
    'lastname',
    'first name',
    'first_name',
    'firstname',
    'surname',
    'full_name',
    'fullname',
    'holder',
    'nachname',
    'vorname',
  ],
  ...[
    'prénom',
    'prenom',
    'apellido',
    'cognome',
    'sobrenome',
    'achternaam',
    'voornaam',
    'nazwisko',
    'titulaire',
    'intestatario',
  ],
];
const TRIGGERS: readonly string[] = [...SPOKEN_INTRODUCTIONS, ...MARKS, ...CJK_TRIGGERS];
const FIRST_CJK = SPOKEN_INTRODUCTIONS.length + MARKS.length;

/** Columns for tokens and what is taken; one region is read at a time, so one set serves all. */
const tokens = newTokens();
const taken = new Uint8Array(MOST_TOKENS);

export const proseFinder: Finder = {
  name: 'prose',
  kinds: PROSE_KINDS,
  triggers: TRIGGERS,
  find(text, hits, report) {
    const whole = findInField(text, report);
    if (whole) return;
    findCjk(text, hits, FIRST_CJK, report);
    const introductions = hitEnds(hits, SPOKEN_INTRODUCTIONS.length);
    const acquainted: Acquainted = new Set();
    const reading: Reading = { ...tokens, text, bytes: text.bytes, nearest: { of: -1, word: -1 }, taken };
    forEachRegion(text, hitEnds(hits, FIRST_CJK), (start, end) => {
      for (let at = start; at < end; ) {
        const stopped = tokenise(text.bytes, at, end, reading);
        if (reading.count > 0) readRegion(reading, introductions, acquainted, report);
        if (stopped <= at) break;
        at = stopped;
      }
    });
  },
};

/** Byte offsets just behind hits of the first triggers, ascending. */
function hitEnds(hits: Hits, triggers: number): number[] {
  const ends: number[] = [];
  for (let index = 0; index < hits.length; index++) {
    if ((hits.trigger[index] as number) < triggers) ends.push(hits.end[index] as number);
  }
  return ends;
}

function readRegion(reading: Reading, introductions: readonly number[], acquainted: Acquainted, report: Report): void {
  taken.fill(0, 0, reading.count);
  reading.nearest.of = -1;
  const spoken = raiseSmallLetters(reading);
  for (const address of findAddresses(reading)) {
    say(
      reading,
      report,
      'person/postal-address',
      'address-grammar',
      address.first,
      address.last,
      address.confidence,
      address.reasons,
    );
  }
  for (const code of findPostcodes(reading)) {
    say(reading, report, 'person/postal-address', 'postcode', code.first, code.last, 0.5, ['a postcode by its name']);
    taken.fill(3, code.first, code.last + 1);
  }
  for (const age of findAges(reading)) {
    say(reading, report, 'person/age', 'age', age.first, age.last, age.confidence, age.reasons);
    taken.fill(3, age.first, age.last + 1);
  }
  findGroups(reading, report);
  for (const job of findProfessions(reading)) {
    say(reading, report, 'person/title', 'profession', job.first, job.last, job.confidence, ['a profession']);
    taken.fill(3, job.first, job.last + 1);
  }
  const introduced = introducedTokens(reading, introductions);
  if (introduced.size > 0) addLeads(reading, introduced);
  for (const name of findNames(reading, introduced, acquainted)) {
    const sure = !spoken || name.rule === 'introduced' || name.rule === 'titled';
    say(
      reading,
      report,
      name.kind,
      name.rule,
      name.first,
      name.last,
      sure ? name.confidence : Math.min(0.6, name.confidence),
      name.reasons,
    );
  }
}

/** Nationalities and groups: in small letters too, as chats write them. */
function findGroups(reading: Reading, report: Report): void {
  const { leads, leadCount } = reading;
  for (let lead = 0; lead < leadCount; lead++) {
    const at = leads[lead] as number;
    if (!isWord(reading, at) || taken[at] !== 0) continue;
    const flags = flagsOf(reading, at);
    if ((flags & GROUP) === 0 && !isPluralGroup(reading, at, flags)) continue;
    const capitalised = isCapitalised(reading, at);
    say(reading, report, 'person/nationality', 'group', at, at, capitalised ? 0.6 : 0.4, ['a nationality or group']);
    if ((flags & 5) === 0) taken[at] = 3;
  }
}

const LETTER_S = 0x73;

/** `Saudis`, `Ecuadoreans`: a group with a plural s. */
function isPluralGroup(reading: Reading, at: number, flags: number): boolean {
  const end = endOf(reading, at);
  if ((flags & WORD) !== 0 || reading.bytes[end - 1] !== LETTER_S || end - startOf(reading, at) < 5) return false;
  const hash = hashBefore(hashOfToken(reading, at), LETTER_S);
  return (
    (vocabulary().flags(hash) & GROUP) !== 0 &&
    (vocabulary().flags(hashOf(word(reading, at).slice(0, -1))) & GROUP) !== 0
  );
}

/**
 * A region without any capital is speech in small letters: words that are only names or places are read as if they had one.
 *
 * @returns whether it is
 */
function raiseSmallLetters(reading: Reading): boolean {
  if (reading.capitals > 0) return false;
  for (let at = 0; at < reading.count; at++) {
    if (!isWord(reading, at)) continue;
    const bits = flagsOf(reading, at);
    const often =
      (bits & (GIVEN_OFTEN | FAMILY_OFTEN | PLACE)) !== 0 || (isRaised(reading, at - 1) && (bits & FAMILY) !== 0);
    const town = (bits & PLACE) !== 0 && isMark(reading, at - 1, ',');
    if (town) reshape(reading, at, TITLE_CASE);
    else if (often && (bits & (WORD | FOREIGN_WORD | THING | PARTICLE | TITLE | STREET | UNIT)) === 0)
      reshape(reading, at, TITLE_CASE);
    else if (isRaised(reading, at - 1) && endOf(reading, at) - startOf(reading, at) === 1 && bits === 0)
      reshape(reading, at, INITIAL);
  }
  leadEverywhere(reading);
  return true;
}

function isRaised(reading: Reading, at: number): boolean {
  return shapeOf(reading, at) === TITLE_CASE;
}

/** Tokens that stand right behind an introduction, ascending. */
function introducedTokens(reading: Reading, introductions: readonly number[]): ReadonlySet<number> {
  let next = firstAbove(introductions, startOf(reading, 0));
  const end = endOf(reading, reading.count - 1);
  if (next >= introductions.length || (introductions[next] as number) > end) return NONE;
  const introduced = new Set<number>();
  for (let at = 0; at < reading.count && next < introductions.length; at++) {
    const behind = introductions[next] as number;
    if (!isWord(reading, at) || startOf(reading, at) < behind) continue;
    if (startOf(reading, at) - behind <= 3 && !isBreak(reading, at - 1) && !isMark(reading, at - 1, '`'))
      introduced.add(at);
    while (next < introductions.length && (introductions[next] as number) <= startOf(reading, at)) next++;
  }
  return introduced;
}

const NONE: ReadonlySet<number> = new Set();

/** Index of the first number above a bound, in an ascending list. */
function firstAbove(numbers: readonly number[], bound: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) <= bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

function say(
  reading: Reading,
  report: Report,
  kind: string,
  rule: string,
  first: number,
  last: number,
  confidence: number,
  reasons: readonly string[],
): void {
  report.found({
    kind,
    rule: `prose-${rule}`,
    start: startOf(reading, first),
    end: endOf(reading, last),
    confidence: Math.min(0.97, confidence),
    reasons,
  });
}
