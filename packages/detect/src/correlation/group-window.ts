// The events of one group of one correlation, in order of time, and every window over them that ends with an event: [end − timespan, end].
// Events that come late are put into their place, and the windows that they change are judged anew.
import type { Aggregate, Payload } from './aggregates/aggregate.ts';

export interface WindowRules {
  readonly timespanMs: number;
  /** How much later than the newest of its group an event may come. */
  readonly latenessMs: number;
  /** Judge at once, or when no late event can come any more. */
  readonly waits: boolean;
  readonly maxEntries: number;
  readonly newAggregate: () => Aggregate;
  readonly isMet: (measured: number | undefined) => boolean;
}

/** A window in which the condition was met. */
export interface Met {
  /** Milliseconds; when the window ends, which is when its last event happened. */
  readonly end: number;
  readonly measured: number;
  /** References of its newest events, the last one last. */
  readonly refs: readonly Ref[];
  /** Another window less than a timespan away was told already. */
  readonly isRepeat: boolean;
}

/** What the caller knows an event by; it has to be plain JSON. */
export type Ref = string | number;

export interface GroupSnapshot {
  readonly times: readonly number[];
  readonly payloads: readonly (string | number | null)[];
  readonly refs: readonly Ref[];
  readonly told: readonly number[];
  readonly judgedTo: number | null;
  readonly pending: readonly number[];
}

const SHOWN_REFS = 10;

export class GroupWindow {
  readonly #rules: WindowRules;
  #times: number[] = [];
  #payloads: Payload[] = [];
  #refs: Ref[] = [];
  /** Before it lies what is kept no more. */
  #head = 0;
  /** The aggregate holds the entries from `from` until before `to`. */
  #from = 0;
  #to = 0;
  #aggregate: Aggregate;
  /** Ends of windows that were told. */
  #told: number[] = [];
  /** Ends of windows that wait to be judged, ascending. */
  #pending: number[] = [];
  #judgedTo = Number.NEGATIVE_INFINITY;
  dropped = 0;

  constructor(rules: WindowRules) {
    this.#rules = rules;
    this.#aggregate = rules.newAggregate();
  }

  get newest(): number {
    return this.#times.at(-1) ?? Number.NEGATIVE_INFINITY;
  }

  get size(): number {
    return this.#times.length - this.#head;
  }

  get isPending(): boolean {
    return this.#pending.length > 0;
  }

  /** How much there is to lose: entries, and what was told. */
  get worth(): number {
    return this.size + 4 * this.#told.length;
  }

