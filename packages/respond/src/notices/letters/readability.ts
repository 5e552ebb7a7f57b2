// Whether a letter can be read by those whom it is for: the length of its sentences, and words that it does without.
// An average of 20 words a sentence is what the European Commission asks of its own writers in all languages ("How to write clearly"); the
// Oxford Guide to Plain English advises 15 to 20, and warns that sentences past 40 words lose the reader. Sentences and words are those of
// Unicode UAX #29 with its dictionaries, so that Chinese is measured in words too.
import { type Block, LANGUAGES, type Language } from '../notice.ts';
import { JARGON } from './jargon.ts';

/** Words a sentence, on average over the letter. */
const MEAN_WORDS = 20;
/** Words in the longest sentence. */
const MOST_WORDS = 40;

/** What makes a text hard to read. */
export interface Obstacle {
  readonly code: 'sentences-long' | 'sentence-too-long' | 'jargon';
  /** The words at which it is. */
  readonly at: string;
  readonly says: string;
}

/** What is hard to read in the running text of a letter; headings, and tables of addresses, are no sentences. */
export function obstaclesIn(blocks: readonly Block[], language: Language): readonly Obstacle[] {
  const texts = blocks.flatMap(runningText);
  const sentences = texts.flatMap((text) => sentencesOf(text, language));
  return [...averageLength(sentences), ...longSentences(sentences), ...jargonIn(texts, language)];
}

const SEGMENTERS = Object.fromEntries(
  LANGUAGES.map((language) => [
    language,
    {
      words: new Intl.Segmenter(language, { granularity: 'word' }),
      sentences: new Intl.Segmenter(language, { granularity: 'sentence' }),
    },
  ]),
) as Readonly<Record<Language, { readonly words: Intl.Segmenter; readonly sentences: Intl.Segmenter }>>;

/** How many words a text has. */
export function countWords(text: string, language: Language): number {
  return [...SEGMENTERS[language].words.segment(text)].filter(({ isWordLike }) => isWordLike).length;
}

/** The sentences of a block; each item of a list is one or more by itself. */
export function runningText(block: Block): readonly string[] {
  if (block.kind === 'paragraph') return [block.text];
  return block.kind === 'list' ? block.items : [];
}

interface Sentence {
  readonly text: string;
  readonly words: number;
}

function sentencesOf(text: string, language: Language): readonly Sentence[] {
  return [...SEGMENTERS[language].sentences.segment(text)]
    .map(({ segment }) => ({ text: segment.trim(), words: countWords(segment, language) }))
    .filter(({ words }) => words > 0);
}

function averageLength(sentences: readonly Sentence[]): readonly Obstacle[] {
  const mean = sentences.reduce((sum, { words }) => sum + words, 0) / Math.max(1, sentences.length);
  if (mean <= MEAN_WORDS) return [];
  const says = `The sentences have ${mean.toFixed(1)} words on average. Make them shorter: ${MEAN_WORDS} at most on average.`;
  return [{ code: 'sentences-long', at: 'the whole letter', says }];
}

function longSentences(sentences: readonly Sentence[]): readonly Obstacle[] {
  return sentences
    .filter(({ words }) => words > MOST_WORDS)
    .map(({ text, words }) => ({
      code: 'sentence-too-long',
      at: text,
      says: `This sentence has ${words} words. Make two of it: past ${MOST_WORDS} words readers get lost.`,
    }));
}

function jargonIn(texts: readonly string[], language: Language): readonly Obstacle[] {
  return JARGON[language].flatMap(({ found, instead }) =>
    texts.flatMap((text): Obstacle[] => {
      const word = found.exec(text)?.[0];
      if (word === undefined) return [];
      return [{ code: 'jargon', at: word, says: `“${word}” is not for this reader: ${instead}.` }];
    }),
  );
}
