// The vocabulary: what a word is (name, place, common word, title …), looked up by a hash of its folded letters, since a
// look-up must cost less than making a string.

import { NAMES } from './data/names.ts';
import { PLACES } from './data/places.ts';
import { WORDS } from './data/words.ts';
import { BODY, GROUP, PARTICLE, STREET, THING, TITLE, UNIT } from './flags.ts';
import { fold } from './fold.ts';
import { BODIES, GROUPS, PARTICLES, STREETS, THINGS, TITLES, UNITS } from './word-lists.ts';

/** Start value of a hash; `hashStep` takes in one folded UTF-16 unit. FNV-1a, 32 bits. */
export const HASH_START = 0x811c9dc5 | 0;

export function hashStep(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

export function hashOf(folded: string): number {
  let hash = HASH_START;
  for (let at = 0; at < folded.length; at++) hash = hashStep(hash, folded.charCodeAt(at));
  return hash;
}

/**
 * Open addressing over 32-bit hashes. With 180,000 words an unknown word is taken for a known one in about 1 of 24,000
 * cases, which the rules bear: no rule is certain from one word alone.
 */
export interface Vocabulary {
  /** The bits of flags.ts; 0 for an unknown word. */
  flags(hash: number): number;
}

const SLOT_BITS = 19;
const SLOT_MASK = (1 << SLOT_BITS) - 1;

function slotOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & SLOT_MASK;
}

let shared: Vocabulary | undefined;

/** The vocabulary, built at first use (about 15 ms) and kept. */
export function vocabulary(): Vocabulary {
  shared ??= build();
  return shared;
}

function build(): Vocabulary {
  const keys = new Int32Array(1 << SLOT_BITS);
  const bits = new Uint16Array(1 << SLOT_BITS);
  const add = (hash: number, flags: number) => {
    let slot = slotOf(hash);
    while (bits[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & SLOT_MASK;
    keys[slot] = hash;
    bits[slot] = (bits[slot] ?? 0) | flags;
  };
  for (const data of [NAMES, PLACES, WORDS]) for (const row of data.split('\n')) readRow(row, add);
  for (const [list, flag] of [
    [TITLES, TITLE],
    [STREETS, STREET],
    [UNITS, UNIT],
    [BODIES, BODY],
    [GROUPS, GROUP],
    [THINGS, THING],
    [PARTICLES, PARTICLE],
  ] as const) {
    for (const word of list.split(/\s*[,\n]\s*/)) if (word !== '') add(hashOf(fold(word)), flag);
  }
  return {
    flags(hash) {
      let slot = slotOf(hash);
      for (;;) {
        const found = bits[slot] as number;
        if (found === 0 || keys[slot] === hash) return found;
        slot = (slot + 1) & SLOT_MASK;
      }
    },
  };
}

/** One row of a data file: flags, a colon, words in which a capital letter says how much is shared with the word before. */
function readRow(row: string, add: (hash: number, flags: number) => void): void {
  const colon = row.indexOf(':');
  const flags = Number(row.slice(0, colon)) & ~0;
  // The hash of each prefix of the word at hand, so that a shared beginning is not hashed again.
  const prefixes = new Int32Array(64);
  prefixes[0] = HASH_START;
  let length = 0;
  for (let at = colon + 1; at < row.length; at++) {
    const unit = row.charCodeAt(at);
    if (unit >= 65 && unit <= 90) {
      if (length > 0) add(prefixes[length] as number, flags);
      length = unit - 65;
    } else if (length < 63) {
      prefixes[length + 1] = hashStep(prefixes[length] as number, unit);
      length++;
    }
  }
  if (length > 0) add(prefixes[length] as number, flags);
}
