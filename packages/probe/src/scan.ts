// A scan: every endpoint in scope is tried, every open port met, and what was not tested is told with the reason.
import { type Budgets, DEFAULT_BUDGETS } from './budgets.ts';
import { Coverage, type CoverageState, type Untested, type UntestedReason } from './coverage.ts';
import { encounter, type OtherService, type StoreReport } from './encounter.ts';
import { type EndpointSpace, endpointSpace } from './endpoints.ts';
import { Ended, type Line } from './line.ts';
import { createDialler } from './net/dial.ts';
import { createLimiter, type Rates } from './net/rate.ts';
import { type Scout, startScouts } from './net/scouts.ts';
import { describeScope, type Scope } from './scope.ts';
import type { StoreDefinition } from './store.ts';
import { STORES } from './stores/index.ts';
import type { Targets } from './targets.ts';
import { createTranscript, type TranscriptEntry } from './transcript.ts';

export interface ScanRequest {
  readonly targets: Targets;
  readonly ports: readonly number[];
  readonly scope: Scope;
  readonly budgets?: Partial<Budgets>;
  /** Connections a second. Default: no limit. */
  readonly rates?: Rates;
  /** Connections that are being opened at once. Default 512. */
  readonly concurrency?: number;
  /** The state of an earlier, interrupted scan of the same targets and ports. */
  readonly resume?: ScanState;
  /** Interrupts the scan; what was found so far is returned. */
  readonly signal?: AbortSignal;
  /** The stores to look for. Default: all. */
  readonly stores?: readonly StoreDefinition[];
}

/** What is handed in from the world: a clock, chance, and ears. */
export interface ScanHost {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: (count: number) => Uint8Array;
  readonly onStore?: (store: StoreReport) => void;
  readonly onProgress?: (progress: Progress) => void;
  readonly onTranscript?: (entry: TranscriptEntry) => void;
  /** A programming mistake of ours in one store's file; the scan goes on. */
  readonly onFault?: (fault: unknown, product: string) => void;
}

export interface Progress {
  readonly tested: number;
  readonly total: number;
  readonly stores: number;
}

/** How far a scan is, for people who watch it: addresses whose ports are all done, and ports of the addresses under way. */
export interface Standing extends Progress {
  readonly addresses: { readonly done: number; readonly all: number };
  readonly ports: { readonly done: number; readonly all: number };
}

/** The report of a scan, as `vigie scan --format json` prints it. */
export interface ScanReport {
  readonly schema: 'vigie.scan/1';
  readonly startedAt: string;
  readonly finishedAt: string;
  /** False where the scan was interrupted: then `untested` names what was not reached. */
  readonly complete: boolean;
  readonly scope: {
    readonly owner?: string;
    readonly authorisedBy?: string;
    readonly networks: readonly string[];
    readonly addresses: number;
    readonly ports: number;
  };
  readonly stores: readonly StoreReport[];
  /** Open ports that show no known store. */
  readonly others: readonly OtherService[];
  readonly untested: readonly Untested[];
}

/** All that is needed to go on with an interrupted scan. */
export interface ScanState {
  readonly schema: 'vigie.scan-state/1';
  /** The endpoint space and the first start, so that only the same scan is resumed. */
  readonly key: string;
  readonly startedAt: string;
  readonly coverage: CoverageState;
  readonly stores: readonly StoreReport[];
  readonly others: readonly OtherService[];
}

/** A scan that runs. */
export interface RunningScan {
  readonly report: Promise<ScanReport>;
  /** What has become of one endpoint so far; undefined where this scan does not ask it. */
  outcomeOf(address: string, port: number): UntestedReason | 'tested' | undefined;
  /** How far it is at this moment. */
  standing(): Standing;
  /** The state at this moment, to be kept for `resume`. */
  state(): ScanState;
}

/** Endpoints whose open ports are being met at once. */
const ENCOUNTERS = 64;
/** Connections that may be opening at once, unless the request says otherwise. */
const DEFAULT_CONCURRENCY = 512;
/** Where answers come at once, as on loopback, more lanes than this only cost memory. */
const FIRST_LANES = 32;
/** An answer that takes longer than this is waited for by the network and not by us. */
const SLOW_MS = 20;
/** From so many endpoints on, threads that knock ahead are worth their start. */
const WORTH_SCOUTING = 8192;
/** How many endpoints a scout is sent to at once. */
const STRETCH = 1024;
/** How far the sweep may run ahead of the slowest encounter. */
const MAX_AHEAD = 200_000;

/** Whether a state is of a scan of these targets and ports. */
export function canResume(state: ScanState, targets: Targets, ports: readonly number[]): boolean {
  return state.key === endpointSpace(targets.ranges, ports, targets.names).key;
}

