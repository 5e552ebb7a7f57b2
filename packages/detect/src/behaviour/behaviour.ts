// Behaviour: what is usual for accounts, stores, tables and peers is learned while it is watched, and what departs from it is told with
// the numbers. No training, no clock of its own: time is that of the events.
//
// An episode is what somebody did on a store within ten minutes. Its facts are judged as it goes on, so that an alert comes with the
// access that makes it; it teaches when it is over, and the more surprising it was, the less.
import { createHash } from 'node:crypto';
import type { Ref } from '../correlation/group-window.ts';
import type { Fields } from '../events/event.ts';
import { type Access, accessOf, sideOf } from './access.ts';
import { Budget, type BudgetState } from './budget.ts';
import { Episode, type EpisodeState, windowOf } from './episode.ts';
import { aboutOf, type Fact, type Measure, scoreOf, strongest, wordsOf } from './fact.ts';
import { Feedback, type FeedbackState, type Opinion } from './feedback.ts';
import { Forest, type ForestState } from './forest.ts';
import { amountFacts, type Concerned, dayFacts, dormantFact, hourFact, valueFacts, valuesOf } from './grounds.ts';
import { Kept } from './kept.ts';
import { Profile, type ProfileState } from './profile.ts';
import { Sequence, type SequenceState } from './sequence.ts';
import { StoreTotals, type StoreTotalsState } from './store-totals.ts';

export interface BehaviourOptions {
  /** Milliseconds since 1970: events that are further ahead are not believed. */
  readonly now: () => number;
  /** A keyed hash: names of accounts and networks are kept under it only. */
  readonly pseudonym: (name: string) => string;
  /** Alerts a day that somebody wants to read. */
  readonly alertsPerDay?: number;
  /** Bits under which nothing is an alert, whatever is left of the budget. */
  readonly leastBits?: number;
  /** Which peers an account belongs to, where that is known; else accounts with the same program are peers. */
  readonly peersOf?: (user: string) => string | undefined;
  /** Which list an address is on: exits of Tor, addresses that others reported. */
  readonly listOf?: (address: string) => string | undefined;
  /** Names that are remembered; others are given up and counted. */
  readonly maxNames?: number;
  /** 0 to 1, for the forest; the same sequence gives the same forest. */
  readonly random?: () => number;
}

