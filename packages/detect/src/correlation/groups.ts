// The groups of one correlation, of which there may be many and are never too many. Who floods it with new names pushes out others that
// were seen once, not those that have come near a condition.
import { GroupWindow, type WindowRules } from './group-window.ts';

export interface Group {
  readonly key: string;
  /** Fields and values by which it is grouped. */
  readonly values: readonly (readonly [string, string])[];
  readonly window: GroupWindow;
}

/** How many are looked at to find the one that is worth least. */
const LOOKED_AT = 32;

export class Groups {
  readonly #groups = new Map<string, Group>();
  /** Keys in the order in which they are looked at when one has to go; those of groups that are gone are passed over. */
  #queue: string[] = [];
  #head = 0;
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

  /** The group of these values, made where it is new. @param now by which groups are over, milliseconds */
  of(key: string, now: number, values: () => Group['values']): Group {
    const known = this.#groups.get(key);
    if (known) return known;
    if (this.#groups.size >= this.#most) this.#evict(now);
    const group = { key, values: values(), window: new GroupWindow(this.#rules) };
    this.restore(group);
    return group;
  }

  get(key: string): Group | undefined {
    return this.#groups.get(key);
  }

  restore(group: Group): void {
    this.#groups.set(group.key, group);
    this.#queue.push(group.key);
  }

  /** One whose windows are over goes at once, one that was seen once too, else the one that is worth least of those looked at. */
  #evict(now: number): void {
    const over = now - this.#rules.timespanMs - this.#rules.latenessMs;
    let least: Group | undefined;
    for (let looked = 0; looked < LOOKED_AT && this.#head < this.#queue.length; ) {
      const key = this.#queue[this.#head] ?? '';
      this.#head += 1;
      const group = this.#groups.get(key);
      if (group === undefined) continue;
      looked += 1;
      const isOver = group.window.newest < over && !group.window.isPending;
      if (isOver || group.window.worth <= 1) {
        least = group;
        break;
      }
      this.#queue.push(key);
      if (least === undefined || group.window.worth < least.window.worth) least = group;
    }
    if (this.#head * 2 > this.#queue.length) {
      this.#queue = this.#queue.slice(this.#head);
      this.#head = 0;
    }
    if (least === undefined) return;
    this.#groups.delete(least.key);
    this.evicted += 1;
  }
}