/**
 * Starts a scan. Nothing outside `request.scope` is ever connected to, and nothing is written to any store.
 *
 * @example
 * const scan = startScan({ targets, ports: [8123], scope }, { now: Date.now, random: randomBytes });
 * const { stores } = await scan.report;
 */
export function startScan(request: ScanRequest, host: ScanHost): RunningScan {
  const { targets, ports, scope, resume } = request;
  const space = endpointSpace(targets.ranges, ports, targets.names);
  const run = new Run(request, host, space);
  const report = run.go().then((): ScanReport => {
    const complete = run.coverage.next === space.size;
    return {
      schema: 'vigie.scan/1',
      startedAt: run.startedAt,
      finishedAt: new Date(host.now()).toISOString(),
      complete,
      scope: { ...describeScope(scope), addresses: space.addresses, ports: ports.length },
      stores: inOrder(run.found().stores),
      others: inOrder(run.found().others),
      untested: run.coverage.untested(space),
    };
  });
  return {
    report,
    outcomeOf(address, port) {
      const index = space.indexOf(address, port);
      return index === undefined ? undefined : run.coverage.outcomeOf(index);
    },
    standing() {
      const reached = space.reached(run.coverage.next);
      return {
        tested: run.coverage.count,
        total: space.size,
        stores: run.stores(),
        addresses: { done: reached.addresses, all: space.addresses },
        ports: { done: reached.ports, all: ports.length },
      };
    },
    state: () => ({
      schema: 'vigie.scan-state/1',
      key: resume?.key ?? space.key,
      startedAt: run.startedAt,
      coverage: run.coverage.state(),
      ...run.found(run.coverage.next),
    }),
  };
}

type Found = { readonly index: number } & (
  | { readonly kind: 'store'; readonly report: StoreReport }
  | { readonly kind: 'other'; readonly report: OtherService }
);

/** The work of one scan: a sweep over the endpoints, and an encounter for each that accepts. */
class Run {
  readonly startedAt: string;
  readonly coverage: Coverage;
  readonly #request: ScanRequest;
  readonly #host: ScanHost;
  readonly #space: EndpointSpace;
  readonly #signal: AbortSignal;
  readonly #found: Found[];
  #next: number;
  readonly #context;

