// A set of keyed hashes in one array of numbers (open addressing, Knuth, TAOCP 3, 6.4): no object for each of a million hashes.
import type { KeyedHash } from './keyed-hash.ts';

export interface HashSet {
  readonly size: number;
  has(hash: KeyedHash): boolean;
  /** True where it was not there before. */
  add(hash: KeyedHash): boolean;
  /** Forgets the hashes that are not below a limit. */
  keepBelow(limit: number): void;
  values(): Float64Array;
}

const SMALLEST = 16;
const EMPTY = -1;

export function createHashSet(): HashSet {
  let slots = new Float64Array(SMALLEST).fill(EMPTY);
  let size = 0;
  /** Hashes are even in all of their bits, so the lowest ones choose the slot. */
  const slotOf = (hash: KeyedHash): number => {
    const mask = slots.length - 1;
    let slot = (hash | 0) & mask;
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
