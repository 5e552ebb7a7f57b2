// Alerts that go on: somebody's windows one after the other are one alert, which is told again only when it became much graver or turned
// to something else. What comes back at the time of day at which it was told before is a job by the clock, and no news either; nor is
// somebody who is new, or comes from somewhere new, to several stores one after the other.
import { createHash } from 'node:crypto';
import type { Told } from './alert.ts';
import type { Budget } from './budget.ts';
import { aboutOf, scoreOf } from './fact.ts';

interface Going {
  /** Of what was told last. */
  id: string;
  /** How often it was told again, since it became graver; -1 where only a rule told of it. */
  again: number;
  last: number;
  score: number;
  /** Whether its score is remembered: an alert over several windows is one. */
  isRemembered: boolean;
  /** What its facts were about. */
  about: readonly string[];
}

export interface OngoingState {
  readonly going: readonly (readonly [who: string, going: Readonly<Going>])[];
  readonly news: readonly (readonly [key: string, told: Readonly<News>])[];
}

export interface Named {
  readonly id: string;
  /** 0 where it is told for the first time. */
  readonly again: number;
}

/** Whose alert it is. */
export interface Teller {
  /** An account on a store, or a store as a whole. */
  readonly who: string;
  /** The account on all stores; undefined where nobody signed in. */
  readonly person: string | undefined;
  /** Of a store as a whole: the account that did most of it, on that store. */
  readonly most?: string;
}

/** That somebody is new, or comes from somewhere new, as it was told of one store. */
interface News {
  last: number;
  score: number;
}

/** An alert is told again when its score has grown by this. */
const GRAVER = 1.5;
/** Somebody's windows with less than this between them are one alert. */
const ONE_ALERT_MS = 2 * 3_600_000;
const DAY_MS = 86_400_000;
const ON_TIME_MS = 1_800_000;
/** A job by the clock that did not come for so long begins anew. */
const FORGOTTEN_MS = 8 * DAY_MS;
const MAX_GOING = 10_000;
/** What rules tell of: which data, how much of it, and by which operation. */
const OF_RULES: readonly string[] = [
  ...['table', 'account', 'client', 'hand', 'container'].map((dimension) => `object ${dimension}`),
  ...['rows', 'bytes', 'queries', 'tables'].flatMap((measure) => [`amount ${measure}`, `peers ${measure}`]),
  ...[
    'repeats repeats',
    'peers repeats',
    'peers table',
    'peers operation',
    'operation operation',
    'statement statement',
  ],
  ...['order order', 'whole whole'],
];

export class Ongoing {
  readonly #going = new Map<string, Going>();
  readonly #news = new Map<string, News>();
  readonly #budget: Budget;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  /**
   * @param start the number of its first window
   * @returns the alert's name, another one for other news of the same, where it is to be told, `'again'` where it belongs to one that was told, `'withheld'` where the budget is spent
   */
  tell({ who, person, most }: Teller, start: number, told: Told): Named | 'again' | 'withheld' {
    const going = this.#going.get(who);
    const about = told.facts.map(aboutOf);
    if (going !== undefined && goesOn(told.time - going.last)) {
      going.last = told.time;
      // Who does something else than before is told of again, where that alone would be an alert.
      const others = scoreOf(told.facts.filter((_, at) => !going.about.includes(about[at] ?? '')));
      const isOther = others >= this.#budget.bar;
      if (told.score < going.score * GRAVER && !isOther) return 'again';
      going.score = Math.max(going.score, told.score);
      going.about = [...new Set([...going.about, ...about])];
      going.id = isOther ? idOf(who, start, about) : going.id;
      going.again = isOther ? 0 : going.again + 1;
      return { id: going.id, again: going.again };
    }
    const theirs = most === undefined ? undefined : this.#going.get(most);
    if (theirs !== undefined && Math.abs(told.time - theirs.last) < ONE_ALERT_MS) return 'again';
    const news = person === undefined ? undefined : newsOf(person, told);
    if (news !== undefined && this.#isOld(news, told)) return 'again';
    if (!this.#budget.admits(told.score)) return 'withheld';
    if (news !== undefined) this.#keepNews(news, told);
    const id = idOf(who, start, []);
    if (this.#going.size >= MAX_GOING) this.#forget(told.time);
    this.#going.set(who, { id, again: 0, last: told.time, score: told.score, isRemembered: false, about });
    return { id, again: 0 };
  }

  /** A rule told of somebody: what he takes and how belongs to that, unless it becomes much graver. @param start the number of the window */
  ruleTold(who: string, start: number, time: number): void {
    const going = this.#going.get(who);
    if (going !== undefined && goesOn(time - going.last)) return;
    if (this.#going.size >= MAX_GOING) this.#forget(time);
    const score = this.#budget.bar;
    this.#going.set(who, {
      id: idOf(who, start, []),
      again: -1,
      last: time,
      score,
      isRemembered: false,
      about: OF_RULES,
    });
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
    return {
      going: [...this.#going].map(([who, going]) => [who, { ...going }] as const),
      news: [...this.#news].map(([key, news]) => [key, { ...news }] as const),
    };
  }

  restore({ going, news }: OngoingState): void {
    for (const [who, one] of going) this.#going.set(who, { ...one });
    for (const [key, one] of news) this.#news.set(key, { ...one });
  }

  #isOld(key: string, { time, score }: Told): boolean {
    const news = this.#news.get(key);
    if (news === undefined || time - news.last >= DAY_MS || score >= news.score * GRAVER) return false;
    news.last = Math.max(news.last, time);
    return true;
  }

  #keepNews(key: string, { time, score }: Told): void {
    if (this.#news.size >= MAX_GOING)
      for (const [old, { last }] of this.#news) if (time - last > DAY_MS) this.#news.delete(old);
    if (this.#news.size >= MAX_GOING) this.#news.clear();
    this.#news.set(key, { last: time, score });
  }

  #forget(now: number): void {
    for (const [who, { last }] of this.#going)
      if (now - last > FORGOTTEN_MS || this.#going.size >= MAX_GOING) this.#going.delete(who);
  }
}

/** @param about what is told beside what was told before; nothing for the first */
function idOf(who: string, start: number, about: readonly string[]): string {
  return createHash('sha256')
    .update([who, start, ...about.toSorted()].join('\n'))
    .digest('hex')
    .slice(0, 32);
}

/** Whether something so long after an alert belongs to it. */
function goesOn(after: number): boolean {
  if (after < ONE_ALERT_MS) return true;
  const off = after % DAY_MS;
  return after < FORGOTTEN_MS && Math.min(off, DAY_MS - off) < ON_TIME_MS;
}

/** What is as true of other stores: that somebody is new, or where he comes from. */
function newsOf(person: string, { facts }: Told): string | undefined {
  const [fact] = facts;
  if (facts.some((one) => one.kind === 'value' && one.ground === 'who' && one.seen === 0)) return `${person}\nnew`;
  if (fact?.kind === 'value' && fact.ground === 'place') return `${person}\nfrom ${fact.value}`;
  return undefined;
}
