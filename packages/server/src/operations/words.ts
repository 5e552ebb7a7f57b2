// A query field that takes one word of a list, or several with commas between.
import * as v from 'valibot';

/**
 * @example oneOrMore(['open', 'closed']) // ?verdict=open,closed
 */
export function oneOrMore<const Words extends readonly string[]>(words: Words) {
  const isWord = (word: string): word is Words[number] => words.includes(word);
  return v.pipe(
    v.string(),
    v.transform((text) => text.split(',')),
    v.check((all) => all.every(isWord), `one or more of ${words.join(', ')}, with commas between`),
    v.transform((all) => all.filter(isWord)),
  );
}
