// How often the form of statement that is used most comes: somebody who opens one record after the other, or reads a table page by page,
// sends one statement with other values. A few forms are counted at a time; a new one takes the place and the count of the rarest, so that
// the most frequent is never told too low (space-saving of Metwally, Agrawal and El Abbadi).

export type RepeatsState = readonly (readonly [form: string, count: number, over: number])[];

const FORMS = 8;

interface Counted {
  form: string;
  count: number;
  /** What of the count may be another's. */
  over: number;
}

export class Repeats {
  #forms: Counted[] = [];

  /** @param form a fingerprint @returns how often it came at least */
  count(form: string): number {
    const known = this.#forms.find((one) => one.form === form);
    if (known !== undefined) {
      known.count += 1;
      return known.count - known.over;
    }
    if (this.#forms.length < FORMS) {
      this.#forms.push({ form, count: 1, over: 0 });
      return 1;
    }
    const rarest = this.#forms.reduce((least, one) => (one.count < least.count ? one : least));
    rarest.form = form;
    rarest.over = rarest.count;
    rarest.count += 1;
    return 1;
  }

  /** Of the form that came most. */
  get most(): number {
    return this.#forms.reduce((most, { count, over }) => Math.max(most, count - over), 0);
  }

  clear(): void {
    this.#forms = [];
  }

  state(): RepeatsState {
    return this.#forms.map(({ form, count, over }) => [form, count, over] as const);
  }

  static of(state: RepeatsState): Repeats {
    const repeats = new Repeats();
    repeats.#forms = state.map(([form, count, over]) => ({ form, count, over }));
    return repeats;
  }
}
