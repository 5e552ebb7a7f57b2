// Statements: what a sentence tells of a person, by a term of a special category and a tie between it and a person.
import type { SpecialCategory } from './category.ts';
import { languagesOf, type SpacedLanguage } from './language.ts';
import { createLexicon, type Lexicon, listTerms, type Sighting } from './lexicon.ts';
import { PERSONS, type PersonGrammar, UNSPACED, type UnspacedGrammar } from './persons.ts';
import { plain, wordsOf } from './plain.ts';
import { VOCABULARIES } from './vocabularies.ts';
import type { Part, Tongue } from './vocabulary.ts';

export interface Statement {
  readonly category: SpecialCategory;
  /** Never certain: it tells what a sentence says, and is no verdict on a person. */
  readonly confidence: number;
  readonly reasons: readonly string[];
}

interface TermSense {
  readonly category: SpecialCategory;
  readonly names: string;
  readonly part: Part;
}

type Who = 'first person' | 'someone close';

/** Words that a tie may reach over. */
const BE_REACH = 7;
const HAVE_REACH = 8;
const JOIN_REACH = 9;
const OWNER_REACH = 3;
const TOPIC_REACH = 6;
/** Characters that a tie may reach over where words are not set apart. */
const UNSPACED_REACH = 18;

const CONFIDENCE: Readonly<Record<Exclude<Part, 'topic'>, number>> = { told: 0.6, is: 0.65, has: 0.65, group: 0.65 };
const NEGATED = 0.15;
const SUPPOSED = 0.2;
const LEAST = 0.35;

/**
 * What a sentence tells of a person, each category once.
 *
 * @param sentence as it is written, without its neighbours
 */
export function statementsIn(sentence: string): Statement[] {
  const text = plain(sentence);
  const words = wordsOf(text);
  if (isQuery(sentence, words)) return [];
  const best = new Map<SpecialCategory, Statement>();
  for (const language of languagesOf(text, words)) {
    const found =
      language === 'zh' || language === 'ja'
        ? unspacedStatements(text, language)
        : spacedStatements(sentence, words, language);
    for (const statement of found) {
      const known = best.get(statement.category);
      if (known === undefined || known.confidence < statement.confidence) best.set(statement.category, statement);
    }
  }
  return [...best.values()];
}

/** Words of people who search: "am i pregnant test negative". */
const SEARCHED =
  /^(?:tests?|prueba|teste|symptom|sintom|objaw|negativ|positive$|treatment|cost$|price|precio|prezzo|preco|near$|forum|reddit|how$|what$|come$|como$|comment$|wie$|hoe$|jak$|best$|cure$|remed|rimedi|gratis|online|side$|effects$|que$|probab|quand$|quando$|cuando$|wann$|ab$|retard|ritardo|atraso|atras)/;
const LONGEST_QUERY = 9;

/** A short run of words without capitals or punctuation, one of them a word of searching. */
function isQuery(sentence: string, words: readonly string[]): boolean {
  return (
    words.length <= LONGEST_QUERY && !/[\p{Lu}.,;:!？。]/u.test(sentence) && words.some((word) => SEARCHED.test(word))
  );
}

// ---- languages that set words apart -----------------------------------------------------------------------------

type Mark = keyof Omit<PersonGrammar, 'function' | 'tieBehind'>;
const MARKS: readonly Mark[] = [
  'subject',
  'owner',
  'object',
  'be',
  'have',
  'join',
  'barrier',
  'topic',
  'asks',
  'negation',
  'hypothesis',
];

interface SpacedLexicons {
  readonly terms: Lexicon<TermSense>;
  readonly marks: Lexicon<Mark>;
}

const lexicons = new Map<SpacedLanguage, SpacedLexicons>();

function lexiconsOf(language: SpacedLanguage): SpacedLexicons {
  const known = lexicons.get(language);
  if (known !== undefined) return known;
  const latin = language !== 'ru' && language !== 'ar' && language !== 'ko';
  const made = {
    terms: createLexicon(latin ? [...sensesOf(language), ...sensesOf('latin')] : sensesOf(language)),
    marks: createLexicon(MARKS.map((mark) => ({ terms: PERSONS[language][mark], sense: mark }))),
  };
  lexicons.set(language, made);
  return made;
}

function sensesOf(tongue: Tongue): { terms: string; sense: TermSense }[] {
  return VOCABULARIES.flatMap(({ category, names, tongues }) =>
    Object.entries(tongues[tongue] ?? {})
      .filter(([part]) => part !== 'topic')
      .map(([part, terms]) => ({ terms, sense: { category, names, part: part as Part } })),
  );
}

/** A sentence with the places of its persons and ties. */
interface Marked {
  readonly words: readonly string[];
  readonly places: Readonly<Record<Mark, readonly Sighting<Mark>[]>>;
  readonly tieBehind: boolean;
  readonly english: boolean;
}

function spacedStatements(sentence: string, words: readonly string[], language: SpacedLanguage): Statement[] {
  const { terms, marks } = lexiconsOf(language);
  const sightings = terms.find(words);
  if (sightings.length === 0) return [];
  const marked = markPersons(words, marks, language);
  const { subject, owner, object } = marked.places;
  if (subject.length + owner.length + object.length === 0) return [];
  if (words.some((word) => STARS.test(word))) return [];
  const doubt = doubtOf(marked);
  const statements: Statement[] = [];
  for (const sighting of sightings) {
    if (isPartOfName(sentence, sighting, words) || isCompound(words[sighting.end])) continue;
    const who = whoIsTiedTo(sighting, marked);
    if (who !== undefined) statements.push(statementOf(sighting.sense, who, doubt));
  }
  return statements;
}

