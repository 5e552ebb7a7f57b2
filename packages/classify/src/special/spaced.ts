// Statements in languages that set their words apart: a term of a vocabulary or a pair of words, tied to a person.
import type { SpacedLanguage } from './language.ts';
import { createLexicon, type Lexicon, type Sighting } from './lexicon.ts';
import { PAIRS } from './pairs.ts';
import { PERSONS, type PersonGrammar } from './persons.ts';
import { doubtOf, namesOf, type Statement, sensesOf, statementOf, type TermSense, type Who } from './sense.ts';
import type { Pair } from './vocabulary.ts';

/** Words that a tie may reach over. */
const BE_REACH = 7;
const JOIN_REACH = 9;
const OWNER_REACH = 3;
const TOPIC_REACH = 6;
const THING_REACH = 5;
/** Words that may stand between the two words of a pair. */
const PAIR_REACH = 8;

type Mark = keyof Omit<PersonGrammar, 'function' | 'tieBehind'>;
const MARKS: readonly Mark[] = [
  'subject',
  'owner',
  'object',
  'be',
  'join',
  'barrier',
  'topic',
  'asks',
  'negation',
  'hypothesis',
  'close',
  'elided',
  'thing',
  'fiction',
];

/** A word's place in a pair. */
interface Side {
  readonly pair: Pair;
  readonly isBeside: boolean;
}

interface SpacedLexicons {
  readonly terms: Lexicon<TermSense | Side>;
  readonly marks: Lexicon<Mark>;
}

const lexicons = new Map<SpacedLanguage, SpacedLexicons>();

function lexiconsOf(language: SpacedLanguage): SpacedLexicons {
  const known = lexicons.get(language);
  if (known !== undefined) return known;
  const latin = language !== 'ru' && language !== 'ar' && language !== 'ko';
  const made = {
    terms: createLexicon<TermSense | Side>([
      ...sensesOf(language),
      ...(latin ? sensesOf('latin') : []),
      ...(PAIRS[language] ?? []).flatMap(sidesOf),
    ]),
    marks: createLexicon(MARKS.map((mark) => ({ terms: PERSONS[language][mark] ?? '', sense: mark }))),
  };
  lexicons.set(language, made);
  return made;
}

function isOfSide(sighting: Sighting<TermSense | Side>): sighting is Sighting<Side> {
  return 'pair' in sighting.sense;
}

function isOfTerm(sighting: Sighting<TermSense | Side>): sighting is Sighting<TermSense> {
  return !isOfSide(sighting);
}

function sidesOf(pair: Pair): { terms: string; sense: Side }[] {
  return [
    { terms: pair.word, sense: { pair, isBeside: false } },
    { terms: pair.beside, sense: { pair, isBeside: true } },
  ];
}

/** A sentence with the places of its persons and ties. */
interface Marked {
  readonly words: readonly string[];
  readonly places: Readonly<Record<Mark, readonly Sighting<Mark>[]>>;
  readonly tieBehind: boolean;
  readonly english: boolean;
}

/**
 * What a sentence tells, read in one language.
 *
 * @param sentence as it is written
 * @param words its words, in plain writing
 */
export function spacedStatements(sentence: string, words: readonly string[], language: SpacedLanguage): Statement[] {
  const { terms, marks } = lexiconsOf(language);
  const found = terms.find(words);
  const sightings = found.filter(isOfTerm);
  const met = pairsAmong(found.filter(isOfSide));
  if (sightings.length + met.length === 0) return [];
  const marked = markPersons(words, marks, language);
  if (!speaksOfPerson(marked) || marked.places.fiction.length > 0 || words.some((word) => STARS.test(word))) return [];
  const doubt = doubtOf(marked.places.negation.length > 0, marked.places.hypothesis.length > 0);
  const statements: Statement[] = [];
  for (const sighting of sightings) {
    if (isPartOfName(sentence, sighting, words) || isCompound(words[sighting.end - 1], words[sighting.end])) continue;
    const who = isOfThing(sighting, marked) ? undefined : whoIsTiedTo(sighting, marked);
    if (who !== undefined) statements.push(statementOf(sighting.sense, who, doubt));
  }
  for (const sighting of met) {
    if (isStudied(sighting, marked) || isOfThing(sighting, marked)) continue;
    if (isCompound(words[sighting.end - 1], words[sighting.end])) continue;
    const { category } = sighting.sense;
    statements.push(statementOf({ category, names: namesOf(category), part: 'told' }, someone(marked), doubt));
  }
  return statements;
}

