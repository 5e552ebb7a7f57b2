// One letter in the making: the facts, what they tell of, and the words of a language.
import { knownValue } from '../../facts/fact.ts';
import type { BreachFacts } from '../../facts/facts.ts';
import type { Block, Language } from '../notice.ts';
import { list, question } from './blocks.ts';
import type { AdviceWords, AskedFact, LetterWords } from './letter-words.ts';
import type { Mark } from './marks.ts';
import type { LetterTopics, Topic } from './topics.ts';

export interface LetterCase {
  readonly facts: BreachFacts;
  readonly language: Language;
  readonly words: LetterWords;
  readonly advice: Readonly<Record<Topic, AdviceWords>>;
  readonly topics: LetterTopics;
}

/** The rule behind a part of a letter. */
export const NATURE = 'Article 34(2)';
export const CONTACT = 'Article 34(2) with 33(3)(b)';
export const CONSEQUENCES = 'Article 34(2) with 33(3)(c)';
export const MEASURES = 'Article 34(2) with 33(3)(d)';

/** The question for a fact that only a person can say. */
export function ask({ words }: LetterCase, fact: AskedFact, demandedBy: string, marks: readonly Mark[] = []): Block {
  return question({ id: fact, text: words.ask[fact], fact, demandedBy }, marks);
}

/**
 * Sentences that a person wrote, as a list. In another language than the letter's they are handed back to be translated, since nobody but a
 * person can answer for the words; where nobody says in which language they are, that is asked.
 */
export function stated(letter: LetterCase, id: string, sentences: readonly string[], marks: readonly Mark[]): Block[] {
  const { facts, language, words } = letter;
  const writtenIn = knownValue(facts.writtenIn);
  if (writtenIn === language) return [list(sentences, marks)];
  if (writtenIn === undefined) return [list(sentences, marks), ask(letter, 'writtenIn', NATURE)];
  return sentences.map((text, index) =>
    question({ id: `translate-${id}-${index + 1}`, text: words.askTranslation({ text }), demandedBy: NATURE }, marks),
  );
}
