// Counts what the fields of a row tell together: conversations with their messages, threads and languages, and searches with their
// topics.
import type { RowReading } from '@vigie/classify';
import type { KeyedHash } from '../keyed-hash.ts';
import type { RowSenses } from './row-senses.ts';
import { addTo, type Tally } from './tally.ts';
import { createMemories, type MemoryLimits } from './text-memory.ts';

/** What was worked out of a text for counting, kept with its cell: users, queries and first words come again and again. */
export interface ReadingNotes {
  /** Empty where it cannot be told. */
  language?: string;
  topics?: readonly string[];
  participant?: KeyedHash;
}

/** The row whose fields were read, as far as counting needs it. */
export interface RowOfReading {
  /** The notes of a text that stands in the row as a cell of its own. */
  notesOf(text: string): ReadingNotes | undefined;
  /** Takes the kind, the path of the field that it is told of, and the country that the language tells. */
  tell(kind: string, isCertain: boolean, path: string, country?: string): void;
}

export interface ReadingCounter {
  count(tally: Tally, reading: RowReading, row: RowOfReading): void;
}

/** Texts that are no cells of their own are short words in a document, or stand in a notation that was read as a whole. */
const LIMITS: MemoryLimits = { texts: 1 << 14, characters: 1 << 20, longest: 2048 };

/** Confidence from which a conversation or a search is certain, as for spans. */
const CERTAIN_FROM = 0.75;

export function createReadingCounter(
  senses: RowSenses,
  hash: (space: string, value: string) => KeyedHash,
): ReadingCounter {
  const others = createMemories<ReadingNotes>(LIMITS).open();
  const notesOf = (text: string, row: RowOfReading): ReadingNotes => {
    const known = row.notesOf(text) ?? others.get(text);
    if (known) return known;
    const made = {};
    others.set(text, made);
    return made;
  };
  const languageOf = (words: string, notes: ReadingNotes): string => {
    notes.language ??= senses.languageOf(words) ?? '';
    return notes.language;
  };
  const topicsOf = (query: string, notes: ReadingNotes): readonly string[] => {
    notes.topics ??= [...new Set(senses.topicsOf(query))];
    return notes.topics;
  };
  const participantOf = (user: string, notes: ReadingNotes): KeyedHash => {
    notes.participant ??= hash('participant', user);
    return notes.participant;
  };
  return {
    count(tally, { conversation, search }, row) {
      if (conversation) {
        const { turns, thread, user, confidence, field } = conversation;
        tally.messages += turns.length;
        if (thread === undefined) tally.unthreaded += conversation.conversations;
        else tally.threads.add(hash('thread', thread));
        if (user !== undefined) tally.participants.add(participantOf(user, notesOf(user, row)));
        const words = turns.find(({ speaker }) => speaker === 'user' || speaker === 'other')?.text;
        const language = words === undefined ? '' : languageOf(words, notesOf(words, row));
        if (language !== '') addTo(tally.languages, language, 1);
        const country = language === '' ? undefined : senses.countryOfLanguage(language);
        row.tell('conversation', confidence >= CERTAIN_FROM, field, country);
      }
      if (search) {
        row.tell('search-history', search.confidence >= CERTAIN_FROM, search.field);
        for (const topic of topicsOf(search.query, notesOf(search.query, row))) addTo(tally.topics, topic, 1);
      }
    },
  };
}
