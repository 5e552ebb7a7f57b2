// Looks for many literals in a text at once: each is known by four of its signs, the rarest, and only where those stand is it compared.
// Half the memory of an automaton, and its tables stay near the processor.

/** Literals shorter than this are known by their first two signs, and single signs by themselves. */
const GRAM = 4;
const PAIR = 2;
/** What stands in so many texts that it tells nothing apart. */
const COMMON =
  'c:\\windows\\system32\\ c:\\windows\\syswow64\\ c:\\program files (x86)\\ c:\\program files\\ c:\\users\\public\\ \\appdata\\local\\temp\\ \\appdata\\roaming\\ .exe .dll powershell.exe cmd.exe /c svchost.exe microsoft explorer.exe https:// http:// hklm\\software\\microsoft\\windows\\currentversion\\ sha256= md5= imphash= service host user admin process';

interface Short {
  readonly literal: string;
  readonly index: number;
}

export class GramSearch {
  readonly #literals: readonly string[];
  readonly #signs: readonly Short[];
  /** By the low bytes of their first two signs. */
  readonly #pairs = new Map<number, Short[]>();
  /** Which pairs there are. */
  readonly #hasPair: Uint8Array;
  /** Which grams there may be, by more of their hash than the slots have: most signs are told by it to begin nothing. */
  readonly #mayBe: Uint8Array;
  readonly #mayBeShift: number;
  readonly #shift: number;
  /** Slot → first entry + 1, or 0. */
  readonly #heads: Int32Array;
  readonly #next: Int32Array;
  readonly #grams: Int32Array;
  readonly #offsets: Int32Array;
  /** Whether any literal is of more than one sign. */
  readonly #hasSigns: boolean;

  /** @param literals distinct, none empty */
  constructor(literals: readonly string[]) {
    this.#literals = literals;
    const shorts = literals.flatMap((literal, index) => (literal.length < GRAM ? [{ literal, index }] : []));
    this.#signs = shorts.filter(({ literal }) => literal.length < PAIR);
    const pairs = shorts.filter(({ literal }) => literal.length >= PAIR);
    this.#hasPair = pairs.length > 0 ? new Uint8Array(1 << 16) : NO_PAIRS;
    for (const short of pairs) {
      const pair = ((short.literal.charCodeAt(0) & 0xff) << 8) | (short.literal.charCodeAt(1) & 0xff);
      this.#hasPair[pair] = 1;
      this.#pairs.set(pair, [...(this.#pairs.get(pair) ?? []), short]);
    }
    this.#hasSigns = this.#signs.length < literals.length;
    const size = Math.ceil(Math.log2(Math.max(1, literals.length)));
    const bits = Math.max(8, Math.min(18, size + 3));
    const mayBeBits = Math.max(8, Math.min(17, size + 6));
    this.#mayBe = new Uint8Array(1 << mayBeBits);
    this.#mayBeShift = 32 - mayBeBits;
    this.#shift = 32 - bits;
    this.#heads = new Int32Array(1 << bits);
    this.#next = new Int32Array(literals.length);
    this.#grams = new Int32Array(literals.length);
    this.#offsets = new Int32Array(literals.length);
    this.#fill();
  }

  #fill(): void {
    const counts = gramCounts(this.#literals);
    for (const [index, literal] of this.#literals.entries()) {
      if (literal.length < GRAM) continue;
      let best = 0;
      let least = Number.POSITIVE_INFINITY;
      for (let offset = 0; offset + GRAM <= literal.length; offset += 1) {
        const count = counts.get(gramAt(literal, offset)) ?? 0;
        if (count < least) {
          least = count;
          best = offset;
        }
      }
      const gram = gramAt(literal, best);
      const hash = Math.imul(gram, MULTIPLIER);
      const slot = hash >>> this.#shift;
      this.#mayBe[hash >>> this.#mayBeShift] = 1;
      this.#grams[index] = gram;
      this.#offsets[index] = best;
      this.#next[index] = this.#heads[slot] ?? 0;
      this.#heads[slot] = index + 1;
    }
  }

  /** Calls back with the index of each literal that stands in the text, more than once where it stands there more than once. */
  each(text: string, found: (index: number) => void): void {
    // What is called back may search itself, so that it is called when the signs are no longer needed.
    const hits: number[] = [];
    this.#scan(text, hits);
    for (const index of hits) found(index);
  }

