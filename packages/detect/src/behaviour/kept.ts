// What is remembered of many names, and never of too many. A name has to come back in a later window before it can push out another one
// that did: who floods the engine with new names pushes out other new names only.

interface Slot<V> {
  readonly value: V;
  /** Windows in which it was met, halved each time it is looked at for leaving. */
  worth: number;
  /** The window in which it was met last. */
  window: number;
}

/** Share of places for names that have not come back. */
const NEWCOMERS = 0.25;
/** Slots that are looked at before one has to go. */
const LOOKED_AT = 16;

export class Kept<V> {
  readonly #established = new Map<string, Slot<V>>();
  readonly #newcomers = new Map<string, Slot<V>>();
  readonly #most: number;
  readonly #make: () => V;
  /** Names that had to go. */
  evicted = 0;

  constructor(most: number, make: () => V) {
    this.#most = most;
    this.#make = make;
  }

  get size(): number {
    return this.#established.size + this.#newcomers.size;
  }

  /** What is known under a name, made where it is new. @param window the number of the window of time */
  of(name: string, window: number): V {
    const established = this.#established.get(name);
    if (established) return this.#met(established, window);
    const newcomer = this.#newcomers.get(name);
    if (newcomer === undefined) return this.#welcome(name, window);
    if (newcomer.window !== window) this.#establish(name, newcomer);
    return this.#met(newcomer, window);
  }

  *entries(): Generator<readonly [name: string, value: V, worth: number, window: number, isEstablished: boolean]> {
    for (const [name, { value, worth, window }] of this.#established) yield [name, value, worth, window, true];
    for (const [name, { value, worth, window }] of this.#newcomers) yield [name, value, worth, window, false];
  }

  restore(name: string, value: V, worth: number, window: number, isEstablished: boolean): void {
    (isEstablished ? this.#established : this.#newcomers).set(name, { value, worth, window });
  }

  #met(slot: Slot<V>, window: number): V {
    if (slot.window !== window) {
      slot.window = window;
      slot.worth += 1;
    }
    return slot.value;
  }

  #welcome(name: string, window: number): V {
    if (this.#newcomers.size >= Math.max(1, this.#most * NEWCOMERS)) this.#dropFirst(this.#newcomers);
    const value = this.#make();
    this.#newcomers.set(name, { value, worth: 1, window });
    return value;
  }

  #establish(name: string, slot: Slot<V>): void {
    this.#newcomers.delete(name);
    if (this.#established.size >= this.#most * (1 - NEWCOMERS)) this.#dropLeast();
    this.#established.set(name, slot);
  }

  /** The one that is worth least of those that were looked at longest ago; the others lose half and wait behind the rest. */
  #dropLeast(): void {
    let least: string | undefined;
    let leastWorth = Number.POSITIVE_INFINITY;
    const looked: [string, Slot<V>][] = [];
    for (const entry of this.#established) {
      looked.push(entry);
      if (entry[1].worth < leastWorth) [least, leastWorth] = [entry[0], entry[1].worth];
      if (looked.length >= LOOKED_AT) break;
    }
    for (const [name, slot] of looked) {
      this.#established.delete(name);
      if (name === least) continue;
      slot.worth /= 2;
      this.#established.set(name, slot);
    }
    if (least !== undefined) this.evicted += 1;
  }

  #dropFirst(map: Map<string, Slot<V>>): void {
    const [first] = map.keys();
    if (first === undefined) return;
    map.delete(first);
    this.evicted += 1;
  }
}
