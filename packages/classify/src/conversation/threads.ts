// Counts conversations over many rows: by the ids of their threads where rows have them, by bounds where they have none. Keys
// come hashed, and memory is bounded: past the capacity a fair sample of the keys is kept (adaptive sampling, Wegman 1984;
// P. Flajolet, "On adaptive sampling", Computing 43, 1990) and the counts become intervals.
import type { Speaker } from './turn.ts';

/** One message as it is counted. Keys are keyed hashes, never ids. */
interface CountedMessage {
  readonly thread?: string | bigint;
  readonly author?: string | bigint;
  readonly speaker: Speaker;
  /** Milliseconds since 1970. */
  readonly at?: number;
}

/** A count: exact where lower and upper agree. */
interface Bounds {
  readonly lower: number;
  readonly estimate: number;
  readonly upper: number;
}

interface ThreadCount {
  /** Always exact. */
  readonly messages: number;
  readonly conversations: Bounds;
  readonly participants: Bounds;
  /** Messages that came without an id of a thread. */
  readonly withoutThread: number;
  /** Of the threads with two messages and more: the share where another side speaks at least every second time. */
  readonly alternating: number;
  /** Of the messages with a time that follow one of their thread: the share that is not earlier than it. */
  readonly inOrder: number;
}

export interface ThreadCounter {
  add(message: CountedMessage): void;
  count(): ThreadCount;
}

/** A pause after which the next message of the same author is taken for a new conversation, where no id tells. */
const PAUSE_MS = 30 * 60_000;

interface Thread {
  messages: number;
  changes: number;
  last: Speaker;
  at: number;
}

interface Author {
  /** Conversations begun outside of threads, by the pauses between messages. */
  sessions: number;
  /** Messages outside of threads that people wrote. */
  alone: number;
  at: number;
}

/**
 * A counter of threads.
 *
 * @param capacity keys of each sort that are kept at most: about 150 bytes each
 */
export function threadCounter(capacity = 200_000): ThreadCounter {
  const threads = sample<Thread>(capacity);
  const authors = sample<Author>(capacity);
  let messages = 0;
  let withoutThread = 0;
  let unknownAlone = 0;
  let followed = 0;
  let inOrder = 0;

  const addToThread = (key: string | bigint, { speaker, at }: CountedMessage) => {
    const thread = threads.get(key, () => ({ messages: 0, changes: 0, last: speaker, at: Number.NEGATIVE_INFINITY }));
    if (thread === undefined) return;
    if (thread.messages++ > 0 && thread.last !== speaker) thread.changes++;
    thread.last = speaker;
    if (at === undefined) return;
    if (thread.at !== Number.NEGATIVE_INFINITY) {
      followed++;
      if (at >= thread.at) inOrder++;
    }
    thread.at = Math.max(thread.at, at);
  };

  const addAlone = (author: Author | undefined, { author: key, speaker, at }: CountedMessage) => {
    withoutThread++;
    if (speaker === 'assistant' || speaker === 'system' || speaker === 'tool') return;
    if (key === undefined) unknownAlone++;
    if (author === undefined) return;
    author.alone++;
    if (at === undefined || at - author.at > PAUSE_MS || author.sessions === 0) author.sessions++;
    if (at !== undefined) author.at = at;
  };

  return {
    add(message) {
      messages++;
      const isPerson = message.speaker === 'user' || message.speaker === 'other';
      const author =
        message.author === undefined || !isPerson
          ? undefined
          : authors.get(message.author, () => ({ sessions: 0, alone: 0, at: Number.NEGATIVE_INFINITY }));
      if (message.thread === undefined) addAlone(author, message);
      else addToThread(message.thread, message);
    },
    count() {
      let begun = 0;
      let alone = 0;
      let writers = 0;
      for (const author of authors.values()) {
        begun += author.sessions;
        alone += author.alone;
        if (author.alone > 0) writers++;
      }
      const scale = authors.scale();
      const known = threads.bounds();
      const persons = authors.bounds();
      // Without ids: at least one conversation for each who wrote, at most one for each message that a person wrote.
      const least = Math.floor(writers * scale * authors.margin('lower')) || (unknownAlone > 0 ? 1 : 0);
      const most = Math.ceil(alone * scale * authors.margin('upper')) + unknownAlone;
      const likely = Math.min(most, Math.max(least, Math.round(begun * scale) + unknownAlone));
      return {
        messages,
        withoutThread,
        conversations: { lower: known.lower + least, estimate: known.estimate + likely, upper: known.upper + most },
        participants:
          persons.estimate === 0 && unknownAlone > 0 ? { lower: 1, estimate: 1, upper: unknownAlone } : persons,
        alternating: shareAlternating(threads.values()),
        inOrder: followed === 0 ? 1 : inOrder / followed,
      };
    },
  };
}

function shareAlternating(threads: Iterable<Thread>): number {
  let several = 0;
  let alternating = 0;
  for (const thread of threads) {
    if (thread.messages < 2) continue;
    several++;
    if (thread.changes * 2 >= thread.messages - 1) alternating++;
  }
  return several === 0 ? 0 : alternating / several;
}

interface Sample<T> {
  /** What is kept for a key, or undefined where the key is not in the sample. */
  get(key: string | bigint, make: () => T): T | undefined;
  values(): Iterable<T>;
  /** How many keys each kept one stands for. */
  scale(): number;
  bounds(): Bounds;
  margin(side: 'lower' | 'upper'): number;
}

/** Keeps all keys until they are too many, then those whose hash ends in one more zero bit, and so on. */
function sample<T>(capacity: number): Sample<T> {
  const kept = new Map<string | bigint, T>();
  let zeroBits = 0;
  const isKept = (key: string | bigint) => (hash32(key) & ((1 << zeroBits) - 1)) === 0;
  // Adaptive sampling's relative standard error is 1.20/√capacity; three of it bound the count in 997 of 1000 cases.
  const error = () => (zeroBits === 0 ? 0 : (3 * 1.2) / Math.sqrt(capacity));
  return {
    get(key, make) {
      const known = kept.get(key);
      if (known !== undefined) return known;
      if (zeroBits > 0 && !isKept(key)) return undefined;
      const made = make();
      kept.set(key, made);
      while (kept.size > capacity && zeroBits < 30) {
        zeroBits++;
        for (const other of kept.keys()) if (!isKept(other)) kept.delete(other);
      }
      return kept.get(key);
    },
    values: () => kept.values(),
    scale: () => 2 ** zeroBits,
    margin: (side) => (side === 'lower' ? 1 - Math.min(1, error()) : 1 + error()),
    bounds() {
      const estimate = kept.size * 2 ** zeroBits;
      return {
        lower: Math.max(kept.size, Math.floor(estimate * (1 - Math.min(1, error())))),
        estimate,
        upper: Math.ceil(estimate * (1 + error())),
      };
    },
  };
}

/** A well-mixed hash of a key (FNV-1a with the finaliser of MurmurHash3), so that any bits of it will do. */
function hash32(key: string | bigint): number {
  let hash = 0x811c9dc5;
  if (typeof key === 'bigint') {
    hash = Number(BigInt.asUintN(32, key)) ^ Math.imul(Number(BigInt.asUintN(32, key >> 32n)), 0x9e3779b1);
  } else for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
