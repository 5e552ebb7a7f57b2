// What was counted in the rows of one dataset: rows by kind and column, distinct values, conversations and searches. Numbers and
// keyed hashes only, so that it can leave the thread that saw the values.
import { createDistinctCounter, type DistinctCounter, type DistinctState } from '../distinct.ts';
import type { KeyedHash } from '../keyed-hash.ts';

/** Rows in which something was found certainly, and rows in which it was at most possible. */
export interface LevelCount {
  certain: number;
  possible: number;
}

export interface ColumnTally {
  /** Rows in which the column held something. */
  filled: number;
  readonly kinds: Map<string, LevelCount>;
}

export interface KindTally {
  readonly rows: LevelCount;
  /** Distinct values by level; a stretch of text has none. */
  readonly certain: DistinctCounter;
  readonly possible: DistinctCounter;
  /** Keys of those whom the rows are about. */
  readonly concerned: DistinctCounter;
}

export interface Tally {
  rows: number;
  bytes: number;
  /** Rows that could not be read, and values of which only the beginning was. */
  brokenRows: number;
  cutValues: number;
  readonly columns: Map<string, ColumnTally>;
  readonly kinds: Map<string, KindTally>;
  messages: number;
  /** Threads by their ids, and conversations of rows that have none. */
  readonly threads: DistinctCounter;
  unthreaded: number;
  readonly participants: DistinctCounter;
  /** Searches by what they are about; one search may be about several topics. */
  readonly topics: Map<string, number>;
  /** Rows with words of a language. */
  readonly languages: Map<string, number>;
}

/** A tally in the form in which it crosses threads. */
export interface TallyState {
  readonly counts: Pick<Tally, 'rows' | 'bytes' | 'brokenRows' | 'cutValues' | 'messages' | 'unthreaded'>;
  readonly columns: readonly (readonly [string, number, readonly (readonly [string, LevelCount])[]])[];
  readonly kinds: readonly {
    readonly kind: string;
    readonly rows: LevelCount;
    readonly certain: DistinctState;
    readonly possible: DistinctState;
    readonly concerned: DistinctState;
  }[];
  readonly threads: DistinctState;
  readonly participants: DistinctState;
  readonly topics: readonly (readonly [string, number])[];
  readonly languages: readonly (readonly [string, number])[];
}

export function createTally(): Tally {
  return {
    rows: 0,
    bytes: 0,
    brokenRows: 0,
    cutValues: 0,
    columns: new Map(),
    kinds: new Map(),
    messages: 0,
    threads: createDistinctCounter(),
    unthreaded: 0,
    participants: createDistinctCounter(),
    topics: new Map(),
    languages: new Map(),
  };
}

/** More columns than these are counted together under `…`: documents may have keys without end. */
const MOST_COLUMNS = 5000;

export function columnOf(tally: Tally, path: string): ColumnTally {
  const known = tally.columns.get(path);
  if (known) return known;
  if (tally.columns.size >= MOST_COLUMNS && path !== '…') return columnOf(tally, '…');
  const made: ColumnTally = { filled: 0, kinds: new Map() };
  tally.columns.set(path, made);
  return made;
}

export function kindOf(tally: Tally, kind: string): KindTally {
  const known = tally.kinds.get(kind);
  if (known) return known;
  const made: KindTally = {
    rows: { certain: 0, possible: 0 },
    certain: createDistinctCounter(),
    possible: createDistinctCounter(),
    concerned: createDistinctCounter(),
  };
  tally.kinds.set(kind, made);
  return made;
}

/** The rows of a kind, to be counted up. */
export function levelsOf(kinds: Map<string, LevelCount>, kind: string): LevelCount {
  const known = kinds.get(kind);
  if (known) return known;
  const made = { certain: 0, possible: 0 };
  kinds.set(kind, made);
  return made;
}

export function addTo(counts: Map<string, number>, name: string, more: number): void {
  counts.set(name, (counts.get(name) ?? 0) + more);
}

export function stateOf(tally: Tally): TallyState {
  const { rows, bytes, brokenRows, cutValues, messages, unthreaded } = tally;
  return {
    counts: { rows, bytes, brokenRows, cutValues, messages, unthreaded },
    columns: [...tally.columns].map(([path, { filled, kinds }]) => [path, filled, [...kinds]]),
    kinds: [...tally.kinds].map(([kind, counted]) => ({
      kind,
      rows: counted.rows,
      certain: counted.certain.state(),
      possible: counted.possible.state(),
      concerned: counted.concerned.state(),
    })),
    threads: tally.threads.state(),
    participants: tally.participants.state(),
    topics: [...tally.topics],
    languages: [...tally.languages],
  };
}

/** Adds what another thread counted. */
export function mergeTally(tally: Tally, state: TallyState): void {
  for (const key of Object.keys(state.counts) as (keyof TallyState['counts'])[]) tally[key] += state.counts[key];
  for (const [path, filled, kinds] of state.columns) {
    const column = columnOf(tally, path);
    column.filled += filled;
    for (const [kind, count] of kinds) addLevels(column.kinds, kind, count);
  }
  for (const { kind, rows, certain, possible, concerned } of state.kinds) {
    const counted = kindOf(tally, kind);
    counted.rows.certain += rows.certain;
    counted.rows.possible += rows.possible;
    counted.certain.merge(certain);
    counted.possible.merge(possible);
    counted.concerned.merge(concerned);
  }
  tally.threads.merge(state.threads);
  tally.participants.merge(state.participants);
  for (const [topic, count] of state.topics) addTo(tally.topics, topic, count);
  for (const [language, count] of state.languages) addTo(tally.languages, language, count);
}

function addLevels(kinds: Map<string, LevelCount>, kind: string, more: LevelCount): void {
  const count = levelsOf(kinds, kind);
  count.certain += more.certain;
  count.possible += more.possible;
}

/** Distinct values of a kind: certain ones at least, and at most the possible ones too. */
export function distinctOf({ certain, possible }: KindTally): { lower: number; estimate: number; upper: number } {
  const sure = certain.count();
  const known = new Set(certain.state().hashes);
  const maybe = possible.count((hash: KeyedHash) => !known.has(hash));
  return {
    lower: sure.lower,
    estimate: sure.estimate > 0 ? sure.estimate : maybe.estimate,
    upper: sure.upper + maybe.upper,
  };
}
