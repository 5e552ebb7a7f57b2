// What an account read in the day that is not over, and what was above the usual on the days before: slow exports show here.
import type { Access } from './access.ts';
import type { Fact } from './fact.ts';
import { dayFacts } from './grounds.ts';
import { Kept } from './kept.ts';
import type { Profile } from './profile.ts';

interface Day {
  day: number;
  amounts: { rows: number; bytes: number };
  /** Spreads above what is usual, added up over days. */
  excess: number;
}

export type DayState = readonly [
  name: string,
  day: Readonly<Day>,
  worth: number,
  window: number,
  isEstablished: boolean,
];

const NO_DAY = -1;
const DAY_MS = 86_400_000;
/** Bits of one day that count at most, and that every day may have. */
const MOST_A_DAY = 4;
const ORDINARY_A_DAY = 1.5;

export class Days {
  readonly #days: Kept<Day>;

  /** @param most accounts that are remembered */
  constructor(most: number) {
    this.#days = new Kept(most, () => ({ day: NO_DAY, amounts: { rows: 0, bytes: 0 }, excess: 0 }));
  }

  get evicted(): number {
    return this.#days.evicted;
  }

  /** Counts an access. @param name of the account on the store @returns what is too much of its day */
  *count({ rows, bytes, time }: Access, name: string, window: number, account: Profile): Generator<Fact> {
    const day = this.#days.of(name, window);
    turn(day, Math.floor(time / DAY_MS), account);
    day.amounts.rows += rows;
    day.amounts.bytes += bytes;
    yield* dayFacts(day.amounts, { rows, bytes }, account, day.excess);
  }

  state(): readonly DayState[] {
    return [...this.#days.entries()].map(([name, day, ...rest]) => [name, copyOf(day), ...rest] as const);
  }

  restore(state: readonly DayState[]): void {
    for (const [name, day, ...rest] of state) this.#days.restore(name, copyOf(day), ...rest);
  }
}

/** A day that is over is learned, and what was above the usual is added to what was above before. */
function turn(day: Day, today: number, account: Profile): void {
  if (day.day === today) return;
  if (day.day !== NO_DAY) {
    const rows = account.levelOf('rows', 'day');
    const { bits } = rows.judge(day.amounts.rows, 0);
    day.excess = Math.max(0, day.excess + Math.min(MOST_A_DAY, bits) - ORDINARY_A_DAY);
    rows.learn(day.amounts.rows, 0, 1 / (1 + bits / 6));
    account.levelOf('bytes', 'day').learn(day.amounts.bytes, 0, 1 / (1 + bits / 6));
  }
  day.day = today;
  day.amounts = { rows: 0, bytes: 0 };
}

function copyOf(day: Readonly<Day>): Day {
  return { ...day, amounts: { ...day.amounts } };
}