/** Pairs of which both words stand near one another; each is where its rarer word stands. */
function pairsAmong(sides: readonly Sighting<Side>[]): Sighting<Pair>[] {
  return sides.flatMap((word) => {
    if (word.sense.isBeside) return [];
    const beside = sides.find(
      (side) =>
        side.sense.isBeside &&
        side.sense.pair === word.sense.pair &&
        !overlaps(side, word) &&
        isWithin(side, word, PAIR_REACH),
    );
    return beside === undefined ? [] : [{ sense: word.sense.pair, at: word.at, end: word.end }];
  });
}

function speaksOfPerson({ places: { subject, owner, object } }: Marked): boolean {
  return subject.length + owner.length + object.length > 0;
}

/** "my cat has diabetes", "I drink coffee": an animal, a machine or the like stands by, and no person between. */
function isOfThing({ at, end }: Sighting<unknown>, { places }: Marked): boolean {
  return places.thing.some(
    (thing) =>
      (thing.at >= end && thing.at - end < 3) ||
      (thing.end <= at &&
        at - thing.end < THING_REACH &&
        !places.subject.some((subject) => subject.at >= thing.end && subject.at < at)),
  );
}

function markPersons(words: readonly string[], marks: Lexicon<Mark>, language: SpacedLanguage): Marked {
  const places: Record<Mark, Sighting<Mark>[]> = {
    subject: [],
    owner: [],
    object: [],
    be: [],
    join: [],
    barrier: [],
    topic: [],
    asks: [],
    negation: [],
    hypothesis: [],
    close: [],
    elided: [],
    thing: [],
    fiction: [],
  };
  for (const sighting of marks.find(words)) places[sighting.sense].push(sighting);
  const asked = places.asks.filter(({ at }) => at <= 1);
  const asksItself = (at: number) => asked.some(({ at: question, end }) => end === at && question < at);
  return {
    words,
    places: {
      ...places,
      subject: [...places.elided.filter(({ at }) => at === 0), ...places.subject.filter(({ at }) => !asksItself(at))],
      owner: [...places.owner, ...places.close].sort((a, b) => a.at - b.at),
    },
    tieBehind: PERSONS[language].tieBehind === true,
    english: language === 'en',
  };
}

/** Who the sentence ties to the term; undefined where it ties nobody. */
function whoIsTiedTo(sighting: Sighting<TermSense>, marked: Marked): Who | undefined {
  if (sighting.sense.part === 'told') return isTold(sighting, marked) ? someone(marked) : undefined;
  if (sighting.sense.part === 'is') return whoIs(sighting, marked);
  if (sighting.sense.part === 'has' && isOwned(sighting, marked)) return 'first person';
  if (sighting.sense.part === 'has') return isStudied(sighting, marked) ? undefined : someone(marked);
  const tied = marked.places.join.some(
    (place) =>
      isWithin(place, sighting, JOIN_REACH) &&
      !overlaps(place, sighting) &&
      !isBetween(marked.places.topic, place, sighting),
  );
  return tied && !isStudied(sighting, marked) ? someone(marked) : undefined;
}

function isTold(sighting: Sighting<TermSense>, marked: Marked): boolean {
  return isOwned(sighting, marked) || !isStudied(sighting, marked);
}

/** "my depression", "meiner schweren Depression". */
function isOwned({ at }: Sighting<TermSense>, { places }: Marked): boolean {
  return places.owner.some(
    (owner) =>
      owner.end <= at &&
      at - owner.end < OWNER_REACH &&
      !places.topic.some((topic) => topic.at >= owner.end && topic.end <= at),
  );
}

/** A word of study or reading shortly before, and no person between: "an essay on", but not "explain that my absences". */
function isStudied({ at }: Sighting<unknown>, { places }: Marked): boolean {
  const isPersonBetween = (from: number) =>
    [...places.subject, ...places.owner].some((person) => person.at >= from && person.at < at);
  return places.topic.some((topic) => topic.end <= at && at - topic.end < TOPIC_REACH && !isPersonBetween(topic.end));
}

function whoIs(sighting: Sighting<TermSense>, marked: Marked): Who | undefined {
  const { places, tieBehind } = marked;
  for (const be of places.be) {
    const before = be.end <= sighting.at && sighting.at - be.end <= BE_REACH;
    const behind = tieBehind && be.at >= sighting.end && be.at - sighting.end <= 3;
    if (!before && !behind) continue;
    if (before && (isBetween(places.barrier, be, sighting) || isUnderWay(be, sighting, marked))) continue;
    const person = personOf(be, sighting, marked);
    if (person !== undefined) return person;
  }
  return undefined;
}

