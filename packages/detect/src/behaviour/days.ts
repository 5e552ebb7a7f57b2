// What an account read in the day that is not over, and what was above the usual on the days before: slow exports show here, and who opens
// one record after the other.
import type { Access } from './access.ts';
import { accountName, type Episode } from './episode.ts';
import type { Fact } from './fact.ts';
import { type Concerned, dayFacts, repeatFacts } from './grounds.ts';
import { Kept } from './kept.ts';
import type { Profile } from './profile.ts';
import { Repeats, type RepeatsState } from './repeats.ts';

interface Day {
  day: number;
  amounts: { rows: number; bytes: number };
  /** Spreads above what is usual, added up over days. */
  excess: number;
  repeats: Repeats;
}

export type DayState = readonly [
  name: string,
  day: Readonly<Omit<Day, 'repeats'> & { readonly repeats: RepeatsState }>,
  worth: number,
  window: number,
  isEstablished: boolean,
];

const NO_DAY = -1;
const DAY_MS = 86_400_000;
/** Bits of one day that count at most, and that every day may have. */
const MOST_A_DAY = 4;
const ORDINARY_A_DAY = 1.5;
/** Operations that read records. */
const READS: ReadonlySet<string> = new Set(['select', 'select everything', 'read', 'find', 'get', 'search', 'query']);

export class Days {
  readonly #days: Kept<Day>;

  /** @param most accounts that are remembered */
  constructor(most: number) {
    this.#days = new Kept(most, () => ({
      day: NO_DAY,
      amounts: { rows: 0, bytes: 0 },
      excess: 0,
      repeats: new Repeats(),
    }));
  }

  get evicted(): number {
    return this.#days.evicted;
  }

  /** Counts an access. @returns what is too much of its day */
  *count(access: Access, episode: Episode, { account, peers }: Concerned): Generator<Fact> {
    const { rows, bytes, fingerprint, operation } = access;
    const day = this.#days.of(accountName(episode), episode.window);
    turn(day, Math.floor(episode.local / DAY_MS), account, peers);
    day.amounts.rows += rows;
    day.amounts.bytes += bytes;
    yield* dayFacts(day.amounts, { rows, bytes }, account, day.excess);
    if (fingerprint !== '' && READS.has(operation)) yield* repeatFacts(day.repeats.count(fingerprint), account, peers);
  }

  state(): readonly DayState[] {
    return [...this.#days.entries()].map(
      ([name, { amounts, repeats, ...day }, ...rest]) =>
        [name, { ...day, amounts: { ...amounts }, repeats: repeats.state() }, ...rest] as const,
    );
  }

  restore(state: readonly DayState[]): void {
    for (const [name, { amounts, repeats, ...day }, ...rest] of state)
      this.#days.restore(name, { ...day, amounts: { ...amounts }, repeats: Repeats.of(repeats) }, ...rest);
  }
}

/** A day that is over is learned, and what was above the usual is added to what was above before. */
function turn(day: Day, today: number, account: Profile, peers: Profile): void {
  if (day.day === today) return;
  if (day.day !== NO_DAY) {
    const rows = account.levelOf('rows', 'day');
    const { bits } = rows.judge(day.amounts.rows, 0);
    day.excess = Math.max(0, day.excess + Math.min(MOST_A_DAY, bits) - ORDINARY_A_DAY);
    rows.learn(day.amounts.rows, 0, 1 / (1 + bits / 6));
    account.levelOf('bytes', 'day').learn(day.amounts.bytes, 0, 1 / (1 + bits / 6));
    for (const profile of [account, peers]) {
      const level = profile.levelOf('repeats', 'day');
      level.learn(day.repeats.most, 0, 1 / (1 + level.judge(day.repeats.most, 0).bits / 6));
    }
  }
  day.day = today;
  day.amounts = { rows: 0, bytes: 0 };
  day.repeats.clear();
}
