// Statements in Chinese and Japanese, whose words are not set apart: terms and pairs are found wherever they stand.
import { listTerms } from './lexicon.ts';
import { PAIRS } from './pairs.ts';
import { UNSPACED, type UnspacedGrammar } from './persons-unspaced.ts';
import { plain } from './plain.ts';
import { doubtOf, namesOf, type Statement, sensesOf, statementOf, type TermSense } from './sense.ts';

type UnspacedLanguage = keyof typeof UNSPACED;

/** Characters that a tie may reach over. */
const TIE_REACH = 18;
/** Characters that may stand between the two words of a pair. */
const PAIR_REACH = 16;
/** Characters before a term in which a word of study counts. */
const STUDY_REACH = 10;

interface Term {
  readonly text: string;
  /** Undefined for a word that counts only as one of a pair. */
  readonly sense: TermSense | undefined;
  readonly sides: readonly Side[];
}

/** A word's place in a pair. */
interface Side {
  readonly pair: number;
  readonly isBeside: boolean;
}

interface Sighting {
  readonly term: Term;
  readonly at: number;
}

/** Terms by their first character. */
type Index = ReadonlyMap<string, readonly Term[]>;

const indexes = new Map<UnspacedLanguage, Index>();

/**
 * What a sentence tells.
 *
 * @param text the sentence in plain writing
 */
export function unspacedStatements(text: string, language: UnspacedLanguage): Statement[] {
  const sightings = sightingsIn(text, language);
  if (sightings.length === 0) return [];
  const grammar = UNSPACED[language];
  if (grammar.asks.test(text) || !speaksOfPerson(text, grammar)) return [];
  const doubt = doubtOf(grammar.negation.test(text), grammar.hypothesis.test(text));
  const tied = sightings.flatMap(({ term, at }) =>
    term.sense !== undefined && isTied(text, at, term.text, term.sense, grammar) ? [term.sense] : [],
  );
  const told = [...tied, ...pairsAmong(text, sightings, grammar, language)];
  return told.map((sense) => statementOf(sense, 'first person', doubt));
}

function speaksOfPerson(text: string, grammar: UnspacedGrammar): boolean {
  if (grammar.person.test(text)) return true;
  return grammar.personLeftOut && !grammar.others.test(text) && grammar.predicate.test(text);
}

function sightingsIn(text: string, language: UnspacedLanguage): Sighting[] {
  const index = indexOf(language);
  const sightings: Sighting[] = [];
  for (let at = 0; at < text.length; at += 1) {
    for (const term of index.get(text.charAt(at)) ?? []) {
      if (text.startsWith(term.text, at) && !isInsideKatakana(text, at, at + term.text.length))
        sightings.push({ term, at });
    }
  }
  return sightings;
}

/** Katakana go on before or behind: スト in リスト is no strike, バイ in デバイス is nobody. */
function isInsideKatakana(text: string, at: number, end: number): boolean {
  return (isKatakana(text, at - 1) && isKatakana(text, at)) || (isKatakana(text, end - 1) && isKatakana(text, end));
}

function isKatakana(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0x30a1 && unit <= 0x30fc && unit !== 0x30fb;
}

function isTied(text: string, at: number, term: string, { part }: TermSense, grammar: UnspacedGrammar): boolean {
  if (isStudied(text, at, at + term.length, grammar)) return false;
  if (part === 'told') return true;
  const end = at + term.length;
  const around = `${text.slice(Math.max(0, at - TIE_REACH), at)} ${text.slice(end, end + TIE_REACH)}`;
  const tie = part === 'is' ? grammar.be : part === 'has' ? grammar.have : grammar.join;
  return tie.test(around);
}

/** A matter of study, or part of another word: told by what stands right behind, or shortly before. */
function isStudied(text: string, at: number, end: number, grammar: UnspacedGrammar): boolean {
  return (
    grammar.topicBehind.test(text.slice(end, end + TIE_REACH)) ||
    grammar.topicBefore.test(text.slice(Math.max(0, at - STUDY_REACH), at))
  );
}

function pairsAmong(
  text: string,
  sightings: readonly Sighting[],
  grammar: UnspacedGrammar,
  language: UnspacedLanguage,
): TermSense[] {
  const sides = sightings.flatMap(({ term, at }) =>
    term.sides.map((side) => ({ ...side, at, end: at + term.text.length })),
  );
  return sides.flatMap((word) => {
    if (word.isBeside || isStudied(text, word.at, word.end, grammar)) return [];
    const isMet = sides.some(
      (beside) => beside.isBeside && beside.pair === word.pair && (isWithin(word, beside) || isWithin(beside, word)),
    );
    const category = PAIRS[language]?.[word.pair]?.category;
    return isMet && category !== undefined ? [{ category, names: namesOf(category), part: 'told' as const }] : [];
  });
}

/** The first ends where the second begins, or shortly before. */
function isWithin(first: { readonly end: number }, second: { readonly at: number }): boolean {
  return first.end <= second.at && second.at - first.end <= PAIR_REACH;
}

function indexOf(language: UnspacedLanguage): Index {
  const known = indexes.get(language);
  if (known !== undefined) return known;
  const made = Map.groupBy(termsOf(language), ({ text }) => text.charAt(0));
  indexes.set(language, made);
  return made;
}

function termsOf(language: UnspacedLanguage): Term[] {
  const alone = sensesOf(language).flatMap(({ terms, sense }) =>
    listTerms(terms).map((term) => ({ text: plain(term), sense, sides: [] })),
  );
  const paired = (PAIRS[language] ?? []).flatMap(({ word, beside }, pair) => [
    ...listTerms(word).map((term) => ({ text: plain(term), side: { pair, isBeside: false } })),
    ...listTerms(beside).map((term) => ({ text: plain(term), side: { pair, isBeside: true } })),
  ]);
  const sided = [...Map.groupBy(paired, ({ text }) => text)].map(([text, uses]) => ({
    text,
    sense: undefined,
    sides: uses.map(({ side }) => side),
  }));
  return [...alone, ...sided];
}
