// One fact of a breach: what is said, who says so, how sure they are. Unknown is a value of its own and never a zero.

/** Where a fact comes from: seen by Vigie itself, said by somebody, or taken for granted until somebody says otherwise. */
export type FactSource = 'measured' | 'stated' | 'assumed';

/** How sure the source is. `proved` has evidence; `unsaid` is a fact that came without a word about it. */
export type Certainty = 'proved' | 'likely' | 'possible' | 'unsaid';

/** Where a fact comes from and what it rests on. */
export interface Provenance {
  readonly source: FactSource;
  readonly certainty: Certainty;
  /** Who said so: a name, a role, or the tool. */
  readonly by?: string;
  /** When it was said, as an RFC 3339 instant. */
  readonly at?: string;
  /** What it rests on, in a sentence. */
  readonly note?: string;
}

/** A fact that somebody knows. */
export interface KnownFact<T> extends Provenance {
  readonly state: 'known';
  readonly value: T;
}

/** A fact that nobody knows yet, or about which the sources contradict each other. */
export interface UnknownFact {
  readonly state: 'unknown';
  /** Where it was asked and could not be told: who said so. */
  readonly note?: string;
}

export type Fact<T> = KnownFact<T> | UnknownFact;

export const UNKNOWN: UnknownFact = { state: 'unknown' };

/** A number that is known between two bounds; `upper` is infinite where nobody can say how many at most. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
  /** The likeliest number, where somebody measured one. */
  readonly estimate?: number;
}

/** The value of a fact, or undefined where it is unknown; for places that have an answer for both. */
export function knownValue<T>(fact: Fact<T>): T | undefined {
  return fact.state === 'known' ? fact.value : undefined;
}

/** Who says so, for a reader: `measured by vigie scan`, `stated by the DPO, 2026-03-27T10:15:00Z`. */
export function saidBy({ source, by, at }: Provenance): string {
  return `${source}${by === undefined ? '' : ` by ${by}`}${at === undefined ? '' : `, ${at}`}`;
}
