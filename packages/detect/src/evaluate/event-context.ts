// One event as the indexed evaluator holds it: a slot for each field that some rule asks for, filled once, with its texts in lower case
// made when they are first needed. The slots are used again for the next event.
import type { Fields } from '../events/event.ts';
import { ABSENT, allTexts, fieldOf, joinedTexts, textsOf } from '../events/field-value.ts';
import { fieldKey } from '../sigma/field-mapping.ts';

/** One text mostly, several for arrays, none for null. */
export type Texts = string | readonly string[];

/** A key of events, and what rules ask of it. */
interface Key {
  readonly key: string;
  readonly slot: number | undefined;
  readonly paths: readonly number[] | undefined;
  readonly isSpaced: boolean;
}

/** Keys of an event that are remembered for the next one. */
const MAX_KEYS = 256;

export class EventContext {
  /** Grows by one with every event; what was written under an older number is not there. */
  epoch = 0;
  fields: Fields = {};
  /** Slots that the event has. */
  readonly present: number[] = [];

  readonly #slots = new Map<string, number>();
  readonly #names: string[] = [];
  /** Slots whose names are paths, by every beginning of the path. */
  readonly #paths = new Map<string, number[]>();
  /** By their place in the event before. */
  readonly #keys: Key[] = [];
  readonly #values: unknown[] = [];
  readonly #texts: Texts[] = [];
  readonly #folded: Texts[] = [];
  readonly #filledAt: number[] = [];
  readonly #textsAt: number[] = [];
  readonly #foldedAt: number[] = [];
  readonly #memoAt: number[] = [];
  readonly #memo: boolean[] = [];
  #allAt = 0;
  #all: readonly string[] = [];
  #allFoldedAt = 0;
  #allFolded: readonly string[] = [];

  /** The slot of a field; to be asked for before the first event. */
  slotOf(name: string): number {
    const known = this.#slots.get(name);
    if (known !== undefined) return known;
    const slot = this.#names.push(name) - 1;
    this.#slots.set(name, slot);
    this.#keys.length = 0;
    for (const row of [this.#filledAt, this.#textsAt, this.#foldedAt]) row.push(0);
    this.#values.push(ABSENT);
    this.#texts.push('');
    this.#folded.push('');
    const path = name.split('.');
    for (let end = 1; end < path.length; end += 1) {
      const root = path.slice(0, end).join('.');
      this.#paths.set(root, [...(this.#paths.get(root) ?? []), slot]);
    }
    return slot;
  }

  /** A place for an answer that several rules ask for. */
  newMemo(): number {
    this.#memoAt.push(0);
    return this.#memo.push(false) - 1;
  }

  load(fields: Fields): void {
    this.epoch += 1;
    this.fields = fields;
    this.present.length = 0;
    let spaced: string[] | undefined;
    let at = 0;
    for (const key in fields) {
      const known = this.#known(key, at);
      at += 1;
      if (known.slot !== undefined) this.#fill(known.slot, fields[key]);
      else if (known.isSpaced) {
        spaced ??= [];
        spaced.push(key);
      }
      if (known.paths && typeof fields[key] === 'object') for (const path of known.paths) this.#fillPath(path);
    }
    for (const key of spaced ?? []) {
      const slot = this.#slots.get(fieldKey(key));
      if (slot !== undefined && this.#filledAt[slot] !== this.epoch) this.#fill(slot, fields[key]);
    }
  }

  /** What is known of a key; events come in runs of the same keys, so that it mostly is that of the event before. */
  #known(key: string, at: number): Key {
    const last = this.#keys[at];
    if (last?.key === key) return last;
    const known = { key, slot: this.#slots.get(key), paths: this.#paths.get(key), isSpaced: key.includes(' ') };
    if (at < MAX_KEYS) this.#keys[at] = known;
    return known;
  }

  #fill(slot: number, value: unknown): void {
    if (this.#filledAt[slot] !== this.epoch) this.present.push(slot);
    this.#filledAt[slot] = this.epoch;
    this.#values[slot] = value;
  }

  #fillPath(slot: number): void {
    if (this.#filledAt[slot] === this.epoch) return;
    const value = fieldOf(this.fields, this.#names[slot] ?? '');
    if (value !== ABSENT) this.#fill(slot, value);
  }

  has(slot: number): boolean {
    return this.#filledAt[slot] === this.epoch;
  }

  value(slot: number): unknown {
    return this.#filledAt[slot] === this.epoch ? this.#values[slot] : ABSENT;
  }

  texts(slot: number): Texts {
    if (this.#filledAt[slot] !== this.epoch) return NONE;
    if (this.#textsAt[slot] === this.epoch) return this.#texts[slot] ?? NONE;
    const value = this.#values[slot];
    const texts = typeof value === 'string' ? value : textsOf(value);
    this.#texts[slot] = texts;
    this.#textsAt[slot] = this.epoch;
    return texts;
  }

  /** The same in lower case. */
  folded(slot: number): Texts {
    if (this.#foldedAt[slot] === this.epoch) return this.#folded[slot] ?? NONE;
    const texts = this.texts(slot);
    const folded = typeof texts === 'string' ? texts.toLowerCase() : texts.map((text) => text.toLowerCase());
    this.#folded[slot] = folded;
    this.#foldedAt[slot] = this.epoch;
    return folded;
  }

  /** Every text of the event. */
  allTexts(): readonly string[] {
    if (this.#allAt !== this.epoch) {
      this.#all = allTexts(this.fields);
      this.#allAt = this.epoch;
    }
    return this.#all;
  }

  allFolded(): readonly string[] {
    if (this.#allFoldedAt !== this.epoch) {
      this.#allFolded = this.allTexts().map((text) => text.toLowerCase());
      this.#allFoldedAt = this.epoch;
    }
    return this.#allFolded;
  }

  /** Every text of the event in lower case, in one text: what stands in one of them stands in it, and what reaches over two may, too. */
  joinedFolded(): string {
    return joinedTexts(this.fields).toLowerCase();
  }

  /** The answer kept under `memo`, asked once an event. */
  once(memo: number, ask: (context: EventContext) => boolean): boolean {
    if (this.#memoAt[memo] === this.epoch) return this.#memo[memo] === true;
    const answer = ask(this);
    this.#memoAt[memo] = this.epoch;
    this.#memo[memo] = answer;
    return answer;
  }
}

const NONE: Texts = [];
