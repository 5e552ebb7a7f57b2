// The shape of a vocabulary: words of one category by language and by the part that they play in a sentence.
import type { SpecialCategory } from './category.ts';

/** Languages with a grammar of persons, see persons.ts. */
export type Language = 'en' | 'fr' | 'de' | 'es' | 'it' | 'pt' | 'nl' | 'pl' | 'tr' | 'ru' | 'ar' | 'ko' | 'zh' | 'ja';

/** `latin`: international words, the same in all languages of the Latin script (medicines, acronyms). */
export type Tongue = Language | 'latin';

/**
 * The part of a term in a sentence.
 *
 * - `told`: tells as soon as a person is spoken of in the sentence: "antidepressants", "was baptised"
 * - `is`: what a person is: counts behind "I am", "my brother is", "as a"
 * - `has`: what a person has: counts where a person is spoken of and the matter is not one of study; in Chinese and Japanese
 *   with "have", "suffer", "diagnosed"
 * - `group`: what a person belongs to or goes to: counts with "member", "joined", "voted", "attend"
 * - `topic`: too weak for a statement; tells what a short query is about
 */
export type Part = 'told' | 'is' | 'has' | 'group' | 'topic';

/**
 * Terms, separated by commas. A term is one word or several; `*` at the end of a word stands for any ending, at its start
 * for any beginning; `a/b` in a word's place stands for either. In Chinese and Japanese a term counts wherever it stands.
 */
export type Terms = string;

export interface Vocabulary {
  readonly category: SpecialCategory;
  /** What the category's terms are, for reasons: "a diagnosis or treatment". */
  readonly names: string;
  readonly tongues: Readonly<Partial<Record<Tongue, Readonly<Partial<Record<Part, Terms>>>>>>;
}

/**
 * Words that tell nothing alone and something together, beside a person: an organ and its removal, a drink and its excess,
 * a party and a vote, "my brother" and "his husband".
 */
export interface Pair {
  readonly category: SpecialCategory;
  /** The rarer side: these words make the finder look. */
  readonly word: Terms;
  /** The other side, looked for only round the first, before it or behind it. */
  readonly beside: Terms;
}
