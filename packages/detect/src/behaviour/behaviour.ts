// Behaviour: what is usual for accounts, stores, tables and peers is learned while it is watched, and what departs from it is told with
// the numbers. No training, no clock of its own: time is that of the events.
//
// An episode is what somebody did on a store within ten minutes. Its facts are judged as it goes on, so that an alert comes with the
// access that makes it; it teaches when it is over, and the more surprising it was, the less.
import type { Ref } from '../correlation/group-window.ts';
import type { Fields } from '../events/event.ts';
import { type Access, accessOf, isSomebody } from './access.ts';
import type { Alert, Told } from './alert.ts';
import { Budget } from './budget.ts';
import { handOf } from './by-hand.ts';
import { Days } from './days.ts';
import { accountName, Episode, type EpisodeState, WINDOW_MS, windowOf } from './episode.ts';
import { type Fact, scoreOf, strongest, wordsOf } from './fact.ts';
import { Feedback, type Opinion } from './feedback.ts';
import {
  amountFacts,
  type Concerned,
  dormantFact,
  heldFact,
  hourFact,
  peersHourFact,
  turnOf,
  valueFacts,
  valuesOf,
} from './grounds.ts';
import type { Held } from './held.ts';
import { Journeys } from './journeys.ts';
import { Kept } from './kept.ts';
import { Ongoing, type Teller } from './ongoing.ts';
import { Orders } from './orders.ts';
import { Profile } from './profile.ts';
import { Pseudonyms } from './pseudonyms.ts';
import type { BehaviourSnapshot } from './snapshot.ts';
import { StoreTotals } from './store-totals.ts';
import { createWallClock, type WallClock } from './wall-clock.ts';
import { WHOLE_MEASURES, Whole } from './whole.ts';

export interface BehaviourOptions {
  /** Milliseconds since 1970: events that are further ahead are not believed. */
  readonly now: () => number;
  /** A keyed hash: names of accounts and networks are kept under it only. */
  readonly pseudonym: (name: string) => string;
  /** Where people work, as `Europe/Paris`: their hours and days count. */
  readonly timeZone?: string;
  /** Alerts a day that somebody wants to read. */
  readonly alertsPerDay?: number;
  /** Bits under which nothing is an alert, whatever is left of the budget. */
  readonly leastBits?: number;
  /** Which peers an account belongs to, where that is known; else accounts with the same program are peers. */
  readonly peersOf?: (user: string) => string | undefined;
  /** Which list an address is on: exits of Tor, addresses that others reported. */
  readonly listOf?: (address: string) => string | undefined;
  /** What a table holds, where that is known from its rows; else its name is asked. */
  readonly holds?: (store: string, container: string, table: string) => Held | undefined;
  /** Names that are remembered; others are given up and counted. */
  readonly maxNames?: number;
  /** 0 to 1, for the forest; the same sequence gives the same forest. */
  readonly random?: () => number;
}

export interface BehaviourCounts {
  /** Events that were accesses. */
  readonly accesses: number;
  /** Of a window that was over. */
  readonly late: number;
  /** Their clock runs ahead. */
  readonly ahead: number;
  /** Windows that reached the bar when the budget was spent. */
  readonly withheld: number;
  /** Names that are remembered, and that were given up for others. */
  readonly names: number;
  readonly evicted: number;
}

export interface Behaviour {
  /**
   * @param ref what the caller knows the event by
   * @param isTold whether a rule told of the event: its operation is no news then
   */
  readonly observe: (fields: Fields, ref: Ref, isTold?: boolean) => readonly Alert[];
  /** What a person says of an alert; false where the alert is no longer known. */
  readonly judge: (alert: string, opinion: Opinion, time: number) => boolean;
  /** Closes all windows, as at the end of the events. */
  readonly end: () => void;
  readonly counts: () => BehaviourCounts;
  /** To be stored together with the place in the input up to which it holds. */
  readonly snapshot: () => BehaviourSnapshot;
  readonly restore: (snapshot: BehaviourSnapshot) => void;
}

const DEFAULT_BUDGET = 5;
/** Bits under which nothing is an alert: three facts of one in six windows each. */
const FLOOR = 8;
const NEVER = Number.NEGATIVE_INFINITY;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const MAX_NAMES = 50_000;
const MAX_STORES = 4_096;
/** Windows that stay open for late events. */
const LATE_WINDOWS = 1;
const LISTED_BITS = 16;
const MANY_TABLES = 10;

