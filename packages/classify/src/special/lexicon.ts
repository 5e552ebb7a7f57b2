// Terms made ready to be found among the words of a sentence.
import { plain, wordsOf } from './plain.ts';
import type { Terms } from './vocabulary.ts';

/** A word of a term. */
export interface TermWord {
  readonly text: string;
  readonly anyStart: boolean;
  readonly anyEnd: boolean;
}

/** A term as it is found: its words, and what it stands for. */
interface LexiconEntry<Sense> {
  readonly words: readonly TermWord[];
  readonly sense: Sense;
}

/** A term that stands in a sentence: from word `at` to before word `end`. */
export interface Sighting<Sense> {
  readonly sense: Sense;
  readonly at: number;
  readonly end: number;
}

export interface Lexicon<Sense> {
  /** All terms among these words (in plain writing), in the order of their first words. */
  find(words: readonly string[]): Sighting<Sense>[];
}

/** The single terms of a list, as they are written, alternatives written out. */
export function listTerms(terms: Terms): string[] {
  return terms
    .split(',')
    .map((term) => term.trim().replace(/\s+/g, ' '))
    .filter((term) => term !== '')
    .flatMap(alternatives);
}

function alternatives(term: string): string[] {
  const words = term.split(' ');
  return words.reduce<string[]>(
    (begun, word) =>
      begun.flatMap((start) => word.split('/').map((choice) => (start === '' ? choice : `${start} ${choice}`))),
    [''],
  );
}

/** The words of a term; a written word that plain writing splits (`l'hiv`) becomes several. */
export function termWords(term: string): TermWord[] {
  return term.split(' ').flatMap((written) => {
    const anyStart = written.startsWith('*');
    const anyEnd = written.endsWith('*');
    const parts = wordsOf(plain(written.replaceAll('*', '')));
    return parts.map((text, index) => ({
      text,
      anyStart: anyStart && index === 0,
      anyEnd: anyEnd && index === parts.length - 1,
    }));
  });
}

/** A lexicon of these terms. */
export function createLexicon<Sense>(
  lists: readonly { readonly terms: Terms; readonly sense: Sense }[],
): Lexicon<Sense> {
  const exact = new Map<string, LexiconEntry<Sense>[]>();
  const stems = new Map<string, LexiconEntry<Sense>[]>();
  const endings = new Map<string, LexiconEntry<Sense>[]>();
  const inner: LexiconEntry<Sense>[] = [];
  for (const { terms, sense } of lists) {
    for (const term of listTerms(terms)) {
      const words = termWords(term);
      const [first] = words;
      if (first === undefined) continue;
      const entry = { words, sense };
      if (first.anyStart && first.anyEnd) inner.push(entry);
      else if (first.anyStart) append(endings, first.text.slice(-LONGEST_KEY), entry);
      else if (first.anyEnd) append(stems, first.text.slice(0, LONGEST_KEY), entry);
      else append(exact, first.text, entry);
    }
  }
  return {
    find(words) {
      const sightings: Sighting<Sense>[] = [];
      for (let at = 0; at < words.length; at += 1) {
        const word = words[at] as string;
        see(exact.get(word), words, at, sightings);
        for (let length = SHORTEST_KEY; length <= LONGEST_KEY && length <= word.length; length += 1) {
          if (stems.size > 0) see(stems.get(word.slice(0, length)), words, at, sightings);
          if (endings.size > 0) see(endings.get(word.slice(-length)), words, at, sightings);
        }
        if (inner.length > 0) see(inner, words, at, sightings);
      }
      return sightings;
    },
  };
}

/** Stems are looked up by their first characters, endings by their last: as many of these as they have, none
 * has fewer than two. */
const SHORTEST_KEY = 2;
const LONGEST_KEY = 4;

function append<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function see<Sense>(
  entries: readonly LexiconEntry<Sense>[] | undefined,
  words: readonly string[],
  at: number,
  sightings: Sighting<Sense>[],
): void {
  if (entries === undefined) return;
  for (const { words: wanted, sense } of entries) {
    if (wanted.every((word, offset) => isWord(word, words[at + offset]))) {
      sightings.push({ sense, at, end: at + wanted.length });
    }
  }
}

function isWord(wanted: TermWord, word: string | undefined): boolean {
  if (word === undefined) return false;
  if (wanted.anyStart) return wanted.anyEnd ? word.includes(wanted.text) : word.endsWith(wanted.text);
  return wanted.anyEnd ? word.startsWith(wanted.text) : word === wanted.text;
}
