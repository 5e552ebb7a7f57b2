// A set of whole numbers from 0 to 2^53, such as keyed hashes, in one array (open addressing, Knuth, TAOCP 3, 6.4): no object for each
// of a million.

export interface HashSet {
  readonly size: number;
  has(hash: number): boolean;
  /** True where it was not there before. */
  add(hash: number): boolean;
  /** Forgets the hashes that are not below a limit. */
  keepBelow(limit: number): void;
  values(): Float64Array;
}

const SMALLEST = 16;
const EMPTY = -1;
/** 2^32 times the golden ratio, as a signed number. */
const GOLDEN_RATIO = 0x9e3779b1 | 0;

export function createHashSet(): HashSet {
  let slots = new Float64Array(SMALLEST).fill(EMPTY);
  let size = 0;
  const slotOf = (hash: number): number => {
    const mask = slots.length - 1;
    // Knuth's multiplicative hashing over both halves: what is added need not be even in its lowest bits.
    let slot = (Math.imul((hash | 0) ^ (hash / 2 ** 32), GOLDEN_RATIO) >>> 8) & mask;
    while (slots[slot] !== EMPTY && slots[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  };
  const values = () => slots.filter((hash) => hash !== EMPTY);
  const refill = (hashes: Float64Array, length: number) => {
    slots = new Float64Array(length).fill(EMPTY);
    for (const hash of hashes) slots[slotOf(hash)] = hash;
    size = hashes.length;
  };
  return {
    get size() {
      return size;
    },
    has: (hash) => slots[slotOf(hash)] === hash,
    add(hash) {
      const slot = slotOf(hash);
      if (slots[slot] === hash) return false;
      slots[slot] = hash;
      size += 1;
      if (size * 2 > slots.length) refill(values(), slots.length * 2);
      return true;
    },
    keepBelow: (limit) =>
      refill(
        values().filter((hash) => hash < limit),
        slots.length,
      ),
    values,
  };
}
