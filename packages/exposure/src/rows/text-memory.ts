// What was found out of a text, remembered by the text itself: rows repeat themselves, and a look-up is quicker than a reading. It
// is bounded, and it never leaves the thread: it holds values.

export interface MemoryLimits {
  /** Texts that are remembered at most. */
  readonly texts: number;
  /** Characters of all of them together. */
  readonly characters: number;
  /** A longer text is not remembered; nor is an empty one. */
  readonly longest: number;
}

/** Enough for the values of some ten thousand people, in about 20 MB. */
export const MEMORY_LIMITS: MemoryLimits = { texts: 1 << 17, characters: 8 << 20, longest: 2048 };

/** Texts of one kind: of one field, say. */
export interface TextMemory<Found> {
  get(text: string): Found | undefined;
  /** For a text that `get` did not know. */
  set(text: string, found: Found): void;
}

/** Memories that share their limits. */
export interface Memories<Found> {
  open(): TextMemory<Found>;
}

/** After so many texts it is judged whether remembering them was worth it. */
const TRIED = 2048;
/** It was, where one in so many was met again. */
const WORTH_ONE_IN = 32;
/** So many texts are let pass before it is tried again. */
const LET_PASS = 32 * TRIED;
/** Places for what came last: columns of services, hosts or models have few values. A power of two. */
const LATEST = 128;

/**
 * Two generations hold what was met lately: when the young one is full it becomes the old one, and what was old and not met
 * since is forgotten. Texts that never come again (ids of requests, times) are noticed, and their memory rests.
 */
export function createMemories<Found>(limits: MemoryLimits = MEMORY_LIMITS): Memories<Found> {
  const mostTexts = limits.texts / 2;
  const mostCharacters = limits.characters / 2;
  let generation = 0;
  let texts = 0;
  let characters = 0;
  const count = (text: string) => {
    texts += 1;
    characters += text.length;
    if (texts <= mostTexts && characters <= mostCharacters) return;
    generation += 1;
    texts = 0;
    characters = 0;
  };

  function open(): TextMemory<Found> {
    let young = new Map<string, Found>();
    let old = new Map<string, Found>();
    let born = generation;
    let tried = 0;
    let met = 0;
    let resting = 0;
    let latest = createLatest<Found>();
    const age = () => {
      old = generation - born === 1 ? young : new Map();
      young = new Map();
      latest = createLatest();
      born = generation;
    };
    const keep = (text: string, found: Found) => {
      count(text);
      if (born !== generation) age();
      young.set(text, found);
    };
    const recall = (text: string): Found | undefined => {
      let found = young.get(text);
      if (found === undefined) {
        found = old.get(text);
        if (found === undefined) return undefined;
        keep(text, found);
      }
      latest.set(text, found);
      return found;
    };
    const judge = () => {
      if (met * WORTH_ONE_IN < tried) {
        resting = LET_PASS;
        young = new Map();
        old = new Map();
        latest = createLatest();
      }
      tried = 0;
      met = 0;
    };
    return {
      get(text) {
        if (resting > 0 || text.length > limits.longest || text === '') return undefined;
        if (born !== generation) age();
        tried += 1;
        const found = latest.get(text) ?? recall(text);
        if (found !== undefined) met += 1;
        if (tried === TRIED) judge();
        return found;
      },
      set(text, found) {
        if (resting > 0) resting -= 1;
        else if (text.length <= limits.longest && text !== '' && mostTexts >= 1) keep(text, found);
      },
    };
  }
  return { open };
}

/** What was met last, at places that a few characters tell: no hash of the whole text has to be worked out to find it again. */
function createLatest<Found>(): TextMemory<Found> {
  const texts: string[] = [];
  const founds: Found[] = [];
  return {
    get(text) {
      const place = placeOf(text);
      return texts[place] === text ? founds[place] : undefined;
    },
    set(text, found) {
      for (let place = texts.length; place < LATEST; place += 1) {
        texts.push('');
        founds.push(found);
      }
      const place = placeOf(text);
      texts[place] = text;
      founds[place] = found;
    },
  };
}

/** Values of a column differ in their last characters or in their length. */
function placeOf(text: string): number {
  const { length } = text;
  const last = text.charCodeAt(length - 1);
  const late = text.charCodeAt((length * 3) >> 2);
  const middle = text.charCodeAt(length >> 1);
  return (length + last * 37 + late * 11 + middle * 5) & (LATEST - 1);
}
