// People in the names of things: of tables, columns and files, where words are joined by signs or by capitals
// (`notes_ottilie_quillfeather`, `OttilieQuillfeather.pdf`).
import { type Classifier, createClassifier } from '../classifier.ts';
import { proseFinder } from './finder.ts';

/** What stands in the place of a person. */
const MASK = '‹name›';
/** A name as people write it, with spaces and capitals, needs less to be one than words joined by signs. */
const WRITTEN_FROM = 0.5;
const JOINED_FROM = 0.6;

const WORD = /\p{Lu}?[\p{Ll}\p{M}]+|[\p{Lu}\p{M}]+(?!\p{Ll})|[\p{Lo}\p{M}]+/gu;

let classifier: Classifier | undefined;

/**
 * A thing's name in which people are masked.
 *
 * @example withoutPersons('notes_ottilie_quillfeather') // 'notes_‹name›'
 */
export function withoutPersons(name: string): string {
  const words = wordsOf(name);
  return words.length < 2 ? name : withoutJoined(withoutWritten(name));
}

/** As it is written, signs read as spaces: `letters to Peter Schmidt.pdf`. */
function withoutWritten(name: string): string {
  const read = name.replace(/[^\p{L}\p{M}\p{N}'‹›]/gu, ' ');
  const found = personsIn(read, WRITTEN_FROM).filter(
    ({ start, end }) => read.slice(start, end) === name.slice(start, end),
  );
  return masked(name, found);
}

/** Word by word, each with a capital, however they are joined. */
function withoutJoined(name: string): string {
  const words = wordsOf(name);
  const read = words.map(({ text }) => `${text.charAt(0).toUpperCase()}${text.slice(1).toLowerCase()}`).join(' ');
  const places = personsIn(read, JOINED_FROM).flatMap(({ start, end }) => {
    const first = wordsOf(read.slice(0, start)).length;
    const from = words[first];
    const to = words[first + wordsOf(read.slice(start, end)).length - 1];
    return from && to ? [{ start: from.start, end: to.end }] : [];
  });
  return masked(name, places);
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Places in characters. */
function personsIn(text: string, least: number): Place[] {
  classifier ??= createClassifier({ finders: [proseFinder], kinds: ['person/name'] });
  const bytes = Buffer.from(text);
  const at = (offset: number) => bytes.toString('utf8', 0, offset).length;
  return classifier
    .classify(bytes)
    .filter(({ confidence }) => confidence >= least)
    .map(({ start, end }) => ({ start: at(start), end: at(end) }));
}

function masked(name: string, places: readonly Place[]): string {
  // From the last one on, so that the places before it stay right.
  return places.reduceRight((shown, { start, end }) => `${shown.slice(0, start)}${MASK}${shown.slice(end)}`, name);
}

function wordsOf(name: string): (Place & { readonly text: string })[] {
  return [...name.matchAll(WORD)].map(({ 0: text, index }) => ({ text, start: index, end: index + text.length }));
}
