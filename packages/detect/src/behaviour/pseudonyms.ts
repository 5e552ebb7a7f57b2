// Names under a keyed hash. Hashing is remembered for the names that come again and again.

const MAX_PSEUDONYMS = 10_000;

export class Pseudonyms {
  readonly #make: (name: string) => string;
  readonly #made = new Map<string, string>();

  constructor(make: (name: string) => string) {
    this.#make = make;
  }

  of(name: string): string {
    const known = this.#made.get(name);
    if (known !== undefined) return known;
    const made = this.#make(name);
    if (this.#made.size >= MAX_PSEUDONYMS) this.#made.clear();
    this.#made.set(name, made);
    return made;
  }
}
