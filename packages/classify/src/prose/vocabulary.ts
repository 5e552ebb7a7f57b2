// The vocabulary: what a word is (name, place, common word, title …), looked up by the hash of its folded letters.

import { NAMES } from './data/names.ts';
import { PLACES } from './data/places.ts';
import { WORDS } from './data/words.ts';
import { BODY, FLAGS, GROUP, PARTICLE, RULED, STREET, THING, TITLE, UNIT } from './flags.ts';
import { fold } from './fold.ts';
import { HASH_START, hashOf, hashStep } from './hash.ts';
import { BODIES, GROUPS, JOBS, PARTICLES, STREETS, THINGS, TITLES, UNITS } from './word-lists.ts';

/**
 * Open addressing over 32-bit hashes. With 180,000 words an unknown word is taken for a known one in about 1 of 24,000
 * cases, which the rules bear: no rule is certain from one word alone.
 */
export interface Vocabulary {
  /** The bits of flags.ts that tokens carry; 0 for an unknown word. */
  flags(hash: number): number;
  /** Slots of two numbers, a hash and its bits: one line of the processor's cache serves both. See `bitsIn`. */
  readonly slots: Int32Array;
}

const SLOT_BITS = 18;
const SLOT_MASK = (2 << SLOT_BITS) - 2;

/** Index of the first slot in which a hash may stand. */
function slotOf(hash: number): number {
  return ((hash ^ (hash >>> 15)) << 1) & SLOT_MASK;
}

/** All bits of a word, RULED too. A function of its own, so that a loop over words holds the slots and calls nothing. */
export function bitsIn(slots: Int32Array, hash: number): number {
  let slot = slotOf(hash);
  for (;;) {
    const bits = slots[slot + 1] as number;
    if (bits === 0 || slots[slot] === hash) return bits;
    slot = (slot + 2) & SLOT_MASK;
  }
}

let shared: Vocabulary | undefined;

/** The vocabulary, built at first use and kept. */
export function vocabulary(): Vocabulary {
  shared ??= build();
  return shared;
}

function build(): Vocabulary {
  const slots = new Int32Array(2 << SLOT_BITS);
  const prefixes = new Int32Array(LONGEST_WORD + 1);
  for (const data of [NAMES, PLACES, WORDS]) for (const row of data.split('\n')) readRow(row, prefixes, slots);
  for (const [list, bits] of [
    [TITLES, TITLE],
    [STREETS, STREET],
    [UNITS, UNIT],
    [BODIES, BODY],
    [GROUPS, GROUP],
    [THINGS, THING],
    [PARTICLES, PARTICLE],
    [JOBS, RULED],
    ['corner', RULED],
  ] as const) {
    for (const word of list.split(/\s*[,\n]\s*/)) if (word !== '') add(slots, hashOf(fold(word)), bits);
  }
  return { slots, flags: (hash) => bitsIn(slots, hash) & FLAGS };
}

/**
 * Reads a row of a data file into the slots: flags, a colon, words in which a capital letter says how much is shared with the
 * word before.
 *
 * @param prefixes where the hash of each prefix of the word at hand is kept, so that a shared beginning is not hashed again
 */
function readRow(row: string, prefixes: Int32Array, slots: Int32Array): void {
  const colon = row.indexOf(':');
  const flags = Number(row.slice(0, colon));
  prefixes[0] = HASH_START;
  let length = 0;
  for (let at = colon + 1; at < row.length; at++) {
    const unit = row.charCodeAt(at);
    if (unit >= 65 && unit <= 90) {
      if (length > 0) add(slots, prefixes[length] as number, flags);
      length = unit - 65;
    } else if (length < LONGEST_WORD) {
      prefixes[length + 1] = hashStep(prefixes[length] as number, unit);
      length++;
    }
  }
  if (length > 0) add(slots, prefixes[length] as number, flags);
}

/** Adds bits to those of a hash. */
function add(slots: Int32Array, hash: number, bits: number): void {
  let slot = slotOf(hash);
  while (slots[slot + 1] !== 0 && slots[slot] !== hash) slot = (slot + 2) & SLOT_MASK;
  slots[slot] = hash;
  slots[slot + 1] = (slots[slot + 1] as number) | bits;
}

const LONGEST_WORD = 63;
