// What rules tell again and again of the same account: a dump that runs each night is an export each night, and nobody wants to read so
// each morning. The first is told; what the same account does likewise within some hours belongs to it, and what it did on several days
// before is its habit. Both are counted. Critical detections are told each time, and so is what has no account.
import { accessOf } from './behaviour/access.ts';
import type { Detection } from './detection.ts';
import type { Fields } from './events/event.ts';

/** Of a rule, an account, its program and its network on a store. */
interface Habit {
  /** Of the last detection, milliseconds. */
  last: number;
  /** Days on which it was told or could have been, before the last one. */
  days: number;
}

export interface HabitsState {
  readonly habits: readonly (readonly [key: string, last: number, days: number])[];
}

export interface HabitsCounts {
  /** Within hours of the same by the same account. */
  readonly again: number;
  /** Done on several days before. */
  readonly usual: number;
}

const DAY_MS = 86_400_000;
const AGAIN_MS = 6 * 3_600_000;
/** Days on which something was told, from which on it is a habit; what is graver is told oftener, and what
 * comes at the hour at which it came before is a job by the clock. */
const USUAL_DAYS = { high: 3, others: 2, onTime: 1 } as const;
const ON_TIME_MS = 1_800_000;
/** What was not done for so long is no habit any more. */
const FORGOTTEN_MS = 30 * DAY_MS;
const MAX_HABITS = 20_000;
const CLASSES: ReadonlySet<unknown> = new Set([6005, 3002]);

export class Habits {
  readonly #pseudonym: (name: string) => string;
  readonly #habits = new Map<string, Habit>();
  readonly #counts = { again: 0, usual: 0 };

  /** @param pseudonym a keyed hash, since accounts are kept under it only */
  constructor(pseudonym: (name: string) => string) {
    this.#pseudonym = pseudonym;
  }

  /** Whether a detection is news. @param fields of the event that made it */
  tells(detection: Detection, fields: Fields): boolean {
    const { kind, about, time } = detection;
    const access = CLASSES.has(fields.class_uid) ? accessOf(fields) : undefined;
    const isOfRule = kind === 'rule' || kind === 'correlation';
    if (!isOfRule || about.level === 'critical' || access === undefined || access.user === '' || time === undefined)
      return true;
    const { user, store, client, network } = access;
    const key = this.#pseudonym([about.rule, store, user, client, network].join('\n'));
    const known = this.#habits.get(key);
    const last = known === undefined || time - known.last > FORGOTTEN_MS ? undefined : known;
    const isOtherDay = last !== undefined && Math.floor(time / DAY_MS) > Math.floor(last.last / DAY_MS);
    this.#keep(key, { last: Math.max(time, last?.last ?? time), days: (last?.days ?? 0) + (isOtherDay ? 1 : 0) });
    if (last === undefined) return true;
    if (time - last.last < AGAIN_MS) {
      this.#counts.again += 1;
      return false;
    }
    const days = last.days + 1;
    const isOnTime = offOf(time - last.last) < ON_TIME_MS;
    const needed = about.level === 'high' ? USUAL_DAYS.high : isOnTime ? USUAL_DAYS.onTime : USUAL_DAYS.others;
    if (days < needed) return true;
    this.#counts.usual += 1;
    return false;
  }

  counts(): HabitsCounts {
    return { ...this.#counts };
  }

  state(): HabitsState {
    return { habits: [...this.#habits].map(([key, { last, days }]) => [key, last, days] as const) };
  }

  restore({ habits }: HabitsState): void {
    for (const [key, last, days] of habits) this.#habits.set(key, { last, days });
  }

  #keep(key: string, habit: Habit): void {
    this.#habits.delete(key);
    const [oldest] = this.#habits.keys();
    if (this.#habits.size >= MAX_HABITS && oldest !== undefined) this.#habits.delete(oldest);
    this.#habits.set(key, habit);
  }
}

/** From the same time of day. @param apart milliseconds between two times */
function offOf(apart: number): number {
  const off = apart % DAY_MS;
  return Math.min(off, DAY_MS - off);
}
