// A store as a whole: what all accounts together read, sent and failed at in a window, as time series. Many who each take a little show
// here, and nowhere else.
import type { Ref } from '../correlation/group-window.ts';
import { createSeries, type Series, type SeriesSnapshot } from '../series/series.ts';
import type { Access } from './access.ts';
import { failuresIn, WINDOW_MS } from './episode.ts';
import type { Fact, Measure } from './fact.ts';

const TOTALS = ['rows', 'bytes', 'queries', 'failures'] as const satisfies readonly Measure[];
type Total = (typeof TOTALS)[number];

/** Less than this is nothing to tell of a whole store. */
const WORTH_TELLING: Readonly<Record<Total, number>> = { rows: 2_000, bytes: 5_000_000, queries: 300, failures: 30 };
/** The scorer's own measure from which on a point is told. */
const TOLD = 0.6;
const MOST_BITS = 16;
/** A level that moved slowly by less than this factor is growth. */
const LEAST_CHANGE = 2;
const CHANGE_BITS = 10;
const MAX_STORES = 1_024;

interface Window {
  readonly store: string;
  readonly window: number;
  readonly totals: Record<Total, number>;
  last: Access;
  ref: Ref;
}

export interface StoreFacts {
  readonly window: number;
  readonly facts: readonly Fact[];
  /** The last access of the window. */
  readonly access: Access;
  readonly ref: Ref;
}

export interface StoreTotalsState {
  readonly series: readonly (readonly [store: string, measure: Total, series: SeriesSnapshot])[];
  readonly windows: readonly Window[];
}

function weightOf({ rows, bytes }: Access): number {
  return rows * 100 + bytes;
}

export class StoreTotals {
  readonly #series = new Map<string, Map<Total, Series>>();
  readonly #windows = new Map<string, Window>();

  count(access: Access, window: number, ref: Ref): void {
    const key = `${window}\n${access.store}`;
    let open = this.#windows.get(key);
    if (open === undefined) {
      open = { store: access.store, window, totals: { rows: 0, bytes: 0, queries: 0, failures: 0 }, last: access, ref };
      this.#windows.set(key, open);
    }
    open.totals.rows += access.rows;
    open.totals.bytes += access.bytes;
    open.totals.queries += access.accesses;
    if (access.isFailure) open.totals.failures += failuresIn(access);
    // Who gave most to it is the one to look at.
    const weight = weightOf(access);
    if (weight < weightOf(open.last)) return;
    open.last = access;
    open.ref = ref;
  }

  /** Windows of a store that are over: judged, then learned. */
  close(store: string, before: number): readonly StoreFacts[] {
    const over = [...this.#windows].filter(([, one]) => one.store === store && one.window < before);
    return over
      .toSorted(([, a], [, b]) => a.window - b.window)
      .flatMap(([key, { window, totals, last, ref }]) => {
        this.#windows.delete(key);
        const facts = TOTALS.flatMap((measure) => this.#judge(store, measure, window, totals[measure]) ?? []);
        return facts.length === 0 ? [] : [{ window, facts, access: last, ref }];
      });
  }

  state(): StoreTotalsState {
    return {
      series: [...this.#series].flatMap(([store, all]) =>
        [...all].map(([measure, series]) => [store, measure, series.snapshot()] as const),
      ),
      windows: [...this.#windows.values()].map((one) => ({
        ...one,
        totals: { ...one.totals },
        last: unnamed(one.last),
      })),
    };
  }

  restore({ series, windows }: StoreTotalsState): void {
    for (const [store, measure, snapshot] of series) this.#of(store)?.set(measure, createSeries({}, snapshot));
    for (const one of windows) this.#windows.set(`${one.window}\n${one.store}`, { ...one, totals: { ...one.totals } });
  }

  #judge(store: string, measure: Total, window: number, observed: number): Fact | undefined {
    const all = this.#of(store);
    if (all === undefined) return undefined;
    let series = all.get(measure);
    if (series === undefined) {
      series = createSeries();
      all.set(measure, series);
    }
    const reading = series.observe(window * WINDOW_MS, observed);
    if (reading.kind !== 'reading') return undefined;
    const { expected, points, change } = reading;
    const common = {
      kind: 'amount',
      ground: 'amount',
      subject: 'store',
      measure,
      observed,
      usual: expected.value,
      high: expected.high,
      of: points,
    } as const;
    const isTold = reading.score >= TOLD && reading.side === 'above' && observed >= WORTH_TELLING[measure];
    if (isTold)
      return {
        ...common,
        period: 'window',
        bits: Math.min(MOST_BITS, -Math.log2(Math.max(reading.probability, 1e-9))),
      };
    const factor = change === undefined ? 0 : change.to / Math.max(1, change.from);
    if (change === undefined || factor < LEAST_CHANGE || change.to < WORTH_TELLING[measure]) return undefined;
    return {
      ...common,
      period: 'days',
      observed: change.to,
      usual: change.from,
      high: change.from,
      bits: CHANGE_BITS + Math.log2(factor),
    };
  }

  #of(store: string): Map<Total, Series> | undefined {
    let all = this.#series.get(store);
    if (all === undefined && this.#series.size < MAX_STORES) {
      all = new Map();
      this.#series.set(store, all);
    }
    return all;
  }
}

/** What may be stored of an access: of a person's names nothing. */
function unnamed(access: Access): Access {
  return { ...access, user: '', address: '' };
}