  /** Whether any of the literals stands in the text. */
  any(text: string): boolean {
    return this.#scan(text, undefined);
  }

  /** @param hits takes what is found; without it the first one is enough. @returns whether anything was found without it */
  #scan(text: string, hits: number[] | undefined): boolean {
    for (const { literal, index } of this.#signs) if (text.includes(literal) && isEnough(index, hits)) return true;
    if (!this.#hasSigns) return false;
    const { length } = text;
    for (let start = 0, before = 0; start < length; start += SIGNS.length) {
      if (this.#scanSigns(text, start, lowBytes(text, start), before, hits)) return true;
      before = SIGNS.readInt32BE(SIGNS.length - GRAM);
    }
    return false;
  }

  /** @param start where in the text the signs begin. @param before the four signs before them */
  #scanSigns(text: string, start: number, count: number, before: number, hits: number[] | undefined): boolean {
    const [mayBe, shift, hasPair] = [this.#mayBe, this.#mayBeShift, this.#hasPair];
    let gram = before;
    for (let at = 0; at < count; at += 1) {
      gram = (gram << 8) | (SIGNS[at] ?? 0);
      const hash = Math.imul(gram, MULTIPLIER);
      if (mayBe[hash >>> shift] === 1 && this.#endsGram(gram, hash, text, start + at, hits)) return true;
      if (hasPair[gram & 0xffff] === 1 && this.#endsPair(gram & 0xffff, text, start + at, hits)) return true;
    }
    return false;
  }

  /** @param at where the last sign of the gram stands */
  #endsGram(gram: number, hash: number, text: string, at: number, hits: number[] | undefined): boolean {
    let entry = this.#heads[hash >>> this.#shift] ?? 0;
    while (entry !== 0) {
      const index = entry - 1;
      if (this.#grams[index] === gram && this.#standsAt(index, text, at) && isEnough(index, hits)) return true;
      entry = this.#next[index] ?? 0;
    }
    return false;
  }

  #endsPair(pair: number, text: string, at: number, hits: number[] | undefined): boolean {
    if (at === 0) return false;
    for (const { literal, index } of this.#pairs.get(pair) ?? NO_SHORTS) {
      if (text.startsWith(literal, at - 1) && isEnough(index, hits)) return true;
    }
    return false;
  }

  /** @param at where the last sign of the gram stands */
  #standsAt(index: number, text: string, at: number): boolean {
    const start = at - GRAM + 1 - (this.#offsets[index] ?? 0);
    return start >= 0 && text.startsWith(this.#literals[index] ?? '', start);
  }
}

const NO_SHORTS: readonly Short[] = [];
const NO_PAIRS = new Uint8Array(1 << 16);

/** The low bytes of the signs that are looked at; bytes are read in half the time that a text's signs take. */
const SIGNS = Buffer.alloc(1 << 16);
/** Shorter texts are copied faster than the copying is called. */
const SHORT = 32;

/** Fills `SIGNS` from a place in the text on. @returns how many there are */
function lowBytes(text: string, start: number): number {
  const count = Math.min(text.length - start, SIGNS.length);
  if (count >= SHORT) return SIGNS.write(start === 0 ? text : text.slice(start, start + count), 'latin1');
  for (let at = 0; at < count; at += 1) SIGNS[at] = text.charCodeAt(start + at);
  return count;
}

function isEnough(index: number, hits: number[] | undefined): boolean {
  hits?.push(index);
  return hits === undefined;
}

/** Fibonacci hashing. */
const MULTIPLIER = 0x9e3779b1;

function gramAt(text: string, offset: number): number {
  let gram = 0;
  for (let at = offset; at < offset + GRAM; at += 1) gram = (gram << 8) | (text.charCodeAt(at) & 0xff);
  return gram;
}

function gramCounts(literals: readonly string[]): Map<number, number> {
  const counts = new Map<number, number>();
  const add = (text: string, weight: number) => {
    for (let offset = 0; offset + GRAM <= text.length; offset += 1) {
      const gram = gramAt(text, offset);
      counts.set(gram, (counts.get(gram) ?? 0) + weight);
    }
  };
  add(COMMON, 1000);
  for (const literal of literals) add(literal, 1);
  return counts;
}