  constructor(request: ScanRequest, host: ScanHost, space: EndpointSpace) {
    this.#request = request;
    this.#host = host;
    this.#space = space;
    this.#signal = request.signal ?? new AbortController().signal;
    this.startedAt = request.resume?.startedAt ?? new Date(host.now()).toISOString();
    this.coverage = new Coverage(request.resume?.coverage);
    this.#next = this.coverage.next;
    this.#found = [
      // Indices before the first endpoint: what an earlier run found stays, whatever this one interrupts.
      ...(request.resume?.stores ?? []).map((report): Found => ({ index: -1, kind: 'store', report })),
      ...(request.resume?.others ?? []).map((report): Found => ({ index: -1, kind: 'other', report })),
    ];
    const budgets = { ...DEFAULT_BUDGETS, ...request.budgets };
    const { now, random } = host;
    const transcript = createTranscript((entry) => host.onTranscript?.(entry), now);
    const limiter = createLimiter(request.rates ?? { total: Infinity, perHost: Infinity }, now);
    const dialler = createDialler({ scope: request.scope, budgets, limiter, transcript, signal: this.#signal, now });
    const onFault = (fault: unknown, product: string) => host.onFault?.(fault, product);
    this.#context = { stores: request.stores ?? STORES, budgets, dialler, now, random, onFault };
  }

  /** What was found, below an index where one is given. */
  found(below = Number.POSITIVE_INFINITY): { stores: StoreReport[]; others: OtherService[] } {
    const all = this.#found.filter((entry) => entry.index < below);
    return {
      stores: all.flatMap((entry) => (entry.kind === 'store' ? [entry.report] : [])),
      others: all.flatMap((entry) => (entry.kind === 'other' ? [entry.report] : [])),
    };
  }

  async go(): Promise<void> {
    const encounters = new Gate(ENCOUNTERS);
    const left = this.#space.size - this.#next;
    if (left >= WORTH_SCOUTING && this.#isUnlimited()) await this.#scout(encounters);
    else await this.#sweep(encounters);
    await encounters.empty();
    this.#progress();
  }

  /** A rate has to be kept in one place, so scouts go ahead only where there is none to keep. */
  #isUnlimited(): boolean {
    const { rates } = this.#request;
    return rates === undefined || (rates.total === Infinity && rates.perHost === Infinity);
  }

  /** The sweep by threads: each takes a stretch, and what is not refused there is dialled here. */
  async #scout(encounters: Gate): Promise<void> {
    const { targets, ports, scope } = this.#request;
    const { connectMs } = this.#context.budgets;
    const scouts = startScouts({ ranges: targets.ranges, ports, scope, connectMs });
    const follow = async (scout: Scout) => {
      while (this.#next < this.#space.size && !this.#signal.aborted) {
        const from = this.#next;
        const to = Math.min(from + STRETCH, this.#space.size);
        this.#next = to;
        const others = new Set(await scout.othersIn({ from, to }));
        if (this.#signal.aborted) return;
        for (let index = from; index < to; index += 1) if (!others.has(index)) this.#done(index, 'tested');
        await Promise.all([...others].map((index) => this.#visit(index, encounters)));
      }
    };
    const stopped = new Promise<void>((resolve) =>
      this.#signal.addEventListener('abort', () => resolve(), { once: true }),
    );
    try {
      await Promise.race([Promise.all(scouts.map(follow)), stopped]);
    } finally {
      await Promise.all(scouts.map((scout) => scout.end()));
    }
  }

  /** The sweep on this thread: lanes that take an endpoint after the other, more of them where the network is slow. */
  async #sweep(encounters: Gate): Promise<void> {
    const widest = this.#request.concurrency ?? DEFAULT_CONCURRENCY;
    const lanes: Promise<void>[] = [];
    const addLane = () => {
      if (lanes.length < widest) lanes.push(this.#lane(encounters, addLane));
    };
    for (let i = 0; i < FIRST_LANES; i += 1) addLane();
    // A lane that waits adds others, so the list grows while it is walked.
    for (const lane of lanes) await lane;
  }

  async #lane(encounters: Gate, addLane: () => void): Promise<void> {
    while (this.#next < this.#space.size && !this.#signal.aborted) {
      if (this.#next - this.coverage.next > MAX_AHEAD) {
        await encounters.change();
        continue;
      }
      const index = this.#next;
      this.#next += 1;
      const startedAt = this.#host.now();
      await this.#visit(index, encounters);
      if (this.#host.now() - startedAt > SLOW_MS) addLane();
    }
  }

  /** Dials an endpoint. Where it opens, its encounter begins as soon as there is room, and is not waited for. */
  async #visit(index: number, encounters: Gate): Promise<void> {
    const line = await this.#context.dialler.dial(this.#space.at(index));
    if (line instanceof Ended) {
      this.#missed(index, line);
      return;
    }
    await encounters.enter();
    void this.#meet(index, line).finally(() => encounters.leave());
  }

  #missed(index: number, ended: Ended): void {
    if (ended.reason === 'stopped') return;
    this.#done(index, ended.reason === 'refused' ? 'tested' : ended.reason);
  }

  async #meet(index: number, line: Line): Promise<void> {
    const met = await encounter(this.#space.at(index), line, this.#context);
    // An encounter that an interruption cut short would tell less than a whole one: it counts as not tested.
    if (this.#signal.aborted) return;
    if ('product' in met) {
      this.#found.push({ index, kind: 'store', report: met });
      this.#host.onStore?.(met);
    } else this.#found.push({ index, kind: 'other', report: met });
    this.#done(index, 'tested');
  }

  #done(index: number, outcome: Parameters<Coverage['record']>[1]): void {
    this.coverage.record(index, outcome);
    if (this.coverage.next % 64 === 0) this.#progress();
  }

  /** How many were found. */
  stores(): number {
    return this.#found.filter((entry) => entry.kind === 'store').length;
  }

  #progress(): void {
    this.#host.onProgress?.({ tested: this.coverage.next, total: this.#space.size, stores: this.stores() });
  }
}

/** Lets at most so many in at once. */
class Gate {
  readonly #places: number;
  #inside = 0;
  #waiting: (() => void)[] = [];

  constructor(places: number) {
    this.#places = places;
  }

  async enter(): Promise<void> {
    while (this.#inside >= this.#places) await this.change();
    this.#inside += 1;
  }

  leave(): void {
    this.#inside -= 1;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }

  /** Resolves when somebody leaves; at once where nobody is inside. */
  change(): Promise<void> {
    if (this.#inside === 0) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  async empty(): Promise<void> {
    while (this.#inside > 0) await this.change();
  }
}

function inOrder<T extends { readonly address: string; readonly port: number }>(list: readonly T[]): T[] {
  const collator = new Intl.Collator('en', { numeric: true });
  return [...list].sort((a, b) => collator.compare(a.address, b.address) || a.port - b.port);
}
