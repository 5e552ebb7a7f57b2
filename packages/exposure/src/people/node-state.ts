// Keys of people in the form in which they cross threads: a few arrays of numbers, since a million small objects would be copied one
// by one, and fill the memory of two threads at once.
import type { KeyedHash } from '../keyed-hash.ts';

/**
 * What a key says of the person behind it. `one person`: never shared (a national identifier); `contact`: a mailbox or a phone;
 * `account`: the owner's own number of an account; `device`: a pseudonym.
 */
export type KeyStrength = 'one person' | 'contact' | 'account' | 'device';

export interface PersonNode {
  readonly kind: string;
  readonly hash: KeyedHash;
  readonly strength: KeyStrength;
  readonly isShared: boolean;
  /** ISO 3166 code. */
  country: string | undefined;
}

/** Nodes side by side: each array has one number for each of them. */
export interface NodeState {
  readonly hashes: Float64Array;
  /** Places in `words`. */
  readonly kinds: Uint16Array;
  readonly countries: Uint16Array;
  readonly words: readonly string[];
  /** The place in `STRENGTHS`, and 8 where the key is shared. */
  readonly strengths: Uint8Array;
}

const STRENGTHS: readonly KeyStrength[] = ['one person', 'contact', 'account', 'device'];
const SHARED = 8;
/** Kinds and countries are some hundreds. */
const MOST_WORDS = 2 ** 16;

export function packNodes(nodes: readonly PersonNode[]): NodeState {
  const places = new Map<string, number>();
  const placeOf = (word: string): number => {
    const known = places.get(word);
    if (known !== undefined) return known;
    if (places.size >= MOST_WORDS) throw new Error(`people have more than ${MOST_WORDS} kinds of keys and countries`);
    places.set(word, places.size);
    return places.size - 1;
  };
  const kinds = Uint16Array.from(nodes, ({ kind }) => placeOf(kind));
  const countries = Uint16Array.from(nodes, ({ country }) => placeOf(country ?? ''));
  return {
    hashes: Float64Array.from(nodes, ({ hash }) => hash),
    kinds,
    countries,
    words: [...places.keys()],
    strengths: Uint8Array.from(
      nodes,
      ({ strength, isShared }) => STRENGTHS.indexOf(strength) + (isShared ? SHARED : 0),
    ),
  };
}

/** The nodes one by one, in the order in which they were packed. */
export function* unpackNodes({ hashes, kinds, countries, words, strengths }: NodeState): Generator<PersonNode> {
  for (let at = 0; at < hashes.length; at += 1) {
    const strength = strengths[at] as number;
    const country = words[countries[at] as number] as string;
    yield {
      kind: words[kinds[at] as number] as string,
      hash: hashes[at] as number,
      strength: STRENGTHS[strength % SHARED] as KeyStrength,
      isShared: strength >= SHARED,
      country: country === '' ? undefined : country,
    };
  }
}
