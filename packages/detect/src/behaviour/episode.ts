// What somebody did on a store in one window of time, while the window is open.
import type { Access } from './access.ts';
import type { Dimension, Fact, Ground, Measure } from './fact.ts';

export const WINDOW_MS = 600_000;

export function windowOf(time: number): number {
  return Math.floor(time / WINDOW_MS);
}

/** The name under which an account on a store is remembered. */
export function accountName({ who, store }: { readonly who: string; readonly store: string }): string {
  return `account\n${store}\n${who}`;
}

/** Steps whose order is looked at together. */
const STEPS = 8;

export class Episode {
  readonly window: number;
  /** Who: a pseudonym of the account, or of the network where nobody signed in. */
  readonly who: string;
  readonly store: string;
  group: string;
  /** Nobody signed in, or a name was refused. */
  readonly isNobody: boolean;
  /** Its beginning by the clock on the wall. */
  readonly local: number;
  readonly values = new Map<Dimension, Set<string>>();
  readonly amounts: Record<Measure, number> = { rows: 0, bytes: 0, queries: 0, tables: 0, failures: 0, networks: 0 };
  /** Amounts from which on they are judged again: judging each event would tell no more. */
  readonly judgeFrom: Partial<Record<Measure, number>> = {};
  readonly facts = new Map<Ground, Fact>();
  /** Tables that were new to the account. */
  walked = 0;
  /** Tables that it made. */
  readonly made = new Set<string>();
  lastStep = '';
  readonly stepBits: number[] = [];
  readonly steps: (readonly [before: string, step: string])[] = [];
  /** The score at which it was shown; undefined where it was not. */
  shownAt: number | undefined;

  constructor(window: number, who: string, store: string, group: string, isNobody: boolean, local: number) {
    this.window = window;
    this.who = who;
    this.store = store;
    this.group = group;
    this.isNobody = isNobody;
    this.local = local;
  }

  get start(): number {
    return this.window * WINDOW_MS;
  }

  /** Whether a value is met for the first time in this window. */
  meets(dimension: Dimension, value: string): boolean {
    let met = this.values.get(dimension);
    if (met === undefined) {
      met = new Set();
      this.values.set(dimension, met);
    }
    if (met.has(value) || met.size >= MAX_VALUES) return false;
    met.add(value);
    return true;
  }

  /** One more table that is new to the account. @returns how many there are */
  walk(): number {
    this.walked += 1;
    return this.walked;
  }

  count(access: Access): void {
    this.amounts.rows += access.rows;
    this.amounts.bytes += access.bytes;
    this.amounts.queries += access.accesses;
    if (access.isFailure) this.amounts.failures += failuresIn(access);
    this.amounts.tables = this.values.get('table')?.size ?? 0;
    if (access.operation === 'create')
      for (const table of access.tables) if (this.made.size < MAX_VALUES) this.made.add(table);
    this.amounts.networks = this.values.get('network')?.size ?? 0;
  }

  step(before: string, step: string, bits: number): void {
    this.lastStep = step;
    if (this.steps.length < MAX_STEPS) this.steps.push([before, step]);
    this.stepBits.push(bits);
    if (this.stepBits.length > STEPS) this.stepBits.shift();
  }

  /** Of one ground only the most surprising stays. */
  add(fact: Fact | undefined): void {
    if (fact === undefined || fact.bits <= 0) return;
    const known = this.facts.get(fact.ground);
    if (known === undefined || known.bits < fact.bits) this.facts.set(fact.ground, fact);
  }

  state(): EpisodeState {
    return {
      window: this.window,
      who: this.who,
      store: this.store,
      group: this.group,
      isNobody: this.isNobody,
      local: this.local,
      values: [...this.values].map(([dimension, met]) => [dimension, [...met]] as const),
      amounts: { ...this.amounts },
      judgeFrom: { ...this.judgeFrom },
      facts: [...this.facts.values()],
      walked: this.walked,
      made: [...this.made],
      lastStep: this.lastStep,
      stepBits: [...this.stepBits],
      steps: [...this.steps],
      shownAt: this.shownAt ?? null,
    };
  }

  static of(state: EpisodeState): Episode {
    const episode = new Episode(state.window, state.who, state.store, state.group, state.isNobody, state.local);
    for (const [dimension, met] of state.values) episode.values.set(dimension, new Set(met));
    Object.assign(episode.amounts, state.amounts);
    Object.assign(episode.judgeFrom, state.judgeFrom);
    for (const fact of state.facts) episode.facts.set(fact.ground, fact);
    episode.walked = state.walked;
    for (const table of state.made) episode.made.add(table);
    episode.lastStep = state.lastStep;
    episode.stepBits.push(...state.stepBits);
    episode.steps.push(...state.steps);
    episode.shownAt = state.shownAt ?? undefined;
    return episode;
  }
}

export interface EpisodeState {
  readonly window: number;
  readonly who: string;
  readonly store: string;
  readonly group: string;
  readonly isNobody: boolean;
  readonly local: number;
  readonly values: readonly (readonly [Dimension, readonly string[]])[];
  readonly amounts: Readonly<Record<Measure, number>>;
  readonly judgeFrom: Readonly<Partial<Record<Measure, number>>>;
  readonly facts: readonly Fact[];
  readonly walked: number;
  readonly made: readonly string[];
  readonly lastStep: string;
  readonly stepBits: readonly number[];
  readonly steps: readonly (readonly [before: string, step: string])[];
  readonly shownAt: number | null;
}

/** That it failed is news, also where the attempt was told of before. */
export function failuresIn({ accesses }: Pick<Access, 'accesses'>): number {
  return Math.max(1, accesses);
}

/** Values of one dimension in one window; more are counted and not named. */
const MAX_VALUES = 256;
const MAX_STEPS = 256;