export function createBehaviour(options: BehaviourOptions): Behaviour {
  return new Watcher(options).door();
}

class Watcher {
  readonly #options: BehaviourOptions;
  readonly #zone: string;
  readonly #wallClock: WallClock;
  readonly #profiles: Kept<Profile>;
  readonly #days: Days;
  readonly #orders = new Orders();
  readonly #whole: Whole;
  readonly #budget: Budget;
  readonly #feedback = new Feedback();
  readonly #pseudonyms: Pseudonyms;
  readonly #open = new Map<string, Episode>();
  readonly #journeys: Journeys;
  readonly #ongoing: Ongoing;
  readonly #totals = new StoreTotals();
  /** By store: logs of several stores are seldom equally far. */
  readonly #closedBefore = new Map<string, number>();
  readonly #counts = { accesses: 0, late: 0, ahead: 0, withheld: 0 };

  constructor(options: BehaviourOptions) {
    this.#options = options;
    this.#zone = options.timeZone ?? 'UTC';
    this.#wallClock = createWallClock(this.#zone);
    const most = options.maxNames ?? MAX_NAMES;
    this.#profiles = new Kept(most, () => new Profile());
    this.#days = new Days(most);
    this.#journeys = new Journeys(Math.ceil(most / 4));
    this.#whole = new Whole(options.random);
    this.#budget = new Budget(options.alertsPerDay ?? DEFAULT_BUDGET, options.leastBits ?? FLOOR);
    this.#ongoing = new Ongoing(this.#budget);
    this.#pseudonyms = new Pseudonyms(options.pseudonym);
  }

