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
  /** Which pairs there are; empty where there are none. */
  readonly #hasPair: Uint8Array;
  readonly #shift: number;
  /** Slot → first entry + 1, or 0. */
  readonly #heads: Int32Array;
  readonly #next: Int32Array;
  readonly #grams: Int32Array;
  readonly #offsets: Int32Array;
  readonly #hasGrams: boolean;

  /** @param literals distinct, none empty */
  constructor(literals: readonly string[]) {
    this.#literals = literals;
    const shorts = literals.flatMap((literal, index) => (literal.length < GRAM ? [{ literal, index }] : []));
    this.#signs = shorts.filter(({ literal }) => literal.length < PAIR);
    const pairs = shorts.filter(({ literal }) => literal.length >= PAIR);
    this.#hasPair = new Uint8Array(pairs.length > 0 ? 1 << 16 : 0);
    for (const short of pairs) {
      const pair = ((short.literal.charCodeAt(0) & 0xff) << 8) | (short.literal.charCodeAt(1) & 0xff);
      this.#hasPair[pair] = 1;
      this.#pairs.set(pair, [...(this.#pairs.get(pair) ?? []), short]);
    }
    this.#hasGrams = shorts.length < literals.length;
    const bits = Math.max(8, Math.min(18, Math.ceil(Math.log2(Math.max(1, literals.length))) + 3));
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
      const slot = Math.imul(gram, MULTIPLIER) >>> this.#shift;
      this.#grams[index] = gram;
      this.#offsets[index] = best;
      this.#next[index] = this.#heads[slot] ?? 0;
      this.#heads[slot] = index + 1;
    }
  }

  /**
   * Calls back with the index of each literal that stands in the text, more than once where it stands there more than once.
   *
   * @param found says whether that is enough
   * @returns whether it was
   */
  each(text: string, found: (index: number) => boolean): boolean {
    for (const { literal, index } of this.#signs) if (text.includes(literal) && found(index)) return true;
    if (this.#hasPair.length > 0 && this.#eachShort(text, found)) return true;
    if (!this.#hasGrams) return false;
    const heads = this.#heads;
    const shift = this.#shift;
    let gram = 0;
    for (let at = 0; at < text.length; at += 1) {
      gram = (gram << 8) | (text.charCodeAt(at) & 0xff);
      let entry = heads[Math.imul(gram, MULTIPLIER) >>> shift] ?? 0;
      while (entry !== 0) {
        const index = entry - 1;
        if (this.#grams[index] === gram && this.#standsAt(index, text, at) && found(index)) return true;
        entry = this.#next[index] ?? 0;
      }
    }
    return false;
  }

  #eachShort(text: string, found: (index: number) => boolean): boolean {
    const hasPair = this.#hasPair;
    let pair = 0;
    for (let at = 0; at < text.length; at += 1) {
      pair = ((pair << 8) | (text.charCodeAt(at) & 0xff)) & 0xffff;
      if (hasPair[pair] !== 1 || at === 0) continue;
      for (const { literal, index } of this.#pairs.get(pair) ?? NO_SHORTS) {
        if (text.startsWith(literal, at - 1) && found(index)) return true;
      }
    }
    return false;
  }

  /** Whether any of the literals stands in the text. */
  any(text: string): boolean {
    return this.each(text, ENOUGH);
  }

  /** @param at where the last sign of the gram stands */
  #standsAt(index: number, text: string, at: number): boolean {
    const start = at - GRAM + 1 - (this.#offsets[index] ?? 0);
    return start >= 0 && text.startsWith(this.#literals[index] ?? '', start);
  }
}

const NO_SHORTS: readonly Short[] = [];
const ENOUGH = () => true;

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
