// What the breach law of a state of the United States says in numbers: for persons, authorities and consumer reporting agencies.

/** From when an authority has to be told. */
export type AuthorityPeriod =
  /** So many days, or working days, from when the period of the persons runs too. */
  | { readonly kind: 'days' | 'working days'; readonly count: number }
  /** Not later than the persons. */
  | { readonly kind: 'with persons' }
  /** So many days, or working days, from when the persons were told. */
  | { readonly kind: 'days after persons' | 'working days after persons'; readonly count: number }
  | { readonly kind: 'no number' };

interface PersonsRule {
  readonly article: string;
  /** Calendar days; undefined where the law has no number. */
  readonly days: number | undefined;
  readonly checked?: 'verified';
}

export interface AuthorityRule {
  readonly name: string;
  readonly article: string;
  /** The least number of residents of the state. */
  readonly atLeast: number;
  readonly period: AuthorityPeriod;
  /** Only these organisations. */
  readonly only?: 'nydfs-licensed';
  readonly checked?: 'verified';
}

/** Consumer reporting agencies are told of the timing, distribution and content of the notices. */
interface AgenciesRule {
  readonly article: string;
  readonly atLeast: number;
  /** Hours or days; without either there is no number. */
  readonly hours?: number;
  readonly days?: number;
  readonly checked?: 'verified';
}

/** The rules of a state as they read from one day to another. */
export interface StateVersion {
  readonly from: string;
  readonly until?: string;
  readonly persons: PersonsRule;
  /** State and municipal agencies, where they have a period of their own. */
  readonly agencyPersons?: PersonsRule;
  readonly authorities: readonly AuthorityRule[];
  readonly agencies?: AgenciesRule;
  /** Who keeps data for others tells them within so many days; else at once. */
  readonly ownerDays?: number;
  /** What is not certain, or not in the numbers. */
  readonly note?: string;
}

export interface StateLaw {
  readonly name: string;
  /** As in `Alabama Code`. */
  readonly code: string;
  readonly url: string;
  /** What the period is counted from, as in `the determination that there was a breach`. */
  readonly start: string;
  /** The oldest first. */
  readonly versions: readonly [StateVersion, ...StateVersion[]];
}

export const DISCOVERY = 'the discovery of the breach';
export const DETERMINATION = 'the determination that there was a breach';

/** Not later than the persons. */
export const WITH_PERSONS: AuthorityPeriod = { kind: 'with persons' };

/** Without a number of days. */
export const NO_NUMBER: AuthorityPeriod = { kind: 'no number' };

/** So many calendar days. */
export function days(count: number): AuthorityPeriod {
  return { kind: 'days', count };
}
