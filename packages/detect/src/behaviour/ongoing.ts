// Alerts that go on: somebody's windows one after the other are one alert, which is told again only when it became much graver or turned
// to something else.
import { createHash } from 'node:crypto';
import type { Told } from './alert.ts';
import type { Budget } from './budget.ts';
import { aboutOf, scoreOf } from './fact.ts';

interface Going {
  readonly id: string;
  last: number;
  score: number;
  /** Whether its score is remembered: an alert over several windows is one. */
  isRemembered: boolean;
  /** What its facts were about. */
  about: readonly string[];
}

export type OngoingState = readonly (readonly [who: string, going: Readonly<Going>])[];

/** An alert is told again when its score has grown by this. */
const GRAVER = 1.5;
/** Somebody's windows with less than this between them are one alert. */
const ONE_ALERT_MS = 6 * 3_600_000;
const MAX_GOING = 10_000;

export class Ongoing {
  readonly #going = new Map<string, Going>();
  readonly #budget: Budget;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  /**
   * @param who whose alert it is: an account on a store, or a store as a whole
   * @param start the number of its first window
   * @returns the alert's name where it is to be told, `'again'` where it belongs to one that was told, `'withheld'` where the budget is spent
   */
  tell(who: string, start: number, told: Told): { readonly id: string } | 'again' | 'withheld' {
    const going = this.#going.get(who);
    const about = told.facts.map(aboutOf);
    if (going !== undefined && told.time - going.last < ONE_ALERT_MS) {
      going.last = told.time;
      // Who does something else than before is told of again, where that alone would be an alert.
      const others = scoreOf(told.facts.filter((_, at) => !going.about.includes(about[at] ?? '')));
      if (told.score < going.score * GRAVER && others < this.#budget.bar) return 'again';
      going.score = Math.max(going.score, told.score);
      going.about = [...new Set([...going.about, ...about])];
      return { id: going.id };
    }
    if (!this.#budget.admits(told.score)) return 'withheld';
    const id = createHash('sha256').update(`${who}\n${start}`).digest('hex').slice(0, 32);
    if (this.#going.size >= MAX_GOING) this.#forget(told.time);
    this.#going.set(who, { id, last: told.time, score: told.score, isRemembered: false, about });
    return { id };
  }

  /** Whether the score of a window that is over is of an alert that was counted already; it is counted from now on. */
  wasCounted(who: string, start: number): boolean {
    const going = this.#going.get(who);
    if (going === undefined || Math.abs(start - going.last) >= ONE_ALERT_MS) return false;
    const was = going.isRemembered;
    going.isRemembered = true;
    return was;
  }

  state(): OngoingState {
    return [...this.#going].map(([who, going]) => [who, { ...going }] as const);
  }

  restore(state: OngoingState): void {
    for (const [who, going] of state) this.#going.set(who, { ...going });
  }

  #forget(now: number): void {
    for (const [who, { last }] of this.#going)
      if (now - last > ONE_ALERT_MS || this.#going.size >= MAX_GOING) this.#going.delete(who);
  }
}