  door(): Behaviour {
    return {
      observe: (fields, ref, isTold = false) => this.#observe(fields, ref, isTold),
      judge: (alert, opinion, time) => this.#feedback.say(alert, opinion, time),
      end: () => {
        const stores = new Set([...this.#open.values()].map(({ store }) => store));
        for (const store of stores) this.#closeBefore(store, Number.POSITIVE_INFINITY);
      },
      counts: () => ({
        ...this.#counts,
        names: this.#profiles.size,
        evicted: this.#profiles.evicted + this.#days.evicted + this.#journeys.evicted,
      }),
      snapshot: () => this.#snapshot(),
      restore: (snapshot) => this.#restore(snapshot),
    };
  }

  #observe(fields: Fields, ref: Ref, isTold: boolean): readonly Alert[] {
    const access = accessOf(fields);
    if (access === undefined) return [];
    this.#counts.accesses += 1;
    const now = this.#options.now();
    if (access.time > now + HOUR_MS) {
      this.#counts.ahead += 1;
      return [];
    }
    // A clock that runs ahead a little must not close the windows of the others.
    const window = windowOf(Math.min(access.time, now));
    const closed = this.#closedBefore.get(access.store) ?? NEVER;
    if (window < closed) {
      this.#counts.late += 1;
      return [];
    }
    const whole = this.#closeBefore(access.store, window - LATE_WINDOWS);
    this.#budget.turn(this.#wallClock(access.time));
    const episode = this.#episodeOf(access, window);
    this.#judgeAccess(access, episode, isTold);
    if (isTold) this.#ongoing.ruleTold(accountName(episode), window, access.time);
    this.#totals.count(access, window, ref);
    return [...whole, ...this.#told(episode, access, ref)];
  }

  #episodeOf(access: Access, window: number): Episode {
    const isNobody = !isSomebody(access);
    const who = this.#whoIs(access);
    const key = openKey({ window, store: access.store, who });
    const group = (isNobody ? undefined : this.#options.peersOf?.(access.user)) ?? `with ${access.client}`;
    const known = this.#open.get(key);
    if (known) {
      // A sign-in may not tell the program yet.
      if (known.group === 'with ') known.group = group;
      return known;
    }
    const episode = new Episode(window, who, access.store, group, isNobody, this.#wallClock(window * WINDOW_MS));
    this.#open.set(key, episode);
    const account = this.#profiles.of(accountName(episode), window);
    const odd = hourFact(this.#profiles.of(personName(who), window), episode.local, this.#zone);
    this.#add(episode, odd);
    this.#add(episode, peersHourFact(odd, this.#profiles.of(peersName(episode), window), episode.local, this.#zone));
    this.#add(episode, dormantFact(account, episode.local));
    return episode;
  }

  /** A pseudonym of the account, or of the network where it is not known who it was. */
  #whoIs(access: Access): string {
    return this.#pseudonyms.of(isSomebody(access) ? access.user : `(nobody) ${access.network}`);
  }

  #accountOf(access: Access): string {
    return accountName({ who: this.#whoIs(access), store: access.store });
  }

  #concerned({ who, store, group, window }: Episode, tables: readonly string[]): Concerned {
    const profile = (name: string) => this.#profiles.of(name, window);
    return {
      account: profile(accountName({ who, store })),
      anybody: profile(`anybody\n${store}`),
      store: profile(`store\n${store}`),
      peers: profile(peersName({ store, group })),
      tables: tables.map((table) => [table, profile(`table\n${store}\n${table}`)] as const),
    };
  }

  #judgeAccess(access: Access, episode: Episode, isTold: boolean): void {
    const concerned = this.#concerned(episode, access.tables);
    const account = episode.isNobody ? '(nobody)' : episode.who;
    const by = { account, client: access.client, hand: handOf(access.client) ?? '' };
    const holds = (table: string) => this.#options.holds?.(access.store, access.container, table);
    const isPlaceNew = concerned.account.valuesOf('network').judge(access.network).isNew;
    const travelled = this.#journeys.of(access, episode.who, episode.window);
    // Who comes home from a journey is where he is as a rule.
    const journey = isPlaceNew ? travelled : undefined;
    for (const [dimension, value] of valuesOf(access, account, {
      journey,
      turn: turnOf(access.client, episode.local, concerned.account),
    })) {
      if (!episode.meets(dimension, value) || (isTold && dimension === 'operation')) continue;
      for (const fact of valueFacts(dimension, value, episode, concerned, by)) this.#add(episode, fact);
      if (dimension === 'table') this.#add(episode, heldFact(value, episode.local, concerned.account, holds));
    }
    episode.count(access);
    for (const fact of amountFacts(episode, concerned)) this.#add(episode, fact);
    for (const fact of this.#days.count(access, episode, concerned)) this.#add(episode, fact);
    this.#add(episode, this.#orders.judge(access, episode, concerned.anybody.levelOf('queries', 'window').windows));
    this.#add(episode, this.#whole.judge(episode, concerned.account));
    const list = this.#options.listOf?.(access.address);
    if (list !== undefined)
      episode.add({ kind: 'listed', ground: 'place', subject: 'account', list, bits: LISTED_BITS, of: 0 });
  }

  /** A fact counts as much as people said that such facts do. */
  #add(episode: Episode, fact: Fact | undefined): void {
    if (fact !== undefined) episode.add(this.#weighed(accountName(episode), fact, episode.start));
  }

  #weighed(who: string, fact: Fact, time: number): Fact {
    const weight = this.#feedback.weightOf(who, fact, time);
    return weight === 1 ? fact : { ...fact, bits: fact.bits * weight };
  }

  #told(episode: Episode, access: Access, ref: Ref): readonly Alert[] {
    const facts = strongest(episode.facts.values());
    const score = scoreOf(facts);
    if (score < this.#budget.bar || (episode.shownAt !== undefined && score <= episode.shownAt)) return [];
    episode.shownAt = score;
    const told = { ref, time: access.time, score, facts, access };
    const by = { who: accountName(episode), person: episode.isNobody ? undefined : episode.who };
    return this.#shown(by, episode.window, told, [...episode.facts.values()]);
  }

  /** @param all facts, those that are too weak to be told, too: what a person says of the alert is said of all of it */
  #shown(by: Teller, start: number, told: Told, all: readonly Fact[] = told.facts): readonly Alert[] {
    const bar = this.#budget.bar;
    const named = this.#ongoing.tell(by, start, told);
    if (named === 'withheld') this.#counts.withheld += 1;
    if (typeof named === 'string') return [];
    this.#feedback.told(named.id, by.who, all);
    return [{ ...told, ...named, bar, why: () => told.facts.map(wordsOf) }];
  }

  /** What is over is learned; what a store as a whole did in it may be an alert. */
  #closeBefore(store: string, window: number): readonly Alert[] {
    if (window <= (this.#closedBefore.get(store) ?? NEVER)) return [];
    if (this.#closedBefore.size >= MAX_STORES && !this.#closedBefore.has(store)) dropOldest(this.#closedBefore);
    this.#closedBefore.set(store, window);
    for (const [key, episode] of this.#open) {
      if (episode.store !== store || episode.window >= window) continue;
      this.#open.delete(key);
      this.#learn(episode);
    }
    return this.#totals.close(store, window).flatMap(({ window: over, facts, access, ref }) => {
      const who = `store\n${store}`;
      const strong = strongest(facts.map((fact) => this.#weighed(who, fact, access.time)));
      const score = scoreOf(strong);
      this.#budget.remember(score, this.#wallClock(access.time));
      return score < this.#budget.bar
        ? []
        : this.#shown({ who, person: undefined, most: this.#accountOf(access) }, over, {
            ref,
            time: access.time,
            score,
            facts: strong,
            access,
          });
    });
  }

  #learn(episode: Episode): void {
    const score = scoreOf(strongest(episode.facts.values()));
    if (!this.#ongoing.wasCounted(accountName(episode), episode.start))
      this.#budget.remember(score, episode.local, episode.isNobody ? episode.store : undefined);
    const ratio = score / this.#budget.bar;
    const weight = ratio < 0.6 ? 1 : 1 / (1 + 2 * ratio * ratio);
    const concerned = this.#concerned(episode, [...(episode.values.get('table') ?? [])]);
    learnValues(episode, concerned, weight);
    learnAmounts(episode, concerned, weight);
    this.#orders.learn(episode, weight);
    this.#whole.learn(episode, concerned.account, weight);
    this.#profiles.of(personName(episode.who), episode.window).hours.learn(episode.local, weight);
  }

  #snapshot(): BehaviourSnapshot {
    return {
      schema: 'vigie.behaviour/2',
      profiles: [...this.#profiles.entries()].map(
        ([name, profile, ...rest]) => [name, profile.state(), ...rest] as const,
      ),
      days: this.#days.state(),
      sequences: this.#orders.state(),
      forest: this.#whole.state(),
      budget: this.#budget.state(),
      feedback: this.#feedback.state(),
      open: [...this.#open.values()].map((episode) => episode.state()),
      places: this.#journeys.state(),
      going: this.#ongoing.state(),
      totals: this.#totals.state(),
      closedBefore: [...this.#closedBefore].filter(([, window]) => Number.isFinite(window)),
    };
  }

  #restore(snapshot: BehaviourSnapshot): void {
    for (const [name, state, ...rest] of snapshot.profiles) this.#profiles.restore(name, Profile.of(state), ...rest);
    this.#days.restore(snapshot.days);
    this.#orders.restore(snapshot.sequences);
    this.#whole.restore(snapshot.forest);
    this.#budget.restore(snapshot.budget);
    this.#feedback.restore(snapshot.feedback);
    for (const state of snapshot.open) this.#open.set(openKey(state), Episode.of(state));
    this.#journeys.restore(snapshot.places);
    this.#ongoing.restore(snapshot.going);
    this.#totals.restore(snapshot.totals);
    for (const [store, window] of snapshot.closedBefore) this.#closedBefore.set(store, window);
  }
}

function learnValues(episode: Episode, { account, store, peers, tables }: Concerned, weight: number): void {
  const day = Math.floor(episode.local / DAY_MS);
  for (const [dimension, values] of episode.values) {
    // Who reads all tables, as backups do, reads none in particular.
    const readers = dimension === 'table' && values.size > MANY_TABLES ? [account] : [account, store, peers];
    for (const profile of readers) profile.valuesOf(dimension).learn(values, day, weight);
    if (dimension !== 'account' && dimension !== 'client' && dimension !== 'hand') continue;
    for (const [, profile] of tables) profile.valuesOf(dimension).learn(values, day, weight);
  }
}

function learnAmounts(episode: Episode, { account, anybody, peers }: Concerned, weight: number): void {
  const hour = new Date(episode.local).getUTCHours();
  for (const profile of [account, anybody, peers]) {
    for (const measure of WHOLE_MEASURES) {
      const amount = episode.amounts[measure];
      // Nothing, or one, is what everybody has: it is learned where there was more before.
      if (amount > 1 || profile.has(measure)) profile.levelOf(measure, 'window').learn(amount, hour, weight);
    }
    profile.wasActive(episode.local, weight);
  }
}

function dropOldest(map: Map<string, unknown>): void {
  const [oldest] = map.keys();
  if (oldest !== undefined) map.delete(oldest);
}

function openKey({ window, store, who }: Pick<EpisodeState, 'window' | 'store' | 'who'>): string {
  return `${window}\n${store}\n${who}`;
}

/** An account on all stores. */
function personName(who: string): string {
  return `person\n${who}`;
}

function peersName({ store, group }: { readonly store: string; readonly group: string }): string {
  return `peers\n${store}\n${group}`;
}