export interface Alert {
  /** The same for the same account, store and beginning, so that a replay makes no second one; told again when it became much graver. */
  readonly id: string;
  readonly ref: Ref;
  /** Of the access that made it, milliseconds. */
  readonly time: number;
  /** Bits, the sum of the facts'. */
  readonly score: number;
  /** The bar that it reached. */
  readonly bar: number;
  /** Three at most, each of another ground, the most surprising first. */
  readonly facts: readonly Fact[];
  /** The facts in words; no name of a person or value is in them. */
  readonly why: () => readonly string[];
  /** As the event told it; may be somebody's name and address. */
  readonly access: Access;
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

interface Day {
  day: number;
  amounts: { rows: number; bytes: number };
  /** Spreads above what is usual, added up over days. */
  excess: number;
}

interface Place {
  country: string;
  time: number;
}

/** An alert that goes on. */
interface Going {
  readonly id: string;
  last: number;
  score: number;
  /** Whether its score is remembered: an alert over several windows is one. */
  isRemembered: boolean;
  /** What its facts were about. */
  about: readonly string[];
}

export interface BehaviourSnapshot {
  readonly schema: 'vigie.behaviour/1';
  readonly profiles: readonly (readonly [
    name: string,
    profile: ProfileState,
    worth: number,
    window: number,
    isEstablished: boolean,
  ])[];
  readonly days: readonly (readonly [name: string, day: Day, worth: number, window: number, isEstablished: boolean])[];
  readonly sequences: readonly (readonly [store: string, sequence: SequenceState])[];
  readonly forest: ForestState;
  readonly budget: BudgetState;
  readonly feedback: FeedbackState;
  readonly open: readonly EpisodeState[];
  readonly places: readonly (readonly [
    who: string,
    place: Place,
    worth: number,
    window: number,
    isEstablished: boolean,
  ])[];
  readonly going: readonly (readonly [key: string, going: Going])[];
  readonly totals: StoreTotalsState;
  readonly closedBefore: readonly (readonly [store: string, window: number])[];
}

export interface Behaviour {
  /** @param ref what the caller knows the event by */
  readonly observe: (fields: Fields, ref: Ref) => readonly Alert[];
  /** What a person says of an alert; false where the alert is no longer known. */
  readonly judge: (alert: string, opinion: Opinion, time: number) => boolean;
  /** Closes all windows, as at the end of the events. */
  readonly end: () => void;
  readonly counts: () => BehaviourCounts;
  /** All that is kept, as plain JSON without a name of a person; to be stored together with the place in the input up to which it holds. */
  readonly snapshot: () => BehaviourSnapshot;
  readonly restore: (snapshot: BehaviourSnapshot) => void;
}

const DEFAULT_BUDGET = 5;
/** Bits under which nothing is an alert: three facts of one in six windows each. */
const FLOOR = 8;
const NO_DAY = -1;
const NEVER = Number.NEGATIVE_INFINITY;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const MAX_NAMES = 50_000;
const MAX_STORES = 4_096;
/** Windows that stay open for late events. */
const LATE_WINDOWS = 1;
/** An alert is told again when its score has grown by this. */
const GRAVER = 1.5;
/** Somebody's windows with less than this between them are one alert. */
const ONE_ALERT_MS = 6 * HOUR_MS;
const JOURNEY_MS = 2 * HOUR_MS;
const FOREST_MEASURES: readonly Measure[] = ['rows', 'bytes', 'queries', 'tables', 'failures', 'networks'];

export function createBehaviour(options: BehaviourOptions): Behaviour {
  return new Watcher(options).door();
}

class Watcher {
  readonly #options: BehaviourOptions;
  readonly #profiles: Kept<Profile>;
  readonly #days: Kept<Day>;
  readonly #sequences = new Map<string, Sequence>();
  readonly #forest: Forest;
  readonly #budget: Budget;
  readonly #feedback = new Feedback();
  readonly #pseudonyms = new Map<string, string>();
  readonly #open = new Map<string, Episode>();
  /** Where an account was last, for journeys. */
  readonly #places: Kept<Place>;
  /** Alerts that go on, by who and store. */
  readonly #going = new Map<string, Going>();
  readonly #totals = new StoreTotals();
  /** By store: logs of several stores are seldom equally far. */
  readonly #closedBefore = new Map<string, number>();
  readonly #counts = { accesses: 0, late: 0, ahead: 0, withheld: 0 };

  constructor(options: BehaviourOptions) {
    this.#options = options;
    const most = options.maxNames ?? MAX_NAMES;
    this.#profiles = new Kept(most, () => new Profile());
    this.#days = new Kept(most, () => ({ day: NO_DAY, amounts: { rows: 0, bytes: 0 }, excess: 0 }));
    this.#places = new Kept(Math.ceil(most / 4), () => ({ country: '', time: 0 }));
    this.#forest = new Forest(FOREST_MEASURES.length + 1, options.random ?? steadyChance());
    this.#budget = new Budget(options.alertsPerDay ?? DEFAULT_BUDGET, options.leastBits ?? FLOOR);
  }

