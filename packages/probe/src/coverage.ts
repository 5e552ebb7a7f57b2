// Coverage: which endpoints were tested and why the others were not, in memory that does not grow with the network.
import type { EndpointSpace } from './endpoints.ts';
import type { EndReason } from './line.ts';

/** Why an endpoint was not tested. */
export type UntestedReason = Exclude<EndReason, 'refused'> | 'interrupted' | 'fault';

/** One run of untested endpoints. Where it is a single one, `addressTo` and `portTo` are left out. */
export interface Untested {
  readonly address: string;
  readonly port: number;
  readonly reason: UntestedReason;
  /** The last endpoint of the run, in the order of the scan. */
  readonly addressTo?: string;
  readonly portTo?: number;
  /** How many endpoints the run holds. */
  readonly endpoints?: number;
}

/** From `from` to `to`, both included, as indices of the endpoint space. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly reason: UntestedReason;
}

/** What a resumed scan needs to know of the coverage so far. */
export interface CoverageState {
  /** Every endpoint below this index is done. */
  readonly next: number;
  readonly runs: readonly Run[];
}

export class Coverage {
  #next: number;
  readonly #runs: Run[];
  /** Endpoints that are done while one before them is not. */
  readonly #ahead = new Map<number, UntestedReason | 'tested'>();

  constructor(state: CoverageState = { next: 0, runs: [] }) {
    this.#next = state.next;
    this.#runs = [...state.runs];
  }

  /** Every endpoint below this index is done. */
  get next(): number {
    return this.#next;
  }

  /** Endpoints that are done, those too that are ahead of one that is not. */
  get count(): number {
    return this.#next + this.#ahead.size;
  }

  record(index: number, outcome: UntestedReason | 'tested'): void {
    this.#ahead.set(index, outcome);
    for (let done = this.#ahead.get(this.#next); done !== undefined; done = this.#ahead.get(this.#next)) {
      this.#ahead.delete(this.#next);
      append(this.#runs, this.#next, done);
      this.#next += 1;
    }
  }

  /** What became of one endpoint; what was not reached counts as interrupted. */
  outcomeOf(index: number): UntestedReason | 'tested' {
    if (index >= this.#next) return this.#ahead.get(index) ?? 'interrupted';
    return this.#runs.find(({ from, to }) => from <= index && index <= to)?.reason ?? 'tested';
  }

  state(): CoverageState {
    return { next: this.#next, runs: [...this.#runs] };
  }

  /** Everything that was not tested; what was not reached counts as interrupted. */
  untested(space: EndpointSpace): Untested[] {
    const runs = [...this.#runs];
    const done = [...this.#ahead.keys()].sort((a, b) => a - b);
    let at = this.#next;
    for (const index of done) {
      if (index > at) runs.push({ from: at, to: index - 1, reason: 'interrupted' });
      append(runs, index, this.#ahead.get(index) ?? 'tested');
      at = index + 1;
    }
    if (at < space.size) runs.push({ from: at, to: space.size - 1, reason: 'interrupted' });
    return runs.map((run) => describe(run, space));
  }
}

function append(runs: Run[], index: number, outcome: UntestedReason | 'tested'): void {
  if (outcome === 'tested') return;
  const last = runs.at(-1);
  if (last && last.reason === outcome && last.to === index - 1) {
    runs[runs.length - 1] = { ...last, to: index };
  } else runs.push({ from: index, to: index, reason: outcome });
}

function describe(run: Run, space: EndpointSpace): Untested {
  const first = space.at(run.from);
  const base = { address: first.address, port: first.port, reason: run.reason };
  if (run.from === run.to) return base;
  const last = space.at(run.to);
  return { ...base, addressTo: last.address, portTo: last.port, endpoints: run.to - run.from + 1 };
}
