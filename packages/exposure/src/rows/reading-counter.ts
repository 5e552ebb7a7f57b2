// Counts what the fields of a row tell together: conversations with their messages, threads and languages, and searches with their
// topics.
import type { RowReading } from '@vigie/classify';
import type { KeyedHash } from '../keyed-hash.ts';
import type { RowSenses } from './row-senses.ts';
import { addTo, type Tally } from './tally.ts';
import { createMemories, type MemoryLimits } from './text-memory.ts';

export interface ReadingCounter {
  /** @param tell called with the kind, the path of the field that it is told of, and the country that the language tells */
  count(
    tally: Tally,
    reading: RowReading,
    tell: (kind: string, isCertain: boolean, path: string, country?: string) => void,
  ): void;
}

/** Confidence from which a conversation or a search is certain, as for spans. */
const CERTAIN_FROM = 0.75;

/** Users, queries and first words of conversations come again and again. */
const LIMITS: MemoryLimits = { texts: 1 << 16, characters: 4 << 20, longest: 2048 };

export function createReadingCounter(
  senses: RowSenses,
  hash: (space: string, value: string) => KeyedHash,
): ReadingCounter {
  const languageOf = remembered((text: string) => senses.languageOf(text) ?? '');
  const topicsOf = remembered((query: string) => [...new Set(senses.topicsOf(query))]);
  const participantOf = remembered((user: string) => hash('participant', user));
  return {
    count(tally, { conversation, search }, tell) {
      if (conversation) {
        tally.messages += conversation.turns.length;
        if (conversation.thread === undefined) tally.unthreaded += conversation.conversations;
        else tally.threads.add(hash('thread', conversation.thread));
        if (conversation.user !== undefined) tally.participants.add(participantOf(conversation.user));
        const words = conversation.turns.find(({ speaker }) => speaker === 'user' || speaker === 'other')?.text;
        const language = words === undefined ? '' : languageOf(words);
        if (language !== '') addTo(tally.languages, language, 1);
        const country = language === '' ? undefined : senses.countryOfLanguage(language);
        tell('conversation', conversation.confidence >= CERTAIN_FROM, conversation.field, country);
      }
      if (search) {
        tell('search-history', search.confidence >= CERTAIN_FROM, search.field);
        for (const topic of topicsOf(search.query)) addTo(tally.topics, topic, 1);
      }
    },
  };
}

/** A function that need not work out again what it has worked out lately. */
function remembered<Found>(work: (text: string) => Found): (text: string) => Found {
  const memory = createMemories<Found>(LIMITS).open();
  return (text) => {
    const known = memory.get(text);
    if (known !== undefined) return known;
    const found = work(text);
    memory.set(text, found);
    return found;
  };
}