  door(): Behaviour {
    return {
      observe: (fields, ref) => this.#observe(fields, ref),
      judge: (alert, opinion, time) => this.#feedback.say(alert, opinion, time),
      end: () => {
        const stores = new Set([...this.#open.values()].map(({ store }) => store));
        for (const store of stores) this.#closeBefore(store, Number.POSITIVE_INFINITY);
      },
      counts: () => ({
        ...this.#counts,
        names: this.#profiles.size,
        evicted: this.#profiles.evicted + this.#days.evicted + this.#places.evicted,
      }),
      snapshot: () => this.#snapshot(),
      restore: (snapshot) => this.#restore(snapshot),
    };
  }

  #observe(fields: Fields, ref: Ref): readonly Alert[] {
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
    this.#budget.turn(access.time);
    const episode = this.#episodeOf(access, window);
    this.#judgeAccess(access, episode);
    this.#totals.count(access, window, ref);
    return [...whole, ...this.#told(episode, access, ref)];
  }

  /**
   * @param who whose alert it is: an account on a store, or a store as a whole
   * @param all facts, those that are too weak to be told, too: what a person says of the alert is said of all of it
   */
  #shown(
    who: string,
    start: number,
    told: Omit<Alert, 'id' | 'bar' | 'why'>,
    all: readonly Fact[] = told.facts,
  ): readonly Alert[] {
    const bar = this.#budget.bar;
    const going = this.#going.get(who);
    const about = told.facts.map(aboutOf);
    if (going !== undefined && told.time - going.last < ONE_ALERT_MS) {
      going.last = told.time;
      // Who does something else than before is told of again, where that alone would be an alert.
      const others = scoreOf(told.facts.filter((_, at) => !going.about.includes(about[at] ?? '')));
      if (told.score < going.score * GRAVER && others < bar) return [];
      going.score = Math.max(going.score, told.score);
      going.about = [...new Set([...going.about, ...about])];
      return [this.#alert(going.id, who, bar, told, all)];
    }
    if (!this.#budget.admits(told.score)) {
      this.#counts.withheld += 1;
      return [];
    }
    const id = createHash('sha256').update(`${who}\n${start}`).digest('hex').slice(0, 32);
    if (this.#going.size >= MAX_GOING) this.#forgetGoing(told.time);
    this.#going.set(who, { id, last: told.time, score: told.score, isRemembered: false, about });
    return [this.#alert(id, who, bar, told, all)];
  }

  #episodeOf(access: Access, window: number): Episode {
    const name = access.user === '' ? `(nobody) ${access.network}` : access.user;
    const who = this.#pseudonymOf(name);
    const key = openKey({ window, store: access.store, who });
    const group = (access.user === '' ? undefined : this.#options.peersOf?.(access.user)) ?? `with ${access.client}`;
    const known = this.#open.get(key);
    if (known) {
      // A sign-in may not tell the program yet.
      if (known.group === 'with ') known.group = group;
      return known;
    }
    const episode = new Episode(window, who, access.store, group);
    this.#open.set(key, episode);
    const account = this.#profiles.of(accountName(episode), window);
    for (const fact of [hourFact(account, episode.start), dormantFact(account, episode.start)]) {
      if (fact) episode.add(this.#weighed(episode, fact));
    }
    return episode;
  }

  /** Hashing is remembered for the names that come again and again. */
  #pseudonymOf(name: string): string {
    const known = this.#pseudonyms.get(name);
    if (known !== undefined) return known;
    const made = this.#options.pseudonym(name);
    if (this.#pseudonyms.size >= MAX_PSEUDONYMS) this.#pseudonyms.clear();
    this.#pseudonyms.set(name, made);
    return made;
  }

  #concerned({ who, store, group, window }: Episode, tables: readonly string[]): Concerned {
    const profile = (name: string) => this.#profiles.of(name, window);
    return {
      account: profile(accountName({ who, store })),
      anybody: profile(`anybody\n${store}`),
      store: profile(`store\n${store}`),
      peers: profile(`peers\n${store}\n${group}`),
      tables: tables.map((table) => [table, profile(`table\n${store}\n${table}`)] as const),
    };
  }

  #judgeAccess(access: Access, episode: Episode): void {
    const concerned = this.#concerned(episode, access.tables);
    const account = access.user === '' ? '(nobody)' : episode.who;
    const by = { account, client: access.client };
    for (const [dimension, value] of valuesOf(access, account, this.#journeyOf(access, episode))) {
      if (!episode.meets(dimension, value)) continue;
      for (const fact of valueFacts(dimension, value, episode, concerned, by))
        episode.add(this.#weighed(episode, fact));
    }
    episode.count(access);
    for (const fact of amountFacts(episode, concerned)) episode.add(this.#weighed(episode, fact));
    this.#judgeDay(access, episode, concerned.account);
    this.#judgeOrder(access, episode);
    this.#judgeWhole(episode, concerned.account);
    const list = this.#options.listOf?.(access.address);
    if (list !== undefined)
      episode.add({ kind: 'listed', ground: 'place', subject: 'account', list, bits: LISTED_BITS, of: 0 });
  }

  #weighed(episode: Episode, fact: Fact): Fact {
    return this.#weighedFor(accountName(episode), fact, episode.start);
  }

  #weighedFor(who: string, fact: Fact, time: number): Fact {
    const weight = this.#feedback.weightOf(who, fact, time);
    return weight === 1 ? fact : { ...fact, bits: fact.bits * weight };
  }

  /** From one country to another sooner than anybody travels, or from inside to outside where no country is told. */
  #journeyOf({ country, address, time, user }: Access, { who, window }: Episode): string | undefined {
    const here = country || sideOf(address);
    if (here === '' || user === '') return undefined;
    const place = this.#places.of(who, window);
    const isJourney = place.country !== '' && place.country !== here && time - place.time < JOURNEY_MS;
    const journey = isJourney ? `${place.country}>${here}` : undefined;
    place.country = here;
    place.time = time;
    return journey;
  }

  #judgeDay({ rows, bytes, time }: Access, episode: Episode, account: Profile): void {
    const day = this.#days.of(accountName(episode), episode.window);
    this.#turnDay(day, Math.floor(time / DAY_MS), account);
    day.amounts.rows += rows;
    day.amounts.bytes += bytes;
    for (const fact of dayFacts(day.amounts, { rows, bytes }, account, day.excess))
      episode.add(this.#weighed(episode, fact));
  }

  /** A day that is over is learned, and what was above the usual is added to what was above before. */
  #turnDay(day: Day, today: number, account: Profile): void {
    if (day.day === today) return;
    if (day.day !== NO_DAY) {
      const rows = account.levelOf('rows', 'day');
      const { bits } = rows.judge(day.amounts.rows, 0);
      day.excess = Math.max(0, day.excess + Math.min(4, bits) - 1.5);
      rows.learn(day.amounts.rows, 0, 1 / (1 + bits / 6));
      account.levelOf('bytes', 'day').learn(day.amounts.bytes, 0, 1 / (1 + bits / 6));
    }
    day.day = today;
    day.amounts = { rows: 0, bytes: 0 };
  }

  #judgeOrder(access: Access, episode: Episode): void {
    const sequence = this.#sequenceOf(access.store);
    const step = `${access.operation} ${access.tables[0] ?? access.container}`;
    const before = episode.lastStep || 'begin';
    episode.step(before, step, sequence.bits(before, step));
    if (episode.stepBits.length < LEAST_STEPS) return;
    const mean = episode.stepBits.reduce((sum, bits) => sum + bits, 0) / episode.stepBits.length;
    const level = this.#profiles.of(`anybody\n${access.store}`, episode.window).levelOf('queries', 'day');
    const bits = Math.max(0, mean - ORDER_USUAL) * ORDER_SHARE;
    const fact: Fact = {
      kind: 'order',
      ground: 'order',
      subject: 'store',
      steps: episode.stepBits.length,
      of: level.windows,
      bits,
    };
    episode.add(this.#weighed(episode, fact));
  }

  #sequenceOf(store: string): Sequence {
    let sequence = this.#sequences.get(store);
    if (sequence === undefined) {
      sequence = new Sequence();
      // Stores are configured by people; whoever writes logs cannot make more than these.
      if (this.#sequences.size < MAX_STORES) this.#sequences.set(store, sequence);
    }
    return sequence;
  }

  #judgeWhole(episode: Episode, account: Profile): void {
    if (episode.amounts.queries % WHOLE_EACH !== 1) return;
    const rare = this.#forest.judge(pointOf(episode));
    episode.add(
      this.#weighed(episode, {
        kind: 'whole',
        ground: 'whole',
        subject: 'account',
        bits: Math.max(0, rare * WHOLE_SHARE - account.whole),
        of: this.#forest.learned,
      }),
    );
  }