/** English "I am looking for …" ties nobody to what comes behind. */
function isUnderWay(be: Sighting<Mark>, { at }: Sighting<TermSense>, { words, english }: Marked): boolean {
  return (
    english &&
    be.end < at &&
    /.ing$/.test(words[be.end] ?? '') &&
    !/^(?:practi[sc]ing|being|becoming|openly)$/.test(words[be.end] ?? '')
  );
}

/** The person whom a form of "to be" is said of: the first person or what is "mine", at it or before it. */
function personOf(be: Sighting<Mark>, sighting: Sighting<TermSense>, { places, tieBehind }: Marked): Who | undefined {
  const near = (person: Sighting<Mark>) =>
    person.at <= be.at || be.at === 0 || (tieBehind && Math.abs(person.at - sighting.at) <= JOIN_REACH);
  const last = (list: readonly Sighting<Mark>[]) => list.filter(near).at(-1)?.at ?? -1;
  const subject = last(places.subject);
  const owner = last(places.owner);
  if (subject === -1 && owner === -1)
    return places.object.some((person) => person.at < be.at) ? 'first person' : undefined;
  return subject >= owner ? 'first person' : 'someone close';
}

function someone({ places }: Marked): Who {
  return places.subject.length + places.object.length > 0 ? 'first person' : 'someone close';
}

function isWithin(a: Sighting<unknown>, b: Sighting<unknown>, reach: number): boolean {
  return a.end <= b.at ? b.at - a.end <= reach : a.at - b.end <= reach;
}

function overlaps(a: Sighting<unknown>, b: Sighting<unknown>): boolean {
  return a.at < b.end && b.at < a.end;
}

function isBetween(list: readonly Sighting<unknown>[], a: Sighting<unknown>, b: Sighting<unknown>): boolean {
  const from = Math.min(a.end, b.end);
  const to = Math.max(a.at, b.at);
  return list.some(({ at, end }) => at >= from && end <= to);
}

/** Signs of the zodiac share their names with illnesses and more: a sentence about them tells nothing. */
const STARS = /^(?:horoscop|horoskop|oroscop|zodia|sternzeichen|astrolog|sterrenbeeld)/;

/** Words of a category that are names of people, too. */
const ALSO_NAMES = new Set(['christian', 'christin', 'cristiano', 'cristiana', 'gay', 'pagan', 'sami', 'labour']);

/** "I'm Christian Weber", "ich bin Christian aus Ulm". */
function isPartOfName(sentence: string, { at, end }: Sighting<TermSense>, words: readonly string[]): boolean {
  const word = words[at] ?? '';
  if (end !== at + 1 || !ALSO_NAMES.has(word)) return false;
  const name = word.charAt(0).toUpperCase() + word.slice(1);
  const next = `${name} (?:\\p{Lu}\\p{Ll}|from |aus |de |da |di |uit |z )`;
  return new RegExp(`${next}|\\p{Lu}\\p{Ll}+ ${name}\\b`, 'u').test(sentence);
}

/** "my lithium battery", "a cancer cell line", "union type", "strike-through", "blind to". */
function isCompound(word: string | undefined, next: string | undefined): boolean {
  if (next === undefined) return false;
  return COMPOUND.test(next) || (word !== undefined && COMPOUNDS[word]?.test(next) === true);
}

const COMPOUND = /^(?:batter|akku|ion|cells?$|researcher|charity|server|recipe|wing$|calendar|about$|character|figur$)/;

/** Words that mean something else before others. */
const COMPOUNDS: Readonly<Record<string, RegExp>> = {
  union: /^(?:types?|all|select|jack|find|square|station|distinct|of|operator|set)$/,
  strike: /^(?:slip|through|price|rate|zone|team|out|that|a)$/,
  blind: /^(?:to|spot|test|date|carbon)$/,
  deaf: /^to$/,
  party: /^(?:balloons?|hall|music|dress|hat|size|snacks)$/,
  mass: /^(?:spectro\w*|index|email|mail|market|assignment|of|transfer|production)$/,
  labour: /^(?:costs?|law|market|day|hours)$/,
  gay: /^(?:lussac)$/,
  baby: /^(?:photos?|pictures?|shower|clothes|monitor|names?)$/,
  rally: /^(?:stages?|cars?|drivers?)$/,
  pregnancy: /^(?:app|blog|idea)$/,
  expecting: /^(?:a|an|the|you|your|to|that|it|him|her|delivery|too)$/,
  drug: /^(?:store|discovery)$/,
  stroke: /^(?:width|color|colour|of|order|style|dash\w*)$/,
  gene: /^(?:hackman|kelly|wilder|simmons)$/,
};