  /** Adds an event. @returns windows that are met by it; undefined where it came too late */
  add(time: number, payload: Payload, ref: Ref): readonly Met[] | undefined {
    const { latenessMs, waits } = this.#rules;
    const newest = this.newest;
    if (time < newest - latenessMs || time < this.#judgedTo) return undefined;
    const isInOrder = time >= newest;
    const at = isInOrder ? this.#times.length : this.#placeAfter(time);
    if (isInOrder) {
      this.#times.push(time);
      this.#payloads.push(payload);
      this.#refs.push(ref);
    } else {
      this.#times.splice(at, 0, time);
      this.#payloads.splice(at, 0, payload);
      this.#refs.splice(at, 0, ref);
    }
    if (waits) {
      this.#pending.splice(upperBound(this.#pending, time), 0, time);
      this.#forget(time);
      return NONE;
    }
    if (isInOrder) {
      this.#slideTo(at);
      this.#forget(time);
      return this.#judge(time, at);
    }
    return this.#judgeAgain(time, at);
  }

  /** Judges the windows that end at or before this moment, since nothing late can change them any more. */
  settle(until: number): readonly Met[] {
    const met: Met[] = [];
    let judged = 0;
    for (const end of this.#pending) {
      if (end > until) break;
      judged += 1;
      const last = this.#placeAfter(end) - 1;
      this.#slideTo(last);
      met.push(...this.#judge(end, last));
      this.#judgedTo = end;
    }
    this.#pending.splice(0, judged);
    return met;
  }

  /** Moves the aggregate so that the entry at `last` is its newest. */
  #slideTo(last: number): void {
    const begin = (this.#times[last] ?? 0) - this.#rules.timespanMs;
    for (; this.#to <= last; this.#to += 1) this.#aggregate.add(this.#payloads[this.#to], this.#times[this.#to] ?? 0);
    for (; this.#from < this.#to && (this.#times[this.#from] ?? 0) < begin; this.#from += 1) {
      this.#aggregate.remove(this.#payloads[this.#from]);
    }
  }

  #judge(end: number, last: number): readonly Met[] {
    const { timespanMs, isMet } = this.#rules;
    const measured = this.#aggregate.measure(end - timespanMs);
    if (measured === undefined || !isMet(measured)) return NONE;
    const isRepeat = this.#told.some((told) => Math.abs(told - end) <= timespanMs);
    if (!isRepeat) this.#told.push(end);
    const refs = isRepeat ? [] : this.#refs.slice(Math.max(this.#from, last + 1 - SHOWN_REFS), last + 1);
    return [{ end, measured, refs, isRepeat }];
  }

  /** After a late event: every window that it is in. The one that ends with the newest event stays as it is, with the late one in it. */
  #judgeAgain(time: number, at: number): readonly Met[] {
    const { timespanMs, newAggregate } = this.#rules;
    const newest = { aggregate: this.#aggregate, from: this.#from, to: this.#to + 1 };
    if (at < newest.from) newest.from += 1;
    else newest.aggregate.add(this.#payloads[at], time);
    this.#aggregate = newAggregate();
    this.#from = this.#to = lowerBound(this.#times, time - timespanMs, this.#head);
    const met: Met[] = [];
    for (let last = at; last < this.#times.length; last += 1) {
      const end = this.#times[last] ?? 0;
      if (end > time + timespanMs) break;
      this.#slideTo(last);
      met.push(...this.#judge(end, last));
    }
    if (newest.aggregate.needsOrder !== true) {
      this.#aggregate = newest.aggregate;
      this.#from = newest.from;
      this.#to = newest.to;
    } else this.#slideTo(this.#times.length - 1);
    return met;
  }

  /** Lets go of what no window can need any more, and of the oldest where there is too much. */
  #forget(now: number): void {
    const { timespanMs, latenessMs, maxEntries, waits } = this.#rules;
    const oldest = (waits ? Math.min(now, this.#pending[0] ?? now) : now) - timespanMs - latenessMs;
    while (this.#head < this.#from && (this.#times[this.#head] ?? 0) < oldest) this.#head += 1;
    if (this.size > maxEntries) this.#dropOldest();
    if (this.#head > 1024 && this.#head * 2 > this.#times.length) this.#compact();
    const first = this.#told[0];
    if (first !== undefined && first < oldest - timespanMs) this.#told.shift();
  }

  #dropOldest(): void {
    this.dropped += 1;
    if (this.#from === this.#head && this.#to > this.#head) {
      this.#aggregate.remove(this.#payloads[this.#head]);
      this.#from += 1;
    }
    this.#head += 1;
    this.#from = Math.max(this.#from, this.#head);
    this.#to = Math.max(this.#to, this.#from);
  }

  #compact(): void {
    this.#times = this.#times.slice(this.#head);
    this.#payloads = this.#payloads.slice(this.#head);
    this.#refs = this.#refs.slice(this.#head);
    this.#from -= this.#head;
    this.#to -= this.#head;
    this.#head = 0;
  }

  /** Where an entry of this time goes: behind those of the same time. */
  #placeAfter(time: number): number {
    return upperBound(this.#times, time, this.#head);
  }

  snapshot(): GroupSnapshot {
    return {
      times: this.#times.slice(this.#head),
      payloads: this.#payloads.slice(this.#head).map((payload) => payload ?? null),
      refs: this.#refs.slice(this.#head),
      told: [...this.#told],
      judgedTo: Number.isFinite(this.#judgedTo) ? this.#judgedTo : null,
      pending: [...this.#pending],
    };
  }

  /** A window as it was when the snapshot was taken. */
  static from(rules: WindowRules, snapshot: GroupSnapshot): GroupWindow {
    const window = new GroupWindow(rules);
    window.#times = [...snapshot.times];
    window.#payloads = snapshot.payloads.map((payload) => payload ?? undefined);
    window.#refs = [...snapshot.refs];
    window.#told = [...snapshot.told];
    window.#pending = [...snapshot.pending];
    window.#judgedTo = snapshot.judgedTo ?? Number.NEGATIVE_INFINITY;
    const last = rules.waits ? window.#placeAfter(window.#judgedTo) - 1 : window.#times.length - 1;
    if (last >= 0) window.#slideTo(last);
    return window;
  }
}

const NONE: readonly Met[] = [];

/** The index of the first number that is not less. */
function lowerBound(sorted: readonly number[], value: number, from: number): number {
  let low = from;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The index of the first number that is greater. */
function upperBound(sorted: readonly number[], value: number, from = 0): number {
  let low = from;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