  #told(episode: Episode, access: Access, ref: Ref): readonly Alert[] {
    const facts = strongest(episode.facts.values());
    const score = scoreOf(facts);
    const bar = this.#budget.bar;
    if (score < bar || (episode.shownAt !== undefined && score <= episode.shownAt)) return [];
    episode.shownAt = score;
    const told = { ref, time: access.time, score, facts, access };
    return this.#shown(accountName(episode), episode.window, told, [...episode.facts.values()]);
  }

  #alert(id: string, who: string, bar: number, told: Omit<Alert, 'id' | 'bar' | 'why'>, all: readonly Fact[]): Alert {
    this.#feedback.told(id, who, all);
    return { ...told, id, bar, why: () => told.facts.map(wordsOf) };
  }

  #forgetGoing(now: number): void {
    for (const [key, { last }] of this.#going)
      if (now - last > ONE_ALERT_MS || this.#going.size >= MAX_GOING) this.#going.delete(key);
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
      const strong = strongest(facts.map((fact) => this.#weighedFor(who, fact, access.time)));
      const score = scoreOf(strong);
      this.#budget.remember(score, access.time);
      return score < this.#budget.bar
        ? []
        : this.#shown(who, over, { ref, time: access.time, score, facts: strong, access });
    });
  }

  #learn(episode: Episode): void {
    const score = scoreOf(strongest(episode.facts.values()));
    const going = this.#going.get(accountName(episode));
    const isOfAlert = going !== undefined && Math.abs(episode.start - going.last) < ONE_ALERT_MS;
    if (!isOfAlert || !going.isRemembered) this.#budget.remember(score, episode.start);
    if (isOfAlert) going.isRemembered = true;
    const ratio = score / this.#budget.bar;
    const weight = ratio < 0.6 ? 1 : 1 / (1 + 2 * ratio * ratio);
    const tables = [...(episode.values.get('table') ?? [])];
    const concerned = this.#concerned(episode, tables);
    this.#learnValues(episode, concerned, weight);
    const hour = new Date(episode.start).getUTCHours();
    for (const profile of [concerned.account, concerned.anybody, concerned.peers]) {
      for (const measure of FOREST_MEASURES) {
        const amount = episode.amounts[measure];
        // Nothing, or one, is what everybody has: it is learned where there was more before.
        if (amount > 1 || profile.has(measure, 'window'))
          profile.levelOf(measure, 'window').learn(amount, hour, weight);
      }
      profile.wasActive(episode.start, weight);
    }
    for (const [before, step] of episode.steps) this.#sequenceOf(episode.store).learn(before, step, weight);
    concerned.account.whole +=
      WHOLE_RATE * (this.#forest.judge(pointOf(episode)) * WHOLE_SHARE - concerned.account.whole);
    this.#forest.learn(pointOf(episode), weight);
  }

  #learnValues(episode: Episode, { account, store, peers, tables }: Concerned, weight: number): void {
    const day = Math.floor(episode.start / DAY_MS);
    for (const [dimension, values] of episode.values) {
      // Who reads all tables, as backups do, reads none in particular.
      const readers = dimension === 'table' && values.size > MANY_TABLES ? [account] : [account, store, peers];
      for (const profile of readers) profile.valuesOf(dimension).learn(values, day, weight);
      if (dimension !== 'account' && dimension !== 'client') continue;
      for (const [, profile] of tables) profile.valuesOf(dimension).learn(values, day, weight);
    }
  }

  #snapshot(): BehaviourSnapshot {
    return {
      schema: 'vigie.behaviour/1',
      profiles: [...this.#profiles.entries()].map(
        ([name, profile, ...rest]) => [name, profile.state(), ...rest] as const,
      ),
      days: [...this.#days.entries()].map(
        ([name, day, ...rest]) => [name, { ...day, amounts: { ...day.amounts } }, ...rest] as const,
      ),
      sequences: [...this.#sequences].map(([store, sequence]) => [store, sequence.state()] as const),
      forest: this.#forest.state(),
      budget: this.#budget.state(),
      feedback: this.#feedback.state(),
      open: [...this.#open.values()].map((episode) => episode.state()),
      places: [...this.#places.entries()].map(([who, place, ...rest]) => [who, { ...place }, ...rest] as const),
      going: [...this.#going].map(([key, going]) => [key, { ...going }] as const),
      totals: this.#totals.state(),
      closedBefore: [...this.#closedBefore].filter(([, window]) => Number.isFinite(window)),
    };
  }

  #restore(snapshot: BehaviourSnapshot): void {
    for (const [name, state, ...rest] of snapshot.profiles) this.#profiles.restore(name, Profile.of(state), ...rest);
    for (const [name, day, ...rest] of snapshot.days)
      this.#days.restore(name, { ...day, amounts: { ...day.amounts } }, ...rest);
    for (const [store, state] of snapshot.sequences) this.#sequences.set(store, Sequence.of(state));
    this.#forest.restore(snapshot.forest);
    this.#budget.restore(snapshot.budget);
    this.#feedback.restore(snapshot.feedback);
    for (const state of snapshot.open) this.#open.set(openKey(state), Episode.of(state));
    for (const [who, place, ...rest] of snapshot.places) this.#places.restore(who, { ...place }, ...rest);
    for (const [key, going] of snapshot.going) this.#going.set(key, { ...going });
    this.#totals.restore(snapshot.totals);
    for (const [store, window] of snapshot.closedBefore) this.#closedBefore.set(store, window);
  }
}

const LISTED_BITS = 16;
const MAX_GOING = 10_000;
const MAX_PSEUDONYMS = 10_000;
const LEAST_STEPS = 6;
const MANY_TABLES = 10;
/** Bits that a step tells on the way through an ordinary program's statements. */
const ORDER_USUAL = 4;
const ORDER_SHARE = 1.2;
/** The whole of a window is judged at its first event and each so many later. */
const WHOLE_EACH = 16;
const WHOLE_SHARE = 0.6;
/** How fast the usual follows. */
const WHOLE_RATE = 0.3;

function dropOldest(map: Map<string, unknown>): void {
  const [oldest] = map.keys();
  if (oldest !== undefined) map.delete(oldest);
}

function openKey({ window, store, who }: Pick<EpisodeState, 'window' | 'store' | 'who'>): string {
  return `${window}\n${store}\n${who}`;
}

function accountName({ who, store }: { readonly who: string; readonly store: string }): string {
  return `account\n${store}\n${who}`;
}

/** Amounts on a logarithmic scale, and the hour, each from 0 to 1. */
function pointOf({ amounts, start }: Episode): readonly number[] {
  const hour = new Date(start).getUTCHours() / 24;
  return [...FOREST_MEASURES.map((measure) => Math.min(1, Math.log1p(amounts[measure]) / 24)), hour];
}

/** A sequence that is the same in each run (mulberry32), where no chance is handed in: the forest needs variety, not secrecy. */
function steadyChance(): () => number {
  let state = 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
