// Scores → alerts, by one budget a day. The bar is the score that so few windows exceeded in the days behind us that the budget was not
// spent; it never falls under a floor, so that a quiet day has no alerts. Where twice the budget of a day is spent, what is clearly graver than
// the least grave that was shown takes its place, and nothing else is shown.

export interface BudgetState {
  readonly days: readonly (readonly [day: number, scores: readonly number[]])[];
  readonly today: number;
  readonly shown: readonly number[];
  /** The first day of which there is more than half; -1 where there was none. */
  readonly since: number;
  readonly nobody: readonly (readonly [dayAndStore: string, most: number])[];
}

const DAY_MS = 86_400_000;
/** Days that the bar is made from. */
const DAYS = 14;
/** Scores of a day that are remembered, the highest; many times any budget. */
const PER_DAY = 64;
/** The bar is set for this share of the budget; the rest is for days that are worse. */
const AIMED = 0.8;
/** Times the budget that are shown on a day that is worse than others: the bar is what keeps to the budget. */
const BURST = 2;
/** What takes the place of the least grave of a day whose budget is spent is graver by this. */
const GRAVER = 1.2;
/** Bits by which the bar is higher at the very beginning, when everything is new, and days over which that goes. */
const COLD_BITS = 8;
const COLD_DAYS = 2;

export class Budget {
  readonly #perDay: number;
  readonly #floor: number;
  readonly #days = new Map<number, number[]>();
  /** The highest score of nobody, by day and store. */
  readonly #nobody = new Map<string, number>();
  #today = -1;
  #shown: number[] = [];
  #since = -1;
  #bar: number;
  /** Bits that are asked for beyond the others at the beginning. */
  #cold = COLD_BITS;

  /** @param perDay alerts @param floor bits under which nothing is an alert */
  constructor(perDay: number, floor: number) {
    this.#perDay = perDay;
    this.#floor = floor;
    this.#bar = floor + COLD_BITS;
  }

  /** Bits from which on a window is an alert. */
  get bar(): number {
    return this.#bar;
  }

  /** Begins a new day, where it is one. @param time milliseconds since 1970 */
  turn(time: number): void {
    if (this.#since < 0) this.#since = Math.round(time / DAY_MS);
    const day = Math.floor(time / DAY_MS);
    if (day <= this.#today) return;
    this.#today = day;
    this.#shown = [];
    for (const known of this.#days.keys()) if (known < day - DAYS) this.#days.delete(known);
    for (const key of this.#nobody.keys()) if (Number.parseInt(key, 10) < day) this.#nobody.delete(key);
    this.#setBar();
  }

  /** Whether a score that reached the bar is shown. */
  admits(score: number): boolean {
    if (score < this.#bar) return false;
    if (this.#shown.length >= this.#perDay * BURST) {
      const least = Math.min(...this.#shown);
      if (score <= least * GRAVER) return false;
      this.#shown.splice(this.#shown.indexOf(least), 1);
    }
    this.#shown.push(score);
    return true;
  }

  /**
   * The score of a window that is over. What came when everything was new tells less of what is usual.
   *
   * @param nobodyOn the store on which nobody signed in: one score a day is remembered of all who did not, or whoever comes with a thousand
   *   names would set the bar
   */
  remember(told: number, time: number, nobodyOn?: string): void {
    const day = Math.floor(time / DAY_MS);
    const score = told - this.#cold;
    if (nobodyOn !== undefined && !this.#isMostOf(nobodyOn, day, score)) return;
    let scores = this.#days.get(day);
    if (scores === undefined) {
      scores = [];
      this.#days.set(day, scores);
    }
    if (scores.length < PER_DAY) scores.push(score);
    else {
      const least = scores.indexOf(Math.min(...scores));
      if ((scores[least] ?? 0) < score) scores[least] = score;
    }
  }

  /** Whether a score is the first or the highest so far of nobody on a store; what it takes the place of is forgotten. */
  #isMostOf(store: string, day: number, score: number): boolean {
    const key = `${day}\n${store}`;
    const most = this.#nobody.get(key);
    if (most !== undefined && most >= score) return false;
    this.#nobody.set(key, score);
    const scores = this.#days.get(day);
    if (most !== undefined) scores?.splice(scores.indexOf(most), scores.includes(most) ? 1 : 0);
    return true;
  }

  state(): BudgetState {
    return {
      days: [...this.#days].map(([day, scores]) => [day, [...scores]] as const),
      today: this.#today,
      shown: [...this.#shown],
      since: this.#since,
      nobody: [...this.#nobody],
    };
  }

  restore({ days, today, shown, since, nobody }: BudgetState): void {
    for (const [day, scores] of days) this.#days.set(day, [...scores]);
    this.#today = today;
    this.#shown = [...shown];
    this.#since = since;
    for (const [key, most] of nobody) this.#nobody.set(key, most);
    this.#setBar();
  }

  #setBar(): void {
    const past = [...this.#days].filter(([day]) => day < this.#today);
    const scores = past.flatMap(([, one]) => one).toSorted((a, b) => b - a);
    const allowed = Math.ceil(this.#perDay * AIMED * past.length);
    const known = Math.max(0, this.#today - this.#since);
    this.#cold = COLD_BITS * Math.max(0, 1 - known / COLD_DAYS) ** 2;
    this.#bar = Math.max(this.#floor, scores[allowed] ?? 0) + this.#cold;
  }
}