function markPersons(words: readonly string[], marks: Lexicon<Mark>, language: SpacedLanguage): Marked {
  const places: Record<Mark, Sighting<Mark>[]> = {
    subject: [],
    owner: [],
    object: [],
    be: [],
    have: [],
    join: [],
    barrier: [],
    topic: [],
    asks: [],
    negation: [],
    hypothesis: [],
  };
  for (const sighting of marks.find(words)) places[sighting.sense].push(sighting);
  const asked = places.asks.filter(({ at }) => at <= 1);
  const asksItself = (at: number) => asked.some(({ at: question, end }) => end === at && question < at);
  return {
    words,
    places: { ...places, subject: places.subject.filter(({ at }) => !asksItself(at)) },
    tieBehind: PERSONS[language].tieBehind === true,
    english: language === 'en',
  };
}

/** Who the sentence ties to the term; undefined where it ties nobody. */
function whoIsTiedTo(sighting: Sighting<TermSense>, marked: Marked): Who | undefined {
  if (sighting.sense.part === 'told') return isTold(sighting, marked) ? someone(marked) : undefined;
  if (sighting.sense.part === 'is') return whoIs(sighting, marked);
  if (sighting.sense.part === 'has' && isOwned(sighting, marked)) return 'first person';
  const [tie, reach] =
    sighting.sense.part === 'has' ? (['have', HAVE_REACH] as const) : (['join', JOIN_REACH] as const);
  const tied = marked.places[tie].some(
    (place) =>
      isWithin(place, sighting, reach) &&
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

/** A word of study or reading shortly before. */
function isStudied({ at }: Sighting<TermSense>, { places }: Marked): boolean {
  return places.topic.some((topic) => topic.end <= at && at - topic.end < TOPIC_REACH);
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
const ALSO_NAMES = new Set([
  'christian',
  'christin',
  'christ',
  'cristiano',
  'cristiana',
  'gay',
  'jude',
  'pagan',
  'priest',
  'nun',
  'sami',
  'labour',
]);

/** "I'm Christian Weber", "ich bin Christian aus Ulm". */
function isPartOfName(sentence: string, { at, end }: Sighting<TermSense>, words: readonly string[]): boolean {
  const word = words[at] ?? '';
  if (end !== at + 1 || !ALSO_NAMES.has(word)) return false;
  const name = word.charAt(0).toUpperCase() + word.slice(1);
  const next = `${name} (?:\\p{Lu}\\p{Ll}|from |aus |de |da |di |uit |z )`;
  return new RegExp(`${next}|\\p{Lu}\\p{Ll}+ ${name}\\b`, 'u').test(sentence);
}

/** "my lithium battery", "a cancer cell line". */
function isCompound(next: string | undefined): boolean {
  return (
    next !== undefined &&
    /^(?:batter|akku|ion|cells?$|researcher|charity|server|recipe|wing$|calendar|about$)/.test(next)
  );
}

function doubtOf({ places }: Marked): number {
  return (places.negation.length > 0 ? NEGATED : 0) + (places.hypothesis.length > 0 ? SUPPOSED : 0);
}

function statementOf({ category, names, part }: TermSense, who: Who, doubt: number): Statement {
  const sure = CONFIDENCE[part === 'topic' ? 'told' : part] - (who === 'first person' ? 0 : 0.05);
  return {
    category,
    confidence: Math.max(LEAST, Math.round((sure - doubt) * 100) / 100),
    reasons: [`${who} + ${names}`],
  };
}

// ---- Chinese and Japanese ----------------------------------------------------------------------------------------

interface UnspacedTerm extends TermSense {
  readonly text: string;
}

const unspacedTerms = new Map<'zh' | 'ja', readonly UnspacedTerm[]>();

function unspacedTermsOf(language: 'zh' | 'ja'): readonly UnspacedTerm[] {
  const known = unspacedTerms.get(language);
  if (known !== undefined) return known;
  const made = sensesOf(language).flatMap(({ terms, sense }) =>
    listTerms(terms).map((term) => ({ ...sense, text: plain(term) })),
  );
  unspacedTerms.set(language, made);
  return made;
}

function unspacedStatements(text: string, language: 'zh' | 'ja'): Statement[] {
  const grammar = UNSPACED[language];
  if (grammar.asks.test(text)) return [];
  const person = grammar.person.test(text);
  if (!person && (!grammar.personLeftOut || grammar.others.test(text) || !grammar.predicate.test(text))) return [];
  const doubt = (grammar.negation.test(text) ? NEGATED : 0) + (grammar.hypothesis.test(text) ? SUPPOSED : 0);
  const statements: Statement[] = [];
  for (const term of unspacedTermsOf(language)) {
    const at = text.indexOf(term.text);
    if (at === -1 || !isUnspacedTie(text, at, term, grammar)) continue;
    statements.push(statementOf(term, 'first person', doubt));
  }
  return statements;
}

function isUnspacedTie(
  text: string,
  at: number,
  { text: term, part }: UnspacedTerm,
  grammar: UnspacedGrammar,
): boolean {
  const end = at + term.length;
  const after = text.slice(end, end + UNSPACED_REACH);
  if (grammar.topicBehind.test(after)) return false;
  if (part === 'told') return true;
  const around = `${text.slice(Math.max(0, at - UNSPACED_REACH), at)} ${after}`;
  const tie = part === 'is' ? grammar.be : part === 'has' ? grammar.have : grammar.join;
  return tie.test(around);
}
