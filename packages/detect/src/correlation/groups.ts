// The groups of one correlation, of which there may be many and are never too many. Who floods it with new names pushes out others that
// were seen once, not those that have come near a condition.
import { GroupWindow, type WindowRules } from './group-window.ts';

export interface Group {
  readonly key: string;
  /** Fields and values by which it is grouped. */
  readonly values: readonly (readonly [string, string])[];
  readonly window: GroupWindow;
}

/** How many of the longest untouched are looked at to find the one that is worth least. */
const LOOKED_AT = 32;

export class Groups {
  /** In order of their last event. */
  readonly #groups = new Map<string, Group>();
  readonly #rules: WindowRules;
  readonly #most: number;
  evicted = 0;

  constructor(rules: WindowRules, most: number) {
    this.#rules = rules;
    this.#most = most;
  }

  get size(): number {
    return this.#groups.size;
  }

  [Symbol.iterator](): IterableIterator<Group> {
    return this.#groups.values();
  }

  /** The group of these values, made where it is new. */
  of(key: string, values: () => Group['values']): Group {
    const known = this.#groups.get(key);
    if (known) {
      // Order matters only where some will have to go.
      if (this.#groups.size * 2 > this.#most) this.#touch(known);
      return known;
    }
    if (this.#groups.size >= this.#most) this.#evict();
    const group = { key, values: values(), window: new GroupWindow(this.#rules) };
    this.#groups.set(key, group);
    return group;
  }

  get(key: string): Group | undefined {
    return this.#groups.get(key);
  }

  restore(group: Group): void {
    this.#groups.set(group.key, group);
  }

  #touch(group: Group): void {
    this.#groups.delete(group.key);
    this.#groups.set(group.key, group);
  }

  #evict(): void {
    let least: Group | undefined;
    let looked = 0;
    const kept: Group[] = [];
    for (const group of this.#groups.values()) {
      looked += 1;
      if (least === undefined || group.window.worth < least.window.worth) least = group;
      if (group.window.worth > 1) kept.push(group);
      if (looked === LOOKED_AT || least.window.worth <= 1) break;
    }
    if (least === undefined) return;
    this.#groups.delete(least.key);
    this.evicted += 1;
    // What was worth more goes behind the others, so that it is not looked at again and again.
    for (const group of kept) if (group !== least) this.#touch(group);
  }
}
